"""What is known about the terminal: whether there is one, whether it wants color, how wide it is."""

from collections.abc import Mapping
from shutil import get_terminal_size
from typing import TextIO

DUMB_TERMINALS = ("dumb", "unknown")


def wants_color(stream: TextIO | None, choice: str, environ: Mapping[str, str]) -> bool:
    """Decide about color for one stream: option, NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0") or environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    if environ.get("CLICOLOR") == "0" or environ.get("TERM") in DUMB_TERMINALS:
        return False
    return is_terminal(stream)


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether a stream is an open terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def page_width(environ: Mapping[str, str]) -> int:
    """Return the columns to lay out for: `PMPATH_WIDTH`, else the terminal's, else 80."""
    given = environ.get("PMPATH_WIDTH", "")
    return int(given) if given.isascii() and given.isdigit() else get_terminal_size((80, 24)).columns
