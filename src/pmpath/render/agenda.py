"""What is left of a plan as days of a calendar. The same step keeps its id, so that a later file brings it up to date."""

from typing import TYPE_CHECKING, Final

from pmpath.model.day import days_later
from pmpath.model.forms import Event
from pmpath.render.phrases import sentence
from pmpath.render.plan import STAGES, due_line, step_hours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.model.plan import Plan, PlannedStep
    from pmpath.model.words import Words

_WEEK: Final = 7


def plan_events(plan: "Plan", words: "Words") -> "list[Event]":
    """Return each step with its weeks, then the days to look back."""
    return [*_steps(plan, words), *_checkpoints(plan, words)]


def _steps(plan: "Plan", words: "Words") -> "Iterator[Event]":
    for step in plan.schedule.steps:
        yield Event(
            uid=f"{_name(plan)}-{step.task}-{step.stage}@pmpath",
            day=plan.starts[step.first_week - 1],
            last_day=days_later(plan.starts[step.last_week - 1], _WEEK - 1),
            title=due_line(step, words),
            text=_text(step, words),
        )


def _checkpoints(plan: "Plan", words: "Words") -> "Iterator[Event]":
    for place, day in enumerate(plan.checkpoints, start=1):
        title = f"Look back: how far is the plan toward {words.level_name(plan.agreed.to)}?"
        yield Event(f"{_name(plan)}-checkpoint-{place}@pmpath", day, day, title, "pmpath plan checkin")


def _name(plan: "Plan") -> str:
    return plan.agreed.id or f"{plan.agreed.to}-{plan.agreed.start}"


def _text(step: "PlannedStep", words: "Words") -> str:
    action = words.expectations[step.task].action
    return "\n".join(
        (
            f"{STAGES[step.stage]}, {step_hours(step)} h in all.",
            action.do,
            f"Done when: {sentence(action.done_when)}",
            f"pmpath plan done {step.task}",
        )
    )
