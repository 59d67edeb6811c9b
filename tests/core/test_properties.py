"""What must always hold, over thousands of sheets."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builders import BEHAVIORS, Answers, bottom, grid, interview, sheet, top
from core.reference import met_by, place
from pmpath.core.assessment import assess
from pmpath.core.course import Depth
from pmpath.core.gaps import readiness
from pmpath.core.placement import bounds, standing
from pmpath.model.result import Assessment
from strategies import full_sheets, levels, partial_sheets, questions

NAMES = ("aspiring", *grid().levels)
STANDINGS = (None, "growing", "holding", "strong")
OWN = "on-my-own"

many = settings(max_examples=4 * settings().max_examples)


def assessed(answers: Answers) -> Assessment:
    return assess(grid(), answers)


def met_at(answers: Answers, rank: int) -> tuple[int, int, bool]:
    """Return standing and readiness at a level as figures that only rise."""
    states = grid().states(answers)
    ready = readiness(grid(), states, rank)
    return STANDINGS.index(standing(grid(), states, rank)), ready.met, bool(ready.ready)


def raised(answers: Answers, question: str, steps: int) -> Answers:
    choices = grid().choices[question]
    return answers | {question: choices[min(len(choices) - 1, choices.index(answers[question]) + steps)]}


def profile(level: str) -> Answers:
    """Return the perfect profile of a level: its facts, and all that it and the levels below it ask."""
    shown = grid().levels[: grid().rank_of(level)]
    people = level if level in grid().choices["people"] else "none"
    behaviors = {question: OWN for question in grid().choices if question.partition(".")[2] in shown}
    return sheet(scope=level, people=people, answers=behaviors)


@many
@given(full_sheets())
def test_the_adaptive_result_equals_the_full_one_in_role_and_level(answers: Answers) -> None:
    short = assessed(interview(answers, Depth.QUICK))
    role, level = place(answers)
    assert (short.role, short.level) == (NAMES[role], NAMES[level])


@many
@given(full_sheets())
def test_the_adaptive_result_equals_the_full_one_in_readiness_gaps_and_path(answers: Answers) -> None:
    short, full = assessed(interview(answers, Depth.STANDARD)), assessed(answers)
    assert (short.complete, short.readiness, short.next_level) == (True, full.readiness, full.next_level)
    assert {gap.id for gap in short.gaps} == {gap.id for gap in full.gaps}
    assert len(short.shortest_path or ()) == len(full.shortest_path or ())


@many
@given(partial_sheets(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_changes_nothing(answers: Answers, dice: Random) -> None:
    shuffled = list(answers.items())
    dice.shuffle(shuffled)
    assert assessed(dict(shuffled)) == assessed(answers)


@many
@given(partial_sheets(), levels())
def test_the_same_sheet_gives_the_same_result(answers: Answers, target: str) -> None:
    before = dict(answers)
    assert assess(grid(), answers, target=target) == assess(grid(), dict(answers), target=target)
    assert answers == before


@many
@given(full_sheets(), questions(), st.integers(1, 7))
def test_raising_any_answer_never_lowers_role_or_level(answers: Answers, question: str, steps: int) -> None:
    before, after = assessed(answers), assessed(raised(answers, question, steps))
    assert NAMES.index(str(after.role)) >= NAMES.index(str(before.role))
    assert NAMES.index(str(after.level)) >= NAMES.index(str(before.level))


@many
@given(full_sheets(), questions(), st.integers(1, 7))
def test_raising_any_answer_never_lowers_standing_or_readiness_at_any_fixed_level(
    answers: Answers, question: str, steps: int
) -> None:
    higher = raised(answers, question, steps)
    for rank in range(1, 8):
        before, after = met_at(answers, rank), met_at(higher, rank)
        assert all(now >= was for was, now in zip(before, after, strict=True))


@many
@given(partial_sheets(), st.integers(0, 7), st.integers(1, 7))
def test_raising_any_answer_of_a_partial_sheet_never_lowers_its_range(answers: Answers, start: int, steps: int) -> None:
    before = bounds(grid(), grid().states(answers))
    for question in list(answers)[start::8]:
        after = bounds(grid(), grid().states(raised(answers, question, steps)))
        assert all(now >= was for was, now in zip(before, after, strict=True))


@many
@given(full_sheets(), questions(), levels())
def test_raising_any_answer_adds_no_gap_at_a_fixed_level(answers: Answers, question: str, level: str) -> None:
    before = {gap.id for gap in assess(grid(), answers, target=level).gaps}
    assert {gap.id for gap in assess(grid(), raised(answers, question, 1), target=level).gaps} <= before


@many
@given(full_sheets(), st.sets(questions()), st.sets(questions()))
def test_removing_evidence_never_raises_anything(answers: Answers, shown: set[str], removed: set[str]) -> None:
    more = assess(grid(), answers, dict.fromkeys(shown, "shown"))
    less = assess(grid(), answers, dict.fromkeys(shown - removed, "shown"))
    assert NAMES.index(str(less.evidence.backed_level)) <= NAMES.index(str(more.evidence.backed_level))
    assert (less.evidence.covered or 0) <= (more.evidence.covered or 0)
    assert less._replace(evidence=more.evidence) == more


@many
@given(full_sheets(), st.sets(questions()))
def test_evidence_moves_neither_role_nor_level_and_backs_none_above_it(answers: Answers, shown: set[str]) -> None:
    result = assess(grid(), answers, dict.fromkeys(shown, "shown"))
    assert (result.role, result.level) == (assessed(answers).role, assessed(answers).level)
    assert NAMES.index(str(result.evidence.backed_level)) <= NAMES.index(str(result.level))


@many
@given(full_sheets())
def test_evidence_for_everything_backs_the_whole_level(answers: Answers) -> None:
    result = assess(grid(), answers, dict.fromkeys(answers, "shown"))
    assert result.evidence.backed_level == result.level
    assert result.evidence.covered == result.evidence.of


@many
@given(partial_sheets(), full_sheets())
def test_the_range_contains_the_level_that_any_completion_gives(partial: Answers, other: Answers) -> None:
    shown = assessed(partial).level_range
    level = place(other | partial)[1]
    assert NAMES.index(shown.low) <= level <= NAMES.index(shown.high)


@many
@given(partial_sheets(), full_sheets())
def test_what_is_said_about_a_partial_sheet_stays_true_whatever_the_rest_is(partial: Answers, other: Answers) -> None:
    said, full = assessed(partial), assessed(other | partial)
    assert said.role in (None, full.role)
    assert said.level in (None, full.level)
    assert said.next_level in (None, full.next_level)


@many
@given(full_sheets())
def test_the_shortest_path_once_met_makes_the_next_level_ready(answers: Answers) -> None:
    result = assessed(answers)
    assume(result.next_level)
    after = assess(grid(), answers | met_by(grid(), result.shortest_path or ()), target=result.next_level)
    assert after.readiness is not None
    assert (after.readiness.ready, after.readiness.must_haves_missing, after.shortest_path) == (True, (), ())


@many
@given(full_sheets())
def test_the_shortest_path_is_as_long_as_what_is_missing(answers: Answers) -> None:
    result = assessed(answers)
    if result.readiness is None:
        assert (result.level, result.shortest_path, result.gaps) == ("cpo", None, ())
    else:
        short = max(0, result.readiness.needed - result.readiness.met)
        assert len(result.shortest_path or ()) == len(result.readiness.must_haves_missing) + short


@many
@given(full_sheets(), full_sheets())
def test_with_the_reasons_fixed_no_change_of_the_others_alters_the_conclusion(answers: Answers, other: Answers) -> None:
    result = assessed(answers)
    changed = assessed(other | {question: answers[question] for question in result.because})
    assert (changed.role, changed.level) == (result.role, result.level)


@many
@given(full_sheets())
def test_without_any_one_of_the_reasons_some_completion_alters_the_conclusion(answers: Answers) -> None:
    reasons = assessed(answers).because
    for left_out in reasons:
        rest = {question: answers[question] for question in reasons if question != left_out}
        assert {place(bottom() | rest), place(top() | rest)} != {place(answers)}


@many
@given(full_sheets())
def test_the_reasons_alone_give_the_same_role_and_level(answers: Answers) -> None:
    result = assessed(answers)
    alone = assessed({question: answers[question] for question in result.because})
    assert (alone.role, alone.level) == (result.role, result.level)


@many
@given(full_sheets())
def test_the_level_never_lies_above_the_role(answers: Answers) -> None:
    result = assessed(answers)
    assert NAMES.index(str(result.level)) <= NAMES.index(str(result.role))


@many
@given(full_sheets())
def test_no_chance_changes_no_figure_against_not_yet(answers: Answers) -> None:
    exchanged = {question: "not-yet" if word == "no-chance" else word for question, word in answers.items()}
    before, after = assessed(answers), assessed(exchanged)
    assert before._replace(gaps=()) == after._replace(gaps=())
    assert [gap._replace(answer=None) for gap in before.gaps] == [gap._replace(answer=None) for gap in after.gaps]


def test_everything_at_its_top_is_cpo() -> None:
    result = assessed(top())
    assert (result.role, result.level, result.next_level, result.readiness) == ("cpo", "cpo", None, None)


def test_everything_at_its_bottom_is_aspiring() -> None:
    result = assessed(bottom())
    assert (result.role, result.level, result.next_level) == ("aspiring", "aspiring", "apm")


@pytest.mark.parametrize("level", grid().levels)
def test_the_perfect_profile_of_a_level_is_that_level_and_strong(level: str) -> None:
    result = assessed(profile(level))
    assert (result.role, result.level, result.standing) == (level, level, "strong")
    assert result.at_level is not None
    assert result.at_level.met == result.at_level.of


@pytest.mark.parametrize("chosen", list(combinations(BEHAVIORS, 5)), ids="-".join)
def test_five_behaviors_at_their_top_hold_no_level_and_the_output_names_what_blocks(chosen: tuple[str, ...]) -> None:
    led = {question: "lead-others" for question in grid().choices if question.partition(".")[0] in chosen and "." in question}
    result = assessed(sheet(answers=led))
    assert (result.role, result.level) == ("aspiring", "aspiring")
    assert result.because == ("scope",)
    assert result.readiness is not None
    assert result.readiness.must_haves_missing == ("scope.apm",)
    assert result.gaps[0].id == "scope.apm"
