"""A kind of portfolio piece: how it is made, its template in three parts, and an example of it."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, ExpectationId, Slug, Sourced, Text
from pmpath.model.project import FileName, WorkedExample

PartName = Literal["problem", "opportunity", "solution"]


class PieceStep(Content):
    """One step of making a piece."""

    do: Text
    """What to do."""
    hours: Annotated[int, Field(ge=1, le=40)]
    """Own work in whole hours."""


class PieceSection(Content):
    """A section of the template."""

    heading: Text
    """Title of the section."""
    prompt: Text | None
    """What belongs in it; null where the playbook's document says it."""
    needs: list[Literal["evidence", "option"]]
    """What a review looks for in it beside text of one's own."""


class PiecePart(Content):
    """The sections of one of the three parts."""

    part: PartName
    """The part."""
    sections: Annotated[list[PieceSection], Field(min_length=2)]
    """Sections in order."""


class Claim(Sourced):
    """What a reviewer looks for."""

    text: Text
    """What it is."""


class Mistake(Sourced):
    """What often goes wrong in a piece."""

    text: Text
    """What goes wrong."""
    instead: Text
    """What to do instead."""


class PieceKind(Sourced):
    """A kind of portfolio piece."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    aliases: list[Slug]
    """What people type instead of the id."""
    headline: bool
    """Whether it is one to begin with."""
    background: Slug | None
    """The playbook whose document it is; null for a kind with a template of its own."""
    file: FileName | None
    """Name of the file that is created; null where the playbook names it."""
    title: Text | None
    """Title of the document; null where the playbook names it."""
    purpose: Text
    """What it shows to a reader who hires."""
    fits: Text
    """Whom it fits."""
    steps: Annotated[list[PieceStep], Field(min_length=5)]
    """How to make it, in order."""
    checklist: Annotated[list[Text], Field(min_length=5)]
    """What to look over before it is shown."""
    parts: Annotated[list[PiecePart], Field(min_length=3, max_length=3)]
    """The template: find the problem, weigh the opportunity, shape the solution."""
    reviewer: Annotated[list[Claim], Field(min_length=3)]
    """What a reviewer looks for."""
    shows: Annotated[list[ExpectationId], Field(min_length=3)]
    """Expectations it gives evidence for."""
    startup: Text
    """How it differs for a startup."""
    corporate: Text
    """How it differs for a large company."""
    mistakes: Annotated[list[Mistake], Field(min_length=3)]
    """What often goes wrong."""
    example: WorkedExample | None
    """The template filled in for an invented product; null where the playbook has it."""
