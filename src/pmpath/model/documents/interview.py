"""The documents of pmpath interview that show content: the list of types, a prompt, the stages of a loop."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Slug, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Count, Day, Place
from pmpath.model.documents.rubric import ScoredCriterion, ShownStep, TestedOn, TypeInShort
from pmpath.model.loop import RealLoop, Stage
from pmpath.model.practice import Aim
from pmpath.model.question import Question, TypeId
from pmpath.model.scoring import CriterionId

Points = Annotated[int, Field(ge=1, le=3)]


class ListedType(TypeInShort):
    """A type of question, and how practice of it stands."""

    prompts: Count
    """How many prompts there are."""
    practiced: Count
    """How often it was practiced."""
    last: Day | None
    """Day of the last practice; null before the first."""
    last_scores: dict[CriterionId, Points] | None
    """The last scores by criterion; null where none were given."""
    due: bool
    """Whether it is due."""
    due_on: Day | None
    """The day on which it is due; null for a type that was never practiced, which is due from the start."""


class InterviewData(Content):
    """All types of questions."""

    aims: list[Aim]
    """What interviews look for."""
    spacing_days: Place
    """Days after which a type comes back."""
    types: list[ListedType]
    """The types, those to begin with first."""


class QuestionData(Content):
    """A prompt to practice with."""

    type: TypeId
    """Its type."""
    name: Text
    """Name of the type."""
    tests: Text
    """What the type tests."""
    question: Question
    """The prompt."""
    level: Slug
    """The level it is asked for."""
    setting: Literal["startup", "corporate"] | None
    """The setting it is asked for; null for any."""
    minutes: Place | None
    """Minutes of the timer; null where it is off."""
    steps: list[ShownStep] | None
    """The steps; null where they are hidden."""
    rubric: list[ScoredCriterion]
    """The five criteria with their anchors."""
    focus: list[TestedOn]
    """What the background that was named is tested on; empty without one."""


class LoopData(Content):
    """The stages of a loop, and real ones."""

    note: Text
    """What differs from company to company."""
    stages: list[Stage]
    """Stages in order."""
    examples: list[RealLoop]
    """Loops of real companies."""


class InterviewDocument(LadderFrame):
    """What pmpath interview and interview list print with --json."""

    kind: Literal["interview"]
    """Says that the data are the types of questions."""
    data: InterviewData
    """The types."""


class QuestionDocument(LadderFrame):
    """What pmpath interview TYPE prints with --json where no answer is given."""

    kind: Literal["question"]
    """Says that the data are a prompt."""
    data: QuestionData
    """The prompt."""


class LoopDocument(LadderFrame):
    """What pmpath interview loop prints with --json."""

    kind: Literal["loop"]
    """Says that the data are the stages of a loop."""
    data: LoopData
    """The loop."""
