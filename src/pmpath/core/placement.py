"""Role, level, standing, margin, bounds and estimate: the rules that place a sheet.

`role_rank` and `level_rank` raise `AnswerNeededError` where they meet an unknown that they need: that cell is the next
question, so the adaptive interview is this function evaluated lazily.
"""

from typing import NamedTuple

from pmpath.core.grid import Grid
from pmpath.core.states import States, count_met, count_unknown, indexes_of, lowest
from pmpath.model.result import Estimate, Margin


class AnswerNeededError(Exception):
    """Placement needs the answer behind the cell `index`."""

    def __init__(self, index: int) -> None:
        """Keep the index of the cell."""
        super().__init__(index)
        self.index = index


class Bounds(NamedTuple):
    """The lowest and highest rank that any completion of a sheet can reach, for the role and for the level."""

    role_low: int
    role_high: int
    level_low: int
    level_high: int

    @property
    def role(self) -> int | None:
        """The rank of the role, None while it is open."""
        return self.role_low if self.role_low == self.role_high else None

    @property
    def level(self) -> int | None:
        """The rank of the level, None while it is open."""
        return self.level_low if self.level_low == self.level_high else None


def role_rank(grid: Grid, states: States) -> int:
    """Return the highest rank such that the must-haves of every rank up to it are met; 0 is below the ladder."""
    for rank in range(1, grid.top + 1):
        for i in grid.must_haves[rank]:
            state = states.at(i)
            if state is None:
                raise AnswerNeededError(i)
            if not state:
                return rank - 1
    return grid.top


def holds(grid: Grid, states: States, rank: int) -> bool:
    """Say whether at least the holding share of the level's expectations is met."""
    row = grid.rows[rank]
    met = count_met(states, row)
    if met >= grid.hold[rank]:
        return True
    if met + count_unknown(states, row) < grid.hold[rank]:
        return False
    raise AnswerNeededError(next(i for i in row if states.at(i) is None))


def level_rank(grid: Grid, states: States) -> int:
    """Return the highest rank up to the role whose level holds; 0 is below the ladder."""
    return next((rank for rank in range(role_rank(grid, states), 0, -1) if holds(grid, states, rank)), 0)


def bounds(grid: Grid, states: States) -> Bounds:
    """Return the range of role and level over all completions of the states."""
    low = _role_of(grid, states.met)
    level_low = _level_of(grid, states.met, low)
    if not states.unknown:
        return Bounds(low, low, level_low, level_low)
    most = states.met | states.unknown
    high = _role_of(grid, most)
    return Bounds(low, high, level_low, _level_of(grid, most, high))


def _role_of(grid: Grid, met: int) -> int:
    """Return the rank of the role where these cells are met and no others."""
    lacking = grid.all_must_haves.bits & ~met
    return grid.cells[lowest(lacking)].rank - 1 if lacking else grid.top


def _level_of(grid: Grid, met: int, role: int) -> int:
    """Return the rank of the level where these cells are met and no others."""
    for rank in range(role, 0, -1):
        if (met & grid.rows[rank].bits).bit_count() >= grid.hold[rank]:
            return rank
    return 0


def standing(grid: Grid, states: States, rank: int | None) -> str | None:
    """Return growing, holding or strong at a level; None while the answers leave it open or below the ladder."""
    if not rank:
        return None
    met, unknown = count_met(states, grid.rows[rank]), count_unknown(states, grid.rows[rank])
    word = _standing_word(grid, met, rank)
    return word if not unknown or word == _standing_word(grid, met + unknown, rank) else None


def _standing_word(grid: Grid, met: int, rank: int) -> str:
    if met >= grid.strong[rank]:
        return "strong"
    return "holding" if met >= grid.hold[rank] else "growing"


def estimate(grid: Grid, states: States) -> Estimate:
    """Place a partial sheet by its answered expectations only.

    An absent fact blocks nothing; a level counts only with `estimate_from` answered expectations. Both are None where too
    little is answered. Where the ladder knows no must-haves, the role is the level.
    """
    facts = grid.all_must_haves
    settled = bounds(grid, states)
    role = settled.role
    if role is None and count_unknown(states, facts) < len(facts):
        role = settled.role_high
    level = settled.level
    if level is None:
        level = _estimated_level(grid, states, settled.role_high)
    return Estimate(role=_level_id(grid, role if facts else level), level=_level_id(grid, level))


def _estimated_level(grid: Grid, states: States, role: int) -> int | None:
    known = {rank: len(grid.rows[rank]) - count_unknown(states, grid.rows[rank]) for rank in range(role, 0, -1)}
    counting = {rank: count for rank, count in known.items() if count >= grid.rules.estimate_from}
    held = (rank for rank, count in counting.items() if count_met(states, grid.rows[rank]) >= grid.rules.hold.of_count(count))
    return next(held, 0) if counting else None


def _level_id(grid: Grid, rank: int | None) -> str | None:
    return None if rank is None else level_id(grid, rank)


def level_id(grid: Grid, rank: int) -> str:
    """Return the id of the level at a rank; rank 0 is `aspiring`."""
    return grid.names[rank]


def margin(grid: Grid, states: States, level: int | None) -> Margin | None:
    """Return how many answers lie between the level and its neighbors.

    `down` counts behaviors that would have to be lower, facts unchanged; `up` answers that would have to be higher, facts
    included. A figure is None where there is no level on that side or the answers leave it open; the whole while the level is.
    """
    if level is None:
        return None
    if not states.unknown:
        down, up = _answers_down(grid, states, level), _answers_up(grid, states, level)
        return Margin(up=up, down=down, label=_margin_label(down, up))
    low, high = states.worst, states.best
    downs = (_answers_down(grid, low, level), _answers_down(grid, high, level))
    ups = (_answers_up(grid, high, level), _answers_up(grid, low, level))
    labels = {_margin_label(down, up) for down, up in zip(downs, ups, strict=True)}
    return Margin(
        up=ups[0] if ups[0] == ups[1] else None,
        down=downs[0] if downs[0] == downs[1] else None,
        label=labels.pop() if len(labels) == 1 else None,
    )


def _margin_label(down: int | None, up: int | None) -> str | None:
    figures = [figure for figure in (down, up) if figure is not None]
    if not figures:
        return None
    return {1: "borderline", 2: "fair"}.get(min(figures), "firm")


def _answers_down(grid: Grid, met: States, level: int) -> int | None:
    row = grid.rows[level]
    behaviors = count_met(met, grid.behavior_rows[level])
    needed = count_met(met, row) - grid.hold[level] + 1
    return needed if level and needed <= behaviors else None


def _answers_up(grid: Grid, met: States, level: int) -> int | None:
    return min((_cost_of(grid, met, rank) for rank in range(level + 1, grid.top + 1)), default=None)


def _cost_of(grid: Grid, met: States, rank: int) -> int:
    """Count the answers to raise until the level at `rank` is reached: blocking facts first, then whatever is short."""
    blocking = {grid.cells[i].question for r in range(1, rank + 1) for i in indexes_of(grid.must_haves[r].bits & ~met.met)}
    facts = indexes_of(grid.fact_rows[rank].bits & ~met.met)
    raised = sum(1 for i in facts if grid.cells[i].question in blocking)
    return len(blocking) + max(0, grid.hold[rank] - count_met(met, grid.rows[rank]) - raised)
