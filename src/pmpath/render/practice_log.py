"""All practice that is kept, the newest first, on a page."""

from typing import TYPE_CHECKING

from pmpath.model.visible import visible
from pmpath.render.interview import points_in_words
from pmpath.render.page import Page
from pmpath.render.phrases import counted, listed
from pmpath.render.practice import how_answered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.model.practice import Interview
    from pmpath.model.practiced import Look
    from pmpath.model.reviewed import ReviewedPractice


def log_page(reviewed: "Sequence[ReviewedPractice]", interview: "Interview", next_commands: "Sequence[str]") -> Page:
    """Write each practice with its prompt, its scores and what was missing."""
    page = Page()
    page.text(counted(len(reviewed), "practice", "practices").capitalize() if reviewed else "No practice yet", "title")
    parts: dict[str, str] = {part.id: part.name.lower() for part in interview.scoring.parts}
    for one in reversed(reviewed):
        practice = one.practice
        page.item(f"{practice.day}, {one.type.name}: {one.question.text}", mark=f"{practice.number}.")
        page.detail(how_answered(practice))
        given = f"Scores: {points_in_words(practice.scores, interview)}." if practice.scores else _unscored(practice.number)
        page.detail(given)
        if one.look is not None:
            page.detail(_signs(one.look, parts))
        if one.story is not None:
            page.detail(f"Told: story {one.story.number}, {visible(one.story.title)}")
    page.commands(next_commands)
    return page


def _unscored(number: int) -> str:
    return f"Not scored yet: pmpath interview score {number}"


def _signs(look: "Look", parts: "Mapping[str, str]") -> str:
    missing = f"; no sign of {listed([parts[name] for name in look.missing])}" if look.missing else ""
    return f"Signs found: {look.signs} of {look.of}{missing}."
