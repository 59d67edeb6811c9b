"""What `pmpath` alone shows: where you stand and what is next, or for a newcomer two sentences and the first commands."""

from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath.model.day import days_between
from pmpath.model.plan import State
from pmpath.model.words import ASPIRING
from pmpath.render.page import Page
from pmpath.render.phrases import counted, lasting
from pmpath.render.plan import due, due_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.draft import Draft, Kept
    from pmpath.model.plan import Plan
    from pmpath.model.road import Road
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

DAYS_A_WEEK: Final = 7
NEWCOMER_ROWS: Final = (
    ("pmpath assess", "about 14 questions, 4 minutes"),
    ("pmpath transition --from engineer", "from another job into product"),
    ("pmpath ladder", "the levels, and what each answers for"),
)


class Due(NamedTuple):
    """A type of interview question that is due: its id, its name, and the day of its last practice."""

    type: str
    name: str
    last: str


class Status(NamedTuple):
    """Where someone stands on a day: all assessments, the oldest first, an unfinished interview, what is left of the plan.

    `practice` is the practiced type of interview question that is due, None where nothing is.
    """

    today: str
    assessments: "Sequence[Kept]"
    draft: "Draft | None"
    plan: "Plan | None"
    practice: "Due | None" = None

    @property
    def last(self) -> "Kept | None":
        """The last assessment."""
        return self.assessments[-1] if self.assessments else None


def status_page(status: Status, words: "Words", next_commands: "Sequence[str]") -> Page:
    """Write where someone stands and what is next; for a newcomer what pmpath does and where to begin."""
    page = Page()
    if status.last is None:
        return _greeting(page, status, next_commands)
    page.text(f"{_standing(status.last, words)}{_before(status.assessments)}.", "title")
    page.text(f"By your assessment of {status.last.at[:10]}, {_ago(_days(status.last.at[:10], status.today))}.")
    if status.draft is not None:
        page.text(_unfinished(status.draft))
    if status.plan is not None:
        _add_plan(page, status.plan, status.today, words)
    else:
        _add_first_step(page, status.last, words)
        page.section("From here", [road.text for road in _roads(status.last, words)])
    if status.practice is not None:
        page.gap()
        page.text(_due(status.practice))
    page.commands(next_commands)
    return page


def status_commands(status: Status, words: "Words") -> list[str]:
    """Return the one command to type next."""
    if status.draft is not None:
        return ["pmpath assess --resume"]
    if status.last is None:
        return ["pmpath assess"]
    if status.plan is not None:
        return [_plan_command(status.plan, status.today)]
    if _roads(status.last, words):
        return [f"pmpath ladder {status.last.level}"]
    return ["pmpath plan"] if status.last.goal in words.levels and status.last.level is not None else ["pmpath assess"]


def status_data(status: Status) -> "dict[str, Json]":
    """Return the status as data; what there is none of is null."""
    return {
        "assessment": _last_data(status.last) if status.last else None,
        "unfinished": _draft_data(status.draft) if status.draft else None,
        "plan": _plan_data(status.plan) if status.plan else None,
        "practice": {"type": status.practice.type, "last": status.practice.last} if status.practice else None,
    }


def _greeting(page: Page, status: Status, next_commands: "Sequence[str]") -> Page:
    page.text("pmpath says where you stand as a product manager, what the next level asks, and what to do about it.")
    page.text("Everything stays on this machine.")
    page.gap()
    if status.practice is not None:
        page.text(_due(status.practice))
        page.gap()
    if status.draft is None:
        page.fields(NEWCOMER_ROWS)
    else:
        page.text(_unfinished(status.draft))
        page.commands(next_commands)
    return page


def _due(practice: Due) -> str:
    return f"Interview practice due: {practice.name}, last on {practice.last} (pmpath interview {practice.type})"


def _add_plan(page: Page, plan: "Plan", today: str, words: "Words") -> None:
    if plan.start <= today:
        page.section("Due this week", [due_line(step, words) for step in due(plan)])
    else:
        page.text(f"Your plan begins on {plan.start}.")
    blocked = plan.progress.in_state(State.BLOCKED)
    page.section(
        "Blocked",
        [
            f"{words.title(name)}, {lasting(_days(one.since, today))}"
            for name, one in blocked.items()
            if name in words.expectations
        ],
    )
    raised = sum(1 for one in plan.progress.standings.values() if one.answer is not None)
    if raised:
        page.text(f"{counted(raised, 'answer has', 'answers have')} moved since; pmpath assess counts them in.".capitalize())


def _add_first_step(page: Page, last: "Kept", words: "Words") -> None:
    first = next((name for name in last.next_steps if name in words.expectations), None)
    if first is not None:
        page.heading("Next step")
        page.text(words.expectations[first].action.do)
        page.text(f"More about it: pmpath explain {first}", "quiet")


def _roads(last: "Kept", words: "Words") -> "Sequence[Road]":
    """Return what there is to do from the highest level, where the last assessment leads no further."""
    return words.roads(last.level) if last.goal is None else ()


def _plan_command(plan: "Plan", today: str) -> str:
    """Return what to do about a plan: assess anew when all of it is done, check in once a week, else look at it."""
    if not plan.schedule.steps:
        return "pmpath assess"
    heard = max((plan.agreed.start, *plan.progress.checkins))
    return "pmpath plan checkin" if _days(heard, today) >= DAYS_A_WEEK else "pmpath plan"


def _plan_data(plan: "Plan") -> "dict[str, Json]":
    return {
        "target": plan.agreed.to,
        "end": plan.end,
        "due": [{"id": step.task, "stage": step.stage} for step in due(plan)],
        "blocked": list(plan.progress.in_state(State.BLOCKED)),
        "done": list(plan.progress.in_state(State.DONE)),
        "last_checkin": plan.progress.checkins[-1] if plan.progress.checkins else None,
    }


def _last_data(last: "Kept") -> "dict[str, Json]":
    readiness: Json = None if last.needed is None else {"met": last.met, "needed": last.needed}
    return {
        "at": last.at,
        "ladder": last.ladder._asdict(),
        "role": last.role,
        "level": last.level,
        "goal": last.goal,
        "readiness": readiness,
        "next_steps": last.next_steps,
    }


def _draft_data(draft: "Draft") -> "dict[str, Json]":
    return {"begun": draft.begun, "answered": draft.answered, "skipped": len(draft.asked) - draft.answered}


def _standing(last: "Kept", words: "Words") -> str:
    if last.level is None:
        here = "Where you stand is still open"
    elif last.level == ASPIRING:
        here = f"{words.below[0].upper()}{words.below[1:]}"
    else:
        here = words.level_name(last.level)
        if last.role is not None and last.role != last.level:
            here += f", in the role of {words.level_name(last.role)}"
    if last.goal is None or last.needed is None:
        return here
    return f"{here}. Toward {words.level_name(last.goal)}: {last.met} met where {last.needed} are needed"


def _before(assessments: "Sequence[Kept]") -> str:
    """Say how many were met at the assessment before, where it was about the same level and the count moved."""
    if len(assessments) < 2:  # noqa: PLR2004 - it takes two to compare
        return ""
    before, now = assessments[-2:]
    if before.goal != now.goal or before.met is None or before.met == now.met:
        return ""
    return f" ({before.met} on {before.at[:10]})"


def _days(first: str, second: str) -> int:
    """Return the days from one date to the other; 0 where one of them is none."""
    try:
        return days_between(first, second)
    except ValueError:
        return 0


def _ago(days: int) -> str:
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{counted(days, 'day', 'days')} ago"


def _unfinished(draft: "Draft") -> str:
    return f"An interview of {draft.begun[:10]} is unfinished: {counted(draft.answered, 'answer', 'answers')} kept."
