"""Two views of the same work: what both answered, where they disagree, and how far."""

from itertools import product
from typing import Final

import pytest
from hypothesis import given

from builders import WORDS, Answers, bottom, example_a, grid, top
from pmpath.core.comparison import compare, worth_asking
from pmpath.core.placement import bounds
from pmpath.model.answer import RANKS
from pmpath.model.comparison import Comparison, Disagreement
from strategies import any_sheets, partial_sheets

NEED: Final = {cell.question: cell.need for cell in grid().cells if not cell.is_fact}


def disagreements(own: Answers, other: Answers) -> list[Disagreement]:
    return list(compare(grid(), own, other).disagreements)


def test_only_what_both_answered_is_compared() -> None:
    assert compare(grid(), {"data.pm": "not-yet", "scope": "pm"}, {"scope": "pm", "discovery.pm": "not-yet"}) == Comparison(
        1, ()
    )


def test_answers_to_what_the_ladder_does_not_know_are_not_compared() -> None:
    assert compare(grid(), {"gone": "pm"}, {"gone": "vp"}) == Comparison(0, ())


def test_two_steps_apart_is_a_disagreement() -> None:
    assert disagreements({"data.pm": "lead-others"}, {"data.pm": "with-help"})[0].steps == 2


def test_a_step_on_the_same_side_of_met_is_none() -> None:
    assert disagreements({"data.pm": "lead-others"}, {"data.pm": "on-my-own"}) == []
    assert disagreements({"data.pm": "with-help"}, {"data.pm": "not-yet"}) == []


def test_a_step_across_the_line_is_a_disagreement_with_the_side_of_each() -> None:
    found = disagreements({"data.pm": "with-help"}, {"data.pm": "on-my-own"})
    assert found == [Disagreement("data.pm", "with-help", "on-my-own", -1, own_met=False, other_met=True)]


def test_where_help_is_enough_the_line_is_between_nothing_and_help() -> None:
    (found,) = disagreements({"data.apm": "with-help"}, {"data.apm": "no-chance"})
    assert (found.steps, found.own_met, found.other_met) == (1, True, False)


def test_two_words_for_not_done_agree() -> None:
    assert disagreements({"data.pm": "no-chance"}, {"data.pm": "not-yet"}) == []


def test_two_statements_of_a_fact_disagree_by_their_distance() -> None:
    found = disagreements({"scope": "senior-pm"}, {"scope": "apm"})
    assert found == [Disagreement("scope", "senior-pm", "apm", 2, own_met=None, other_met=None)]


def test_a_fact_counts_its_own_statements_only() -> None:
    assert disagreements({"people": "none"}, {"people": "group-pm"})[0].steps == -2


def test_the_widest_comes_first_whichever_way_and_then_the_order_of_the_ladder() -> None:
    own = {"scope": "pm", "discovery.pm": "on-my-own", "data.pm": "lead-others", "delivery.pm": "not-yet"}
    other = {"scope": "pm", "discovery.pm": "with-help", "data.pm": "not-yet", "delivery.pm": "lead-others"}
    assert [(one.question, one.steps) for one in disagreements(own, other)] == [
        ("data.pm", 3),
        ("delivery.pm", -3),
        ("discovery.pm", 1),
    ]


@pytest.mark.parametrize(("mine", "theirs"), list(product(WORDS, WORDS)))
@pytest.mark.parametrize("question", ["data.apm", "data.pm"])
def test_a_behavior_is_a_disagreement_by_distance_or_by_the_line(question: str, mine: str, theirs: str) -> None:
    far = abs(RANKS[mine] - RANKS[theirs]) >= 2
    across = (RANKS[mine] >= NEED[question]) != (RANKS[theirs] >= NEED[question])
    assert bool(disagreements({question: mine}, {question: theirs})) is (far or across)


@given(partial_sheets())
def test_nobody_disagrees_with_themselves(answers: Answers) -> None:
    assert compare(grid(), answers, answers) == Comparison(len(answers), ())


@given(any_sheets(), any_sheets())
def test_seen_from_the_other_side_every_disagreement_is_turned_around(own: Answers, other: Answers) -> None:
    there, back = compare(grid(), own, other), compare(grid(), other, own)
    assert there.compared == back.compared == len(grid().choices)
    assert there.disagreements == tuple(
        Disagreement(one.question, one.other, one.own, -one.steps, one.other_met, one.own_met) for one in back.disagreements
    )


# What to ask somebody else


def levels_asked(answers: Answers) -> set[str]:
    return {name.partition(".")[2] for name in worth_asking(grid(), answers)}


def test_somebody_else_is_asked_the_facts_and_what_is_about_the_level_and_the_next() -> None:
    assert levels_asked(example_a()) == {"", "pm", "senior-pm"}


@pytest.mark.parametrize(("answers", "levels"), [(top(), {"", "cpo"}), (bottom(), {"", "apm"})], ids=["top", "bottom"])
def test_at_either_end_of_the_ladder_one_level_is_left_to_ask_about(answers: Answers, levels: set[str]) -> None:
    assert levels_asked(answers) == levels


def test_while_the_level_is_open_somebody_else_is_asked_all_that_is_answered() -> None:
    assert worth_asking(grid(), {"data.cpo": "not-yet", "data.apm": "with-help"}) == ("data.apm",)
    assert worth_asking(grid(), {"data.vp": "not-yet", "data.apm": "with-help"}) == ("data.apm", "data.vp")


@given(partial_sheets())
def test_somebody_else_is_asked_nothing_that_was_not_answered_and_in_the_order_of_the_ladder(answers: Answers) -> None:
    asked = worth_asking(grid(), answers)
    assert list(asked) == [question for question in grid().choices if question in asked]
    assert set(asked) <= set(answers)
    assert {"scope", "people"} & set(answers) <= set(asked)


@given(partial_sheets())
def test_everything_answered_about_the_level_itself_is_asked(answers: Answers) -> None:
    level = bounds(grid(), grid().states(answers)).level
    asked = worth_asking(grid(), answers)
    assert all(cell.question in asked for cell in grid().cells if cell.rank == level and cell.question in answers)
