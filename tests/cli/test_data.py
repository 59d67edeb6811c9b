"""pmpath data: where answers are kept and how they are; taken away, brought in, erased. Text, plain lines, JSON, exit codes."""

import errno
import io
import os
import sys
from pathlib import Path

import pytest

from builders import example_a, example_b
from cli.running import Feed, Home, Pmpath, Ran, flowing
from journal.making import PATIENCE, file_in, line, lines, opened, record
from pmpath.cli.app import main
from pmpath.journal.disk import Disk
from pmpath.journal.journal import COPIES
from pmpath.journal.line import encode
from pmpath.journal.lock import locked
from pmpath.journal.upkeep import copies

DAMAGED = line(1) + b"bad\n" + line(3)
TORN = lines(2) + b"torn"
FOREIGN = lines(1) + encode(record(2, v=2))
LOOKS: list[tuple[str, ...]] = [
    ("path",),
    ("path", "--json"),
    ("check",),
    ("check", "--plain"),
    ("check", "--json"),
    ("check", "--fix"),
    ("export",),
    ("export", "--json"),
    ("export", "-o", "out.jsonl"),
    ("export", "--output", "-"),
]
SOUND = {
    "sound": True,
    "entries": 4,
    "damaged": [],
    "torn_bytes": 0,
    "foreign": 0,
    "readable_by_others": False,
    "strays": [],
    "copies": [],
}
each_look = pytest.mark.parametrize("words", LOOKS, ids=" ".join)


def fill(home: Home) -> None:
    """Keep four entries: two assessments, the beginning of an interview and its first answer."""
    home.assessed(example_a(), "2026-01-05")
    home.assessed(example_b(), "2026-01-06")
    home.begun({"scope": "pm"})


def put(home: Home, content: bytes) -> Path:
    """Let these bytes be the journal."""
    path = file_in(home.folder, content)
    path.chmod(0o600)
    return path


def move_to(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Home:
    """Keep things in another folder from here on."""
    monkeypatch.setenv("PMPATH_HOME", str(folder))
    return Home(folder)


def asked(ran: Ran) -> tuple[int, str, bool]:
    return ran.code, ran.out, "add --yes" in ran.err


# path


def test_the_path_is_one_line(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("data", "path") == Ran(0, f"{home.journal}\n", "")


def test_the_path_as_a_plain_line_is_the_same(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("data", "path", "--plain") == Ran(0, f"{home.journal}\n", "")


def test_a_long_path_is_not_wrapped(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    far = tmp_path / "a folder with blanks in it" / ("long " * 20).strip()
    monkeypatch.setenv("PMPATH_HOME", str(far))
    monkeypatch.setenv("PMPATH_WIDTH", "40")
    assert pmpath("data", "path").out == f"{far / 'journal.jsonl'}\n"


def test_the_path_as_json_says_whether_anything_is_there(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("data", "path", "--json").data == {"path": str(home.journal), "exists": False}
    fill(home)
    assert pmpath("data", "path", "--json").data == {"path": str(home.journal), "exists": True}


def test_a_relative_home_has_no_path(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMPATH_HOME", "here")
    ran = pmpath("data", "path")
    assert (ran.code, ran.out) == (2, "")


# looking


@each_look
def test_looking_makes_no_folder(pmpath: Pmpath, home: Home, words: tuple[str, ...]) -> None:
    assert pmpath("data", *words).code == 0
    assert not home.folder.exists()


@each_look
def test_looking_changes_no_byte_and_no_time(pmpath: Pmpath, home: Home, words: tuple[str, ...]) -> None:
    fill(home)
    before, files = home.journal.stat(), sorted(home.folder.iterdir())
    content = home.journal.read_bytes()
    assert pmpath("data", *words).code == 0
    after = home.journal.stat()
    assert home.journal.read_bytes() == content
    assert (after.st_mtime_ns, after.st_ino, sorted(home.folder.iterdir())) == (before.st_mtime_ns, before.st_ino, files)


@pytest.mark.parametrize(
    "argv", [("--json", "data", "path"), ("data", "--json", "path"), ("data", "path", "--json")], ids=" ".join
)
def test_a_shared_option_stands_anywhere(pmpath: Pmpath, home: Home, argv: tuple[str, ...]) -> None:
    assert pmpath(*argv).data["path"] == str(home.journal)


# where nothing can be read or written


def test_a_home_that_is_a_file_has_a_path(pmpath: Pmpath, home: Home) -> None:
    home.folder.write_text("a file where a folder should be", "ascii")
    assert pmpath("data", "path", "--json").data == {"path": str(home.journal), "exists": False}


@pytest.mark.parametrize(
    "words", [("check",), ("check", "--fix"), ("export",), ("forget", "-y"), ("import", "in.jsonl")], ids=" ".join
)
def test_a_home_that_is_a_file_ends_with_74(pmpath: Pmpath, home: Home, words: tuple[str, ...], tmp_path: Path) -> None:
    home.folder.write_text("a file where a folder should be", "ascii")
    (tmp_path / "in.jsonl").write_bytes(lines(1))
    ran = pmpath("data", *words)
    assert (ran.code, ran.out, str(home.folder) in ran.err) == (74, "", True)


@pytest.mark.parametrize("words", [("check", "--fix"), ("forget", "-y"), ("import", "in.jsonl")], ids=" ".join)
def test_while_another_one_writes_a_change_ends_with_75(
    pmpath: Pmpath, home: Home, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], tmp_path: Path
) -> None:
    monkeypatch.setattr("pmpath.journal.journal.PATIENCE", PATIENCE)
    put(home, DAMAGED)
    (tmp_path / "in.jsonl").write_bytes(lines(1))
    with locked(Disk(), home.folder / "journal.lock"):
        ran = pmpath("data", *words)
    assert (ran.code, ran.out, "another pmpath is writing" in ran.err) == (75, "", True)
    assert home.journal.read_bytes() == DAMAGED


# check


def test_a_sound_journal_is_told_in_text(pmpath: Pmpath, home: Home) -> None:
    fill(home)
    ran = pmpath("data", "check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Everything that is kept is sound.")
    assert "Four entries can be read." in ran.out
    assert str(home.journal) in ran.out


def test_a_sound_journal_is_told_in_plain_lines(pmpath: Pmpath, home: Home) -> None:
    fill(home)
    ran = pmpath("data", "check", "--plain")
    assert (ran.code, ran.err) == (0, "")
    assert "Everything that is kept is sound.\n" in ran.out
    assert f"{home.journal}\n" in ran.out


def test_a_sound_journal_is_told_in_json(pmpath: Pmpath, home: Home) -> None:
    fill(home)
    ran = pmpath("data", "check", "--json")
    assert (ran.code, ran.whole["kind"], ran.whole["next_commands"]) == (0, "data", [])
    assert ran.data == {"path": str(home.journal), **SOUND}


def test_damaged_lines_are_told_in_text(pmpath: Pmpath, home: Home) -> None:
    put(home, DAMAGED)
    ran = pmpath("data", "check")
    assert (ran.code, ran.err) == (65, "")
    assert ran.out.startswith("Not everything that is kept is sound.")
    assert "Line 2 is damaged." in ran.out
    assert "pmpath data check --fix" in ran.out


def test_damaged_lines_are_told_in_plain_lines(pmpath: Pmpath, home: Home) -> None:
    put(home, DAMAGED)
    ran = pmpath("data", "check", "--plain")
    assert (ran.code, ran.out.isascii()) == (65, True)
    assert "Line 2 is damaged." in ran.out


def test_damaged_lines_are_told_in_json(pmpath: Pmpath, home: Home) -> None:
    put(home, DAMAGED)
    ran = pmpath("data", "check", "--json")
    assert (ran.code, ran.whole["next_commands"]) == (65, ["pmpath data check --fix"])
    assert ran.data == {"path": str(home.journal), **SOUND, "sound": False, "entries": 2, "damaged": [2]}


def test_a_torn_end_is_told(pmpath: Pmpath, home: Home) -> None:
    put(home, TORN)
    ran = pmpath("data", "check")
    assert (ran.code, "The end is damaged: four bytes that are no entry." in flowing(ran.out)) == (65, True)


def test_entries_of_a_newer_pmpath_are_told(pmpath: Pmpath, home: Home) -> None:
    put(home, FOREIGN)
    ran = pmpath("data", "check")
    assert (ran.code, "A newer pmpath wrote one entry" in flowing(ran.out)) == (65, True)


def test_a_journal_of_a_newer_pmpath_is_left_alone_by_a_fix(pmpath: Pmpath, home: Home) -> None:
    path = put(home, FOREIGN + b"bad\n")
    assert pmpath("data", "check", "--fix").code == 65
    assert path.read_bytes() == FOREIGN + b"bad\n"
    assert not (home.folder / COPIES).exists()


def test_no_fix_is_offered_that_would_do_nothing(pmpath: Pmpath, home: Home) -> None:
    put(home, FOREIGN)
    assert pmpath("data", "check", "--json").whole["next_commands"] == []


def test_rights_of_others_are_told_and_are_no_failure(pmpath: Pmpath, home: Home) -> None:
    put(home, lines(1)).chmod(0o644)
    ran = pmpath("data", "check")
    assert (ran.code, "chmod 600" in ran.out) == (0, True)


def test_files_beside_the_journal_are_named(pmpath: Pmpath, home: Home) -> None:
    put(home, lines(1))
    (home.folder / "journal.torn-1").touch()
    (home.folder / COPIES).mkdir()
    (home.folder / COPIES / "20260101T000000Z-mend-1.jsonl").touch()
    ran = pmpath("data", "check")
    assert ran.code == 0
    assert "journal.torn-1" in ran.out
    assert "20260101T000000Z-mend-1.jsonl" in ran.out


def test_a_fix_says_where_everything_is_as_it_was(pmpath: Pmpath, home: Home) -> None:
    put(home, DAMAGED)
    ran = pmpath("data", "check", "--fix")
    (copy,) = copies(home.folder)
    assert (ran.code, ran.err) == (0, f"Mended; everything as it was: {copy}\n")
    assert copy.read_bytes() == DAMAGED
    assert home.journal.read_bytes() == line(1) + line(3)
    assert ran.out.startswith("Everything that is kept is sound.")


def test_a_fix_as_json_tells_of_the_journal_after_it(pmpath: Pmpath, home: Home) -> None:
    put(home, TORN)
    ran = pmpath("data", "check", "--fix", "--json")
    assert (ran.code, ran.data["sound"], ran.data["entries"], len(ran.data["copies"])) == (0, True, 2, 1)


def test_a_fix_of_a_sound_journal_keeps_no_copy(pmpath: Pmpath, home: Home) -> None:
    put(home, lines(2))
    assert pmpath("data", "check", "--fix").err == ""
    assert not (home.folder / COPIES).exists()


# export


def test_an_export_is_the_journal_byte_for_byte(pmpath: Pmpath, home: Home) -> None:
    fill(home)
    assert pmpath("data", "export") == Ran(0, home.journal.read_text("ascii"), "")


@pytest.mark.parametrize("words", [("--json",), ("--plain",), ("-o", "-")], ids=" ".join)
def test_an_export_is_the_same_in_every_shape(pmpath: Pmpath, home: Home, words: tuple[str, ...]) -> None:
    fill(home)
    assert pmpath("data", "export", *words) == pmpath("data", "export")


def test_an_export_of_nothing_is_nothing(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("data", "export") == Ran(0, "", "")
    assert not home.folder.exists()


def test_an_export_goes_into_a_new_file(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    fill(home)
    assert pmpath("data", "export", "-o", "out.jsonl") == Ran(0, "", "Written: out.jsonl\n")
    assert (tmp_path / "out.jsonl").read_bytes() == home.journal.read_bytes()


def test_an_export_takes_damaged_lines_along(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    put(home, DAMAGED)
    assert pmpath("data", "export", "-o", "out.jsonl").code == 0
    assert (tmp_path / "out.jsonl").read_bytes() == DAMAGED


def test_an_export_touches_no_file_that_is_there(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    fill(home)
    (tmp_path / "out.jsonl").write_text("mine", "utf-8")
    ran = pmpath("data", "export", "-o", "out.jsonl")
    assert (ran.code, ran.out, "out.jsonl is there already" in ran.err) == (73, "", True)
    assert (tmp_path / "out.jsonl").read_text("utf-8") == "mine"


def test_an_export_replaces_a_file_only_with_force(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    fill(home)
    (tmp_path / "out.jsonl").write_text("mine", "utf-8")
    assert pmpath("data", "export", "-o", "out.jsonl", "--force").code == 0
    assert (tmp_path / "out.jsonl").read_bytes() == home.journal.read_bytes()


@pytest.mark.parametrize("name", ["out.md", "out", "out.svg", "out.json"])
def test_an_export_goes_into_a_file_of_any_name(pmpath: Pmpath, home: Home, name: str, tmp_path: Path) -> None:
    fill(home)
    assert pmpath("data", "export", "-o", name).code == 0
    assert (tmp_path / name).read_bytes() == home.journal.read_bytes()


@pytest.mark.parametrize("name", ["text", "json", "md", "csv"])
def test_an_export_takes_no_format(pmpath: Pmpath, name: str) -> None:
    ran = pmpath("data", "export", "--format", name, "--json")
    assert ran.error["message"] == "pmpath data export takes no --format"


def test_an_export_follows_no_link_that_leads_nowhere(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    fill(home)
    (tmp_path / "out.jsonl").symlink_to(tmp_path / "elsewhere")
    assert pmpath("data", "export", "-o", "out.jsonl").code == 73
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("name", [".", "none/out.jsonl", "file/out.jsonl", "n" * 300], ids=["folder", "none", "file", "long"])
def test_a_file_that_cannot_be_made_ends_with_73(pmpath: Pmpath, home: Home, name: str, tmp_path: Path) -> None:
    fill(home)
    (tmp_path / "file").touch()
    error = pmpath("data", "export", "-o", name, "--json").error
    assert (error["exit_code"], error["code"]) == (73, "cannot-create")


def test_a_failed_export_leaves_no_half_file(
    pmpath: Pmpath, home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    fill(home)
    monkeypatch.setattr(os, "fsync", full)
    ran = pmpath("data", "export", "-o", "out.jsonl")
    assert (ran.code, "no space left on device" in ran.err) == (73, True)
    assert not (tmp_path / "out.jsonl").exists()


def test_an_export_into_a_closed_pipe_ends_with_141_and_silence(
    pmpath: Pmpath, home: Home, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert pmpath("data", "path").code == 0
    fill(home)
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb", buffering=0) as raw, monkeypatch.context() as patch:
        stream = io.TextIOWrapper(raw, "utf-8", write_through=True)
        patch.setattr(sys, "stdout", stream)
        code = main(["data", "export"])
        patch.undo()
        assert (code, capfd.readouterr().err) == (141, "")


# import


def test_what_was_exported_comes_into_another_home_as_it_was(
    pmpath: Pmpath, home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fill(home)
    pmpath("data", "export", "-o", "out.jsonl")
    other = move_to(monkeypatch, tmp_path / "other")
    ran = pmpath("data", "import", "out.jsonl")
    assert ran == Ran(0, "Four entries came in.\n", "")
    assert list(opened(other.folder).records()) == list(opened(home.folder).records())


def test_a_person_stands_in_another_home_where_they_stood(
    pmpath: Pmpath, home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fill(home)
    pmpath("data", "export", "-o", "out.jsonl")
    before = pmpath("--json", "--today", "2026-01-08")
    move_to(monkeypatch, tmp_path / "other")
    pmpath("data", "import", "out.jsonl")
    assert pmpath("--json", "--today", "2026-01-08") == before


def test_an_import_as_plain_lines_tells_the_same(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    put(home, lines(1))
    (tmp_path / "in.jsonl").write_bytes(lines(2))
    assert pmpath("data", "import", "in.jsonl", "--plain") == Ran(0, "One entry came in.\n", "")


def test_an_import_as_json_counts_what_came_in(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    put(home, lines(1))
    (tmp_path / "in.jsonl").write_bytes(lines(3))
    ran = pmpath("data", "import", "in.jsonl", "--json")
    assert (ran.code, ran.whole["kind"], ran.data) == (0, "data", {"added": 2})


def test_an_import_can_be_repeated(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines(3))
    pmpath("data", "import", "in.jsonl")
    assert pmpath("data", "import", "in.jsonl", "--json").data == {"added": 0}
    assert home.journal.read_bytes() == lines(3)


def test_an_import_reads_standard_input(pmpath: Pmpath, home: Home, feed: Feed) -> None:
    feed(lines(2))
    assert pmpath("data", "import", "-", "--json").data == {"added": 2}
    assert home.journal.read_bytes() == lines(2)


def test_an_import_can_take_the_place_of_what_is_kept(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    put(home, line(7))
    (tmp_path / "in.jsonl").write_bytes(lines(2))
    assert pmpath("data", "import", "in.jsonl", "--replace", "--json").data == {"added": 2}
    assert home.journal.read_bytes() == lines(2)
    assert [copy.read_bytes() for copy in copies(home.folder)] == [line(7)]


@pytest.mark.parametrize("name", ["none.jsonl", ".", "none/in.jsonl"])
def test_a_file_that_is_not_there_ends_with_66(pmpath: Pmpath, home: Home, name: str) -> None:
    error = pmpath("data", "import", name, "--json").error
    assert (error["exit_code"], error["code"]) == (66, "missing-file")
    assert not home.folder.exists()


@pytest.mark.parametrize("replace", [(), ("--replace",)], ids=["added", "instead"])
@pytest.mark.parametrize("content", [DAMAGED, TORN, FOREIGN, b"{}"], ids=["damaged", "torn", "foreign", "no journal"])
def test_a_journal_that_is_not_sound_does_not_come_in(
    pmpath: Pmpath, home: Home, content: bytes, replace: tuple[str, ...], tmp_path: Path
) -> None:
    put(home, lines(1))
    (tmp_path / "in.jsonl").write_bytes(content)
    error = pmpath("data", "import", "in.jsonl", *replace, "--json").error
    assert (error["exit_code"], "nothing was changed" in error["message"]) == (65, True)
    assert home.journal.read_bytes() == lines(1)


def test_a_bad_line_is_named_with_its_file_and_number(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(DAMAGED)
    ran = pmpath("data", "import", "in.jsonl")
    assert (ran.code, ran.err.splitlines()[0]) == (65, "in.jsonl:2  this line is damaged")
    assert not home.journal.exists()


def test_a_bad_line_of_standard_input_is_named_so(pmpath: Pmpath, home: Home, feed: Feed) -> None:
    feed(DAMAGED)
    assert pmpath("data", "import", "-").err.startswith("standard input:2  this line is damaged")
    assert not home.journal.exists()


def test_nothing_comes_into_a_damaged_journal(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    put(home, DAMAGED)
    (tmp_path / "in.jsonl").write_bytes(lines(5))
    assert pmpath("data", "import", "in.jsonl").code == 65
    assert home.journal.read_bytes() == DAMAGED


def test_a_file_too_large_for_a_journal_does_not_come_in(
    pmpath: Pmpath, home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("pmpath.journal.journal.MAX_BYTES", 100)
    (tmp_path / "in.jsonl").write_bytes(lines(2))
    ran = pmpath("data", "import", "in.jsonl")
    assert (ran.code, ran.err.startswith("pmpath: in.jsonl is larger than ")) == (65, True)
    assert not home.journal.exists()


# forget


@pytest.mark.parametrize("words", [(), ("--no-backup",), ("--json",)], ids=" ".join)
def test_without_a_terminal_and_a_yes_nothing_is_erased(pmpath: Pmpath, home: Home, words: tuple[str, ...]) -> None:
    fill(home)
    before = home.journal.read_bytes()
    assert asked(pmpath("data", "forget", *words)) == (2, "", True)
    assert home.journal.read_bytes() == before


def test_no_input_is_no_yes(pmpath: Pmpath, home: Home, feed: Feed) -> None:
    fill(home)
    feed(b"yes\n")
    assert asked(pmpath("data", "forget")) == (2, "", True)
    assert home.journal.stat().st_size > 0


def test_forgetting_erases_all_and_says_where_the_copy_is(pmpath: Pmpath, home: Home) -> None:
    fill(home)
    before = home.journal.read_bytes()
    ran = pmpath("data", "forget", "--yes")
    (copy,) = copies(home.folder)
    assert (ran.code, ran.err, home.journal.read_bytes()) == (0, "", b"")
    assert ran.out.startswith("Four entries are erased.")
    assert f"A copy is kept: {copy}" in flowing(ran.out)
    assert "pmpath data forget --no-backup removes the copies too." in flowing(ran.out)
    assert copy.read_bytes() == before


def test_forgetting_as_plain_lines_tells_the_same(pmpath: Pmpath, home: Home) -> None:
    fill(home)
    ran = pmpath("data", "forget", "-y", "--plain")
    (copy,) = copies(home.folder)
    assert (ran.code, f"A copy is kept:\n{copy}\n" in ran.out) == (0, True)


def test_forgetting_as_json_has_the_count_and_the_copy(pmpath: Pmpath, home: Home) -> None:
    fill(home)
    ran = pmpath("data", "forget", "-y", "--json")
    (copy,) = copies(home.folder)
    assert (ran.code, ran.whole["kind"], ran.data) == (0, "data", {"erased": 4, "copy": str(copy)})


def test_forgetting_without_a_copy_leaves_no_byte(pmpath: Pmpath, home: Home) -> None:
    fill(home)
    pmpath("data", "forget", "--yes")
    fill(home)
    (home.folder / "journal.torn-1").write_bytes(b"torn")
    ran = pmpath("data", "forget", "--no-backup", "--yes")
    assert ran == Ran(0, "Four entries are erased.\n", "")
    files = [path for path in home.folder.rglob("*") if path.is_file() and path.name != "journal.lock"]
    assert [path.name for path in files if path.stat().st_size] == []


def test_forgetting_without_a_copy_as_json_names_none(pmpath: Pmpath, home: Home) -> None:
    fill(home)
    assert pmpath("data", "forget", "--no-backup", "--yes", "--json").data == {"erased": 4, "copy": None}


def test_forgetting_clears_the_cache_of_own_ladders(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text('extends: default\nid: own\nversion: "1"\n', "utf-8")
    pmpath("ladder", "--ladder", "own.yaml")
    assert list((home.folder / "cache").glob("own-*.json"))
    pmpath("data", "forget", "--yes")
    assert not (home.folder / "cache").exists()


def test_one_entry_is_erased_in_the_singular(pmpath: Pmpath, home: Home) -> None:
    put(home, lines(1))
    assert pmpath("data", "forget", "--no-backup", "--yes").out == "One entry is erased.\n"


def test_after_forgetting_a_person_is_a_newcomer(pmpath: Pmpath, home: Home) -> None:
    nothing = pmpath()
    fill(home)
    pmpath("data", "forget", "--yes")
    assert pmpath() == nothing


def test_what_was_forgotten_comes_back_from_its_copy(pmpath: Pmpath, home: Home) -> None:
    fill(home)
    before = home.journal.read_bytes()
    copy = pmpath("data", "forget", "--yes", "--json").data["copy"]
    assert pmpath("data", "import", copy).code == 0
    assert home.journal.read_bytes() == before


def test_what_was_forgotten_comes_back_even_when_the_day_was_turned_back(pmpath: Pmpath, home: Home) -> None:
    for day in range(20, 9, -1):
        put(home, line(day))
        copy = Path(pmpath("data", "forget", "--yes", "--json", "--today", f"2026-01-{day}").data["copy"])
        assert copy.exists(), f"{copy.name} is told of and not there"
