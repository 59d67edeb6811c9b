"""Makes journals, their lines and the processes that write to them in one call each."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pmpath
from pmpath.journal.disk import Disk
from pmpath.journal.journal import FILE, Journal
from pmpath.journal.line import Record, Type, encode

NOW: Final = "2026-11-23T01:30:00Z"
PATIENCE: Final = 0.05
SOURCE: Final = Path(pmpath.__file__).parents[1]
OPENING: Final = f"""
import os, sys
from pathlib import Path
from pmpath.journal.journal import Journal
from pmpath.journal.line import Type
journal = Journal(Path(sys.argv[1]), lambda: "{NOW}")
"""
"""How a script for `process` begins; the folder is its first argument."""


def now() -> str:
    return NOW


def opened(folder: Path, disk: Disk | None = None) -> Journal:
    """Return a journal as a new process has it, which does not wait long for others."""
    journal = Journal(folder, now, disk=disk)
    journal.patience = PATIENCE
    return journal


def record(seq: int, text: str = "", *, kind: str = Type.DRAFT, at: str = NOW, v: int = 1) -> Record:
    return Record(seq, f"{seq:012x}", at, kind, {"text": text or f"text {seq}"}, v)


def line(seq: int, text: str = "") -> bytes:
    """Return a sound line with its newline."""
    return encode(record(seq, text))


def lines(count: int) -> bytes:
    """Return the first lines of a sound journal."""
    return b"".join(line(seq) for seq in range(1, count + 1))


def texts(records: Iterable[Record]) -> list[str]:
    return [one.data["text"] for one in records]


def add(journal: Journal, text: str) -> Record:
    return journal.append(Type.DRAFT, {"text": text})


def file_in(folder: Path, content: bytes) -> Path:
    """Put a journal file with this content into a folder, as another inode than one that is there."""
    folder.mkdir(exist_ok=True, parents=True)
    new = folder / "new"
    new.write_bytes(content)
    return new.replace(folder / FILE)


def kept(folder: Path) -> list[str]:
    """Return the texts that a new process reads."""
    return texts(opened(folder).records())


def process(script: str, *argv: object) -> subprocess.Popen[str]:
    """Start a script in a process of its own, which sees the journal as `journal`."""
    return subprocess.Popen(
        [sys.executable, "-c", OPENING + script, *map(str, argv)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(SOURCE), os.environ["PYTHONPATH"]))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
