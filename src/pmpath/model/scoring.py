"""How answers are scored by the person and looked through by pmpath, whatever their type."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Sourced, Text
from pmpath.model.portfolio import Phrases, Saying

CriterionId = Literal["substance", "structure", "user", "outcome", "trade-off"]
DimensionId = Literal["product-sense", "strategic-mind", "bias-for-action"]
PartId = Literal["user", "pain", "evidence", "outcome", "measure", "options", "cut", "risk", "next-step"]


class Dimension(Sourced):
    """One of the three things that startup interviews probe; every score shows all three."""

    id: DimensionId
    """Identifier."""
    name: Text
    """As shown."""
    text: Text
    """What it means, in words one can check."""


class Criterion(Content):
    """One of the five criteria that every rubric has."""

    id: CriterionId
    """Identifier."""
    name: Text
    """As shown."""
    asks: Text
    """What it asks of an answer."""


class LookedForPart(Content):
    """A part that typed answers are looked through for, and what is said where it is missing."""

    id: PartId
    """Identifier."""
    name: Text
    """As shown."""
    looks_for: Text
    """What is looked for, in a sentence."""
    words: Phrases
    """Words that count as a sign of it, in lower case."""
    numbers: bool
    """Whether a number counts as a sign of it too."""
    missing: Text
    """What is said where no sign was found."""
    hint: Text
    """What to add."""


class Scoring(Content):
    """How typed answers are looked through, and how practice comes back."""

    limits: Text
    """What the look cannot tell."""
    criteria: Annotated[list[Criterion], Field(min_length=5, max_length=5)]
    """The five criteria, in the order in which they are scored."""
    dimensions: Annotated[list[Dimension], Field(min_length=3, max_length=3)]
    """The three dimensions."""
    parts: Annotated[list[LookedForPart], Field(min_length=9, max_length=9)]
    """What is looked for, in the order in which missing parts are named: people and proof before structure."""
    messages: list[Saying]
    """Further texts of a result, by id."""
    spacing_days: Annotated[int, Field(ge=1, le=60)]
    """Days after which a type that was practiced comes back; even for all types."""
