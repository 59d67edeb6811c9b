"""An interview by a ladder of one's own, in a real terminal: its questions, kept as its own, taken up again by it alone."""

from functools import partial

import pytest

from builders import ROOT
from e2e.pseudo_terminal import Terminal, kept_answers, pmpath_command, terminal

pytestmark = pytest.mark.terminal

LADDER = ("--ladder", str(ROOT / "examples" / "monzo-product.yaml"))


def at_question(text: str, place: int = 0) -> bool:
    """Say whether a question waits for a key, any or the one at a place."""
    return text.endswith("q stop") and (not place or f"{place} of about" in text)


def answer(person: Terminal, key: str, count: int) -> None:
    """Answer so many questions alike."""
    for place in range(1, count + 1):
        person.wait(partial(at_question, place=place))
        person.press(key)


def test_an_interview_asks_by_the_ladder_and_goes_on_by_it() -> None:
    with terminal(pmpath_command("assess", *LADDER)) as person:
        answer(person, "4", 2)
        person.wait(partial(at_question, place=3))
        person.press("q")
        assert person.end() == 3
        assert "pmpath assess --resume" in person.text
    assert set(kept_answers().values()) == {"on-my-own"}
    assert {name.partition(".")[2] for name in kept_answers()} <= {"level-1", "level-2", "level-3", "level-4"}
    with terminal(pmpath_command("assess", "--resume", *LADDER)) as person:
        assert "3 of about" in person.wait(at_question)
