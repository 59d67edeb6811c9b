"""Tells the records of one ladder from those of others: assessments, interviews, plans, and what was said about plans.

Evidence, milestones and portfolio pieces are about the work and belong to no ladder.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from pmpath.journal.line import Record, Type

_OF_PLANS: Final = (Type.STEP, Type.CHECKIN)


def of_ladder(records: Sequence[Record], ladder: str) -> Sequence[Record]:
    """Return the records without the assessments, interviews, plans and reports that belong to another ladder."""
    owners = _Owners()
    return [record for record in records if owners.of(record) in (None, ladder)]


def others(records: Sequence[Record], ladder: str) -> Mapping[str, int]:
    """Return how many assessments belong to each other ladder, by the id of the ladder."""
    found = Counter(record.data["ladder"]["id"] for record in records if record.type == Type.ASSESSMENT)
    return {name: count for name, count in found.items() if name != ladder}


class _Owners:
    """Knows to which ladder each record belongs, read one after the other."""

    def __init__(self) -> None:
        self._interviews: dict[str, str | None] = {}
        self._last: str | None = None

    def of(self, record: Record) -> str | None:
        """Return the id of the ladder that the next record belongs to; None where it belongs to none.

        A report that does not name its ladder belongs to that of the assessment or plan before it.
        """
        named = _named(record)
        if record.type == Type.DRAFT:
            return self._interviews.setdefault(record.data.get("interview", record.id), named)
        if record.type in _OF_PLANS:
            return named or self._last
        if record.type in (Type.ASSESSMENT, Type.PLAN):
            self._last = named
        return named


def _named(record: Record) -> str | None:
    """Return the id of the ladder that a record names."""
    begun = record.data.get("begin", {}) if record.type == Type.DRAFT else record.data
    said = begun.get("ladder")
    name: str | None = said["id"] if isinstance(said, dict) else said
    return name
