"""How single actions of a plan stand, as several documents carry it."""

from typing import Annotated

from pydantic import Field

from pmpath.model.base import Content, ExpectationId
from pmpath.model.documents.ground import Answer, Day
from pmpath.model.plan import Stage, State


class DueStep(Content):
    """A step that is due."""

    id: ExpectationId
    """The action."""
    stage: Stage
    """What the step is about."""


class Note(Content):
    """What was noted with an action."""

    day: Day
    """The day."""
    note: Annotated[str, Field(min_length=1)]
    """The words of the person."""


class ActionStanding(Content):
    """How an action stands."""

    id: ExpectationId
    """The action."""
    state: State
    """How far it is."""
    since: Day
    """Since when it is in this state."""
    begun: Day | None
    """The first day on which something was done about it; null where only a note is kept."""
    why: str | None
    """Why it is blocked; null where it is not or nothing was said."""
    done: list[Stage]
    """Steps that are behind it."""
    notes: list[Note]
    """What was noted, the oldest first."""
    answer: Answer | None
    """What the person answers since then; null where nothing was said."""
    answered: Day | None
    """The day of that answer."""
