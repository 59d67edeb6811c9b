"""What pmpath says without a command: where the person stands and what is next, or which versions these are."""

from pmpath.cli.keeping import open_journal, present_day, read_journal
from pmpath.cli.outcome import Outcome, Shape, emit
from pmpath.cli.output import tell, write_text
from pmpath.content.library import find_library
from pmpath.errors import OutputError
from pmpath.journal.assessments import last
from pmpath.journal.interviews import unfinished
from pmpath.model.draft import Draft, Kept


def show_status(shape: Shape) -> int:
    """Show where the person stands, from what is kept."""
    from pmpath.render.status import greeting_page, status_commands, status_data, status_page

    kept, draft = _kept(shape)
    library = find_library()
    words = library.words
    commands = status_commands(kept, draft, words)
    if kept is None:
        outcome = Outcome("status", lambda: status_data(None, draft), lambda: greeting_page(draft), commands)
    else:
        days = _days_between(kept.at[:10], present_day(shape.today))
        outcome = Outcome("status", lambda: status_data(kept, draft), lambda: status_page(kept, draft, words, days), commands)
    return emit(outcome, shape, library)


def show_version(shape: Shape) -> int:
    """Show the versions of pmpath, its ladder and Python."""
    import sys

    from pmpath import __version__
    from pmpath.render.page import Page

    library = find_library()
    python = ".".join(map(str, sys.version_info[:3]))
    ladder = library.identity
    if not shape.json:
        write_text(f"pmpath {__version__} (ladder {ladder.id} {ladder.version}, Python {python})\n")
        return 0
    data = {"version": __version__, "python": python}
    return emit(Outcome("version", lambda: data, Page), shape, library)


def _kept(shape: Shape) -> tuple[Kept | None, Draft | None]:
    """Return what is kept; nothing where there is no folder to keep anything in."""
    try:
        records = read_journal(open_journal(shape.today))
    except OutputError as error:
        tell(f"What is kept cannot be read: {error.message}")
        return None, None
    return last(records), unfinished(records)


def _days_between(first: str, second: str) -> int:
    """Return the days from one date to the other; 0 where one of them is none."""
    from datetime import date

    try:
        return (date.fromisoformat(second) - date.fromisoformat(first)).days
    except ValueError:
        return 0
