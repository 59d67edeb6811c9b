"""The signs beyond letters: where each stands on a page, and that nothing else differs."""

import pytest

from pmpath.model.glyphs import ASCII, UNICODE
from pmpath.render.page import Page
from render.pages import every_page, screen

PAGES = dict(every_page())
TWINS = {ord(sign): twin for sign, twin in zip(UNICODE, ASCII, strict=True)}


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
