"""What pmpath plan checkin does: asks how each action that is due went, or takes it from options, and keeps it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from pmpath.cli.askers import new_asker, somebody_can_answer, stopping_in_order
from pmpath.cli.keeping import say_what_was_set_aside
from pmpath.cli.lines import given_lines
from pmpath.cli.outcome import Outcome, Shape
from pmpath.cli.reporting import action_named, fit_to_keep, last_step, required_plan
from pmpath.cli.standing import journal_and_records
from pmpath.errors import UsageError
from pmpath.journal.plans import check_in, report
from pmpath.model.plan import Plan, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmpath.asking.asker import Asker
    from pmpath.asking.checkin import Asked
    from pmpath.content.library import Library
    from pmpath.journal.journal import Journal

EVIDENCE = "One thing you did since the last time that others could see, in a line. Enter passes."


class Said(NamedTuple):
    """What options say of a check-in: actions that are done, moved, blocked as ID=WHY, and a line of evidence."""

    done: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()
    evidence: str | None = None

    @property
    def anything(self) -> bool:
        """Say whether anything was said."""
        return self != Said()


def run(said: Said, library: "Library", shape: Shape) -> Outcome:
    """Keep a check-in and say what is due next."""
    journal, records = journal_and_records(shape)
    plan = required_plan(records, library, shape)
    if said.anything:
        tasks = _keep_said(said, plan, journal)
    elif somebody_can_answer(shape):
        with stopping_in_order(lambda: "Stopped. What you said so far is kept; go on with: pmpath plan checkin"):
            tasks = _ask(plan, journal, library, new_asker(shape))
    else:
        raise UsageError(
            "a check-in asks, and there is no terminal to ask in", hint="say it with --done, --moved, --blocked and --evidence"
        )
    say_what_was_set_aside(journal)
    after = required_plan(journal.records(), library, shape)
    return _outcome(after, tasks, library)


def _outcome(plan: Plan, tasks: list[str], library: "Library") -> Outcome:
    from pmpath.render.progress import checkin_data, checkin_page

    done = [task for task in tasks if plan.progress.standings[task].state is State.DONE]
    unconfirmed = next((task for task in done if plan.progress.standings[task].answer is None), None)
    commands = [f"pmpath plan done {unconfirmed}"] if unconfirmed else ["pmpath plan"]
    return Outcome(
        "checkin",
        lambda: checkin_data(plan, tasks),
        lambda: checkin_page(plan, tasks, library.words, commands),
        commands,
    )


def _keep_said(said: Said, plan: Plan, journal: "Journal") -> list[str]:
    """Keep what the options say, all in one line of the journal."""
    steps = _once(_steps(said, plan))
    lines = given_lines({"what": said.evidence})
    evidence = [{**lines, "shows": []}] if lines.get("what") else []
    if not steps and not evidence:
        raise UsageError("a check-in says something", hint="use --done, --moved, --blocked or --evidence")
    check_in(journal, list(steps.values()), evidence, plan.agreed.ladder.id)
    return list(steps)


def _once(steps: "Iterable[dict[str, Any]]") -> dict[str, dict[str, Any]]:
    """Return what is said by action; `UsageError` where two things are said of one."""
    found: dict[str, dict[str, Any]] = {}
    for step in steps:
        before = found.setdefault(step["task"], step)
        if before["state"] is not step["state"]:
            raise UsageError(f"{step['task']} is said to be {before['state']} and {step['state']}", hint="say one of them")
    return found


def _steps(said: Said, plan: Plan) -> "Iterator[dict[str, Any]]":
    yield from ({"task": action_named(plan, name), "state": State.DONE} for name in said.done)
    yield from ({"task": action_named(plan, name), "state": State.OPEN} for name in said.moved)
    for one in said.blocked:
        name, _, why = one.partition("=")
        reason = {"why": fit_to_keep(why)} if why else {}
        yield {"task": action_named(plan, name), "state": State.BLOCKED, **reason}


def _ask(plan: Plan, journal: "Journal", library: "Library", asker: "Asker") -> list[str]:
    from pmpath.asking.checkin import ask_each
    from pmpath.asking.evidence import ask_lines
    from pmpath.cli.evidencing import EntryKeeper, confirm_shows

    def keep(said: Mapping[str, str]) -> None:
        report(journal, {**said, "ladder": library.identity.id})

    tasks = ask_each(asker, _asked(plan, library), keep)
    keeper = EntryKeeper(journal)
    lines = ask_lines(asker, {"what": EVIDENCE}, keeper, {})
    if lines:
        confirm_shows(asker, library.words, keeper, lines)
    check_in(journal, [], [], library.identity.id)
    return tasks


def _asked(plan: Plan, library: "Library") -> "list[Asked]":
    """Return what to ask about: each action that is due, then those that are blocked."""
    from pmpath.asking.checkin import Asked
    from pmpath.render.plan import STAGES, due

    blocked = plan.progress.in_state(State.BLOCKED)
    waiting = [step for step in plan.schedule.steps if step.task in blocked]
    first = {step.task: step for step in reversed((*due(plan), *waiting))}
    return [
        Asked(task, library.words.title(task), step.stage, STAGES[step.stage], is_last=last_step(plan, task) is not None)
        for task, step in reversed(first.items())
    ]
