"""A check-in: how each action that is due went, kept before the next one is asked about."""

from collections.abc import Mapping
from typing import Final

import pytest

from pmpath.asking.asker import Choice, Move, Prompt
from pmpath.asking.checkin import LONGEST_LINE, Asked, ask_each
from pmpath.asking.scripted import ScriptedAsker
from pmpath.model.plan import Stage, State

ONE: Final = Asked("data.pm", "Data: prove it", Stage.LEARN, "Learn how it is done")
TWO: Final = Asked("scope.pm", "Scope: own it", Stage.ASK, "Ask for it")
WHY: Final = "What is in the way? Enter passes."


class Notebook:
    """A keeper that remembers every report."""

    def __init__(self) -> None:
        self.said: list[Mapping[str, str]] = []

    def __call__(self, said: Mapping[str, str], /) -> None:
        self.said.append(said)


class Person(ScriptedAsker):
    """Replies in order; `kept_before` holds how much was kept when each question was shown."""

    def __init__(self, replies: tuple[Move | str, ...], notebook: Notebook, lines: tuple[str, ...] = ()) -> None:
        super().__init__({}, lines, replies)
        self._notebook = notebook
        self.kept_before: list[int] = []

    def choose(self, prompt: Prompt) -> Choice | Move:
        self.kept_before.append(len(self._notebook.said))
        return super().choose(prompt)


def checked(*replies: Move | str, line: str = "") -> tuple[list[str], list[Mapping[str, str]], Person]:
    """Return the actions that something was said about, what was kept, and the person."""
    notebook = Notebook()
    person = Person(replies, notebook, (line,))
    return ask_each(person, [ONE, TWO], notebook), notebook.said, person


def test_each_action_is_asked_about_with_the_step_that_is_due() -> None:
    person = checked("rested", "rested")[2]
    assert [(prompt.header, prompt.title, prompt.question, prompt.frame) for prompt in person.prompts] == [
        ("1 of 2", "Data: prove it", "Data: prove it. How did it go?", "Due: Learn how it is done"),
        ("2 of 2", "Scope: own it", "Scope: own it. How did it go?", "Due: Ask for it"),
    ]


def test_the_step_that_is_due_stands_in_the_answer_that_it_is_behind() -> None:
    choices = checked("rested", "rested")[2].prompts[0].choices
    assert choices[1] == Choice("step", "This step is behind me: Learn how it is done", "one step further")
    assert [choice.word for choice in choices] == ["done", "step", "moved", "blocked", "rested"]


def test_only_skipping_and_stopping_are_offered() -> None:
    assert checked("rested", "rested")[2].prompts[0].moves == (Move.SKIP, Move.STOP)


@pytest.mark.parametrize(
    ("reply", "report"),
    [
        ("done", {"task": "data.pm", "state": State.DONE}),
        ("step", {"task": "data.pm", "state": State.OPEN, "stage": Stage.LEARN}),
        ("moved", {"task": "data.pm", "state": State.OPEN}),
        ("blocked", {"task": "data.pm", "state": State.BLOCKED}),
    ],
)
def test_each_answer_is_kept_as_what_it_says(reply: str, report: dict[str, str]) -> None:
    assert checked(reply, "rested")[:2] == (["data.pm"], [report])


@pytest.mark.parametrize("reply", ["rested", Move.SKIP])
def test_what_was_not_worked_on_or_skipped_keeps_nothing(reply: Move | str) -> None:
    assert checked(reply, reply)[:2] == ([], [])


def test_what_blocks_an_action_is_asked_for_and_kept() -> None:
    _, kept, person = checked("blocked", "rested", line="my lead is away")
    assert (kept[0]["why"], person.said) == ("my lead is away", [WHY])


def test_only_what_is_blocked_is_asked_why() -> None:
    assert checked("moved", "done")[2].said == []


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "a\x00b", "\u202eback"])
def test_a_reason_holds_nothing_that_a_terminal_would_obey(hostile: str) -> None:
    assert checked("blocked", "rested", line=hostile)[1][0]["why"].isprintable()


def test_a_reason_is_no_longer_than_a_line_of_a_sheet() -> None:
    assert len(checked("blocked", "rested", line="x" * 5000)[1][0]["why"]) == LONGEST_LINE == 2000


def test_all_that_something_was_said_about_comes_back_in_the_order_of_asking() -> None:
    assert checked("moved", "done")[0] == ["data.pm", "scope.pm"]


def test_each_reply_is_kept_before_the_next_question_is_shown() -> None:
    assert checked("moved", "done")[2].kept_before == [0, 1]


def test_who_stops_keeps_what_was_said_so_far() -> None:
    notebook = Notebook()
    with pytest.raises(EOFError):
        ask_each(Person(("moved", Move.STOP), notebook), [ONE, TWO], notebook)
    assert notebook.said == [{"task": "data.pm", "state": State.OPEN}]


def test_where_nothing_is_due_nothing_is_asked() -> None:
    assert ask_each(ScriptedAsker({}), [], Notebook()) == []
