"""The only place that writes to the terminal or a pipe: results to standard output, everything else to standard error."""

import os
import sys
from contextlib import suppress
from io import StringIO
from textwrap import wrap
from typing import TYPE_CHECKING

from pmpath.cli.terminal import is_terminal, page_width, wants_color, wants_plain
from pmpath.errors import OutputError, PmpathError, Problem
from pmpath.model.visible import visible

if TYPE_CHECKING:
    from typing import BinaryIO

    from pmpath.render.layout import Line
    from pmpath.render.page import Page

_UNLIMITED = 10_000


def show_page(page: "Page", color: str, *, plain: bool = False) -> None:
    """Write a page to standard output: laid out for its width, or plain, one fact a line; with color where it is wanted."""
    is_plain = plain or wants_plain(sys.stdout, os.environ)
    lines = laid_out(page, _encoding(), plain=is_plain)
    if wants_color(sys.stdout, color, os.environ, plain=is_plain):
        from pmpath.render.paint import paint

        painted = StringIO()
        paint(lines, painted, _UNLIMITED)
        write_text(painted.getvalue())
    else:
        write_text("".join(f"{line.text}\n" for line in lines))


def laid_out(page: "Page", encoding: str, *, plain: bool) -> "list[Line]":
    """Return the lines of a page with the signs that an encoding can say: for the width of the screen, or plain."""
    from pmpath.model.glyphs import glyphs_for
    from pmpath.render.layout import lay_out, lay_out_plain

    return lay_out_plain(page) if plain else lay_out(page, screen_width(), glyphs_for(encoding))


def screen_width() -> int:
    """Return the columns to lay out for; a pipe is laid out for the terminal that messages go to."""
    return page_width(os.environ, sys.stdout, sys.stderr)


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def write_text(text: str) -> None:
    """Write text to standard output in its encoding; what that cannot say is replaced."""
    write_bytes(text.encode(_encoding(), "replace"))


def write_bytes(content: bytes) -> None:
    """Write a result to standard output and flush it; a closed or full one is an `OutputError`, a closed reader is not."""
    output = require_output()
    try:
        output.write(content)
        output.flush()
    except OSError as err:
        if isinstance(err, BrokenPipeError):
            raise
        raise OutputError(f"standard output cannot be written: {os.strerror(err.errno or 0).lower()}") from err


def require_output() -> "BinaryIO":
    """Return standard output as bytes; `OutputError` where there is none to write a result to."""
    if sys.stdout is None or sys.stdout.closed:
        raise OutputError("standard output is closed", hint="send the result to a file or a pipe")
    return sys.stdout.buffer


def is_watched() -> bool:
    """Say whether somebody reads standard error on a terminal while the result goes elsewhere."""
    return is_terminal(sys.stderr) and not is_terminal(sys.stdout)


def tell(text: str, *, whole: bool = False) -> None:
    """Write lines for people to standard error, wrapped for a terminal unless `whole`.

    Where standard error is closed or gone, they are lost and nothing else is.
    """
    if sys.stderr is None or sys.stderr.closed:
        return
    shown = visible(text, lines=True)
    lines = shown.split("\n") if whole or not is_terminal(sys.stderr) else map(_wrapped, shown.split("\n"))
    with suppress(OSError):
        sys.stderr.write(_sayable("\n".join(lines)) + "\n")
        sys.stderr.flush()


def _sayable(text: str) -> str:
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def _wrapped(line: str) -> str:
    """Wrap a line between words, with its own indent before every part; long words stay whole, to be copied."""
    indent = " " * (len(line) - len(line.lstrip()))
    width = page_width(os.environ, sys.stderr)
    return "\n".join(wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False))


def error_text(error: PmpathError) -> str:
    """Write an error for people: one line a problem, each with its place and what to do."""
    lines = [line for problem in error.problems for line in _problem_lines(problem)]
    if error.problems:
        lines.append(f"{len(error.problems)} {'problem' if len(error.problems) == 1 else 'problems'}: {error.message}")
    else:
        lines.append(f"pmpath: {error.message}")
    if error.hint:
        lines.append(f"  {error.hint}")
    return "\n".join(map(visible, lines))


def _problem_lines(problem: Problem) -> list[str]:
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part is not None)
    said = "  ".join(filter(None, (place, problem.path, problem.message)))
    return [said, f"  {problem.hint}"] if problem.hint else [said]


def silence_closed_output() -> None:
    """Point standard output at nothing, so that leaving does not complain about a reader that is gone."""
    if sys.stdout is not None and not sys.stdout.closed:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
