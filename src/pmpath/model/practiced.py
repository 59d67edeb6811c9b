"""Interview practice as it was done: the answer, how it was given, the scores, and what was found in it. Plain: no pydantic."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

SECONDS: Final = 60
"""Seconds of a minute."""


class How(StrEnum):
    """How an answer was given."""

    TYPED = "typed"
    EDITOR = "editor"
    FILE = "file"
    SAID = "said"


class Message(StrEnum):
    """The id of a further text of a result."""

    NO_SIGNS = "no-signs"
    ALL_FOUND = "all-found"
    SAID_ALOUD = "said-aloud"
    EMPTY = "empty-answer"
    TIME_UP = "time-up"
    TIME_LEFT = "keep-going"
    STEPS_MISSING = "steps-missing"
    STEP_MISSING = "step-missing"
    COMPARE = "compare-before"
    FIRST = "first-time"


class Round(NamedTuple):
    """What one practice is about: a prompt of a type, for whom, the minutes, None without a timer, and whether steps showed."""

    type: str
    question: str
    level: str
    setting: str | None = None
    minutes: int | None = None
    hard: bool = False


class KeptPractice(NamedTuple):
    """A practice as it is kept; `number` is what people call it by, 0 for one that is not kept.

    `how` is None while the answer is unfinished. `scores` are points by criterion, `story` the id of the story that was told.
    """

    number: int
    id: str
    day: str
    round: Round
    how: How | None = None
    text: str = ""
    seconds: int | None = None
    scores: Mapping[str, int] = {}
    story: str | None = None

    @property
    def has_time_left(self) -> bool:
        """Whether more than half of the timer was left."""
        limit = self.round.minutes
        return limit is not None and self.seconds is not None and self.seconds * 2 < limit * SECONDS


class Sign(NamedTuple):
    """A word or number that was found, and the line where it stands first, counted from 1."""

    word: str
    line: int


class Sought(NamedTuple):
    """What a text is looked through for: words in lower case, and whether a number counts too."""

    id: str
    words: tuple[str, ...]
    numbers: bool = False


class Found(NamedTuple):
    """What was found of one part or step; nothing where there are no signs."""

    id: str
    signs: tuple[Sign, ...]


class Look(NamedTuple):
    """What a look through a text found: parts, those named first where they are missing, steps, and the count of signs.

    `signs` of `of` counts what was found with its weight. It says nothing about how good an answer is.
    """

    parts: tuple[Found, ...]
    steps: tuple[Found, ...]
    signs: int
    of: int

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts without a sign, in the order in which they are named."""
        return tuple(part.id for part in self.parts if not part.signs)

    @property
    def steps_not_seen(self) -> tuple[str, ...]:
        """The steps without a sign."""
        return tuple(step.id for step in self.steps if not step.signs)
