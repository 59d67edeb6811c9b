"""What speaks for a setting and what against it, and which hats somebody has worn. Plain: no pydantic, no prose."""

from enum import StrEnum
from typing import NamedTuple


class Leaning(StrEnum):
    """Which setting has more reasons for it."""

    STARTUP = "startup"
    CORPORATE = "corporate"
    EVEN = "even"
    FEW = "few"


class Reason(NamedTuple):
    """An answer that gives a reason: ids of question and choice."""

    question: str
    choice: str


class Fit(NamedTuple):
    """The reasons for each setting, which are the reasons against the other; answers that give none; questions not answered."""

    startup: tuple[Reason, ...]
    corporate: tuple[Reason, ...]
    neither: tuple[Reason, ...]
    open: tuple[str, ...]
    leaning: Leaning


class Worn(StrEnum):
    """How it is known that a hat was worn."""

    SAID = "said"
    INFERRED = "inferred"
    OPEN = "open"


class HatStanding(NamedTuple):
    """A hat, whether it was worn, and the expectations met in the last assessment that speak for it."""

    id: str
    worn: Worn
    met: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether nothing says that it was worn."""
        return self.worn is Worn.OPEN
