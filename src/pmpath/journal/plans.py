"""The plan that is kept, and what was said about its actions since the assessment that it was made from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pmpath.journal.assessments import since_last, up_to
from pmpath.journal.journal import Journal
from pmpath.journal.line import Record, Type
from pmpath.journal.sheets import identity_of
from pmpath.model.plan import Agreed, Progress, Stage, Standing, State, Task
from pmpath.model.setting import Setting

_TASK_KEYS = ("id", "hours", "lead_weeks", "needs_yes")


def save(journal: Journal, plan: Agreed) -> Agreed:
    """Keep a plan and return it with its id and time."""
    said = {
        "ladder": plan.ladder._asdict(),
        "to": plan.to,
        "hours": plan.hours,
        "start": plan.start,
        "by": plan.by,
        "environment": plan.setting.environment,
        "deeply_technical": plan.setting.deeply_technical,
        "tasks": [{key: getattr(task, key) for key in _TASK_KEYS} for task in plan.tasks],
        "is_settled": plan.is_settled,
    }
    record = journal.append(Type.PLAN, said)
    return plan._replace(id=record.id, at=record.at)


def report(journal: Journal, said: Mapping[str, Any]) -> Record:
    """Keep what is said about one action.

    Keys: `task`; `state` with `why` where it is blocked; `stage` that is behind it; `note`; `answer` as it is from now on;
    `evidence` as a list of items; `ladder`, the id of the one that the plan is by. Only `task` has to be there.
    """
    return journal.append(Type.STEP, said)


def check_in(
    journal: Journal, steps: Sequence[Mapping[str, Any]], evidence: Sequence[Mapping[str, Any]], ladder: str | None = None
) -> Record:
    """Keep a check-in: what is said about each action, and evidence; with the id of the ladder that the plan is by."""
    named = {"ladder": ladder} if ladder else {}
    return journal.append(Type.CHECKIN, {"steps": list(steps), "evidence": list(evidence), **named})


def last_plan(records: Sequence[Record]) -> Agreed | None:
    """Return the plan that was kept last."""
    return next((_plan(record) for record in reversed(records) if record.type == Type.PLAN), None)


def progress(records: Sequence[Record]) -> Progress:
    """Return what was said about actions since the last assessment, the last answer last, and when there was a check-in."""
    return _fold(since_last(records))


def progress_between(records: Sequence[Record], first: int, second: int) -> Progress:
    """Return what was said about actions between two assessments, which are counted from 1."""
    return _fold(up_to(records, second)[len(up_to(records, first)) :])


def _fold(records: Sequence[Record]) -> Progress:
    standings: dict[str, Standing] = {}
    checkins: list[str] = []
    for record in records:
        if record.type == Type.CHECKIN:
            checkins.append(record.day)
        for said in reports(record):
            before = standings.pop(said["task"], None) if "answer" in said else standings.get(said["task"])
            standings[said["task"]] = _heard(before, said, record.day)
    return Progress(standings, tuple(checkins))


def reports(record: Record) -> Iterator[Mapping[str, Any]]:
    """Yield what a record says about single actions."""
    if record.type == Type.STEP:
        yield record.data
    elif record.type == Type.CHECKIN:
        yield from record.data["steps"]


def _plan(record: Record) -> Agreed:
    said = record.data
    return Agreed(
        ladder=identity_of(said["ladder"]),
        to=said["to"],
        hours=said["hours"],
        start=said["start"],
        by=said["by"],
        tasks=tuple(Task(**{key: task[key] for key in _TASK_KEYS}) for task in said["tasks"]),
        is_settled=said["is_settled"],
        setting=Setting(said["environment"], said.get("deeply_technical")),  # plans of before have only the first
        id=record.id,
        at=record.at,
    )


def _heard(before: Standing | None, said: Mapping[str, Any], day: str) -> Standing:
    now = before or Standing(State.OPEN, day)
    if "state" in said:
        now = _in_state(now, State(said["state"]), said.get("why"), day)
    if "stage" in said:
        now = now._replace(done=tuple(dict.fromkeys((*now.done, Stage(said["stage"])))), begun=now.begun or day)
    if "note" in said:
        now = now._replace(notes=(*now.notes, (day, said["note"])))
    if "answer" in said:
        now = now._replace(answer=said["answer"], answered=day)
    return now


def _in_state(before: Standing, state: State, why: str | None, day: str) -> Standing:
    """Return a standing in a state. A reason stays until the state changes; what is taken up again has no answer yet."""
    now = before._replace(begun=before.begun or day)
    if state is before.state:
        return now._replace(why=why or before.why)
    if before.state is State.DONE:
        now = now._replace(answer=None, answered=None)
    return now._replace(state=state, since=day, why=why)
