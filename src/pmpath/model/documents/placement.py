"""The document of a line of pmpath assess --jsonl, and the parts of a placement that stand in several documents."""

from typing import Literal

from pmpath.model.base import Content, ExpectationId
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Count, LevelId, Place


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


class PlacementData(Content):
    """Where the sheet of a line stands, in ids and figures."""

    line: Place
    """The number of the line in the input."""
    role: LevelId | None
    """The role that is answered for; null while open."""
    level: LevelId | None
    """The level that is shown; null while open."""
    standing: Literal["growing", "holding", "strong"] | None
    """How the role is filled; null while open or below the ladder."""
    level_range: LevelRange
    """What open answers leave possible."""
    complete: bool
    """Whether no open answer can change the result."""
    next_level: LevelId | None
    """The level above; null at the top, or while the level is open."""
    target: LevelId | None
    """The level to compare with that was named; null where none was."""
    readiness: Readiness | None
    """How much of the next level or the target is met; null where there is none or it is open."""
    missing: list[ExpectationId]
    """What is not met of the next level or the target, in the order of the ladder."""


class PlacementDocument(LadderFrame):
    """A line of pmpath assess --jsonl."""

    kind: Literal["placement"]
    """Says that the data are a placement."""
    data: PlacementData
    """The placement."""
