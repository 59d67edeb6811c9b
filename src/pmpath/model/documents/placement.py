"""The parts of a placement that stand in several documents."""

from pmpath.model.base import Content, ExpectationId
from pmpath.model.documents.ground import Count, LevelId


class LevelRange(Content):
    """The lowest and highest level that any completion of the sheet can reach."""

    low: LevelId
    """The lowest."""
    high: LevelId
    """The highest."""


class Estimate(Content):
    """Role and level by the answered expectations alone."""

    role: LevelId | None
    """The role; null where too little is answered."""
    level: LevelId | None
    """The level; null where too little is answered."""


class Readiness(Content):
    """How much of a level is met, must-haves aside."""

    met: Count
    """Expectations that are met."""
    needed: Count
    """Expectations that make ready."""
    of: Count
    """All expectations that are no must-haves."""
    ready: bool | None
    """Whether enough is met; null while open answers decide it."""
    must_haves_missing: list[ExpectationId]
    """Must-haves that are known to be missing."""


class Placement(Content):
    """Where a sheet stands, in short."""

    role: LevelId | None
    """The role that is answered for; null while open."""
    level: LevelId | None
    """The level that is shown; null while open."""
    level_range: LevelRange
    """What open answers leave possible."""
    estimate: Estimate
    """What the given answers alone say."""
