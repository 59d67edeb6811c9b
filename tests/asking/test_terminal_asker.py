"""The terminal asker with keys from a pipe: which keys answer, which stop, what is shown and where."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from builders import choice_label, grid, library, question_texts
from pmpath.asking.asker import Choice, Prompt
from pmpath.asking.terminal import TerminalAsker

ENTER, CTRL_C, CTRL_D = "\r", "\x03", "\x04"
UP, DOWN = "\x1b[A", "\x1b[B"
STOPS = [(CTRL_C, KeyboardInterrupt), (CTRL_D, EOFError)]
WORDS = ("not-yet", "no-chance", "with-help", "on-my-own", "lead-others")
LONG = "You own, without someone steering you, a large or ill-defined problem, and the work runs through several teams"


def prompt(labels: dict[str, str] | None = None, question: str = "Do you lead it?") -> Prompt:
    offered = labels or {word: choice_label("data.pm", word) for word in WORDS}
    choices = [Choice(word, label) for word, label in offered.items()]
    return Prompt("7 of about 15, 2 minutes left", "decides PM or Senior PM", question, "How much of this?", choices)


def scope_prompt() -> Prompt:
    choices = [Choice(word, choice_label("scope", word)) for word in reversed(grid().choices["scope"])]
    return Prompt("1 of about 15, 4 minutes left", "decides", question_texts()["scope"], "", choices)


@contextmanager
def keys(*typed: str) -> Iterator[TerminalAsker]:
    """Give an asker these keys; Ctrl-D comes after them, so that a question they do not answer ends instead of waiting."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        for one in (*typed, CTRL_D):
            pipe.send_text(one)
        yield TerminalAsker()


def chosen(*typed: str) -> str:
    with keys(*typed) as asker:
        return asker.choose(prompt())


def shown_lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(("digit", "word"), list(zip("12345", WORDS, strict=True)))
def test_a_digit_answers_at_once(digit: str, word: str) -> None:
    assert chosen(digit) == word


@pytest.mark.parametrize("place", range(1, 9))
def test_each_of_the_eight_statements_of_scope_has_its_digit(place: int) -> None:
    with keys(str(place)) as asker:
        assert asker.choose(scope_prompt()) == list(reversed(grid().choices["scope"]))[place - 1]


@pytest.mark.parametrize("other", ["0", "6", "7", "8", "9", "x", " ", "?"])
def test_keys_that_stand_for_no_answer_are_passed_over(other: str) -> None:
    assert chosen(other, "4") == "on-my-own"


@pytest.mark.parametrize(
    ("arrows", "word"),
    [
        ("", "not-yet"),
        (DOWN, "no-chance"),
        (DOWN * 2, "with-help"),
        (DOWN * 4, "lead-others"),
        (DOWN * 3 + UP, "with-help"),
        (UP, "lead-others"),
        (DOWN * 5, "not-yet"),
    ],
)
def test_arrows_move_and_enter_answers(arrows: str, word: str) -> None:
    assert chosen(arrows + ENTER) == word


def test_a_digit_after_arrows_counts_and_not_the_pointer() -> None:
    assert chosen(DOWN, "5") == "lead-others"


@pytest.mark.parametrize(("key", "raised"), STOPS, ids=["ctrl-c", "ctrl-d"])
def test_control_keys_stop_a_question(key: str, raised: type[BaseException]) -> None:
    with keys(key) as asker, pytest.raises(raised):
        asker.choose(prompt())


@pytest.mark.parametrize(("key", "raised"), STOPS, ids=["ctrl-c", "ctrl-d"])
def test_control_keys_stop_after_moving_too(key: str, raised: type[BaseException]) -> None:
    with keys(DOWN, key) as asker, pytest.raises(raised):
        asker.choose(prompt())


def test_the_screen_has_progress_reason_question_and_frame_before_the_answers(capsys: pytest.CaptureFixture[str]) -> None:
    chosen("3")
    assert shown_lines(capsys)[:5] == [
        "",
        "7 of about 15, 2 minutes left - decides PM or Senior PM",
        "",
        "Do you lead it?",
        "How much of this?",
    ]


def test_a_question_without_a_frame_has_no_line_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    with keys("1") as asker:
        asker.choose(scope_prompt())
    lines = shown_lines(capsys)
    assert lines[3] == question_texts()["scope"]
    assert library().words.ladder.frame not in lines
    assert sum("1-8, or arrows and Enter" in line for line in lines) == 1


def test_every_answer_stands_under_its_digit(capsys: pytest.CaptureFixture[str]) -> None:
    chosen("1")
    shown = " ".join(capsys.readouterr().err.split())
    for place, word in enumerate(WORDS, start=1):
        assert f"{place} {choice_label('data.pm', word)}" in shown


def test_the_chosen_answer_stays_on_the_screen_as_the_last_line(capsys: pytest.CaptureFixture[str]) -> None:
    chosen("3")
    assert shown_lines(capsys)[-1].endswith(f"  {choice_label('data.pm', 'with-help')}")


@pytest.mark.parametrize("columns", ["40", "60", "80"])
def test_a_long_label_is_wrapped_whole_at_any_width(
    columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    with keys("2") as asker:
        asker.choose(prompt({"a": LONG, "b": "short"}))
    lines = shown_lines(capsys)
    assert f"1 {LONG}" in " ".join(" ".join(lines).split())
    assert max(map(len, lines[:-1])) <= int(columns)


def test_a_chosen_long_label_is_shown_whole_at_40_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    with keys("1") as asker:
        asker.choose(prompt({"a": LONG}))
    after = capsys.readouterr().err.rpartition("1  You own")[2]
    assert f" {LONG}" in " ".join(after.split())


def test_every_statement_about_people_is_whole_at_40_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    labels = {word: choice_label("people", word) for word in grid().choices["people"]}
    with keys("1") as asker:
        asker.choose(prompt(labels))
    shown = " ".join(capsys.readouterr().err.split())
    assert [label for label in labels.values() if label not in shown] == []


@pytest.mark.parametrize("columns", ["1", "10", "20"])
def test_a_very_narrow_terminal_still_asks(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert chosen("2") == "no-chance"


def test_a_wide_terminal_is_not_filled_beyond_a_hundred_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    with keys() as asker:
        asker.say("word " * 100)
    assert max(map(len, shown_lines(capsys))) == 99


def test_nothing_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    with keys("3", f"a line{ENTER}") as asker:
        asker.choose(prompt())
        asker.line("What did you do?")
        asker.say("Four answers decide.")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("asked ten users", "asked ten users"),
        ("  asked ten  ", "asked ten"),
        ("", ""),
        ("   ", ""),
        ("Größe [red] 80 %", "Größe [red] 80 %"),
        ("12345", "12345"),
        ("abx\x7fc", "abc"),
    ],
)
def test_one_line_is_read_up_to_enter(typed: str, read: str) -> None:
    with keys(typed + ENTER) as asker:
        assert asker.line("What did you do?") == read


def test_what_is_typed_after_enter_waits_for_the_next_line() -> None:
    with keys(f"first{ENTER}second{ENTER}") as asker:
        assert [asker.line("What?"), asker.line("And then?")] == ["first", "second"]


def test_the_question_of_a_line_stands_above_it_wrapped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    with keys(ENTER) as asker:
        asker.line("Which question did you set out to answer, whom did you hear?")
    assert shown_lines(capsys)[:2] == ["Which question did you set out to", "answer, whom did you hear?"]


@pytest.mark.parametrize(("key", "raised"), STOPS, ids=["ctrl-c", "ctrl-d"])
def test_control_keys_stop_a_line(key: str, raised: type[BaseException]) -> None:
    with keys(key) as asker, pytest.raises(raised):
        asker.line("What did you do?")


def test_a_paragraph_is_shown_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    TerminalAsker().say("Four answers decide.")
    assert capsys.readouterr().err == "Four answers decide.\n"


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "\x9b31m", "a\x00b", "\u202eback", "\x07bell"])
def test_what_a_terminal_would_obey_is_never_sent_to_it(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    with keys("1", ENTER) as asker:
        asker.choose(prompt({"a": f"label {hostile}"}, question=f"question {hostile}"))
        asker.line(f"line {hostile}")
        asker.say(f"say {hostile}")
    shown = capsys.readouterr().err
    assert not set(shown) & set("\x1b\x9b\x00\u202e\x07")
