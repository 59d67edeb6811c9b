"""The portfolio pieces that are kept: which were begun, what a review of each counted, and which the person calls done."""

from collections.abc import Sequence

from pmpath.journal.journal import Journal
from pmpath.journal.line import Record, Type
from pmpath.model.piece import KeptPiece


def begin(journal: Journal, path: str, kind: str) -> Record:
    """Keep that the file of a piece was created."""
    return journal.append(Type.PIECE, {"begin": path, "kind": kind})


def looked_at(journal: Journal, path: str, kind: str, findings: int) -> Record:
    """Keep how many things a review found missing in a piece."""
    return journal.append(Type.PIECE, {"review": path, "kind": kind, "findings": findings})


def mark(journal: Journal, path: str, *, done: bool) -> Record:
    """Keep whether the person calls a piece done."""
    return journal.append(Type.PIECE, {"mark": path, "done": done})


def pieces(records: Sequence[Record]) -> list[KeptPiece]:
    """Return the pieces that hold after these records, in the order in which they were first spoken of."""
    kept: dict[str, KeptPiece] = {}
    for record in records:
        if record.type == Type.PIECE:
            _follow(kept, record)
    return list(kept.values())


def _follow(kept: dict[str, KeptPiece], record: Record) -> None:
    """Take in one record; a mark for a piece that nobody began says nothing."""
    said, day = record.data, record.at[:10]
    if "begin" in said:
        kept[said["begin"]] = KeptPiece(said["begin"], said["kind"], day)
    elif "review" in said:
        path = said["review"]
        done = path in kept and kept[path].done
        kept[path] = KeptPiece(path, said["kind"], day, said["findings"], done)
    elif said.get("mark") in kept:
        kept[said["mark"]] = kept[said["mark"]]._replace(done=said["done"], day=day)
