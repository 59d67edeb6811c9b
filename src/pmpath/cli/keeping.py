"""Opens the journal: where it is, and which day it is."""

import os
from typing import TYPE_CHECKING

from pmpath.cli.output import tell
from pmpath.errors import OutputError
from pmpath.journal.home import home_folder
from pmpath.journal.journal import Clock, Journal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.journal.line import Record
    from pmpath.model.draft import Kept


def open_journal(today: str | None) -> Journal:
    """Return the person's journal; `today` as YYYY-MM-DD stands for the present day."""
    return Journal(home_folder(os.environ), _clock(today))


def read_journal(journal: Journal) -> "Sequence[Record]":
    """Return the records; say on standard error which lines are damaged."""
    records = journal.records()
    for problem in journal.problems():
        tell(f"{problem.file}:{problem.line}: {problem.message}")
    return records


def last_assessment(today: str | None, ladder: str) -> "Kept | None":
    """Return the last assessment by a ladder, known by its id; None where there is none, or no folder to keep any in."""
    from pmpath.journal.assessments import last
    from pmpath.journal.ladders import of_ladder

    try:
        return last(of_ladder(read_journal(open_journal(today)), ladder))
    except OutputError as error:
        tell(f"What is kept cannot be read: {error.message}")
        return None


def say_what_was_set_aside(journal: Journal) -> None:
    """Say on standard error where a damaged last line went, if one did."""
    if journal.set_aside is not None:
        tell(f"The last line of the journal was damaged; it was set aside in {journal.set_aside}.", whole=True)


def present_day(today: str | None) -> str:
    """Return the present day in UTC as YYYY-MM-DD, or the day that stands for it."""
    return today or _clock(None)()[:10]


def _clock(today: str | None) -> Clock:
    def now() -> str:
        if today is not None:
            return f"{today}T00:00:00Z"
        from time import gmtime, strftime

        return strftime("%Y-%m-%dT%H:%M:%SZ", gmtime())

    return now
