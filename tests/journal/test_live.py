"""A journal that stays open while others write, replace and cut its file."""

import errno
import os
from pathlib import Path

import pytest

from journal.faults import Fault, FaultyDisk
from journal.making import add, file_in, kept, line, lines, opened, record, texts
from pmpath.errors import ContentError, OutputError
from pmpath.journal.journal import FILE, Journal
from pmpath.journal.line import encode


def test_what_another_wrote_meanwhile_is_read(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "own")
    add(opened(tmp_path), "other")
    assert texts(journal.records()) == ["own", "other"]


def test_what_another_wrote_meanwhile_is_counted(tmp_path: Path) -> None:
    journal, other = opened(tmp_path), opened(tmp_path)
    assert [add(one, "text").seq for one in (journal, other, other, journal, other)] == [1, 2, 3, 4, 5]


def test_a_file_that_came_after_the_first_reading_is_read(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.records()
    add(opened(tmp_path), "other")
    assert texts(journal.records()) == ["other"]


def test_what_was_read_is_not_read_again(tmp_path: Path) -> None:
    file_in(tmp_path, lines(3))
    disk = FaultyDisk()
    journal = opened(tmp_path, disk)
    journal.records()
    for _ in range(5):
        add(journal, "new")
        journal.records()
    assert disk.calls.count("read") == 1


@pytest.mark.parametrize("count", [1, 3, 20])
def test_a_file_that_was_replaced_is_read_anew(count: int, tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for text in ("one", "two", "three"):
        add(journal, text)
    file_in(tmp_path, lines(count))
    assert [one.seq for one in journal.records()] == list(range(1, count + 1))
    assert texts(journal.records())[0] == "text 1"


@pytest.mark.parametrize("count", [1, 3, 20])
def test_a_file_that_was_replaced_is_appended_to_as_it_is_now(count: int, tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for text in ("one", "two", "three"):
        add(journal, text)
    file_in(tmp_path, lines(count))
    assert add(journal, "new").seq == count + 1
    assert kept(tmp_path) == [*(f"text {seq}" for seq in range(1, count + 1)), "new"]


def test_a_file_that_was_cut_is_read_anew(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for text in ("one", "two"):
        add(journal, text)
    os.truncate(tmp_path / FILE, len(encode(journal.records()[0])))
    assert texts(journal.records()) == ["one"]
    assert add(journal, "new").seq == 2
    assert kept(tmp_path) == ["one", "new"]


def test_a_file_that_was_emptied_is_read_anew(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "one")
    os.truncate(tmp_path / FILE, 0)
    assert list(journal.records()) == []
    assert add(journal, "new").seq == 1


def test_a_file_that_was_deleted_is_gone(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "one")
    (tmp_path / FILE).unlink()
    assert list(journal.records()) == []
    assert add(journal, "new").seq == 1
    assert kept(tmp_path) == ["new"]


def test_the_damage_of_a_file_that_was_deleted_is_gone_too(tmp_path: Path) -> None:
    path = file_in(tmp_path, line(1) + b"bad\n" + line(3))
    journal = opened(tmp_path)
    journal.records()
    path.unlink()
    journal.records()
    assert journal.problems() == ()


def test_a_file_that_was_rewritten_in_place_is_read_anew(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "one")
    (tmp_path / FILE).write_bytes(lines(5))
    assert texts(journal.records()) == [f"text {seq}" for seq in range(1, 6)]


def test_a_file_that_was_rewritten_in_place_loses_nothing_when_appended_to(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "one")
    (tmp_path / FILE).write_bytes(lines(5))
    add(journal, "new")
    assert kept(tmp_path) == [*(f"text {seq}" for seq in range(1, 6)), "new"]


def test_a_file_deleted_and_begun_anew_by_another_loses_nothing_when_appended_to(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "one")
    (tmp_path / FILE).unlink()
    other = opened(tmp_path)
    add(other, "the first line of the new file, longer than the one that was there")
    add(other, "the second")
    add(journal, "new")
    assert kept(tmp_path) == ["the first line of the new file, longer than the one that was there", "the second", "new"]


def test_after_a_failed_append_to_a_replaced_file_nothing_of_the_old_one_is_left(tmp_path: Path) -> None:
    disk = FaultyDisk()
    journal = opened(tmp_path, disk)
    add(journal, "old")
    file_in(tmp_path, lines(3))
    disk.arm(Fault(1, errno.ENOSPC, call="write"))
    with pytest.raises(OutputError):
        add(journal, "lost")
    disk.arm(None)
    assert texts(journal.records()) == ["text 1", "text 2", "text 3"]


def test_after_a_failed_append_to_a_replaced_file_nothing_of_the_new_one_is_lost(tmp_path: Path) -> None:
    disk = FaultyDisk()
    journal = opened(tmp_path, disk)
    add(journal, "old")
    file_in(tmp_path, lines(3))
    disk.arm(Fault(1, errno.ENOSPC, call="write"))
    with pytest.raises(OutputError):
        add(journal, "lost")
    disk.arm(None)
    add(journal, "new")
    assert kept(tmp_path) == ["text 1", "text 2", "text 3", "new"]


def test_after_a_refused_append_to_a_replaced_file_nothing_of_the_old_one_is_left(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "old")
    file_in(tmp_path, lines(3) + encode(record(4, v=9)))
    with pytest.raises(ContentError):
        add(journal, "lost")
    assert texts(journal.records()) == ["text 1", "text 2", "text 3"]


def test_after_a_failed_reading_of_a_replaced_file_nothing_of_the_old_one_is_left(tmp_path: Path) -> None:
    disk = FaultyDisk()
    journal = opened(tmp_path, disk)
    add(journal, "old")
    file_in(tmp_path, lines(3))
    disk.arm(Fault(1, errno.EIO, call="read"))
    with pytest.raises(OutputError):
        journal.records()
    disk.arm(None)
    assert texts(journal.records()) == ["text 1", "text 2", "text 3"]


class Overtaken(FaultyDisk):
    """Lets another process append just after the file was read for the first time; fails its first sync if told so."""

    def __init__(self, folder: Path, *, fails: bool = False) -> None:
        super().__init__()
        self._folder = folder
        self._fails = fails

    def read(self, descriptor: int) -> bytes:
        found = super().read(descriptor)
        if self.calls.count("read") == 1:
            add(opened(self._folder), "other")
        return found

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        if self._fails and self.calls.count("sync") == 1:
            raise OSError(errno.EIO, "broken")


def test_a_line_that_came_while_reading_is_read_the_next_time(tmp_path: Path) -> None:
    file_in(tmp_path, lines(1))
    journal = opened(tmp_path, Overtaken(tmp_path))
    journal.records()
    assert texts(journal.records()) == ["text 1", "other"]


def test_a_line_that_came_while_reading_is_counted(tmp_path: Path) -> None:
    file_in(tmp_path, lines(1))
    journal = opened(tmp_path, Overtaken(tmp_path))
    journal.records()
    assert add(journal, "new").seq == 3


def test_a_line_that_came_while_reading_is_not_lost_by_a_failing_append(tmp_path: Path) -> None:
    file_in(tmp_path, lines(1))
    journal = opened(tmp_path, Overtaken(tmp_path, fails=True))
    journal.records()
    with pytest.raises(OutputError):
        add(journal, "lost")
    assert kept(tmp_path) == ["text 1", "other"]


class Watched(FaultyDisk):
    """Lets a reader look just after a line was written and before it is on the drive."""

    def __init__(self, reader: Journal) -> None:
        super().__init__()
        self._reader: Journal | None = reader

    def sync(self, descriptor: int) -> None:
        if self._fault is not None and self._reader is not None:
            assert texts(self._reader.records())[-1] == "taken back"
            self._reader = None
        super().sync(descriptor)


def taken_back(writer: Journal, disk: FaultyDisk) -> None:
    """Write a line that cannot be brought to the drive."""
    disk.arm(Fault(1, errno.EIO, call="sync"))
    with pytest.raises(OutputError):
        add(writer, "taken back")
    disk.arm(None)


def test_a_line_that_was_read_and_then_taken_back_is_forgotten(tmp_path: Path) -> None:
    reader = opened(tmp_path)
    disk = Watched(reader)
    writer = opened(tmp_path, disk)
    add(writer, "one")
    taken_back(writer, disk)
    assert texts(reader.records()) == ["one"]


def test_a_line_written_in_the_place_of_one_taken_back_is_not_lost(tmp_path: Path) -> None:
    reader = opened(tmp_path)
    disk = Watched(reader)
    writer = opened(tmp_path, disk)
    add(writer, "one")
    taken_back(writer, disk)
    add(writer, "another line in its place, and a longer one")
    add(reader, "new")
    assert kept(tmp_path) == ["one", "another line in its place, and a longer one", "new"]
