"""The envelope around the data of every document."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content
from pmpath.model.documents.ground import LadderIdentity

Kind = Literal[
    "assessment",
    "placement",
    "transition",
    "ladder",
    "plan",
    "progress",
    "checkin",
    "evidence",
    "milestones",
    "case",
    "review",
    "comparison",
    "team",
    "history",
    "diff",
    "explanation",
    "portfolio",
    "piece-kind",
    "piece-review",
    "interview",
    "question-type",
    "question",
    "practice",
    "practice-log",
    "loop",
    "stories",
    "story",
    "guides",
    "guide",
    "offer",
    "fit",
    "hats",
    "status",
    "data",
    "template",
    "check",
    "start",
    "schemas",
    "help",
    "version",
    "error",
]


class Warned(Content):
    """Something that the reader of the data should know."""

    code: Annotated[str, Field(min_length=1)]
    """A word that stays the same."""
    message: Annotated[str, Field(min_length=1)]
    """What it is about, in a sentence."""


class Frame(Content):
    """What stands around the data, whatever they are."""

    schema_version: Literal["1.0"]
    """Version of this contract; its first figure changes when a key goes or changes its meaning."""
    pmpath_version: Annotated[str, Field(min_length=1)]
    """Version of the program that wrote the document."""
    ladder: LadderIdentity | None
    """The ladder that was read; null where none was."""
    warnings: list[Warned]
    """What the reader should know; usually empty."""
    next_commands: list[Annotated[str, Field(pattern=r"^pmpath\b")]]
    """Command lines that come next, the most useful first."""


class LadderFrame(Frame):
    """What stands around data that a ladder was read for."""

    ladder: LadderIdentity
    """The ladder that was read."""


class BareFrame(Frame):
    """What stands around data that no ladder was read for."""

    ladder: None
    """Always null: no ladder is read for this."""


class Envelope(Frame):
    """Any document of pmpath."""

    kind: Kind
    """What the data are, described by the schema of that name; ladder, portfolio, interview, guides, offer add `-document`."""
    data: dict[str, object]
    """The result itself."""
