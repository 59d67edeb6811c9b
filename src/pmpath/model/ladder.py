"""The whole ladder: bands, levels, competencies, the steps between levels, the rules of placement."""

from typing import Annotated, Final, Literal

from pydantic import Field, model_validator

from pmpath.model.base import LEAVABLE, Content, ExpectationId, Leavable, Slug, Sourced, Text, nothing
from pmpath.model.competency import Action, Competency, EvidencePrompt
from pmpath.model.level import Level
from pmpath.model.source import Source

_MOST_LEVELS: Final = 12
_MOST_COMPETENCIES: Final = 30


class Share(Content):
    """A share of a level's expectations as a fraction; the count is rounded up."""

    over: Annotated[int, Field(ge=1, le=100)]
    """Numerator."""
    of: Annotated[int, Field(ge=1, le=100)]
    """Denominator."""

    @model_validator(mode="after")
    def _at_most_all(self) -> "Share":
        if self.over > self.of:
            msg = "a share is at most the whole"
            raise ValueError(msg)
        return self


class Rules(Content):
    """The thresholds of placement."""

    hold: Share
    """Share of all expectations of a level that holds it."""
    strong: Share
    """Share of all expectations of a level that makes it strong."""
    ready: Share
    """Share of the expectations that are not must-haves that makes ready for a level."""
    estimate_from: Annotated[int, Field(ge=1)]
    """Answered expectations a level needs to count in the estimate of a partial sheet."""


class Band(Content):
    """A group of neighboring levels."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    summary: Text
    """What the levels of the band have in common."""


class AnswerOption(Content):
    """An answer to a behavior question, in words."""

    id: Literal["not-yet", "no-chance", "with-help", "on-my-own", "lead-others"]
    """The word of the contract."""
    label: Text
    """The option as offered."""
    short: Text
    """The option in lists: "now: with help"."""
    meaning: Text
    """When to choose it."""
    advice: Text | None = None
    """What to add to the next step of someone who answers so."""


class Shift(Sourced):
    """The change of mindset between two neighboring levels."""

    start: Annotated[Slug, Field(alias="from")]
    """The lower level."""
    to: Slug
    """The upper level."""
    was: Text
    """The old stance."""
    becomes: Text
    """The new stance."""
    why: Annotated[Text | None, LEAVABLE] = None
    """Why the old stance stops working."""
    try_this_week: Annotated[Text | None, LEAVABLE] = None
    """One behavior to try within a week."""
    sign_it_worked: Annotated[Text | None, LEAVABLE] = None
    """What shows that it worked."""
    differences: Annotated[list[Text], Leavable(at_least=3)] = Field(default_factory=nothing)
    """What a comparison of the two levels says."""


class Threshold(Content):
    """When a milestone counts as reached."""

    value: Annotated[float, Field(gt=0)]
    """The figure to reach."""
    unit: Text
    """What is counted."""
    default: bool
    """True when the figure is ours and meant to be changed."""


class Milestone(Sourced):
    """A measurable sign of being ready to leave a level."""

    id: Slug
    """Identifier."""
    start: Annotated[Slug, Field(alias="from")]
    """The level to leave."""
    to: Slug
    """The level to reach."""
    area: Literal["craft", "people", "strategy", "communication"]
    """What kind of work it is about."""
    text: Text
    """The milestone in one line."""
    threshold: Threshold
    """When it counts as reached."""
    question: Text
    """The evidence question."""
    drives: Annotated[list[ExpectationId], Field(min_length=1)]
    """Expectations it gives evidence for."""


class SettingRule(Sourced):
    """What a setting changes: which competencies count less in the order of work, and how actions and usual times differ.

    It changes no placement, no readiness and no shortest path.
    """

    id: Literal["startup", "corporate"]
    """The setting, as --env and a sheet's `environment` name it."""
    name: Text
    """As shown: "a startup"."""
    later: list[Slug]
    """Behaviors whose gaps come after others of their kind; empty where nothing counts less."""
    unless: Literal["deeply-technical"] | None = None
    """When the rule does not hold: the product itself is deeply technical."""
    reason: Text | None = None
    """What stands beside each gap that counts less."""
    order: Text
    """What the setting does to the order of work, and why."""
    exception: Text | None = None
    """What is said in place of `order` where the rule does not hold."""
    actions: Text
    """How actions differ, and why."""
    times: Text
    """How the setting shifts usual times."""

    @model_validator(mode="after")
    def _says_why(self) -> "SettingRule":
        if bool(self.later) != (self.reason is not None):
            msg = "`reason` is needed where `later` names anything, and only there"
            raise ValueError(msg)
        if (self.unless is None) != (self.exception is None) or (self.unless and not self.later):
            msg = "`unless` and `exception` go together, beside what `later` names"
            raise ValueError(msg)
        return self


class Defaults(Content):
    """What an expectation has that says nothing of its own."""

    evidence: EvidencePrompt
    """How to ask for evidence."""
    action: Action
    """The work that closes a behavior."""
    ask: Action
    """The work that closes a fact, which somebody has to give."""


class Ladder(Content):
    """Everything about the levels and what each asks."""

    id: Slug
    """Identifier of the ladder."""
    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,32}$")]
    """Version of its content."""
    name: Text
    """As shown."""
    frame: Text
    """The question over every behavior: how much of this, since when."""
    below: Annotated[Text | None, LEAVABLE] = None
    """What somebody is who holds no level yet: on the way into product."""
    rules: Rules
    """Thresholds of placement."""
    answers: Annotated[list[AnswerOption], Field(min_length=5, max_length=5)]
    """The answers to a behavior, lowest first."""
    defaults: Defaults
    """What expectations have that say nothing of their own."""
    bands: Annotated[list[Band], Leavable(at_least=1)] = Field(default_factory=nothing)
    """Bands, lowest first."""
    levels: Annotated[list[Level], Field(min_length=1, max_length=_MOST_LEVELS)]
    """Levels, lowest first."""
    competencies: Annotated[list[Competency], Field(min_length=1, max_length=_MOST_COMPETENCIES)]
    """Competencies in the order of asking."""
    shifts: Annotated[list[Shift], LEAVABLE] = Field(default_factory=nothing)
    """One between each two neighboring levels."""
    settings: Annotated[list[SettingRule], Field(default_factory=nothing, max_length=2)]
    """What a startup and a large company change; a ladder without it orders the work alike everywhere."""
    milestones: Annotated[list[Milestone], LEAVABLE] = Field(default_factory=nothing)
    """Signs of being ready to leave a level."""
    sources: list[Source] | None = None
    """Sources that the file cites beside those of `sources.yaml`."""
