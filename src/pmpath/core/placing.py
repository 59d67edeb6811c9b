"""Places a sheet in short: role, level, standing, readiness, and what is missing for the next level or a target."""

from functools import lru_cache

from pmpath.core.gaps import readiness
from pmpath.core.grid import Grid
from pmpath.core.inference import infer
from pmpath.core.placement import Bounds, bounds, standing
from pmpath.core.questionnaire import goal_rank
from pmpath.core.states import States
from pmpath.model.result import LevelRange, Placement, Readiness


def place(grid: Grid, states: States, target: str | None = None) -> Placement:
    """Place a sheet of these states and say what is missing for the next level, or for the target."""
    reach = bounds(grid, states)
    known = infer(grid, states, reach.level).states if states.unknown else states
    return placement_of(grid, reach, known, target)


def placement_of(grid: Grid, reach: Bounds, known: States, target: str | None) -> Placement:
    """Return the placement that rests on these ranges, and on states with what may be concluded without asking.

    Where a ladder knows no must-haves, the role is the level.
    """
    names, level = grid.names, reach.level
    role = reach.role if grid.all_must_haves else level
    goal = goal_of(grid, level, target)
    row = grid.rows[goal].bits
    return Placement(
        None if role is None else names[role],
        None if level is None else names[level],
        standing(grid, known, role),
        LevelRange(names[reach.level_low], names[reach.level_high]),
        level is not None and not known.unknown & row,
        names[level + 1] if level is not None and level < grid.top else None,
        target,
        *_toward(grid, goal, known.met & row, known.unknown & row),
    )


@lru_cache(maxsize=8192)
def _toward(grid: Grid, goal: int, met: int, unknown: int) -> tuple[Readiness | None, tuple[str, ...]]:
    """Return readiness for a goal and what is missing there. Rows of answers are alike from sheet to sheet, so it is kept."""
    states = States(met, unknown, len(grid.cells))
    return readiness(grid, states, goal) if goal else None, grid.ids_at(goal, states.unmet)


def goal_of(grid: Grid, level: int | None, target: str | None) -> int:
    """Return the rank of the level that gaps and readiness are about: the target, else the next one; 0 where there is none."""
    return goal_rank(grid, level, grid.rank_of(target) if target else None)
