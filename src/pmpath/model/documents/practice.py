"""The documents of practice that is kept: one answer with its scores and what was found in it, and the log of all."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Slug, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Count, Day, Place
from pmpath.model.documents.interview import Points
from pmpath.model.documents.looked import Counted, LookData
from pmpath.model.practiced import How
from pmpath.model.question import TypeId
from pmpath.model.scoring import CriterionId, DimensionId, PartId


class ListedPractice(Content):
    """A practice in short."""

    number: Place | None
    """Its number in the log; null where it is not kept."""
    day: Day
    """The day on which it was begun."""
    type: TypeId
    """Its type."""
    question: Slug
    """The prompt that was answered."""
    level: Annotated[str, Field(max_length=4000)]
    """The level it was asked for."""
    setting: Literal["startup", "corporate"] | None
    """The setting it was asked for; null for any."""
    minutes: Place | None
    """Minutes of the timer; null where it was off."""
    hard: bool
    """Whether the steps were hidden."""
    how: How | None
    """How the answer was given; null while it is unfinished."""
    finished: bool
    """Whether the answer is whole."""
    seconds: Count | None
    """How long it took; null where nobody looked."""
    scores: dict[CriterionId, Points]
    """Points by criterion, as the person gave them; empty where there are none."""
    story: Place | None
    """The number of the story that was told; null for none."""
    found: list[PartId] | None
    """Parts with a sign in the text; null where nothing was typed."""
    missing: list[PartId] | None
    """Parts without a sign, those that matter most first; null where nothing was typed."""
    signs: Counted | None
    """The count of signs; null where nothing was typed."""


class ScoreGiven(Content):
    """A criterion with the points that the person gave."""

    criterion: CriterionId
    """Identifier."""
    name: Text
    """As shown."""
    dimension: DimensionId
    """The dimension that it counts for."""
    points: Points | None
    """The points; null where none were given."""
    anchor: Text | None
    """The anchor of these points; null where none were given."""


class DimensionPoints(Content):
    """One of the three things that interviews probe, with the points that count for it."""

    id: DimensionId
    """Identifier."""
    name: Text
    """As shown."""
    criteria: list[CriterionId]
    """The criteria of this type that count for it."""
    points: list[Points]
    """The points that were given for them."""


class PracticeBefore(Content):
    """The practice of the same type before."""

    number: Place
    """Its number in the log."""
    day: Day
    """Its day."""
    scores: dict[CriterionId, Points]
    """Its points by criterion."""
    signs: Counted | None
    """Its count of signs; null where nothing was typed."""


class PracticeData(ListedPractice):
    """A practice with the answer, the scores and what was found."""

    prompt: Text
    """The prompt as it was asked."""
    follow_up: Text
    """What an interviewer may ask next."""
    text: str | None
    """The answer; null where nothing was typed."""
    rubric: list[ScoreGiven]
    """The criteria with the points given."""
    dimensions: Annotated[list[DimensionPoints], Field(min_length=3, max_length=3)]
    """The three dimensions."""
    look: LookData | None
    """What was looked for and found; null where nothing was typed."""
    before: PracticeBefore | None
    """The practice of this type before; null for the first."""
    limits: Text
    """What the look cannot tell."""


class PracticeLogData(Content):
    """All practice that is kept."""

    practices: list[ListedPractice]
    """The oldest first."""


class PracticeDocument(LadderFrame):
    """What pmpath interview TYPE with an answer, interview score and interview log N print with --json."""

    kind: Literal["practice"]
    """Says that the data are a practice."""
    data: PracticeData
    """The practice."""


class PracticeLogDocument(LadderFrame):
    """What pmpath interview log prints with --json."""

    kind: Literal["practice-log"]
    """Says that the data are the log of practice."""
    data: PracticeLogData
    """The log."""
