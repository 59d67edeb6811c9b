"""The document of one kind of portfolio piece."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, ExpectationId, Slug, Sourced, Text
from pmpath.model.documents.envelope import LadderFrame

Hours = Annotated[float, Field(gt=0)]


class PieceStep(Content):
    """A step of making a piece."""

    do: Text
    """What to do."""
    hours: Hours
    """Own work in hours."""


class PieceSection(Content):
    """A section of the document."""

    heading: Text
    """Its title."""
    part: Slug
    """The part that it belongs to."""
    prompt: Text
    """What belongs in it."""
    needs: list[Literal["evidence", "option"]]
    """What a review looks for in it."""


class ReviewerPoint(Sourced):
    """What a reader of the piece looks for."""

    text: Text
    """The point."""


class Mistake(Sourced):
    """What often goes wrong."""

    text: Text
    """The mistake."""
    instead: Text
    """What to do instead."""


class ExampleSection(Content):
    """A section of the worked example."""

    heading: Text
    """Its title."""
    text: Annotated[str, Field(min_length=1)]
    """What stands there."""


class PieceExample(Content):
    """The document filled in for an invented product."""

    title: Text
    """Its title."""
    sections: list[ExampleSection]
    """Its sections."""


class PieceKindData(Sourced):
    """One kind of piece, whole."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    headline: bool
    """Whether it is one to begin with."""
    background: Slug | None
    """The background whose document it is; null where anybody's."""
    purpose: Text
    """What it shows to a reader."""
    fits: Text
    """Whom it fits."""
    hours: Hours
    """Own work in hours."""
    steps: list[PieceStep]
    """Steps in order."""
    checklist: list[Text]
    """What to look at before it is shown."""
    file: Annotated[str, Field(max_length=4000)]
    """Name of the file that new creates."""
    title: Text
    """Title of the document."""
    sections: list[PieceSection]
    """Sections in order."""
    reviewer: list[ReviewerPoint]
    """What a reader looks for."""
    mistakes: list[Mistake]
    """What often goes wrong."""
    startup: Text
    """How it differs in a startup."""
    corporate: Text
    """How it differs in a large company."""
    shows: list[ExpectationId]
    """Expectations that it shows."""
    example: PieceExample
    """The worked example."""


class PieceKindDocument(LadderFrame):
    """What pmpath portfolio show prints with --json."""

    kind: Literal["piece-kind"]
    """Says that the data are a kind of piece."""
    data: PieceKindData
    """The kind."""
