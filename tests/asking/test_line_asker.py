"""The line asker: numbered answers on lines of their own, whole lines read, nothing drawn twice, nothing hostile shown."""

import io
import sys
from collections.abc import Callable, Sequence

import pytest

from pmpath.asking.asker import Choice, Move, Prompt
from pmpath.asking.line import LineAsker

CHOICES = [
    Choice("not-yet", "Not yet", "not yet"),
    Choice("with-help", "With help: someone guided it", "with help"),
    Choice("on-my-own", "On my own", "on your own"),
]
HEADER = "7 of about 15, 2 minutes left - decides PM or Senior PM"
LEGEND = "Answer 1-3, ? what counts, w why this, e evidence, b back, s skip, q stop:"
AGAIN = "Type a number from 1 to 3, or one of ? w e b s q, then Enter:"
LONG = "You own, without someone steering you, a large or ill-defined problem, and the work runs through several teams"

Typing = Callable[[bytes], LineAsker]
Stderr = pytest.CaptureFixture[str]


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Return a way to make an asker with these bytes on its standard input."""

    def make(typed: bytes, encoding: str = "utf-8") -> LineAsker:
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding))
        return LineAsker()

    return make


def prompt(earlier: str | None = None, moves: Sequence[Move] = tuple(Move), frame: str = "How much of this?") -> Prompt:
    return Prompt(HEADER, "Data, PM", "Do you lead it?", frame, CHOICES, earlier, moves)


def shown(capsys: Stderr) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_a_question_is_shown_in_plain_lines_with_its_answers_numbered(typing: Typing, capsys: Stderr) -> None:
    typing(b"1\n").choose(prompt())
    assert shown(capsys)[:7] == [
        HEADER,
        "Do you lead it?",
        "How much of this?",
        "1  Not yet",
        "2  With help: someone guided it",
        "3  On my own",
        LEGEND,
    ]


def test_a_question_without_a_frame_has_no_line_for_it(typing: Typing, capsys: Stderr) -> None:
    typing(b"1\n").choose(prompt(frame=""))
    assert shown(capsys)[1:3] == ["Do you lead it?", "1  Not yet"]


def test_a_long_answer_is_wrapped_whole_below_its_first_word(
    typing: Typing, capsys: Stderr, monkeypatch: pytest.MonkeyPatch
) -> None:
    asker = typing(b"1\n")
    monkeypatch.setenv("COLUMNS", "40")
    asker.choose(prompt()._replace(choices=[Choice("a", LONG, "short")]))
    lines = shown(capsys)
    first = next(place for place, line in enumerate(lines) if line.startswith("1  "))
    answer = lines[first : lines.index("Answer 1-1, ? what counts, w why this,")]
    assert " ".join(" ".join(answer).split()) == f"1 {LONG}"
    assert all(line.startswith("   ") for line in answer[1:])


@pytest.mark.parametrize(("digit", "word"), [(b"1", "not-yet"), (b"2", "with-help"), (b"3", "on-my-own")])
def test_a_number_and_enter_answer(digit: bytes, word: str, typing: Typing) -> None:
    reply = typing(digit + b"\n").choose(prompt())
    assert isinstance(reply, Choice)
    assert reply.word == word


@pytest.mark.parametrize("line", [b"  2  \n", b"2\r\n", b"2"], ids=["blanks", "windows", "no line end"])
def test_what_surrounds_a_number_does_not_matter(line: bytes, typing: Typing) -> None:
    assert typing(line).choose(prompt()) == CHOICES[1]


def test_an_answer_is_said_as_a_sentence_and_a_free_line_follows(typing: Typing, capsys: Stderr) -> None:
    typing(b"3\n").choose(prompt())
    assert shown(capsys)[-2:] == ["Data, PM: on your own.", ""]


@pytest.mark.parametrize("move", Move)
def test_each_move_has_its_key(move: Move, typing: Typing) -> None:
    assert typing(f"{move}\n".encode()).choose(prompt()) is move


@pytest.mark.parametrize("move", [move for move in Move if move.value.isalpha()])
def test_an_upper_case_key_moves_too(move: Move, typing: Typing) -> None:
    assert typing(f"{move.value.upper()}\n".encode()).choose(prompt()) is move


def test_a_move_leaves_no_sentence(typing: Typing, capsys: Stderr) -> None:
    typing(b"b\n").choose(prompt())
    assert shown(capsys)[-1] == LEGEND


@pytest.mark.parametrize("wrong", ["", "0", "4", "11", "1 2", "x", "bb", "-1", "\u0661", "yes", "1.", "on-my-own"])
def test_what_fits_nothing_is_asked_for_again_in_a_sentence(wrong: str, typing: Typing, capsys: Stderr) -> None:
    assert typing(f"{wrong}\n2\n".encode()).choose(prompt()) == CHOICES[1]
    assert shown(capsys).count(AGAIN) == 1


def test_asking_again_shows_the_question_only_once(typing: Typing, capsys: Stderr) -> None:
    typing(b"x\ny\nz\n2\n").choose(prompt())
    lines = shown(capsys)
    assert (lines.count(HEADER), lines.count(LEGEND), lines.count(AGAIN)) == (1, 1, 3)


def test_a_move_that_is_not_offered_is_asked_for_again(typing: Typing, capsys: Stderr) -> None:
    assert typing(b"b\nq\n").choose(prompt(moves=[Move.STOP])) is Move.STOP
    lines = shown(capsys)
    assert "Answer 1-3, q stop:" in lines
    assert "Type a number from 1 to 3, or one of q, then Enter:" in lines


def test_the_earlier_answer_is_said(typing: Typing, capsys: Stderr) -> None:
    typing(b"1\n").choose(prompt(earlier="with-help"))
    assert "Your answer so far: with help." in shown(capsys)


def test_a_first_asking_says_nothing_of_an_earlier_answer(typing: Typing, capsys: Stderr) -> None:
    typing(b"1\n").choose(prompt())
    assert "so far" not in capsys.readouterr().err


@pytest.mark.parametrize("typed", [b"", b"x\n"], ids=["at once", "after a wrong line"])
def test_the_end_of_input_ends_a_question(typed: bytes, typing: Typing) -> None:
    with pytest.raises(EOFError):
        typing(typed).choose(prompt())


def test_the_end_of_input_ends_a_line(typing: Typing) -> None:
    with pytest.raises(EOFError):
        typing(b"").line("What did you do?")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (b"asked ten users\n", "asked ten users"),
        (b"  asked ten  \n", "asked ten"),
        (b"\n", ""),
        (b"   \n", ""),
        ("Größe [red] 80 %\n".encode(), "Größe [red] 80 %"),
        (b"no line end", "no line end"),
        (b"q\n", "q"),
    ],
)
def test_one_line_is_read_up_to_enter(typed: bytes, read: str, typing: Typing) -> None:
    assert typing(typed).line("What did you do?") == read


def test_what_comes_after_enter_waits_for_the_next_line(typing: Typing) -> None:
    asker = typing(b"first\n2\nsecond\n")
    assert (asker.line("What?"), asker.choose(prompt()), asker.line("And then?")) == ("first", CHOICES[1], "second")


@pytest.mark.parametrize("typed", [b"\xff\xfe\n", b"\xc3\n", b"\x80abc\n", b"\xed\xa0\x80\n"])
def test_bytes_that_are_no_text_fit_no_answer_and_break_nothing(typed: bytes, typing: Typing, capsys: Stderr) -> None:
    assert typing(typed + b"1\n").choose(prompt()) == CHOICES[0]
    assert AGAIN in shown(capsys)


def test_bytes_that_are_no_text_are_replaced_in_a_line(typing: Typing) -> None:
    assert typing(b"caf\xe9 au lait\n").line("What?") == "caf\ufffd au lait"


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "\x9b31m", "a\x00b", "\u202eback", "\x07bell"])
def test_what_a_terminal_would_obey_is_never_sent_to_it(hostile: str, typing: Typing, capsys: Stderr) -> None:
    asked = prompt(earlier="a", frame=hostile)._replace(
        header=hostile, title=hostile, question=hostile, choices=[Choice("a", hostile, hostile)]
    )
    asker = typing(f"{hostile}\n1\n\n".encode())
    asker.choose(asked)
    asker.line(hostile)
    asker.say(hostile)
    assert not set(capsys.readouterr().err) & set("\x1b\x9b\x00\u202e\x07")


def test_nothing_is_drawn_with_codes_and_nothing_goes_to_standard_output(typing: Typing, capsys: Stderr) -> None:
    asker = typing(b"2\na line\n")
    asker.choose(prompt())
    asker.line("What did you do?")
    asker.say("Four answers decide.")
    written = capsys.readouterr()
    assert written.out == ""
    assert not set(written.err) & set("\x1b\r\x08")


def test_a_paragraph_is_shown_on_standard_error(capsys: Stderr) -> None:
    LineAsker().say("Four answers decide.")
    assert capsys.readouterr().err == "Four answers decide.\n"
