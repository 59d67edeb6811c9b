"""Reading changes nothing and creates nothing."""

from pathlib import Path

import pytest

from journal.making import file_in, line, lines, opened, record
from pmpath.errors import ContentError
from pmpath.journal.line import encode

CONTENTS = [
    b"",
    lines(3),
    lines(3)[:-1],
    lines(2) + b"torn",
    b"\x00" * 100,
    line(1) + b"bad\n" + line(3),
    line(1) + encode(record(2, v=9)),
]


def seen(folder: Path) -> dict[str, tuple[int, int, int, bytes]]:
    """Return all that could have changed in a folder."""
    found = {}
    for path in (folder, *folder.rglob("*")):
        stat = path.stat()
        found[str(path)] = (stat.st_mtime_ns, stat.st_mode, stat.st_ino, path.read_bytes() if path.is_file() else b"")
    return found


@pytest.mark.parametrize("content", CONTENTS)
def test_reading_changes_neither_bytes_nor_times_and_creates_nothing(content: bytes, tmp_path: Path) -> None:
    file_in(tmp_path, content)
    before = seen(tmp_path)
    journal = opened(tmp_path)
    journal.records()
    journal.problems()
    journal.records()
    assert seen(tmp_path) == before


def test_reading_where_there_is_no_file_gives_nothing_and_creates_nothing(tmp_path: Path) -> None:
    before = seen(tmp_path)
    journal = opened(tmp_path)
    assert list(journal.records()) == []
    assert journal.problems() == ()
    assert seen(tmp_path) == before


def test_reading_where_there_is_no_folder_gives_nothing_and_creates_nothing(tmp_path: Path) -> None:
    assert list(opened(tmp_path / "a" / "b").records()) == []
    assert list(tmp_path.iterdir()) == []


def test_reading_waits_for_no_lock(tmp_path: Path) -> None:
    file_in(tmp_path, lines(2))
    (tmp_path / "journal.lock").mkdir()
    assert len(opened(tmp_path).records()) == 2


def test_a_file_that_is_too_large_is_left_as_it_is(tmp_path: Path) -> None:
    path = file_in(tmp_path, lines(1))
    with path.open("ab") as file:
        file.truncate(1 << 40)
    before = path.stat()
    with pytest.raises(ContentError):
        opened(tmp_path).records()
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
