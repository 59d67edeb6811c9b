"""What somebody was offered, part by part, and what it adds up to. Plain: no pydantic, no prose."""

from enum import StrEnum
from typing import NamedTuple


class Certainty(StrEnum):
    """How sure a part of pay is."""

    CASH = "cash"
    CONDITIONAL = "conditional"
    UNCERTAIN = "uncertain"
    IN_KIND = "in-kind"


class OfferedPart(NamedTuple):
    """One part of an offer; None stands for what was not said.

    `amount` is a year's, or the whole where the part comes `once`. Of a conditional part it is what comes when the condition is
    met in full, and `guaranteed` what comes in any case. Of an uncertain part it is the whole value on paper, `years` how long
    it takes until all of it is owned, and `cliff_months` how long none of it is. A `note` is what was said in words.
    """

    id: str
    certainty: Certainty
    once: bool
    amount: float | None = None
    guaranteed: float | None = None
    years: float | None = None
    cliff_months: float | None = None
    note: str | None = None

    @property
    def is_said(self) -> bool:
        """Whether it is known what it is: its amount, or in words where it is no money."""
        by_words = self.certainty is Certainty.IN_KIND and self.note is not None
        return by_words or self.amount is not None or self.guaranteed is not None


class Cash(NamedTuple):
    """Money of one year: `guaranteed` comes in any case, `conditional` comes on top when all conditions are met."""

    guaranteed: float
    conditional: float


class OnPaper(NamedTuple):
    """An uncertain part: its value on paper, and what of it would be owned after one year, None where nobody said.

    `a_year` is the average over the years until all of it is owned.
    """

    id: str
    amount: float
    a_year: float | None
    after_one_year: float | None


class Sums(NamedTuple):
    """What an offer adds up to: cash of the first and of a usual year; beside it what may be worth nothing; what is missing.

    `in_kind` and `missing` hold ids of parts. `has_base` says whether there is any yearly cash that is guaranteed.
    """

    first_year: Cash
    usual_year: Cash
    on_paper: tuple[OnPaper, ...]
    in_kind: tuple[str, ...]
    missing: tuple[str, ...]
    has_base: bool
