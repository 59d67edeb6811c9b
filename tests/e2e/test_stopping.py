"""Stopping in a terminal: keys and signals end the command with a sentence, and leave the terminal as it was."""

import signal
from collections.abc import Iterator

import pytest

from builders import Answers, example_a
from e2e.pseudo_terminal import (
    CTRL_C,
    CTRL_D,
    Terminal,
    answer_until,
    fresh_settings,
    pmpath_command,
    question_of,
    terminal,
    write_sheet,
)

pytestmark = pytest.mark.terminal

PLACES_A = ["scope", "discovery.pm", "data.pm", "prioritization.pm", "delivery.pm"]
STOPPED = "Stopped. Nothing was kept."
CODES = [(CTRL_C, 130), (CTRL_D, 3)]


def placed() -> Answers:
    return {name: example_a()[name] for name in PLACES_A}


@pytest.fixture
def question() -> Iterator[Terminal]:
    """Return a terminal with a question on its screen."""
    with terminal(pmpath_command("assess", "--answer", "scope=pm")) as person:
        person.wait(lambda text: question_of(text) == "discovery.pm")
        yield person


@pytest.fixture
def line() -> Iterator[Terminal]:
    """Return a terminal that waits for a line of evidence."""
    with terminal(pmpath_command("assess", "--quick", "--answers", str(write_sheet(placed())))) as person:
        person.wait(lambda text: text.endswith(">"))
        yield person


def test_the_terminal_is_in_another_mode_while_a_question_waits(question: Terminal) -> None:
    assert question.settings() != fresh_settings()


@pytest.mark.parametrize(("key", "code"), CODES, ids=["ctrl-c", "ctrl-d"])
def test_stopping_at_a_question_says_so_and_exits_with_its_code(key: str, code: int, question: Terminal) -> None:
    question.press(key)
    assert question.end() == code
    assert question.text.endswith(STOPPED)


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
def test_stopping_at_a_question_leaves_the_terminal_as_it_was(key: str, question: Terminal) -> None:
    question.press(key)
    question.end()
    assert question.settings() == fresh_settings()


@pytest.mark.parametrize(("key", "code"), CODES, ids=["ctrl-c", "ctrl-d"])
def test_stopping_later_shows_no_result(key: str, code: int) -> None:
    with terminal(pmpath_command("assess")) as person:
        asked = answer_until(person, example_a(), "4 of about")
        person.wait(lambda text: question_of(text) not in (None, *asked))
        person.press(key)
        assert person.end() == code
        assert "You are" not in person.text


@pytest.mark.parametrize(("key", "code"), CODES, ids=["ctrl-c", "ctrl-d"])
def test_stopping_at_a_line_says_so_and_exits_with_its_code(key: str, code: int, line: Terminal) -> None:
    line.press(key)
    assert line.end() == code
    assert line.text.endswith(STOPPED)


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
def test_stopping_at_a_line_leaves_the_terminal_as_it_was(key: str, line: Terminal) -> None:
    line.press(key)
    line.end()
    assert line.settings() == fresh_settings()


@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["int", "term", "hup"]
)
def test_a_signal_at_a_question_ends_it_with_its_code(sent: signal.Signals, code: int, question: Terminal) -> None:
    question.child.kill(sent)
    assert question.end() in (code, -sent)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=["int", "term", "hup"])
def test_a_signal_at_a_question_leaves_the_terminal_as_it_was(sent: signal.Signals, question: Terminal) -> None:
    question.child.kill(sent)
    question.end()
    assert question.settings() == fresh_settings()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=["int", "term", "hup"])
def test_a_signal_at_a_line_leaves_the_terminal_as_it_was(sent: signal.Signals, line: Terminal) -> None:
    line.child.kill(sent)
    line.end()
    assert line.settings() == fresh_settings()


def test_an_interview_to_its_end_leaves_the_terminal_as_it_was() -> None:
    with terminal(
        pmpath_command("assess", "--quick", "--answers", str(write_sheet({**example_a(), "scope": "none"})))
    ) as person:
        assert person.end() == 0
        assert person.settings() == fresh_settings()
    with terminal(pmpath_command("assess", "--quick")) as person:
        answer_until(person, {**example_a(), "scope": "none"}, "Next:")
        assert person.end() == 0
        assert person.settings() == fresh_settings()
