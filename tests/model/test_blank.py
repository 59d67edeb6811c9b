"""Blanks in texts and what fills them."""

import pytest

from pmpath.model.blank import blanks, filled


@pytest.mark.parametrize(
    ("text", "found"),
    [("no blank", []), ("{a} and {b-2}, {a}", ["a", "b-2", "a"]), ("{} {A} { a } {-a}", [])],
)
def test_a_blank_is_an_id_in_braces(text: str, found: list[str]) -> None:
    assert blanks(text) == found


def test_a_blank_is_filled_with_its_word_and_stays_without_one() -> None:
    assert filled("{a} to {b}", {"a": "one"}) == "one to {b}"


def test_what_fills_a_blank_is_not_looked_at_again() -> None:
    assert filled("{a}", {"a": "{b}", "b": "x"}) == "{b}"
