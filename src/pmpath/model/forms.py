"""What a result can be beside data and a page: a picture, a table, events of a calendar. Plain records."""

from collections.abc import Sequence
from typing import NamedTuple

Cell = str | int | float | None
Rows = Sequence[Sequence[Cell]]
"""A table; its first row holds the names of the columns."""


class Bar(NamedTuple):
    """One bar: how many steps of the scale it reaches, None where that is not known, and the step to reach, if any."""

    label: str
    value: int | None
    target: int | None = None


class Picture(NamedTuple):
    """Bars on one scale; `scale` names its steps from 1 up, `description` says in words all that the bars show."""

    title: str
    description: str
    bars: tuple[Bar, ...]
    scale: tuple[str, ...]


class Event(NamedTuple):
    """Days of a calendar, `day` to `last_day` inclusive, as YYYY-MM-DD; `uid` stays the same for the same thing."""

    uid: str
    day: str
    last_day: str
    title: str
    text: str
