"""How many answers lie between a level and its neighbors."""

import pytest
from hypothesis import given

from builders import BEHAVIORS, Answers, at, bottom, example_a, grid, sheet, top
from core.reference import SMALL_LADDERS, every_partial_sheet, every_sheet, fewest, place
from pmpath.core.grid import Grid
from pmpath.core.placement import bounds, margin
from pmpath.model.result import Margin
from strategies import full_sheets

OWN = "on-my-own"


def margin_of(answers: Answers, of: Grid | None = None) -> Margin:
    ladder = of or grid()
    states = ladder.states(answers)
    found = margin(ladder, states, bounds(ladder, states).level)
    assert found is not None
    return found


def holder(name: str, met: int) -> Answers:
    """Return a PM-like sheet that meets the given number of expectations at a level, facts of that level included."""
    facts = {"scope": name, "people": name if name in grid().choices["people"] else "none"}
    behaviors = list(at(name, OWN, BEHAVIORS))
    wanted = met - sum(1 for cell in grid().cells if cell.is_fact and cell.id.endswith(f".{name}"))
    return sheet(scope=facts["scope"], people=facts["people"], answers=dict.fromkeys(behaviors[:wanted], OWN))


@pytest.mark.parametrize(
    ("name", "met", "down"),
    [
        ("apm", 5, 1),
        ("apm", 9, 5),
        ("pm", 5, 1),
        ("pm", 6, 2),
        ("pm", 8, 4),
        ("pm", 9, 5),
        ("senior-pm", 6, 1),
        ("senior-pm", 11, 6),
        ("group-pm", 8, 3),
        ("director", 6, 1),
        ("vp", 5, 1),
        ("vp", 9, 5),
        ("cpo", 4, 1),
        ("cpo", 7, 4),
    ],
)
def test_down_counts_the_behaviors_until_the_level_falls(name: str, met: int, down: int) -> None:
    assert margin_of(holder(name, met)).down == down


@pytest.mark.parametrize(
    ("name", "met", "following", "shown", "up"),
    [
        ("apm", 9, "pm", 1, 4),
        ("apm", 9, "pm", 3, 2),
        ("apm", 9, "pm", 4, 1),
        ("apm", 9, "pm", 8, 1),
        ("pm", 9, "senior-pm", 3, 3),
        ("pm", 9, "senior-pm", 4, 2),
        ("pm", 9, "senior-pm", 9, 1),
        ("senior-pm", 11, "group-pm", 2, 4),
        ("senior-pm", 11, "group-pm", 4, 2),
        ("senior-pm", 11, "group-pm", 9, 2),
        ("group-pm", 11, "director", 3, 3),
        ("director", 11, "vp", 2, 3),
        ("vp", 9, "cpo", 0, 4),
        ("vp", 9, "cpo", 1, 3),
        ("vp", 9, "cpo", 5, 2),
    ],
)
def test_up_counts_the_missing_facts_and_the_behaviors_that_are_still_short(
    name: str, met: int, following: str, shown: int, up: int
) -> None:
    answers = holder(name, met) | dict.fromkeys(list(at(following, "", BEHAVIORS))[:shown], OWN)
    assert margin_of(answers).up == up


def test_without_a_level_there_is_no_margin() -> None:
    assert margin(grid(), grid().states({}), None) is None


def test_one_fact_raised_far_counts_as_one_answer() -> None:
    answers = sheet(scope="none", people="cpo", answers=at("director", OWN, BEHAVIORS))
    assert margin_of(answers).up == 1
    assert place(answers | {"scope": "director"})[1] == 5


def test_two_missing_facts_count_as_two_answers() -> None:
    answers = sheet(scope="senior-pm", answers=at("senior-pm", OWN, BEHAVIORS) | at("group-pm", OWN, BEHAVIORS))
    assert margin_of(answers).up == 2


def test_the_smallest_level_may_be_the_nearest_one_from_far_below() -> None:
    fewest_at_the_top = {"scope": "cpo", "people": "cpo", "strategy.cpo": OWN, "influence.cpo": OWN}
    assert margin_of(bottom()).up == len(fewest_at_the_top)
    assert place(bottom() | fewest_at_the_top)[1] == 7


def test_the_nearest_level_above_need_not_be_the_next_one() -> None:
    answers = sheet(scope="pm", people="cpo", answers=at("pm", OWN, BEHAVIORS) | at("group-pm", OWN, BEHAVIORS))
    assert margin_of(answers).up == 1
    assert place(answers | {"scope": "senior-pm"})[1] == 2
    assert place(answers | {"scope": "group-pm"})[1] == 4


def test_a_fact_that_is_no_must_have_may_be_one_of_the_answers() -> None:
    answers = sheet(scope="senior-pm", answers=at("pm", OWN, BEHAVIORS) | at("senior-pm", OWN, BEHAVIORS[:4]))
    assert margin_of(answers).up == 1
    assert place(answers | {"people": "senior-pm"})[1] == 3


def test_where_no_level_lies_below_down_is_absent() -> None:
    assert margin_of(bottom()) == Margin(up=4, down=None, label="firm")


def test_where_no_level_lies_above_up_is_absent() -> None:
    assert margin_of(top()) == Margin(up=None, down=4, label="firm")


@pytest.mark.parametrize(
    ("met", "down", "label"),
    [(4, 1, "borderline"), (5, 2, "fair"), (6, 3, "firm"), (7, 4, "firm")],
)
def test_the_label_is_borderline_at_one_fair_at_two_and_firm_from_three(met: int, down: int, label: str) -> None:
    assert margin_of(holder("cpo", met)) == Margin(up=None, down=down, label=label)


def test_the_label_goes_by_the_smaller_figure() -> None:
    assert margin_of(example_a()) == Margin(up=2, down=4, label="fair")
    assert margin_of(holder("pm", 5)) == Margin(up=4, down=1, label="borderline")
    assert margin_of(holder("apm", 9) | at("pm", OWN, BEHAVIORS)) == Margin(up=1, down=5, label="borderline")


def test_absent_answers_leave_a_figure_open_until_they_cannot_change_it() -> None:
    answers = {"scope": "pm"} | at("pm", OWN, BEHAVIORS[:4])
    assert margin_of(answers) == Margin(up=None, down=None, label=None)


def test_a_settled_figure_is_given_beside_an_open_one() -> None:
    answers = {"scope": "pm"} | at("pm", OWN, BEHAVIORS)
    found = margin_of(answers)
    assert (found.up, found.down) == (None, 5)


def test_the_label_is_given_as_soon_as_no_answer_can_change_it() -> None:
    answers = {"scope": "pm", "people": "none", **at("pm", OWN, BEHAVIORS[:4]), **at("pm", "not-yet", BEHAVIORS[4:])}
    assert margin_of(answers) == Margin(up=None, down=1, label="borderline")


def behaviors_down(of: Grid) -> Answers:
    return {question: "not-yet" for question, choices in of.choices.items() if choices[0] != "none"}


def answers_up(of: Grid) -> Answers:
    return {question: choices[-1] if choices[0] == "none" else OWN for question, choices in of.choices.items()}


@pytest.mark.parametrize("small", SMALL_LADDERS)
def test_on_small_ladders_up_is_the_true_minimum_of_raised_answers(small: Grid) -> None:
    for answers in every_sheet(small):
        now = place(answers, small)[1]
        expected = fewest(small, answers, answers_up(small), reached=now.__lt__)
        assert margin_of(answers, small).up == expected, answers


@pytest.mark.parametrize("small", SMALL_LADDERS)
def test_on_small_ladders_down_is_the_true_minimum_of_lowered_behaviors(small: Grid) -> None:
    for answers in every_sheet(small):
        now = place(answers, small)[1]
        expected = fewest(small, answers, behaviors_down(small), reached=now.__gt__)
        assert margin_of(answers, small).down == expected, answers


def completed(of: Grid, answers: Answers) -> tuple[Margin, Margin]:
    """Return the margins with every absent answer at the bottom and at the top."""
    low = {question: choices[0] for question, choices in of.choices.items()}
    return margin_of(low | answers, of), margin_of(answers_up(of) | answers, of)


@pytest.mark.parametrize("small", SMALL_LADDERS)
def test_on_small_ladders_a_figure_is_open_exactly_where_absent_answers_could_change_it(small: Grid) -> None:
    for answers in every_partial_sheet(small):
        if bounds(small, small.states(answers)).level is None:
            continue
        low, high = completed(small, answers)
        found = margin_of(answers, small)
        assert found.up == (low.up if low.up == high.up else None), answers
        assert found.down == (low.down if low.down == high.down else None), answers


@given(full_sheets())
def test_lowering_fewer_behaviors_than_down_never_lowers_the_level(answers: Answers) -> None:
    level, down = place(answers)[1], margin_of(answers).down
    met = [grid().cells[i] for i in grid().rows[level] if grid().states(answers).at(i) and not grid().cells[i].is_fact]
    for count in range(len(met) + 1):
        lowered = answers | dict.fromkeys([cell.question for cell in met[:count]], "not-yet")
        assert (place(lowered)[1] < level) == (down is not None and count >= down)


@given(full_sheets())
def test_up_is_a_figure_from_one_up_or_absent_at_the_top(answers: Answers) -> None:
    level, up = place(answers)[1], margin_of(answers).up
    assert (up is None) == (level == 7)
    assert up is None or 1 <= up <= 7
