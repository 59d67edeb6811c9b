"""One level of the ladder: what it is for, who decides what, what it takes in years."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from pmpath.model.base import LEAVABLE, Content, ExpectationId, Leavable, Slug, Sourced, Text, nothing
from pmpath.model.road import Road

Names = Annotated[list[Text], Field(min_length=1)]


class Range(Sourced):
    """A figure as a range, with what it counts, where and when."""

    low: Annotated[float, Field(ge=0)]
    """Lower end."""
    high: Annotated[float, Field(ge=0)] | None
    """Upper end; null when open-ended."""
    unit: Text
    """What is counted: years, PMs."""
    basis: Text
    """What the figure covers: in the role, total product experience."""
    place: Text
    """Country or region; "not stated" where the source does not say."""
    as_of: Text
    """ISO date or year of the source; "undated" where it has none."""

    @model_validator(mode="after")
    def _ordered(self) -> "Range":
        if self.high is not None and self.high <= self.low:
            msg = "high is not above low"
            raise ValueError(msg)
        return self


class Horizon(Content):
    """How far ahead the level plans."""

    text: Text
    """The horizon in words."""
    months_low: Annotated[float, Field(ge=0)]
    """Shortest usual horizon in months."""
    months_high: Annotated[float, Field(gt=0)]
    """Longest usual horizon in months."""

    @model_validator(mode="after")
    def _ordered(self) -> "Horizon":
        if self.months_high < self.months_low:
            msg = "months_high is below months_low"
            raise ValueError(msg)
        return self


class Success(Content):
    """How success at the level is measured."""

    text: Text
    """In one sentence."""
    measures: Names
    """The measures as short phrases."""


class Manages(Content):
    """Whom the level manages."""

    kind: Literal["nobody", "mentors", "people", "managers", "directors", "leaders"]
    """What kind of reports."""
    text: Text
    """In words."""
    ranges: list[Range]
    """Sizes by source; the first is the headline."""


class Responsibility(Sourced):
    """A duty of the level and the expectations it shows up in."""

    id: Slug
    """Identifier."""
    text: Text
    """The duty in one line."""
    before: Text | None = None
    """What this looked like one level below."""
    drives: Annotated[list[ExpectationId], Field(min_length=1)]
    """Expectations that ask about it."""


class Habit(Content):
    """A weekly habit that builds the foundation of a level."""

    id: Slug
    """Identifier."""
    do: Text
    """What to do every week."""
    drives: Annotated[list[ExpectationId], Field(min_length=1)]
    """Expectations it feeds."""


class FailureMode(Sourced):
    """A pattern of work that stops helping at this level."""

    id: Slug
    """Identifier."""
    sign: Text
    """How to notice it."""
    instead: Text
    """What to do instead."""


class Heading(Content):
    """A group of competencies under which a level's gaps are read."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    competencies: Annotated[list[Slug], Field(min_length=1)]
    """Competencies in the group."""


class Level(Sourced):
    """One rung of the ladder."""

    id: Slug
    """Identifier used in answers and JSON."""
    name: Text
    """Full name."""
    short: Annotated[str, Field(min_length=2, max_length=10)]
    """Name for tight tables; the name where the file leaves it out, which has to be short then."""
    aliases: Annotated[list[Slug], LEAVABLE] = Field(default_factory=nothing)
    """What people type or hold as a title."""
    band: Annotated[Slug | None, LEAVABLE] = None
    """The band it belongs to; the levels of a ladder have one each, or none has."""
    mode: Annotated[Text | None, LEAVABLE] = None
    """The stance in one or two words."""
    reach: Annotated[Text | None, LEAVABLE] = None
    """How far the work reaches: feature, area, company."""
    in_one_line: Annotated[str, Field(min_length=2, max_length=99)]
    """The scope as a picture."""
    purpose: Annotated[Text | None, LEAVABLE] = None
    """Why the role exists."""
    focus: Annotated[Text | None, LEAVABLE] = None
    """Focus in a table cell."""
    scope: Annotated[Text | None, LEAVABLE] = None
    """What the role answers for."""
    horizon: Annotated[Horizon | None, LEAVABLE] = None
    """How far ahead it plans."""
    autonomy: Annotated[Text | None, LEAVABLE] = None
    """Which direction it gets and which it sets."""
    success: Annotated[Success | None, LEAVABLE] = None
    """How success is measured."""
    manages: Annotated[Manages | None, LEAVABLE] = None
    """Whom it manages."""
    reports_to: Annotated[Text | None, LEAVABLE] = None
    """Who is above."""
    skills: Annotated[list[Text], Leavable(at_least=1)] = Field(default_factory=nothing)
    """Skills as short phrases."""
    mindset: Annotated[Text | None, LEAVABLE] = None
    """The stance as a phrase."""
    accountable_for: Annotated[Text | None, LEAVABLE] = None
    """What results it answers for."""
    decides: Annotated[list[Text], Leavable(at_least=1)] = Field(default_factory=nothing)
    """Decided alone."""
    proposes: Annotated[list[Text], Leavable(at_least=1)] = Field(default_factory=nothing)
    """Proposed to others."""
    asks: Annotated[list[Text], Leavable(at_least=1)] = Field(default_factory=nothing)
    """Brought to someone above before acting."""
    time_with: Annotated[list[Text], Leavable(at_least=1)] = Field(default_factory=nothing)
    """Who the hours go to."""
    responsibilities: Annotated[list[Responsibility], Leavable(at_least=6)] = Field(default_factory=nothing)
    """Duties of the level."""
    stop_doing: Annotated[list[Text], Leavable(at_least=1)] = Field(default_factory=nothing)
    """What to let go of on arriving."""
    time_in_level: Annotated[list[Range], LEAVABLE] = Field(default_factory=nothing)
    """Years in the level by source; empty where no source says."""
    from_entry: Annotated[list[Range], Leavable(at_least=1)] = Field(default_factory=nothing)
    """Years of experience by source; the first is the headline."""
    years_note: Annotated[Text | None, LEAVABLE] = None
    """What moves the years."""
    seat_check: Annotated[list[Text], LEAVABLE] = Field(default_factory=nothing)
    """Questions that tell a good seat at this level."""
    habits: Annotated[list[Habit], LEAVABLE] = Field(default_factory=nothing)
    """Weekly habits that build the level's foundation."""
    failure_modes: Annotated[list[FailureMode], LEAVABLE] = Field(default_factory=nothing)
    """Patterns that stop helping at this level."""
    branch: Annotated[Text | None, LEAVABLE] = None
    """The other road from here, where there is one."""
    headings: Annotated[list[Heading], LEAVABLE] = Field(default_factory=nothing)
    """Groups under which gaps at this level are read; empty where they are not grouped."""
    beyond: Annotated[list[Road], LEAVABLE] = Field(default_factory=nothing)
    """Roads from the highest level, shown where no level is above."""
    overlap: Annotated[Text | None, LEAVABLE] = None
    """How the title overlaps with a neighbor's."""
    must_haves: Annotated[list[Slug], LEAVABLE] = Field(default_factory=nothing)
    """Facts without which nobody holds the role."""
    core: Annotated[list[Slug], LEAVABLE] = Field(default_factory=nothing)
    """Competencies that come first in the order of work."""
    met_from: Annotated[Literal["with-help", "on-my-own"], LEAVABLE] = "on-my-own"
    """Lowest answer that meets a behavior at this level."""
