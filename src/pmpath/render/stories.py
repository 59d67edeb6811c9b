"""The story bank on a page and as data: each story, which competencies it covers, how often it was told, what is open."""

from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath.core.storytelling import coverage
from pmpath.model.visible import visible
from pmpath.render.page import Page
from pmpath.render.phrases import counted, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.model.evidence import Evidence
    from pmpath.model.forms import Rows
    from pmpath.model.story import KeptStory
    from pmpath.model.storytelling import Stories
    from pmpath.render.envelope import Json

LONGEST_TITLE: Final = 70
TOLD_MARK: Final = "yes"


class Bank(NamedTuple):
    """All stories, how often each was told, the evidence they were built from by id, and the competencies by id."""

    stories: "Sequence[KeptStory]"
    uses: "Mapping[str, int]"
    evidence: "Mapping[str, Evidence]"
    competencies: "Mapping[str, str]"
    rules: "Stories"

    def times(self, story: "KeptStory") -> int:
        """Return how often a story was told."""
        return self.uses.get(story.id, 0)

    def is_overused(self, story: "KeptStory") -> bool:
        """Say whether a story was told so often that another one would serve better."""
        return self.times(story) >= self.rules.overused_from

    def open(self) -> list[str]:
        """Return the competencies that no story tells about."""
        covered = coverage(list(self.competencies), self.stories)
        return [name for name, numbers in covered.items() if not numbers]


def bank_page(bank: Bank, next_commands: "Sequence[str]") -> Page:
    """Write the stories, the competencies against them, and what is open."""
    page = Page()
    if bank.stories:
        _add_stories(page, bank)
    else:
        page.text("No story yet", "title")
        page.text("A story tells one thing that you did, in five parts:")
        page.items(f"{part.name}: {part.asks}" for part in bank.rules.parts)
    page.section("How to choose and keep them", bank.rules.advice)
    page.commands(next_commands)
    return page


def story_page(story: "KeptStory", bank: Bank, next_commands: "Sequence[str]", said: str = "") -> Page:
    """Write one story in the order in which it is told; `said` is what was done with it just now."""
    page = Page()
    page.text(f"{said}Story {story.number}: {short_title(story)}", "title")
    for part in bank.rules.parts:
        page.text(part.name, "label")
        page.text(visible(story.lines[part.id]) if part.id in story.lines else f"Open: {part.asks}")
    page.gap()
    for text in standing(story, bank):
        page.text(text)
    page.commands(next_commands)
    return page


def story_data(story: "KeptStory", bank: Bank) -> "dict[str, Json]":
    """Return a story as data."""
    return {
        "number": story.number,
        "day": story.day,
        "lines": {name: visible(line) for name, line in story.lines.items()},
        "missing": list(story.missing),
        "competencies": [visible(name) for name in story.competencies],
        "evidence": _evidence_number(story, bank),
        "evidence_removed": story.evidence is not None and story.evidence not in bank.evidence,
        "uses": bank.times(story),
        "overused": bank.is_overused(story),
    }


def bank_data(bank: Bank) -> "dict[str, Json]":
    """Return all stories, and the competencies with the stories that tell about each."""
    covered = coverage(list(bank.competencies), bank.stories)
    return {
        "stories": [story_data(story, bank) for story in bank.stories],
        "coverage": [
            {"competency": name, "name": bank.competencies[name], "stories": list(numbers)} for name, numbers in covered.items()
        ],
        "open": bank.open(),
    }


def bank_rows(bank: Bank) -> "Rows":
    """Return the stories, one a row, with a column a competency."""
    header = ("number", "title", "uses", "evidence", "missing", *bank.competencies)
    return [
        header,
        *(
            (
                story.number,
                visible(story.title),
                bank.times(story),
                _evidence_number(story, bank),
                " ".join(story.missing),
                *(TOLD_MARK if name in story.competencies else None for name in bank.competencies),
            )
            for story in bank.stories
        ),
    ]


def short_title(story: "KeptStory") -> str:
    """Return what a story is called by, cut to a line."""
    title = visible(story.title)
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rstrip()}..."


def standing(story: "KeptStory", bank: Bank) -> "list[str]":
    """Say what a story covers, how often it was told, what is open, and what it was built from."""
    told = bank.times(story)
    often = f"Told {counted(told, 'time', 'times')} in practice" if told else "Not told in practice yet"
    worn = "; tell another one for a while" if bank.is_overused(story) else ""
    covers = listed([bank.competencies.get(name, visible(name)) for name in story.competencies])
    return [
        f"Tells about: {covers}." if covers else "Tells about no competency yet.",
        *([f"Open: {listed(story.missing)}."] if story.missing else []),
        f"{often}{worn}.",
        *_built_from(story, bank),
    ]


def _evidence_number(story: "KeptStory", bank: Bank) -> int | None:
    entry = bank.evidence.get(story.evidence or "")
    return entry.number if entry else None


def _built_from(story: "KeptStory", bank: Bank) -> "list[str]":
    if story.evidence is None:
        return []
    entry = bank.evidence.get(story.evidence)
    if entry is None:
        return ["The evidence it was built from was removed; the story stays."]
    return [f"Built from evidence {entry.number}."]


def _add_stories(page: Page, bank: Bank) -> None:
    page.text(counted(len(bank.stories), "story", "stories").capitalize(), "title")
    for story in bank.stories:
        page.item(short_title(story), mark=f"{story.number}.")
        for text in standing(story, bank):
            page.detail(text)
    _add_matrix(page, bank)


def _add_matrix(page: Page, bank: Bank) -> None:
    """Add the competencies against the stories, with how often what covers each was told."""
    by_number = {story.number: story for story in bank.stories}
    covered = coverage(list(bank.competencies), bank.stories)
    page.heading("Competencies against stories")
    page.gap()
    page.table(
        ("Competency", "Stories", "Told"),
        [
            (
                bank.competencies[name],
                ", ".join(map(str, numbers)) or "none",
                str(sum(bank.times(by_number[one]) for one in numbers)),
            )
            for name, numbers in covered.items()
        ],
    )
