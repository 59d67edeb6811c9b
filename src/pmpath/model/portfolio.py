"""Kinds of portfolio pieces: how each is made, its template in three parts, an example, and what a review looks for."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pmpath.model.base import Content, ExpectationId, Slug, Sourced, Text
from pmpath.model.project import FileName, WorkedExample

Phrase = Annotated[str, StringConstraints(pattern=r"^[^\sA-Z]+( [^\sA-Z]+)*$", max_length=64)]
Phrases = Annotated[list[Phrase], Field(min_length=1)]
PartName = Literal["problem", "opportunity", "solution"]


class Part(Content):
    """One of the three parts that every piece has."""

    id: PartName
    """Identifier."""
    title: Text
    """Heading of the part."""
    asks: Text
    """What a reader wants to find there."""


class Story(Sourced):
    """What a portfolio is for, and how it is read."""

    text: Text
    """How a piece is read."""
    why: Text
    """Why it is worth making."""


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


class LookedFor(Content):
    """What one check of a review looks for, in words."""

    check: Literal["parts", "evidence", "option", "basis", "placeholder"]
    """The check."""
    text: Text
    """What it looks for."""


class Saying(Content):
    """A text of a review, by id; `{subject}` stands for what it is about."""

    id: Slug
    """Identifier."""
    text: Text
    """The text."""


class ReviewWords(Content):
    """The words that a review looks for, in lower case."""

    numbers: Phrases
    """Numbers that people spell out."""
    sources: Phrases
    """What names a source."""
    rejected: Phrases
    """What says anywhere that an option was turned down."""
    reasons: Phrases
    """What gives a reason where options are compared."""
    forecasts: Phrases
    """What announces a forecast wherever a digit stands beside it."""
    outlooks: Phrases
    """What announces a forecast beside one of the figures only."""
    figures: Phrases
    """Signs and words of shares and money."""
    around: Phrases
    """What may stand between "by" and a figure."""
    dates: Phrases
    """What makes a day out of the number before it."""
    basis: Phrases
    """What states a basis."""
    placeholders: Phrases
    """Words that stand for text to come."""
    signs: Phrases
    """Signs that stand for text to come."""


class ReviewRules(Content):
    """What a review looks for and how it says so."""

    limits: Text
    """What a review cannot tell."""
    example_mark: Text
    """How the line begins below which a template carries its example."""
    looked_for: Annotated[list[LookedFor], Field(min_length=5, max_length=5)]
    """What each check looks for."""
    messages: list[Saying]
    """What is missing, by id."""
    hints: list[Saying]
    """What to do about it, by id."""
    words: ReviewWords
    """The words it looks for."""


class Portfolio(Content):
    """All kinds of pieces, the ones to begin with first."""

    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,32}$")]
    """Version of the content."""
    parts: Annotated[list[Part], Field(min_length=3, max_length=3)]
    """The three parts in order."""
    story: Story
    """What a portfolio is for."""
    kinds: Annotated[list[PieceKind], Field(min_length=1)]
    """In the order of the list shown."""
    review: ReviewRules
    """What a review looks for."""
