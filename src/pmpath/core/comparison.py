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
        mine, theirs = own[question], other[question]
        if question in needs:
            steps = RANKS[mine] - RANKS[theirs]
            own_met, other_met = (RANKS[word] >= needs[question] for word in (mine, theirs))
            if abs(steps) >= FAR or own_met != other_met:
                yield Disagreement(question, mine, theirs, steps, own_met, other_met)
        elif mine != theirs:
            choices = grid.choices[question]
            yield Disagreement(question, mine, theirs, choices.index(mine) - choices.index(theirs), None, None)
