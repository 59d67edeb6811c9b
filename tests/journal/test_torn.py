"""Bad bytes at the end, with nothing sound behind them: kept beside the journal and cut off."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.making import add, file_in, kept, line, lines, opened
from pmpath.errors import OutputError
from pmpath.journal.journal import FILE, parse
from pmpath.journal.line import decode

TAILS = [
    b"{",
    line(3)[:40],
    line(3)[:-2],
    line(3)[:40] + b"\n",
    b"\x00" * 4096,
    b"\x00" * 4096 + b"\n",
    b"\xff\xfe\n\x00\n",
    b"\n",
    b"\n\n",
    b"\r\n",
    b"{}\n",
    b"one\ntwo\nthree",
    line(3).replace(b"text", b"test"),
]
each_tail = pytest.mark.parametrize("tail", TAILS)


@each_tail
def test_a_torn_end_is_kept_in_a_file_of_its_own(tail: bytes, tmp_path: Path) -> None:
    file_in(tmp_path, lines(2) + tail)
    add(opened(tmp_path), "new")
    assert (tmp_path / "journal.torn-2").read_bytes() == tail


@each_tail
def test_a_torn_end_is_cut_off_before_the_next_line(tail: bytes, tmp_path: Path) -> None:
    path = file_in(tmp_path, lines(2) + tail)
    add(opened(tmp_path), "new")
    assert path.read_bytes().startswith(lines(2))
    assert decode(path.read_bytes()[len(lines(2)) : -1]) is not None
    assert kept(tmp_path) == ["text 1", "text 2", "new"]


@each_tail
def test_a_torn_end_hides_no_sound_line_and_is_no_damage(tail: bytes, tmp_path: Path) -> None:
    file_in(tmp_path, lines(2) + tail)
    journal = opened(tmp_path)
    assert [one.seq for one in journal.records()] == [1, 2]
    assert journal.problems() == ()


@each_tail
def test_reading_leaves_a_torn_end_where_it_is(tail: bytes, tmp_path: Path) -> None:
    path = file_in(tmp_path, lines(2) + tail)
    opened(tmp_path).records()
    assert path.read_bytes() == lines(2) + tail
    assert list(tmp_path.iterdir()) == [path]


def test_the_journal_says_where_it_set_a_torn_end_aside(tmp_path: Path) -> None:
    file_in(tmp_path, lines(2) + b"torn")
    journal = opened(tmp_path)
    add(journal, "new")
    assert journal.set_aside == tmp_path / "journal.torn-2"


def test_where_nothing_was_torn_nothing_is_set_aside(tmp_path: Path) -> None:
    file_in(tmp_path, lines(2))
    journal = opened(tmp_path)
    add(journal, "new")
    assert journal.set_aside is None
    assert {path.name for path in tmp_path.iterdir()} == {FILE, "journal.lock"}


def test_a_file_of_nothing_but_bad_bytes_is_set_aside_whole(tmp_path: Path) -> None:
    file_in(tmp_path, b"\x00" * 100)
    add(opened(tmp_path), "one")
    assert (tmp_path / "journal.torn-0").read_bytes() == b"\x00" * 100
    assert kept(tmp_path) == ["one"]


def test_a_second_torn_end_at_the_same_place_takes_nothing_from_the_first(tmp_path: Path) -> None:
    for tail in (b"first", b"second"):
        file_in(tmp_path, lines(2) + tail)
        add(opened(tmp_path), "new")
    assert (tmp_path / "journal.torn-2").read_bytes() == b"firstsecond"


def test_a_torn_end_that_another_program_left_meanwhile_is_set_aside_too(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "one")
    with (tmp_path / FILE).open("ab") as file:
        file.write(b"torn")
    add(journal, "two")
    assert (tmp_path / "journal.torn-1").read_bytes() == b"torn"
    assert kept(tmp_path) == ["one", "two"]


def test_a_whole_last_line_without_its_newline_is_read(tmp_path: Path) -> None:
    file_in(tmp_path, lines(2)[:-1])
    journal = opened(tmp_path)
    assert [one.seq for one in journal.records()] == [1, 2]
    assert journal.problems() == ()


def test_a_whole_last_line_without_its_newline_is_kept(tmp_path: Path) -> None:
    path = file_in(tmp_path, lines(2)[:-1])
    add(opened(tmp_path), "new")
    assert path.read_bytes().startswith(lines(2))
    assert kept(tmp_path) == ["text 1", "text 2", "new"]


def test_a_whole_last_line_without_its_newline_is_kept_by_who_read_it_before(tmp_path: Path) -> None:
    file_in(tmp_path, lines(2)[:-1])
    journal = opened(tmp_path)
    journal.records()
    add(journal, "new")
    assert kept(tmp_path) == ["text 1", "text 2", "new"]


def test_a_whole_last_line_without_its_newline_is_read_twice_alike(tmp_path: Path) -> None:
    file_in(tmp_path, lines(2)[:-1])
    journal = opened(tmp_path)
    assert journal.records() == journal.records()


def test_a_whole_last_line_that_another_program_went_on_from_is_no_damage(tmp_path: Path) -> None:
    file_in(tmp_path, lines(2)[:-1])
    journal = opened(tmp_path)
    journal.records()
    add(opened(tmp_path), "other")
    assert [one.seq for one in journal.records()] == [1, 2, 3]
    assert journal.problems() == ()


def test_a_line_seen_without_its_newline_is_kept_once_the_newline_has_come(tmp_path: Path) -> None:
    path = file_in(tmp_path, lines(2)[:-1])
    journal = opened(tmp_path)
    journal.records()
    with path.open("ab") as file:
        file.write(b"\n")
    add(journal, "new")
    assert kept(tmp_path) == ["text 1", "text 2", "new"]


def test_a_torn_end_that_cannot_be_kept_is_not_cut_off(tmp_path: Path) -> None:
    path = file_in(tmp_path, lines(2) + b"torn")
    (tmp_path / "journal.torn-2").mkdir()
    with pytest.raises(OutputError):
        add(opened(tmp_path), "new")
    assert path.read_bytes() == lines(2) + b"torn"


@given(st.integers(0, 4), st.binary(max_size=60))
def test_sound_lines_are_found_before_any_bytes(count: int, tail: bytes) -> None:
    found = parse(lines(count) + tail)
    assert [one.seq for one in found.records] == list(range(1, count + 1))
    assert (found.end, found.torn, found.damaged) == (len(lines(count)), tail, ())
