"""How old a dated statement is on a given day. Knows no clock."""

from typing import Final

from pmpath.model.day import last_day_of

_MONTHS: Final = 12


def months_old(as_of: str, today: str) -> int | None:
    """Return the whole months from a day, month or year to a day, never below 0; None where there is no date.

    A month or a year counts from its last day, so that nothing is called older than it is known to be.
    """
    day = last_day_of(as_of)
    if day is None:
        return None
    months = (int(today[:4]) - int(day[:4])) * _MONTHS + int(today[5:7]) - int(day[5:7])
    return max(0, months - (today[8:] < day[8:] and not _ends_month(today)))


def _ends_month(day: str) -> bool:
    return last_day_of(day[:7]) == day
