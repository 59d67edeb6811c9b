"""Every call to the file system fails once, and the process ends once at every call: nothing acknowledged is lost."""

import errno
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pytest

from journal.faults import Crash, Fault, FaultyDisk
from journal.making import add, file_in, kept, lines, opened
from pmpath.errors import OutputError
from pmpath.journal.journal import FILE, Journal

ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT)
PARTS = (0, 1, 60, -2, -1)
"""How much of a write comes through before it fails."""
TORN = b'{"v":1,"seq":3,"id"'


def _nothing(home: Path) -> None:
    """Leave out even the folder."""


def _folder(home: Path) -> None:
    home.mkdir()


def _empty(home: Path) -> None:
    file_in(home, b"")


def _sound(home: Path) -> None:
    file_in(home, lines(2))


def _open(home: Path) -> None:
    file_in(home, lines(2)[:-1])


def _torn(home: Path) -> None:
    file_in(home, lines(2) + TORN)


Start = Callable[[Path], None]
STARTS: list[Start] = [_nothing, _folder, _empty, _sound, _open, _torn]
each_start = pytest.mark.parametrize("start", STARTS, ids=lambda start: start.__name__)
each_error = pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.__getitem__)


def laid_out(tmp_path: Path, start: Start) -> Path:
    """Return a new folder that is laid out as told."""
    home = Path(mkdtemp(dir=tmp_path)) / "home"
    start(home)
    return home


def content(home: Path) -> bytes:
    """Return the bytes of the journal; none where there is no file."""
    return (home / FILE).read_bytes() if (home / FILE).exists() else b""


def torn_kept(home: Path) -> bool:
    """Say whether the torn bytes still stand somewhere."""
    return any(TORN in path.read_bytes() for path in home.glob("journal.*"))


def sound_part(start: Start) -> bytes:
    if start in (_sound, _torn):
        return lines(2)
    return lines(2)[:-1] if start is _open else b""


def sound_texts(start: Start) -> list[str]:
    return ["text 1", "text 2"] if sound_part(start) else []


def calls_of(tmp_path: Path, start: Start, count: int = 1) -> list[str]:
    """Return the calls of appends that go well."""
    disk = FaultyDisk()
    journal = opened(laid_out(tmp_path, start), disk)
    for number in range(count):
        add(journal, f"new {number}")
    return disk.calls


def failure(journal: Journal, text: str) -> OutputError | None:
    """Append a record and return what was told where that failed."""
    try:
        add(journal, text)
    except OutputError as err:
        return err
    return None


def is_written(journal: Journal, text: str) -> bool:
    return failure(journal, text) is None


def appended_until_the_end(journal: Journal) -> list[str]:
    """Append until the process ends, and return what was acknowledged."""
    acknowledged: list[str] = []
    try:
        for number in range(3):
            add(journal, f"new {number}")
            acknowledged.append(f"new {number}")
    except Crash:
        return acknowledged
    raise AssertionError


@each_start
@each_error
def test_a_call_that_fails_leaves_the_file_as_it_was_or_the_record_is_written(
    start: Start, number: int, tmp_path: Path
) -> None:
    wrong = []
    for at, call in enumerate(calls_of(tmp_path, start), start=1):
        for part in PARTS if call == "write" else (0,):
            home = laid_out(tmp_path, start)
            before = content(home)
            if is_written(opened(home, FaultyDisk(Fault(at, number, part))), "new"):
                is_right = kept(home) == [*sound_texts(start), "new"]
            else:
                is_right = content(home) in (before, sound_part(start)) and (start is not _torn or torn_kept(home))
            wrong += [] if is_right else [(at, call, part)]
    assert wrong == []


@each_start
@each_error
def test_a_failure_is_told_with_the_name_of_the_file(start: Start, number: int, tmp_path: Path) -> None:
    count = 0
    for at, _ in enumerate(calls_of(tmp_path, start), start=1):
        home = laid_out(tmp_path, start)
        told = failure(opened(home, FaultyDisk(Fault(at, number))), "new")
        if told is not None:
            count += 1
            assert told.exit_code == 74
            assert str(home / FILE) in told.message
    assert count > 5


@each_start
def test_after_a_failure_the_same_journal_goes_on(start: Start, tmp_path: Path) -> None:
    wrong = []
    for at, call in enumerate(calls_of(tmp_path, start), start=1):
        home = laid_out(tmp_path, start)
        disk = FaultyDisk(Fault(at, errno.ENOSPC, 60))
        journal = opened(home, disk)
        first = ["first"] if is_written(journal, "first") else []
        disk.arm(None)
        add(journal, "second")
        if kept(home) != [*sound_texts(start), *first, "second"]:
            wrong.append((at, call))
    assert wrong == []


@each_start
def test_a_disk_that_fails_for_good_takes_nothing_that_was_there(start: Start, tmp_path: Path) -> None:
    wrong = []
    for at, call in enumerate(calls_of(tmp_path, start), start=1):
        for part in PARTS if call == "write" else (0,):
            home = laid_out(tmp_path, start)
            journal = opened(home, FaultyDisk(Fault(at, errno.EIO, part, lasting=True)))
            first = ["first"] if is_written(journal, "first") else []
            found = kept(home)
            if found[: len(sound_texts(start))] != sound_texts(start) or found[len(sound_texts(start)) :] not in (
                first,
                ["first"],
            ):
                wrong.append((at, call, part))
    assert wrong == []


@each_start
def test_after_a_disk_that_failed_for_good_a_new_program_goes_on(start: Start, tmp_path: Path) -> None:
    for at, call in enumerate(calls_of(tmp_path, start), start=1):
        for part in PARTS if call == "write" else (0,):
            home = laid_out(tmp_path, start)
            is_written(opened(home, FaultyDisk(Fault(at, errno.EIO, part, lasting=True))), "first")
            found = kept(home)
            add(opened(home), "second")
            assert kept(home) == [*found, "second"]


@each_start
def test_a_process_that_ends_at_any_call_loses_nothing_acknowledged(start: Start, tmp_path: Path) -> None:
    for at, call in enumerate(calls_of(tmp_path, start, count=3), start=1):
        for part in PARTS if call == "write" else (0,):
            home = laid_out(tmp_path, start)
            journal = opened(home, FaultyDisk(Fault(at, None, part)))
            acknowledged = appended_until_the_end(journal)
            cut_short = f"new {len(acknowledged)}"
            sound = [*sound_texts(start), *acknowledged]
            assert kept(home) in (sound, [*sound, cut_short])


@each_start
def test_after_a_process_that_ended_at_any_call_the_next_goes_on(start: Start, tmp_path: Path) -> None:
    for at, call in enumerate(calls_of(tmp_path, start), start=1):
        for part in PARTS if call == "write" else (0,):
            home = laid_out(tmp_path, start)
            with pytest.raises(Crash):
                add(opened(home, FaultyDisk(Fault(at, None, part))), "first")
            found = kept(home)
            written = add(opened(home), "second")
            assert kept(home) == [*found, "second"]
            assert written.seq == len(found) + 1


def test_torn_bytes_stand_somewhere_wherever_a_process_ends(tmp_path: Path) -> None:
    for at, call in enumerate(calls_of(tmp_path, _torn), start=1):
        for part in PARTS if call == "write" else (0,):
            home = laid_out(tmp_path, _torn)
            with pytest.raises(Crash):
                add(opened(home, FaultyDisk(Fault(at, None, part))), "first")
            assert torn_kept(home)


def test_a_process_that_ends_holds_the_lock_no_longer(tmp_path: Path) -> None:
    for at, _ in enumerate(calls_of(tmp_path, _sound), start=1):
        home = laid_out(tmp_path, _sound)
        with pytest.raises(Crash):
            add(opened(home, FaultyDisk(Fault(at, None))), "first")
        assert add(opened(home), "second").seq in (3, 4)


def test_a_stop_in_the_middle_of_an_append_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    class Stopping(FaultyDisk):
        def sync(self, descriptor: int) -> None:
            super().sync(descriptor)
            if self.calls.count("sync") == 1:
                raise KeyboardInterrupt

    file_in(tmp_path, lines(2))
    with pytest.raises(KeyboardInterrupt):
        add(opened(tmp_path, Stopping()), "three")
    assert content(tmp_path) == lines(2)


@each_error
def test_a_call_that_fails_while_reading_is_told_with_the_name_of_the_file(number: int, tmp_path: Path) -> None:
    file_in(tmp_path, lines(2))
    for call in ("open_to_read", "stamp", "read"):
        with pytest.raises(OutputError) as refused:
            opened(tmp_path, FaultyDisk(Fault(1, number, call=call))).records()
        assert refused.value.message.startswith(f"{tmp_path / FILE} cannot be read: ")


def test_after_a_failed_reading_the_same_journal_reads_all(tmp_path: Path) -> None:
    file_in(tmp_path, lines(2))
    for call in ("open_to_read", "stamp", "read"):
        disk = FaultyDisk(Fault(1, errno.EIO, call=call))
        journal = opened(tmp_path, disk)
        with pytest.raises(OutputError):
            journal.records()
        disk.arm(None)
        assert [one.seq for one in journal.records()] == [1, 2]


@each_error
def test_what_could_not_be_appended_to_is_told_before_the_first_append(number: int, tmp_path: Path) -> None:
    for call in ("make_folder", "sync_folder", "open_to_write"):
        with pytest.raises(OutputError, match="cannot be written"):
            opened(laid_out(tmp_path, _nothing), FaultyDisk(Fault(1, number, call=call))).prepare()
