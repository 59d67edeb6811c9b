"""What is asked again after an earlier assessment, in which order, and how an interview goes through it."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Answers, bottom, example_a, grid, interview, top
from pmpath.core.assessment import assess
from pmpath.core.course import Course, Depth, Heard, Question, Reason
from pmpath.core.questionnaire import expected_total, next_question
from pmpath.core.reassessment import NARROW, asked_again, question_again
from strategies import full_sheets, levels, partial_sheets

A: Final = interview(example_a(), Depth.STANDARD)
"""What a standard interview asks of worked example A."""
ORDER: Final = [Reason.WORKED_ON, Reason.OPEN_BEFORE, Reason.NARROW]
IDS: Final = st.lists(st.sampled_from([*grid().index, "gone.pm", ""]), max_size=4)


def again(answers: Answers, worked_on: tuple[str, ...] = (), target: str | None = None) -> dict[str, Reason]:
    return {one.id: one.reason for one in asked_again(grid(), answers, worked_on, target)}


def test_where_nothing_was_answered_nothing_is_asked_again() -> None:
    assert asked_again(grid(), {}, ["data.pm"], None) == ()


def test_what_the_plan_worked_on_comes_first() -> None:
    assert next(iter(again(A, ("data.pm",)).items())) == ("data.pm", Reason.WORKED_ON)


def test_what_was_open_toward_the_next_level_is_asked_again() -> None:
    found = {name for name, why in again(A).items() if why is Reason.OPEN_BEFORE}
    behaviors = ("data", "strategy", "business", "influence", "organization")
    assert found == {"scope", "people", *(f"{name}.senior-pm" for name in behaviors)}


def test_what_is_open_toward_a_target_is_asked_again_instead_of_the_next_level() -> None:
    found = [name for name, why in again(example_a(), target="director").items() if why is Reason.OPEN_BEFORE]
    assert {name.partition(".")[2] for name in found} == {"", "director"}


def test_a_reason_that_comes_first_is_the_only_one() -> None:
    gap = assess(grid(), A).gaps[-1].id
    assert again(A, (gap,))[grid().cells[grid().index[gap]].question] is Reason.WORKED_ON


def test_work_on_a_fact_asks_for_the_fact_again() -> None:
    assert again(A, ("scope.senior-pm",))["scope"] is Reason.WORKED_ON


def test_work_on_what_the_ladder_no_longer_knows_is_passed_over() -> None:
    assert again(A, ("gone.pm",)) == again(A)


def test_work_on_what_was_never_answered_asks_nothing_again() -> None:
    assert "data.cpo" not in again(A, ("data.cpo",))


def test_a_level_that_is_held_narrowly_has_what_holds_it_asked_again() -> None:
    held_barely = {**example_a(), **dict.fromkeys(("technology.pm", "strategy.pm", "influence.pm"), "not-yet")}
    narrow = [name for name, why in again(held_barely).items() if why is Reason.NARROW]
    assert narrow == ["discovery.pm", "data.pm", "prioritization.pm", "delivery.pm"]


@pytest.mark.parametrize("answers", [top(), bottom(), {}, {"scope": "pm"}], ids=["top", "bottom", "nothing", "one fact"])
def test_a_level_that_is_firm_or_open_or_none_has_nothing_asked_again_that_holds_it(answers: Answers) -> None:
    assert Reason.NARROW not in again(answers).values()


@given(full_sheets())
def test_only_what_is_met_and_decides_a_level_with_a_small_margin_is_asked_as_narrow(answers: Answers) -> None:
    before = assess(grid(), answers)
    narrow = {name for name, why in again(answers).items() if why is Reason.NARROW}
    states = dict(zip(grid().index, grid().states(answers).each, strict=True))
    assert all(states[name] and name in before.because and name.endswith(f".{before.level}") for name in narrow)
    assert not narrow or (before.margin is not None and (before.margin.down or 9) <= NARROW)


@given(partial_sheets(), IDS, st.none() | levels())
def test_whatever_is_asked_again_was_answered_comes_once_and_stands_in_the_order_of_reasons(
    answers: Answers, worked_on: list[str], target: str | None
) -> None:
    found = asked_again(grid(), answers, worked_on, target)
    places = [ORDER.index(one.reason) for one in found]
    assert {one.id for one in found} <= set(answers)
    assert len({one.id for one in found}) == len(found)
    assert places == sorted(places)


@given(partial_sheets(), IDS)
def test_all_that_was_worked_on_and_answered_is_asked_again(answers: Answers, worked_on: list[str]) -> None:
    wanted = {grid().cells[grid().index[name]].question for name in worked_on if name in grid().index} & set(answers)
    found = asked_again(grid(), answers, worked_on, None)
    assert {one.id for one in found if one.reason is Reason.WORKED_ON} == wanted


def test_a_behavior_asked_again_is_about_its_own_level() -> None:
    assert question_again(grid(), "data.director", Reason.NARROW) == Question("data.director", Reason.NARROW, 5)


def test_a_fact_asked_again_is_about_the_lowest_level_that_it_has() -> None:
    assert [question_again(grid(), name, Reason.NARROW).rank for name in ("scope", "people")] == [1, 3]


# On the way through an interview


AGAIN: Final = (Question("data.pm", Reason.WORKED_ON, 2), Question("scope", Reason.OPEN_BEFORE, 1))


@pytest.mark.parametrize("depth", Depth)
def test_what_is_asked_again_comes_before_all_else_in_its_order(depth: Depth) -> None:
    assert next_question(grid(), Course(depth, again=AGAIN), Heard({})) == AGAIN[0]
    assert next_question(grid(), Course(depth, again=AGAIN[1:]), Heard(example_a(), 1)) == AGAIN[1]


@given(partial_sheets(), st.sampled_from(Depth))
def test_behind_what_is_asked_again_the_interview_goes_on_as_ever(answers: Answers, depth: Depth) -> None:
    course = Course(depth, again=AGAIN)
    assert next_question(grid(), course._replace(again=()), Heard(answers)) == next_question(
        grid(), Course(depth), Heard(answers)
    )


@given(partial_sheets(), st.sampled_from(Depth))
def test_the_forecast_counts_what_is_asked_again(answers: Answers, depth: Depth) -> None:
    supposed = {"data.pm": "on-my-own", "scope": "group-pm", **answers}
    with_again = expected_total(grid(), Course(depth, again=AGAIN), Heard(answers, 3))
    assert with_again == expected_total(grid(), Course(depth), Heard(supposed, 5))


def test_where_all_is_known_the_forecast_is_what_is_asked_again() -> None:
    assert expected_total(grid(), Course(Depth.FULL, again=AGAIN), Heard(example_a())) == 2


def test_an_answer_that_stays_as_it_was_does_not_keep_placing_from_going_on() -> None:
    kept = Heard({"scope": "pm", "data.pm": "on-my-own"}, 20, frozenset({"data.pm"}))
    question = next_question(grid(), Course(), kept)
    assert question is not None
    assert question.reason is Reason.PLACES
