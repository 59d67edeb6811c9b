"""What every command returns, and the one way to hand it over: to standard output or a file, then an exit code."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath import __version__
from pmpath.cli.output import show_page, tell, write_bytes, write_text
from pmpath.errors import UsageError
from pmpath.model.own import NOTHING_OWN, Own

if TYPE_CHECKING:
    from pmpath.content.library import Library
    from pmpath.model.forms import Event, Picture, Rows
    from pmpath.render.envelope import Json, Warned
    from pmpath.render.page import Page

RAW_FORMATS: Final = ("text", "json")
"""The formats of what is no page."""


class Forms(NamedTuple):
    """What a result can be beside data and a page, made when it is wanted; None where it cannot be that."""

    picture: "Callable[[], Picture] | None" = None
    table: "Callable[[], Rows] | None" = None
    events: "Callable[[], Sequence[Event]] | None" = None

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats in which the result can be written."""
        further = {"svg": self.picture, "csv": self.table, "ics": self.events}
        return (*RAW_FORMATS, "md", "html", *(name for name, form in further.items() if form is not None))


class Outcome(NamedTuple):
    """The result of a command. Data, page and forms are made when they are wanted: nothing is worded for a script."""

    kind: str
    data: "Callable[[], Mapping[str, Json]]"
    page: "Callable[[], Page]"
    next_commands: Sequence[str] = ()
    warnings: "Sequence[Warned]" = ()
    exit_code: int = 0
    forms: Forms = Forms()


class Shape(NamedTuple):
    """How a result is wanted, and how the person is asked.

    `format` is one of the known ones; `color` is auto, always or never; `plain` is one fact a line; `accessible` asks line by
    line and is plain too. `today` is a date as YYYY-MM-DD that stands for the present day. `output` is the file to write, None
    for standard output; `force` lets it be overwritten. `own` names the files of one's own to use.
    """

    format: str = "text"
    color: str = "auto"
    plain: bool = False
    accessible: bool = False
    today: str | None = None
    output: str | None = None
    force: bool = False
    own: Own = NOTHING_OWN

    @property
    def json(self) -> bool:
        """Whether one JSON document is wanted."""
        return self.format == "json"


def emit(outcome: Outcome, shape: Shape, library: "Library | None" = None) -> int:
    """Write the outcome in its format and return its exit code; what its reader should know goes to standard error."""
    if any(shape.own):
        from pmpath.cli.carrying import carrying

        outcome = carrying(outcome, shape.own)
    if shape.json:
        hand_over(document(outcome, library), shape)
        return outcome.exit_code
    _tell_warnings(outcome)
    if shape.format == "text" and shape.output is None:
        show_page(outcome.page(), shape.color, plain=shape.plain)
    else:
        from pmpath.cli.exporting import Export

        hand_over(Export(outcome, shape).content(), shape)
    return outcome.exit_code


def _tell_warnings(outcome: Outcome) -> None:
    for warning in outcome.warnings:
        tell(warning.message)


def hand_over(content: bytes, shape: Shape) -> None:
    """Write a result to standard output, or to the file that is wanted, and then say so."""
    if shape.output is None:
        write_bytes(content)
        return
    from pathlib import Path

    from pmpath.cli.writing import write_new

    write_new(Path(shape.output), content, force=shape.force)


def hand_over_text(text: str, shape: Shape) -> None:
    """Write text to standard output in its encoding, or to a file in UTF-8."""
    if shape.output is None:
        write_text(text)
    else:
        hand_over(text.encode(), shape)


def writable(kind: str, shape: Shape, *further: str) -> Shape:
    """Return the shape where a page can be written so, or in one of the `further` formats; `UsageError` otherwise.

    What keeps something looks here first, so that nothing is kept by a command that then fails.
    """
    known = (*RAW_FORMATS, "md", "html", *further)
    if shape.format not in known:
        raise no_form(kind, shape.format, known)
    return shape


def no_form(kind: str, wanted: str, known: Sequence[str]) -> UsageError:
    """Return the error for a format that a result has no form for."""
    return UsageError(f"{kind} cannot be written as {wanted}", hint=f"formats: {', '.join(known)}")


def document(outcome: Outcome, library: "Library | None") -> bytes:
    """Return the JSON document of an outcome, with the ladder that was read for it."""
    from pmpath.render.envelope import Stamp, envelope

    return envelope(
        outcome.kind,
        outcome.data(),
        Stamp(__version__, library.identity if library else None),
        warnings=outcome.warnings,
        next_commands=outcome.next_commands,
    )
