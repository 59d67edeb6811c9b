"""The journal: one append-only file. A line that was written is never changed; what cannot be read is never written to."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from pmpath.errors import ContentError, OutputError, Problem
from pmpath.journal.disk import Disk, Stamp, closed
from pmpath.journal.line import VERSION, Data, Record, Type, decode, encode
from pmpath.journal.lock import PATIENCE, locked
from pmpath.journal.shapes import is_written_by_us

FILE: Final = "journal.jsonl"
COPIES: Final = "backup"
COPIES_KEPT: Final = 10
MAX_BYTES: Final = 64 * 1024 * 1024
_ID_BYTES: Final = 6

Clock = Callable[[], str]
"""Returns the present time in UTC as YYYY-MM-DDTHH:MM:SSZ."""


class Contents(NamedTuple):
    """What stands in the file: the sound records, the numbers of damaged lines, and a torn end.

    `end` is the offset behind the last sound line, which `ends_open` where its newline is missing. A damaged line has a sound
    one behind it; bad bytes with nothing sound behind them are `torn`.
    """

    records: tuple[Record, ...] = ()
    damaged: tuple[int, ...] = ()
    end: int = 0
    torn: bytes = b""
    ends_open: bool = False


def random_id() -> str:
    """Return a new id of twelve hexadecimal digits."""
    return os.urandom(_ID_BYTES).hex()


class Journal:
    """Reads and appends the journal of one folder. A file that nobody touched since the last call is not read again."""

    def __init__(self, folder: Path, clock: Clock, *, new_id: Callable[[], str] = random_id, disk: Disk | None = None) -> None:
        """Remember where the journal is; touch nothing yet."""
        self.path = Path(os.path.realpath(folder / FILE))
        self._lock = self.path.parent / f"{self.path.stem}.lock"
        self.set_aside: Path | None = None
        self.patience = PATIENCE
        self._clock = clock
        self._new_id = new_id
        self._disk = disk or Disk()
        self._known = Contents()
        self._stamp: Stamp | None = None

    def records(self) -> Sequence[Record]:
        """Return the sound records that this program understands, in their order; nothing on the disk changes."""
        with self._explained("read"):
            try:
                descriptor = self._disk.open_to_read(self.path)
            except FileNotFoundError:
                self._known, self._stamp = Contents(), None
                return ()
            with closed(self._disk, descriptor):
                self._load(descriptor)
        return sorted(filter(lambda record: record.is_known, self._known.records), key=lambda record: record.seq)

    def content(self) -> bytes:
        """Return the bytes of the file as they are; none where there is no file."""
        with self._explained("read"):
            try:
                descriptor = self._disk.open_to_read(self.path)
            except FileNotFoundError:
                return b""
            with closed(self._disk, descriptor):
                self._refuse_size(self._disk.stamp(descriptor).size)
                return self._disk.read(descriptor)

    def rewrite(self, change: Callable[[bytes], bytes], reason: str | None) -> Path | None:
        """Put changed content in the place of the file, whole or not at all, and return the copy that was kept before.

        Without a reason no copy is kept. This is for what a person asks for by name; nothing else rewrites.
        """
        with self._explained("written"):
            self._make_ready()
            with locked(self._disk, self._lock, self.patience):
                before = self.content()
                after = change(before)
                self._refuse_size(len(after))
                copy = self._keep_copy(before, reason) if reason and before else None
                self._put(self.path, after)
                self._make_sure()
                return copy

    def _make_sure(self) -> None:
        """Bring the new file's name to the drive; where that fails the file is changed all the same, and that is told."""
        try:
            self._disk.sync_path(self.path.parent)
        except OSError as err:
            reason = (err.strerror or "unknown reason").lower()
            raise OutputError(
                f"{self.path} is changed, but the drive does not say that it keeps it: {reason}",
                hint="mend the drive, then look with pmpath data check",
            ) from err

    def _make_ready(self) -> None:
        """Make the folder where it is missing; beside what is no plain file nothing is made, not even a lock."""
        if self.path.exists() and not self.path.is_file():
            raise OSError(0, "not a plain file", self.path)
        self._disk.make_folder(self.path.parent)

    def _put(self, path: Path, content: bytes) -> None:
        """Put a file in its place, whole or not at all."""
        fresh = self.path.with_name(f"journal.new-{self._new_id()}")
        done = False
        try:
            self._disk.put(fresh, content)
            self._disk.move(fresh, path)
            done = True
        finally:
            if not done:
                with suppress(OSError):
                    self._disk.remove(fresh)

    def _keep_copy(self, content: bytes, reason: str) -> Path:
        folder = self.path.parent / COPIES
        self._disk.make_folder(folder)
        stamp = self._clock().replace("-", "").replace(":", "")
        copy = folder / f"{stamp}-{reason}-{self._new_id()}.jsonl"
        self._put(copy, content)
        self._disk.sync_folder(folder)
        others = sorted(path for path in folder.glob("*.jsonl") if path != copy)
        for old in others[: max(0, len(others) - COPIES_KEPT + 1)]:
            self._disk.remove(old)
        return copy

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the lines that were read last."""
        return tuple(Problem(str(self.path), line, None, "", "damaged line, left alone", "") for line in self._known.damaged)

    def prepare(self) -> None:
        """Raise `OutputError` where nothing could be appended, before anybody types what would be lost."""
        with self._explained("written"):
            self._make_ready()
            for path in (self._lock, *([self.path] if self.path.exists() else [])):
                with closed(self._disk, self._disk.open_to_write(path)):
                    pass

    def append(self, kind: Type, data: Data) -> Record:
        """Write one record so that it survives whatever comes next, and return it.

        Raises `OutputError` where it cannot be written, which leaves the file as it was; `BusyError` where another program
        keeps writing; `ContentError` where the file holds what this program must not write to.
        """
        with self._explained("written"):
            self._make_ready()
            with locked(self._disk, self._lock, self.patience):
                return self._append(kind, data)

    def _append(self, kind: Type, data: Data) -> Record:
        descriptor = self._disk.open_to_write(self.path)
        with closed(self._disk, descriptor):
            known = self._load(descriptor)
            if not known.end:
                self._disk.sync_path(self.path.parent)
            self._refuse(known)
            self._put_aside(descriptor, known)
            seq = max((record.seq for record in known.records), default=0) + 1
            record = Record(seq, self._new_id(), self._clock(), kind, data)
            line = (b"\n" if known.ends_open else b"") + encode(record)
            self._write(descriptor, line, known.end)
            with suppress(OSError):
                written = Contents((*known.records, record), (), known.end + len(line))
                self._known, self._stamp = written, self._disk.stamp(descriptor)
        return record

    def _write(self, descriptor: int, line: bytes, size: int) -> None:
        """Write a line to the drive, or cut the file back to the size it had."""
        done = False
        try:
            self._disk.write(descriptor, line)
            self._disk.sync(descriptor)
            done = True
        finally:
            if not done:
                self._disk.cut(descriptor, size)
                self._disk.sync(descriptor)

    def _load(self, descriptor: int) -> Contents:
        """Return what is in the file: what is known already, where nobody touched the file since."""
        stamp, self._stamp = self._stamp, None
        now = self._disk.stamp(descriptor)
        self._refuse_size(now.size)
        if stamp != now:
            self._known = parse(self._disk.read(descriptor))
        self._stamp = now
        return self._known

    def _refuse_size(self, size: int) -> None:
        if size > MAX_BYTES:
            raise ContentError(f"{self.path} is larger than {MAX_BYTES // 2**20} MiB", hint="it is no journal of pmpath")

    def _refuse(self, known: Contents) -> None:
        if known.damaged:
            raise ContentError("the journal is damaged; nothing was written", problems=self._damage(known))
        foreign = next((record for record in known.records if not record.is_known), None)
        if foreign is not None:
            raise ContentError(
                f"{self.path} was written by a newer pmpath (line format {foreign.v}, {foreign.type}); nothing was written",
                hint="install the newest pmpath, or set PMPATH_HOME to another folder",
            )

    def _damage(self, known: Contents) -> tuple[Problem, ...]:
        hint = "pmpath data check --fix keeps a copy and takes it out"
        return tuple(Problem(str(self.path), line, None, "", "this line is damaged", hint) for line in known.damaged)

    def _put_aside(self, descriptor: int, known: Contents) -> None:
        """Keep a torn end in a file of its own, then cut it off."""
        if not known.torn:
            return
        seq = max((record.seq for record in known.records), default=0)
        aside = self.path.with_name(f"journal.torn-{seq}")
        kept = self._disk.open_to_write(aside)
        with closed(self._disk, kept):
            self._disk.write(kept, known.torn)
            self._disk.sync(kept)
        self._disk.sync_folder(aside.parent)
        self._disk.cut(descriptor, known.end)
        self.set_aside = aside

    @contextmanager
    def _explained(self, what: str) -> Iterator[None]:
        try:
            yield
        except OSError as err:
            reason = (err.strerror or "unknown reason").lower()
            raise OutputError(
                f"{self.path} cannot be {what}: {reason}", hint="make room or mend its rights; --no-save works without it"
            ) from err


def sound(line: bytes) -> Record | None:
    """Return the record of a line without its newline; None where it is damaged, or says what pmpath never writes."""
    record = decode(line)
    return record if record is None or record.v > VERSION or is_written_by_us(record.type, record.data) else None


def parse(content: bytes) -> Contents:
    """Return what stands in the bytes of a journal."""
    records: list[Record] = []
    damaged: list[int] = []
    bad: list[int] = []
    offset, end = 0, 0
    for number, line in enumerate(content.split(b"\n"), start=1):
        offset = min(offset + len(line) + 1, len(content))
        record = sound(line)
        if record is None:
            bad.append(number)
            continue
        records.append(record)
        damaged += bad
        bad, end = [], offset
    return Contents(tuple(records), tuple(damaged), end, content[end:], ends_open=content[:end][-1:] not in (b"", b"\n"))
