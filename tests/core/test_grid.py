"""The table that the core computes on."""

import pickle
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import WORDS, bottom, grid, small_grid, top
from core.reference import is_met, two_fact_grid
from pmpath.core.grid import Share
from pmpath.model.answer import RANKS
from strategies import full_sheets, partial_sheets

LEVELS = ("apm", "pm", "senior-pm", "group-pm", "director", "vp", "cpo")


@pytest.mark.parametrize(
    ("share", "count", "expected"),
    [
        (Share(1, 2), 9, 5),
        (Share(1, 2), 10, 5),
        (Share(1, 2), 11, 6),
        (Share(1, 2), 7, 4),
        (Share(1, 2), 1, 1),
        (Share(1, 2), 0, 0),
        (Share(2, 3), 9, 6),
        (Share(2, 3), 10, 7),
        (Share(2, 3), 8, 6),
        (Share(2, 3), 11, 8),
        (Share(2, 3), 5, 4),
        (Share(1, 1), 5, 5),
    ],
)
def test_a_share_of_a_count_is_rounded_up(share: Share, count: int, expected: int) -> None:
    assert share.of_count(count) == expected


@given(st.integers(1, 100), st.integers(1, 100), st.integers(0, 200))
def test_a_share_is_the_smallest_whole_number_that_reaches_it(over: int, of: int, count: int) -> None:
    assert Share(over, of).of_count(count) == ceil(Fraction(over, of) * count)


def test_the_shipped_ladder_has_67_expectations_57_questions_and_11_competencies() -> None:
    assert (len(grid().cells), len(grid().choices), len(grid().threads)) == (67, 57, 11)


def test_the_shipped_levels_run_from_apm_to_cpo() -> None:
    assert grid().levels == LEVELS
    assert grid().top == 7


@pytest.mark.parametrize(("level", "size"), list(zip(LEVELS, (9, 9, 11, 11, 11, 9, 7), strict=True)))
def test_a_level_has_its_number_of_expectations(level: str, size: int) -> None:
    assert len(grid().rows[grid().rank_of(level)]) == size


@pytest.mark.parametrize(("level", "half"), list(zip(LEVELS, (5, 5, 6, 6, 6, 5, 4), strict=True)))
def test_half_of_a_level_is_rounded_up(level: str, half: int) -> None:
    assert grid().hold[grid().rank_of(level)] == half


@pytest.mark.parametrize(
    ("level", "must_haves"),
    [*((level, ["scope"]) for level in LEVELS[:3]), *((level, ["scope", "people"]) for level in LEVELS[3:])],
)
def test_the_must_haves_of_a_level_are_its_facts(level: str, must_haves: list[str]) -> None:
    assert [grid().cells[i].id for i in grid().must_haves[grid().rank_of(level)]] == [f"{one}.{level}" for one in must_haves]


def test_a_row_is_its_must_haves_and_the_others_and_nothing_twice() -> None:
    for rank in range(8):
        assert sorted(grid().must_haves[rank] + grid().others[rank]) == list(grid().rows[rank])


def test_there_is_nothing_below_the_ladder() -> None:
    assert (grid().rows[0], grid().must_haves[0], grid().others[0], grid().hold[0]) == ((), (), (), 0)


def test_a_fact_offers_the_bottom_and_the_levels_that_have_a_statement() -> None:
    assert grid().choices["scope"] == ("none", *LEVELS)
    assert grid().choices["people"] == ("none", "senior-pm", "group-pm", "director", "vp", "cpo")


def test_a_behavior_offers_the_five_answers_from_the_lowest_up() -> None:
    assert grid().choices["data.pm"] == ("not-yet", "no-chance", "with-help", "on-my-own", "lead-others") == WORDS


def test_the_questions_come_level_by_level_in_the_order_of_the_ladder() -> None:
    ranks = [grid().cells[next(i for i, c in enumerate(grid().cells) if c.question == q)].rank for q in grid().choices]
    behaviors = [rank for question, rank in zip(grid().choices, ranks, strict=True) if "." in question]
    assert behaviors == sorted(behaviors)


def test_the_cells_of_a_competency_climb() -> None:
    for thread in grid().threads:
        ranks = [grid().cells[i].rank for i in thread]
        assert ranks == sorted(set(ranks))
        assert len({grid().cells[i].competency for i in thread}) == 1


@pytest.mark.parametrize(("level", "rank"), [("apm", 1), ("cpo", 7), ("none", 0), ("aspiring", 0), ("king", 0), ("", 0)])
def test_the_rank_of_a_level_counts_from_one_and_anything_else_is_zero(level: str, rank: int) -> None:
    assert grid().rank_of(level) == rank


def test_every_expectation_is_found_by_its_id() -> None:
    assert all(grid().cells[place].id == name for name, place in grid().index.items())
    assert len(grid().index) == 67


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize(("question", "enough"), [("data.apm", 1), ("data.pm", 2), ("strategy.cpo", 2)])
def test_an_answer_meets_an_expectation_from_the_word_on_that_the_level_asks_for(question: str, enough: int, word: str) -> None:
    states = grid().states({question: word})
    assert states.at(grid().index[question]) is (RANKS[word] >= enough)


@pytest.mark.parametrize("chosen", range(8))
def test_a_fact_meets_every_statement_up_to_the_one_picked(chosen: int) -> None:
    states = grid().states({"scope": grid().choices["scope"][chosen]})
    found = [states.at(grid().index[f"scope.{level}"]) for level in LEVELS]
    assert found == [rank <= chosen for rank in range(1, 8)]


def test_what_is_not_answered_is_unknown() -> None:
    states = grid().states({"data.pm": "on-my-own"})
    assert [i for i, state in enumerate(states.each) if state is not None] == [grid().index["data.pm"]]


def test_the_bottom_meets_nothing_and_the_top_everything() -> None:
    assert set(grid().states(bottom()).each) == {False}
    assert set(grid().states(top()).each) == {True}


@given(full_sheets())
def test_states_follow_the_letter_of_the_rules(answers: dict[str, str]) -> None:
    assert grid().states(answers).each == [is_met(grid(), cell, answers[cell.question]) for cell in grid().cells]


@given(partial_sheets())
def test_a_state_is_unknown_exactly_where_its_question_is_absent(answers: dict[str, str]) -> None:
    assert [state is None for state in grid().states(answers).each] == [cell.question not in answers for cell in grid().cells]


def test_a_small_ladder_counts_its_own_levels() -> None:
    assert (small_grid(2, 3).top, len(small_grid(2, 3).choices)) == (2, 7)
    assert two_fact_grid().choices["team"] == ("none", "l2", "l3")


def test_a_grid_can_be_handed_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(small_grid()))  # noqa: S301 - made in the same line
    assert (sent.levels, sent.settings) == (small_grid().levels, {})
