"""What `pmpath` alone shows: where you stand and what is next, or for a newcomer two sentences and the first commands."""

from typing import TYPE_CHECKING

from pmpath.model.words import ASPIRING
from pmpath.render.page import Page
from pmpath.render.phrases import counted

if TYPE_CHECKING:
    from pmpath.model.draft import Draft, Kept
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

NEWCOMER_ROWS = (
    ("pmpath assess", "about 14 questions, 4 minutes"),
    ("pmpath transition --from engineer", "from another job into product"),
    ("pmpath ladder", "the levels, and what each answers for"),
)


def greeting_page(draft: "Draft | None" = None) -> Page:
    """Write the page for someone with no result yet."""
    page = Page()
    page.text("pmpath says where you stand as a product manager, what the next level asks, and what to do about it.")
    page.text("Everything stays on this machine.")
    page.gap()
    if draft is not None:
        page.text(_unfinished(draft))
        page.commands(["pmpath assess --resume"])
        return page
    page.fields(NEWCOMER_ROWS)
    return page


def status_page(last: "Kept", draft: "Draft | None", words: "Words", days: int) -> Page:
    """Write where someone stands by the last assessment, `days` ago, and what is next."""
    page = Page()
    page.text(_standing(last, words), "title")
    page.text(f"By your assessment of {last.at[:10]}, {_ago(days)}.")
    if draft is not None:
        page.text(_unfinished(draft))
    first = next((name for name in last.next_steps if name in words.expectations), None)
    if first is not None:
        page.heading("Next step")
        page.text(words.expectations[first].action.do)
        page.text(f"More about it: pmpath explain {first}", "quiet")
    page.commands(status_commands(last, draft, words))
    return page


def status_commands(last: "Kept | None", draft: "Draft | None", words: "Words") -> list[str]:
    """Return what to type next."""
    if draft is not None:
        return ["pmpath assess --resume"]
    if last is None:
        return ["pmpath assess"]
    if last.level in words.levels and last.goal in words.levels and last.goal != last.level:
        return [f"pmpath ladder {last.level} --vs {last.goal}", "pmpath assess"]
    return ["pmpath assess"]


def status_data(last: "Kept | None", draft: "Draft | None") -> "dict[str, Json]":
    """Return the status as data; what there is none of is null."""
    return {"assessment": _last_data(last) if last else None, "unfinished": _draft_data(draft) if draft else None}


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
        here = "On the way into product"
    else:
        here = words.level_name(last.level)
        if last.role is not None and last.role != last.level:
            here += f", in the role of {words.level_name(last.role)}"
    if last.goal is None or last.needed is None:
        return f"{here}."
    return f"{here}. Toward {words.level_name(last.goal)}: {last.met} met where {last.needed} are needed."


def _ago(days: int) -> str:
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{counted(days, 'day', 'days')} ago"


def _unfinished(draft: "Draft") -> str:
    return f"An interview of {draft.begun[:10]} is unfinished: {counted(draft.answered, 'answer', 'answers')} kept."
