"""The signs beyond letters: where each stands on a page, and that nothing else differs."""

import pytest

from pmpath.model.glyphs import ASCII, UNICODE
from pmpath.render.page import Page, Spark
from render.pages import every_page, plain, screen

PAGES = dict(every_page())
TWINS = {ord(sign): twin for sign, twin in zip("".join(UNICODE), "".join(ASCII), strict=True)}


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_signs_is_the_ascii_page_with_other_signs(name: str, width: int) -> None:
    assert screen(PAGES[name], width, UNICODE).translate(TWINS) == screen(PAGES[name], width)


def test_an_item_begins_with_a_bullet() -> None:
    page = Page()
    page.item("Do it")
    assert screen(page, 80, UNICODE) == "  \u2022 Do it\n"


def test_a_number_before_an_item_is_no_bullet() -> None:
    page = Page()
    page.item("Do it", "1.")
    assert screen(page, 80, UNICODE) == "  1. Do it\n"


def test_a_hyphen_in_a_text_is_no_bullet() -> None:
    page = Page()
    page.item("well-known - and more")
    page.text("- not an item")
    assert screen(page, 80, UNICODE) == "  \u2022 well-known - and more\n- not an item\n"


def test_a_table_has_a_rule_under_its_headers() -> None:
    page = Page()
    page.table(("Level", "Focus"), [("APM", "craft")])
    assert screen(page, 80, UNICODE).splitlines()[1] == "\u2500" * 5 + "  " + "\u2500" * 5


def sparks(*values: int | None, top: int = 7) -> Page:
    page = Page()
    page.sparks([Spark("Scope", values, top, "PM, as before")])
    return page


def test_bars_rise_with_the_value_and_have_a_digit_as_their_twin() -> None:
    assert screen(sparks(*range(8)), 80, UNICODE) == "  Scope  _\u2582\u2583\u2584\u2585\u2586\u2587\u2588  PM, as before\n"
    assert screen(sparks(*range(8)), 80) == "  Scope  _2345678  PM, as before\n"


def test_what_is_unknown_is_seen_as_unknown() -> None:
    assert screen(sparks(None, 7), 80) == "  Scope  ?8  PM, as before\n"


@pytest.mark.parametrize("top", [1, 3, 8, 20])
def test_the_top_of_any_ladder_is_the_tallest_bar_and_its_first_level_is_seen(top: int) -> None:
    bars = screen(sparks(0, 1, top, top=top), 80).split()[1]
    assert (bars[0], bars[2]) == ("_", "8")
    assert bars[1] != "_"


def test_plain_says_bars_in_words_only() -> None:
    assert plain(sparks(1, 2)) == "Scope: PM, as before\n"


def test_a_narrow_page_puts_the_bars_under_their_name() -> None:
    assert screen(sparks(1, 2), 40) == "  Scope\n    23  PM, as before\n"
