"""pmpath data in a terminal: erasing asks first, and only a yes erases."""

import json
import signal
from pathlib import Path

import pytest

from builders import example_a
from cli.running import Home
from e2e.pseudo_terminal import CTRL_C, CTRL_D, ENTER, Terminal, home, into_file, journal, pmpath_command, run, terminal

pytestmark = pytest.mark.terminal

QUESTION = "Type yes to erase:"


def filled() -> bytes:
    """Keep two assessments and return the bytes of the journal."""
    for day in ("2026-01-05", "2026-01-06"):
        Home(home()).assessed(example_a(), day)
    return journal().read_bytes()


def asked(text: str) -> bool:
    return text.endswith(QUESTION)


def answer(person: Terminal, keys: str) -> int:
    """Wait for the question, type, and return the exit code."""
    person.wait(asked)
    person.press(keys)
    return person.end()


def copies() -> list[Path]:
    return sorted((home() / "backup").glob("*"))


@pytest.mark.parametrize("reply", ["yes", "YES", " yes "])
def test_a_yes_erases_all_and_keeps_a_copy(reply: str) -> None:
    before = filled()
    with terminal(pmpath_command("data", "forget")) as person:
        assert answer(person, reply + ENTER) == 0
        assert "Two entries are erased." in person.text
    assert journal().read_bytes() == b""
    assert [copy.read_bytes() for copy in copies()] == [before]


@pytest.mark.parametrize("reply", ["", "y", "no", "yess", "ye s", "\N{CYRILLIC SMALL LETTER U}es"])
def test_anything_but_a_yes_erases_nothing_and_ends_with_3(reply: str) -> None:
    before = filled()
    with terminal(pmpath_command("data", "forget")) as person:
        assert answer(person, reply + ENTER) == 3
        assert person.text.endswith("Nothing was erased.")
    assert journal().read_bytes() == before
    assert copies() == []


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 3)], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_the_question_erases_nothing(key: str, code: int) -> None:
    before = filled()
    with terminal(pmpath_command("data", "forget", "--no-backup")) as person:
        assert answer(person, key) == code
    assert journal().read_bytes() == before


def test_a_process_that_is_ended_at_the_question_erases_nothing() -> None:
    before = filled()
    with terminal(pmpath_command("data", "forget")) as person:
        person.wait(asked)
        person.child.kill(signal.SIGTERM)
        assert person.end() != 0
    assert journal().read_bytes() == before


def test_the_question_says_how_much_where_and_that_a_copy_is_kept() -> None:
    filled()
    with terminal(pmpath_command("data", "forget"), columns=300) as person:
        assert f"Erase 2 entries in {journal()}? A copy is kept. {QUESTION}" in person.wait(asked)


def test_the_question_says_that_copies_go_too() -> None:
    filled()
    with terminal(pmpath_command("data", "forget", "--no-backup"), columns=300) as person:
        assert "No copy is kept, and the copies of before go too." in person.wait(asked)


def test_a_yes_without_a_backup_leaves_no_copy() -> None:
    filled()
    run(pmpath_command("data", "forget", "--yes"))
    filled()
    with terminal(pmpath_command("data", "forget", "--no-backup")) as person:
        assert answer(person, "yes" + ENTER) == 0
    assert (journal().read_bytes(), copies()) == (b"", [])


def test_a_yes_on_the_command_line_is_not_asked_for_again() -> None:
    filled()
    with terminal(pmpath_command("data", "forget", "--yes")) as person:
        assert person.end() == 0
        assert QUESTION not in person.text
    assert journal().read_bytes() == b""


def test_the_question_stands_beside_json_and_not_in_it(tmp_path: Path) -> None:
    filled()
    out = tmp_path / "out.json"
    command = into_file(pmpath_command("data", "forget", "--json"), out)
    with terminal(command) as person:
        assert answer(person, "yes" + ENTER) == 0
    assert json.loads(out.read_text("utf-8"))["data"]["erased"] == 2


def test_looking_at_it_in_a_terminal_asks_nothing() -> None:
    before = filled()
    with terminal(pmpath_command("data", "check")) as person:
        assert person.end() == 0
        assert "Everything that is kept is sound." in person.text
    assert journal().read_bytes() == before
