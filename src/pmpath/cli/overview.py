"""What pmpath says without a command: where the person stands and what is next, or which versions these are."""

from typing import TYPE_CHECKING

from pmpath.cli.keeping import open_journal, present_day, read_journal
from pmpath.cli.outcome import Outcome, Shape, emit
from pmpath.cli.output import tell, write_text
from pmpath.cli.planning import current_plan
from pmpath.cli.standing import of_others
from pmpath.content.library import find_library
from pmpath.errors import OutputError
from pmpath.journal.assessments import history
from pmpath.journal.interviews import unfinished
from pmpath.journal.ladders import of_ladder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.content.library import Library
    from pmpath.journal.line import Record
    from pmpath.render.status import Due, Status


def show_status(shape: Shape) -> int:
    """Show where the person stands, from what is kept."""
    library = find_library(shape.own)
    return emit(run(library, shape), shape, library)


def run(library: "Library", shape: Shape) -> Outcome:
    """Return where the person stands, from what is kept."""
    from pmpath.render.status import status_commands, status_data, status_page

    records = _records(shape)
    status = _status(shape, library, records)
    commands = status_commands(status, library.words)
    return Outcome(
        "status",
        lambda: status_data(status),
        lambda: status_page(status, library.words, commands),
        commands,
        of_others(records, library),
    )


def show_version(shape: Shape) -> int:
    """Show the versions of pmpath, its ladder and Python."""
    import sys

    from pmpath import __version__
    from pmpath.render.page import Page

    library = find_library(shape.own)
    python = ".".join(map(str, sys.version_info[:3]))
    ladder = library.identity
    if not shape.json:
        write_text(f"pmpath {__version__} (ladder {ladder.id} {ladder.version}, Python {python})\n")
        return 0
    data = {"version": __version__, "python": python}
    return emit(Outcome("version", lambda: data, Page), shape, library)


def _records(shape: Shape) -> "Sequence[Record]":
    """Return what is kept; nothing where there is no folder to keep anything in."""
    try:
        return read_journal(open_journal(shape.today))
    except OutputError as error:
        tell(f"What is kept cannot be read: {error.message}")
        return ()


def _status(shape: Shape, library: "Library", records: "Sequence[Record]") -> "Status":
    """Return where the person stands by what is kept."""
    from pmpath.render.status import Status

    today = present_day(shape.today)
    own = of_ladder(records, library.identity.id)
    plan = current_plan(records, library, today)
    return Status(today, history(own), unfinished(own), plan, _practice_due(records, library, today))


def _practice_due(records: "Sequence[Record]", library: "Library", today: str) -> "Due | None":
    """Return the practiced type of interview question that is due longest; None where nothing is."""
    from pmpath.journal.practice import practices

    kept = practices(records)
    if not kept:
        return None
    from pmpath.cli.picking import find_type, standings_of
    from pmpath.core.practice import first_due
    from pmpath.render.status import Due

    found = first_due([one for one in standings_of(kept, library) if one.practices], today)
    return Due(found.type, find_type(library, found.type).name, found.practices[-1].day) if found else None
