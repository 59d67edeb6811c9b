"""The document of pmpath milestones, and the file with a person's own figures."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, ExpectationId, Slug, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import LevelId, Place
from pmpath.model.milestone import Reached

Figure = Annotated[float, Field(gt=0)]


class ReachedMilestone(Content):
    """How one milestone stands."""

    id: Slug
    """The milestone."""
    reached: Reached
    """Whether it is reached, and shown."""
    so_far: Annotated[float, Field(ge=0)]
    """How far the person says to be."""
    threshold: Figure
    """The figure that it counts from."""
    is_own: bool
    """Whether that figure is the person's own."""
    evidence: list[Place]
    """Numbers of the evidence that shows it."""
    text: Text
    """The milestone in one line."""
    unit: Text
    """What is counted."""
    drives: list[ExpectationId]
    """Expectations it gives evidence for."""


class MilestonesData(Content):
    """How the milestones stand on the way out of a level."""

    level: LevelId
    """The level to leave."""
    milestones: list[ReachedMilestone]
    """Its milestones; none at the top."""


class MilestonesDocument(LadderFrame):
    """What pmpath milestones and its commands print with --json."""

    kind: Literal["milestones"]
    """Says that the data are milestones."""
    data: MilestonesData
    """The milestones."""


class Thresholds(Content):
    """A person's own figures, in milestones.yaml beside the journal or in the file that --thresholds names."""

    thresholds: dict[Slug, Figure]
    """Milestone to the figure that it counts from, above 0."""
