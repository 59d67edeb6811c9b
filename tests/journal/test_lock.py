"""One writer at a time."""

import errno
import os
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

import pytest

from journal.making import PATIENCE, add, file_in, kept, lines, opened, process
from pmpath.errors import BusyError, OutputError
from pmpath.journal.disk import Disk
from pmpath.journal.lock import locked

HOLDING = """
from pmpath.journal.disk import Disk
from pmpath.journal.lock import locked
with locked(Disk(), journal.path.with_suffix(".lock")):
    print(os.getpid(), flush=True)
    sys.stdin.read()
"""


def lock_in(folder: Path) -> Path:
    return folder / "journal.lock"


def test_a_lock_that_another_process_holds_is_named_with_that_process(tmp_path: Path) -> None:
    with process(HOLDING, tmp_path) as child:
        assert child.stdout is not None
        pid = child.stdout.readline().strip()
        with pytest.raises(BusyError) as refused:
            add(opened(tmp_path), "new")
        child.kill()
    assert refused.value.exit_code == 75
    assert refused.value.message == f"another pmpath is writing (process {pid})"


def test_a_lock_that_is_held_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = file_in(tmp_path, lines(2))
    with locked(Disk(), lock_in(tmp_path)), pytest.raises(BusyError):
        add(opened(tmp_path), "new")
    assert path.read_bytes() == lines(2)


def test_a_lock_that_is_held_is_waited_for_as_long_as_patience_lasts(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    start = perf_counter()
    with locked(Disk(), lock_in(tmp_path)), pytest.raises(BusyError):
        add(journal, "new")
    assert PATIENCE <= perf_counter() - start < PATIENCE + 1


def test_without_patience_a_free_lock_is_taken_all_the_same(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.patience = 0
    assert add(journal, "one").seq == 1


def test_a_lock_that_comes_free_in_time_is_taken(tmp_path: Path) -> None:
    is_held = Event()
    may_go = Event()

    def hold() -> None:
        with locked(Disk(), lock_in(tmp_path)):
            is_held.set()
            may_go.wait(5)

    holder = Thread(target=hold)
    holder.start()
    is_held.wait(5)
    journal = opened(tmp_path)
    with pytest.raises(BusyError):
        add(journal, "early")
    journal.patience = 5
    may_go.set()
    add(journal, "in time")
    holder.join()
    assert kept(tmp_path) == ["in time"]


@pytest.mark.parametrize("content", [b"", b"\n", b"no number\n", b"\xff\xfe", b"-5\n"])
def test_a_holder_that_left_no_number_is_not_named(content: bytes, tmp_path: Path) -> None:
    with locked(Disk(), lock_in(tmp_path)):
        lock_in(tmp_path).write_bytes(content)
        with pytest.raises(BusyError) as refused:
            add(opened(tmp_path), "new")
    assert refused.value.message == "another pmpath is writing"


def test_the_lock_names_its_present_holder_only(tmp_path: Path) -> None:
    lock_in(tmp_path).write_text("99999999999999999999\n", "utf-8")
    with locked(Disk(), lock_in(tmp_path)):
        assert lock_in(tmp_path).read_text("utf-8") == f"{os.getpid()}\n"


def test_the_lock_is_never_deleted(tmp_path: Path) -> None:
    add(opened(tmp_path), "one")
    before = lock_in(tmp_path).stat().st_ino
    add(opened(tmp_path), "two")
    assert lock_in(tmp_path).stat().st_ino == before


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    def fail() -> None:
        with locked(Disk(), lock_in(tmp_path), PATIENCE):
            raise OSError(errno.EIO, "broken")

    for _ in range(2):
        with pytest.raises(OSError, match="broken"):
            fail()


def test_a_lock_file_that_cannot_be_opened_is_an_error_of_the_disk(tmp_path: Path) -> None:
    lock_in(tmp_path).mkdir()
    with pytest.raises(OutputError):
        add(opened(tmp_path), "new")


def test_a_system_without_locks_is_an_error_of_the_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuse(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    path = file_in(tmp_path, lines(2))
    with pytest.raises(OutputError, match="no locks available"):
        add(opened(tmp_path), "new")
    assert path.read_bytes() == lines(2)
