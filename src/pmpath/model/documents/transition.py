"""The document of pmpath transition."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, ExpectationId, Slug, Sourced, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Answer, Count, Environment, LevelId, Place
from pmpath.model.documents.setting import Setting
from pmpath.model.playbook import InterviewFocus, Reframe, Step
from pmpath.model.project import Artifact, Tip, WorkedExample
from pmpath.model.trait import Advantage, Trait, Turn, WatchOut


class TransitionGap(Content):
    """An expectation to close on the way."""

    id: ExpectationId
    """The expectation."""
    answer: Answer | None
    """The answer to its question; null where none was given."""
    must_have: bool
    """Whether nobody holds the role without it."""
    usual: bool
    """Whether people of this background usually still have to meet it."""
    counts_less: bool
    """Whether it comes later because of the setting that was named."""
    label: Text
    """Its short form."""
    why: Text | None
    """Why it is usual for this background; null where it is not."""


class ScheduledStep(Step):
    """A step of the path with its weeks."""

    first_week: Place
    """The week in which it begins, counted from 1."""
    last_week: Place
    """The week in which it ends."""


class TransitionData(Sourced):
    """The playbook of a background, and what the answers make of it."""

    background: Slug
    """The background."""
    to: LevelId
    """The level of the first product role."""
    environment: Environment | None
    """The setting that was named; null where none was."""
    name: Text
    """The background as shown."""
    aliases: list[Slug]
    """What people type instead of the id."""
    summary: Text
    """The move in a sentence or two."""
    advantages: list[Advantage]
    """What carries over."""
    challenge: Trait
    """The one thing that is hardest."""
    shift: Turn
    """The change of mindset."""
    mindset: list[Trait]
    """What to think about daily."""
    watch_outs: list[WatchOut]
    """Habits that work against product work."""
    tip: Tip
    """The first project."""
    artifact: Artifact
    """What the first project leaves behind."""
    worked_example: WorkedExample
    """The artifact filled in."""
    interview_focus: list[InterviewFocus]
    """What interviewers test."""
    reframes: list[Reframe]
    """Past work in product words."""
    stories: list[Slug]
    """Published stories whose lessons the playbook covers."""
    strengths: list[ExpectationId]
    """What is met already; empty without answers."""
    gaps: list[TransitionGap]
    """What is missing, in the order of work."""
    hours_per_week: Annotated[float, Field(gt=0)]
    """Hours a week that the weeks are counted with."""
    weeks: Count
    """Weeks until the last step ends."""
    plan: list[ScheduledStep]
    """The steps in order."""
    environment_note: Text | None
    """How the path differs in the setting that was named; null where none was."""
    setting: Setting | None
    """Where the work happens; null where no setting is known. It orders the work and changes nothing else."""


class TransitionDocument(LadderFrame):
    """What pmpath transition --json prints."""

    kind: Literal["transition"]
    """Says that the data are a transition."""
    data: TransitionData
    """The transition."""
