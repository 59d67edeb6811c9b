"""Which answers decide a conclusion: enough to fix it, and none too many."""

import pytest
from hypothesis import given

from builders import BEHAVIORS, Answers, at, bottom, example_a, grid, sheet, small_grid, top
from core.reference import SMALL_LADDERS, every_partial_sheet, every_sheet, outcomes, place, two_fact_grid
from pmpath.core.deciding import deciding_answers
from pmpath.core.grid import Grid
from strategies import full_sheets, interviewed_sheets, partial_sheets

OWN = "on-my-own"


def because(answers: Answers, of: Grid | None = None) -> tuple[str, ...]:
    ladder = of or grid()
    return deciding_answers(ladder, ladder.states(answers))


def settled(of: Grid, answers: Answers) -> tuple[int | None, int | None]:
    """Return role and level where all completions of a small ladder's sheet agree on them."""
    roles, levels = (set(ranks) for ranks in zip(*outcomes(of, answers), strict=True))
    return roles.pop() if len(roles) == 1 else None, levels.pop() if len(levels) == 1 else None


def settled_on_the_ladder(answers: Answers) -> tuple[int | None, int | None]:
    low, high = place(bottom() | answers), place(top() | answers)
    return low[0] if low[0] == high[0] else None, low[1] if low[1] == high[1] else None


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ()),
        ({"scope": "none"}, ("scope",)),
        ({"scope": "pm"}, ("scope",)),
        ({"scope": "cpo"}, ()),
        ({"people": "none"}, ()),
        ({"data.pm": OWN}, ()),
        ({"scope": "cpo", "people": "none"}, ("scope", "people")),
        ({"scope": "pm", "people": "none"}, ("scope",)),
    ],
)
def test_with_few_answers_only_what_is_settled_has_a_reason(answers: Answers, expected: tuple[str, ...]) -> None:
    assert because(answers) == expected


def test_a_held_level_rests_on_as_many_behaviors_as_hold_it_in_ladder_order() -> None:
    answers = sheet(scope="pm", answers=at("pm", OWN, BEHAVIORS))
    assert because(answers) == ("scope", "discovery.pm", "data.pm", "prioritization.pm", "delivery.pm")


def test_behaviors_that_are_not_met_decide_that_a_level_does_not_hold() -> None:
    answers = sheet(scope="pm", answers=at("apm", OWN, BEHAVIORS))
    held = ("discovery.apm", "data.apm", "prioritization.apm", "delivery.apm")
    missing = ("discovery.pm", "data.pm", "prioritization.pm", "delivery.pm", "technology.pm")
    assert because(answers) == ("scope", *held, *missing)


def test_people_decides_where_it_keeps_the_role_down() -> None:
    answers = sheet(scope="group-pm", people="none", answers=at("senior-pm", OWN, BEHAVIORS))
    assert because(answers)[:2] == ("scope", "people")


def test_people_decides_nothing_at_a_role_that_scope_alone_gives() -> None:
    assert "people" not in because(sheet(scope="senior-pm", people="cpo", answers=at("senior-pm", OWN, BEHAVIORS)))


def test_a_fact_below_the_ladder_decides_alone() -> None:
    assert because(top() | {"scope": "none"}) == ("scope",)


def test_everything_at_its_top_rests_on_both_facts_and_two_behaviors() -> None:
    assert because(top()) == ("scope", "people", "prioritization.cpo", "strategy.cpo")


def test_a_role_far_above_the_level_names_what_each_level_between_lacks() -> None:
    reasons = because(sheet(scope="director", people="director", answers=at("senior-pm", OWN, BEHAVIORS)))
    lacking = {level: sum(1 for one in reasons if one.endswith(f".{level}")) for level in ("senior-pm", "group-pm", "director")}
    assert lacking == {"senior-pm": 4, "group-pm": 6, "director": 6}


def test_the_level_can_be_decided_while_the_role_is_open() -> None:
    shown = {question: word for question, word in bottom().items() if "." in question}
    reasons = because(shown)
    assert "scope" not in reasons
    assert {one.partition(".")[2] for one in reasons} == set(grid().levels)


def test_an_absent_answer_is_never_a_reason() -> None:
    answers = {question: word for question, word in example_a().items() if question != "data.pm"}
    assert because(answers) == ("scope", "discovery.pm", "prioritization.pm", "delivery.pm", "technology.pm")


def assert_fixes(of: Grid, answers: Answers, reasons: tuple[str, ...]) -> None:
    role, level = settled(of, answers)
    fixed = outcomes(of, {question: answers[question] for question in reasons})
    assert role is None or {one for one, _ in fixed} == {role}, answers
    assert level is None or {one for _, one in fixed} == {level}, answers


def assert_none_too_many(of: Grid, answers: Answers, reasons: tuple[str, ...]) -> None:
    conclusion = settled(of, answers)
    for left_out in reasons:
        rest = {question: answers[question] for question in reasons if question != left_out}
        found = settled(of, rest)
        assert any(was is not None and was != now for was, now in zip(conclusion, found, strict=True)), (answers, left_out)


@pytest.mark.parametrize("small", SMALL_LADDERS)
def test_on_small_ladders_the_reasons_fix_the_conclusion_of_every_full_sheet(small: Grid) -> None:
    for answers in every_sheet(small):
        assert_fixes(small, answers, because(answers, small))


@pytest.mark.parametrize("small", SMALL_LADDERS)
def test_on_small_ladders_no_reason_of_a_full_sheet_can_be_left_out(small: Grid) -> None:
    for answers in every_sheet(small):
        assert_none_too_many(small, answers, because(answers, small))


@pytest.mark.parametrize("small", [small_grid(2, 3), small_grid(3, 2)])
def test_on_small_ladders_the_reasons_fix_what_a_partial_sheet_settles_and_none_can_be_left_out(small: Grid) -> None:
    for answers in every_partial_sheet(small):
        reasons = because(answers, small)
        assert_fixes(small, answers, reasons)
        assert_none_too_many(small, answers, reasons)


def test_with_two_facts_the_reasons_fix_what_a_partial_sheet_settles_and_none_can_be_left_out() -> None:
    small = two_fact_grid()
    for answers in list(every_partial_sheet(small))[::11]:
        reasons = because(answers, small)
        assert_fixes(small, answers, reasons)
        assert_none_too_many(small, answers, reasons)


@given(full_sheets(), full_sheets())
def test_whatever_the_other_answers_are_the_reasons_give_the_same_role_and_level(answers: Answers, other: Answers) -> None:
    fixed = {question: answers[question] for question in because(answers)}
    assert place(other | fixed) == place(answers)


@given(full_sheets())
def test_without_any_one_reason_some_completion_has_another_role_or_level(answers: Answers) -> None:
    reasons = because(answers)
    for left_out in reasons:
        rest = {question: answers[question] for question in reasons if question != left_out}
        assert settled_on_the_ladder(rest) != place(answers)


@given(partial_sheets(), full_sheets())
def test_the_reasons_of_a_partial_sheet_settle_what_it_settles(partial: Answers, other: Answers) -> None:
    role, level = settled_on_the_ladder(partial)
    found = place(other | {question: partial[question] for question in because(partial)})
    assert role is None or found[0] == role
    assert level is None or found[1] == level


@given(interviewed_sheets())
def test_reasons_are_answers_of_the_sheet_each_once_and_in_ladder_order(partial: Answers) -> None:
    reasons = because(partial)
    assert set(reasons) <= set(partial)
    assert list(reasons) == [question for question in grid().choices if question in set(reasons)]
