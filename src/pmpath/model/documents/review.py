"""The documents of a second view: how far a sheet is filled in, and where two people disagree."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Answer, Count, QuestionId
from pmpath.model.documents.placement import Placement


class ReviewData(Content):
    """How far a sheet about somebody else's work is filled in."""

    file: Annotated[str, Field(min_length=1)]
    """The file."""
    answered: Count
    """Its questions that are answered."""
    of: Count
    """All its questions."""


class ReviewDocument(LadderFrame):
    """What pmpath assess --rater FILE --json prints."""

    kind: Literal["review"]
    """Says that the data are about a sheet of a second view."""
    data: ReviewData
    """How far the sheet is."""


class Disagreement(Content):
    """A question that two people answered differently enough to talk about."""

    question: QuestionId
    """The question."""
    own: Answer
    """The person's answer."""
    other: Answer
    """The other's answer."""
    steps: int
    """How much higher the own answer is, lower where negative."""
    own_met: bool | None
    """Whether the own answer meets the expectation; null for a fact."""
    other_met: bool | None
    """Whether the other answer meets the expectation; null for a fact."""
    ask: Text
    """The question to begin the conversation with."""


class ComparisonData(Content):
    """What two people say of the same work."""

    rater: str | None
    """Who the other is; null where the sheet does not say."""
    own: Placement
    """Where the own answers stand."""
    other: Placement
    """Where the other's answers stand."""
    compared: Count
    """Questions that both answered."""
    disagreements: list[Disagreement]
    """Where both disagree, the widest first."""


class ComparisonDocument(LadderFrame):
    """What pmpath review compare --json prints."""

    kind: Literal["comparison"]
    """Says that the data compare two views."""
    data: ComparisonData
    """The comparison."""
