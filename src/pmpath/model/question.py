"""A type of interview question: what it tests, its steps, its rubric with anchors, its prompts, two whole answers."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pmpath.model.base import Content, Slug, Sourced, Text
from pmpath.model.piece_kind import Mistake
from pmpath.model.portfolio import Phrases
from pmpath.model.scoring import CriterionId, DimensionId, PartId

TypeId = Literal["product-sense", "product-strategy", "execution", "behavioral", "prioritization", "estimation", "technical"]
Setting = Literal["startup", "corporate", "any"]
LongText = Annotated[str, StringConstraints(min_length=200, max_length=4000, strip_whitespace=True)]


class Anchored(Content):
    """A criterion of one type's rubric with its three anchors."""

    criterion: CriterionId
    """The criterion."""
    dimension: DimensionId
    """The dimension that it counts for."""
    anchors: Annotated[list[Text], Field(min_length=3, max_length=3)]
    """What an answer does at one, two and three points, in words one can check."""


class PracticeStep(Content):
    """One step of a structure for answers."""

    id: Slug
    """Identifier."""
    do: Text
    """What to do, in a line."""
    say: Text
    """How it may sound, or what to ask oneself."""
    signs: Phrases
    """Words that a typed answer has where the step was likely taken, in lower case."""


class Question(Sourced):
    """A prompt to practice with."""

    id: Slug
    """Identifier, unlike that of any other prompt."""
    text: Text
    """The prompt as an interviewer says it."""
    levels: Annotated[list[Slug], Field(min_length=1)]
    """Levels at which it is asked."""
    setting: Setting
    """Where it is asked: in a startup, in a large company, in both."""
    ownership: bool
    """Whether it asks for ownership or growth from nothing."""
    follow_up: Text
    """What an interviewer asks next."""


class Answered(Content):
    """A whole answer to a prompt of the type, by an invented candidate."""

    question: Slug
    """The prompt it answers."""
    text: LongText
    """The answer."""
    why: Text
    """What it does, or what it lacks, by the rubric."""


class QuestionType(Sourced):
    """A type of interview question."""

    id: TypeId
    """Identifier."""
    name: Text
    """As shown."""
    aliases: list[Slug]
    """What people type instead of the id."""
    headline: bool
    """Whether it is one to begin with."""
    minutes: Annotated[int, Field(ge=3, le=60)]
    """Minutes for one answer."""
    tests: Text
    """What it tests."""
    user_problem: Text
    """Where the problem of a user comes into a good answer."""
    business_outcome: Text
    """Where a result for the business comes into a good answer."""
    steps: Annotated[list[PracticeStep], Field(min_length=4, max_length=8)]
    """A structure for answers, in order."""
    mistakes: Annotated[list[Mistake], Field(min_length=3)]
    """What often goes wrong."""
    startup: Text
    """How a startup asks it."""
    corporate: Text
    """How a large company asks it."""
    needs: Annotated[list[PartId], Field(min_length=4)]
    """Parts that a typed answer of this type is looked through for, those that matter most first."""
    rubric: Annotated[list[Anchored], Field(min_length=5, max_length=5)]
    """The five criteria with their anchors."""
    questions: Annotated[list[Question], Field(min_length=8)]
    """Prompts, lower levels first."""
    good: Answered
    """An answer that reaches the upper anchors."""
    weak: Answered
    """An answer to the same prompt that lists features and names no user."""
