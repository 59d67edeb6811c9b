"""Compares two views of the same work: only what is two steps apart, or on different sides of met, is a disagreement."""

from collections.abc import Iterator

from pmpath.core.grid import Grid
from pmpath.core.placement import bounds
from pmpath.core.questionnaire import goal_rank
from pmpath.model.answer import RANKS, Answers
from pmpath.model.comparison import Comparison, Disagreement

FAR = 2
"""Steps between two answers that are worth talking about whichever side of met they are on."""


def worth_asking(grid: Grid, answers: Answers) -> tuple[str, ...]:
    """Return the questions to ask somebody else: of those answered the facts, and what is about the level and the next one.

    While the level is open, all that are answered.
    """
    level = bounds(grid, grid.states(answers)).level
    ranks = range(1, grid.top + 1) if level is None else (level, goal_rank(grid, level, None))
    asked = {cell.question for cell in grid.cells if cell.is_fact or cell.rank in ranks}
    return tuple(question for question in grid.choices if question in asked and question in answers)


def compare(grid: Grid, own: Answers, other: Answers) -> Comparison:
    """Return where two people disagree over the same work, of the questions that both answered."""
    both = [question for question in grid.choices if question in own and question in other]
    found = sorted(_disagreements(grid, own, other, both), key=lambda one: -abs(one.steps))
    return Comparison(len(both), tuple(found))


def _disagreements(grid: Grid, own: Answers, other: Answers, questions: list[str]) -> Iterator[Disagreement]:
    needs = {cell.question: cell.need for cell in grid.cells if not cell.is_fact}
    for question in questions:
        pair = own[question], other[question]
        found = _behavior(question, *pair, needs[question]) if question in needs else _fact(grid, question, *pair)
        if found is not None:
            yield found


def _behavior(question: str, own: str, other: str, need: int) -> Disagreement | None:
    steps = RANKS[own] - RANKS[other]
    own_met, other_met = RANKS[own] >= need, RANKS[other] >= need
    if abs(steps) < FAR and own_met == other_met:
        return None
    return Disagreement(question, own, other, steps, own_met, other_met)


def _fact(grid: Grid, question: str, own: str, other: str) -> Disagreement | None:
    steps = grid.choices[question].index(own) - grid.choices[question].index(other)
    return Disagreement(question, own, other, steps, None, None) if steps else None
