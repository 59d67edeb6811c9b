"""Questions of fit and hats in a terminal: asked a key each, left at any time, nothing kept."""

from collections.abc import Callable

import pytest

from builders import library
from e2e.pseudo_terminal import CTRL_D, flat, journal, pmpath_command, terminal

pytestmark = pytest.mark.terminal

FIT = library().guides.environment.fit
HATS = library().guides.environment.hats


def asking(question: str) -> Callable[[str], bool]:
    """Wait until a question is on the screen and can be answered."""
    return lambda text: question in flat(text) and "q stop" in flat(text)


@pytest.mark.parametrize("columns", [40, 80])
def test_the_questions_of_fit_are_answered_with_a_key_each(columns: int) -> None:
    with terminal(pmpath_command("guide", "fit"), columns) as person:
        for question in FIT:
            person.wait(asking(question.question))
            person.press("1")
        assert person.end() == 0
        assert "The questions collect reasons and weigh nothing." in flat(person.text)
    assert not journal().exists()


@pytest.mark.parametrize("keys", ["q", CTRL_D])
def test_leaving_the_hats_keeps_nothing_and_says_so(keys: str) -> None:
    with terminal(pmpath_command("guide", "hats")) as person:
        person.wait(asking(HATS[0].question))
        person.press(keys)
        assert person.end() == 3
        assert "Stopped. Nothing of it is kept." in flat(person.text)
    assert not journal().exists()
