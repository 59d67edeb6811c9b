"""Looks after the journal as a whole: is it sound, bring another one in, mend it, erase it. Before a change a copy is kept."""

from collections.abc import Iterable
from heapq import merge
from pathlib import Path
from typing import Final

from pmpath.errors import ContentError, OutputError, Problem
from pmpath.journal.journal import COPIES, Contents, Journal, parse, sound
from pmpath.journal.line import Record, encode
from pmpath.model.health import Health

_OTHERS: Final = 0o077


def examine(journal: Journal) -> Health:
    """Look at every line and at the files beside; nothing changes."""
    contents = parse(journal.content())
    folder = journal.path.parent
    return Health(
        path=str(journal.path),
        entries=len(contents.records),
        damaged=contents.damaged,
        torn_bytes=len(contents.torn),
        foreign=sum(1 for record in contents.records if not record.is_known),
        readable_by_others=journal.path.exists() and bool(journal.path.stat().st_mode & _OTHERS),
        strays=tuple(path.name for path in strays(folder)),
        copies=tuple(path.name for path in copies(folder)),
    )


def mend(journal: Journal) -> Path | None:
    """Keep only the sound lines as they are, after a copy of everything; return the copy."""
    return journal.rewrite(_sound_lines, "mend")


def forget(journal: Journal, *, keep_copy: bool) -> Path | None:
    """Empty the journal; without a copy remove the copies of before and what was set aside too. Return the copy."""
    copy = journal.rewrite(lambda _: b"", "forget" if keep_copy else None)
    if not keep_copy:
        for path in (*copies(journal.path.parent), *strays(journal.path.parent)):
            _erase(path)
    return copy


def _erase(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as err:
        reason = (err.strerror or "unknown reason").lower()
        raise OutputError(f"{path} cannot be erased: {reason}", hint="the journal is empty; remove this file by hand") from err


def bring_in(journal: Journal, content: bytes, name: str, *, instead: bool) -> int:
    """Add the entries of another journal that are not here yet, or take them instead of what is here; return how many.

    Raises `ContentError` where either journal is not sound; nothing changes then.
    """
    theirs = {record.id: record for record in _sound(content, name)}
    added: list[Record] = []

    def merged(before: bytes) -> bytes:
        ours = {} if instead else {record.id: record for record in _sound(before, str(journal.path))}
        added.extend(record for name, record in theirs.items() if name not in ours)
        ordered = merge(ours.values(), added, key=lambda record: record.at)  # keeps each one's own order
        return b"".join(encode(record._replace(seq=seq)) for seq, record in enumerate(ordered, start=1))

    journal.rewrite(merged, "import")
    return len(added)


def copies(folder: Path) -> Iterable[Path]:
    """Return the copies that were kept before changes, the oldest first."""
    return sorted((folder / COPIES).glob("*.jsonl"))


def strays(folder: Path) -> Iterable[Path]:
    """Return the files beside a journal that hold bytes set aside, or a change that never was finished."""
    return sorted((*folder.glob("journal.torn-*"), *folder.glob("journal.new-*")))


def _sound_lines(content: bytes) -> bytes:
    return b"".join(line + b"\n" for line in content.split(b"\n") if sound(line) is not None)


def _sound(content: bytes, name: str) -> tuple[Record, ...]:
    contents = parse(content)
    problems = tuple(Problem(name, line, None, "", "this line is damaged", "") for line in _bad_lines(contents, content))
    if problems:
        raise ContentError("this journal is damaged; nothing was changed", problems=problems)
    if not all(record.is_known for record in contents.records):
        raise ContentError(f"{name} was written by a newer pmpath; nothing was changed", hint="install the newest pmpath")
    return contents.records


def _bad_lines(contents: Contents, content: bytes) -> tuple[int, ...]:
    last = content[: contents.end].count(b"\n") + 1
    return (*contents.damaged, *((last,) if contents.torn else ()))
