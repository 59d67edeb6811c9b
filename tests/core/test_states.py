"""Sets of bits that say of every cell whether it is met, unmet or unknown."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.core.states import Row, State, States, bits_of, count_met, count_unknown, indexes_of

LISTED: list[State] = [True, False, None, True, None]

listed_states = st.lists(st.sampled_from([True, False, None]), max_size=80)
indexes = st.frozensets(st.integers(0, 79))


@given(listed_states)
def test_states_keep_what_is_listed(listed: list[State]) -> None:
    states = States.of(listed)
    assert (states.each, states.size) == (listed, len(listed))
    assert [states.at(i) for i in range(len(listed))] == listed


@given(listed_states)
def test_every_cell_is_met_or_unmet_or_unknown_and_only_one_of_them(listed: list[State]) -> None:
    states = States.of(listed)
    parts = (states.met, states.unmet, states.unknown)
    assert sum(parts) == (1 << len(listed)) - 1
    assert sum(map(int.bit_count, parts)) == len(listed)


@given(listed_states)
def test_worst_and_best_fill_only_what_is_unknown(listed: list[State]) -> None:
    states = States.of(listed)
    assert states.worst.each == [state is True for state in listed]
    assert states.best.each == [state is not False for state in listed]


@given(listed_states, indexes)
def test_cells_that_are_left_out_become_unknown_and_no_others(listed: list[State], left_out: frozenset[int]) -> None:
    inside = {i for i in left_out if i < len(listed)}
    found = States.of(listed).without(bits_of(inside)).each
    assert found == [None if i in inside else state for i, state in enumerate(listed)]


@given(indexes)
def test_bits_and_indexes_say_the_same(chosen: frozenset[int]) -> None:
    assert list(indexes_of(bits_of(chosen))) == sorted(chosen)


@pytest.mark.parametrize(("row", "met", "unknown"), [((0, 1, 2, 3), 2, 1), ((0,), 1, 0), ((1, 2, 4), 0, 2), ((), 0, 0)])
def test_counts_tell_met_from_unknown(row: tuple[int, ...], met: int, unknown: int) -> None:
    states = States.of(LISTED)
    assert (count_met(states, Row(row)), count_unknown(states, Row(row))) == (met, unknown)


def test_a_row_is_its_indexes_and_the_same_as_bits_in_another_process_too() -> None:
    row = pickle.loads(pickle.dumps(Row([0, 3])))  # noqa: S301 - made in the same line
    assert (row, row.bits) == ((0, 3), 0b1001)
