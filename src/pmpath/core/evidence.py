"""How far evidence carries: what it covers, and the level that it alone backs. It never moves a level silently."""

from collections.abc import Mapping

from pmpath.core.grid import Grid
from pmpath.core.placement import bounds, level_id
from pmpath.model.answer import EVIDENCED_FROM, RANKS, WITH_HELP, Answers
from pmpath.model.result import Coverage


def coverage(grid: Grid, answers: Answers, evidence: Mapping[str, object], *, level: int | None) -> Coverage:
    """Count the met behaviors of the level that carry evidence, and place the sheet by evidence alone."""
    if level is None:
        return Coverage(None, None, None)
    states = grid.states(answers)
    met = [grid.cells[i].id for i in grid.rows[level] if states[i] and not grid.cells[i].is_fact]
    covered = [name for name in met if evidence.get(name)]
    return Coverage(covered=len(covered), of=len(met), backed_level=_backed_level(grid, answers, evidence))


def _backed_level(grid: Grid, answers: Answers, evidence: Mapping[str, object]) -> str | None:
    rank = bounds(grid, grid.states(backed_answers(grid, answers, evidence))).level
    return None if rank is None else level_id(grid, rank)


def backed_answers(grid: Grid, answers: Answers, evidence: Mapping[str, object]) -> dict[str, str]:
    """Lower every behavior that claims to be done alone, yet carries no evidence, to `with-help`."""
    behaviors = {cell.question for cell in grid.cells if not cell.is_fact}
    return {
        question: WITH_HELP if question in behaviors and RANKS[word] >= EVIDENCED_FROM and not evidence.get(question) else word
        for question, word in answers.items()
    }
