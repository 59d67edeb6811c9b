"""A team on a page: competency by person, what several need next, who can teach whom. Nobody is ranked or added up."""

from typing import TYPE_CHECKING, Final

from pmpath.model.answer import NONE
from pmpath.model.words import ASPIRING
from pmpath.render.data import action_data
from pmpath.render.page import Page
from pmpath.render.phrases import counted, listed, sentence, weeks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.core.grid import Grid
    from pmpath.model.forms import Rows
    from pmpath.model.team import Member, SharedGap, Teaching, Team
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

SHOWN_GAPS: Final = 3
"""Shared gaps that are shown with their action; the others are named."""
SHOWN_NAMES: Final = 3
"""Names that a pairing shows on each side; the others are counted."""
_CAUTION: Final = (
    "Each column is what one answer sheet says, and people mean different things by the same word: talk before you decide "
    "anything by it. pmpath review lets two people answer about the same work."
)


class TeamPage:
    """Writes a team as a page."""

    def __init__(self, team: "Team", words: "Words") -> None:
        """Keep the team and the words of its ladder."""
        self._team = team
        self._words = words

    def build(self, next_commands: "Sequence[str]") -> Page:
        """Return the page."""
        page = Page()
        page.text(f"A team of {len(self._team.members)}, competency by person", "title")
        page.text(
            "The highest level that each meets, in the order in which the sheets were given. There are no ranks and no sums."
        )
        page.gap()
        self._add_matrix(page)
        page.section("Read with care", list(self._partial()))
        self._add_shared(page)
        self._add_teaching(page)
        page.gap()
        page.text(_CAUTION)
        page.commands(next_commands)
        return page

    def _add_matrix(self, page: Page) -> None:
        members, words = self._team.members, self._words
        rows = [
            (competency.short, *(_level(member.levels.get(name), words) for member in members))
            for name, competency in words.competencies.items()
        ]
        placed = ("Placed at", *(_placed(member, words) for member in members))
        page.table(("Competency", *(member.name for member in members)), [*rows, placed])

    def _partial(self) -> "Sequence[str]":
        """Return what a reader has to know about single sheets: who answered, and what is still open in them."""
        members = self._team.members
        second = [f"{one.name}: answered by somebody else, not by the person." for one in members if one.second_view]
        return [*second, *(_partial(one, self._words) for one in members if not one.result.complete)]

    def _add_shared(self, page: Page) -> None:
        shared = self._team.shared
        page.heading("What several need next")
        if not shared:
            page.text("Nothing that is known: no expectation of a next level is open for two of them.")
        for gap in shared[:SHOWN_GAPS]:
            self._add_gap(page, gap)
        if shared[SHOWN_GAPS:]:
            page.text("Also needed by several; pmpath explain ID says what helps:")
            page.items(f"{self._words.title(gap.id)}, for {listed(gap.people)} ({gap.id})" for gap in shared[SHOWN_GAPS:])

    def _add_gap(self, page: Page, gap: "SharedGap") -> None:
        part = self._words.expectations[gap.id]
        level = self._words.level_name(part.level)
        page.item(self._words.title(gap.id))
        page.detail(f"For {listed(gap.people)}, on the way to {level}.")
        if gap.must_have:
            page.detail("Somebody has to give it to them.")
        page.detail(f"One action serves them all: {sentence(part.action.do)}")
        page.detail(f"Done when: {sentence(part.action.done_when)}")
        page.detail(f"Own time each: {part.action.hours} h, {weeks(part.action.lead_weeks)}.")

    def _add_teaching(self, page: Page) -> None:
        if self._team.teaching:
            page.heading("Who can teach whom")
            page.text("Who leads others in it, or shows it two levels further up, and whose next level asks for it.")
            page.items(self._teaching(one) for one in self._team.teaching)

    def _teaching(self, one: "Teaching") -> str:
        return f"{self._words.title(one.id)}. {_some(one.teachers)} can show it; {_some(one.learners)} can use it next."


def team_data(team: "Team", grid: "Grid", words: "Words") -> "dict[str, Json]":
    """Return a team as data."""
    members = team.members
    return {
        "people": [_member_data(member) for member in members],
        "matrix": [
            {"competency": name, "levels": {member.name: member.levels.get(name) for member in members}}
            for name in words.competencies
        ],
        "shared_gaps": [{**gap._asdict(), "action": action_data(gap.id, grid, words, None)} for gap in team.shared],
        "teaching": [{**one._asdict(), "label": words.expectations[one.id].label} for one in team.teaching],
    }


def team_rows(team: "Team", words: "Words") -> "Rows":
    """Return competency by person as a table of ids, with where each is placed as its last row."""
    members = team.members
    rows = [(name, *(member.levels.get(name) for member in members)) for name in words.competencies]
    return [("id", *(one.name for one in members)), *rows, ("placed_at", *(one.result.level for one in members))]


def _member_data(member: "Member") -> "dict[str, Json]":
    result = member.result
    return {
        "name": member.name,
        "second_view": member.second_view,
        "answered": member.answered,
        "complete": result.complete,
        "role": result.role,
        "level": result.level,
        "level_range": result.level_range._asdict(),
        "estimate": result.estimate._asdict(),
        "next_level": result.next_level,
    }


def _level(level: str | None, words: "Words") -> str:
    if level is None:
        return "open"
    return "none yet" if level == NONE else words.level_short(level)


def _placed(member: "Member", words: "Words") -> str:
    level = member.result.level
    if level is None:
        return "open"
    return "on the way" if level == ASPIRING else words.level_short(level)


def _partial(member: "Member", words: "Words") -> str:
    """Return how far a partial sheet tells anything."""
    answers = counted(member.answered, "answer", "answers")
    low, high = member.result.level_range
    if member.result.level is None:
        least = "" if low == ASPIRING else f"at least {words.level_name(low)} and "
        return f"{member.name}: a partial sheet with {answers}; the level is {least}at most {words.level_name(high)}."
    return f"{member.name}: a partial sheet with {answers}; more gaps than are listed here are possible."


def _some(names: "Sequence[str]") -> str:
    """Return at most a few names, and how many more there are."""
    further = len(names) - SHOWN_NAMES
    if further <= 0:
        return listed(names)
    return f"{', '.join(names[:SHOWN_NAMES])} and {counted(further, 'other', 'others')}"
