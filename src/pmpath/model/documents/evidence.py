"""The document of pmpath evidence: what was saved, what was removed, or a list."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, ExpectationId
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Count, Day, Place, QuestionId
from pmpath.model.evidence import Backing


class EvidenceQuality(Content):
    """How good a piece of evidence is."""

    backing: Backing
    """What stands behind it."""
    has_number: bool
    """Whether its result names a number."""
    days: Count
    """Its age in days."""
    is_old: bool
    """Whether it is older than a year."""


class EvidencePiece(Content):
    """A piece of evidence."""

    number: Place
    """What people call it by."""
    id: Annotated[str, Field(min_length=1)]
    """Identifier in the journal."""
    added: Day
    """The day on which it was written down."""
    what: Annotated[str, Field(min_length=1)]
    """What was done."""
    result: str | None
    """What came of it; null where nothing was said, as in the next lines."""
    who: str | None
    """Who can confirm it."""
    date: str | None
    """When it happened."""
    link: str | None
    """Where it can be seen: an address or a file."""
    shows: list[QuestionId]
    """The expectations and milestones that it shows."""
    quality: EvidenceQuality
    """How good it is."""


class EvidenceSaved(EvidencePiece):
    """A piece of evidence that was added or changed."""

    suggested: list[ExpectationId]
    """Expectations that it may show; empty where it shows something already."""


class EvidenceRemoved(EvidencePiece):
    """A piece of evidence that counts no longer."""

    removed: Literal[True]
    """Says that it counts no longer."""


class EvidenceList(Content):
    """All evidence, or what was searched for."""

    evidence: list[EvidencePiece]
    """The pieces in the order in which they were written down."""


class EvidenceDocument(LadderFrame):
    """What pmpath evidence and its commands print with --json."""

    kind: Literal["evidence"]
    """Says that the data are evidence."""
    data: EvidenceList | EvidenceSaved | EvidenceRemoved
    """A list, or the piece that was added, changed or removed."""
