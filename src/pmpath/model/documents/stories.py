"""The documents of the story bank."""

from typing import Literal

from pmpath.model.base import Content, Slug, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Count, Day, Place
from pmpath.model.storytelling import StoryPartId


class StoryData(Content):
    """A story."""

    number: Place
    """What it is called by."""
    day: Day
    """The day on which it was begun."""
    lines: dict[StoryPartId, str]
    """What is said of each part."""
    missing: list[StoryPartId]
    """Parts that nothing is said of yet."""
    competencies: list[str]
    """The competencies that it tells about."""
    evidence: Place | None
    """The number of the evidence that it was built from; null for none, or where that was removed."""
    evidence_removed: bool
    """Whether the evidence that it was built from was removed."""
    uses: Count
    """How often it was told in practice."""
    overused: bool
    """Whether it was told so often that another one would serve better."""


class CoveredCompetency(Content):
    """A competency with the stories that tell about it."""

    competency: Slug
    """Identifier."""
    name: Text
    """As shown."""
    stories: list[Place]
    """Numbers of the stories."""


class StoriesData(Content):
    """The story bank."""

    stories: list[StoryData]
    """All stories."""
    coverage: list[CoveredCompetency]
    """The competencies against the stories."""
    open: list[Slug]
    """Competencies that no story tells about."""


class StoryDocument(LadderFrame):
    """What pmpath interview story prints with --json."""

    kind: Literal["story"]
    """Says that the data are a story."""
    data: StoryData
    """The story."""


class StoriesDocument(LadderFrame):
    """What pmpath interview stories prints with --json."""

    kind: Literal["stories"]
    """Says that the data are the story bank."""
    data: StoriesData
    """The bank."""
