"""The path from a background into a first product role: strengths and gaps from the answers, steps laid out in weeks."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from pmpath.core.gaps import gaps
from pmpath.core.grid import Cell, Grid
from pmpath.core.inference import Inference
from pmpath.core.placement import bounds
from pmpath.model.answer import RANKS, Answers
from pmpath.model.route import ScheduledStep, Transition, TransitionGap

USABLE = Fraction(3, 5)
"""Share of the hours a week that a plan may count on."""


class PathStep(NamedTuple):
    """A step as figures: own hours, and the level for which alone it is needed (None: always)."""

    id: str
    hours: int
    only_to: str | None


class Path(NamedTuple):
    """A playbook as ids and figures."""

    background: str
    usual_gaps: Sequence[str]
    steps: Sequence[PathStep]


def transition(grid: Grid, path: Path, answers: Answers, *, to: str, hours_per_week: float) -> Transition:
    """Lay out the path to level `to` for someone with these answers, which may be empty."""
    steps = schedule([step for step in path.steps if step.only_to in (None, to)], hours_per_week)
    return Transition(
        background=path.background,
        to=to,
        hours_per_week=hours_per_week,
        strengths=_strengths(grid, answers, to),
        gaps=_gaps(grid, path, answers, to),
        steps=steps,
        weeks=max((step.last_week for step in steps), default=0),
    )


def schedule(steps: Iterable[PathStep], hours_per_week: float) -> tuple[ScheduledStep, ...]:
    """Put steps one after another into weeks of `hours_per_week` times the usable share."""
    capacity = Fraction(str(hours_per_week)) * USABLE
    spent = Fraction(0)
    laid: list[ScheduledStep] = []
    for step in steps:
        begin, spent = spent, spent + step.hours
        laid.append(ScheduledStep(step.id, floor(begin / capacity) + 1, ceil(spent / capacity)))
    return tuple(laid)


def _strengths(grid: Grid, answers: Answers, to: str) -> tuple[str, ...]:
    """Return what is met up to the level, led for others first, then the higher level."""
    states = grid.states(answers)
    met = [i for i, cell in enumerate(grid.cells) if states[i] and not cell.is_fact and cell.rank <= grid.rank_of(to)]
    met.sort(key=lambda i: (-RANKS[answers[grid.cells[i].question]], -grid.cells[i].rank, i))
    return tuple(grid.cells[i].id for i in met)


def _gaps(grid: Grid, path: Path, answers: Answers, to: str) -> tuple[TransitionGap, ...]:
    """Return the must-haves still to be given, what else is unmet in the order of work, then usual gaps not spoken of."""
    goal = grid.rank_of(to)
    states = grid.states(answers)
    known = Inference(tuple(states), {})
    must_haves = [grid.cells[i].id for i in grid.must_haves[goal] if not states[i]]
    unmet = [gap.id for gap in gaps(grid, answers, known, level=bounds(grid, states).level_low, goal=goal)]
    usual = [name for name in path.usual_gaps if _is_on_the_way(grid.cells[grid.index[name]], goal)]
    usual_open = [name for name in usual if not states[grid.index[name]]]
    ordered = dict.fromkeys([*must_haves, *unmet, *usual_open])
    return tuple(_gap(grid, answers, grid.index[name], usual=name in usual) for name in ordered)


def _is_on_the_way(cell: Cell, goal: int) -> bool:
    """Say whether a cell has to be closed for a level: a fact only in its statement of that level."""
    return cell.rank == goal if cell.is_fact else cell.rank <= goal


def _gap(grid: Grid, answers: Answers, index: int, *, usual: bool) -> TransitionGap:
    cell = grid.cells[index]
    return TransitionGap(id=cell.id, answer=answers.get(cell.question), must_have=cell.must_have, usual=usual)
