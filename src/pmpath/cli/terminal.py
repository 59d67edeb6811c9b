"""What is known about the terminal and the environment: color, width, plain or not, whether anybody sits there."""

import os
from collections.abc import Mapping
from typing import Final, TextIO

DUMB_TERMINALS: Final = ("dumb", "unknown")
USUAL_WIDTH: Final = 80


def wants_color(stream: TextIO | None, choice: str, environ: Mapping[str, str], *, plain: bool = False) -> bool:
    """Decide about color for one stream: option, NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM, then the terminal.

    Plain lines have color only where it is forced.
    """
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if is_set(environ, "FORCE_COLOR") or is_set(environ, "CLICOLOR_FORCE"):
        return True
    if plain or environ.get("CLICOLOR") == "0" or environ.get("TERM") in DUMB_TERMINALS:
        return False
    return is_terminal(stream)


def wants_plain(stream: TextIO | None, environ: Mapping[str, str]) -> bool:
    """Say whether the environment asks for plain lines: a setting, or a terminal that can do no more."""
    return is_set(environ, "PMPATH_PLAIN") or (environ.get("TERM") in DUMB_TERMINALS and is_terminal(stream))


def wants_lines(environ: Mapping[str, str]) -> bool:
    """Say whether the environment asks for questions line by line, with nothing drawn twice."""
    return is_set(environ, "PMPATH_ACCESSIBLE") or is_set(environ, "ACCESSIBLE")


def is_set(environ: Mapping[str, str], name: str) -> bool:
    """Say whether a variable is set to anything but nothing and 0."""
    return environ.get(name, "") not in ("", "0")


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether a stream is an open terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def page_width(environ: Mapping[str, str], *streams: TextIO | None) -> int:
    """Return the columns to lay out for: `PMPATH_WIDTH`, `COLUMNS`, the first terminal among the streams, else 80."""
    given = (_number(environ.get(name, "")) for name in ("PMPATH_WIDTH", "COLUMNS"))
    widths = (_columns(stream) for stream in streams if stream is not None and is_terminal(stream))
    return next(filter(None, (*given, *widths)), USUAL_WIDTH)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0
