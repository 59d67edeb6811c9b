"""The document of pmpath alone."""

from typing import Literal

from pmpath.model.base import Content, ExpectationId
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Count, Day, LevelId, Time
from pmpath.model.documents.kept import AssessmentInShort
from pmpath.model.documents.standing import DueStep
from pmpath.model.question import TypeId


class MetSoFar(Content):
    """How much of the goal was met."""

    met: Count
    """Expectations that were met."""
    needed: Count
    """Expectations that make ready."""


class LastAssessment(AssessmentInShort):
    """The last assessment that was kept, in short."""

    readiness: MetSoFar | None
    """How much of the goal was met; null where there was none."""
    next_steps: list[ExpectationId]
    """The expectations that came first."""


class Unfinished(Content):
    """An interview that was left."""

    begun: Time
    """When it began, in UTC."""
    answered: Count
    """Questions that were answered."""
    skipped: Count
    """Questions that were skipped."""


class PlanInShort(Content):
    """What is left of the plan."""

    target: LevelId
    """The level that it leads to."""
    end: Day
    """Its last day."""
    due: list[DueStep]
    """The steps of the first week that is left."""
    blocked: list[ExpectationId]
    """Actions that are blocked."""
    done: list[ExpectationId]
    """Actions that are done."""
    last_checkin: Day | None
    """The day of the last check-in; null where there was none."""


class PracticeDue(Content):
    """A type of interview question that is due."""

    type: TypeId
    """The type."""
    last: Day
    """The day of its last practice."""


class StatusData(Content):
    """Where the person stands by what is kept."""

    assessment: LastAssessment | None
    """The last assessment; null where none is kept."""
    unfinished: Unfinished | None
    """The unfinished interview; null where there is none."""
    plan: PlanInShort | None
    """The plan; null where none is kept for the last assessment."""
    practice: PracticeDue | None
    """What is due of interview practice; null where nothing is, or where none is kept."""


class StatusDocument(LadderFrame):
    """What pmpath --json prints."""

    kind: Literal["status"]
    """Says that the data are the status."""
    data: StatusData
    """The status."""
