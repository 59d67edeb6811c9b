"""A type of question as documents show it: its rubric, its prompts, its steps; and the document of one type."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Slug, Sourced, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Place
from pmpath.model.piece_kind import Mistake
from pmpath.model.question import Answered, PracticeStep, Question, TypeId
from pmpath.model.scoring import CriterionId, DimensionId, PartId


class ScoredCriterion(Content):
    """A criterion of a rubric."""

    criterion: CriterionId
    """Identifier."""
    name: Text
    """As shown."""
    asks: Text
    """What it asks of an answer."""
    dimension: DimensionId
    """The dimension that it counts for."""
    anchors: Annotated[list[Text], Field(min_length=3, max_length=3)]
    """What an answer does at one, two and three points."""


class ShownStep(Content):
    """A step of a structure for answers."""

    id: Slug
    """Identifier."""
    do: Text
    """What to do."""
    say: Text
    """How it may sound."""


class TestedOn(Content):
    """A type that a background is tested on."""

    type: TypeId
    """The type."""
    why: Text
    """Why it is asked of this background."""
    practice: Text
    """How to practice it."""


class TypeInShort(Content):
    """A type of question, in short."""

    id: TypeId
    """Identifier."""
    name: Text
    """As shown."""
    headline: bool
    """Whether it is one to begin with."""
    minutes: Place
    """Minutes for one answer."""
    tests: Text
    """What it tests."""


class QuestionTypeData(TypeInShort, Sourced):
    """A type of question with all that belongs to it."""

    user_problem: Text
    """Where the problem of a user comes into a good answer."""
    business_outcome: Text
    """Where a result for the business comes into a good answer."""
    steps: list[PracticeStep]
    """A structure for answers, in order."""
    mistakes: list[Mistake]
    """What often goes wrong."""
    rubric: list[ScoredCriterion]
    """The five criteria with their anchors."""
    startup: Text
    """How a startup asks it."""
    corporate: Text
    """How a large company asks it."""
    needs: list[PartId]
    """What pmpath looks for in a typed answer."""
    questions: list[Question]
    """Prompts."""
    good: Answered
    """An answer that reaches the upper anchors."""
    weak: Answered
    """An answer to the same prompt that does not."""


class QuestionTypeDocument(LadderFrame):
    """What pmpath interview show prints with --json."""

    kind: Literal["question-type"]
    """Says that the data are a type of question."""
    data: QuestionTypeData
    """The type."""
