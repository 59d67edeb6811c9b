"""How far evidence carries: what it covers, and the level that it alone backs. It never moves a level silently."""

from collections.abc import Mapping

from pmpath.core.grid import Grid
from pmpath.core.placement import bounds, level_id
from pmpath.core.states import States, bits_of, indexes_of
from pmpath.model.result import Coverage


def coverage(grid: Grid, states: States, evidence: Mapping[str, object], *, level: int | None) -> Coverage:
    """Count the met behaviors of the level that carry evidence, and place the sheet by evidence alone."""
    if level is None:
        return Coverage(None, None, None)
    met = [grid.cells[i].id for i in indexes_of(states.met & grid.behavior_rows[level].bits)]
    covered = [name for name in met if evidence.get(name)]
    return Coverage(covered=len(covered), of=len(met), backed_level=_backed_level(grid, states, evidence))


def _backed_level(grid: Grid, states: States, evidence: Mapping[str, object]) -> str | None:
    rank = bounds(grid, backed_states(grid, states, evidence)).level
    return None if rank is None else level_id(grid, rank)


def backed_states(grid: Grid, states: States, evidence: Mapping[str, object]) -> States:
    """Return the states of the answers with every behavior that carries no evidence lowered to `with-help`."""
    shown = bits_of(grid.index[name] for name in evidence.keys() & grid.index.keys() if evidence[name])
    return states._replace(met=states.met & (grid.helped.bits | shown))
