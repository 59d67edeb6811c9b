"""When to use color, how wide to write, and what happens to text that an encoding cannot say."""

import io
import sys

import pytest

from cli.running import Terminal
from pmpath.cli.output import error_text, tell, write_text
from pmpath.cli.terminal import is_terminal, page_width, wants_color
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


@pytest.mark.parametrize("case", COLOR, ids=[case[0] for case in COLOR])
def test_color_is_decided_by_option_then_variables_then_terminal(
    case: tuple[str, io.StringIO | None, str, dict[str, str], bool],
) -> None:
    _, stream, choice, environ, expected = case
    assert wants_color(stream, choice, environ) is expected


def test_a_closed_stream_is_no_terminal() -> None:
    stream = Terminal()
    stream.close()
    assert (is_terminal(stream), wants_color(stream, "auto", {})) == (False, False)


@pytest.mark.parametrize(("given", "width"), [("40", 40), ("120", 120), ("1", 1), ("0", 0), ("007", 7)])
def test_the_width_may_be_given(given: str, width: int) -> None:
    assert page_width({"PMPATH_WIDTH": given}) == width


@pytest.mark.parametrize("given", ["", "wide", "-5", "4.5", "80 ", "\uff18\uff10", "²", "0x50"])
def test_a_width_that_is_no_number_counts_as_not_given(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert page_width({"PMPATH_WIDTH": given}) == 72


def test_without_a_width_given_the_terminals_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "53")
    assert page_width({}) == 53


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
