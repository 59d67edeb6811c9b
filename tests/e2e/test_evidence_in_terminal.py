"""Evidence in a terminal: asked for line by line, what it shows by numbers, kept through any stop."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cli.running import compiled_folder, run_apart
from e2e.pseudo_terminal import (
    CTRL_C,
    CTRL_D,
    ENTER,
    Terminal,
    fresh_settings,
    home,
    journal,
    kept,
    pmpath_command,
    terminal,
)
from pmpath.cli.exhibits import QUESTIONS

pytestmark = pytest.mark.terminal

LINES = {
    "what": "Ran six interviews on churn with support",
    "result": "from 4 to 3 percent",
    "who": "the head of support",
    "link": "https://wiki.example/churn",
}
SHOWS = "Which does it show? Numbers such as 1 3; Enter for none."
TOLD_NOTHING = "Xyzzy plugh"
"""What shares no word with any expectation."""
LINE_BY_LINE = {"PMPATH_ACCESSIBLE": "1"}

Facts = Mapping[str, Any]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content as a package carries it, so that no command compiles it anew."""
    return compiled_folder(tmp_path_factory.mktemp("content") / "data")


@pytest.fixture(autouse=True)
def _surroundings(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMPATH_DATA_DIR", str(content))
    monkeypatch.setenv("PMPATH_TODAY", "2026-11-23")


@contextmanager
def adding(*words: str, by_line: bool = False, columns: int = 80) -> Iterator[Terminal]:
    """Add evidence in a terminal."""
    settings = LINE_BY_LINE if by_line else {}
    with terminal(pmpath_command("evidence", "add", *words), columns, settings=settings) as person:
        yield person


def reply(person: Terminal, question: str, text: str = "") -> None:
    """Wait until a question can be answered, and answer it."""
    person.wait(lambda shown: shown.endswith((question, f"{question} >")))
    person.press(text + ENTER)


def tell_all(person: Terminal, lines: Mapping[str, str] = LINES) -> None:
    """Answer the question for each line."""
    for name, question in QUESTIONS.items():
        reply(person, question, lines.get(name, ""))


def suggested(person: Terminal) -> list[str]:
    """Wait for the numbered suggestions and return their numbers."""
    text = person.wait(lambda shown: shown.endswith((SHOWS, f"{SHOWS} >")))
    listing = text.rpartition("It may show one of these:")[2].partition("Which does")[0]
    return [word for word in listing.split() if word.isdigit()]


def entries() -> list[Facts]:
    """Return all evidence as it reads now."""
    found: list[Facts] = run_apart(["evidence", "list", "--json"], {"PMPATH_HOME": str(home())}).data["evidence"]
    return found


def lines_of(entry: Facts) -> dict[str, str]:
    return {name: entry[name] for name in (*LINES, "date") if entry[name]}


@pytest.mark.parametrize("by_line", [False, True])
def test_every_line_is_asked_for_and_kept(by_line: bool) -> None:  # noqa: FBT001
    with adding(by_line=by_line) as person:
        tell_all(person)
        suggested(person)
        person.press(ENTER)
        assert person.end() == 0
        assert "Saved as evidence 1: Ran six interviews on churn with support." in person.text
        assert not by_line or b"\x1b[" not in person.raw
    (entry,) = entries()
    assert (lines_of(entry), entry["shows"]) == (LINES, [])


@pytest.mark.parametrize("by_line", [False, True])
def test_what_it_shows_is_confirmed_by_numbers(by_line: bool) -> None:  # noqa: FBT001
    with adding(by_line=by_line) as person:
        tell_all(person)
        numbers = suggested(person)
        assert numbers == [str(place) for place in range(1, len(numbers) + 1)]
        person.press(f"2, 1{ENTER}")
        assert person.end() == 0
    (entry,) = entries()
    assert len(entry["shows"]) == 2


@pytest.mark.parametrize("wrong", ["0", "99", "x", "1 99", "-1", "1.5", "\u0661"])
def test_wrong_numbers_are_asked_for_once_more(wrong: str) -> None:
    with adding(by_line=True) as person:
        tell_all(person)
        count = len(suggested(person))
        person.press(wrong + ENTER)
        person.wait(lambda shown: f"They are numbered 1 to {count}." in shown and shown.endswith(SHOWS))
        person.press(f"1{ENTER}")
        assert person.end() == 0
    assert len(entries()[0]["shows"]) == 1


def test_where_nothing_is_near_nothing_is_suggested() -> None:
    with adding() as person:
        tell_all(person, {"what": TOLD_NOTHING})
        assert person.end() == 0
        assert "It may show" not in person.text
    assert entries()[0]["shows"] == []


def test_lines_that_are_passed_are_not_there() -> None:
    with adding() as person:
        tell_all(person, {"what": TOLD_NOTHING, "who": "Kim"})
        assert person.end() == 0
    assert lines_of(entries()[0]) == {"what": TOLD_NOTHING, "who": "Kim"}


def test_nothing_said_is_nothing_kept() -> None:
    with adding() as person:
        reply(person, QUESTIONS["what"])
        assert person.end() == 2
        assert "nothing was said, so nothing was kept" in person.text
    assert not journal().exists() or kept() == []


def test_what_was_given_is_not_asked_for() -> None:
    with adding(TOLD_NOTHING) as person:
        assert person.end() == 0
        assert QUESTIONS["result"] not in person.text
    assert lines_of(entries()[0]) == {"what": TOLD_NOTHING}


def test_what_was_given_with_what_it_shows_leaves_nothing_to_ask() -> None:
    with adding(LINES["what"], "--shows", "discovery.pm") as person:
        assert person.end() == 0
        assert "Which does it show?" not in person.text
    assert entries()[0]["shows"] == ["discovery.pm"]


def test_what_was_given_is_on_the_disk_before_anything_is_asked() -> None:
    with adding(LINES["what"]) as person:
        suggested(person)
        assert [lines_of(entry) for entry in entries()] == [{"what": LINES["what"]}]
        person.press(CTRL_C)
        assert person.end() == 130


@pytest.mark.parametrize("options", [("--result", "interviews changed the roadmap"), ("--who", "Ann"), ("--date", "2026")])
def test_what_was_done_is_asked_for_where_only_another_line_is_given(options: tuple[str, str]) -> None:
    with adding(*options) as person:
        person.wait(lambda shown: QUESTIONS["what"] in shown or SHOWS in shown or "nothing was said" in shown)
        assert QUESTIONS["what"] in person.text
        person.press(CTRL_C)
        assert person.end() == 130


def test_no_evidence_without_what_was_done_is_ever_kept() -> None:
    with adding("--result", "interviews changed the roadmap") as person:
        person.wait(lambda shown: QUESTIONS["what"] in shown or SHOWS in shown or "nothing was said" in shown)
        person.press(f"1{ENTER}")
        person.press(ENTER * 5)
        person.end()
    assert all("what" in one["add"] for one in kept() if "add" in one)
    assert run_apart(["evidence", "list"], {"PMPATH_HOME": str(home())}).code == 0


def test_an_empty_text_on_the_command_line_is_asked_for() -> None:
    with adding("") as person:
        person.wait(lambda shown: QUESTIONS["what"] in shown or "nothing was said" in shown)
        assert QUESTIONS["what"] in person.text
        person.press(CTRL_C)
        person.end()


# the same once more


def test_the_same_said_twice_takes_in_the_lines_that_are_said_then() -> None:
    run_apart(["evidence", "add", TOLD_NOTHING], {"PMPATH_HOME": str(home())})
    with adding() as person:
        tell_all(person, {"what": TOLD_NOTHING, "result": "4 to 3", "who": "Kim"})
        assert person.end() == 0
    assert lines_of(entries()[-1]) == {"what": TOLD_NOTHING, "result": "4 to 3", "who": "Kim"}


def test_the_same_said_twice_shows_what_is_said_then() -> None:
    run_apart(["evidence", "add", LINES["what"]], {"PMPATH_HOME": str(home())})
    with adding(LINES["what"]) as person:
        suggested(person)
        person.press(f"1{ENTER}")
        assert person.end() == 0
    assert [len(entry["shows"]) for entry in entries()] == [1]


# stopping


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 3)], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("name", [*QUESTIONS, "shows"])
def test_stopping_keeps_the_lines_before_and_leaves_the_terminal_as_it_was(name: str, key: str, code: int) -> None:
    told: dict[str, str] = {}
    with adding() as person:
        for one, question in QUESTIONS.items():
            if one == name:
                break
            reply(person, question, LINES[one])
            told[one] = LINES[one]
        waited = QUESTIONS.get(name, SHOWS)
        person.wait(lambda shown: shown.endswith(f"{waited} >"))
        person.press(key)
        assert person.end() == code
        assert person.settings() == fresh_settings()
        assert "Stopped." in person.text
    assert [lines_of(entry) for entry in entries()] == ([told] if told else [])


@pytest.mark.parametrize("name", QUESTIONS)
def test_stopping_line_by_line_keeps_the_lines_before(name: str) -> None:
    told: dict[str, str] = {}
    with adding(by_line=True) as person:
        for one, question in QUESTIONS.items():
            if one == name:
                break
            reply(person, question, LINES[one])
            told[one] = LINES[one]
        person.wait(lambda shown: shown.endswith(QUESTIONS[name]))
        person.press(CTRL_C)
        assert person.end() == 130
    assert [lines_of(entry) for entry in entries()] == ([told] if told else [])


def test_stopping_after_something_was_said_says_that_it_is_kept() -> None:
    with adding() as person:
        reply(person, QUESTIONS["what"], TOLD_NOTHING)
        person.wait(lambda shown: shown.endswith(f"{QUESTIONS['result']} >"))
        person.press(CTRL_C)
        assert person.end() == 130
        assert "What you said so far is kept." in person.text


def test_a_line_that_is_longer_than_can_be_kept_is_cut_and_said_so_or_kept_whole() -> None:
    with adding(by_line=True) as person:
        reply(person, QUESTIONS["what"], "x" * 3000)
        for question in list(QUESTIONS.values())[1:]:
            reply(person, question)
        assert person.end() == 0
    assert 2000 <= len(entries()[0]["what"]) <= 3000


@pytest.mark.parametrize("columns", [40, 80])
def test_what_is_asked_fits_the_terminal(columns: int) -> None:
    with adding(by_line=True, columns=columns) as person:
        tell_all(person)
        suggested(person)
        said = person.raw.decode().replace("\r", "")
        typed = {*LINES.values()}
        assert [line for line in said.split("\n") if len(line) > columns and line not in typed] == []
        person.press(CTRL_C)
        assert person.end() == 130


def test_a_script_that_wants_json_is_not_asked_in_a_terminal() -> None:
    with adding("--json") as person:
        assert person.end() == 2
    with adding(LINES["what"], "--json") as person:
        assert person.end() == 0
        assert "Which does it show?" not in person.text
