"""Interview practice: the types of questions, their prompts and rubrics, the stages of a loop, and stories."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pmpath.model.base import Content, Slug, Sourced, Text
from pmpath.model.piece_kind import Mistake
from pmpath.model.portfolio import Phrases, Saying

TypeId = Literal["product-sense", "product-strategy", "execution", "behavioral", "prioritization", "estimation", "technical"]
CriterionId = Literal["substance", "structure", "user", "outcome", "trade-off"]
DimensionId = Literal["product-sense", "strategic-mind", "bias-for-action"]
PartId = Literal["user", "pain", "evidence", "outcome", "measure", "options", "cut", "risk", "next-step"]
StoryPartId = Literal["situation", "task", "action", "result", "lesson"]
Setting = Literal["startup", "corporate", "any"]
LongText = Annotated[str, StringConstraints(min_length=200, max_length=4000, strip_whitespace=True)]


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


class Stage(Sourced):
    """A stage of a usual interview loop."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    who: Text
    """Who sits there."""
    tests: Text
    """What it is about."""
    prepare: Text
    """What to bring."""
    types: list[TypeId]
    """Types of questions asked there."""


class RealLoop(Sourced):
    """The loop of one company, as it published it."""

    company: Text
    """The company."""
    as_of: Text
    """ISO date or year of the text."""
    stages: Annotated[list[Text], Field(min_length=4)]
    """Its stages in order, in our words."""
    takes: Text
    """How long it takes, as the company says."""


class Loop(Content):
    """The stages of a loop, and two real ones."""

    stages: Annotated[list[Stage], Field(min_length=6)]
    """Stages in order."""
    examples: Annotated[list[RealLoop], Field(min_length=2)]
    """Loops of real companies."""
    note: Text
    """What differs from company to company."""


class StoryPart(Content):
    """One part of a behavioral story."""

    id: StoryPartId
    """Identifier."""
    name: Text
    """As shown."""
    asks: Text
    """What belongs in it."""


class Stories(Content):
    """How stories are told, and when a bank of them is enough."""

    parts: Annotated[list[StoryPart], Field(min_length=5, max_length=5)]
    """The parts of a story, in order."""
    advice: Annotated[list[Text], Field(min_length=3)]
    """How to choose and keep them."""
    overused_from: Annotated[int, Field(ge=2)]
    """Uses from which a story is called overused."""


class Aim(Sourced):
    """What an interview is about, in a sentence."""

    text: Text
    """The sentence."""


class Interview(Content):
    """All of interview practice, the types to begin with first."""

    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,32}$")]
    """Version of the content."""
    aims: Annotated[list[Aim], Field(min_length=3)]
    """What interviews look for: thinking under pressure, care for users, a user's problem joined to a result."""
    types: Annotated[list[QuestionType], Field(min_length=1)]
    """Types in the order of the list shown."""
    scoring: Scoring
    """How answers are scored and looked through."""
    loop: Loop
    """The stages of a loop."""
    stories: Stories
    """The story bank."""
