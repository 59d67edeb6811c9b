"""Backgrounds and the playbooks that lead from them into a first product role."""

from typing import Annotated

from pydantic import Field

from pmpath.model.base import Content, ExpectationId, Slug, Sourced, Text
from pmpath.model.project import Artifact, Tip, WorkedExample
from pmpath.model.question import TypeId
from pmpath.model.trait import Advantage, Trait, Turn, WatchOut


class InterviewFocus(Content):
    """A type of interview question that this background is tested on."""

    type: TypeId
    """The type of question."""
    why: Text
    """Why it is asked of this background."""
    practice: Text
    """How to practice it."""


class Reframe(Content):
    """Past work said in product words; no fact changes."""

    before: Text
    """As the old job says it."""
    after: Text
    """With problem, outcome and trade-off."""
    shows: Annotated[list[ExpectationId], Field(min_length=1)]
    """Expectations it gives evidence for."""


class UsualGap(Content):
    """An expectation that people of this background usually still have to meet."""

    expectation: ExpectationId
    """The expectation."""
    why: Text
    """Why it is usual for this background."""


class Step(Content):
    """A step of the path to a first product role."""

    id: Slug
    """Identifier."""
    phase: Text
    """The phase it belongs to."""
    do: Text
    """What to do."""
    hours: Annotated[int, Field(ge=1, le=40)]
    """Own work in whole hours."""
    ask: Text | None
    """Whom to ask; null when nobody's yes is needed."""
    done_when: Text
    """What shows that it is done."""
    closes: Annotated[list[ExpectationId], Field(min_length=1)]
    """Expectations it helps to close."""
    only_to: Slug | None
    """Level for which alone the step is needed; null when always."""


class Playbook(Sourced):
    """How people of one background move into a first product role."""

    id: Slug
    """Identifier, as given to `--from`."""
    name: Text
    """As shown."""
    aliases: list[Slug]
    """What people type instead of the id."""
    summary: Text
    """The move in a sentence or two."""
    advantages: Annotated[list[Advantage], Field(min_length=2)]
    """What carries over."""
    challenge: Trait
    """The one thing that is hardest."""
    shift: Turn
    """The change of mindset."""
    mindset: Annotated[list[Trait], Field(min_length=2)]
    """What to think about daily."""
    watch_outs: Annotated[list[WatchOut], Field(min_length=3)]
    """Habits that work against product work."""
    tip: Tip
    """The first project."""
    artifact: Artifact
    """What the first project leaves behind."""
    worked_example: WorkedExample
    """The artifact filled in."""
    interview_focus: Annotated[list[InterviewFocus], Field(min_length=2)]
    """What interviewers test."""
    reframes: Annotated[list[Reframe], Field(min_length=5, max_length=5)]
    """Past work in product words."""
    gaps: Annotated[list[UsualGap], Field(min_length=3)]
    """Usual gaps."""
    plan: Annotated[list[Step], Field(min_length=6)]
    """Steps in order."""
    startup: Text
    """How the path differs in a startup."""
    corporate: Text
    """How the path differs in a large company."""
    stories: list[Slug]
    """Published stories whose lessons the playbook covers."""


class Playbooks(Content):
    """All playbooks, the article's first."""

    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,32}$")]
    """Version of the content."""
    playbooks: Annotated[list[Playbook], Field(min_length=1)]
    """In the order of the list shown."""
