"""What the documents say of an assessment that was kept."""

from pmpath.model.base import Content
from pmpath.model.documents.ground import LadderIdentity, LevelId, Time


class AssessmentInShort(Content):
    """An assessment that was kept, in short."""

    at: Time
    """When it was kept, in UTC."""
    ladder: LadderIdentity
    """The ladder that it was computed with."""
    role: LevelId | None
    """The role that was answered for; null where open."""
    level: LevelId | None
    """The level that was shown; null where open."""
    goal: LevelId | None
    """The level that it looked toward; null where there was none."""
