"""Backgrounds and the playbooks that lead from them into a first product role."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pmpath.model.base import Content, ExpectationId, Origin, Slug, Sourced, SourceKey, Text

FileName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}\.md$")]


class Trait(Sourced):
    """One statement of a playbook with an id: a challenge or a piece of mindset."""

    id: Slug
    """Identifier."""
    text: Text
    """The statement."""


class Advantage(Trait):
    """Something the background brings along."""

    helps_with: Annotated[list[ExpectationId], Field(min_length=1)]
    """Expectations it helps with."""


class WatchOut(Trait):
    """A habit of the background that works against product work."""

    instead: Text
    """What to do instead."""


class Turn(Sourced):
    """The change of mindset from the background into product."""

    was: Text
    """The old stance."""
    becomes: Text
    """The new stance."""
    try_this_week: Text
    """One behavior to try within a week."""
    sign_it_worked: Text
    """What shows that it worked."""


class TipStep(Content):
    """One step of the first project."""

    id: Slug
    """Identifier."""
    do: Text
    """What to do."""
    done_when: Text
    """What shows that it is done."""


class Tip(Sourced):
    """The first project that the background is best placed to do."""

    summary: Text
    """The project in a sentence."""
    steps: Annotated[list[TipStep], Field(min_length=3)]
    """Steps in order."""


class Section(Content):
    """A section of the artifact: what to write there."""

    heading: Text
    """Title of the section."""
    prompt: Text
    """What belongs in it."""


class Artifact(Sourced):
    """The document the first project leaves behind."""

    file: FileName
    """Name of the file that `--write` creates."""
    title: Text
    """Title of the document."""
    purpose: Text
    """What it shows to a reader."""
    sections: Annotated[list[Section], Field(min_length=4)]
    """Sections in order."""


class FilledSection(Content):
    """A section of the worked example."""

    heading: Text
    """Title of the section."""
    text: Text
    """What an invented person wrote there."""


class WorkedExample(Content):
    """The artifact filled in for an invented product."""

    title: Text
    """Title of the example."""
    sections: Annotated[list[FilledSection], Field(min_length=4)]
    """The same sections as the artifact."""


class InterviewFocus(Content):
    """A type of interview question that this background is tested on."""

    type: Literal[
        "product-sense",
        "product-strategy",
        "execution",
        "behavioral",
        "prioritization",
        "estimation",
        "technical",
    ]
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


class Playbook(Content):
    """How people of one background move into a first product role."""

    id: Slug
    """Identifier, as given to `--from`."""
    name: Text
    """As shown."""
    aliases: list[Slug]
    """What people type instead of the id."""
    origin: Origin
    """`article` for the backgrounds of the article, `extension` for the others."""
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
    sources: Annotated[list[SourceKey], Field(min_length=1)]
    """Keys of `sources.yaml` behind the playbook."""


class Playbooks(Content):
    """All playbooks, the article's first."""

    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,32}$")]
    """Version of the content."""
    playbooks: Annotated[list[Playbook], Field(min_length=1)]
    """In the order of the list shown."""
