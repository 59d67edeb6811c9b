"""Did-you-mean."""

import pytest

from builders import grid, library
from pmpath.model.suggest import closest, did_you_mean

KNOWN = ("discovery", "delivery", "data", "strategy", "senior-pm", "director")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("discovry", "discovery"),
        ("DELIVERY", "delivery"),
        ("dta", "data"),
        ("stratgy", "strategy"),
        ("senior_pm", "senior-pm"),
        ("directer", "director"),
        ("data", "data"),
    ],
)
def test_the_nearest_known_word_is_suggested(typed: str, meant: str) -> None:
    assert closest(typed, KNOWN) == meant
    assert did_you_mean(typed, KNOWN) == f"did you mean {meant}?"


@pytest.mark.parametrize("typed", ["", "zzz", "7", "completely different words"])
def test_where_nothing_is_near_nothing_is_suggested(typed: str) -> None:
    assert closest(typed, KNOWN) is None
    assert did_you_mean(typed, KNOWN) == ""


def test_with_nothing_known_nothing_is_suggested() -> None:
    assert closest("data", ()) is None
    assert did_you_mean("data", iter(())) == ""


def test_known_words_may_come_one_at_a_time() -> None:
    assert closest("delivry", (word for word in KNOWN)) == "delivery"


@pytest.mark.parametrize("question", list(grid().choices))
def test_a_question_id_without_its_first_letter_finds_the_id(question: str) -> None:
    assert closest(question[1:], grid().choices) == question


@pytest.mark.parametrize("level", grid().levels)
def test_a_level_in_capitals_is_found(level: str) -> None:
    assert closest(level.upper(), library().words.level_names()) == level
