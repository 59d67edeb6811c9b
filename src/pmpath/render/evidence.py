"""Evidence on a page: what it says, what it shows, and in words how good it is."""

from typing import TYPE_CHECKING, Final

from pmpath.model.evidence import Backing
from pmpath.render.page import Page
from pmpath.render.phrases import counted, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.evidence import Evidence, Quality
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

_BACKINGS: Final = {
    Backing.ARTIFACT: "can be seen",
    Backing.CONFIRMED: "someone can confirm it",
    Backing.OWN_WORD: "your own word",
}
_LABELS: Final = {"result": "Result", "who": "Who can confirm it", "date": "When", "link": "Where"}


def saved_page(
    entry: "Evidence", quality: "Quality", likely: "Sequence[str]", words: "Words", next_commands: "Sequence[str]"
) -> Page:
    """Write that a piece of evidence is kept, how good it is, and what it may show."""
    page = Page()
    page.text(f"Saved as evidence {entry.number}: {sentence(entry.what)}", "title")
    page.text(f"{_first_up(in_words(quality))}.")
    page.items(f"Shows {shown_title(name, words)}" for name in entry.shows)
    if likely:
        page.section("It may show one of these; say which with --shows", [_suggested(name, words) for name in likely])
    page.commands(next_commands)
    return page


def removed_page(entry: "Evidence", next_commands: "Sequence[str]") -> Page:
    """Write that a piece of evidence counts no longer."""
    page = Page()
    page.text(f"Evidence {entry.number} counts no longer: {sentence(entry.what)}", "title")
    page.commands(next_commands)
    return page


def list_page(judged: "Sequence[tuple[Evidence, Quality]]", words: "Words", next_commands: "Sequence[str]") -> Page:
    """Write all evidence in the order in which it was written down."""
    page = Page()
    page.text(f"{counted(len(judged), 'piece', 'pieces')} of evidence".capitalize(), "title")
    for entry, quality in judged:
        page.gap()
        add_entry(page, entry, quality, mark=f"{entry.number}.")
        for name in entry.shows:
            page.detail(f"Shows {shown_title(name, words)}")
    page.commands(next_commands)
    return page


def add_entry(page: Page, entry: "Evidence", quality: "Quality", mark: str) -> None:
    """Add a piece of evidence as a list item with its lines and how good it is."""
    page.item(sentence(entry.what), mark=mark)
    for name, label in _LABELS.items():
        if name in entry.lines:
            page.detail(f"{label}: {entry.lines[name]}")
    page.detail(f"{_first_up(in_words(quality))}.")


def in_words(quality: "Quality") -> str:
    """Say how good a piece of evidence is: what stands behind it, a number or none, and its age where it is old."""
    figure = "with a number in the result" if quality.has_number else "without a number in the result"
    age = f"; older than a year ({counted(quality.days, 'day', 'days')})" if quality.is_old else ""
    return f"{_BACKINGS[quality.backing]}, {figure}{age}"


def shown_title(name: str, words: "Words") -> str:
    """Return what an expectation or milestone is about; an id that the ladder does not know stands for itself."""
    if name in words.expectations:
        return f"{words.title(name)} ({words.level_short(words.expectations[name].level)})"
    return next((one.text for one in words.ladder.milestones if one.id == name), name)


def evidence_data(entry: "Evidence", quality: "Quality") -> "dict[str, Json]":
    """Return a piece of evidence as data."""
    lines: dict[str, Json] = {name: entry.lines.get(name) for name in ("what", *_LABELS)}
    return {
        "number": entry.number,
        "id": entry.id,
        "added": entry.added,
        **lines,
        "shows": entry.shows,
        "quality": quality._asdict(),
    }


def _suggested(name: str, words: "Words") -> str:
    return f"{name}: {shown_title(name, words)}"


def _first_up(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
