"""Stopping in a terminal: keys and signals end the command with a sentence, and leave the terminal as it was."""

import shlex
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest

from builders import example_a
from e2e.pseudo_terminal import (
    CTRL_C,
    CTRL_D,
    CTRL_Z,
    ENTER,
    REVIEW,
    Terminal,
    answer_until,
    at_line,
    at_review,
    fresh_settings,
    kept,
    kept_answers,
    pass_review,
    pmpath_command,
    question_of,
    terminal,
    written,
)

pytestmark = pytest.mark.terminal

GO_ON = "go on with: pmpath assess --resume"
KEPT = f"Stopped. 1 of about 5 answers kept; {GO_ON}"
ALL_KEPT = f"Stopped. 1 answer kept; {GO_ON}"
LEFT_ALONE = "Stopped. The unfinished interview is kept."
OFFER = "Go on with it, or start afresh?"
SHELL = ["bash", "--norc", "--noprofile", "-i"]
SHELL_READY = "at-your-service>"


class Stop(NamedTuple):
    """A way to stop, and the exit code that tells it."""

    by: str | signal.Signals
    code: int

    def __call__(self, person: Terminal) -> None:
        if isinstance(self.by, signal.Signals):
            person.child.kill(self.by)
        else:
            person.press(self.by)


STOPS = {
    "ctrl-c": Stop(CTRL_C, 130),
    "ctrl-d": Stop(CTRL_D, 3),
    "int": Stop(signal.SIGINT, 130),
    "term": Stop(signal.SIGTERM, 143),
    "hup": Stop(signal.SIGHUP, 129),
}
BY_KEY = {"q": Stop("q", 3), "upper q": Stop("Q", 3)}


class Place(NamedTuple):
    """A kind of prompt: the options of the command, the way there, and what is said on stopping."""

    options: tuple[str, ...]
    reach: Callable[[Terminal], object]
    said: str


def to_question(person: Terminal) -> None:
    """Answer one question and come to the next."""
    person.wait(lambda text: question_of(text) == "scope")
    person.press("6")
    person.wait(lambda text: question_of(text) == "discovery.pm")


def to_question_by_line(person: Terminal) -> None:
    person.wait(lambda text: question_of(text) == "scope")
    person.press(f"6{ENTER}")
    person.wait(lambda text: question_of(text) == "discovery.pm")


def to_evidence(person: Terminal) -> None:
    to_question(person)
    person.press("e")
    person.wait(at_line)


def to_review(person: Terminal) -> None:
    """Answer the one question of someone on the way in."""
    person.wait(lambda text: question_of(text) == "scope")
    person.press("8")
    person.wait(at_review)


def to_review_by_line(person: Terminal) -> None:
    person.wait(lambda text: question_of(text) == "scope")
    person.press(f"8{ENTER}")
    person.wait(lambda text: text.endswith(REVIEW))


def to_offer(person: Terminal) -> None:
    """Come to the question whether to go on with the interview that is unfinished."""
    person.wait(lambda text: OFFER in text and text.endswith(("q stop", "q stop:")))


PLACES = {
    "question": Place(("--quick",), to_question, KEPT),
    "evidence": Place(("--quick",), to_evidence, KEPT),
    "review": Place(("--quick",), to_review, ALL_KEPT),
    "offer": Place((), to_offer, LEFT_ALONE),
    "question by line": Place(("--quick", "--accessible"), to_question_by_line, KEPT),
    "review by line": Place(("--quick", "--accessible"), to_review_by_line, ALL_KEPT),
    "offer by line": Place(("--accessible",), to_offer, LEFT_ALONE),
}
WITHOUT_KEY = ("evidence",)
"""Where q is a letter like any other."""
BY_LINE = ("question by line", "review by line", "offer by line", "review")
"""Where a key counts once Enter follows."""
WAYS = [
    *[pytest.param(place, stop, id=f"{place}-{name}") for place in PLACES for name, stop in STOPS.items()],
    *[
        pytest.param(place, stop._replace(by=f"{stop.by}{ENTER}") if place in BY_LINE else stop, id=f"{place}-{name}")
        for place in PLACES
        if place not in WITHOUT_KEY
        for name, stop in BY_KEY.items()
    ],
]


def leave_unfinished() -> None:
    """Leave an interview behind after its first answer."""
    with terminal(pmpath_command("assess", "--quick")) as person:
        to_question(person)
        person.press("q")
        assert person.end() == 3


@contextmanager
def at(name: str, *more: str) -> Iterator[Terminal]:
    """Give a terminal with this kind of prompt on its screen."""
    place = PLACES[name]
    if place.said == LEFT_ALONE:
        leave_unfinished()
    with terminal(pmpath_command("assess", *place.options, *more)) as person:
        place.reach(person)
        yield person


def modes_left_on(raw: bytes) -> list[bytes]:
    """Return what was switched and never switched back: pasting in brackets, lines that do not wrap, a hidden cursor."""
    switches = [(b"\x1b[?2004h", b"\x1b[?2004l"), (b"\x1b[?7l", b"\x1b[?7h"), (b"\x1b[?25l", b"\x1b[?25h")]
    return [on for on, off in switches if raw.rfind(on) > raw.rfind(off)]


@pytest.mark.parametrize(("place", "stop"), WAYS)
def test_stopping_has_its_code_and_its_sentence_and_leaves_terminal_and_answers_as_they_were(place: str, stop: Stop) -> None:
    with at(place) as person:
        stop(person)
        assert person.end() == stop.code
        assert person.settings() == fresh_settings()
        assert modes_left_on(person.raw) == []
        assert person.text.endswith(PLACES[place].said)
        assert "You are" not in person.text
    assert kept_answers() == {"scope": "none" if PLACES[place].said == ALL_KEPT else "pm"}


def test_the_terminal_is_in_another_mode_while_a_question_waits() -> None:
    with at("question") as person:
        assert person.settings() != fresh_settings()


@pytest.mark.parametrize("stop", [*STOPS.values(), BY_KEY["q"]], ids=[*STOPS, "q"])
def test_stopping_before_the_first_answer_says_that_there_is_nothing_to_keep(stop: Stop) -> None:
    with terminal(pmpath_command("assess")) as person:
        person.wait(question_of)
        stop(person)
        assert person.end() == stop.code
        assert person.text.endswith("Stopped before the first answer; there is nothing to keep.")
    assert kept_answers() == {}


@pytest.mark.parametrize("stop", [STOPS["ctrl-c"], BY_KEY["q"]], ids=["ctrl-c", "q"])
def test_stopping_an_interview_that_is_not_saved_keeps_nothing_and_says_so(stop: Stop) -> None:
    with at("question", "--no-save") as person:
        stop(person)
        assert person.end() == stop.code
        assert person.text.endswith("Stopped. Nothing was kept, as --no-save asks.")
    assert written() == []


def test_stopping_later_says_how_many_of_about_how_many_answers_are_kept() -> None:
    with terminal(pmpath_command("assess")) as person:
        asked = answer_until(person, example_a(), "6 of about")
        person.press(CTRL_C)
        assert person.end() == 130
        assert person.text.endswith(f"Stopped. 5 of about 15 answers kept; {GO_ON}")
    assert kept_answers() == {name: example_a()[name] for name in asked[:5]}


def test_a_line_of_evidence_that_was_typed_before_stopping_is_kept() -> None:
    with at("evidence") as person:
        person.press(f"Asked ten users.{ENTER}")
        person.wait(lambda text: text.count(" >") > 1 or text.endswith("? >"))
        person.press(CTRL_C)
        assert person.end() == 130
    assert [said["evidence"] for said in kept() if "evidence" in said] == [{"what": "Asked ten users."}]


def test_an_interview_to_its_end_leaves_the_terminal_as_it_was() -> None:
    with at("review") as person:
        pass_review(person)
        assert person.end() == 0
        assert person.settings() == fresh_settings()


@contextmanager
def in_background(name: str) -> Iterator[Terminal]:
    """Give an interactive shell in which an interview was put into the background at this kind of prompt."""
    place = PLACES[name]
    with terminal(SHELL, settings={"PS1": f"{SHELL_READY} "}) as person:
        person.wait(lambda text: text.endswith(SHELL_READY))
        before = person.settings()
        person.press(shlex.join(pmpath_command("assess", *place.options)) + ENTER)
        place.reach(person)
        person.press(CTRL_Z)
        person.wait(lambda text: "Stopped" in text and text.endswith(SHELL_READY))
        assert person.settings() == before
        yield person


def back(person: Terminal, ready: Callable[[str], object]) -> None:
    """Fetch the interview back and wait until it is there again."""
    person.press(f"fg{ENTER}")
    person.wait(lambda text: " fg " in text and ready(text))


@pytest.mark.parametrize(
    ("place", "ready", "keys"),
    [
        ("question", lambda text: question_of(text) == "discovery.pm", "1"),
        ("evidence", at_line, f"Asked ten users.{ENTER}"),
        ("review", at_line, ENTER),
        ("question by line", lambda _: True, f"1{ENTER}"),
    ],
)
def test_an_interview_comes_back_from_the_background_and_goes_on(place: str, ready: Callable[[str], object], keys: str) -> None:
    with in_background(place) as person:
        back(person, ready)
        person.press(keys)
        person.wait(lambda text: WENT_ON[place] in text.rpartition(" fg ")[2])


WENT_ON = {
    "question": "Discovery, PM: not yet",
    "evidence": "What was going to be built before",
    "review": "Saved:",
    "question by line": "Discovery, PM: not yet.",
}
