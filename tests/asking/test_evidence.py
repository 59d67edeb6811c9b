"""Asking for a piece of evidence: line by line, each kept before the next, and what it shows by number."""

from collections.abc import Mapping
from typing import Final

import pytest

from builders import library
from pmpath.asking.evidence import LONGEST_LINE, ask_lines, ask_shows
from pmpath.asking.scripted import ScriptedAsker

QUESTIONS: Final = {"what": "What did you do?", "result": "What came of it?", "who": "Who can confirm it?"}
SUGGESTED: Final = ("discovery.pm", "scope.senior-pm", "data.apm")
WHICH: Final = "Which does it show? Numbers such as 1 3; Enter for none."


class Notebook:
    """A keeper that remembers every call, and an asker's view of how many there were."""

    def __init__(self) -> None:
        self.kept: list[dict[str, str]] = []

    def keep(self, lines: Mapping[str, str]) -> None:
        self.kept.append(dict(lines))


def asked(*typed: str, known: Mapping[str, str] | None = None) -> tuple[dict[str, str], list[dict[str, str]], list[str]]:
    """Return the lines that came back, what was kept each time, and the questions that were asked."""
    notebook, asker = Notebook(), ScriptedAsker({}, typed)
    lines = ask_lines(asker, QUESTIONS, notebook, known or {})
    return lines, notebook.kept, asker.said


def shown(*typed: str) -> tuple[tuple[str, ...], list[str]]:
    asker = ScriptedAsker({}, typed)
    return ask_shows(asker, library().words, SUGGESTED), asker.said


def test_each_question_is_asked_in_turn_and_its_line_comes_back_by_name() -> None:
    lines, _, questions = asked("ran a test", "two bets dropped", "Kim")
    assert lines == {"what": "ran a test", "result": "two bets dropped", "who": "Kim"}
    assert questions == list(QUESTIONS.values())


def test_each_line_is_kept_with_those_before_it() -> None:
    _, kept, _ = asked("a", "b", "c")
    assert kept == [{"what": "a"}, {"what": "a", "result": "b"}, {"what": "a", "result": "b", "who": "c"}]


def test_a_line_is_kept_before_the_next_is_asked_for() -> None:
    notebook = Notebook()

    class Watching(ScriptedAsker):
        def line(self, question: str) -> str:
            kept_before.append(len(notebook.kept))
            return super().line(question)

    kept_before: list[int] = []
    ask_lines(Watching({}, "abc"), QUESTIONS, notebook, {})
    assert kept_before == [0, 1, 2]


def test_without_what_was_done_nothing_more_is_asked_and_nothing_kept() -> None:
    assert asked("", "b", "c") == ({}, [], ["What did you do?"])


def test_a_line_that_was_passed_is_left_out_and_the_next_is_asked() -> None:
    lines, kept, _ = asked("a", "", "c")
    assert (lines, len(kept)) == ({"what": "a", "who": "c"}, 2)


def test_what_is_known_stays_beside_what_is_typed() -> None:
    lines, kept, _ = asked("a", "", "", known={"link": "x", "what": "old"})
    assert (lines, kept) == ({"link": "x", "what": "a"}, [{"link": "x", "what": "a"}])


def test_what_is_known_is_left_alone() -> None:
    known = {"what": "old"}
    asked("new", known=known)
    assert known == {"what": "old"}


def test_a_single_question_may_be_asked() -> None:
    notebook = Notebook()
    assert ask_lines(ScriptedAsker({}, ["a"]), {"what": "What?"}, notebook, {}) == {"what": "a"}


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "a\x00b", "\u202eback"])
def test_a_line_holds_nothing_that_a_terminal_would_obey(hostile: str) -> None:
    assert asked(hostile)[0]["what"].isprintable()


@pytest.mark.parametrize("long", ["x" * 5000, "\x1b" * 5000])
def test_a_line_is_no_longer_than_one_in_a_sheet(long: str) -> None:
    assert len(asked(long)[0]["what"]) == LONGEST_LINE == 2000


def test_what_was_kept_stays_kept_where_the_person_stops() -> None:
    class Stopping(ScriptedAsker):
        def line(self, question: str) -> str:
            if question == QUESTIONS["who"]:
                raise EOFError
            return super().line(question)

    notebook = Notebook()
    with pytest.raises(EOFError):
        ask_lines(Stopping({}, "ab"), QUESTIONS, notebook, {})
    assert notebook.kept[-1] == {"what": "a", "result": "b"}


# What it shows


def test_what_it_may_show_is_listed_by_number_with_its_level() -> None:
    words = library().words
    _, said = shown("")
    assert said == [
        "It may show one of these:",
        f"  1  {words.title('discovery.pm')} (PM)",
        f"  2  {words.title('scope.senior-pm')} (Senior PM)",
        f"  3  {words.title('data.apm')} (APM)",
        WHICH,
    ]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ()),
        ("   ", ()),
        (",", ()),
        ("2", ("scope.senior-pm",)),
        ("1 3", ("discovery.pm", "data.apm")),
        ("3,1", ("data.apm", "discovery.pm")),
        (" 3 ,, 1 ", ("data.apm", "discovery.pm")),
        ("1 1 1", ("discovery.pm",)),
    ],
)
def test_numbers_name_what_it_shows_each_once_in_the_order_of_typing(typed: str, names: tuple[str, ...]) -> None:
    assert shown(typed)[0] == names


@pytest.mark.parametrize("wrong", ["4", "0", "-1", "x", "1 4", "01", "1.5", "\u0661", "discovery.pm", "9" * 5000])
def test_what_is_no_number_of_the_list_is_asked_for_again(wrong: str) -> None:
    names, said = shown(wrong, "2")
    assert names == ("scope.senior-pm",)
    assert said[-3:] == [WHICH, "They are numbered 1 to 3.", WHICH]
