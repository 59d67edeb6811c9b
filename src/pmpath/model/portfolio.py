"""All kinds of portfolio pieces, the three parts they share, and what a review looks for."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pmpath.model.base import Content, Slug, Sourced, Text
from pmpath.model.piece_kind import PartName, PieceKind

Phrase = Annotated[str, StringConstraints(pattern=r"^[^\sA-Z]+( [^\sA-Z]+)*$", max_length=64)]
Phrases = Annotated[list[Phrase], Field(min_length=1)]


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
    source_words: Phrases
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
