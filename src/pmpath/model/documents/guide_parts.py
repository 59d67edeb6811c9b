"""What only some guides have, as their document shows it: time and pay by level, boards, questions with answers."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Slug, Sourced, Text
from pmpath.model.documents.ground import Count, LevelId, Time
from pmpath.model.figure import AsOf, Figure
from pmpath.model.guide import Board
from pmpath.model.timeline import Place

Years = Annotated[float, Field(ge=0)]


class AgedFigure(Figure):
    """A figure with its age."""

    months_old: Count | None
    """Its age in whole months; null where it has no date."""
    is_old: bool
    """Whether it is older than figures may be without a word."""


class TimeRange(Sourced):
    """A range of time of one level, as a source gives it."""

    level: LevelId
    """The level."""
    low: Years
    """Lower end."""
    high: Years | None
    """Upper end; null where it is open."""
    unit: Text
    """Years or months."""
    basis: Text
    """What is counted."""
    place: Text
    """Country, region or company."""
    as_of: AsOf
    """When it was so."""
    months_old: Count | None
    """Its age in whole months; null where it has no date."""
    is_old: bool
    """Whether it is older than figures may be without a word."""
    counts: Literal["role", "experience"]
    """Whether it counts time in the role or experience until then."""
    own_place: Place | None
    """Where the years that were said lie to it; null where none of this kind were."""


class AssessedLevel(Content):
    """What the last assessment said."""

    at: Time
    """When it was made."""
    level: LevelId | None
    """The level shown; null where it was open."""


class Timeline(Content):
    """Time by level. Years place nobody."""

    years: Years | None
    """Years in product that were said."""
    years_in_role: Years | None
    """Years in the role that were said."""
    assessed: AssessedLevel | None
    """The last assessment; null where none is kept."""
    ranges: list[TimeRange]
    """Ranges, the lowest level first."""


class LevelPay(Content):
    """What is known of the pay at one level."""

    level: LevelId
    """The level."""
    figures: list[AgedFigure]
    """Figures; empty where no source gives one."""


class AgedBoard(Board):
    """A place where roles are found, with the age of what is known of it."""

    months_old: Count | None
    """Age in whole months; null where it has no date."""
    is_old: bool
    """Whether that is older than dated statements may be without a word."""


class AnsweredQuestion(Content):
    """A question with its answer."""

    id: Slug
    """Identifier."""
    question: Text
    """The question."""
    topic: Slug
    """The guide that answers it."""
    answer: Text
    """That guide's short answer."""
