"""Which question is next, why, and when an interview ends."""

from collections import Counter
from random import Random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    BEHAVIORS,
    SETTINGS,
    Answers,
    Dice,
    Setting,
    at,
    example_a,
    grid,
    interview,
    sheet,
    simulated,
    top,
    uniform,
)
from core.reference import place
from pmpath.core.course import Course, Depth, Heard, Question, Reason
from pmpath.core.inference import infer
from pmpath.core.placement import Bounds, bounds
from pmpath.core.questionnaire import (
    HOLES_UNTIL,
    expected_total,
    goal_rank,
    next_needed,
    next_question,
    open_questions,
)
from strategies import full_sheets, interviewed_sheets, levels, partial_sheets

OWN = "on-my-own"
SHEETS_A_SETTING = 2_500
PEOPLE_A_SETTING = 1_000


def reach(answers: Answers) -> Bounds:
    return bounds(grid(), grid().states(answers))


def conducted(answers: Answers, depth: Depth, target: int | None = None) -> list[Question]:
    """Return the questions of an interview with someone who has these answers."""
    given_so_far: Answers = {}
    asked: list[Question] = []
    while question := next_question(grid(), Course(depth, target), Heard(given_so_far, len(asked))):
        asked.append(question)
        given_so_far[question.id] = answers[question.id]
    return asked


def open_now(answers: Answers, target: int | None = None) -> list[Question]:
    return list(open_questions(grid(), grid().states(answers), target))


def first(answers: Answers, depth: Depth = Depth.STANDARD, *, target: int | None = None, asked: int = 0) -> Question | None:
    return next_question(grid(), Course(depth, target), Heard(answers, asked))


def inferred(answers: Answers, level: int | None) -> dict[str, tuple[bool | None, str]]:
    """Return what is concluded without asking: expectation to its state and the expectation it rests on."""
    found = infer(grid(), grid().states(answers), level)
    return {grid().cells[i].id: (found.states.at(i), grid().cells[basis].id) for i, basis in found.basis.items()}


@pytest.mark.parametrize("setting", SETTINGS)
def test_simulated_people_get_the_role_and_level_of_all_57_answers_from_the_quick_interview(setting: Setting) -> None:
    dice = Dice(SETTINGS.index(setting))
    for _ in range(SHEETS_A_SETTING):
        answers = simulated(dice, setting)
        short = reach(interview(answers, Depth.QUICK))
        assert (short.role, short.level) == place(answers)


def test_10_000_sheets_drawn_alike_get_the_role_and_level_of_all_57_answers_from_the_quick_interview() -> None:
    dice = Dice(2024)
    for _ in range(10_000):
        answers = uniform(dice)
        short = reach(interview(answers, Depth.QUICK))
        assert (short.role, short.level) == place(answers)


@pytest.mark.parametrize("setting", SETTINGS)
def test_interviews_with_simulated_people_stay_short_on_average(setting: Setting) -> None:
    dice = Dice(100 + SETTINGS.index(setting))
    reasons = [
        Counter(question.reason for question in conducted(simulated(dice, setting), Depth.STANDARD))
        for _ in range(PEOPLE_A_SETTING)
    ]
    placing = mean(each[Reason.PLACES] for each in reasons)
    with_list = mean(each[Reason.PLACES] + each[Reason.COMPLETES_LIST] for each in reasons)
    assert (placing <= 7.5, with_list <= 14, mean(each.total() for each in reasons) <= 16) == (True, True, True)


@given(full_sheets(), st.sampled_from(list(Depth)))
def test_every_depth_gives_the_role_and_level_of_the_full_sheet(answers: Answers, depth: Depth) -> None:
    found = reach(interview(answers, depth))
    assert (found.role, found.level) == place(answers)


@given(full_sheets(), levels(), st.sampled_from(list(Depth)))
def test_a_target_changes_nothing_about_role_and_level(answers: Answers, target: str, depth: Depth) -> None:
    found = reach(interview(answers, depth, target=grid().rank_of(target)))
    assert (found.role, found.level) == place(answers)


@given(full_sheets())
def test_an_interview_asks_in_the_order_places_completes_fills_and_the_rest(answers: Answers) -> None:
    order = list(Reason)
    reasons = [question.reason for question in conducted(answers, Depth.FULL)]
    assert [order.index(reason) for reason in reasons] == sorted(order.index(reason) for reason in reasons)


@given(full_sheets())
def test_each_deeper_interview_begins_like_the_shorter_one(answers: Answers) -> None:
    quick, standard, full = (conducted(answers, depth) for depth in (Depth.QUICK, Depth.STANDARD, Depth.FULL))
    assert standard[: len(quick)] == quick
    assert [one.id for one in full[: len(standard)]] == [one.id for one in standard]


@given(full_sheets())
def test_the_full_interview_asks_every_question_once(answers: Answers) -> None:
    asked = [question.id for question in conducted(answers, Depth.FULL)]
    assert sorted(asked) == sorted(grid().choices)


@given(partial_sheets())
def test_the_first_open_question_is_the_one_that_placement_needs(partial: Answers) -> None:
    states = grid().states(partial)
    needed = next_needed(grid(), states)
    questions = open_now(partial)
    if needed is None:
        assert all(question.reason is not Reason.PLACES for question in questions)
    else:
        cell = grid().cells[needed]
        assert questions[0] == Question(cell.question, Reason.PLACES, cell.rank)


@given(partial_sheets())
def test_nothing_is_needed_exactly_when_role_and_level_are_known(partial: Answers) -> None:
    found = reach(partial)
    known = found.role is not None and found.level is not None
    assert (next_needed(grid(), grid().states(partial)) is None) == known


@given(partial_sheets())
def test_open_questions_are_unanswered_and_come_once(partial: Answers) -> None:
    ids = [question.id for question in open_now(partial)]
    assert len(ids) == len(set(ids))
    assert not set(ids) & set(partial)


@given(interviewed_sheets(), full_sheets())
def test_an_interview_that_is_taken_up_again_asks_only_for_what_the_sheet_lacks(partial: Answers, other: Answers) -> None:
    answers = dict(partial)
    asked: list[str] = []
    while question := first(answers, asked=len(asked)):
        asked.append(question.id)
        answers[question.id] = other[question.id]
    assert not set(asked) & set(partial)
    found = reach(answers)
    assert (found.role, found.level) == place(other | partial)


@given(partial_sheets(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_changes_no_question(partial: Answers, dice: Random) -> None:
    shuffled = list(partial.items())
    dice.shuffle(shuffled)
    assert open_now(dict(shuffled)) == open_now(partial)


@given(full_sheets(), st.permutations(list(grid().choices)))
def test_answers_that_come_in_any_order_lead_to_the_same_place(answers: Answers, order: list[str]) -> None:
    so_far: Answers = {}
    for question in order:
        so_far[question] = answers[question]
        if next_needed(grid(), grid().states(so_far)) is None:
            break
    found = reach(so_far)
    assert (found.role, found.level) == place(answers)


@pytest.mark.parametrize(
    ("answers", "question", "rank"),
    [
        ({}, "scope", 1),
        ({"scope": "group-pm"}, "people", 4),
        ({"scope": "pm"}, "discovery.pm", 2),
        ({"scope": "pm", "discovery.pm": OWN}, "data.pm", 2),
        ({"scope": "pm", **at("pm", "not-yet", BEHAVIORS[:5])}, "discovery.apm", 1),
        ({"scope": "cpo", "people": "cpo"}, "prioritization.cpo", 7),
    ],
)
def test_a_placing_question_comes_with_the_level_that_it_is_about(answers: Answers, question: str, rank: int) -> None:
    assert first(answers, Depth.QUICK) == Question(question, Reason.PLACES, rank)


def test_someone_without_product_work_is_placed_by_one_question() -> None:
    assert [one.id for one in conducted(sheet(), Depth.QUICK)] == ["scope"]


@pytest.mark.parametrize(
    ("scope", "question", "rank"),
    [("pm", "discovery.pm", 2), ("senior-pm", "people", 3), ("group-pm", "people", 4), ("cpo", "people", 4)],
)
def test_people_is_asked_as_a_part_of_senior_pm_and_as_a_must_have_from_group_pm_up(
    scope: str, question: str, rank: int
) -> None:
    assert first({"scope": scope}) == Question(question, Reason.PLACES, rank)


def test_a_person_at_the_top_has_no_list_and_is_asked_for_holes_only() -> None:
    questions = conducted(top(), Depth.STANDARD)
    assert Counter(question.reason for question in questions) == {Reason.PLACES: 4, Reason.FILLS_HOLE: 3}
    assert {question.rank for question in questions[4:]} == {7}


def test_the_list_of_the_next_level_is_asked_in_ladder_order() -> None:
    asked = [one for one in conducted(example_a(), Depth.STANDARD) if one.reason is Reason.COMPLETES_LIST]
    assert [one.rank for one in asked] == [3] * 10
    assert [one.id for one in asked] == ["people", *at("senior-pm", "", BEHAVIORS)]


def test_the_quick_interview_stops_once_the_level_is_known() -> None:
    answers = {"scope": "pm"} | at("pm", OWN, BEHAVIORS[:4])
    assert first(answers, Depth.QUICK) is None
    assert first(answers, Depth.STANDARD) == Question("people", Reason.COMPLETES_LIST, 3)


def test_the_full_interview_goes_on_where_the_standard_one_ends() -> None:
    answers = interview(example_a(), Depth.STANDARD)
    assert first(answers, Depth.STANDARD, asked=18) is None
    assert first(answers, Depth.FULL, asked=18) == Question("discovery.apm", Reason.WANTED_ALL, 1)


def test_when_everything_is_answered_nothing_is_asked() -> None:
    assert [first(top(), depth) for depth in Depth] == [None, None, None]
    assert open_now(top()) == []


def with_holes() -> Answers:
    """Return a PM whose list is complete and who has unanswered questions at the level itself."""
    return {"scope": "pm", "people": "none", **at("pm", OWN, BEHAVIORS[:4]), **at("senior-pm", "not-yet", BEHAVIORS)}


@pytest.mark.parametrize(("asked", "goes_on"), [(0, True), (14, True), (19, True), (20, False), (21, False)])
def test_holes_are_asked_while_fewer_than_twenty_questions_were_asked(asked: int, *, goes_on: bool) -> None:
    expected = Question("technology.pm", Reason.FILLS_HOLE, 2) if goes_on else None
    assert first(with_holes(), asked=asked) == expected
    assert HOLES_UNTIL == 20


@pytest.mark.parametrize("asked", [20, 40])
def test_the_list_is_completed_however_many_questions_were_asked(asked: int) -> None:
    answers = {"scope": "pm"} | at("pm", OWN, BEHAVIORS[:4])
    assert first(answers, asked=asked) == Question("people", Reason.COMPLETES_LIST, 3)


@pytest.mark.parametrize("asked", [20, 56])
def test_placing_goes_on_however_many_questions_were_asked(asked: int) -> None:
    assert first({}, Depth.QUICK, asked=asked) == Question("scope", Reason.PLACES, 1)


@given(full_sheets())
def test_no_hole_is_asked_from_the_twenty_first_question_on(answers: Answers) -> None:
    assert all(one.reason is not Reason.FILLS_HOLE for one in conducted(answers, Depth.STANDARD)[20:])


@given(full_sheets())
def test_a_hole_is_asked_only_where_the_next_level_does_not_show_it(answers: Answers) -> None:
    level = place(answers)[1]
    for question in conducted(answers, Depth.STANDARD):
        if question.reason is Reason.FILLS_HOLE:
            above = f"{question.id.partition('.')[0]}.{grid().levels[level]}" if level < 7 else ""
            assert question.rank == level
            assert answers.get(above) not in (OWN, "lead-others")


def filled_holes(answers: Answers) -> dict[str, str]:
    """Return the holes of a PM that count as met without asking, with the expectation that shows it."""
    return {name: basis for name, (state, basis) in inferred(answers, 2).items() if state}


def test_a_hole_whose_competency_is_met_one_level_up_counts_as_met() -> None:
    answers = with_holes() | {"technology.senior-pm": OWN, "strategy.senior-pm": "lead-others"}
    assert filled_holes(answers) == {"technology.pm": "technology.senior-pm", "strategy.pm": "strategy.senior-pm"}


@pytest.mark.parametrize("word", ["not-yet", "no-chance", "with-help"])
def test_a_hole_stays_open_where_the_next_level_is_not_met(word: str) -> None:
    assert filled_holes(with_holes() | {"technology.senior-pm": word}) == {}


def test_a_competency_met_two_levels_up_fills_no_hole() -> None:
    answers = {"scope": "pm"} | at("pm", OWN, BEHAVIORS[:4]) | {"technology.group-pm": "lead-others"}
    assert inferred(answers, 2) == {}


def test_placement_never_uses_an_inference() -> None:
    shown_above = {"scope": "pm", **at("senior-pm", OWN, BEHAVIORS), **at("pm", OWN, BEHAVIORS[:3])}
    assert reach(shown_above).level is None
    assert first(shown_above) == Question("delivery.pm", Reason.PLACES, 2)


def test_nothing_is_inferred_while_the_level_is_open() -> None:
    answers = {"discovery.pm": "not-yet", "data.senior-pm": OWN}
    assert inferred(answers, None) == {}


def test_what_is_answered_is_never_inferred() -> None:
    answers = with_holes() | {"technology.pm": "not-yet", "technology.senior-pm": OWN, "data.director": OWN}
    found = inferred(answers, 2)
    assert "technology.pm" not in found
    assert "data.director" not in found
    assert found["data.group-pm"] == (False, "data.senior-pm")


def listed(answers: Answers, target: str) -> list[str]:
    asked = conducted(answers, Depth.STANDARD, target=grid().rank_of(target))
    return [one.id for one in asked if one.reason is Reason.COMPLETES_LIST]


def test_a_target_two_levels_up_asks_for_that_level_instead_of_the_next_one() -> None:
    answers = sheet(scope="pm", answers=at("pm", OWN, BEHAVIORS) | at("group-pm", OWN, BEHAVIORS))
    assert listed(answers, "group-pm") == ["people", *at("group-pm", "", BEHAVIORS)]


def test_a_target_one_level_up_is_asked_in_full() -> None:
    assert listed(example_a(), "senior-pm") == ["people", *at("senior-pm", "", BEHAVIORS)]


def test_a_target_at_the_level_asks_for_the_rest_of_that_level() -> None:
    assert listed(example_a(), "pm") == ["technology.pm", "strategy.pm", "business.pm", "influence.pm"]


def test_a_target_below_the_level_asks_for_that_level() -> None:
    assert listed(example_a(), "apm") == list(at("apm", "", BEHAVIORS))


def missing_below() -> Answers:
    """Return a PM by four behaviors who was seen not to plan launches or shape strategy."""
    return {"scope": "pm", **at("pm", OWN, BEHAVIORS[:4]), "technology.pm": "not-yet", "strategy.pm": "with-help"}


def test_with_a_target_further_up_an_unmet_neighbor_below_spares_the_question() -> None:
    assert inferred(missing_below() | {"discovery.senior-pm": "not-yet"}, 2) == {
        **{f"technology.{level}": (False, "technology.pm") for level in ("group-pm", "director")},
        **{f"strategy.{level}": (False, "strategy.pm") for level in ("group-pm", "director", "vp", "cpo")},
        **{f"discovery.{level}": (False, "discovery.senior-pm") for level in ("group-pm", "director", "vp")},
    }


def test_a_spared_question_is_left_out_of_the_list() -> None:
    answers = sheet(scope="pm", answers=at("pm", OWN, BEHAVIORS) | {"data.pm": "with-help", "delivery.pm": "not-yet"})
    rest = [one for one in BEHAVIORS if one not in ("data", "delivery")]
    assert listed(answers, "director") == ["people", *at("director", "", rest)]


def test_the_next_level_is_asked_even_where_the_level_below_is_unmet() -> None:
    questions = [one.id for one in open_now(missing_below())]
    assert {"technology.senior-pm", "strategy.senior-pm"} <= set(questions)


def test_a_met_neighbor_below_spares_nothing() -> None:
    answers = {"scope": "pm", **at("pm", OWN, BEHAVIORS), **at("senior-pm", OWN, BEHAVIORS)}
    assert inferred(answers, 2) == {}


def test_the_nearest_answered_level_below_decides() -> None:
    answers = {"scope": "pm", **at("pm", OWN, BEHAVIORS[:4]), "data.apm": "not-yet", "strategy.apm": "not-yet"}
    found = inferred(answers, 2)
    assert "data.group-pm" not in found
    assert found["strategy.group-pm"] == (False, "strategy.apm")


@given(full_sheets(), levels())
def test_after_a_standard_interview_everything_about_the_target_is_answered_or_inferred(answers: Answers, target: str) -> None:
    goal = grid().rank_of(target)
    asked = interview(answers, Depth.STANDARD, target=goal)
    found = infer(grid(), grid().states(asked), place(answers)[1])
    assert all(found.states.at(i) is not None for i in grid().rows[goal])


@given(full_sheets())
def test_after_a_standard_interview_everything_about_the_next_level_is_answered(answers: Answers) -> None:
    level = place(answers)[1]
    states = grid().states(interview(answers, Depth.STANDARD))
    assert all(states.at(i) is not None for i in grid().rows[level + 1 if level < 7 else 0])


@pytest.mark.parametrize(
    ("level", "target", "goal"),
    [(None, None, 0), (0, None, 1), (3, None, 4), (6, None, 7), (7, None, 0), (None, 5, 5), (3, 2, 2), (7, 7, 7)],
)
def test_the_goal_is_the_target_or_else_the_level_above(level: int | None, target: int | None, goal: int) -> None:
    assert goal_rank(grid(), level, target) == goal


def test_without_answers_the_facts_are_open_first_and_then_the_ladder_from_the_bottom() -> None:
    ids = [question.id for question in open_now({})]
    assert ids[:4] == ["scope", "people", "discovery.apm", "data.apm"]
    assert {question.reason for question in open_now({})} == {Reason.PLACES}
    assert len(ids) == 57


def test_with_the_role_known_the_highest_open_level_comes_first() -> None:
    ids = [question.id for question in open_now({"scope": "pm"})]
    assert ids[:8] == list(at("pm", "", BEHAVIORS))
    assert ids[8:16] == list(at("apm", "", BEHAVIORS))


def test_levels_that_cannot_change_the_placement_are_not_open() -> None:
    answers = {"scope": "senior-pm"} | at("senior-pm", "not-yet", BEHAVIORS[:6])
    assert all(question.rank < 3 for question in open_now(answers) if question.reason is Reason.PLACES)


def supposed() -> Answers:
    """Return the answers that a forecast supposes: the middle statement of a fact, a solid yes to all else."""
    solid = dict.fromkeys(grid().choices, OWN)
    return solid | {"scope": "group-pm", "people": "director"}


@pytest.mark.parametrize("depth", list(Depth))
def test_the_forecast_before_the_first_answer_is_the_interview_of_a_solid_middle(depth: Depth) -> None:
    expected = len(interview(supposed(), depth))
    assert expected_total(grid(), Course(depth), Heard({})) == expected


@pytest.mark.parametrize(("depth", "count"), [(Depth.QUICK, 6), (Depth.STANDARD, 15), (Depth.FULL, 57)])
def test_the_forecast_before_the_first_answer_is_a_plausible_figure(depth: Depth, count: int) -> None:
    assert expected_total(grid(), Course(depth), Heard({})) == count


@given(full_sheets(), st.sampled_from(list(Depth)))
def test_the_forecast_of_a_finished_interview_is_what_was_asked(answers: Answers, depth: Depth) -> None:
    asked = interview(answers, depth)
    assert expected_total(grid(), Course(depth), Heard(asked, len(asked))) == len(asked)


def test_the_forecast_leaves_the_answers_as_they_are() -> None:
    answers = {"scope": "pm"}
    assert expected_total(grid(), Course(Depth.QUICK), Heard(answers, 1)) == 5
    assert answers == {"scope": "pm"}
