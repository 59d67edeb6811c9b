"""All practice that is kept, the newest first, on a page."""

from typing import TYPE_CHECKING

from pmpath.model.visible import visible
from pmpath.render.interview import points_in_words
from pmpath.render.page import Page
from pmpath.render.phrases import counted, listed
from pmpath.render.practice import how_answered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.practice import Interview
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
        if practice.scores:
            page.detail(f"Scores: {points_in_words(practice.scores, interview)}.")
        else:
            page.detail(f"Not scored yet: pmpath interview score {practice.number}")
        if one.look is not None:
            missing = f"; no sign of {listed([parts[name] for name in one.look.missing])}" if one.look.missing else ""
            page.detail(f"Signs found: {one.look.signs} of {one.look.of}{missing}.")
        if one.story is not None:
            page.detail(f"Told: story {one.story.number}, {visible(one.story.title)}")
    page.commands(next_commands)
    return page
