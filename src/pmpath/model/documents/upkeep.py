"""The document of pmpath data: where the journal is, how it is, what came in, what was erased."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content
from pmpath.model.documents.envelope import BareFrame
from pmpath.model.documents.ground import Count, Place

PathText = Annotated[str, Field(min_length=1)]


class JournalPlace(Content):
    """Where answers are kept, by pmpath data path."""

    path: PathText
    """The file."""
    exists: bool
    """Whether it is there yet."""


class JournalHealth(Content):
    """How the journal is, by pmpath data check."""

    path: PathText
    """The file."""
    sound: bool
    """Whether it can be read whole and written to."""
    entries: Count
    """Entries that can be read."""
    damaged: list[Place]
    """Numbers of damaged lines."""
    torn_bytes: Count
    """Bytes at the end that are no entry."""
    foreign: Count
    """Entries that a newer pmpath wrote."""
    readable_by_others: bool
    """Whether other people of this machine can read it."""
    strays: list[str]
    """Names of files beside it with bytes that were set aside or not finished."""
    copies: list[str]
    """Names of the copies from before changes."""


class EntriesAdded(Content):
    """What came in, by pmpath data import."""

    added: Count
    """Entries that are new."""


class EntriesErased(Content):
    """What was erased, by pmpath data forget."""

    erased: Count
    """Entries that were there."""
    backup: Annotated[PathText | None, Field(alias="copy")]
    """The copy from before; null where none is kept."""


class DataDocument(BareFrame):
    """What the commands of pmpath data print with --json; export writes the journal itself."""

    kind: Literal["data"]
    """Says that the data are about what is kept."""
    data: JournalPlace | JournalHealth | EntriesAdded | EntriesErased
    """What the command did or found."""
