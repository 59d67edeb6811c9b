"""What the core returns about a transition: plain frozen records of ids and figures."""

from typing import NamedTuple


class TransitionGap(NamedTuple):
    """An expectation to close on the way into a first product role.

    `usual` says that the playbook names it for the background; `answer` is None where nothing was answered. What `counts_less`
    comes later where the work happens.
    """

    id: str
    answer: str | None
    must_have: bool
    usual: bool
    counts_less: bool = False


class ScheduledStep(NamedTuple):
    """A step of the path and the weeks, counted from 1, in which it begins and ends."""

    id: str
    first_week: int
    last_week: int


class Transition(NamedTuple):
    """The path of one background to a level: what carries over, what is missing, the steps week by week.

    `strengths` holds met expectations, highest level first, and is empty without answers.
    """

    background: str
    to: str
    hours_per_week: float
    strengths: tuple[str, ...]
    gaps: tuple[TransitionGap, ...]
    steps: tuple[ScheduledStep, ...]
    weeks: int
