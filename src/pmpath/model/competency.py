"""Competencies and what each asks at a level."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pmpath.model.base import LEAVABLE, Content, Leavable, Slug, Sourced, Text, nothing

Label = Annotated[str, StringConstraints(min_length=2, max_length=39)]


class Action(Content):
    """One piece of real work that closes an expectation."""

    do: Text
    """What to do, concrete enough to begin on Monday."""
    hours: Annotated[int, Field(ge=1, le=80)]
    """Own work in whole hours."""
    lead_weeks: Annotated[int, Field(ge=0, le=52), LEAVABLE] = 0
    """Weeks until it can be finished, waiting for others included."""
    done_when: Text
    """The artifact or event that shows it is done, and who can confirm it."""
    cue: Annotated[Text | None, LEAVABLE] = None
    """An if-then plan tied to a moment of the week."""
    obstacle: Annotated[Text | None, LEAVABLE] = None
    """The most likely thing in the way."""
    answer: Annotated[Text | None, LEAVABLE] = None
    """What to do when the obstacle shows up."""
    startup: Text | None = None
    """How the action differs in a startup, and why."""
    corporate: Text | None = None
    """How the action differs in a large company, and why."""


class EvidencePrompt(Content):
    """The three things asked about a piece of evidence."""

    what: Text
    """Asks what was done."""
    result: Text
    """Asks for the result, before and after."""
    confirm: Text
    """Asks who can confirm it."""


class Expectation(Sourced):
    """What a competency asks at one level."""

    level: Slug
    """The level it belongs to."""
    label: Label
    """Short form for lists, under 40 characters."""
    question: Text
    """The question as asked; for a fact the statement to pick, in the second person."""
    counts_if: Annotated[list[Text], Field(max_length=3), Leavable(at_least=2)] = Field(default_factory=nothing)
    """Examples that count."""
    does_not_count: Annotated[Text | None, LEAVABLE] = None
    """A near miss that does not count."""
    evidence: EvidencePrompt
    """How to ask for evidence; that of `defaults` where the file leaves it out."""
    action: Action
    """The work that closes it; that of `defaults` where the file leaves it out."""


class Bottom(Content):
    """The statement of a fact below its lowest level."""

    label: Label
    """Short form for lists, under 40 characters."""
    statement: Text
    """The statement to pick, in the second person."""


class Competency(Content):
    """A thread of the work that runs through the ladder, with one expectation a level."""

    id: Slug
    """Identifier; expectations are `competency.level`."""
    kind: Literal["fact", "behavior"]
    """A fact is one question with a statement a level; a behavior, as is meant without a word, one question a level."""
    name: Text
    """Full name."""
    short: Label
    """One or two words for tight lists; the name where the file leaves it out."""
    pillar: Annotated[
        Literal["strategy", "users", "technology", "execution", "data", "communication", "leadership"] | None, LEAVABLE
    ] = None
    """The pillar of the profession it belongs to."""
    summary: Annotated[Text | None, LEAVABLE] = None
    """What the competency is."""
    why: Annotated[Text | None, LEAVABLE] = None
    """Why it is asked about."""
    guide: Slug | None = None
    """The topic of the guides that teaches it; null where none does."""
    question: Text | None = None
    """Facts only: the question above the statements."""
    none: Bottom | None = None
    """Facts only: the statement below the lowest level."""
    expectations: Annotated[list[Expectation], Field(min_length=1)]
    """One a level, lowest first."""
