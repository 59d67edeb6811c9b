"""The document of pmpath assess."""

from typing import Literal

from pmpath.model.base import Content, ExpectationId, Slug
from pmpath.model.documents.action import ActionFigures, WholeAction
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Answer, Count, LevelId, Place, QuestionId
from pmpath.model.documents.placement import Placement, Readiness
from pmpath.model.documents.setting import Setting


class Margin(Content):
    """Answers between the level and its neighbors."""

    up: Place | None
    """How many would have to change for the level above; null where there is none or open answers decide it."""
    down: Place | None
    """How many would have to change for the level below; null where there is none or open answers decide it."""
    label: Literal["borderline", "fair", "firm"] | None
    """How firmly the level holds; null while open answers decide it."""


class Coverage(Content):
    """How far evidence backs the answers."""

    covered: Count | None
    """Met behaviors of the level with evidence; null while the level is open."""
    of: Count | None
    """All met behaviors of the level; null while the level is open."""
    backed_level: LevelId | None
    """The level when answers without evidence count less; null while open."""


class Gap(Content):
    """An expectation that is not met."""

    id: ExpectationId
    """The expectation."""
    competency: Slug
    """Its competency."""
    level: LevelId
    """Its level."""
    answer: Answer | None
    """The answer to its question; null where none was given."""
    must_have: bool
    """Whether nobody holds the role without it."""
    on_path: bool
    """Whether it is on the shortest path."""
    reasons: list[Literal["must-have", "core", "with-help", "missing-at-level", "inferred", "counts-less"]]
    """Why it stands where it stands."""
    because: list[QuestionId]
    """The questions whose answers decided it."""
    action: WholeAction | ActionFigures
    """What closes it."""


class AssessmentData(Placement):
    """Where a sheet stands, what is missing, what comes next."""

    standing: Literal["growing", "holding", "strong"] | None
    """How the role is filled; null while open or below the ladder."""
    complete: bool
    """Whether no open answer can change the result."""
    next_level: LevelId | None
    """The level above; null at the top, or while the level is open."""
    target: LevelId | None
    """The level to compare with that was named; null where none was."""
    readiness: Readiness | None
    """How much of the next level or the target is met; null where there is none or it is open."""
    margin: Margin | None
    """How far the neighbors are; null while the level is open."""
    gaps: list[Gap]
    """What is not met, in the order of work."""
    shortest_path: list[ExpectationId] | None
    """The fewest expectations that make ready; null while open."""
    strengths: list[ExpectationId]
    """What is led for others, highest level first."""
    evidence: Coverage
    """What of it is backed by evidence."""
    because: list[QuestionId]
    """The questions whose answers decide the level."""
    next_steps: list[WholeAction | ActionFigures]
    """The first actions of the path, three at most."""
    unanswered: list[QuestionId]
    """Open questions, what settles most first."""
    setting: Setting | None
    """Where the work happens; null where no setting is known. It orders the work and changes nothing else."""


class AssessmentDocument(LadderFrame):
    """What pmpath assess --json prints."""

    kind: Literal["assessment"]
    """Says that the data are an assessment."""
    data: AssessmentData
    """The assessment."""
