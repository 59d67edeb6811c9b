"""The terminal asker with keys from a pipe: which keys answer, move or stop, what is shown and where, where the cursor is."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.layout import FormattedTextControl, UIContent
from prompt_toolkit.output import DummyOutput

from builders import SetVariable, choice_label, grid, library, question_texts
from pmpath.asking.asker import Choice, Move, Prompt
from pmpath.asking.terminal import TerminalAsker, _select

ENTER, CTRL_C, CTRL_D = "\r", "\x03", "\x04"
UP, DOWN = "\x1b[A", "\x1b[B"
STOPS = [(CTRL_C, KeyboardInterrupt), (CTRL_D, EOFError)]
WORDS = ("not-yet", "no-chance", "with-help", "on-my-own", "lead-others")
LONG = "You own, without someone steering you, a large or ill-defined problem, and the work runs through several teams"
HEADER = "7 of about 15, 2 minutes left - decides PM or Senior PM"
LEGEND = "1-5 or arrows and Enter, ? what counts, w why this, e evidence, b back, s skip, q stop"
SHORT_LEGEND = "1-5 or arrows and Enter; ? w e b s q"


def prompt(
    labels: dict[str, str] | None = None,
    question: str = "Do you lead it?",
    earlier: str | None = None,
    moves: Sequence[Move] = tuple(Move),
) -> Prompt:
    offered = labels or {word: choice_label("data.pm", word) for word in WORDS}
    choices = [Choice(word, label, f"short {word}") for word, label in offered.items()]
    return Prompt(HEADER, "Data, PM", question, "How much of this?", choices, earlier, moves)


def scope_prompt() -> Prompt:
    choices = [Choice(word, choice_label("scope", word), word) for word in reversed(grid().choices["scope"])]
    return Prompt("1 of about 15, 4 minutes left - decides", "Scope", question_texts()["scope"], "", choices)


@contextmanager
def keys(*typed: str) -> Iterator[TerminalAsker]:
    """Give an asker these keys; Ctrl-D comes after them, so that a question they do not answer ends instead of waiting."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        for one in (*typed, CTRL_D):
            pipe.send_text(one)
        yield TerminalAsker()


def reply(*typed: str, to: Prompt | None = None) -> Choice | Move:
    with keys(*typed) as asker:
        return asker.choose(to or prompt())


def word_of(answered: Choice | Move) -> str:
    assert isinstance(answered, Choice)
    return answered.word


def chosen(*typed: str) -> str:
    return word_of(reply(*typed))


class Answers(NamedTuple):
    """The answers as they are laid out, and the legend below them."""

    content: UIContent
    has_focus: bool
    below: str

    @property
    def lines(self) -> list[str]:
        return ["".join(part[1] for part in self.content.get_line(at)) for at in range(self.content.line_count)]

    @property
    def cursor_line(self) -> str:
        assert self.content.show_cursor
        assert self.content.cursor_position is not None
        return self.lines[self.content.cursor_position.y]


def laid_out(asked: Prompt) -> Answers:
    """Lay a question out and return what stands there."""
    from questionary.prompts.common import InquirerControl

    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        layout = _select(asked).application.layout
    windows = list(layout.find_all_windows())
    window = next(one for one in windows if isinstance(one.content, InquirerControl))
    last = windows[-1].content
    assert isinstance(last, FormattedTextControl)
    return Answers(window.content.create_content(80, 400), layout.current_window is window, str(last.text))


def shown_lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def shown_text(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(("digit", "word"), list(zip("12345", WORDS, strict=True)))
def test_a_digit_answers_at_once(digit: str, word: str) -> None:
    assert chosen(digit) == word


@pytest.mark.parametrize("place", range(1, 9))
def test_each_of_the_eight_statements_of_scope_has_its_digit(place: int) -> None:
    with keys(str(place)) as asker:
        assert word_of(asker.choose(scope_prompt())) == list(reversed(grid().choices["scope"]))[place - 1]


@pytest.mark.parametrize("other", ["0", "6", "7", "8", "9", "x", " ", "!", "\t"])
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


@pytest.mark.parametrize("move", Move)
def test_each_move_has_its_key(move: Move) -> None:
    assert reply(move.value) is move


@pytest.mark.parametrize("move", [move for move in Move if move.value.isalpha()])
def test_an_upper_case_key_moves_too(move: Move) -> None:
    assert reply(move.value.upper()) is move


def test_a_move_after_arrows_counts_and_not_the_pointer() -> None:
    assert reply(DOWN, "s") is Move.SKIP


@pytest.mark.parametrize("move", [move for move in Move if move is not Move.STOP])
def test_a_move_that_is_not_offered_is_passed_over(move: Move) -> None:
    assert word_of(reply(move.value, "2", to=prompt(moves=[Move.STOP]))) == "no-chance"


def test_the_earlier_answer_is_preselected() -> None:
    assert word_of(reply(ENTER, to=prompt(earlier="with-help"))) == "with-help"


def test_arrows_move_on_from_the_earlier_answer() -> None:
    assert word_of(reply(DOWN + ENTER, to=prompt(earlier="with-help"))) == "on-my-own"


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
    assert shown_lines(capsys)[:3] == [HEADER, "Do you lead it?", "How much of this?"]


def test_a_question_without_a_frame_has_no_line_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    with keys("1") as asker:
        asker.choose(scope_prompt())
    lines = shown_lines(capsys)
    assert lines[1] == question_texts()["scope"]
    assert library().words.ladder.frame not in lines
    assert sum("1-8 or arrows and Enter" in line for line in lines) == 1


def test_every_answer_stands_under_its_digit(capsys: pytest.CaptureFixture[str]) -> None:
    chosen("1")
    shown = shown_text(capsys)
    for place, word in enumerate(WORDS, start=1):
        assert f"{place} {choice_label('data.pm', word)}" in shown


@pytest.mark.parametrize(
    ("lines", "legend", "left_out"),
    [("24", LEGEND, SHORT_LEGEND), ("16", LEGEND, SHORT_LEGEND), ("15", SHORT_LEGEND, LEGEND), ("12", SHORT_LEGEND, LEGEND)],
)
def test_the_legend_stands_below_the_answers_and_is_short_in_a_low_terminal(
    lines: str, legend: str, left_out: str, capsys: pytest.CaptureFixture[str], setting: SetVariable
) -> None:
    setting("COLUMNS", "80")
    setting("LINES", lines)
    chosen("1")
    shown = shown_text(capsys)
    assert shown.index(choice_label("data.pm", "lead-others")) < shown.index(legend)
    assert left_out not in shown


def test_the_legend_names_only_the_moves_on_offer() -> None:
    assert laid_out(prompt({"a": "Go on", "b": "Afresh"}, moves=[Move.STOP])).below.strip() == "1-2 or arrows and Enter, q stop"


def test_the_short_form_of_the_answer_stays_on_the_screen_as_the_last_line(capsys: pytest.CaptureFixture[str]) -> None:
    chosen("3")
    assert capsys.readouterr().err.endswith("  Data, PM: short with-help\n\n")


def test_no_line_stays_of_a_move(capsys: pytest.CaptureFixture[str]) -> None:
    reply("b")
    assert "Data, PM" not in capsys.readouterr().err


def test_the_cursor_stands_on_the_first_answer() -> None:
    answers = laid_out(prompt())
    assert answers.has_focus
    assert answers.cursor_line.strip().startswith("> 1")


@pytest.mark.parametrize(("place", "word"), list(enumerate(WORDS, start=1)))
def test_the_cursor_stands_on_the_earlier_answer(place: int, word: str) -> None:
    assert laid_out(prompt(earlier=word)).cursor_line.strip().startswith(f"> {place}")


def test_the_cursor_stands_on_the_first_line_of_a_long_answer(setting: SetVariable) -> None:
    setting("COLUMNS", "40")
    answers = laid_out(prompt({"a": LONG, "b": LONG}, earlier="b"))
    assert answers.cursor_line.strip().startswith("> 2")
    assert len(answers.lines) > 4


@pytest.mark.parametrize("columns", ["40", "60", "80"])
def test_a_long_label_is_wrapped_whole_at_any_width(
    columns: str, capsys: pytest.CaptureFixture[str], setting: SetVariable
) -> None:
    setting("COLUMNS", columns)
    with keys("2") as asker:
        asker.choose(prompt({"a": LONG, "b": "short"}))
    lines = shown_lines(capsys)
    assert f"1 {LONG}" in " ".join(" ".join(lines).split())
    assert max(map(len, lines)) <= int(columns)


def test_every_statement_about_people_is_whole_at_40_columns(capsys: pytest.CaptureFixture[str], setting: SetVariable) -> None:
    setting("COLUMNS", "40")
    labels = {word: choice_label("people", word) for word in grid().choices["people"]}
    with keys("1") as asker:
        asker.choose(prompt(labels))
    shown = shown_text(capsys)
    assert [label for label in labels.values() if label not in shown] == []


@pytest.mark.parametrize("columns", ["1", "10", "20"])
def test_a_very_narrow_terminal_still_asks(columns: str, setting: SetVariable) -> None:
    setting("COLUMNS", columns)
    assert chosen("2") == "no-chance"


def test_a_wide_terminal_is_not_filled_beyond_a_hundred_columns(
    capsys: pytest.CaptureFixture[str], setting: SetVariable
) -> None:
    setting("COLUMNS", "300")
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


def test_the_question_of_a_line_stands_above_it_wrapped(capsys: pytest.CaptureFixture[str], setting: SetVariable) -> None:
    setting("COLUMNS", "40")
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


@pytest.mark.parametrize(
    ("begins", "indent"), [("  1  ", 5), (" 18  ", 5), ("- ", 2), ("", 0)], ids=["numbered", "two digits", "listed", "plain"]
)
def test_the_lines_of_a_paragraph_stand_below_its_first_word(
    begins: str, indent: int, capsys: pytest.CaptureFixture[str], setting: SetVariable
) -> None:
    setting("COLUMNS", "40")
    TerminalAsker().say(begins + "word " * 20)
    assert {line.index("word") for line in shown_lines(capsys)} == {indent}


def test_a_paragraph_that_begins_with_a_number_is_not_indented(
    capsys: pytest.CaptureFixture[str], setting: SetVariable
) -> None:
    setting("COLUMNS", "40")
    TerminalAsker().say("4 answers decide where you stand. A line of evidence makes each easier to stand by.")
    assert not [line for line in shown_lines(capsys) if line.startswith(" ")]


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "\x9b31m", "a\x00b", "\u202eback", "\x07bell"])
def test_what_a_terminal_would_obey_is_never_sent_to_it(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    with keys("1", ENTER) as asker:
        asker.choose(prompt({"a": f"label {hostile}"}, question=f"question {hostile}")._replace(header=f"7 {hostile}"))
        asker.line(f"line {hostile}")
        asker.say(f"say {hostile}")
    shown = capsys.readouterr().err
    assert not set(shown) & set("\x1b\x9b\x00\u202e\x07")
