"""What is said after a report about an action, or after a check-in: how things stand, and what is due."""

from typing import TYPE_CHECKING, Final

from pmpath.model.plan import State
from pmpath.render.page import Page
from pmpath.render.phrases import counted
from pmpath.render.plan import answer_short, due, due_line, standing_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.plan import Plan
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

STATES: Final = {State.DONE: "done", State.BLOCKED: "blocked", State.OPEN: "under way"}


def report_page(plan: "Plan", task: str, words: "Words", proposed: str | None, next_commands: "Sequence[str]") -> Page:
    """Write how an action stands after a report, the answer that follows from it, and what is due."""
    page = Page()
    standing = plan.progress.standings[task]
    page.text(f"Saved. {words.title(task)}: {STATES[standing.state]}.", "title")
    if standing.why:
        page.text(f"In the way: {standing.why}")
    if proposed:
        page.text(f"After this your answer may be: {answer_short(words, task, proposed)}. It is yours to confirm.")
    elif standing.answer:
        page.text(f"Your answer now: {answer_short(words, task, standing.answer)}.")
    _due(page, plan, words)
    page.commands(next_commands)
    return page


def report_data(plan: "Plan", task: str, proposed: str | None) -> "dict[str, Json]":
    """Return how an action stands as data."""
    return {"id": task, **standing_data(plan.progress.standings[task]), "proposed": proposed, **_plan_data(plan)}


def checkin_page(plan: "Plan", said: "Sequence[str]", words: "Words", next_commands: "Sequence[str]") -> Page:
    """Write how the actions stand that a check-in spoke of, and what is due."""
    page = Page()
    page.text("Saved: check-in of this week.", "title")
    standings = plan.progress.standings
    page.items(f"{words.title(task)}: {STATES[standings[task].state]}" for task in said if task in standings)
    _due(page, plan, words)
    page.commands(next_commands)
    return page


def checkin_data(plan: "Plan", said: "Sequence[str]") -> "dict[str, Json]":
    """Return a check-in as data."""
    standings = plan.progress.standings
    return {
        "checkins": plan.progress.checkins,
        "standings": [{"id": task, **standing_data(standings[task])} for task in said if task in standings],
        **_plan_data(plan),
    }


def _plan_data(plan: "Plan") -> "dict[str, Json]":
    return {
        "due": [{"id": step.task, "stage": step.stage} for step in due(plan)],
        "weeks": plan.schedule.weeks,
        "end": plan.end,
    }


def _due(page: Page, plan: "Plan", words: "Words") -> None:
    steps = due(plan)
    if not steps:
        page.text("Nothing is due: every action is done or waits.")
        return
    page.section(f"Due in the week from {plan.start}", [due_line(step, words) for step in steps])
    page.text(f"The plan ends on {plan.end}, in {counted(plan.schedule.weeks, 'week', 'weeks')}.")
