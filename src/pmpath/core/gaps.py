"""What is missing for a level, in the order of work, with the reasons; and the shortest way there."""

from collections.abc import Collection, Sequence
from itertools import compress
from typing import Final

from pmpath.core.grid import Cell, Grid
from pmpath.core.inference import Inference
from pmpath.core.states import States, count_met, count_unknown, indexes_of
from pmpath.model.answer import WITH_HELP, Answers
from pmpath.model.result import Gap, Readiness
from pmpath.model.setting import COUNTS_LESS

WEIGHTS: Final = {"must-have": 4, "core": 2, "with-help": 1, "missing-at-level": 1, "inferred": 0, COUNTS_LESS: -2}
"""Reason for a gap's place to its weight in the order of work; to count less takes back what a core competency adds."""


def readiness(grid: Grid, states: States, goal: int) -> Readiness:
    """Count what is met at a level besides its must-haves, and name the must-haves that are missing."""
    others, needed = grid.others[goal], grid.ready[goal]
    met, unknown = count_met(states, others), count_unknown(states, others)
    ready = met >= needed
    settled = ready or met + unknown < needed
    missing = states.unmet & grid.must_haves[goal].bits
    return Readiness(met, needed, len(others), ready if settled else None, grid.ids_at(goal, missing) if missing else ())


def gaps(grid: Grid, answers: Answers, known: Inference, *, level: int, goal: int) -> tuple[Gap, ...]:
    """Return the unmet expectations of the goal in the order of work: weight, then hours, then ladder order."""
    here = grid.rows[level].bits if level != goal else 0
    missing_here = {grid.cells[i].competency for i in indexes_of(known.states.unmet & here)}
    unmet = list(indexes_of(known.states.unmet & grid.rows[goal].bits))
    reasons = {i: _reasons(grid.cells[i], answers, missing_here, inferred=i in known.basis) for i in unmet}
    ordered = sorted(unmet, key=lambda i: (-_weight(reasons[i]), grid.cells[i].hours, i))
    on_path = set(_path(grid, ordered, _short(grid, known, goal)))
    return tuple(
        Gap(
            id=grid.cells[i].id,
            competency=grid.cells[i].competency,
            level=grid.levels[goal - 1],
            answer=answers.get(grid.cells[i].question),
            must_have=grid.cells[i].must_have,
            on_path=i in on_path,
            reasons=reasons[i],
            because=(grid.cells[known.basis.get(i, i)].question,),
        )
        for i in ordered
    )


def in_setting(grid: Grid, found: Sequence[Gap], less: Collection[str]) -> tuple[Gap, ...]:
    """Return gaps in the order of work where some competencies count less; must-haves never do.

    The gaps and what is on the path stay the same: the order changes on the path and off it, each in its own places.
    """
    marked = [_less(gap) if gap.competency in less and not gap.must_have else gap for gap in found]
    marked.sort(key=lambda gap: (-_weight(gap.reasons), grid.cells[grid.index[gap.id]].hours, grid.index[gap.id]))
    on_path, off = iter([gap for gap in marked if gap.on_path]), iter([gap for gap in marked if not gap.on_path])
    return tuple(next(on_path if gap.on_path else off) for gap in found)


def _less(gap: Gap) -> Gap:
    return gap._replace(reasons=(*gap.reasons, COUNTS_LESS))


def _weight(reasons: Sequence[str]) -> int:
    return sum(WEIGHTS[reason] for reason in reasons)


def _reasons(cell: Cell, answers: Answers, missing_here: set[str], *, inferred: bool) -> tuple[str, ...]:
    helped = answers.get(cell.question) == WITH_HELP
    applies = (cell.must_have, cell.core, helped, cell.competency in missing_here, inferred)
    return tuple(compress(WEIGHTS, applies))


def _short(grid: Grid, known: Inference, goal: int) -> int:
    """Count what readiness still needs; nothing while open answers decide which that would be."""
    if count_unknown(known.states, grid.rows[goal]):
        return 0
    ready = readiness(grid, known.states, goal)
    return max(0, ready.needed - ready.met)


def _path(grid: Grid, ordered: Sequence[int], short: int) -> list[int]:
    """Take the missing must-haves and as many of the others, in order, as readiness is short of."""
    must_haves = [i for i in ordered if grid.cells[i].must_have]
    others = [i for i in ordered if not grid.cells[i].must_have]
    return must_haves + others[:short]
