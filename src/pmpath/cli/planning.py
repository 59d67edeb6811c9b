"""What pmpath plan does: takes the last assessment, schedules its path, and puts dates to the weeks."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from pmpath.cli.keeping import open_journal, present_day, read_journal
from pmpath.cli.outcome import Outcome, Shape
from pmpath.cli.transitioning import USUAL_HOURS
from pmpath.core.assessment import assess
from pmpath.core.plans import fit, schedule
from pmpath.errors import UsageError
from pmpath.journal.assessments import last
from pmpath.model.plan import Fit, Plan, Task

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.content.library import Library
    from pmpath.model.draft import Kept
    from pmpath.render.envelope import Json
    from pmpath.render.page import Page

CHECKPOINT_DAYS = (30, 60, 90)
DAYS_A_WEEK = 7


class Request(NamedTuple):
    """One plan as asked for; dates as YYYY-MM-DD."""

    target: str | None = None
    hours: float | None = None
    by: str | None = None
    start: str | None = None
    environment: str | None = None


def run(request: Request, library: "Library", shape: Shape) -> Outcome:
    """Schedule the path of the last assessment and return what there is to say."""
    kept = _last(shape)
    context = kept.sheet.context
    goal = request.target or context.target
    result = assess(library.grid, kept.sheet.answers, kept.sheet.evidence, goal)
    to = result.target or result.next_level
    if to is None:
        raise UsageError("there is nothing to plan: no level is above yours", hint="pmpath plan --target LEVEL names another")
    path = result.shortest_path if result.shortest_path is not None else tuple(gap.id for gap in result.gaps)
    plan = _plan(request, library, path, request.hours or context.hours_per_week or USUAL_HOURS, present_day(shape.today))
    environment = request.environment or context.environment
    next_commands = _next_commands(plan, result.shortest_path is not None)

    def data() -> "Mapping[str, Json]":
        from pmpath.render.plan import plan_data

        return plan_data(plan, to, library.words, environment)

    def page() -> "Page":
        from pmpath.render.plan import PlanPage

        return PlanPage(plan, to, library.words, settled=result.shortest_path is not None).build(environment, next_commands)

    return Outcome("plan", data, page, next_commands)


def _last(shape: Shape) -> "Kept":
    kept = last(read_journal(open_journal(shape.today)))
    if kept is None:
        raise UsageError("a plan begins with an assessment, and none is kept yet", hint="pmpath assess makes one")
    return kept


def _plan(request: Request, library: "Library", path: "Sequence[str]", hours: float, today: str) -> Plan:
    cells = [library.grid.cells[library.grid.index[name]] for name in path]
    tasks = [Task(cell.id, cell.hours, cell.lead_weeks, cell.must_have) for cell in cells]
    planned = schedule(tasks, hours)
    begin = date.fromisoformat(request.start or today)
    return Plan(
        schedule=planned,
        hours=hours,
        start=begin.isoformat(),
        starts=tuple((begin + timedelta(days=DAYS_A_WEEK * week)).isoformat() for week in range(planned.weeks)),
        end=(begin + timedelta(days=max(0, DAYS_A_WEEK * planned.weeks - 1))).isoformat(),
        checkpoints=tuple((begin + timedelta(days=days)).isoformat() for days in CHECKPOINT_DAYS),
        by=request.by,
        fit=_fit(request.by, begin, tasks, hours),
    )


def _fit(by: str | None, begin: date, tasks: "Sequence[Task]", hours: float) -> Fit | None:
    """Return whether the plan ends by a date; None where none is wanted."""
    if by is None:
        return None
    days = (date.fromisoformat(by) - begin).days + 1
    if days < 1:
        raise UsageError(f"--by {by} is before the plan begins, on {begin.isoformat()}", hint="name a later day")
    return fit(tasks, hours, days // DAYS_A_WEEK)


def _next_commands(plan: Plan, settled: bool) -> list[str]:  # noqa: FBT001 - one of two ways on
    if not settled:
        return ["pmpath assess"]
    first = next(iter(plan.schedule.steps), None)
    return [f"pmpath explain {first.task}"] if first else ["pmpath assess"]
