"""The document of pmpath case."""

from typing import Literal

from pmpath.model.base import Content, ExpectationId, Slug
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.evidence import EvidencePiece
from pmpath.model.documents.ground import Answer, Count, Day, LevelId
from pmpath.model.documents.placement import Readiness


class Claim(Content):
    """An expectation that is met and shown."""

    id: ExpectationId
    """The expectation."""
    answer: Answer
    """The answer to its question."""
    evidence: list[EvidencePiece]
    """What shows it."""
    since: Day
    """Since when it is met without a break."""
    times: Count
    """Assessments in that time; 0 where the answer was confirmed after the last one."""


class CaseData(Content):
    """What can be shown for a promotion, and what not yet."""

    target: LevelId
    """The level that the case is for."""
    role: LevelId | None
    """The role that is answered for; null while open."""
    level: LevelId | None
    """The level that is shown; null while open."""
    readiness: Readiness | None
    """How much of the target is met; null while open."""
    shown: list[Claim]
    """What is shown at the target."""
    held: list[Claim]
    """What is shown at the present level and below, highest level first."""
    facts: list[ExpectationId]
    """What is met at the target and others can check."""
    milestones: list[Slug]
    """Milestones that are met with evidence."""
    said: list[ExpectationId]
    """What is met at the target without evidence."""
    missing: list[ExpectationId]
    """What is not met and needs nobody's yes."""


class CaseDocument(LadderFrame):
    """What pmpath case --json prints."""

    kind: Literal["case"]
    """Says that the data are a case."""
    data: CaseData
    """The case."""
