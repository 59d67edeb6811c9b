"""Keeps evidence line by line while it is asked for, and finds what it may show."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pmpath.core.matching import matches
from pmpath.errors import UsageError
from pmpath.journal.evidence import add, change
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pmpath.asking.asker import Asker
    from pmpath.journal.journal import Journal
    from pmpath.model.words import Words


class EntryKeeper:
    """Keeps one piece of evidence: adds it once, then keeps how it reads."""

    def __init__(self, journal: "Journal", shows: Sequence[str] = (), name: str = "") -> None:
        """Take what the evidence shows, and its id where it is kept already."""
        self._journal = journal
        self.shows = tuple(shows)
        self.name = name

    def keep(self, lines: Mapping[str, str]) -> None:
        """Keep the lines as they are so far."""
        if self.name:
            change(self._journal, self.name, lines, self.shows)
        else:
            self.name = add(self._journal, lines, self.shows).id


def likely_shown(words: "Words", lines: Mapping[str, str]) -> list[str]:
    """Return the expectations that a piece of evidence may show, by the words they share, the nearest first."""
    texts = {
        name: " ".join((words.competency_of(name).name, part.label, part.question, *part.counts_if))
        for name, part in words.expectations.items()
    }
    return matches(f"{lines.get('what', '')} {lines.get('result', '')}", texts)


def confirm_shows(asker: "Asker", words: "Words", keeper: EntryKeeper, lines: Mapping[str, str]) -> None:
    """Ask what a piece of evidence shows where nothing is said of it yet, and keep the answer."""
    suggested = [] if keeper.shows else likely_shown(words, lines)
    if not suggested:
        return
    from pmpath.asking.evidence import ask_shows

    keeper.shows = ask_shows(asker, words, suggested)
    if keeper.shows:
        keeper.keep(lines)


def shown_ids(words: "Words", given: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of expectations and milestones in options, which commas may part; `UsageError` for what is none."""
    names = [name.strip() for one in given for name in one.split(",") if name.strip()]
    known = [*words.expectations, *(one.id for one in words.ladder.milestones)]
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or "expectations are COMPETENCY.LEVEL; see pmpath explain COMPETENCY"
            raise UsageError(f'--shows: there is no expectation or milestone "{name}"', hint=hint)
    return tuple(dict.fromkeys(names))
