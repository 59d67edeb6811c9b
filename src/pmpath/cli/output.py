"""The only place that writes to the terminal or a pipe: results to standard output, everything else to standard error."""

import os
import sys
from collections.abc import Mapping
from io import StringIO
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TextIO

from pmpath.errors import OutputError, PmpathError
from pmpath.model.visible import visible

if TYPE_CHECKING:
    from pmpath.render.page import Page

UNLIMITED = 10_000
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


def show_page(page: "Page", color: str) -> None:
    """Write a page to standard output, with color where it is wanted."""
    from pmpath.render.layout import lay_out

    width = page_width(os.environ)
    lines = lay_out(page, width)
    if wants_color(sys.stdout, color, os.environ):
        from pmpath.render.paint import paint

        painted = StringIO()
        paint(lines, painted, UNLIMITED)
        write_text(painted.getvalue())
    else:
        write_text("".join(f"{line.text}\n" for line in lines))


def write_text(text: str) -> None:
    """Write text to standard output in its encoding; what that cannot say is replaced."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    write_bytes(text.encode(encoding, "replace"))


def write_bytes(content: bytes) -> None:
    """Write a result to standard output and flush it; a closed or full one is an `OutputError`, a closed reader is not."""
    require_output()
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as err:
        if isinstance(err, BrokenPipeError):
            raise
        raise OutputError(f"standard output cannot be written: {os.strerror(err.errno or 0).lower()}") from err


def require_output() -> None:
    """Raise `OutputError` where there is no standard output to write a result to."""
    if sys.stdout is None or sys.stdout.closed:
        raise OutputError("standard output is closed", hint="send the result to a file or a pipe")


def tell(text: str) -> None:
    """Write lines for people to standard error; where that is closed, they are lost and nothing else is."""
    if sys.stderr is None or sys.stderr.closed:
        return
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    sys.stderr.write(visible(text, lines=True).encode(encoding, "replace").decode(encoding) + "\n")
    sys.stderr.flush()


def error_text(error: PmpathError) -> str:
    """Write an error for people: one line a problem, each with its place and what to do."""
    lines = []
    for problem in error.problems:
        place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part is not None)
        lines.append("  ".join(filter(None, (place, problem.path, problem.message))))
        if problem.hint:
            lines.append(f"  {problem.hint}")
    if error.problems:
        lines.append(f"{len(error.problems)} {'problem' if len(error.problems) == 1 else 'problems'}: {error.message}")
    else:
        lines.append(f"pmpath: {error.message}")
    if error.hint:
        lines.append(f"  {error.hint}")
    return "\n".join(lines)


def silence_closed_output() -> None:
    """Point standard output at nothing, so that leaving does not complain about a reader that is gone."""
    if sys.stdout is not None and not sys.stdout.closed:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
