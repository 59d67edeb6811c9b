"""The document of a review of a portfolio piece."""

from typing import Literal

from pmpath.model.base import Content, Slug, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Count, Place
from pmpath.model.piece import Code


class PieceFinding(Content):
    """Something that is missing in a piece."""

    code: Code
    """What is missing."""
    line: Place
    """The line that it is about."""
    subject: str
    """The heading or the words that it is about."""
    message_id: Slug
    """Identifier of the message."""
    message: str
    """What is missing, in a sentence."""
    hint_id: Slug
    """Identifier of the hint."""
    hint: str
    """What to do."""


class PresentSection(Content):
    """What stands under a heading."""

    heading: Text
    """The heading."""
    part: Slug
    """The part that it belongs to."""
    line: Place | None
    """Its line; null where it is missing."""
    words: Count
    """How many own words."""
    evidence: list[str] | None
    """Kinds of evidence found; null where none is looked for."""


class FoundForecast(Content):
    """A sentence that reads like a forecast."""

    line: Place
    """Its line."""
    text: str
    """The sentence."""
    basis: list[str]
    """Words that state its basis."""


class PieceReviewData(Content):
    """What a review of a piece found; no judgment."""

    path: str | None
    """The file; null for standard input."""
    kind: Slug
    """Its kind."""
    findings: list[PieceFinding]
    """What is missing, in the order of the lines."""
    sections: list[PresentSection]
    """What is there."""
    options: list[str]
    """Words that name a rejected option."""
    forecasts: list[FoundForecast]
    """Sentences that read like forecasts."""
    looked_for: dict[Slug, Text]
    """What the review looks for."""
    limits: Text
    """What it cannot say."""


class PieceReviewDocument(LadderFrame):
    """What pmpath portfolio review prints with --json."""

    kind: Literal["piece-review"]
    """Says that the data are a review of a piece."""
    data: PieceReviewData
    """The review."""
