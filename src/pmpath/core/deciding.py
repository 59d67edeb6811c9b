"""Which answers decide a conclusion: a smallest set that fixes role and level whatever the others say."""

from collections.abc import Iterator
from itertools import islice

from pmpath.core.grid import Grid
from pmpath.core.placement import bounds
from pmpath.core.states import States, indexes_of


def deciding_answers(grid: Grid, states: States) -> tuple[str, ...]:
    """Return the answer ids that fix what is settled of role and level, in ladder order.

    With these answers fixed no change of the others alters the conclusion; without any one of them some completion does.
    """
    facts = _deciding_facts(grid, states)
    chosen = facts | {grid.cells[i].question for i in _deciding_behaviors(grid, states, facts)}
    return tuple(question for question in grid.choices if question in chosen)


def _conclusion(grid: Grid, states: States) -> tuple[int | None, int | None]:
    reach = bounds(grid, states)
    return reach.role, reach.level


def _deciding_facts(grid: Grid, states: States) -> set[str]:
    """Drop every fact, the last one first, without which the conclusion still stands."""
    conclusion = _conclusion(grid, states)
    kept = set(grid.facts)
    for fact in reversed(grid.facts):
        if _conclusion(grid, _with_facts(grid, states, kept - {fact})) == conclusion:
            kept.discard(fact)
    return kept


def _with_facts(grid: Grid, states: States, kept: set[str]) -> States:
    return states.without(sum(cells.bits for fact, cells in grid.facts.items() if fact not in kept))


def _deciding_behaviors(grid: Grid, states: States, facts: set[str]) -> Iterator[int]:
    """Take, in ladder order, as many behaviors as hold the level, and as many as keep each level above it from holding."""
    seen = _with_facts(grid, states, facts)
    reach = bounds(grid, seen)
    if reach.level is None:
        return
    for rank in range(reach.level, reach.role_high + 1):
        hold = grid.hold[rank]
        held = rank == reach.level
        wanted = hold if held else len(grid.rows[rank]) - hold + 1
        decided = seen.met if held else seen.unmet
        by_facts = (decided & grid.fact_rows[rank].bits).bit_count()
        behaviors = indexes_of(decided & grid.behavior_rows[rank].bits)
        yield from islice(behaviors, max(0, wanted - by_facts))
