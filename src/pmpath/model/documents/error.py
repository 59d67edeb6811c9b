"""The document of an error."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content
from pmpath.model.documents.envelope import Frame
from pmpath.model.documents.ground import Place


class Problem(Content):
    """One thing wrong in a given file."""

    file: str
    """The file."""
    line: Place | None
    """Its line, counted from 1; null where the place is not known."""
    column: Place | None
    """Its column, counted from 1; null where the place is not known."""
    path: str
    """Where in the content it is: keys and places joined by dots; empty for the whole."""
    message: Annotated[str, Field(min_length=1)]
    """What is wrong."""
    hint: str
    """What to do; may be empty."""


class ErrorData(Content):
    """Why a command did not do what it was asked for."""

    code: Literal["internal", "usage", "invalid-content", "missing-file", "cannot-create", "io", "busy"]
    """A word that stays the same; it goes with the exit code."""
    message: Annotated[str, Field(min_length=1)]
    """What is wrong."""
    hint: str
    """What to do; may be empty."""
    exit_code: Literal[1, 2, 65, 66, 73, 74, 75]
    """The code that the command ends with."""
    problems: list[Problem]
    """Every problem in the given files."""


class ErrorDocument(Frame):
    """What a command prints to standard error with --json when it fails, and for a bad line of --jsonl."""

    kind: Literal["error"]
    """Says that the data are an error."""
    data: ErrorData
    """The error."""
