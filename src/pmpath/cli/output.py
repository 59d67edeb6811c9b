"""The only place that writes to the terminal or a pipe: results to standard output, everything else to standard error."""

import os
import sys
from io import StringIO
from typing import TYPE_CHECKING

from pmpath.cli.terminal import page_width, wants_color
from pmpath.errors import OutputError, PmpathError, Problem
from pmpath.model.visible import visible

if TYPE_CHECKING:
    from pmpath.render.page import Page

UNLIMITED = 10_000


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
