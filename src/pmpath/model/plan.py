"""A plan: which step of which action falls into which weeks. Plain: ids and figures, no prose."""

from enum import StrEnum
from typing import NamedTuple


class Stage(StrEnum):
    """What a step is about: asking for someone's yes, learning, doing with help, doing alone and showing it."""

    ASK = "ask"
    LEARN = "learn"
    WITH_HELP = "with-help"
    ALONE = "alone"


class Task(NamedTuple):
    """An action to plan: own hours, weeks until it can be finished, and whether someone has to say yes first."""

    id: str
    hours: float
    lead_weeks: int
    needs_yes: bool


class PlannedStep(NamedTuple):
    """One step of an action: its own minutes, and the weeks in which they are spent, counted from 1."""

    task: str
    stage: Stage
    minutes: int
    first_week: int
    last_week: int


class Schedule(NamedTuple):
    """All steps in the order of their weeks.

    `capacity` is the minutes a week that are planned, `weeks` the week in which the last step ends, 0 where nothing is planned.
    `load` holds for each week the minutes by action id.
    """

    steps: tuple[PlannedStep, ...]
    capacity: int
    weeks: int
    load: tuple[dict[str, int], ...]


class Fit(NamedTuple):
    """Whether a schedule ends in time: the weeks there are, and the smallest whole hours a week that would do.

    `needed_hours` is None where no number of hours does, because waiting for others alone takes longer.
    """

    weeks: int
    in_time: bool
    needed_hours: int | None


class Plan(NamedTuple):
    """A schedule with its days, all YYYY-MM-DD: `starts` holds the first day of each week, `end` the last day of the last.

    `by` is the day to be done, `fit` whether it can be; both None where no day is wished for.
    """

    schedule: Schedule
    hours: float
    start: str
    starts: tuple[str, ...]
    end: str
    checkpoints: tuple[str, ...]
    by: str | None
    fit: Fit | None
