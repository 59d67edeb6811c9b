"""Days as text, YYYY-MM-DD: counting between them and from one to another. Knows no clock."""

from datetime import date, timedelta


def days_between(first: str, second: str) -> int:
    """Return the days from one day to another, below 0 where the second comes first."""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def days_later(day: str, days: int) -> str:
    """Return the day that is so many days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def last_day_of(span: str) -> str | None:
    """Return the last day of a day, of a month as YYYY-MM, or of a year as YYYY; None for anything else."""
    if not span.isascii():
        return None
    try:
        match len(span):
            case 4:
                return date(int(span), 12, 31).isoformat()
            case 7:
                in_next_month = date.fromisoformat(f"{span}-28") + timedelta(days=4)
                return (in_next_month - timedelta(days=in_next_month.day)).isoformat()
            case _:
                return date.fromisoformat(span).isoformat()
    except (ValueError, OverflowError):
        return None
