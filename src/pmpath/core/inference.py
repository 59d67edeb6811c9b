"""What may be concluded without asking. Figures that are shown use it; placement never does."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pmpath.core.grid import Grid
from pmpath.core.states import Row, States, bits_of, indexes_of


class Inference(NamedTuple):
    """States with what may be concluded without asking, and the index of the cell that each conclusion rests on.

    Figures that are shown use these states; placement never does.
    """

    states: States
    basis: Mapping[int, int]


def infer(grid: Grid, states: States, level: int | None) -> Inference:
    """Fill in what need not be asked; nothing while the level is open, or where all was answered.

    A cell above the next level whose nearest answered neighbor below, in the same competency, is unmet counts as unmet. A
    cell of the present level whose competency is met one level up counts as met.
    """
    if level is None or not states.unknown:
        return Inference(states, {})
    basis = dict(_conclusions(grid, states, level))
    concluded, met = bits_of(basis), bits_of(i for i, found in basis.items() if states.at(found))
    return Inference(states._replace(met=states.met | met, unknown=states.unknown & ~concluded), basis)


def _conclusions(grid: Grid, states: States, level: int) -> Iterator[tuple[int, int]]:
    """Yield each cell that need not be asked with the cell that settles it."""
    for thread in grid.threads:
        for i in indexes_of(states.unknown & thread.bits):
            rank = grid.cells[i].rank
            if rank > level + 1:
                yield from _from_below(states, thread, i)
            elif rank == level < grid.top:
                yield from ((i, above) for above in indexes_of(states.met & thread.bits & grid.rows[level + 1].bits))


def _from_below(states: States, thread: Row, index: int) -> Iterator[tuple[int, int]]:
    """Yield a cell with the nearest answered one below it, where that is unmet."""
    answered = ~states.unknown & thread.bits & ((1 << index) - 1)
    nearest = answered.bit_length() - 1
    if answered and not states.at(nearest):
        yield index, nearest
