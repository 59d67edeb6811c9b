"""What a sheet with absent answers settles, and what it suggests."""

import pytest
from hypothesis import given

from builders import BEHAVIORS, Answers, at, bottom, grid, sheet, top
from core.reference import SMALL_LADDERS, every_partial_sheet, outcomes, place
from pmpath.core.grid import Grid
from pmpath.core.placement import Bounds, bounds, estimate
from pmpath.model.result import Estimate
from strategies import full_sheets, partial_sheets

OWN = "on-my-own"


def reach(answers: Answers) -> Bounds:
    return bounds(grid(), grid().states(answers))


def estimated(answers: Answers) -> Estimate:
    return estimate(grid(), grid().states(answers))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, Bounds(0, 7, 0, 7)),
        ({"scope": "none"}, Bounds(0, 0, 0, 0)),
        ({"scope": "pm"}, Bounds(2, 2, 0, 2)),
        ({"scope": "cpo"}, Bounds(3, 7, 0, 7)),
        ({"people": "none"}, Bounds(0, 3, 0, 3)),
        ({"people": "director"}, Bounds(0, 5, 0, 5)),
        ({"scope": "group-pm", "people": "cpo"}, Bounds(4, 4, 0, 4)),
        ({"scope": "pm", **at("pm", OWN, BEHAVIORS[:3])}, Bounds(2, 2, 0, 2)),
        ({"scope": "pm", **at("pm", OWN, BEHAVIORS[:4])}, Bounds(2, 2, 2, 2)),
        ({"scope": "pm", **at("pm", "not-yet", BEHAVIORS[:5])}, Bounds(2, 2, 0, 1)),
        ({"scope": "pm", **at("pm", "not-yet", BEHAVIORS[:5]), **at("apm", OWN, BEHAVIORS[:4])}, Bounds(2, 2, 1, 1)),
        ({"people": "senior-pm", **at("apm", OWN, BEHAVIORS[:5])}, Bounds(0, 3, 0, 3)),
    ],
)
def test_the_range_runs_from_every_absent_answer_at_the_bottom_to_every_one_at_the_top(
    answers: Answers, expected: Bounds
) -> None:
    assert reach(answers) == expected


@pytest.mark.parametrize(
    ("answers", "role", "level"),
    [
        ({}, None, None),
        ({"scope": "none"}, 0, 0),
        ({"scope": "pm"}, 2, None),
        ({"scope": "pm", **at("pm", OWN, BEHAVIORS[:4])}, 2, 2),
    ],
)
def test_equal_ends_say_the_level_and_different_ones_leave_it_open(
    answers: Answers, role: int | None, level: int | None
) -> None:
    found = reach(answers)
    assert (found.role, found.level) == (role, level)


def test_the_level_can_be_settled_while_the_role_is_open() -> None:
    nothing_shown = {question: word for question, word in bottom().items() if question not in ("scope", "people")}
    found = reach(nothing_shown)
    assert (found.role, found.level) == (None, 0)


@pytest.mark.parametrize("answers", [sheet(), top(), sheet(scope="vp", people="director")])
def test_a_full_sheet_leaves_no_range(answers: Answers) -> None:
    role, level = place(answers)
    assert reach(answers) == Bounds(role, role, level, level)


@pytest.mark.parametrize("small", SMALL_LADDERS)
def test_on_small_ladders_the_ends_are_the_lowest_and_highest_of_all_completions(small: Grid) -> None:
    for answers in every_partial_sheet(small):
        places = outcomes(small, answers)
        roles, levels = {role for role, _ in places}, {level for _, level in places}
        assert bounds(small, small.states(answers)) == Bounds(min(roles), max(roles), min(levels), max(levels))


@given(partial_sheets(), full_sheets())
def test_the_range_contains_the_role_and_level_of_any_completion(partial: Answers, other: Answers) -> None:
    found = reach(partial)
    role, level = place(other | partial)
    assert found.role_low <= role <= found.role_high
    assert found.level_low <= level <= found.level_high


@given(partial_sheets())
def test_both_ends_of_the_range_are_reached(partial: Answers) -> None:
    found = reach(partial)
    assert place(bottom() | partial) == (found.role_low, found.level_low)
    assert place(top() | partial) == (found.role_high, found.level_high)


@given(partial_sheets(), full_sheets())
def test_one_more_answer_never_widens_the_range(partial: Answers, other: Answers) -> None:
    before = reach(partial)
    for question in ("scope", "people", "delivery.pm", "strategy.director"):
        after = reach({question: other[question]} | partial)
        assert before.level_low <= after.level_low <= after.level_high <= before.level_high
        assert before.role_low <= after.role_low <= after.role_high <= before.role_high


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, Estimate(None, None)),
        ({"scope": "none"}, Estimate("aspiring", "aspiring")),
        ({"scope": "pm"}, Estimate("pm", None)),
        ({"scope": "group-pm"}, Estimate("group-pm", None)),
        ({"people": "director"}, Estimate("director", None)),
        ({"scope": "director", "people": "group-pm"}, Estimate("group-pm", None)),
    ],
)
def test_the_facts_answered_estimate_the_role_and_an_absent_fact_blocks_nothing(answers: Answers, expected: Estimate) -> None:
    assert estimated(answers) == expected


def test_without_a_fact_there_is_no_estimate_of_the_role() -> None:
    assert estimated(at("pm", OWN, BEHAVIORS)).role is None


@pytest.mark.parametrize(
    ("count", "level"),
    [(0, None), (1, None), (2, None), (3, "senior-pm"), (4, "senior-pm")],
)
def test_a_level_counts_from_three_answered_expectations_on(count: int, level: str | None) -> None:
    assert estimated(at("senior-pm", OWN, BEHAVIORS[:count])).level == level


@pytest.mark.parametrize(("count", "level"), [(1, None), (2, "pm")])
def test_a_fact_is_one_of_the_three(count: int, level: str | None) -> None:
    assert estimated({"scope": "pm"} | at("pm", OWN, BEHAVIORS[:count])).level == level


@pytest.mark.parametrize(
    ("met", "answered", "level"),
    [(3, 3, "pm"), (2, 3, "pm"), (1, 3, "aspiring"), (2, 4, "pm"), (1, 4, "aspiring"), (3, 5, "pm"), (2, 5, "aspiring")],
)
def test_the_estimate_asks_for_half_of_the_answered_expectations(met: int, answered: int, level: str) -> None:
    answers = at("pm", "not-yet", BEHAVIORS[:answered]) | at("pm", OWN, BEHAVIORS[:met])
    assert estimated(answers).level == level


def test_the_estimate_takes_the_highest_level_that_holds() -> None:
    answers = at("pm", OWN, BEHAVIORS[:3]) | at("director", OWN, BEHAVIORS[:3]) | at("vp", "with-help", BEHAVIORS[:3])
    assert estimated(answers).level == "director"


def test_the_estimated_level_stays_at_or_below_the_answered_facts() -> None:
    answers = at("pm", OWN, BEHAVIORS[:4]) | at("director", OWN, BEHAVIORS[:4])
    assert estimated(answers | {"scope": "pm"}) == Estimate("pm", "pm")
    assert estimated(answers | {"people": "none"}) == Estimate("senior-pm", "pm")


def test_a_level_with_few_answers_is_passed_over_not_failed() -> None:
    answers = at("apm", OWN, BEHAVIORS[:3]) | at("pm", "not-yet", BEHAVIORS[:2])
    assert estimated(answers).level == "apm"


@given(full_sheets())
def test_on_a_full_sheet_the_estimate_is_the_result(answers: Answers) -> None:
    found = reach(answers)
    names = ("aspiring", *grid().levels)
    assert estimated(answers) == Estimate(names[found.role_low], names[found.level_low])


@given(partial_sheets())
def test_what_is_settled_is_what_the_estimate_says(partial: Answers) -> None:
    found, guessed = reach(partial), estimated(partial)
    names = ("aspiring", *grid().levels)
    if found.role is not None:
        assert guessed.role == names[found.role]
    if found.level is not None:
        assert guessed.level == names[found.level]


@given(partial_sheets())
def test_the_estimate_lies_within_the_range(partial: Answers) -> None:
    found, guessed = reach(partial), estimated(partial)
    names = ("aspiring", *grid().levels)
    assert guessed.role is None or found.role_low <= names.index(guessed.role) <= found.role_high
    assert guessed.level is None or names.index(guessed.level) <= found.level_high
