"""A plan as a page: what to do this week, each action in steps and weeks, the checkpoints, and whether a date can be met."""

from typing import TYPE_CHECKING, Final

from pmpath.model.plan import Stage
from pmpath.model.words import environment_note
from pmpath.render.data import action_texts
from pmpath.render.page import Page
from pmpath.render.phrases import counted, figure, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.plan import Fit, Plan, PlannedStep
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

STAGES: Final = {
    Stage.ASK: "Ask for it",
    Stage.LEARN: "Learn how it is done",
    Stage.WITH_HELP: "Do it with help",
    Stage.ALONE: "Do it alone and show it",
}
MINUTES: Final = 60


class PlanPage:
    """Writes one plan as a page."""

    def __init__(self, plan: "Plan", to: str, words: "Words", *, settled: bool) -> None:
        """Keep the plan, the level it leads to, and where its words come from; `settled` where no open answer can change it."""
        self._plan = plan
        self._to = to
        self._words = words
        self._settled = settled
        self._page = Page()

    def build(self, environment: str | None, next_commands: "Sequence[str]") -> Page:
        """Return the page; `environment` adds how actions differ there."""
        self._head()
        self._this_week()
        for task in dict.fromkeys(step.task for step in self._plan.schedule.steps):
            self._action(task, environment)
        self._checkpoints()
        self._page.commands(next_commands)
        return self._page

    def _head(self) -> None:
        plan, page = self._plan, self._page
        name = self._words.level_name(self._to)
        if not plan.schedule.steps:
            page.text(f"Nothing is left to do for {name}: make your case.", "title")
            return
        page.text(f"Toward {name}: {counted(plan.schedule.weeks, 'week', 'weeks')}, until {plan.end}", "title")
        planned = figure(round(plan.schedule.capacity / MINUTES, 1))
        page.text(f"Of {figure(plan.hours)} h a week {planned} h are planned; the rest goes to what comes between.")
        if not self._settled:
            page.text("Some answers are still open: this covers all that is known to be missing, not only the shortest way.")
        if plan.fit is not None:
            page.text(_by(plan.fit, plan))

    def _this_week(self) -> None:
        first = [step for step in self._plan.schedule.steps if step.first_week == 1]
        if first:
            self._page.heading(f"In the first week, from {self._plan.start}")
            self._page.items(f"{STAGES[step.stage]}: {self._words.title(step.task)}" for step in first)

    def _action(self, task: str, environment: str | None) -> None:
        action, page = self._words.expectations[task].action, self._page
        page.heading(self._words.title(task))
        page.text(action.do)
        page.fields((STAGES[step.stage], self._when(step)) for step in self._plan.schedule.steps if step.task == task)
        page.item(f"Done when: {sentence(action.done_when)}")
        page.item(sentence(action.cue))
        page.item(f"If this gets in the way: {sentence(action.obstacle)} Then: {sentence(action.answer)}")
        note = environment_note(action, environment)
        if note:
            page.item(f"In a {environment} setting: {sentence(note)}")

    def _when(self, step: "PlannedStep") -> str:
        weeks = f"week {step.first_week}" if step.first_week == step.last_week else f"weeks {step.first_week}-{step.last_week}"
        return f"{weeks}, from {self._plan.starts[step.first_week - 1]}, {figure(round(step.minutes / MINUTES, 1))} h"

    def _checkpoints(self) -> None:
        if not self._plan.schedule.steps:
            return
        self._page.heading("Look back")
        for day in self._plan.checkpoints:
            done = [self._words.title(task) for task in finished_by(self._plan, day)]
            self._page.item(
                f"{day}: {listed(done)} should be done." if done else f"{day}: under way; nothing has to be done yet."
            )


def finished_by(plan: "Plan", day: str) -> list[str]:
    """Return the actions whose last step ends in a week that is over by a day."""
    ends = {step.task: step.last_week for step in sorted(plan.schedule.steps, key=lambda step: step.last_week)}
    return [task for task, week in ends.items() if (plan.starts[week] if week < len(plan.starts) else plan.end) <= day]


def plan_data(plan: "Plan", to: str, words: "Words", environment: str | None) -> "dict[str, Json]":
    """Return a plan as data; minutes and weeks are whole numbers, days YYYY-MM-DD."""
    planned = plan.schedule
    tasks = dict.fromkeys(step.task for step in planned.steps)
    return {
        "target": to,
        "hours_per_week": plan.hours,
        "capacity_minutes": planned.capacity,
        "start": plan.start,
        "weeks": planned.weeks,
        "end": plan.end,
        "deadline": {"by": plan.by, **plan.fit._asdict()} if plan.fit else None,
        "actions": [
            {"id": task, "label": words.expectations[task].label, **action_texts(words.expectations[task].action, environment)}
            for task in tasks
        ],
        "steps": [{**step._asdict(), "first_day": plan.starts[step.first_week - 1]} for step in planned.steps],
        "checkpoints": [{"day": day, "done": finished_by(plan, day)} for day in plan.checkpoints],
    }


def _by(fit: "Fit", plan: "Plan") -> str:
    if fit.in_time:
        return f"That is in time for {plan.by}."
    late = f"By {plan.by} it cannot be finished at this pace; it ends on {plan.end}."
    if fit.needed_hours is None:
        return f"{late} More hours would not help: waiting for others alone takes longer."
    return f"{late} {fit.needed_hours} h a week would do."
