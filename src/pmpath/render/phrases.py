"""Small phrases that several screens share: numbers, shares, lists, actions."""

from typing import TYPE_CHECKING, Final

from pmpath.model.words import environment_note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.core.grid import Share
    from pmpath.model.competency import Action
    from pmpath.render.page import Page

_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SHARES: Final = {(1, 2): "half", (2, 3): "two thirds", (3, 4): "three quarters", (1, 3): "a third"}


def number(count: int) -> str:
    """Write small counts as words."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, many: str) -> str:
    """Write a count with its noun: "one answer", "two answers"."""
    return f"{number(count)} {one if count == 1 else many}"


def share(part: "Share") -> str:
    """Write a share in words: "half", "two thirds"."""
    return _SHARES.get((part.over, part.of), f"{part.over} of {part.of}")


def listed(names: "Sequence[str]") -> str:
    """Join names the way people say them: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def figure(value: float) -> str:
    """Write a figure without a needless fraction."""
    return f"{value:g}"


def sentence(text: str) -> str:
    """End a text with a period unless it ends with a mark of its own."""
    return text if text[-1:] in ".!?" else f"{text}."


def weeks(count: int) -> str:
    """Write a lead time: "within the week", "about 6 weeks with the waiting"."""
    return "within the week" if count <= 1 else f"about {count} weeks with the waiting"


def lasting(days: int) -> str:
    """Write how long something lasts: "since today", "since yesterday", "for 12 days"."""
    if days <= 1:
        return "since yesterday" if days == 1 else "since today"
    return f"for {number(days)} days"


def in_the_way(action: "Action") -> "Iterator[str]":
    """Yield the plan for the moment of an action, and for what may get in its way, where it has them."""
    if action.cue:
        yield sentence(action.cue)
    if action.obstacle:
        then = f" Then: {sentence(action.answer)}" if action.answer else ""
        yield f"If this gets in the way: {sentence(action.obstacle)}{then}"


def add_action(page: "Page", action: "Action", *, place: int, environment: str | None) -> None:
    """Add one numbered next step with all that it takes to do it."""
    page.item(action.do, mark=f"{place}.")
    page.detail(f"Own time: {action.hours} h, {weeks(action.lead_weeks)}.")
    page.detail(f"Done when: {sentence(action.done_when)}")
    for line in in_the_way(action):
        page.detail(line)
    note = environment_note(action, environment)
    if note:
        page.detail(f"In a {environment} setting: {sentence(note)}")
