"""The milestones of a level on a page: met, claimed, open."""

from typing import TYPE_CHECKING, Final

from pmpath.model.milestone import Reached
from pmpath.render.page import Page
from pmpath.render.phrases import figure, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.model.evidence import Evidence
    from pmpath.model.ladder import Milestone
    from pmpath.model.milestone import MilestoneStanding
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

_HEADINGS: Final = {
    Reached.MET: "Met, with evidence",
    Reached.CLAIMED: "Claimed, without evidence",
    Reached.OPEN: "Open",
}


def milestones_page(
    level: str,
    stand: "Sequence[MilestoneStanding]",
    entries: "Mapping[int, Evidence]",
    words: "Words",
    next_commands: "Sequence[str]",
) -> Page:
    """Write how the milestones on the way out of a level stand."""
    if not stand:
        return _none_page(words.level_name(level))
    page = Page()
    known = {one.id: one for one in words.ladder.milestones}
    to = words.level_name(known[stand[0].id].to)
    met = sum(1 for one in stand if one.reached is Reached.MET)
    page.text(f"From {words.level_name(level)} to {to}: {met} of {len(stand)} milestones met", "title")
    for reached, heading in _HEADINGS.items():
        those = [one for one in stand if one.reached is reached]
        if those:
            page.heading(heading)
        for one in those:
            _add(page, one, known[one.id], entries)
    page.commands(next_commands)
    return page


def _none_page(name: str) -> Page:
    page = Page()
    page.text(f"There is no level above {name}, so it has no milestones to leave it.", "title")
    page.commands(["pmpath history"])
    return page


def milestones_data(level: str, stand: "Sequence[MilestoneStanding]", words: "Words") -> "dict[str, Json]":
    """Return how the milestones stand as data."""
    known = {one.id: one for one in words.ladder.milestones}
    return {
        "level": level,
        "milestones": [
            {**one._asdict(), "text": known[one.id].text, "unit": known[one.id].threshold.unit, "drives": known[one.id].drives}
            for one in stand
        ],
    }


def _add(page: Page, one: "MilestoneStanding", milestone: "Milestone", entries: "Mapping[int, Evidence]") -> None:
    page.item(sentence(milestone.text))
    page.detail(
        f"{figure(one.so_far)} of {figure(one.threshold)} {milestone.threshold.unit}{_whose(one, milestone)} ({one.id})"
    )
    for number in one.evidence:
        page.detail(f"Evidence {number}: {sentence(entries[number].what)}")
    if not one.evidence:
        page.detail(f"What would show it: {milestone.question}", "quiet")


def _whose(one: "MilestoneStanding", milestone: "Milestone") -> str:
    if one.is_own:
        return f"; your own figure, {figure(milestone.threshold.value)} unless said"
    return "; a default of ours" if milestone.threshold.default else ""
