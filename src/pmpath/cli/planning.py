"""What pmpath plan does: makes a plan from where the person stands and keeps it, or shows what is left of the kept one."""

from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from pmpath.cli.keeping import present_day, say_what_was_set_aside
from pmpath.cli.outcome import Forms, Outcome, Shape
from pmpath.cli.standing import Now, journal_and_records, of_others, required_standing
from pmpath.cli.transitioning import USUAL_HOURS
from pmpath.core.assessment import assess
from pmpath.core.progress import plan_on
from pmpath.errors import UsageError
from pmpath.journal.assessments import since_last
from pmpath.journal.ladders import of_ladder
from pmpath.journal.line import Type
from pmpath.journal.plans import last_plan, progress, save
from pmpath.model.plan import Agreed, Plan, State, Task
from pmpath.model.setting import NOWHERE, Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pmpath.content.library import Library
    from pmpath.journal.journal import Journal
    from pmpath.journal.line import Record
    from pmpath.model.answer import Context
    from pmpath.model.forms import Event, Rows
    from pmpath.model.result import Assessment
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json
    from pmpath.render.page import Page

Value = TypeVar("Value")


class Request(NamedTuple):
    """One plan as asked for; dates as YYYY-MM-DD. What is not said is taken over from the plan before, unless `fresh`."""

    target: str | None = None
    hours: float | None = None
    by: str | None = None
    start: str | None = None
    setting: Setting = NOWHERE
    fresh: bool = False
    no_save: bool = False

    @property
    def changes_something(self) -> bool:
        """Say whether another plan is wanted than the one that is kept."""
        return self._replace(no_save=False) != Request()


def run(request: Request, library: "Library", shape: Shape) -> Outcome:
    """Return the plan as it stands on this day; one that is made now is kept."""
    journal, records = journal_and_records(shape)
    own = of_ladder(records, library.identity.id)
    today = present_day(shape.today)
    agreed = last_plan(own)
    if agreed is None or request.changes_something or not _is_current(own):
        made = _made(request, library, records, today)
        agreed = made if request.no_save else _kept(journal, made, agreed if _is_current(own) else None)
    plan = plan_on(known_tasks(agreed, library), progress(own), today)
    data, page = _shown(plan, library, today)
    commands = _next_commands(plan, library.words)
    return Outcome("plan", data, page, commands, of_others(records, library), forms=_forms(plan, library))


def current_plan(records: "Sequence[Record]", library: "Library", today: str) -> Plan | None:
    """Return what is left of the plan that is kept; None where there is none, or where an assessment is newer."""
    own = of_ladder(records, library.identity.id)
    agreed = last_plan(own)
    if agreed is None or not _is_current(own):
        return None
    return plan_on(known_tasks(agreed, library), progress(own), today)


def known_tasks(agreed: Agreed, library: "Library") -> Agreed:
    """Return a plan with the actions that the ladder of today still knows."""
    return agreed._replace(tasks=tuple(task for task in agreed.tasks if task.id in library.grid.index))


def _kept(journal: "Journal", made: Agreed, before: Agreed | None) -> Agreed:
    """Keep a plan and return it; one that reads like the plan before is that plan."""
    if before is not None and made == before._replace(id="", at=""):
        return before
    agreed = save(journal, made)
    say_what_was_set_aside(journal)
    return agreed


def _is_current(records: "Sequence[Record]") -> bool:
    """Say whether the last plan was made after the last assessment."""
    return any(record.type == Type.PLAN for record in since_last(records))


def _made(request: Request, library: "Library", records: "Sequence[Record]", today: str) -> Agreed:
    """Return a plan from where the person stands now."""
    now = required_standing(records, library, "a plan")
    own = of_ladder(records, library.identity.id)
    before = None if request.fresh else last_plan(own)
    current = before if _is_current(own) else None
    said = _filled(request, before, now.sheet.context, is_current=current is not None)
    goal = _goal(said, library, now, before)
    start = _start(request, current, today)
    return Agreed(
        ladder=library.identity,
        to=str(goal.target),
        hours=said.hours or USUAL_HOURS,
        start=start,
        by=_by(request, said.by, start),
        tasks=tuple(_tasks(goal, library)),
        is_settled=goal.shortest_path is not None,
        setting=said.setting,
    )


def _tasks(goal: "Assessment", library: "Library") -> "Iterator[Task]":
    """Yield the actions of the shortest path; while that is open, those of all gaps that are known."""
    path = [gap.id for gap in goal.gaps] if goal.shortest_path is None else goal.shortest_path
    cells = (library.grid.cells[library.grid.index[name]] for name in path)
    yield from (Task(cell.id, cell.hours, cell.lead_weeks, cell.must_have) for cell in cells)


def _start(request: Request, before: Agreed | None, today: str) -> str:
    return _first(request.start, before.start if before else None, today)


def _by(request: Request, by: str | None, start: str) -> str | None:
    """Return the day to be done by; one that was taken over and is behind is left out, one that is asked for is an error."""
    if by is None or by >= start:
        return by
    if request.by is not None:
        raise UsageError(f"--by {by} is before the plan begins, on {start}", hint="name a later day")
    return None


def _filled(request: Request, before: Agreed | None, context: "Context", *, is_current: bool) -> Request:
    """Return a request with what is not said taken from the plan before, else from the sheet.

    Of the setting that counts which was said last: an assessment after the plan may have named another.
    """
    earlier = before or Request()
    first, second = (earlier.setting, context.setting) if is_current else (context.setting, earlier.setting)
    return request._replace(
        hours=_first(request.hours, earlier.hours, context.hours_per_week),
        by=_first(request.by, earlier.by),
        setting=request.setting.over(first.over(second)),
    )


def _first(*values: Value | None) -> Value:
    """Return the first value that is said, the last one where none is."""
    return cast("Value", next((value for value in values if value is not None), values[-1]))


def _goal(request: Request, library: "Library", now: Now, before: Agreed | None) -> "Assessment":
    """Assess toward the level to plan for: the one that is named, else that of the plan before while it lies further up.

    The setting of the request orders the work.
    """
    grid, answers = library.grid, now.sheet.answers
    result = assess(grid, answers, target=request.target or now.sheet.context.target)
    to = result.target or result.next_level
    if to is None:
        raise no_goal(result, library.words, "to plan")
    if request.target is None and before is not None:
        to = max(to, before.to, key=grid.rank_of)
    return assess(grid, answers, target=to, setting=request.setting)


def no_goal(result: "Assessment", words: "Words", what: str) -> UsageError:
    """Return the error for an assessment that leads to no level: it is open, or the highest there is."""
    if result.level is None:
        return UsageError(f"where you stand is still open, so there is nothing {what} yet", hint="pmpath assess asks the rest")
    roads = f"pmpath ladder {result.level} says what there is to do from here; " if words.roads(result.level) else ""
    return UsageError(f"there is nothing {what}: no level is above yours", hint=f"{roads}--target LEVEL names another")


def _shown(plan: Plan, library: "Library", today: str) -> "tuple[Callable[[], Mapping[str, Json]], Callable[[], Page]]":
    def data() -> "Mapping[str, Json]":
        from pmpath.render.plan import plan_data

        return plan_data(plan, library.words)

    def page() -> "Page":
        from pmpath.render.plan import PlanPage

        return PlanPage(plan, library.words, today).build(_next_commands(plan, library.words))

    return data, page


def _forms(plan: Plan, library: "Library") -> Forms:
    def table() -> "Rows":
        from pmpath.render.rows import plan_rows

        return plan_rows(plan)

    def events() -> "Sequence[Event]":
        from pmpath.render.agenda import plan_events

        return plan_events(plan, library.words)

    return Forms(table=table, events=events)


def _next_commands(plan: Plan, words: "Words") -> list[str]:
    if not plan.agreed.is_settled:
        return ["pmpath assess"]
    if not plan.schedule.steps:
        return ["pmpath assess", "pmpath case"] if plan.progress.in_state(State.DONE) else ["pmpath case"]
    first = plan.schedule.steps[0].task
    guides = [words.guide_of(step.task) for step in plan.schedule.steps]
    taught = [f"pmpath guide {one}" for one in guides if one][:1]
    return ["pmpath plan checkin", f"pmpath plan done {first}", f"pmpath explain {first}", *taught]
