"""What is missing for a level: the order of work, the reasons, readiness and the shortest path."""

from itertools import combinations

import pytest
from hypothesis import given

from builders import BEHAVIORS, Answers, at, grid, sheet, small_grid, top
from core.reference import SMALL_LADDERS, every_sheet, is_met, met_by
from pmpath.core.gaps import gaps, readiness
from pmpath.core.grid import Grid
from pmpath.core.inference import Inference
from pmpath.model.result import Gap, Readiness
from strategies import full_sheets, levels

OWN = "on-my-own"


def known(answers: Answers, of: Grid | None = None) -> Inference:
    return Inference((of or grid()).states(answers), {})


def missing(answers: Answers, *, level: str, goal: str, of: Grid | None = None) -> tuple[Gap, ...]:
    ladder = of or grid()
    return gaps(ladder, answers, known(answers, ladder), level=ladder.rank_of(level), goal=ladder.rank_of(goal))


def ready_for(answers: Answers, goal: str, of: Grid | None = None) -> Readiness:
    ladder = of or grid()
    return readiness(ladder, known(answers, ladder).states, ladder.rank_of(goal))


def small(reach: str, **met: str) -> Answers:
    """Return a sheet of the invented ladder: `b0_l1="on-my-own"` and so on, the rest not yet."""
    answers = {question: choices[0] for question, choices in small_grid().choices.items()} | {"reach": reach}
    return answers | {name.replace("_", "."): word for name, word in met.items()}


def test_work_begins_with_the_must_have_then_the_core_then_the_fewest_hours() -> None:
    found = missing(small("l1"), level="", goal="l2", of=small_grid())
    assert [(gap.id, gap.reasons) for gap in found] == [
        ("reach.l2", ("must-have",)),
        ("b2.l2", ("core",)),
        ("b1.l2", ()),
        ("b0.l2", ()),
    ]


def test_what_is_done_with_help_comes_before_shorter_work() -> None:
    found = missing(small("l2", b0_l2="with-help"), level="", goal="l2", of=small_grid())
    assert [(gap.id, gap.reasons) for gap in found] == [("b2.l2", ("core",)), ("b0.l2", ("with-help",)), ("b1.l2", ())]


def test_what_is_missing_at_the_present_level_too_comes_before_shorter_work() -> None:
    answers = small("l2", b1_l1=OWN, b2_l1=OWN)
    found = missing(answers, level="l1", goal="l2", of=small_grid())
    assert [(gap.id, gap.reasons) for gap in found] == [("b2.l2", ("core",)), ("b0.l2", ("missing-at-level",)), ("b1.l2", ())]


def test_help_and_a_hole_together_weigh_as_much_as_core_and_hours_decide() -> None:
    answers = small("l2", b1_l1=OWN, b2_l1=OWN, b0_l2="with-help")
    found = missing(answers, level="l1", goal="l2", of=small_grid())
    assert [(gap.id, gap.reasons) for gap in found] == [
        ("b2.l2", ("core",)),
        ("b0.l2", ("with-help", "missing-at-level")),
        ("b1.l2", ()),
    ]


def test_a_must_have_weighs_as_much_as_everything_else_together_and_hours_decide() -> None:
    answers = small("l1", b0_l1=OWN, b1_l1=OWN, b2_l2="with-help")
    found = missing(answers, level="l1", goal="l2", of=small_grid())
    assert [gap.id for gap in found][:2] == ["reach.l2", "b2.l2"]
    assert found[1].reasons == ("core", "with-help", "missing-at-level")


def test_a_gap_carries_what_was_answered_and_what_decided_it() -> None:
    found = missing(small("l1", b0_l2="with-help", b1_l2="no-chance"), level="", goal="l2", of=small_grid())
    by_id = {gap.id: gap for gap in found}
    assert by_id["reach.l2"] == Gap(
        id="reach.l2",
        competency="reach",
        level="l2",
        answer="l1",
        must_have=True,
        on_path=True,
        reasons=("must-have",),
        because=("reach",),
    )
    assert by_id["b0.l2"].answer == "with-help"
    assert by_id["b1.l2"].answer == "no-chance"
    assert by_id["b1.l2"].because == ("b1.l2",)


def test_an_inferred_gap_names_the_answer_it_rests_on_and_has_none_of_its_own() -> None:
    ladder = small_grid()
    answers = {"reach": "l1", "b0.l1": OWN, "b1.l1": OWN, "b1.l2": "not-yet"}
    states = ladder.states(answers)
    states = states._replace(unknown=states.unknown & ~(1 << ladder.index["b1.l3"]))
    inference = Inference(states, {ladder.index["b1.l3"]: ladder.index["b1.l2"]})
    found = {gap.id: gap for gap in gaps(ladder, answers, inference, level=1, goal=3)}
    assert set(found) == {"reach.l3", "b1.l3"}
    assert (found["b1.l3"].answer, found["b1.l3"].because) == (None, ("b1.l2",))
    assert found["b1.l3"].reasons == ("inferred",)


def test_an_inference_adds_a_reason_and_no_weight() -> None:
    ladder = small_grid()
    answers = small("l3")
    inference = Inference(known(answers, ladder).states, {ladder.index["b1.l3"]: ladder.index["b1.l2"]})
    plain = [gap.id for gap in missing(answers, level="l1", goal="l3", of=ladder)]
    assert [gap.id for gap in gaps(ladder, answers, inference, level=1, goal=3)] == plain


def test_absent_answers_are_no_gaps() -> None:
    assert [gap.id for gap in missing({"reach": "l1", "b1.l2": "not-yet"}, level="l1", goal="l2", of=small_grid())] == [
        "reach.l2",
        "b1.l2",
    ]


def test_a_level_met_in_full_has_no_gaps() -> None:
    assert missing(top(), level="vp", goal="cpo") == ()


def test_the_level_itself_as_a_goal_is_no_reason_against_itself() -> None:
    found = missing(sheet(scope="pm", answers=at("pm", OWN, BEHAVIORS[:4])), level="pm", goal="pm")
    assert all("missing-at-level" not in gap.reasons for gap in found)
    assert [gap.level for gap in found] == ["pm"] * 4


@pytest.mark.parametrize(
    ("level", "core"),
    [
        ("apm", {"delivery"}),
        ("pm", {"prioritization", "discovery"}),
        ("senior-pm", {"strategy", "influence"}),
        ("group-pm", {"prioritization", "influence"}),
        ("director", {"organization", "strategy"}),
        ("vp", {"business", "strategy"}),
        ("cpo", {"strategy", "influence"}),
    ],
)
def test_the_core_competencies_of_a_level_come_right_after_its_must_haves(level: str, core: set[str]) -> None:
    found = missing(sheet(), level="", goal=level)
    must_haves = sum(gap.must_have for gap in found)
    assert {gap.competency for gap in found[must_haves : must_haves + len(core)]} == core
    assert {gap.competency for gap in found if "core" in gap.reasons} == core


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("apm", ["scope.apm"]),
        ("senior-pm", ["scope.senior-pm"]),
        ("group-pm", ["scope.group-pm", "people.group-pm"]),
        ("cpo", ["scope.cpo", "people.cpo"]),
    ],
)
def test_must_haves_are_scope_everywhere_and_people_from_group_pm_up(level: str, expected: list[str]) -> None:
    found = missing(sheet(), level="", goal=level)
    assert sorted(gap.id for gap in found if gap.must_have) == sorted(expected)
    assert sorted(gap.id for gap in found[: len(expected)]) == sorted(expected)


def weight(answers: Answers, level: str, gap: Gap) -> int:
    """Weigh a gap by the letter of the rules."""
    cell = grid().cells[grid().index[gap.id]]
    here = [c for c in grid().cells if c.competency == cell.competency and c.rank == grid().rank_of(level)]
    hole = level != gap.level and any(not is_met(grid(), c, answers[c.question]) for c in here)
    return 4 * cell.must_have + 2 * cell.core + (answers[cell.question] == "with-help") + hole


@given(full_sheets(), levels(), levels())
def test_gaps_are_sorted_by_weight_then_hours_then_ladder_order(answers: Answers, level: str, goal: str) -> None:
    found = missing(answers, level=level, goal=goal)
    place = grid().index
    keys = [(-weight(answers, level, gap), grid().cells[place[gap.id]].hours, place[gap.id]) for gap in found]
    assert keys == sorted(keys)


@given(full_sheets(), levels())
def test_the_gaps_are_exactly_what_is_not_met_at_the_goal(answers: Answers, goal: str) -> None:
    unmet = {c.id for c in grid().cells if c.id.endswith(f".{goal}") and not is_met(grid(), c, answers[c.question])}
    assert {gap.id for gap in missing(answers, level="pm", goal=goal)} == unmet


@pytest.mark.parametrize(
    ("level", "needed", "of"),
    [
        ("apm", 6, 8),
        ("pm", 6, 8),
        ("senior-pm", 7, 10),
        ("group-pm", 6, 9),
        ("director", 6, 9),
        ("vp", 5, 7),
        ("cpo", 4, 5),
    ],
)
def test_two_thirds_rounded_up_of_what_is_no_must_have_make_ready(level: str, needed: int, of: int) -> None:
    behaviors = list(at(level, OWN, BEHAVIORS))
    for met in range(len(behaviors) + 1):
        found = ready_for(sheet(answers=dict.fromkeys(behaviors[:met], OWN)), level)
        assert (found.met, found.needed, found.of, found.ready) == (met, needed, of, met >= needed)


def test_people_counts_toward_senior_pm_where_it_is_no_must_have() -> None:
    assert ready_for(sheet(people="senior-pm"), "senior-pm").met == 1
    assert ready_for(sheet(people="senior-pm"), "senior-pm").must_haves_missing == ("scope.senior-pm",)


def test_people_does_not_count_toward_group_pm_where_it_is_a_must_have() -> None:
    assert ready_for(sheet(people="group-pm"), "group-pm") == Readiness(
        0, 6, 9, ready=False, must_haves_missing=("scope.group-pm",)
    )


def test_missing_must_haves_stand_beside_readiness_and_do_not_touch_it() -> None:
    answers = sheet(answers=at("group-pm", OWN, BEHAVIORS))
    found = ready_for(answers, "group-pm")
    assert found == Readiness(9, 6, 9, ready=True, must_haves_missing=("scope.group-pm", "people.group-pm"))


@pytest.mark.parametrize(
    ("met", "unmet", "ready"),
    [(0, 0, None), (5, 2, None), (6, 0, True), (6, 2, True), (0, 3, False), (3, 3, False), (5, 3, False), (0, 2, None)],
)
def test_readiness_is_open_while_absent_answers_decide_it(met: int, unmet: int, ready: object) -> None:
    questions = list(at("pm", OWN, BEHAVIORS))
    answers = dict.fromkeys(questions[:met], OWN) | dict.fromkeys(questions[met : met + unmet], "not-yet")
    assert ready_for(answers, "pm").ready is ready


def test_an_unanswered_must_have_is_not_called_missing() -> None:
    assert ready_for({"scope": "group-pm"}, "group-pm").must_haves_missing == ()


def path(of: Grid, answers: Answers, goal: int) -> list[str]:
    return [gap.id for gap in gaps(of, answers, known(answers, of), level=0, goal=goal) if gap.on_path]


def fulfills(of: Grid, answers: Answers, goal: int) -> bool:
    """Say whether a sheet has the must-haves of a level and two thirds of the rest."""
    row = [(cell.must_have, is_met(of, cell, answers[cell.question])) for cell in of.cells if cell.rank == goal]
    others = [met for must_have, met in row if not must_have]
    return all(met for must_have, met in row if must_have) and 3 * sum(others) >= 2 * len(others)


def fewest_to(of: Grid, answers: Answers, goal: int) -> int:
    """Return by trying how few expectations of a level have to be met for its must-haves and readiness."""
    unmet = [cell.id for cell in of.cells if cell.rank == goal and not is_met(of, cell, answers[cell.question])]
    sizes = (n for n in range(len(unmet) + 1) for c in combinations(unmet, n) if fulfills(of, answers | met_by(of, c), goal))
    return next(sizes)


@pytest.mark.parametrize("of", SMALL_LADDERS)
def test_on_small_ladders_the_shortest_path_leads_there_and_no_smaller_set_does(of: Grid) -> None:
    for answers in every_sheet(of):
        for goal in range(1, len(of.levels) + 1):
            way = path(of, answers, goal)
            assert fulfills(of, answers | met_by(of, way), goal), (answers, goal)
            assert len(way) == fewest_to(of, answers, goal), (answers, goal)


@given(full_sheets(), levels())
def test_the_shortest_path_once_met_makes_ready_with_nothing_missing(answers: Answers, goal: str) -> None:
    way = path(grid(), answers, grid().rank_of(goal))
    found = ready_for(answers | met_by(grid(), way), goal)
    assert (found.ready, found.must_haves_missing) == (True, ())


@given(full_sheets(), levels())
def test_no_step_of_the_shortest_path_can_be_left_out(answers: Answers, goal: str) -> None:
    way = path(grid(), answers, grid().rank_of(goal))
    for left_out in way:
        rest = met_by(grid(), [step for step in way if step != left_out])
        assert not fulfills(grid(), answers | rest, grid().rank_of(goal))


def test_a_person_who_is_ready_needs_only_the_must_haves() -> None:
    answers = sheet(scope="pm", answers=at("senior-pm", OWN, BEHAVIORS))
    assert path(grid(), answers, 3) == ["scope.senior-pm"]


def test_a_person_who_is_ready_with_all_must_haves_needs_nothing() -> None:
    answers = sheet(scope="senior-pm", answers=at("senior-pm", OWN, BEHAVIORS[:7]))
    assert path(grid(), answers, 3) == []


def test_the_path_takes_the_first_gaps_in_the_order_of_work() -> None:
    found = missing(sheet(scope="pm"), level="", goal="pm")
    assert [gap.on_path for gap in found] == [True] * 6 + [False] * 2
