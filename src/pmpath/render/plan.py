"""A plan as a page: what to do this week, what is blocked and done, each action in steps and weeks, the checkpoints."""

from typing import TYPE_CHECKING, Final

from pmpath.model.day import days_between
from pmpath.model.plan import Stage, State
from pmpath.model.words import environment_note
from pmpath.render.data import action_texts
from pmpath.render.page import Page
from pmpath.render.phrases import counted, figure, in_the_way, lasting, listed, sentence
from pmpath.render.setting import setting_data, setting_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.plan import Fit, Plan, PlannedStep, Standing
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
    """Writes what is left of a plan as a page."""

    def __init__(self, plan: "Plan", words: "Words", today: str) -> None:
        """Keep the plan, where its words come from, and the day, YYYY-MM-DD."""
        self._plan = plan
        self._words = words
        self._today = today
        self._page = Page()

    def build(self, next_commands: "Sequence[str]") -> Page:
        """Return the page."""
        self._head()
        page, progress = self._page, self._plan.progress
        week = "This week" if self._plan.start <= self._today else "In the first week"
        page.section(f"{week}, from {self._plan.start}", [due_line(step, self._words) for step in due(self._plan)])
        page.section("Blocked", [self._blocked(*one) for one in self._known(progress.in_state(State.BLOCKED))])
        page.section("Done", [self._done(*one) for one in self._known(progress.in_state(State.DONE))])
        self._where()
        for task in _left(self._plan):
            self._action(task)
        self._checkpoints()
        page.commands(next_commands)
        return page

    def _head(self) -> None:
        plan, page, agreed = self._plan, self._page, self._plan.agreed
        name = self._words.level_name(agreed.to)
        if not plan.schedule.steps:
            self._end(name)
            return
        page.text(f"Toward {name}: {counted(plan.schedule.weeks, 'week', 'weeks')}, until {plan.end}", "title")
        planned = figure(round(plan.schedule.capacity / MINUTES, 1))
        page.text(f"Of {figure(agreed.hours)} h a week {planned} h are planned; the rest goes to what comes between.")
        if not agreed.is_settled:
            page.text("Some answers are still open: this covers all that is known to be missing, not only the shortest way.")
        if plan.end != plan.first_end:
            page.text(f"When it began, on {agreed.start}, it was to end on {plan.first_end}.")
        if plan.fit is not None:
            page.text(_by(plan.fit, plan))

    def _end(self, name: str) -> None:
        is_done = bool(self._plan.progress.in_state(State.DONE))
        self._page.text(f"All of the plan toward {name} is done." if is_done else f"Nothing is missing for {name}.", "title")
        self._page.text("See where you stand now." if is_done else "Make your case.")

    def _known(self, standings: "dict[str, Standing]") -> "list[tuple[str, Standing]]":
        return [(name, one) for name, one in standings.items() if name in self._words.expectations]

    def _blocked(self, name: str, standing: "Standing") -> str:
        days = days_between(standing.since, self._today)
        why = f": {standing.why}" if standing.why else ""
        return f"{self._words.title(name)}, {lasting(days)}{why}"

    def _done(self, name: str, standing: "Standing") -> str:
        return f"{self._words.title(name)}, on {standing.since}; {self._answered(name, standing)}"

    def _answered(self, name: str, standing: "Standing") -> str:
        if standing.answer is None:
            return f"your answer is not confirmed yet: pmpath plan done {name}"
        return f"your answer: {answer_short(self._words, name, standing.answer)}"

    def _action(self, task: str) -> None:
        action, page = self._words.expectations[task].action, self._page
        setting = self._plan.agreed.setting
        standing = self._plan.progress.standings.get(task)
        page.heading(self._words.title(task))
        page.text(action.do)
        behind = [(STAGES[stage], "behind you") for stage in standing.done] if standing else []
        left = [(STAGES[step.stage], self._when(step)) for step in self._plan.schedule.steps if step.task == task]
        page.fields([*behind, *left])
        page.items(f"Noted on {day}: {note}" for day, note in (standing.notes if standing else ()))
        page.item(f"Done when: {sentence(action.done_when)}")
        page.items(in_the_way(action))
        note = environment_note(action, setting.environment)
        if note:
            page.item(f"In a {setting.environment} setting: {sentence(note)}")
        if self._words.counts_less(task, setting):
            page.item(f"It {sentence(self._words.less_because(setting))}")

    def _where(self) -> None:
        """Say what the setting changes, where something is left to do."""
        setting, tasks = self._plan.agreed.setting, _left(self._plan)
        rule = self._words.settings.get(setting.environment or "")
        if rule is not None and tasks:
            moves = any(self._words.counts_less(task, setting) for task in tasks)
            self._page.section(f"In {rule.name}", setting_lines(self._words, setting, moves=moves))

    def _when(self, step: "PlannedStep") -> str:
        weeks = f"week {step.first_week}" if step.first_week == step.last_week else f"weeks {step.first_week}-{step.last_week}"
        return f"{weeks}, from {self._plan.starts[step.first_week - 1]}, {step_hours(step)} h"

    def _checkpoints(self) -> None:
        if not self._plan.schedule.steps:
            return
        ahead = [day for day in self._plan.checkpoints if day >= self._today]
        self._page.section("Look back", [self._looking_back(day) for day in ahead])

    def _looking_back(self, day: str) -> str:
        done = [self._words.title(task) for task in finished_by(self._plan, day)]
        return f"{day}: {listed(done)} should be done." if done else f"{day}: under way; nothing has to be done yet."


def _left(plan: "Plan") -> list[str]:
    """Return the actions that are left, in order."""
    return list(dict.fromkeys(step.task for step in plan.schedule.steps))


def due(plan: "Plan") -> "list[PlannedStep]":
    """Return the steps of the first week that is left."""
    return [step for step in plan.schedule.steps if step.first_week == 1]


def due_line(step: "PlannedStep", words: "Words") -> str:
    """Write a step that is due: "Learn how it is done: Strategy: write the strategy for an area"."""
    return f"{STAGES[step.stage]}: {words.title(step.task)}"


def answer_short(words: "Words", task: str, word: str) -> str:
    """Write an answer to the question behind an action in list form."""
    question = task if words.competency_of(task).kind == "behavior" else task.partition(".")[0]
    return words.answer_short(question, word)


def finished_by(plan: "Plan", day: str) -> list[str]:
    """Return the actions whose last step ends in a week that is over by a day."""
    ends = {step.task: step.last_week for step in sorted(plan.schedule.steps, key=lambda step: step.last_week)}
    return [task for task, week in ends.items() if (plan.starts[week] if week < len(plan.starts) else plan.end) <= day]


def plan_data(plan: "Plan", words: "Words") -> "dict[str, Json]":
    """Return a plan as data; minutes and weeks are whole numbers, days YYYY-MM-DD."""
    planned, agreed = plan.schedule, plan.agreed
    tasks, setting = _left(plan), agreed.setting
    less = [task for task in tasks if words.counts_less(task, setting)]
    return {
        "id": agreed.id or None,
        "target": agreed.to,
        "hours_per_week": agreed.hours,
        "capacity_minutes": planned.capacity,
        "begun": agreed.start,
        "start": plan.start,
        "weeks": planned.weeks,
        "end": plan.end,
        "first_end": plan.first_end,
        "deadline": {"by": agreed.by, **plan.fit._asdict()} if plan.fit else None,
        "actions": [
            {
                "id": task,
                "label": words.expectations[task].label,
                **action_texts(words.expectations[task].action, setting.environment),
            }
            for task in tasks
        ],
        "steps": [{**step._asdict(), "first_day": plan.starts[step.first_week - 1]} for step in planned.steps],
        "due": [{"id": step.task, "stage": step.stage} for step in due(plan)],
        "standings": [{"id": name, **standing_data(one)} for name, one in plan.progress.standings.items()],
        "checkins": plan.progress.checkins,
        "checkpoints": [{"day": day, "done": finished_by(plan, day)} for day in plan.checkpoints],
        "setting": setting_data(setting, less, words),
    }


def standing_data(one: "Standing") -> "dict[str, Json]":
    """Return how an action stands as data."""
    notes: list[Json] = [{"day": day, "note": note} for day, note in one.notes]
    return {**one._asdict(), "notes": notes}


def step_hours(step: "PlannedStep") -> str:
    """Write the own hours of a step."""
    return figure(round(step.minutes / MINUTES, 1))


def _by(fit: "Fit", plan: "Plan") -> str:
    if fit.in_time:
        return f"That is in time for {plan.agreed.by}."
    if not fit.weeks:
        return f"{plan.agreed.by} comes before the week is over; it ends on {plan.end}."
    late = f"By {plan.agreed.by} it cannot be finished at this pace; it ends on {plan.end}."
    if fit.needed_hours is None:
        return f"{late} More hours would not help: waiting for others alone takes longer."
    return f"{late} {fit.needed_hours} h a week would do."
