"""A piece of evidence as it is kept, and how good it is. Plain: no pydantic, no prose."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

LINES: Final = ("what", "result", "who", "date", "link")
"""The lines of a piece of evidence: what was done, its result, who can confirm it, when, and where it can be seen."""


class Evidence(NamedTuple):
    """A piece of evidence. `number` is what people call it by, `added` the day it was written down, YYYY-MM-DD.

    `lines` holds what is known of `LINES`, `shows` the ids of expectations and milestones.
    """

    number: int
    id: str
    added: str
    lines: Mapping[str, str]
    shows: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """What was done."""
        return self.lines["what"]


class Backing(StrEnum):
    """What stands behind a piece of evidence, the strongest first."""

    ARTIFACT = "artifact"
    CONFIRMED = "confirmed"
    OWN_WORD = "own-word"


class Quality(NamedTuple):
    """How good a piece of evidence is; never summed up. `days` is its age."""

    backing: Backing
    has_number: bool
    days: int
    is_old: bool
