"""When to use color, how wide to write, and what happens to text that an encoding cannot say."""

import io
import os
import sys
import termios
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Protocol, TextIO

import pytest

from cli.running import Terminal
from pmpath.cli.output import error_text, tell, write_text
from pmpath.cli.terminal import USUAL_WIDTH, is_terminal, page_width, wants_color, wants_lines, wants_plain
from pmpath.errors import ContentError, Problem, UsageError

PIPE, TTY = io.StringIO(), Terminal()
COLOR = [
    ("a terminal", TTY, "auto", {}, True),
    ("a pipe", PIPE, "auto", {}, False),
    ("no stream at all", None, "auto", {}, False),
    ("always, into a pipe", PIPE, "always", {}, True),
    ("always, without a stream", None, "always", {}, True),
    ("never, on a terminal", TTY, "never", {}, False),
    ("always stands over NO_COLOR", TTY, "always", {"NO_COLOR": "1"}, True),
    ("always stands over TERM", TTY, "always", {"TERM": "dumb"}, True),
    ("never stands over FORCE_COLOR", TTY, "never", {"FORCE_COLOR": "1"}, False),
    ("never stands over CLICOLOR_FORCE", TTY, "never", {"CLICOLOR_FORCE": "1"}, False),
    ("NO_COLOR on a terminal", TTY, "auto", {"NO_COLOR": "1"}, False),
    ("NO_COLOR counts with any value", TTY, "auto", {"NO_COLOR": "0"}, False),
    ("an empty NO_COLOR is none", TTY, "auto", {"NO_COLOR": ""}, True),
    ("NO_COLOR stands over FORCE_COLOR", TTY, "auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ("NO_COLOR stands over CLICOLOR_FORCE", PIPE, "auto", {"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, False),
    ("FORCE_COLOR into a pipe", PIPE, "auto", {"FORCE_COLOR": "1"}, True),
    ("FORCE_COLOR with a depth", PIPE, "auto", {"FORCE_COLOR": "3"}, True),
    ("FORCE_COLOR=0 forces nothing", PIPE, "auto", {"FORCE_COLOR": "0"}, False),
    ("FORCE_COLOR=0 forbids nothing", TTY, "auto", {"FORCE_COLOR": "0"}, True),
    ("an empty FORCE_COLOR is none", PIPE, "auto", {"FORCE_COLOR": ""}, False),
    ("CLICOLOR_FORCE into a pipe", PIPE, "auto", {"CLICOLOR_FORCE": "1"}, True),
    ("CLICOLOR_FORCE=0 forces nothing", PIPE, "auto", {"CLICOLOR_FORCE": "0"}, False),
    ("an empty CLICOLOR_FORCE is none", PIPE, "auto", {"CLICOLOR_FORCE": ""}, False),
    ("FORCE_COLOR stands over CLICOLOR", PIPE, "auto", {"FORCE_COLOR": "1", "CLICOLOR": "0"}, True),
    ("CLICOLOR_FORCE stands over CLICOLOR", PIPE, "auto", {"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}, True),
    ("CLICOLOR=0 on a terminal", TTY, "auto", {"CLICOLOR": "0"}, False),
    ("CLICOLOR=1 is no force", PIPE, "auto", {"CLICOLOR": "1"}, False),
    ("CLICOLOR=1 on a terminal", TTY, "auto", {"CLICOLOR": "1"}, True),
    ("a dumb terminal", TTY, "auto", {"TERM": "dumb"}, False),
    ("an unknown terminal", TTY, "auto", {"TERM": "unknown"}, False),
    ("a usual terminal", TTY, "auto", {"TERM": "xterm-256color"}, True),
    ("FORCE_COLOR stands over TERM", PIPE, "auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
]


class Limited(io.TextIOWrapper):
    """A text stream of a given encoding over bytes that can be looked at."""

    def __init__(self, encoding: str) -> None:
        """Begin with nothing written."""
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding=encoding, write_through=True)


class Opening(Protocol):
    """Opens terminals."""

    def __call__(self, columns: int) -> TextIO:
        """Return a terminal of this width."""


@pytest.fixture
def terminals() -> Iterator[Opening]:
    """Open pseudo-terminals of any width."""
    with ExitStack() as opened:

        def open_one(columns: int) -> TextIO:
            controller, name = os.openpty()
            opened.callback(os.close, controller)
            termios.tcsetwinsize(name, (24, columns))
            return opened.enter_context(os.fdopen(name, "w"))

        yield open_one


@pytest.mark.parametrize("case", COLOR, ids=[case[0] for case in COLOR])
def test_color_is_decided_by_option_then_variables_then_terminal(
    case: tuple[str, io.StringIO | None, str, dict[str, str], bool],
) -> None:
    _, stream, choice, environ, expected = case
    assert wants_color(stream, choice, environ) is expected


PLAIN = [
    ("a pipe", PIPE, {}, False),
    ("a terminal", TTY, {"TERM": "xterm"}, False),
    ("a dumb terminal", TTY, {"TERM": "dumb"}, True),
    ("an unknown terminal", TTY, {"TERM": "unknown"}, True),
    ("a pipe that starts in a dumb terminal", PIPE, {"TERM": "dumb"}, False),
    ("no stream", None, {"TERM": "dumb"}, False),
    ("the variable, into a pipe", PIPE, {"PMPATH_PLAIN": "1"}, True),
    ("the variable, on a terminal", TTY, {"PMPATH_PLAIN": "yes"}, True),
    ("an empty variable", TTY, {"PMPATH_PLAIN": ""}, False),
    ("a variable of 0", TTY, {"PMPATH_PLAIN": "0"}, False),
]


@pytest.mark.parametrize("case", PLAIN, ids=[case[0] for case in PLAIN])
def test_plain_text_is_for_whoever_asks_and_for_terminals_that_can_do_no_more(
    case: tuple[str, io.StringIO | None, dict[str, str], bool],
) -> None:
    _, stream, environ, expected = case
    assert wants_plain(stream, environ) is expected


@pytest.mark.parametrize("name", ["PMPATH_ACCESSIBLE", "ACCESSIBLE"])
@pytest.mark.parametrize(("value", "wanted"), [("1", True), ("true", True), ("0", False), ("", False)])
def test_two_variables_ask_for_questions_line_by_line(name: str, value: str, *, wanted: bool) -> None:
    assert wants_lines({name: value}) is wanted


def test_a_closed_stream_is_no_terminal() -> None:
    stream = Terminal()
    stream.close()
    assert (is_terminal(stream), wants_color(stream, "auto", {})) == (False, False)


@pytest.mark.parametrize("name", ["PMPATH_WIDTH", "COLUMNS"])
@pytest.mark.parametrize(("given", "width"), [("40", 40), ("120", 120), ("1", 1), ("007", 7)])
def test_the_width_may_be_given(name: str, given: str, width: int) -> None:
    assert page_width({name: given}) == width


@pytest.mark.parametrize("given", ["", "0", "000", "wide", "-5", "4.5", "80 ", "\uff18\uff10", "²", "0x50"])
def test_what_is_no_width_counts_as_not_given(given: str) -> None:
    assert page_width({"PMPATH_WIDTH": given, "COLUMNS": "72"}) == 72


@pytest.mark.parametrize("given", ["", "0", "wide", "-5"])
def test_what_is_no_width_at_all_leaves_the_usual_one(given: str) -> None:
    assert page_width({"PMPATH_WIDTH": given, "COLUMNS": given}, PIPE) == USUAL_WIDTH


def test_the_own_variable_stands_over_that_of_the_shell(terminals: Opening) -> None:
    assert page_width({"PMPATH_WIDTH": "61", "COLUMNS": "72"}, terminals(53)) == 61


def test_a_width_given_stands_over_the_terminals(terminals: Opening) -> None:
    assert page_width({"COLUMNS": "72"}, terminals(53)) == 72


def test_without_a_width_given_the_terminals_counts(terminals: Opening) -> None:
    assert page_width({}, terminals(53)) == 53


def test_the_first_terminal_counts(terminals: Opening) -> None:
    assert page_width({}, terminals(53), terminals(64)) == 53


@pytest.mark.parametrize("first", [None, PIPE], ids=["closed", "pipe"])
def test_a_pipe_is_as_wide_as_the_terminal_behind_standard_error(first: io.StringIO | None, terminals: Opening) -> None:
    assert page_width({}, first, terminals(64)) == 64


def test_a_terminal_that_does_not_say_how_wide_it_is_is_passed_over(terminals: Opening) -> None:
    assert page_width({}, TTY, terminals(0), terminals(64)) == 64


@pytest.mark.parametrize("streams", [(), (None,), (PIPE,), (None, PIPE)])
def test_without_any_terminal_the_width_is_the_usual_one(streams: tuple[io.StringIO | None, ...]) -> None:
    assert page_width({}, *streams) == USUAL_WIDTH == 80


@pytest.mark.parametrize(
    ("encoding", "content"), [("ascii", b"a ? ? b"), ("cp1252", b"a ? \xfc b"), ("utf-8", "a → ü b".encode())]
)
def test_what_the_encoding_cannot_say_is_replaced(encoding: str, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Limited(encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    write_text("a → ü b")
    assert stream.bytes.getvalue() == content


def test_a_message_that_the_encoding_cannot_say_is_replaced_too(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Limited("ascii")
    monkeypatch.setattr(sys, "stderr", stream)
    tell("unknown: ü")
    assert stream.bytes.getvalue() == b"unknown: ?\n"


@pytest.mark.parametrize(
    ("text", "said"), [("a\x1b[31mb", "a\\u001b[31mb\n"), ("\u202ex", "\\u202ex\n"), ("one\n  two", "one\n  two\n")]
)
def test_a_message_shows_what_a_terminal_would_obey(text: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    tell(text)
    assert stream.getvalue() == said


def test_an_error_without_places_is_one_line_and_its_hint() -> None:
    assert error_text(UsageError("wrong", hint="do this")) == "pmpath: wrong\n  do this"


def test_an_error_without_a_hint_is_one_line() -> None:
    assert error_text(UsageError("wrong")) == "pmpath: wrong"


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Problem("f", 1, 2, "a.b", "is wrong", ""), "f:1:2  a.b  is wrong"),
        (Problem("f", 1, 2, "", "is wrong", "do this"), "f:1:2  is wrong\n  do this"),
        (Problem("f", 1, None, "a", "is wrong", ""), "f:1  a  is wrong"),
        (Problem("f", None, None, "", "is wrong", ""), "f  is wrong"),
    ],
)
def test_a_problem_is_one_line_with_its_place(problem: Problem, said: str) -> None:
    assert error_text(ContentError("not valid", problems=(problem,))) == f"{said}\n1 problem: not valid"


def test_problems_are_counted() -> None:
    problem = Problem("f", 1, 1, "", "x", "")
    assert error_text(ContentError("not valid", "see there", (problem,) * 3)).splitlines()[-2:] == [
        "3 problems: not valid",
        "  see there",
    ]
