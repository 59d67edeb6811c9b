"""The stories that are kept: entries that add, change and remove, folded together into what holds today."""

from collections.abc import Mapping, Sequence

from pmpath.journal.journal import Journal
from pmpath.journal.line import Record, Type
from pmpath.model.story import STORY_PARTS, KeptStory


def add(journal: Journal, lines: Mapping[str, str], *, evidence: str | None, competencies: Sequence[str]) -> Record:
    """Keep a story; `evidence` is the id of what it was built from."""
    return journal.append(Type.STORY, {"add": dict(lines), "evidence": evidence, "competencies": list(competencies)})


def change(journal: Journal, name: str, lines: Mapping[str, str], competencies: Sequence[str]) -> Record:
    """Keep how a story, known by its id, reads from now on."""
    return journal.append(Type.STORY, {"change": name, "to": dict(lines), "competencies": list(competencies)})


def remove(journal: Journal, name: str) -> Record:
    """Keep that a story, known by its id, is no longer told."""
    return journal.append(Type.STORY, {"remove": name})


def stories(records: Sequence[Record]) -> list[KeptStory]:
    """Return the stories that hold after these records; a number stays with its story."""
    kept: dict[str, KeptStory] = {}
    added = 0
    for record in records:
        if record.type == Type.STORY:
            added += "add" in record.data
            _follow(kept, record, added)
    return list(kept.values())


def _follow(kept: dict[str, KeptStory], record: Record, number: int) -> None:
    said = record.data
    if "add" in said:
        shown = tuple(said["competencies"])
        kept[record.id] = KeptStory(number, record.id, record.day, _known(said["add"]), said["evidence"], shown)
    elif "remove" in said:
        kept.pop(said["remove"], None)
    elif said["change"] in kept:
        changed = kept[said["change"]]._replace(lines=_known(said["to"]), competencies=tuple(said["competencies"]))
        kept[said["change"]] = changed


def _known(lines: Mapping[str, str]) -> dict[str, str]:
    return {part: lines[part] for part in STORY_PARTS if lines.get(part)}
