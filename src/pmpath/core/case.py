"""Builds the case for a level from what is shown, and names honestly what is not."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from pmpath.core.assessment import assess
from pmpath.core.grid import Cell, Grid
from pmpath.core.states import States
from pmpath.model.answer import Answers, Sheet
from pmpath.model.case import Case, Claim
from pmpath.model.evidence import Evidence


class Past(NamedTuple):
    """The answers of one day, YYYY-MM-DD: of an assessment, or with what was confirmed since the last one."""

    day: str
    answers: Answers
    is_assessment: bool = True


def build_case(grid: Grid, sheet: Sheet, entries: Sequence[Evidence], past: Sequence[Past], target: str) -> Case:
    """Return the case for a level; `past` holds the answers of all days that count, the oldest first, today's as the last."""
    result = assess(grid, sheet.answers, sheet.evidence, target)
    rank = grid.rank_of(target)
    claims = list(_claims(grid, sheet.answers, entries, past))
    shown = tuple(claim for cell, claim in claims if cell.rank == rank)
    below = sorted((one for one in claims if one[0].rank < rank), key=lambda one: -one[0].rank)
    unshown = list(_met_without(grid, sheet.answers, rank, {claim.id for claim in shown}))
    missing = {gap.id for gap in result.gaps if not gap.must_have}
    return Case(
        target=target,
        result=result,
        shown=shown,
        held=tuple(claim for _, claim in below),
        facts=tuple(cell.id for cell in unshown if cell.is_fact),
        said=tuple(cell.id for cell in unshown if not cell.is_fact),
        missing=tuple(cell.id for cell in grid.cells if cell.id in missing),
    )


def _met_without(grid: Grid, answers: Answers, rank: int, claimed: set[str]) -> Iterator[Cell]:
    """Yield what is met at a level and not claimed."""
    states = grid.states(answers)
    yield from (grid.cells[i] for i in grid.rows[rank] if states.at(i) and grid.cells[i].id not in claimed)


def _claims(grid: Grid, answers: Answers, entries: Sequence[Evidence], past: Sequence[Past]) -> Iterator[tuple[Cell, Claim]]:
    """Yield what is met and carries evidence, in ladder order, each with its cell."""
    states = grid.states(answers)
    states_of = [(one, grid.states(one.answers)) for one in past]
    for i, cell in enumerate(grid.cells):
        numbers = _numbers(cell.id, entries)
        if states.at(i) and numbers:
            run = _unbroken(states_of, i)
            times = sum(1 for one in run if one.is_assessment)
            yield cell, Claim(cell.id, answers[cell.question], numbers, run[-1].day, times)


def _numbers(name: str, entries: Sequence[Evidence]) -> tuple[int, ...]:
    return tuple(entry.number for entry in entries if name in entry.shows)


def _unbroken(past: Sequence[tuple[Past, States]], index: int) -> list[Past]:
    """Return the last run of days on which a cell was met, the latest first."""
    return [one for one, _ in takewhile(lambda pair: pair[1].at(index) is True, reversed(past))]
