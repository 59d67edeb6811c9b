"""Which answers decide a conclusion: a smallest set that fixes role and level whatever the others say."""

from collections.abc import Iterator

from pmpath.core.grid import Grid, State, States
from pmpath.core.placement import bounds


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


def _with_facts(grid: Grid, states: States, kept: set[str]) -> list[State]:
    seen = list(states)
    for fact, cells in grid.facts.items():
        if fact not in kept:
            for i in cells:
                seen[i] = None
    return seen


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
        by_facts = [seen[i] for i in grid.fact_rows[rank]].count(held)
        behaviors = [i for i in grid.behavior_rows[rank] if states[i] is held]
        yield from behaviors[: max(0, wanted - by_facts)]
