"""How far the person says to be with milestones."""

from collections.abc import Sequence

from pmpath.journal.journal import Journal
from pmpath.journal.line import Record, Type


def mark(journal: Journal, name: str, count: float) -> Record:
    """Keep how far the person is with a milestone."""
    return journal.append(Type.MILESTONE, {"milestone": name, "count": count})


def counts(records: Sequence[Record]) -> dict[str, float]:
    """Return how far the person is with each milestone that was spoken of."""
    return {record.data["milestone"]: record.data["count"] for record in records if record.type == Type.MILESTONE}
