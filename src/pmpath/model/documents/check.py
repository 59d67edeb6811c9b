"""The document of pmpath check, and that of pmpath init."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content
from pmpath.model.documents.envelope import BareFrame, LadderFrame
from pmpath.model.documents.error import Problem

What = Literal[
    "ladder",
    "overlay",
    "playbooks",
    "portfolio",
    "interview",
    "guides",
    "sources",
    "answer sheet",
    "answer sheets",
    "thresholds",
    "offer",
    "fit answers",
]
Name = Annotated[str, Field(min_length=1)]
Count = Annotated[int, Field(ge=0)]


class CheckedFile(Content):
    """What was found in one file."""

    file: Name
    """The file, as it was named."""
    what: What | None
    """What it is by its content; null where that is not known."""
    counts: dict[Name, Count]
    """How much of what is in it; empty where anything is wrong."""
    problems: list[Problem]
    """All that is wrong with it."""


class CheckData(Content):
    """What was found in all files."""

    files: list[CheckedFile]
    """The files in the order in which they were named."""
    problems: Count
    """How many problems there are in all."""


class CheckDocument(LadderFrame):
    """What pmpath check --json prints."""

    kind: Literal["check"]
    """Says that the data are those of a check."""
    data: CheckData
    """What was found."""


class StartData(Content):
    """The files that were written to begin with."""

    what: Literal["ladder", "playbook"]
    """What they begin."""
    files: list[Name]
    """The files."""


class StartDocument(BareFrame):
    """What pmpath init ladder and init playbook print with --json."""

    kind: Literal["start"]
    """Says that the data are about files to begin with."""
    data: StartData
    """Which files they are."""
