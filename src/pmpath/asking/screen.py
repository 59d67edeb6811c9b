"""Writes paragraphs to standard error, wrapped to its terminal, with nothing in them that a terminal would obey."""

import os
import re
import sys
from shutil import get_terminal_size
from textwrap import wrap

from pmpath.model.visible import visible

_WIDEST = 100
_MARK = re.compile(r"- | *\d+  ")


def width() -> int:
    """Return the columns to wrap to: one less than the terminal behind standard error has, 99 at most."""
    return max(20, min(_size().columns, _WIDEST)) - 1


def height() -> int:
    """Return the lines of the terminal behind standard error."""
    return _size().lines


def wrapped(text: str, *, indent: int = 0, columns: int | None = None) -> str:
    """Return a paragraph in lines; all but the first are indented."""
    return "\n".join(wrap(visible(text), columns or width(), subsequent_indent=" " * indent, break_on_hyphens=False))


def tell(text: str, indent: int = 0) -> None:
    """Show a paragraph at once; further lines of a list item stand under its first word."""
    mark = _MARK.match(text)
    sys.stderr.write(f"{wrapped(text, indent=mark.end() if mark else indent)}\n")
    sys.stderr.flush()


def _size() -> os.terminal_size:
    try:
        return os.get_terminal_size(sys.stderr.fileno())
    except (OSError, ValueError):
        return get_terminal_size()
