"""The path from a background into a first product role: strengths and gaps from the answers, steps laid out in weeks."""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from pmpath.core.gaps import gaps, in_setting
from pmpath.core.grid import Cell, Grid
from pmpath.core.inference import Inference
from pmpath.core.placement import bounds
from pmpath.model.answer import RANKS, Answers
from pmpath.model.route import ScheduledStep, Transition, TransitionGap

USABLE = Fraction(3, 5)
"""Share of the hours a week that a plan may count on."""


class PathStep(NamedTuple):
    """A step as figures: own hours, the level for which alone it is needed (None: always), its phase, what it closes."""

    id: str
    hours: int
    only_to: str | None
    phase: str = ""
    closes: Sequence[str] = ()


class Path(NamedTuple):
    """A playbook as ids and figures, and the competencies that count less where it is followed."""

    background: str
    usual_gaps: Sequence[str]
    steps: Sequence[PathStep]
    counts_less: Collection[str] = ()


def transition(grid: Grid, path: Path, answers: Answers, *, to: str, hours_per_week: float) -> Transition:
    """Lay out the path to level `to` for someone with these answers, which may be empty."""
    steps = schedule(_in_order([step for step in path.steps if step.only_to in (None, to)], path), hours_per_week)
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


def _in_order(steps: Sequence[PathStep], path: Path) -> list[PathStep]:
    """Put a step that closes only what counts less behind the others of its phase."""
    phases = list(dict.fromkeys(step.phase for step in steps))
    return sorted(steps, key=lambda step: (phases.index(step.phase), _closes_less(step, path)))


def _closes_less(step: PathStep, path: Path) -> bool:
    return bool(step.closes) and all(_counts_less(name, path) for name in step.closes)


def _counts_less(expectation: str, path: Path) -> bool:
    return expectation.partition(".")[0] in path.counts_less


def _strengths(grid: Grid, answers: Answers, to: str) -> tuple[str, ...]:
    """Return what is met up to the level, led for others first, then the higher level."""
    states = grid.states(answers)
    met = [i for i, cell in enumerate(grid.cells) if states.at(i) and not cell.is_fact and cell.rank <= grid.rank_of(to)]
    met.sort(key=lambda i: (-RANKS[answers[grid.cells[i].question]], -grid.cells[i].rank, i))
    return tuple(grid.cells[i].id for i in met)


def _gaps(grid: Grid, path: Path, answers: Answers, to: str) -> tuple[TransitionGap, ...]:
    """Return the must-haves still to be given, what else is unmet in the order of work, then usual gaps not spoken of."""
    goal = grid.rank_of(to)
    states = grid.states(answers)
    known = Inference(states, {})
    must_haves = [grid.cells[i].id for i in grid.must_haves[goal] if not states.at(i)]
    found = gaps(grid, answers, known, level=bounds(grid, states).level_low, goal=goal)
    unmet = [gap.id for gap in in_setting(grid, found, path.counts_less)]
    usual = [name for name in path.usual_gaps if _is_on_the_way(grid.cells[grid.index[name]], goal)]
    usual_open = sorted((name for name in usual if not states.at(grid.index[name])), key=lambda name: _counts_less(name, path))
    ordered = dict.fromkeys([*must_haves, *unmet, *usual_open])
    return tuple(
        _gap(grid.cells[grid.index[name]], answers, usual=name in usual, less=_counts_less(name, path)) for name in ordered
    )


def _is_on_the_way(cell: Cell, goal: int) -> bool:
    """Say whether a cell has to be closed for a level: a fact only in its statement of that level."""
    return cell.rank == goal if cell.is_fact else cell.rank <= goal


def _gap(cell: Cell, answers: Answers, *, usual: bool, less: bool) -> TransitionGap:
    return TransitionGap(
        id=cell.id,
        answer=answers.get(cell.question),
        must_have=cell.must_have,
        usual=usual,
        counts_less=less and not cell.must_have,
    )
