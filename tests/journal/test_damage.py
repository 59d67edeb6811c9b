"""Damage in the middle, and lines of a newer program: readable as far as they are sound, and never written to."""

import json
from pathlib import Path

import pytest

from journal.making import NOW, add, file_in, kept, line, lines, opened, record
from pmpath.errors import ContentError, Problem
from pmpath.journal.journal import FILE
from pmpath.journal.line import encode

BAD = [b"bad\n", b"\n", b"\x00" * 50 + b"\n", line(2)[:30] + b"\n", line(2).replace(b"text 2", b"text 3"), b"\xff\n"]
FOREIGN = [
    encode(record(2, v=2)),
    encode(record(2, kind="dream")),
    encode(record(2, v=99, kind="dream")),
    json.dumps({"v": 2, "seq": 2, "id": "", "at": "", "type": "draft", "data": {}, "sum": "new rules"}).encode() + b"\n",
]
each_bad = pytest.mark.parametrize("bad", BAD)
each_foreign = pytest.mark.parametrize("foreign", FOREIGN)


def stamp(path: Path) -> tuple[bytes, int, int]:
    return path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino


@each_bad
def test_sound_lines_around_damage_are_read(bad: bytes, tmp_path: Path) -> None:
    file_in(tmp_path, line(1) + bad + line(3))
    assert kept(tmp_path) == ["text 1", "text 3"]


@each_bad
def test_damage_is_named_with_its_file_and_line(bad: bytes, tmp_path: Path) -> None:
    path = file_in(tmp_path, line(1) + bad + line(3) + bad + bad + line(6))
    journal = opened(tmp_path)
    journal.records()
    said = "damaged line, left alone"
    assert journal.problems() == tuple(Problem(str(path), at, None, "", said, "") for at in (2, 4, 5))


@each_bad
def test_nothing_is_appended_to_a_damaged_journal(bad: bytes, tmp_path: Path) -> None:
    path = file_in(tmp_path, line(1) + bad + line(3))
    before = stamp(path)
    with pytest.raises(ContentError) as refused:
        add(opened(tmp_path), "new")
    assert refused.value.exit_code == 65
    assert stamp(path) == before


@each_bad
def test_the_refusal_names_every_damaged_line(bad: bytes, tmp_path: Path) -> None:
    path = file_in(tmp_path, bad + line(2) + bad + line(4))
    with pytest.raises(ContentError) as refused:
        add(opened(tmp_path), "new")
    said, hint = "this line is damaged", "pmpath data check --fix keeps a copy and takes it out"
    assert refused.value.problems == tuple(Problem(str(path), at, None, "", said, hint) for at in (1, 3))


def test_damage_and_a_torn_end_together_leave_both_alone(tmp_path: Path) -> None:
    path = file_in(tmp_path, line(1) + b"bad\n" + line(3) + b"torn")
    before = stamp(path)
    with pytest.raises(ContentError):
        add(opened(tmp_path), "new")
    assert stamp(path) == before
    assert {one.name for one in tmp_path.iterdir()} == {FILE, "journal.lock"}


def test_a_refused_append_is_refused_again_by_the_same_journal(tmp_path: Path) -> None:
    file_in(tmp_path, line(1) + b"bad\n" + line(3))
    journal = opened(tmp_path)
    for _ in range(2):
        with pytest.raises(ContentError):
            add(journal, "new")
    assert [one.seq for one in journal.records()] == [1, 3]


def test_damage_that_comes_while_the_journal_is_open_is_noticed(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "one")
    with (tmp_path / FILE).open("ab") as file:
        file.write(b"bad\n" + line(3))
    assert [one.seq for one in journal.records()] == [1, 3]
    assert [problem.line for problem in journal.problems()] == [2]


def test_damage_stays_known_when_the_journal_is_read_again(tmp_path: Path) -> None:
    file_in(tmp_path, line(1) + b"bad\n" + line(3))
    journal = opened(tmp_path)
    journal.records()
    journal.records()
    assert [problem.line for problem in journal.problems()] == [2]


def test_a_journal_whose_damaged_line_was_removed_takes_lines_again(tmp_path: Path) -> None:
    file_in(tmp_path, line(1) + b"bad\n" + line(3))
    journal = opened(tmp_path)
    with pytest.raises(ContentError):
        add(journal, "new")
    file_in(tmp_path, line(1) + line(3))
    add(journal, "new")
    assert kept(tmp_path) == ["text 1", "text 3", "new"]


def test_where_nothing_is_wrong_there_are_no_problems(tmp_path: Path) -> None:
    file_in(tmp_path, lines(3))
    journal = opened(tmp_path)
    journal.records()
    assert journal.problems() == ()


def test_a_bit_flipped_anywhere_in_the_file_loses_no_other_line_and_is_noticed(tmp_path: Path) -> None:
    sound = lines(3)
    newlines = {place for place, byte in enumerate(sound) if byte == ord("\n")}
    unnoticed = []
    for place in range(len(sound)):
        if place in newlines:
            continue
        path = file_in(tmp_path, sound[:place] + bytes([sound[place] ^ 1 << place % 8]) + sound[place + 1 :])
        journal = opened(tmp_path)
        hit = sound[:place].count(b"\n") + 1
        assert [one.seq for one in journal.records()] == [seq for seq in (1, 2, 3) if seq != hit]
        try:
            add(journal, "new")
        except ContentError:
            assert path.read_bytes()[place] != sound[place]
        else:
            unnoticed += [] if journal.set_aside and hit == 3 else [place]
    assert unnoticed == []


@each_foreign
@pytest.mark.parametrize("behind", [b"", line(3)])
def test_nothing_is_appended_to_the_journal_of_a_newer_program(foreign: bytes, behind: bytes, tmp_path: Path) -> None:
    path = file_in(tmp_path, line(1) + foreign + behind)
    before = stamp(path)
    with pytest.raises(ContentError) as refused:
        add(opened(tmp_path), "new")
    assert refused.value.exit_code == 65
    assert stamp(path) == before


@each_foreign
def test_the_journal_of_a_newer_program_with_a_torn_end_is_left_alone(foreign: bytes, tmp_path: Path) -> None:
    path = file_in(tmp_path, line(1) + foreign + b"torn")
    before = stamp(path)
    with pytest.raises(ContentError):
        add(opened(tmp_path), "new")
    assert stamp(path) == before


@pytest.mark.parametrize(("version", "kind"), [(2, "draft"), (1, "dream"), (17, "dream")])
def test_the_refusal_names_the_format_that_is_not_understood(version: int, kind: str, tmp_path: Path) -> None:
    path = file_in(tmp_path, encode(record(1, kind=kind, v=version)))
    with pytest.raises(ContentError) as refused:
        add(opened(tmp_path), "new")
    assert f"line format {version}, {kind}" in refused.value.message
    assert str(path) in refused.value.message
    assert refused.value.hint


@each_foreign
def test_lines_of_a_newer_program_are_passed_over_when_reading_and_are_no_damage(foreign: bytes, tmp_path: Path) -> None:
    file_in(tmp_path, line(1) + foreign + line(3))
    journal = opened(tmp_path)
    assert [(one.seq, one.at) for one in journal.records()] == [(1, NOW), (3, NOW)]
    assert journal.problems() == ()


def test_a_line_of_a_newer_program_that_comes_while_the_journal_is_open_is_noticed(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "one")
    with (tmp_path / FILE).open("ab") as file:
        file.write(FOREIGN[0])
    with pytest.raises(ContentError):
        add(journal, "two")
