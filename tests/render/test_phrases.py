"""Small phrases: numbers, shares, lists, ranges, actions."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from builders import library
from pmpath.core.grid import Share
from pmpath.model.words import environment_note
from pmpath.render.page import Page
from pmpath.render.phrases import (
    add_action,
    counted,
    figure,
    listed,
    number,
    sentence,
    share,
    weeks,
)
from pmpath.render.stages import span
from render.pages import screen

if TYPE_CHECKING:
    from pmpath.model.competency import Action
    from pmpath.model.level import Range


def a_range(low: float, high: float | None, unit: str) -> "Range":
    return cast("Range", SimpleNamespace(low=low, high=high, unit=unit))


def an_action(*, startup: str | None = None, corporate: str | None = None, lead_weeks: int = 3) -> "Action":
    texts = {"do": "Write it.", "done_when": "It is read", "cue": "If it is Monday, then I write", "obstacle": "No time"}
    action = SimpleNamespace(
        **texts, answer="Half a page.", hours=2, lead_weeks=lead_weeks, startup=startup, corporate=corporate
    )
    return cast("Action", action)


@pytest.mark.parametrize(
    ("count", "word"), [(0, "no"), (1, "one"), (2, "two"), (3, "three"), (9, "nine"), (10, "ten"), (11, "11"), (57, "57")]
)
def test_small_counts_are_words(count: int, word: str) -> None:
    assert number(count) == word


@pytest.mark.parametrize(
    ("count", "said"), [(0, "no answers"), (1, "one answer"), (2, "two answers"), (10, "ten answers"), (12, "12 answers")]
)
def test_a_count_takes_its_noun_in_the_right_number(count: int, said: str) -> None:
    assert counted(count, "answer", "answers") == said


@pytest.mark.parametrize(
    ("over", "of", "said"),
    [(1, 2, "half"), (2, 3, "two thirds"), (3, 4, "three quarters"), (1, 3, "a third"), (3, 5, "3 of 5"), (1, 1, "1 of 1")],
)
def test_a_share_is_said_in_words(over: int, of: int, said: str) -> None:
    assert share(Share(over, of)) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), (["a"] * 4, "a, a, a and a")],
)
def test_names_are_joined_the_way_people_say_them(names: list[str], said: str) -> None:
    assert listed(names) == said


@pytest.mark.parametrize(
    ("value", "said"), [(1, "1"), (1.0, "1"), (1.5, "1.5"), (0.25, "0.25"), (20, "20"), (80.0, "80"), (100, "100")]
)
def test_a_figure_has_no_needless_fraction(value: float, said: str) -> None:
    assert figure(value) == said


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (1, 2, "years", "1-2 years"),
        (0.5, 1.5, "years", "0.5-1.5 years"),
        (20, None, "years", "20+ years"),
        (0, 3, "people", "0-3 people"),
        (0, 0, "people", "0-0 people"),
    ],
)
def test_a_range_is_said_with_its_unit(low: float, high: float | None, unit: str, said: str) -> None:
    assert span(a_range(low, high, unit)) == said


@pytest.mark.parametrize(
    ("text", "said"), [("Done", "Done."), ("Done.", "Done."), ("Why?", "Why?"), ("Stop!", "Stop!"), ("", ""), ("a: b", "a: b.")]
)
def test_a_sentence_ends_with_one_mark(text: str, said: str) -> None:
    assert sentence(text) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "within the week"),
        (1, "within the week"),
        (2, "about 2 weeks with the waiting"),
        (24, "about 24 weeks with the waiting"),
    ],
)
def test_a_lead_time_is_said_in_weeks(count: int, said: str) -> None:
    assert weeks(count) == said


@pytest.mark.parametrize(
    ("environment", "said"), [("startup", "alone"), ("corporate", "with others"), (None, None), ("other", None)]
)
def test_the_note_of_an_action_is_that_of_the_setting(environment: str | None, said: str | None) -> None:
    assert environment_note(an_action(startup="alone", corporate="with others"), environment) == said


def test_an_action_that_is_the_same_everywhere_has_no_note() -> None:
    assert environment_note(an_action(), "startup") is None


def test_a_step_says_all_that_it_takes_to_do_it() -> None:
    page = Page()
    add_action(page, an_action(), place=2, environment=None)
    assert screen(page, 80) == (
        "  2. Write it.\n"
        "     Own time: 2 h, about 3 weeks with the waiting.\n"
        "     Done when: It is read.\n"
        "     If it is Monday, then I write.\n"
        "     If this gets in the way: No time. Then: Half a page.\n"
    )


def test_a_step_says_how_it_differs_in_the_setting() -> None:
    page = Page()
    add_action(page, an_action(startup="Skip the paper"), place=1, environment="startup")
    assert screen(page, 80).splitlines()[-1] == "     In a startup setting: Skip the paper."


def test_a_step_says_nothing_of_a_setting_that_changes_nothing() -> None:
    page = Page()
    add_action(page, an_action(startup="Skip the paper"), place=1, environment="corporate")
    assert "setting" not in screen(page, 80)


def test_no_shipped_action_ends_a_sentence_twice() -> None:
    page = Page()
    for place, part in enumerate(library().words.expectations.values(), start=1):
        add_action(page, part.action, place=place, environment="startup")
    assert [line for line in screen(page, 100).splitlines() if ".." in line or "?." in line] == []
