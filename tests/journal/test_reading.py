"""Reading changes nothing and creates nothing."""

from pathlib import Path

import pytest

from journal.making import file_in, line, lines, opened, record
from pmpath.errors import ContentError
from pmpath.journal import journal as journal_module
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


@pytest.mark.parametrize("size", [(64 << 20) + 1, 1 << 40])
def test_a_file_that_is_too_large_is_left_as_it_is(size: int, tmp_path: Path) -> None:
    path = file_in(tmp_path, lines(1))
    with path.open("ab") as file:
        file.truncate(size)
    before = path.stat()
    with pytest.raises(ContentError) as refused:
        opened(tmp_path).records()
    assert refused.value.message == f"{path} is larger than 64 MiB"
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def test_a_journal_that_was_not_read_yet_has_no_problems(tmp_path: Path) -> None:
    file_in(tmp_path, line(1) + b"bad\n" + line(3))
    assert opened(tmp_path).problems() == ()


def test_lines_with_the_same_number_stay_in_the_order_of_the_file(tmp_path: Path) -> None:
    twins = [record(1, "b")._replace(id="b" * 12), record(1, "a")._replace(id="a" * 12)]
    file_in(tmp_path, b"".join(map(encode, twins)))
    assert [one.id for one in opened(tmp_path).records()] == ["b" * 12, "a" * 12]


def test_a_file_of_just_the_most_bytes_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file_in(tmp_path, lines(3))
    monkeypatch.setattr(journal_module, "MAX_BYTES", len(lines(3)))
    assert len(opened(tmp_path).records()) == 3
