"""A plan: which step of which action falls into which weeks, and how far it got. Plain: ids and figures, no prose."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from pmpath.model.identity import LadderIdentity
from pmpath.model.setting import NOWHERE, Setting


class Stage(StrEnum):
    """What a step is about: asking for someone's yes, learning, doing with help, doing alone and showing it."""

    ASK = "ask"
    LEARN = "learn"
    WITH_HELP = "with-help"
    ALONE = "alone"


class Task(NamedTuple):
    """An action to plan: own hours, weeks until it can be finished, and whether someone has to say yes first.

    `done` holds the steps that are behind it, `waited` how many weeks ago it was begun. It is not worked on before week
    `not_before`.
    """

    id: str
    hours: float
    lead_weeks: int
    needs_yes: bool
    done: tuple[Stage, ...] = ()
    waited: int = 0
    not_before: int = 1


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


class Agreed(NamedTuple):
    """A plan as it was made: toward a level, from a day on, so many hours a week, these actions.

    `start` and `by` are YYYY-MM-DD. `is_settled` says that no open answer could change which actions these are. A plan that
    is kept has an id, and the time at which it was made as YYYY-MM-DDTHH:MM:SSZ.
    """

    ladder: LadderIdentity
    to: str
    hours: float
    start: str
    by: str | None
    tasks: tuple[Task, ...]
    is_settled: bool
    setting: Setting = NOWHERE
    id: str = ""
    at: str = ""


class State(StrEnum):
    """How far an action is."""

    OPEN = "open"
    BLOCKED = "blocked"
    DONE = "done"


class Standing(NamedTuple):
    """How one action stands: since when, why where it is blocked, the steps behind it, what was noted, all days YYYY-MM-DD.

    `begun` is the first day on which something was done about it, None where only a note is kept. `answer` is what the person
    says of it since `answered`.
    """

    state: State
    since: str
    begun: str | None = None
    why: str | None = None
    done: tuple[Stage, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    answer: str | None = None
    answered: str | None = None


class Progress(NamedTuple):
    """How far a plan got: the standing of each action that was spoken of, and the days of the check-ins."""

    standings: Mapping[str, Standing] = {}
    checkins: tuple[str, ...] = ()

    def in_state(self, state: State) -> dict[str, Standing]:
        """Return the actions that are in a state."""
        return {name: one for name, one in self.standings.items() if one.state is state}


class Plan(NamedTuple):
    """What is left of a plan on a day, with its days, all YYYY-MM-DD.

    The schedule counts its weeks from `start`; `starts` holds the first day of each week, `end` the last day of the last.
    `first_end` is the end as it was when the plan was made, `fit` whether the day to be done can be met, None where none is
    wished for.
    """

    agreed: Agreed
    progress: Progress
    schedule: Schedule
    start: str
    starts: tuple[str, ...]
    end: str
    first_end: str
    checkpoints: tuple[str, ...]
    fit: Fit | None
