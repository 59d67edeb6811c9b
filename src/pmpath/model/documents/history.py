"""The documents of pmpath history and pmpath diff."""

from typing import Literal

from pmpath.model.base import Content, ExpectationId, Slug
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Answer, Count, Day, QuestionId
from pmpath.model.documents.kept import AssessmentInShort
from pmpath.model.plan import State


class KeptAssessment(AssessmentInShort):
    """An assessment that was kept, in short."""

    met: Count | None
    """Expectations of the goal that were met; null where there was none."""
    needed: Count | None
    """Expectations of the goal that make ready; null where there was none."""
    answered: Count
    """Questions that were answered."""


class HistoryData(Content):
    """All assessments, and how far each competency reached."""

    assessments: list[KeptAssessment]
    """The assessments, the oldest first."""
    reaches: dict[Slug, list[Count | None]]
    """Competency to the highest level that it met at each assessment, counted from 1; 0 for none, null for not asked."""


class HistoryDocument(LadderFrame):
    """What pmpath history --json prints."""

    kind: Literal["history"]
    """Says that the data are the history."""
    data: HistoryData
    """The history."""


class Movement(Content):
    """An answer that changed."""

    question: QuestionId
    """The question."""
    was: Answer
    """The earlier answer."""
    now: Answer
    """The later answer."""
    steps: int
    """How far it moved, down where negative."""
    with_evidence: bool
    """Whether new evidence came with it."""
    by_plan: bool
    """Whether the plan worked on it."""


class WorkedAction(Content):
    """An action that the plan worked on."""

    id: ExpectationId
    """The action."""
    state: State
    """How far it got."""
    why: str | None
    """Why it was blocked; null where it was not or nothing was said."""


class WorkedPlan(Content):
    """What was said about the plan between both assessments."""

    actions: list[WorkedAction]
    """The actions that something was said about."""
    checkins: list[Day]
    """Days of the check-ins."""


class DiffData(Content):
    """What moved between two assessments."""

    before: KeptAssessment
    """The older one."""
    after: KeptAssessment
    """The newer one."""
    moved: list[Movement]
    """The answers that changed, in the order of the ladder."""
    plan: WorkedPlan
    """What the plan did in between."""


class DiffDocument(LadderFrame):
    """What pmpath diff --json prints."""

    kind: Literal["diff"]
    """Says that the data are what moved."""
    data: DiffData
    """What moved."""
