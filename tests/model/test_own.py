"""The plain records of files of one's own, and the words of a ladder for somebody who holds no level."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from builders import library
from pmpath.model.check import FileCheck
from pmpath.model.own import NOTHING_OWN, Own
from pmpath.model.words import Words

if TYPE_CHECKING:
    from pmpath.model.ladder import Ladder


def test_nothing_of_ones_own_is_the_usual_case() -> None:
    assert (Own(), any(NOTHING_OWN), any(Own("ladder.yaml"))) == (NOTHING_OWN, False, True)


def test_a_file_is_there_unless_said() -> None:
    assert FileCheck("a.yaml", "ladder", {"levels": 3}, ()).is_missing is False


@pytest.mark.parametrize(
    ("below", "said"), [("on the way into product", "on the way into product"), (None, "on the way to Deck")]
)
def test_somebody_below_the_first_level_is_called_what_the_ladder_says(below: str | None, said: str) -> None:
    ladder = SimpleNamespace(
        levels=[SimpleNamespace(id="deck", name="Deck")], competencies=[], answers=[], settings=[], below=below
    )
    assert Words(cast("Ladder", ladder)).below == said


def test_the_shipped_ladder_says_it_itself() -> None:
    assert library().words.ladder.below == library().words.below
