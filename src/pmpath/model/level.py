"""One level of the ladder: what it is for, who decides what, what it takes in years."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from pmpath.model.base import Content, ExpectationId, Slug, Sourced, Text

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
    """Name for tight tables."""
    aliases: list[Slug]
    """What people type or hold as a title."""
    band: Slug
    """The band it belongs to."""
    mode: Text
    """The stance in one or two words."""
    reach: Text
    """How far the work reaches: feature, area, company."""
    in_one_line: Annotated[str, Field(min_length=2, max_length=99)]
    """The scope as a picture."""
    purpose: Text
    """Why the role exists."""
    focus: Text
    """Focus in a table cell."""
    scope: Text
    """What the role answers for."""
    horizon: Horizon
    """How far ahead it plans."""
    autonomy: Text
    """Which direction it gets and which it sets."""
    success: Success
    """How success is measured."""
    manages: Manages
    """Whom it manages."""
    reports_to: Text
    """Who is above."""
    skills: Names
    """Skills as short phrases."""
    mindset: Text
    """The stance as a phrase."""
    accountable_for: Text
    """What results it answers for."""
    decides: Names
    """Decided alone."""
    proposes: Names
    """Proposed to others."""
    asks: Names
    """Brought to someone above before acting."""
    time_with: Names
    """Who the hours go to."""
    responsibilities: Annotated[list[Responsibility], Field(min_length=6)]
    """Duties of the level."""
    stop_doing: Names
    """What to let go of on arriving."""
    time_in_level: list[Range]
    """Years in the level by source; empty where no source says."""
    from_entry: Annotated[list[Range], Field(min_length=1)]
    """Years of experience by source; the first is the headline."""
    years_note: Text
    """What moves the years."""
    seat_check: list[Text]
    """Questions that tell a good seat at this level."""
    habits: list[Habit]
    """Weekly habits that build the level's foundation."""
    failure_modes: list[FailureMode]
    """Patterns that stop helping at this level."""
    branch: Text | None
    """The other road from here, where there is one."""
    headings: list[Heading]
    """Groups under which gaps at this level are read; empty where they are not grouped."""
    overlap: Text | None
    """How the title overlaps with a neighbor's."""
    must_haves: list[Slug]
    """Facts without which nobody holds the role."""
    core: list[Slug]
    """Competencies that come first in the order of work."""
    met_from: Literal["with-help", "on-my-own"]
    """Lowest answer that meets a behavior at this level."""
