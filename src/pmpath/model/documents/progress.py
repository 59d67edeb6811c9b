"""The documents of plan done, blocked, open and note, and of plan checkin."""

from typing import Literal

from pmpath.model.base import Content
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Answer, Count, Day
from pmpath.model.documents.standing import ActionStanding, DueStep


class ProgressData(ActionStanding):
    """How an action stands after a report, and what is due."""

    proposed: Answer | None
    """The answer that may follow, to be confirmed by the person; null where none is proposed."""
    due: list[DueStep]
    """The steps of the first week that is left."""
    weeks: Count
    """Weeks that are left."""
    end: Day
    """The last day of the plan."""


class ProgressDocument(LadderFrame):
    """What pmpath plan done, blocked, open and note print with --json."""

    kind: Literal["progress"]
    """Says that the data are the progress of an action."""
    data: ProgressData
    """The progress."""


class CheckinData(Content):
    """What a check-in spoke of, and what is due."""

    checkins: list[Day]
    """Days of all check-ins, this one included."""
    standings: list[ActionStanding]
    """The actions that it spoke of."""
    due: list[DueStep]
    """The steps of the first week that is left."""
    weeks: Count
    """Weeks that are left."""
    end: Day
    """The last day of the plan."""


class CheckinDocument(LadderFrame):
    """What pmpath plan checkin --json prints."""

    kind: Literal["checkin"]
    """Says that the data are a check-in."""
    data: CheckinData
    """The check-in."""
