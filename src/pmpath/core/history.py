"""What moved between assessments: how far each competency reaches, and which answers changed, with or without evidence."""

from collections.abc import Container, Iterator, Mapping, Sequence

from pmpath.core.grid import Grid
from pmpath.model.answer import RANKS, Answers, Sheet
from pmpath.model.movement import Movement, Reach


def reaches(grid: Grid, sheets: Sequence[Sheet]) -> dict[str, tuple[Reach, ...]]:
    """Return for each competency how far it reaches on each sheet, in the order of the sheets."""
    each = [_reach_of(grid, sheet.answers) for sheet in sheets]
    competencies = dict.fromkeys(cell.competency for cell in grid.cells)
    return {name: tuple(reach[name] for reach in each) for name in competencies}


def movements(grid: Grid, before: Sheet, after: Sheet, worked_on: Container[str] = ()) -> Iterator[Movement]:
    """Yield the answers that changed between two sheets, in ladder order; what only one of them answers did not move.

    `worked_on` holds the ids of the actions that the plan worked on in between.
    """
    for question in grid.choices:
        was, now = before.answers.get(question, ""), after.answers.get(question, "")
        if was == now or not {was, now} <= set(grid.choices[question]):
            continue
        steps = _rank(grid, question, now) - _rank(grid, question, was)
        names = [cell.id for cell in grid.cells if cell.question == question]
        is_shown = _has_new_evidence(names, before.evidence, after.evidence)
        yield Movement(question, was, now, steps, is_shown, any(name in worked_on for name in names))


def _reach_of(grid: Grid, answers: Answers) -> dict[str, Reach]:
    """Return the highest level rank that each competency meets; None where nothing of it was answered, 0 where none is met."""
    states = grid.states(answers).each
    found: dict[str, Reach] = {}
    for cell, state in zip(grid.cells, states, strict=True):
        known = found.setdefault(cell.competency, None)
        if state is not None:
            found[cell.competency] = max(known or 0, cell.rank if state else 0)
    return found


def _rank(grid: Grid, question: str, word: str) -> int:
    return RANKS[word] if word in RANKS else grid.choices[question].index(word)


def _has_new_evidence(
    names: Sequence[str], before: Mapping[str, Sequence[object]], after: Mapping[str, Sequence[object]]
) -> bool:
    """Say whether expectations carry evidence now that they did not carry before."""
    return any(item not in before.get(name, ()) for name in names for item in after.get(name, ()))
