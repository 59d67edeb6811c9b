"""Compares two views of the same work: only what is two steps apart, or on different sides of met, is a disagreement."""

from collections.abc import Iterator

from pmpath.core.grid import Grid
from pmpath.model.answer import RANKS, Answers
from pmpath.model.comparison import Comparison, Disagreement

FAR = 2
"""Steps between two answers that are worth talking about whichever side of met they are on."""


def compare(grid: Grid, own: Answers, other: Answers) -> Comparison:
    """Return where two people disagree over the same work, of the questions that both answered."""
    both = [question for question in grid.choices if question in own and question in other]
    found = sorted(_disagreements(grid, own, other, both), key=lambda one: -abs(one.steps))
    return Comparison(len(both), tuple(found))


def _disagreements(grid: Grid, own: Answers, other: Answers, questions: list[str]) -> Iterator[Disagreement]:
    needs = {cell.question: cell.need for cell in grid.cells if not cell.is_fact}
    for question in questions:
        choices = grid.choices[question]
        mine, theirs = own[question], other[question]
        if question not in needs:
            steps, met = choices.index(mine) - choices.index(theirs), (None, None)
            differs = mine != theirs
        else:
            steps, met = RANKS[mine] - RANKS[theirs], (RANKS[mine] >= needs[question], RANKS[theirs] >= needs[question])
            differs = abs(steps) >= FAR or met[0] != met[1]
        if differs:
            yield Disagreement(question, mine, theirs, steps, *met)
