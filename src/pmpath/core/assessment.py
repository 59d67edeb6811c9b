"""The assessment: every rule of placement applied to one sheet."""

from collections.abc import Mapping

from pmpath.core.deciding import deciding_answers
from pmpath.core.gaps import gaps, readiness
from pmpath.core.grid import Grid, States, count_met
from pmpath.core.placement import (
    Bounds,
    backed_answers,
    bounds,
    estimate,
    level_id,
    margin,
    standing,
)
from pmpath.core.questionnaire import Inference, goal_rank, infer, open_questions
from pmpath.model.answer import LEAD_OTHERS, Answers
from pmpath.model.result import Assessment, Count, Coverage, Gap, LevelRange, Readiness

SHOWN_STEPS = 3
"""Next steps that are shown first."""


def assess(grid: Grid, answers: Answers, evidence: Mapping[str, object] | None = None, target: str | None = None) -> Assessment:
    """Place a sheet and say what is missing for the next level, or for the target.

    `evidence` maps expectation ids to whatever shows them; an empty value counts as none.
    """
    states = grid.states(answers)
    reach = bounds(grid, states)
    aim = grid.rank_of(target) if target is not None else None
    goal = goal_rank(grid, reach.level, aim)
    known = infer(grid, states, reach.level) if reach.level is not None else Inference(tuple(states), {})
    found = gaps(grid, answers, known, level=reach.level or 0, goal=goal) if goal else ()
    ready = readiness(grid, known, goal) if goal else None
    listed = all(known.states[i] is not None for i in grid.rows[goal or 0])
    path = _path(found, ready) if listed or (ready and ready.ready) else None
    return Assessment(
        role=_named(grid, reach.role),
        level=_named(grid, reach.level),
        standing=standing(grid, known.states, reach.role) if reach.role else None,
        level_range=LevelRange(level_id(grid, reach.level_low), level_id(grid, reach.level_high)),
        estimate=estimate(grid, states),
        complete=reach.level is not None and listed,
        next_level=_next_level(grid, reach.level),
        target=target,
        readiness=ready,
        margin=margin(grid, known.states, reach.level) if reach.level is not None else None,
        gaps=found,
        shortest_path=path,
        strengths=_strengths(grid, answers),
        evidence=_coverage(grid, answers, evidence or {}, states, reach),
        because=deciding_answers(grid, states),
        next_steps=_next_steps(found, path),
        unanswered=tuple(question.id for question in open_questions(grid, states, aim)),
        at_role=_count(grid, known.states, reach.role),
        at_level=_count(grid, known.states, reach.level),
    )


def _named(grid: Grid, rank: int | None) -> str | None:
    return None if rank is None else level_id(grid, rank)


def _count(grid: Grid, states: States, rank: int | None) -> Count | None:
    return Count(count_met(states, grid.rows[rank]), len(grid.rows[rank])) if rank else None


def _next_level(grid: Grid, level: int | None) -> str | None:
    return level_id(grid, level + 1) if level is not None and level < grid.top else None


def _path(found: tuple[Gap, ...], ready: Readiness | None) -> tuple[str, ...] | None:
    return None if ready is None else tuple(gap.id for gap in found if gap.on_path)


def _next_steps(found: tuple[Gap, ...], path: tuple[str, ...] | None) -> tuple[str, ...]:
    """Take the first actions of the shortest path; where there is none to walk, those of the first gaps known."""
    return (path or tuple(gap.id for gap in found))[:SHOWN_STEPS]


def _strengths(grid: Grid, answers: Answers) -> tuple[str, ...]:
    led = [i for i, cell in enumerate(grid.cells) if not cell.is_fact and answers.get(cell.question) == LEAD_OTHERS]
    return tuple(grid.cells[i].id for i in sorted(led, key=lambda i: (-grid.cells[i].rank, i)))


def _coverage(grid: Grid, answers: Answers, evidence: Mapping[str, object], states: States, reach: Bounds) -> Coverage:
    if reach.level is None:
        return Coverage(None, None, None)
    met = [grid.cells[i].id for i in grid.rows[reach.level] if states[i] and not grid.cells[i].is_fact]
    backed = bounds(grid, grid.states(backed_answers(grid, answers, evidence))).level
    return Coverage(covered=sum(1 for i in met if evidence.get(i)), of=len(met), backed_level=_named(grid, backed))
