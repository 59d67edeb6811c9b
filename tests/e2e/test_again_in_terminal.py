"""An interview that goes on from the last assessment: what is asked again, what stays, what a stop leaves."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from builders import Answers, example_a, grid
from cli.running import Home, compiled_folder, run_apart
from e2e.pseudo_terminal import (
    ENTER,
    Terminal,
    answer_until,
    at_review,
    digit_for,
    home,
    kept,
    kept_answers,
    pass_review,
    pmpath_command,
    question_of,
    terminal,
)
from pmpath.core.reassessment import asked_again

pytestmark = pytest.mark.terminal

TODAY = "2026-11-23"
GOES_ON = "This goes on from your assessment of 2026-11-20"
WORKED_ON = ("strategy.senior-pm", "scope.senior-pm")
EVIDENCE = "A line of evidence makes"
"""What stands above the first question for evidence, which comes after all others."""
FIRST = ("scope", "strategy.senior-pm")
"""What the plan worked on, in the order of the ladder."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content as a package carries it, so that no command compiles it anew."""
    return compiled_folder(tmp_path_factory.mktemp("content") / "data")


@pytest.fixture(autouse=True)
def _worked(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep worked example A, a plan, and that two of its actions moved."""
    monkeypatch.setenv("PMPATH_DATA_DIR", str(content))
    monkeypatch.setenv("PMPATH_TODAY", TODAY)
    Home(home()).assessed(example_a(), "2026-11-20")
    for words in (("plan",), ("plan", "note", "scope", "talk booked"), ("plan", "note", "strategy", "draft")):
        ran = run_apart(words, {"PMPATH_HOME": str(home())})
        assert (ran.code, ran.err) == (0, "")


def expected() -> list[str]:
    """Return the questions that are asked again, in their order."""
    return [one.id for one in asked_again(grid(), example_a(), WORKED_ON, None)]


@contextmanager
def asked(*options: str, by_line: bool = False) -> Iterator[Terminal]:
    """Begin an interview in a terminal."""
    settings = {"PMPATH_ACCESSIBLE": "1"} if by_line else {}
    with terminal(pmpath_command("assess", *options), settings=settings) as person:
        yield person


def finished(person: Terminal) -> None:
    """Pass all evidence and the review."""
    while not at_review(person.wait(lambda text: text.endswith(("Enter passes. >", "? >")) or at_review(text))):
        before = person.text
        person.press(ENTER)
        person.wait(before.__ne__)
    pass_review(person)
    assert person.end() == 0


def results() -> list[Answers]:
    """Return the answers of all assessments, the oldest first."""
    return [one["sheet"]["answers"] for one in kept() if "sheet" in one]


def answer_next(person: Terminal, word: str | None, done: list[str]) -> str:
    """Answer the question that waits, by Enter where no word is given; return its id."""
    text = person.wait(lambda text: question_of(text) not in (None, *done))
    question = question_of(text)
    assert question is not None
    person.press(ENTER if word is None else word if word == "s" else digit_for(text, question, word))
    done.append(question)
    return question


def test_only_what_may_have_moved_is_asked() -> None:
    with asked() as person:
        person.wait(question_of)
        assert GOES_ON in person.text
        assert answer_until(person, example_a(), EVIDENCE) == expected()


def test_what_the_plan_worked_on_comes_first_and_says_so() -> None:
    with asked() as person:
        assert question_of(person.wait(question_of)) in FIRST
        assert "asked again: your plan worked on it" in person.text
    assert tuple(expected()[:2]) == FIRST


def test_how_many_may_have_moved_is_how_many_are_asked() -> None:
    with asked() as person:
        person.wait(question_of)
        assert f"{len(expected())} answers may have moved" in person.text


def test_enter_keeps_the_earlier_answer() -> None:
    with asked() as person:
        done: list[str] = []
        question = answer_next(person, None, done)
        person.wait(lambda text: question_of(text) not in (None, question))
        assert kept_answers() == {question: example_a()[question]}


def test_a_skip_keeps_the_earlier_answer() -> None:
    with asked() as person:
        done: list[str] = []
        for _ in expected():
            answer_next(person, "s", done)
        finished(person)
    assert results()[-1] == example_a()


def test_an_interview_in_which_everything_stayed_is_the_assessment_before() -> None:
    with asked() as person:
        done: list[str] = []
        for _ in expected():
            answer_next(person, None, done)
        finished(person)
    assert results() == [example_a(), example_a()]


def test_what_moved_counts_and_the_others_stay() -> None:
    with asked() as person:
        done: list[str] = []
        for name in expected():
            answer_next(person, "on-my-own" if name == "strategy.senior-pm" else None, done)
        finished(person)
    assert results()[-1] == {**example_a(), "strategy.senior-pm": "on-my-own"}


def test_what_was_confirmed_by_the_plan_is_the_earlier_answer() -> None:
    done_words = ("plan", "done", "strategy", "--answer", "on-my-own")
    assert run_apart(done_words, {"PMPATH_HOME": str(home())}).code == 0
    with asked() as person:
        done: list[str] = []
        for _ in expected():
            answer_next(person, None, done)
        finished(person)
    assert results()[-1]["strategy.senior-pm"] == "on-my-own"


def test_fresh_asks_from_the_first_question_and_knows_nothing_of_before() -> None:
    with asked("--fresh") as person:
        text = person.wait(question_of)
        assert GOES_ON not in text
        assert text.startswith("1 of about 15")
        assert person.cursor_line.strip().startswith("> 1 ")
        person.press("6")
        person.wait(lambda text: question_of(text) == "discovery.pm")


def test_answers_on_the_command_line_begin_anew() -> None:
    with asked("--answer", "scope=pm") as person:
        person.wait(question_of)
        assert GOES_ON not in person.text
        assert "asked again" not in person.text


def test_again_with_an_answer_asks_for_the_others_only() -> None:
    with asked("--again", "--answer", "scope=senior-pm") as person:
        person.wait(question_of)
        assert question_of(person.text) == "strategy.senior-pm"
        assert "scope" not in answer_until(person, example_a(), EVIDENCE)


def test_nothing_kept_means_again_has_nothing_to_begin_with() -> None:
    (home() / "journal.jsonl").unlink()
    with asked("--again") as person:
        assert person.end() == 2
        assert "begins with an assessment, and none is kept yet" in person.text


def test_a_kill_between_two_answers_leaves_the_other_questions_to_resume() -> None:
    with asked() as person:
        done: list[str] = []
        answer_next(person, "senior-pm", done)
        answer_next(person, "on-my-own", done)
        person.wait(lambda text: question_of(text) not in (None, *done))
        person.child.kill(signal.SIGKILL)
        person.end()
    assert kept_answers() == {"scope": "senior-pm", "strategy.senior-pm": "on-my-own"}
    with asked("--resume") as person:
        person.wait(question_of)
        assert "asked again" in person.text
        left = [name for name in expected() if name not in done]
        rest: list[str] = []
        for _ in left:
            answer_next(person, None, rest)
        assert rest == left
        finished(person)
    assert results()[-1] == {**example_a(), "scope": "senior-pm", "strategy.senior-pm": "on-my-own"}


def test_stopping_says_how_to_go_on_and_going_on_asks_what_is_left() -> None:
    with asked() as person:
        done: list[str] = []
        answer_next(person, None, done)
        person.wait(lambda text: question_of(text) not in (None, *done))
        person.press("q")
        assert person.end() == 3
        assert person.text.endswith("go on with: pmpath assess --resume")
    with asked() as person:
        person.wait(lambda text: text.endswith("q stop"))
        person.press("1")
        text = person.wait(lambda text: question_of(text) is not None)
        assert question_of(text) == expected()[1]
        assert GOES_ON not in text


def test_starting_afresh_from_the_offer_goes_on_from_the_assessment_again() -> None:
    with asked() as person:
        done: list[str] = []
        answer_next(person, None, done)
        person.wait(lambda text: question_of(text) not in (None, *done))
        person.press("q")
        assert person.end() == 3
    with asked() as person:
        person.wait(lambda text: text.endswith("q stop"))
        person.press("2")
        assert question_of(person.wait(question_of)) == expected()[0]


def test_line_by_line_the_earlier_answer_is_said() -> None:
    with asked(by_line=True) as person:
        person.wait(question_of)
        assert "Your answer so far: " in person.text
        assert b"\x1b[" not in person.raw
        person.press(f"s{ENTER}")
        person.wait(lambda text: question_of(text) == expected()[1])
        assert "skipped, stays as it was" in person.text


def test_line_by_line_enter_alone_answers_nothing_and_is_asked_for_again() -> None:
    with asked(by_line=True) as person:
        person.wait(question_of)
        person.press(ENTER)
        person.wait(lambda text: "Type a number" in text)
        person.press(f"q{ENTER}")
        assert person.end() == 3
    assert kept_answers() == {}


def test_the_plan_is_made_anew_from_the_new_assessment() -> None:
    with asked() as person:
        done: list[str] = []
        for name in expected():
            answer_next(person, "on-my-own" if name == "strategy.senior-pm" else None, done)
        finished(person)
    shown = run_apart(["plan", "--json"], {"PMPATH_HOME": str(home())}).data
    assert "strategy.senior-pm" not in {one["id"] for one in shown["actions"]}


def test_without_keeping_anything_nothing_is_taken_up_or_written() -> None:
    before = (home() / "journal.jsonl").read_bytes()
    with asked("--no-save") as person:
        person.wait(question_of)
        assert GOES_ON not in person.text
        person.press("6")
        person.wait(lambda text: question_of(text) == "discovery.pm")
        person.press("q")
        assert person.end() == 3
    assert (home() / "journal.jsonl").read_bytes() == before


def test_evidence_of_the_log_is_not_asked_for_once_more() -> None:
    words = ("evidence", "add", "Wrote the strategy", "--shows", "strategy.senior-pm")
    assert run_apart(words, {"PMPATH_HOME": str(home())}).code == 0
    with asked() as person:
        done: list[str] = []
        for name in expected():
            answer_next(person, "on-my-own" if name == "strategy.senior-pm" else None, done)
        finished(person)
        assert "Strategy: write the strategy for an area." not in person.text.rpartition("Your answers")[0]
    sheet = [one["sheet"] for one in kept() if "sheet" in one][-1]
    assert json.dumps(sheet["evidence"]) == json.dumps({"strategy.senior-pm": [{"what": "Wrote the strategy"}]})
