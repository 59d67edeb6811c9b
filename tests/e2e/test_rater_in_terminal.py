"""A second view in a terminal: every answer is in the rater's file at once, and in no journal."""

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from builders import Answers, example_a
from cli.running import Home, compiled_folder, run_apart
from e2e.pseudo_terminal import (
    CTRL_C,
    CTRL_D,
    ENTER,
    Terminal,
    answer_until,
    at_line,
    at_review,
    digit_for,
    fresh_settings,
    home,
    journal,
    pass_review,
    pmpath_command,
    question_of,
    terminal,
)

pytestmark = pytest.mark.terminal

FILE = "dana.yaml"
NOTE = '"You" is the person whose work this is about'
LINE_BY_LINE = {"PMPATH_ACCESSIBLE": "1"}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content as a package carries it, so that no command compiles it anew."""
    return compiled_folder(tmp_path_factory.mktemp("content") / "data")


@pytest.fixture(autouse=True)
def _exported(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the sheet for somebody else as the person it is about does."""
    monkeypatch.setenv("PMPATH_DATA_DIR", str(content))
    monkeypatch.setenv("PMPATH_TODAY", "2026-11-23")
    Home(home()).assessed(example_a(), "2026-11-20")
    assert run_apart(["review", "export", "--for", "Dana", "-o", FILE], {"PMPATH_HOME": str(home())}).code == 0


@contextmanager
def rating(file: str = FILE, *words: str, by_line: bool = False, columns: int = 80) -> Iterator[Terminal]:
    """Answer about somebody else's work, at a machine with a home of one's own."""
    settings = {"PMPATH_HOME": str(rater_home()), **(LINE_BY_LINE if by_line else {})}
    with terminal(pmpath_command("assess", "--rater", file, *words), columns, settings=settings) as person:
        yield person


def rater_home() -> Path:
    return Path.cwd() / "home of the rater"


def sheet_in(file: str = FILE) -> Mapping[str, Any]:
    """Return what the file holds."""
    found: Mapping[str, Any] = yaml.safe_load(Path(file).read_text("utf-8"))
    return found


def answered(file: str = FILE) -> Answers:
    return {question: word for question, word in sheet_in(file)["answers"].items() if word is not None}


def questions(file: str = FILE) -> list[str]:
    return list(sheet_in(file)["answers"])


def another(*asked: str) -> Callable[[str], object]:
    """Return what is true once another question than these can be answered."""
    return lambda text: question_of(text) not in (None, *asked)


def echoed(line: str) -> Callable[[str], object]:
    """Return what is true once a typed line stands on the screen."""
    return lambda text: f"> {line}" in text


def first_answers(person: Terminal, count: int) -> list[str]:
    """Answer so many questions and wait for the next; return what was answered."""
    asked: list[str] = []
    for _ in range(count):
        text = person.wait(lambda text: question_of(text) not in (None, *asked))
        question = question_of(text)
        assert question is not None
        asked.append(question)
        person.press(digit_for(text, question, example_a()[question]))
    person.wait(lambda text: question_of(text) not in (None, *asked))
    return asked


def test_the_questions_of_the_file_are_asked_in_its_order_and_no_others() -> None:
    wanted = questions()
    with rating() as person:
        assert NOTE in person.wait(question_of)
        assert answer_until(person, example_a(), "Your answers") == wanted
        pass_review(person)
        assert person.end() == 0
        assert f"{len(wanted)} of {len(wanted)} answers are in this sheet" in person.text
    assert answered() == {question: example_a()[question] for question in wanted}
    assert sheet_in()["rater"] == "Dana"


@pytest.mark.parametrize("scope", ["none", "apm", "senior-pm", "director"])
def test_whatever_is_answered_no_question_is_asked_that_is_not_in_the_file(scope: str) -> None:
    wanted = questions()
    answers = dict.fromkeys(example_a(), "lead-others") | {"scope": scope, "people": "none"}
    with rating() as person:
        assert answer_until(person, answers, "q stops.") == wanted
        person.press(CTRL_C)
        assert person.end() == 130
    assert questions() == wanted


def test_how_far_it_is_counts_the_questions_of_the_file() -> None:
    with rating() as person:
        assert f"1 of about {len(questions())}, " in person.wait(question_of)
        person.press("q")
        assert person.end() == 3


def test_a_sheet_with_two_questions_asks_two() -> None:
    Path(FILE).write_text("answers:\n  scope: null\n  discovery.pm: null\n", "utf-8")
    with rating() as person:
        assert answer_until(person, example_a(), "Your answers") == ["scope", "discovery.pm"]
        pass_review(person)
        assert person.end() == 0
        assert "2 of 2 answers are in this sheet" in person.text


def test_each_answer_is_in_the_file_before_the_next_question_shows() -> None:
    with rating() as person:
        for count in range(1, 4):
            asked: list[str] = list(answered())
            text = person.wait(another(*asked))
            question = question_of(text)
            assert question is not None
            person.press(digit_for(text, question, example_a()[question]))
            person.wait(another(*asked, question))
            assert len(answered()) == count


def test_what_was_answered_before_a_kill_is_in_the_file_and_the_next_time_goes_on() -> None:
    wanted = questions()
    with rating() as person:
        asked = first_answers(person, 3)
        person.child.kill(signal.SIGKILL)
        person.end()
    assert answered() == {question: example_a()[question] for question in asked}
    assert [path.name for path in Path.cwd().iterdir() if path.name.startswith(".pmpath-")] == []
    with rating() as person:
        assert question_of(person.wait(question_of)) == wanted[3]


@pytest.mark.parametrize(("key", "code"), [("q", 3), (CTRL_D, 3), (CTRL_C, 130)], ids=["q", "ctrl-d", "ctrl-c"])
def test_stopping_says_where_the_answers_are_and_leaves_the_terminal_as_it_was(key: str, code: int) -> None:
    with rating() as person:
        first_answers(person, 1)
        person.press(key)
        assert person.end() == code
        assert person.settings() == fresh_settings()
        assert person.text.endswith(f"go on with: pmpath assess --rater {FILE}")
    assert len(answered()) == 1


def test_stopping_before_the_first_answer_leaves_the_file_as_it_was() -> None:
    before = Path(FILE).read_bytes()
    with rating() as person:
        person.wait(question_of)
        person.press(CTRL_C)
        assert person.end() == 130
    assert Path(FILE).read_bytes() == before


def test_no_journal_is_touched() -> None:
    before = (journal().read_bytes(), journal().stat().st_mtime_ns)
    with rating() as person:
        first_answers(person, 2)
        person.press("q")
        assert person.end() == 3
    assert (journal().read_bytes(), journal().stat().st_mtime_ns) == before
    assert not (rater_home() / "journal.jsonl").exists()


def test_a_skipped_question_stays_open_in_the_file() -> None:
    with rating() as person:
        person.wait(lambda text: question_of(text) == "scope")
        person.press("s")
        person.wait(lambda text: question_of(text) not in (None, "scope"))
        person.press("q")
        assert person.end() == 3
    assert (answered(), "scope" in questions()) == ({}, True)


def test_an_answer_is_changed_in_the_file_by_going_back() -> None:
    with rating() as person:
        asked = first_answers(person, 2)
        person.press("b")
        text = person.wait(lambda text: question_of(text) == asked[1])
        person.press(digit_for(text, asked[1], "no-chance"))
        person.wait(lambda text: question_of(text) not in (None, asked[1]))
        person.press("q")
        assert person.end() == 3
    assert answered()[asked[1]] == "no-chance"


def test_a_full_sheet_asks_nothing() -> None:
    Path(FILE).write_text(yaml.safe_dump({"rater": "Dana", "answers": {"scope": "pm"}}), "utf-8")
    with rating() as person:
        assert person.end() == 0
        assert person.text.startswith("1 of 1 answers are in this sheet")


def test_evidence_is_not_asked_for_but_taken() -> None:
    with rating() as person:
        first_answers(person, 1)
        question = question_of(person.text)
        assert question is not None
        person.press("e")
        for line in ("Saw the interviews", "two features dropped", "Kim"):
            person.wait(at_line)
            person.press(line + ENTER)
            person.wait(echoed(line))
        person.wait(lambda text: question_of(text) == question)
        person.press("q")
        assert person.end() == 3
    assert sheet_in()["evidence"] == {
        question: [{"what": "Saw the interviews", "result": "two features dropped", "who": "Kim"}]
    }


def test_evidence_that_stood_in_the_file_stays_beside_what_is_added() -> None:
    earlier = {"what": "Read the report", "who": "Ann"}
    sheet = {"answers": {"scope": "pm", "discovery.pm": None, "data.pm": None}, "evidence": {"discovery.pm": [earlier]}}
    Path(FILE).write_text(yaml.safe_dump(sheet, sort_keys=False), "utf-8")
    with rating() as person:
        person.wait(lambda text: question_of(text) == "discovery.pm")
        person.press("e")
        person.wait(at_line)
        person.press(f"Saw the interviews{ENTER}")
        person.wait(lambda text: "> Saw the interviews" in text and at_line(text))
        person.press(CTRL_C)
        assert person.end() == 130
    assert sheet_in()["evidence"] == {"discovery.pm": [earlier, {"what": "Saw the interviews"}]}


def test_what_else_the_file_held_is_there_after_an_answer() -> None:
    context = {"title": "Product Manager", "hours_per_week": 4.0}
    sheet = {"rater": "Dana", "answers": {"scope": None, "discovery.pm": None}, "context": context}
    Path(FILE).write_text(yaml.safe_dump(sheet, sort_keys=False), "utf-8")
    with rating() as person:
        first_answers(person, 1)
        person.press("q")
        assert person.end() == 3
    assert (sheet_in()["rater"], sheet_in()["context"]) == ("Dana", context)


@pytest.mark.parametrize("name", ["dana.json", "dana.yaml", "dana"])
def test_a_sheet_in_json_can_be_gone_on_with_and_compared(name: str) -> None:
    Path(name).write_text('{"answers": {"scope": null, "discovery.pm": null, "data.pm": null}}', "utf-8")
    with rating(name) as person:
        first_answers(person, 1)
        person.press("q")
        assert person.end() == 3
    with rating(name) as person:
        text = person.wait(lambda text: question_of(text) is not None or "1 problem: " in text)
        assert question_of(text) == "discovery.pm"
        person.press("q")
        assert person.end() == 3
    assert run_apart(["review", "compare", name], {"PMPATH_HOME": str(home())}).code == 0


def test_the_review_of_the_answers_changes_the_file_too() -> None:
    Path(FILE).write_text("answers:\n  scope: null\n  discovery.pm: null\n", "utf-8")
    with rating() as person:
        answer_until(person, example_a(), "Your answers")
        person.wait(at_review)
        person.press(f"2{ENTER}")
        text = person.wait(lambda text: question_of(text.rpartition("Your answers")[2]) == "discovery.pm")
        person.press(digit_for(text, "discovery.pm", "not-yet"))
        person.wait(lambda text: text.count("Your answers") == 2 and at_review(text))
        assert answered() == {"scope": "pm", "discovery.pm": "not-yet"}
        person.press(ENTER)
        assert person.end() == 0


def test_line_by_line_the_same_is_in_the_file() -> None:
    with rating(by_line=True) as person:
        assert NOTE in person.wait(lambda text: question_of(text) == "scope")
        person.press(digit_for(person.text, "scope", "pm") + ENTER)
        person.wait(lambda text: question_of(text) not in (None, "scope"))
        person.press(f"q{ENTER}")
        assert person.end() == 3
        assert b"\x1b[" not in person.raw
    assert answered() == {"scope": "pm"}


@pytest.mark.parametrize("columns", [40, 80])
def test_the_questions_fit_the_terminal(columns: int) -> None:
    with rating(by_line=True, columns=columns) as person:
        person.wait(question_of)
        assert [line for line in person.raw.decode().split("\r\n") if len(line) > columns] == []
        person.press(CTRL_C)
        assert person.end() == 130


def test_a_file_that_cannot_be_written_ends_with_74_and_stays_as_it_was() -> None:
    before = Path(FILE).read_bytes()
    command = ["/bin/sh", "-c", "ulimit -f 0; trap '' XFSZ; exec \"$@\"", "sh", *pmpath_command("assess", "--rater", FILE)]
    with terminal(command, settings={"PMPATH_HOME": str(rater_home())}) as person:
        person.wait(lambda text: question_of(text) == "scope")
        person.press("6")
        assert person.end() == 74
        assert f"{FILE} cannot be written" in person.text
        assert person.settings() == fresh_settings()
    assert Path(FILE).read_bytes() == before
    assert [path.name for path in Path.cwd().iterdir() if path.name.startswith(".pmpath-")] == []


@pytest.mark.parametrize("name", ["a b.yaml", "-dana.yaml", "\u202edana.yaml", "d\x1b[31m.yaml"])
def test_a_strange_file_name_is_shown_as_what_it_is(name: str) -> None:
    Path(FILE).rename(name)
    with rating(f"./{name}", by_line=True) as person:
        person.wait(question_of)
        person.press(f"q{ENTER}")
        assert person.end() == 3
        assert b"\x1b[31m" not in person.raw
        assert "\u202e" not in person.raw.decode()


@pytest.mark.parametrize(
    "words",
    [("--answers", FILE), ("--answer", "scope=pm"), ("--resume",), ("--again",), ("--require", "cpo"), ("--jsonl",)],
    ids=" ".join,
)
def test_what_does_not_go_with_a_second_view_is_refused(words: tuple[str, ...]) -> None:
    with rating(FILE, *words) as person:
        text = person.wait(lambda text: question_of(text) is not None or "--rater" in text)
        assert "--rater" in text
        assert question_of(text) is None
        assert person.end() == 2
