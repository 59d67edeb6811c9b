"""What is worth asking again: what a plan worked on, what was open toward the target, and what holds the level narrowly."""

from collections.abc import Iterable, Iterator

from pmpath.core.assessment import assess
from pmpath.core.course import Question, Reason
from pmpath.core.grid import Grid
from pmpath.model.answer import Answers
from pmpath.model.result import Assessment

NARROW = 2
"""A level that so many lower answers, or fewer, would take away is asked about again."""


def asked_again(grid: Grid, answers: Answers, worked_on: Iterable[str], target: str | None) -> tuple[Question, ...]:
    """Return the questions of an earlier assessment to ask again, each once, in this order of reasons.

    `worked_on` holds the ids of the actions that something was said about since; ids that the ladder does not know are
    passed over.
    """
    before = assess(grid, answers, target=target)
    why = dict.fromkeys(_narrow(grid, answers, before), Reason.NARROW)
    why |= {grid.cells[grid.index[gap.id]].question: Reason.OPEN_BEFORE for gap in before.gaps}
    why |= {grid.cells[grid.index[name]].question: Reason.WORKED_ON for name in worked_on if name in grid.index}
    ordered = sorted(filter(answers.__contains__, why), key=lambda question: list(Reason).index(why[question]))
    return tuple(question_again(grid, question, why[question]) for question in ordered)


def question_again(grid: Grid, question: str, reason: Reason) -> Question:
    """Return a question of the ladder, to be asked again for a reason."""
    return Question(question, reason, next(cell.rank for cell in grid.cells if cell.question == question))


def _narrow(grid: Grid, answers: Answers, before: Assessment) -> Iterator[str]:
    """Yield the met behaviors that hold the level, where few lower answers would take it away."""
    down = before.margin.down if before.margin else None
    if before.level is None or down is None or down > NARROW:
        return
    states = grid.states(answers)
    for i in grid.rows[grid.rank_of(before.level)]:
        if grid.cells[i].id in before.because and states.at(i):
            yield grid.cells[i].id
