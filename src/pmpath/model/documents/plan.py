"""The document of pmpath plan."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, ExpectationId
from pmpath.model.documents.action import PlannedAction
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Count, Day, LevelId, Place
from pmpath.model.documents.setting import Setting
from pmpath.model.documents.standing import ActionStanding, DueStep
from pmpath.model.plan import Stage


class Deadline(Content):
    """Whether the plan ends in time."""

    by: Day
    """The day to be done."""
    weeks: Count
    """Whole weeks until then."""
    in_time: bool
    """Whether the plan ends by then."""
    needed_hours: Place | None
    """Whole hours a week that would do; null where no number of hours does."""


class PlannedStep(Content):
    """One step of an action."""

    task: ExpectationId
    """The action."""
    stage: Stage
    """What the step is about."""
    minutes: Count
    """Own work in whole minutes."""
    first_week: Place
    """The week in which it begins, counted from 1."""
    last_week: Place
    """The week in which it ends."""
    first_day: Day
    """The first day of the week in which it begins."""


class Checkpoint(Content):
    """A day to look back."""

    day: Day
    """The day."""
    done: list[ExpectationId]
    """Actions that should be done by then."""


class PlanData(Content):
    """What is left of a plan on a day."""

    id: str | None
    """Identifier of a plan that is kept; null where it is not."""
    target: LevelId
    """The level that the plan leads to."""
    hours_per_week: Annotated[float, Field(gt=0)]
    """Hours a week as said."""
    capacity_minutes: Count
    """Minutes a week that are planned; the rest is for what comes between."""
    begun: Day
    """The day on which the plan began."""
    start: Day
    """The first day of what is left."""
    weeks: Count
    """Weeks that are left; 0 where nothing is."""
    end: Day
    """The last day of the last week."""
    first_end: Day
    """The end as it was when the plan was made."""
    deadline: Deadline | None
    """Whether the plan ends in time; null where no day was named."""
    actions: list[PlannedAction]
    """The actions that are left, in order."""
    steps: list[PlannedStep]
    """Their steps, in the order of the weeks."""
    due: list[DueStep]
    """The steps of the first week that is left."""
    standings: list[ActionStanding]
    """The actions that something was said about."""
    checkins: list[Day]
    """Days of the check-ins."""
    checkpoints: list[Checkpoint]
    """Days to look back."""
    setting: Setting | None
    """Where the work happens; null where no setting is known. It orders the work and changes nothing else."""


class PlanDocument(LadderFrame):
    """What pmpath plan --json prints."""

    kind: Literal["plan"]
    """Says that the data are a plan."""
    data: PlanData
    """The plan."""
