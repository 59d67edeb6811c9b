"""Looking after the journal as a whole: what is told about it, mending, erasing, bringing another one in."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.making import NOW, add, file_in, kept, line, lines, opened, record, texts
from pmpath.errors import BusyError, ContentError, OutputError, Problem
from pmpath.journal import journal as journal_module
from pmpath.journal.journal import COPIES, COPIES_KEPT, FILE, Journal, parse
from pmpath.journal.line import Record, encode
from pmpath.journal.lock import locked
from pmpath.journal.upkeep import bring_in, copies, examine, forget, mend, strays
from pmpath.model.health import Health

DAMAGED = line(1) + b"bad\n" + line(3) + b"\x00\xff\n" + line(5)
TORN = lines(2) + b'{"v":1,"seq":3'
FOREIGN = lines(2) + encode(record(3, v=2)) + encode(record(4, kind="wish"))
DAYS: Final = st.lists(st.integers(1, 9), max_size=5)
each_unsound = pytest.mark.parametrize("content", [DAMAGED, TORN, FOREIGN], ids=["damaged", "torn", "foreign"])


def at(day: int, seq: int, name: str) -> bytes:
    """Return the line of an entry of a day with an id of its own."""
    return encode(Record(seq, f"{name:0>12}", f"2026-01-{day:02}T00:00:00Z", "draft", {"text": name}))


def stood(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder with their bytes, without the lock."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def only_copy(folder: Path) -> Path:
    (copy,) = copies(folder)
    return copy


def journal_of_day(folder: Path, day: int) -> Journal:
    return Journal(folder, lambda: f"2026-01-{day:02}T00:00:00Z")


# examine


def test_a_journal_that_is_not_there_is_sound(tmp_path: Path) -> None:
    health = examine(opened(tmp_path / "home"))
    assert health == Health(str(tmp_path / "home" / FILE), 0, (), 0, 0, readable_by_others=False, strays=(), copies=())
    assert health.is_sound


def test_looking_makes_no_folder(tmp_path: Path) -> None:
    examine(opened(tmp_path / "home"))
    assert list(tmp_path.iterdir()) == []


def test_a_sound_journal_is_told_with_its_entries(tmp_path: Path) -> None:
    file_in(tmp_path, lines(3)).chmod(0o600)
    assert examine(opened(tmp_path)) == (str(tmp_path / FILE), 3, (), 0, 0, False, (), ())


def test_an_open_last_line_is_sound(tmp_path: Path) -> None:
    file_in(tmp_path, lines(2)[:-1])
    health = examine(opened(tmp_path))
    assert (health.entries, health.is_sound) == (2, True)


def test_damaged_lines_are_told_by_number(tmp_path: Path) -> None:
    file_in(tmp_path, DAMAGED)
    health = examine(opened(tmp_path))
    assert (health.entries, health.damaged, health.torn_bytes, health.is_sound) == (3, (2, 4), 0, False)


def test_a_torn_end_is_told_in_bytes(tmp_path: Path) -> None:
    file_in(tmp_path, TORN)
    health = examine(opened(tmp_path))
    assert (health.entries, health.damaged, health.torn_bytes, health.is_sound) == (2, (), 14, False)


def test_lines_of_a_newer_program_are_counted(tmp_path: Path) -> None:
    file_in(tmp_path, FOREIGN)
    health = examine(opened(tmp_path))
    assert (health.entries, health.foreign, health.is_sound) == (4, 2, False)


@pytest.mark.parametrize(
    ("mode", "told"), [(0o600, False), (0o400, False), (0o640, True), (0o604, True), (0o620, True), (0o601, True)]
)
def test_rights_of_others_are_told_and_are_no_damage(mode: int, told: object, tmp_path: Path) -> None:
    file_in(tmp_path, lines(1)).chmod(mode)
    health = examine(opened(tmp_path))
    assert (health.readable_by_others, health.is_sound) == (told, True)


def test_files_set_aside_or_unfinished_are_named(tmp_path: Path) -> None:
    file_in(tmp_path, lines(1))
    for name in ("journal.torn-7", "journal.new-abc", "journal.lock", "notes"):
        (tmp_path / name).touch()
    assert examine(opened(tmp_path)).strays == ("journal.new-abc", "journal.torn-7")


def test_copies_are_named_the_oldest_first(tmp_path: Path) -> None:
    for day in (3, 1, 2):
        file_in(tmp_path, lines(1))
        forget(journal_of_day(tmp_path, day), keep_copy=True)
    assert [name[:8] for name in examine(opened(tmp_path)).copies] == ["20260101", "20260102", "20260103"]


@each_unsound
def test_looking_changes_nothing(content: bytes, tmp_path: Path) -> None:
    path = file_in(tmp_path, content)
    before = path.stat()
    examine(opened(tmp_path))
    assert list(tmp_path.iterdir()) == [path]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (content, before.st_mtime_ns)


def test_a_file_too_large_for_a_journal_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_module, "MAX_BYTES", 10)
    file_in(tmp_path, lines(1))
    with pytest.raises(ContentError, match="larger than"):
        examine(opened(tmp_path))


def test_a_folder_in_the_place_of_the_journal_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(OutputError, match="cannot be read"):
        examine(opened(tmp_path))


# mend


def test_mending_takes_out_the_damaged_lines_alone(tmp_path: Path) -> None:
    path = file_in(tmp_path, DAMAGED)
    mend(opened(tmp_path))
    assert path.read_bytes() == line(1) + line(3) + line(5)


def test_mending_takes_out_a_torn_end(tmp_path: Path) -> None:
    path = file_in(tmp_path, TORN)
    mend(opened(tmp_path))
    assert path.read_bytes() == lines(2)


def test_mending_keeps_lines_of_a_newer_program_as_they_are(tmp_path: Path) -> None:
    path = file_in(tmp_path, FOREIGN + b"bad\n")
    mend(opened(tmp_path))
    assert path.read_bytes() == FOREIGN


def test_mending_ends_an_open_last_line(tmp_path: Path) -> None:
    path = file_in(tmp_path, b"bad\n" + lines(2)[:-1])
    mend(opened(tmp_path))
    assert path.read_bytes() == lines(2)


@each_unsound
def test_the_copy_of_a_mending_has_every_byte(content: bytes, tmp_path: Path) -> None:
    file_in(tmp_path, content)
    copy = mend(opened(tmp_path))
    assert copy == only_copy(tmp_path)
    assert copy.read_bytes() == content


def test_what_was_mended_is_sound_and_can_be_written_to(tmp_path: Path) -> None:
    file_in(tmp_path, DAMAGED)
    journal = opened(tmp_path)
    mend(journal)
    assert examine(journal).is_sound
    assert add(journal, "new").seq == 6
    assert kept(tmp_path) == ["text 1", "text 3", "text 5", "new"]


def test_mending_leaves_the_journal_to_its_owner_alone(tmp_path: Path) -> None:
    path = file_in(tmp_path, DAMAGED)
    path.chmod(0o644)
    mend(opened(tmp_path))
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_journal_that_is_read_already_is_read_again_after_a_mending(tmp_path: Path) -> None:
    file_in(tmp_path, DAMAGED)
    reader = opened(tmp_path)
    reader.records()
    mend(opened(tmp_path))
    assert texts(reader.records()) == ["text 1", "text 3", "text 5"]
    assert reader.problems() == ()


def test_mending_waits_for_no_other_writer_longer_than_its_patience(tmp_path: Path) -> None:
    file_in(tmp_path, DAMAGED)
    journal = opened(tmp_path)
    with locked(journal._disk, tmp_path / "journal.lock"), pytest.raises(BusyError):  # noqa: SLF001
        mend(journal)
    assert stood(tmp_path) == {FILE: DAMAGED}


# copies


def test_a_copy_is_for_its_owner_alone(tmp_path: Path) -> None:
    file_in(tmp_path, lines(1)).chmod(0o644)
    copy = forget(opened(tmp_path), keep_copy=True)
    assert copy is not None
    assert (copy.stat().st_mode & 0o777, copy.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (mend, "mend"),
        (lambda journal: forget(journal, keep_copy=True), "forget"),
        (lambda journal: bring_in(journal, b"", "theirs", instead=False), "import"),
    ],
    ids=["mend", "forget", "import"],
)
def test_a_copy_is_called_by_its_time_and_its_reason(change: Callable[[Journal], object], reason: str, tmp_path: Path) -> None:
    file_in(tmp_path, lines(1))
    change(opened(tmp_path))
    copy = only_copy(tmp_path)
    assert copy.parent == tmp_path / "backup"
    assert copy.name.startswith(f"20261123T013000Z-{reason}-")


def test_of_an_empty_journal_no_copy_is_kept(tmp_path: Path) -> None:
    assert forget(opened(tmp_path), keep_copy=True) is None
    assert stood(tmp_path) == {FILE: b""}


def test_the_ten_latest_copies_are_kept(tmp_path: Path) -> None:
    for day in range(1, 15):
        file_in(tmp_path, line(day))
        forget(journal_of_day(tmp_path, day), keep_copy=True)
    assert COPIES_KEPT == 10
    assert [path.read_bytes() for path in copies(tmp_path)] == [line(day) for day in range(5, 15)]


def test_other_files_beside_the_copies_stay(tmp_path: Path) -> None:
    (tmp_path / COPIES).mkdir()
    (tmp_path / COPIES / "mine.txt").touch()
    for day in range(1, 13):
        file_in(tmp_path, line(day))
        forget(journal_of_day(tmp_path, day), keep_copy=True)
    assert (tmp_path / COPIES / "mine.txt").exists()


def test_a_clock_that_goes_backward_does_not_lose_the_copy_that_was_just_made(tmp_path: Path) -> None:
    for day in range(20, 9, -1):
        file_in(tmp_path, line(day))
        copy = forget(journal_of_day(tmp_path, day), keep_copy=True)
        assert copy is not None
        assert copy.exists(), f"the {21 - day}th copy is gone, and so is what it was of"


def test_of_many_changes_in_one_second_the_copy_that_was_just_made_is_kept(tmp_path: Path) -> None:
    ids = iter(f"{number:012x}" for number in range(100, 0, -1))
    for number in range(1, 16):
        file_in(tmp_path, line(number))
        copy = forget(Journal(tmp_path, lambda: NOW, new_id=lambda: next(ids)), keep_copy=True)
        assert copy is not None
        assert copy.exists(), f"copy {number} is gone, and so is what it was of"


# forget


def test_forgetting_empties_the_journal_and_keeps_a_copy(tmp_path: Path) -> None:
    path = file_in(tmp_path, lines(3))
    copy = forget(opened(tmp_path), keep_copy=True)
    assert path.read_bytes() == b""
    assert copy == only_copy(tmp_path)
    assert copy.read_bytes() == lines(3)


def test_forgetting_with_a_copy_leaves_what_was_set_aside(tmp_path: Path) -> None:
    file_in(tmp_path, lines(1))
    (tmp_path / "journal.torn-1").write_bytes(b"torn")
    forget(opened(tmp_path), keep_copy=True)
    assert [path.name for path in strays(tmp_path)] == ["journal.torn-1"]


def test_forgetting_without_a_copy_leaves_nothing(tmp_path: Path) -> None:
    for day in (1, 2):
        file_in(tmp_path, lines(day))
        forget(journal_of_day(tmp_path, day), keep_copy=True)
    file_in(tmp_path, lines(3))
    for name in ("journal.torn-1", "journal.new-abc"):
        (tmp_path / name).write_bytes(lines(1))
    assert forget(opened(tmp_path), keep_copy=False) is None
    assert stood(tmp_path) == {FILE: b""}


def test_a_copy_that_cannot_be_erased_is_named_and_the_journal_is_empty(tmp_path: Path) -> None:
    file_in(tmp_path, lines(3))
    stuck = tmp_path / COPIES / "stuck.jsonl"
    stuck.mkdir(parents=True)
    with pytest.raises(OutputError, match=r"stuck\.jsonl cannot be erased: ") as told:
        forget(opened(tmp_path), keep_copy=False)
    assert told.value.hint == "the journal is empty; remove this file by hand"
    assert kept(tmp_path) == []


@each_unsound
def test_what_is_not_sound_can_be_forgotten(content: bytes, tmp_path: Path) -> None:
    path = file_in(tmp_path, content)
    forget(opened(tmp_path), keep_copy=True)
    assert path.read_bytes() == b""
    assert only_copy(tmp_path).read_bytes() == content


def test_after_forgetting_the_first_entry_has_the_number_one(tmp_path: Path) -> None:
    file_in(tmp_path, lines(3))
    journal = opened(tmp_path)
    journal.records()
    forget(journal, keep_copy=True)
    assert add(journal, "new").seq == 1
    assert kept(tmp_path) == ["new"]


def test_forgetting_where_nothing_is_kept_is_fine(tmp_path: Path) -> None:
    assert forget(opened(tmp_path / "home"), keep_copy=False) is None
    assert kept(tmp_path / "home") == []


# bring in


def test_a_journal_comes_into_an_empty_one_as_it_is(tmp_path: Path) -> None:
    assert bring_in(opened(tmp_path), lines(3), "theirs", instead=False) == 3
    assert (tmp_path / FILE).read_bytes() == lines(3)


def test_only_entries_with_new_ids_come_in(tmp_path: Path) -> None:
    file_in(tmp_path, at(1, 1, "a") + at(2, 2, "b"))
    assert bring_in(opened(tmp_path), at(2, 1, "b") + at(3, 2, "c"), "theirs", instead=False) == 1
    assert kept(tmp_path) == ["a", "b", "c"]


def test_the_entry_that_is_here_stays_where_both_have_its_id(tmp_path: Path) -> None:
    file_in(tmp_path, encode(record(1, "ours")))
    assert bring_in(opened(tmp_path), encode(record(1, "theirs")), "theirs", instead=False) == 0
    assert kept(tmp_path) == ["ours"]


def test_an_entry_that_stands_twice_in_what_comes_in_comes_in_once(tmp_path: Path) -> None:
    assert bring_in(opened(tmp_path), lines(2) + lines(2), "theirs", instead=False) == 2
    assert kept(tmp_path) == ["text 1", "text 2"]


def test_two_journals_become_one_in_the_order_of_time_without_gaps(tmp_path: Path) -> None:
    file_in(tmp_path, at(1, 1, "a") + at(4, 2, "d"))
    bring_in(opened(tmp_path), at(2, 1, "b") + at(3, 7, "c") + at(5, 9, "e"), "theirs", instead=False)
    assert (tmp_path / FILE).read_bytes() == b"".join(at(day, day, name) for day, name in enumerate("abcde", start=1))


def test_each_journal_keeps_its_own_order_where_clocks_went_backward(tmp_path: Path) -> None:
    file_in(tmp_path, at(9, 1, "a1") + at(2, 2, "a2") + at(5, 3, "a3"))
    bring_in(opened(tmp_path), at(7, 1, "b1") + at(1, 2, "b2") + at(8, 3, "b3"), "theirs", instead=False)
    found = kept(tmp_path)
    assert [name for name in found if name[0] == "a"] == ["a1", "a2", "a3"]
    assert [name for name in found if name[0] == "b"] == ["b1", "b2", "b3"]
    assert [one.seq for one in opened(tmp_path).records()] == [1, 2, 3, 4, 5, 6]


def test_what_came_in_is_sound(tmp_path: Path) -> None:
    file_in(tmp_path, at(1, 1, "a"))
    bring_in(opened(tmp_path), at(2, 1, "b"), "theirs", instead=False)
    assert examine(opened(tmp_path))[1:6] == (2, (), 0, 0, False)


def test_an_open_last_line_comes_in_whole(tmp_path: Path) -> None:
    file_in(tmp_path, at(1, 1, "a")[:-1])
    bring_in(opened(tmp_path), at(2, 1, "b")[:-1], "theirs", instead=False)
    assert kept(tmp_path) == ["a", "b"]


def test_the_same_journal_twice_changes_no_more(tmp_path: Path) -> None:
    file_in(tmp_path, at(1, 1, "a") + at(4, 2, "d"))
    theirs = at(2, 1, "b") + at(3, 2, "c")
    bring_in(opened(tmp_path), theirs, "theirs", instead=False)
    once = (tmp_path / FILE).read_bytes()
    assert bring_in(opened(tmp_path), theirs, "theirs", instead=False) == 0
    assert (tmp_path / FILE).read_bytes() == once


def test_an_empty_journal_brings_nothing(tmp_path: Path) -> None:
    file_in(tmp_path, lines(2))
    assert bring_in(opened(tmp_path), b"", "theirs", instead=False) == 0
    assert (tmp_path / FILE).read_bytes() == lines(2)


def test_a_copy_of_before_is_kept_when_entries_come_in(tmp_path: Path) -> None:
    file_in(tmp_path, at(1, 1, "a"))
    bring_in(opened(tmp_path), at(2, 1, "b"), "theirs", instead=False)
    assert only_copy(tmp_path).read_bytes() == at(1, 1, "a")


def test_another_journal_can_be_taken_instead(tmp_path: Path) -> None:
    file_in(tmp_path, at(1, 1, "a") + at(2, 2, "b"))
    assert bring_in(opened(tmp_path), at(2, 4, "b") + at(1, 6, "c"), "theirs", instead=True) == 2
    assert (tmp_path / FILE).read_bytes() == at(2, 1, "b") + at(1, 2, "c")
    assert only_copy(tmp_path).read_bytes() == at(1, 1, "a") + at(2, 2, "b")


@each_unsound
def test_another_journal_can_be_taken_instead_of_one_that_is_not_sound(content: bytes, tmp_path: Path) -> None:
    file_in(tmp_path, content)
    bring_in(opened(tmp_path), at(1, 1, "a"), "theirs", instead=True)
    assert kept(tmp_path) == ["a"]
    assert only_copy(tmp_path).read_bytes() == content


@pytest.mark.parametrize("instead", [False, True])
@each_unsound
def test_a_journal_that_is_not_sound_does_not_come_in(instead: object, content: bytes, tmp_path: Path) -> None:
    file_in(tmp_path, lines(1))
    with pytest.raises(ContentError, match="nothing was changed"):
        bring_in(opened(tmp_path), content, "theirs", instead=bool(instead))
    assert stood(tmp_path) == {FILE: lines(1)}


@each_unsound
def test_nothing_comes_into_a_journal_that_is_not_sound(content: bytes, tmp_path: Path) -> None:
    file_in(tmp_path, content)
    with pytest.raises(ContentError, match="nothing was changed"):
        bring_in(opened(tmp_path), lines(1), "theirs", instead=False)
    assert stood(tmp_path) == {FILE: content}


@pytest.mark.parametrize(
    ("content", "bad"),
    [
        (DAMAGED, [2, 4]),
        (TORN, [3]),
        (b"nothing of the kind", [1]),
        (b"\n", [1]),
        (line(1)[:-1] + b"\n\n", [2]),
        (b"bad\n" + lines(2) + b"bad", [1, 4]),
    ],
)
def test_bad_lines_are_named_with_their_file(content: bytes, bad: list[int], tmp_path: Path) -> None:
    with pytest.raises(ContentError) as refused:
        bring_in(opened(tmp_path), content, "theirs", instead=False)
    assert refused.value.problems == tuple(Problem("theirs", number, None, "", "this line is damaged", "") for number in bad)


def test_bad_lines_of_the_journal_that_is_here_are_named_with_its_path(tmp_path: Path) -> None:
    file_in(tmp_path, DAMAGED)
    with pytest.raises(ContentError) as refused:
        bring_in(opened(tmp_path), lines(1), "theirs", instead=False)
    assert {one.file for one in refused.value.problems} == {str(tmp_path / FILE)}


def test_a_newer_journal_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="theirs was written by a newer pmpath") as refused:
        bring_in(opened(tmp_path), FOREIGN, "theirs", instead=False)
    assert refused.value.hint == "install the newest pmpath"


@settings(max_examples=100)
@given(DAYS, DAYS, st.integers(0, 3))
def test_two_journals_become_one_whatever_their_clocks_said(ours: list[int], theirs: list[int], shared: int) -> None:
    both = [at(day, seq, f"s{seq}") for seq, day in enumerate(range(1, shared + 1), start=1)]
    here = both + [at(day, shared + seq, f"a{seq}") for seq, day in enumerate(ours, start=1)]
    there = both + [at(day, shared + seq, f"b{seq}") for seq, day in enumerate(theirs, start=1)]
    with TemporaryDirectory() as name:
        folder = Path(name)
        file_in(folder, b"".join(here))
        assert bring_in(opened(folder), b"".join(there), "theirs", instead=False) == len(theirs)
        found = kept(folder)
        assert [one.seq for one in opened(folder).records()] == list(range(1, shared + len(ours) + len(theirs) + 1))
        assert [one for one in found if one[0] != "b"] == texts(parse(b"".join(here)).records)
        assert [one for one in found if one[0] == "b"] == [f"b{seq}" for seq in range(1, len(theirs) + 1)]
        once = (folder / FILE).read_bytes()
        assert bring_in(opened(folder), b"".join(there), "theirs", instead=False) == 0
        assert (folder / FILE).read_bytes() == once


@settings(max_examples=100)
@given(st.lists(st.sampled_from([line(1), line(2), b"bad\n", b"\n", b"\x00\n", FOREIGN]), max_size=6), st.binary(max_size=3))
def test_whatever_stands_in_it_mending_makes_it_sound_and_loses_no_sound_line(parts: list[bytes], end: bytes) -> None:
    content = b"".join(parts) + end
    with TemporaryDirectory() as name:
        folder = Path(name)
        file_in(folder, content)
        before = parse(content).records
        copy = mend(opened(folder))
        now = (folder / FILE).read_bytes()
        health = examine(opened(folder))
        assert (parse(now).records, health.damaged, health.torn_bytes) == (before, (), 0)
        assert now == b"".join(encode(one) for one in before)
        assert (copy.read_bytes() if copy else b"") == content


def test_what_is_too_large_together_does_not_come_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file_in(tmp_path, lines(2))
    monkeypatch.setattr(journal_module, "MAX_BYTES", len(lines(2)) + 10)
    with pytest.raises(ContentError, match="larger than"):
        bring_in(opened(tmp_path), at(1, 1, "a"), "theirs", instead=False)
    assert stood(tmp_path) == {FILE: lines(2)}


def test_what_came_in_reads_as_what_was_written(tmp_path: Path) -> None:
    theirs = [record(seq, f"th\N{LATIN SMALL LETTER E WITH ACUTE}irs {seq}") for seq in (1, 2)]
    bring_in(opened(tmp_path), b"".join(map(encode, theirs)), "theirs", instead=False)
    assert list(parse((tmp_path / FILE).read_bytes()).records) == theirs
