"""The evidence that is kept: entries that add, change and remove, folded together into what holds today.

What an assessment was saved with counts too, so that nothing has to be written down twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pmpath.journal.journal import Journal
from pmpath.journal.line import Record, Type
from pmpath.model.evidence import LINES, Evidence


def add(journal: Journal, lines: Mapping[str, str], shows: Sequence[str]) -> Record:
    """Keep a piece of evidence."""
    return journal.append(Type.EVIDENCE, {"add": item_data(lines, shows)})


def change(journal: Journal, name: str, lines: Mapping[str, str], shows: Sequence[str]) -> Record:
    """Keep how a piece of evidence, known by its id, reads from now on."""
    return journal.append(Type.EVIDENCE, {"change": name, "to": item_data(lines, shows)})


def remove(journal: Journal, name: str) -> Record:
    """Keep that a piece of evidence, known by its id, no longer counts."""
    return journal.append(Type.EVIDENCE, {"remove": name})


def item_data(lines: Mapping[str, str], shows: Sequence[str]) -> dict[str, Any]:
    """Return a piece of evidence as JSON values."""
    return {**_known(lines), "shows": list(shows)}


def evidence(records: Sequence[Record]) -> list[Evidence]:
    """Return the evidence that holds after these records, in the order in which it was written down."""
    log = _Log()
    for record in records:
        log.read(record)
    return list(log.entries.values())


def by_expectation(entries: Sequence[Evidence]) -> dict[str, list[Mapping[str, str]]]:
    """Return evidence the way a sheet carries it: what shows an expectation, by its id."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for entry in entries:
        for name in entry.shows:
            found.setdefault(name, []).append(entry.lines)
    return found


def as_it_reads_now(
    given: Mapping[str, Sequence[Mapping[str, str]]], then: Sequence[Evidence], now: Sequence[Evidence]
) -> dict[str, Sequence[Mapping[str, str]]]:
    """Return the evidence of a sheet of before: what was kept `then` as it is kept now, the rest as it is."""
    known = [entry.lines for entry in then]
    own = {name: [item for item in items if item not in known] for name, items in given.items()}
    if own == given:
        return dict(given)
    kept = by_expectation(now)
    return {name: [*own.get(name, ()), *kept.get(name, ())] for name in {**own, **kept}}


class _Log:
    """The evidence after some records."""

    def __init__(self) -> None:
        self.entries: dict[str, Evidence] = {}
        self._written = 0
        self._same: dict[str, str] = {}

    def read(self, record: Record) -> None:
        """Take in one record."""
        if record.type == Type.EVIDENCE:
            self._follow(record)
        for place, item in enumerate(_carried(record)):
            self._add(f"{record.id}-{place}", record.day, item)

    def _follow(self, record: Record) -> None:
        said = record.data
        if "add" in said:
            self._add(record.id, record.day, said["add"])
        elif "remove" in said:
            self.entries.pop(self._named(said["remove"]), None)
        elif self._named(said["change"]) in self.entries:
            entry = self.entries[self._named(said["change"])]
            self.entries[entry.id] = entry._replace(lines=_known(said["to"]), shows=tuple(said["to"]["shows"]))

    def _named(self, name: str) -> str:
        """Return the id of the entry that a name stands for: its own, or that of one that read the same."""
        return self._same.get(name, name)

    def _add(self, name: str, day: str, item: Mapping[str, Any]) -> None:
        """Add an entry; one that reads the same is there already and shows more from now on."""
        lines, shows = _known(item), tuple(item["shows"])
        if "what" not in lines:
            return
        same = next((entry for entry in self.entries.values() if entry.lines == lines), None)
        if same is None:
            self._written += 1
            self.entries[name] = Evidence(self._written, name, day, lines, shows)
        else:
            self._same[name] = same.id
            self.entries[same.id] = same._replace(shows=tuple(dict.fromkeys((*same.shows, *shows))))


def _carried(record: Record) -> Iterator[Mapping[str, Any]]:
    """Yield the evidence that another record carries."""
    if record.type == Type.ASSESSMENT:
        for name, items in record.data["sheet"]["evidence"].items():
            yield from ({**item, "shows": [name]} for item in items)
    elif record.type in (Type.STEP, Type.CHECKIN):
        yield from record.data.get("evidence", ())


def _known(item: Mapping[str, Any]) -> dict[str, str]:
    return {key: item[key] for key in LINES if item.get(key)}
