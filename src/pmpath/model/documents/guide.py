"""The document of one guide."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, ExpectationId, Slug, Sourced, SourceKey, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Count
from pmpath.model.documents.guide_parts import AgedBoard, AgedFigure, AnsweredQuestion, LevelPay, Timeline
from pmpath.model.environment import Difference
from pmpath.model.guide import Point


class AgedPoint(Point):
    """A statement with its age; the figures in its texts are filled in."""

    months_old: Count | None
    """Its age in whole months; null where it does not age or has no date."""
    is_old: bool
    """Whether it is older than dated statements may be without a word."""


class GuidePassage(Content):
    """A part of the guide."""

    id: Slug
    """Identifier."""
    heading: Text
    """Its title."""
    points: list[AgedPoint]
    """Statements in order."""
    figures: list[AgedFigure]
    """Figures in order."""


class CitedSource(Content):
    """A source that the guide rests on."""

    key: SourceKey
    """Its key, which pmpath explain knows."""
    name: Text
    """Its name."""
    address: Annotated[str, Field(min_length=1)]
    """Where it stands."""
    date: Text
    """Its date, or undated."""
    quality: Slug
    """How far to trust it."""
    months_old: Count | None
    """Its age in whole months; null where it has no date."""


class GuideData(Sourced):
    """One guide, whole."""

    id: Slug
    """Identifier."""
    title: Text
    """As shown."""
    question: Text
    """The question that it answers."""
    aliases: list[Slug]
    """What may be typed instead of the id."""
    short: Text
    """The short answer, its figures filled in."""
    stale_months: Annotated[int, Field(ge=1)]
    """Age in months above which something is old."""
    passages: list[GuidePassage]
    """Its parts."""
    levels: list[Slug]
    """Levels that it leads to."""
    expectations: list[ExpectationId]
    """Expectations that it leads to, each with an action."""
    cited: list[CitedSource]
    """Sources that it rests on."""
    time: Timeline | None
    """Time by level; null except in the guide time."""
    pay: list[LevelPay] | None
    """Pay by level; null except in the guide pay."""
    differences: list[Difference] | None
    """Startup and corporate side by side; null except in the guide environment."""
    boards: list[AgedBoard] | None
    """Where roles are found; null except in the guide jobs."""
    questions: list[AnsweredQuestion] | None
    """Questions with their answers; null except in the guide faq."""


class GuideDocument(LadderFrame):
    """What pmpath guide TOPIC prints with --json."""

    kind: Literal["guide"]
    """Says that the data are a guide."""
    data: GuideData
    """The guide."""
