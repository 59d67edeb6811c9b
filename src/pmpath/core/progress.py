"""Brings things up to a day: what is left of a plan, and a sheet with what was learned since it was assessed."""

from collections.abc import Mapping, Sequence

from pmpath.core.grid import Grid
from pmpath.core.plans import fit, schedule
from pmpath.model.answer import ON_MY_OWN, Sheet
from pmpath.model.day import days_between, days_later
from pmpath.model.plan import Agreed, Fit, Plan, Progress, Standing, State, Task

CHECKPOINT_DAYS = (30, 60, 90)
DAYS_A_WEEK = 7


def plan_on(agreed: Agreed, progress: Progress, today: str) -> Plan:
    """Return what is left of a plan on a day, laid out anew from the week of the plan that the day falls into."""
    passed = max(0, days_between(agreed.start, today) // DAYS_A_WEEK)
    start = days_later(agreed.start, DAYS_A_WEEK * passed)
    left = [_left(task, progress.standings.get(task.id), start) for task in agreed.tasks]
    tasks = [task for task in left if task is not None]
    laid_out = schedule(tasks, agreed.hours)
    return Plan(
        agreed=agreed,
        progress=progress,
        schedule=laid_out,
        start=start,
        starts=tuple(days_later(start, DAYS_A_WEEK * week) for week in range(laid_out.weeks)),
        end=_end(start, laid_out.weeks),
        first_end=_end(agreed.start, schedule(agreed.tasks, agreed.hours).weeks),
        checkpoints=tuple(days_later(agreed.start, days) for days in CHECKPOINT_DAYS),
        fit=_fit(agreed, tasks, start),
    )


def brought_up(grid: Grid, sheet: Sheet, progress: Progress, evidence: Mapping[str, Sequence[Mapping[str, str]]]) -> Sheet:
    """Return a sheet with the answers that were given since, and the evidence that holds; unknown ids are left out."""
    said = [
        (grid.cells[grid.index[name]].question, standing.answer)
        for name, standing in progress.standings.items()
        if name in grid.index and standing.answer is not None
    ]
    since = {question: word for question, word in said if word in grid.choices[question]}
    shown = {name: items for name, items in evidence.items() if name in grid.index}
    return sheet._replace(answers={**sheet.answers, **since}, evidence=shown)


def proposed_answer(grid: Grid, task: str, now: str | None) -> str | None:
    """Return the answer that a finished action may lead to; None where the answer says as much already."""
    cell = grid.cells[grid.index[task]]
    choices = grid.choices[cell.question]
    proposed = grid.levels[cell.rank - 1] if cell.is_fact else ON_MY_OWN
    return None if now is not None and choices.index(now) >= choices.index(proposed) else proposed


def _left(task: Task, standing: Standing | None, start: str) -> Task | None:
    """Return an action as it is left at the start of a week; None where it is done."""
    if standing is None:
        return task
    if standing.state is State.DONE:
        return None
    waited = max(0, days_between(standing.begun or start, start) // DAYS_A_WEEK)
    return task._replace(done=standing.done, waited=waited, not_before=2 if standing.state is State.BLOCKED else 1)


def _end(start: str, weeks: int) -> str:
    return days_later(start, max(0, DAYS_A_WEEK * weeks - 1))


def _fit(agreed: Agreed, tasks: Sequence[Task], start: str) -> Fit | None:
    if agreed.by is None:
        return None
    days = days_between(start, agreed.by) + 1
    return fit(tasks, agreed.hours, max(0, days // DAYS_A_WEEK))
