"""What every command returns, and the one way to hand it over: JSON or a page, then an exit code."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pmpath import __version__
from pmpath.cli.output import show_page, write_bytes

if TYPE_CHECKING:
    from pmpath.content.library import Library
    from pmpath.render.envelope import Json, Warned
    from pmpath.render.page import Page


class Outcome(NamedTuple):
    """The result of a command. Data and page are made when they are wanted: nothing is worded for a script."""

    kind: str
    data: "Callable[[], Mapping[str, Json]]"
    page: "Callable[[], Page]"
    next_commands: Sequence[str] = ()
    warnings: "Sequence[Warned]" = ()
    exit_code: int = 0


class Shape(NamedTuple):
    """How a result is wanted, and how the person is asked.

    `json` or text; `color` is auto, always or never; `plain` is one fact a line; `accessible` asks line by line and is plain
    too. `today` is a date as YYYY-MM-DD that stands for the present day.
    """

    json: bool = False
    color: str = "auto"
    plain: bool = False
    accessible: bool = False
    today: str | None = None


def emit(outcome: Outcome, shape: Shape, library: "Library | None" = None) -> int:
    """Write the outcome to standard output and return its exit code."""
    if shape.json:
        from pmpath.render.envelope import Stamp, envelope

        write_bytes(
            envelope(
                outcome.kind,
                outcome.data(),
                Stamp(__version__, library.identity if library else None),
                warnings=outcome.warnings,
                next_commands=outcome.next_commands,
            )
        )
    else:
        show_page(outcome.page(), shape.color, plain=shape.plain)
    return outcome.exit_code
