"""Records that are written and read again, in their order."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from journal.making import NOW, add, file_in, kept, line, opened, record, texts
from pmpath.errors import OutputError
from pmpath.journal.disk import Disk
from pmpath.journal.journal import FILE, Contents, Journal, parse, random_id
from pmpath.journal.line import Type, encode


def test_what_was_appended_is_read_in_its_order(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    written = [add(journal, text) for text in ("one", "two", "three")]
    assert opened(tmp_path).records() == written


def test_a_record_says_what_it_was_told_at_the_time_of_the_clock(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lambda: "2031-05-06T07:08:09Z", new_id=lambda: "cafe")
    written = journal.append(Type.ASSESSMENT, {"level": "pm"})
    assert written == (1, "cafe", "2031-05-06T07:08:09Z", Type.ASSESSMENT, {"level": "pm"}, 1)


def test_every_append_adds_one_line_and_changes_none(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    before = b""
    for text in ("one", "two", "three"):
        written = add(journal, text)
        after = (tmp_path / FILE).read_bytes()
        assert after == before + encode(written)
        before = after


def test_the_journal_is_a_file_of_its_folder(tmp_path: Path) -> None:
    assert opened(tmp_path).path == tmp_path / FILE


def test_making_a_journal_touches_nothing(tmp_path: Path) -> None:
    opened(tmp_path / "home")
    assert list(tmp_path.iterdir()) == []


def test_ids_are_twelve_hexadecimal_digits_and_differ() -> None:
    ids = {random_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(len(one) == 12 and int(one, 16) >= 0 for one in ids)


def test_text_of_any_script_is_kept(tmp_path: Path) -> None:
    said = "日本語 Жук 👩\u200d🚀 \x00\x1b[31m\r\n\u2028"
    add(opened(tmp_path), said)
    assert kept(tmp_path) == [said]


def test_a_clock_that_goes_backwards_changes_no_order(tmp_path: Path) -> None:
    times = iter(["2026-03-03T00:00:00Z", "2025-02-02T00:00:00Z", "1970-01-01T00:00:00Z"])
    journal = Journal(tmp_path, lambda: next(times))
    for text in ("one", "two", "three"):
        add(journal, text)
    assert kept(tmp_path) == ["one", "two", "three"]


def test_a_time_in_the_year_9999_does_not_stay_the_last_for_ever(tmp_path: Path) -> None:
    file_in(tmp_path, encode(record(1, "far", at="9999-12-31T23:59:59Z")))
    written = add(opened(tmp_path), "now")
    assert (written.seq, written.at) == (2, NOW)
    assert kept(tmp_path) == ["far", "now"]


def test_lines_in_another_order_are_read_by_their_number(tmp_path: Path) -> None:
    file_in(tmp_path, line(3) + line(1) + line(2))
    assert kept(tmp_path) == ["text 1", "text 2", "text 3"]


def test_the_next_number_is_above_the_highest_wherever_it_stands(tmp_path: Path) -> None:
    file_in(tmp_path, line(9) + line(1))
    assert add(opened(tmp_path), "next").seq == 10


def test_an_empty_file_is_an_empty_journal(tmp_path: Path) -> None:
    file_in(tmp_path, b"")
    assert kept(tmp_path) == []
    assert add(opened(tmp_path), "one").seq == 1


def test_an_empty_file_holds_what_no_file_holds() -> None:
    assert parse(b"") == Contents()


def test_preparing_makes_the_folder_and_no_journal(tmp_path: Path) -> None:
    opened(tmp_path / "home").prepare()
    assert not (tmp_path / "home" / FILE).exists()
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700


def test_preparing_leaves_no_lock_held(tmp_path: Path) -> None:
    opened(tmp_path).prepare()
    assert add(opened(tmp_path), "one").seq == 1


CALLS: list[Callable[[Journal], object]] = [Journal.records, Journal.prepare, lambda journal: add(journal, "one")]


@pytest.mark.parametrize("call", CALLS, ids=["records", "prepare", "append"])
def test_a_file_in_the_place_of_the_folder_is_an_error_of_the_disk(call: Callable[[Journal], object], tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way", "utf-8")
    with pytest.raises(OutputError) as refused:
        call(opened(tmp_path / "home"))
    assert refused.value.exit_code == 74
    assert str(tmp_path / "home" / FILE) in refused.value.message
    assert (tmp_path / "home").read_text("utf-8") == "in the way"


SAID: Final = [
    (Journal.records, "read"),
    (Journal.content, "read"),
    (Journal.prepare, "written"),
    (lambda journal: add(journal, "one"), "written"),
    (lambda journal: journal.rewrite(bytes, None), "written"),
]


@pytest.mark.parametrize(("call", "what"), SAID, ids=["records", "content", "prepare", "append", "rewrite"])
def test_a_folder_in_the_place_of_the_file_is_told_by_what_cannot_be_done(
    call: Callable[[Journal], object], what: str, tmp_path: Path
) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(OutputError) as refused:
        call(opened(tmp_path))
    assert refused.value.message.startswith(f"{tmp_path / FILE} cannot be {what}: ")
    assert refused.value.hint == "make room or mend its rights; --no-save works without it"


class Counting(Disk):
    """Knows which descriptors are open."""

    def __init__(self) -> None:
        self.open: list[int] = []

    def open_to_write(self, path: Path) -> int:
        self.open.append(super().open_to_write(path))
        return self.open[-1]

    def close(self, descriptor: int) -> None:
        self.open.remove(descriptor)
        super().close(descriptor)


def test_preparing_leaves_nothing_open(tmp_path: Path) -> None:
    file_in(tmp_path, b"")
    disk = Counting()
    opened(tmp_path, disk).prepare()
    assert disk.open == []


def test_an_error_without_words_is_explained_all_the_same(tmp_path: Path) -> None:
    def lost() -> str:
        raise OSError

    with pytest.raises(OutputError, match="cannot be written: unknown reason"):
        add(Journal(tmp_path, lost), "one")


def test_a_record_that_cannot_be_said_in_json_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = file_in(tmp_path, line(1))
    with pytest.raises(TypeError):
        opened(tmp_path).append(Type.DRAFT, {"text": {1, 2}})
    assert path.read_bytes() == line(1)
    assert texts(opened(tmp_path).records()) == ["text 1"]
