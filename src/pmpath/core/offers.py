"""What an offer adds up to. What may be worth nothing is never added to cash."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pmpath.model.offered import Cash, Certainty, OfferedPart, OnPaper, Sums

_MONTHS: Final = 12
_MONEY: Final = (Certainty.CASH, Certainty.CONDITIONAL)


def add_up(parts: Sequence[OfferedPart]) -> Sums:
    """Return the cash of a first and of a usual year, and beside it all that is no cash."""
    yearly = [part for part in parts if not part.once]
    return Sums(
        first_year=_cash(parts),
        usual_year=_cash(yearly),
        on_paper=tuple(_uncertain(parts)),
        in_kind=tuple(part.id for part in parts if part.certainty is Certainty.IN_KIND and part.is_said),
        missing=tuple(part.id for part in parts if _is_open(part)),
        has_base=any(part.certainty is Certainty.CASH and part.is_said for part in yearly),
    )


def _cash(parts: Iterable[OfferedPart]) -> Cash:
    money = [part for part in parts if part.certainty in _MONEY]
    guaranteed = sum(_guaranteed(part) for part in money)
    return Cash(guaranteed, sum(max(0, (part.amount or 0) - _guaranteed(part)) for part in money))


def _guaranteed(part: OfferedPart) -> float:
    """Return what comes in any case: all of a cash part, of a conditional one only what is guaranteed of it."""
    return (part.amount if part.certainty is Certainty.CASH else part.guaranteed) or 0


def _uncertain(parts: Iterable[OfferedPart]) -> Iterator[OnPaper]:
    for part in parts:
        if part.certainty is Certainty.UNCERTAIN and part.amount:
            a_year = part.amount / max(1, part.years) if part.years is not None else None
            yield OnPaper(part.id, part.amount, a_year, _after_one_year(part, a_year))


def _after_one_year(part: OfferedPart, a_year: float | None) -> float | None:
    """Return what would be owned after one year if it grew evenly behind the cliff; None where that was not said."""
    if a_year is None or part.cliff_months is None:
        return None
    return a_year if part.cliff_months <= _MONTHS else 0


def _is_open(part: OfferedPart) -> bool:
    """Say whether there is something to ask about a part: its amount, or when an uncertain one is owned."""
    if part.certainty is Certainty.UNCERTAIN and part.amount:
        return part.years is None or part.cliff_months is None
    return not part.is_said
