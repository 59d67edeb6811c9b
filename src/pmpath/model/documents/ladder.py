"""The document of pmpath ladder: the whole ladder, one level, or two."""

from typing import Literal

from pmpath.model.base import Content, ExpectationId
from pmpath.model.competency import Expectation
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.ladder import Ladder, Milestone, Shift
from pmpath.model.level import Level


class WholeLadder(Ladder):
    """The whole ladder."""

    view: Literal["all"]
    """Says that all of it follows."""


class LevelExpectation(Expectation):
    """An expectation with its id."""

    id: ExpectationId
    """Identifier: competency and level."""


class OneLevel(Content):
    """One level and what belongs to it."""

    view: Literal["level"]
    """Says that one level follows."""
    level: Level
    """The level."""
    expectations: list[LevelExpectation]
    """What it asks."""
    milestones: list[Milestone]
    """Signs of being ready to leave it."""
    shifts: list[Shift]
    """The change toward the level above; empty at the top."""


class TwoLevels(Content):
    """Two levels side by side."""

    view: Literal["comparison"]
    """Says that two levels follow."""
    lower: Level
    """The lower one."""
    upper: Level
    """The upper one."""
    shifts: list[Shift]
    """The changes between them, the lowest first."""
    expectations: list[ExpectationId]
    """What the upper one asks."""


class LadderDocument(LadderFrame):
    """What pmpath ladder --json prints."""

    kind: Literal["ladder"]
    """Says that the data are of the ladder."""
    data: WholeLadder | OneLevel | TwoLevels
    """The ladder, a level or two; `view` says which."""
