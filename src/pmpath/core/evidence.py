"""How far evidence carries: what it covers, and the level that it alone backs. It never moves a level silently."""

from collections.abc import Mapping

from pmpath.core.grid import Grid, State, States
from pmpath.core.placement import bounds, level_id
from pmpath.model.result import Coverage


def coverage(grid: Grid, states: States, evidence: Mapping[str, object], *, level: int | None) -> Coverage:
    """Count the met behaviors of the level that carry evidence, and place the sheet by evidence alone."""
    if level is None:
        return Coverage(None, None, None)
    met = [grid.cells[i].id for i in grid.behavior_rows[level] if states[i]]
    covered = [name for name in met if evidence.get(name)]
    return Coverage(covered=len(covered), of=len(met), backed_level=_backed_level(grid, states, evidence))


def _backed_level(grid: Grid, states: States, evidence: Mapping[str, object]) -> str | None:
    rank = bounds(grid, backed_states(grid, states, evidence)).level
    return None if rank is None else level_id(grid, rank)


def backed_states(grid: Grid, states: States, evidence: Mapping[str, object]) -> list[State]:
    """Return the states of the answers with every behavior that carries no evidence lowered to `with-help`."""
    backed = [state and helped for state, helped in zip(states, grid.helped, strict=True)]
    for i in [grid.index[name] for name in evidence.keys() & grid.index.keys() if evidence[name]]:
        backed[i] = states[i]
    return backed
