"""What may be concluded without asking. Figures that are shown use it; placement never does."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmpath.core.grid import Grid, State, States


class Inference(NamedTuple):
    """States with what may be concluded without asking, and the index of the cell that each conclusion rests on.

    Figures that are shown use these states; placement never does.
    """

    states: tuple[State, ...]
    basis: Mapping[int, int]


def infer(grid: Grid, states: States, level: int | None) -> Inference:
    """Fill in what need not be asked; nothing while the level is open, or where all was answered.

    A cell above the next level whose nearest answered neighbor below, in the same competency, is unmet counts as unmet. A
    cell of the present level whose competency is met one level up counts as met.
    """
    if level is None or None not in states:
        return Inference(tuple(states), {})
    basis = {
        i: found
        for thread in grid.threads
        for place, i in enumerate(thread)
        if states[i] is None and (found := _basis_of(grid, states, thread=thread, place=place, level=level)) is not None
    }
    return Inference(tuple(states[basis.get(i, i)] for i in range(len(states))), basis)


def _basis_of(grid: Grid, states: States, *, thread: Sequence[int], place: int, level: int) -> int | None:
    """Return the cell that settles an unknown one without asking; None where it has to be asked."""
    rank = grid.cells[thread[place]].rank
    if rank > level + 1:
        below = next((i for i in reversed(thread[:place]) if states[i] is not None), thread[place])
        return below if states[below] is False else None
    above = (i for i in thread[place + 1 :] if grid.cells[i].rank == level + 1 and states[i])
    return next(above, None) if rank == level else None
