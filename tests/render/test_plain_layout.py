"""Pages as plain lines: one fact a line, nothing wrapped, every cell behind its header, no sign beyond ASCII of ours."""

from collections import Counter

import pytest
from hypothesis import given

from pmpath.render.layout import lay_out_plain
from pmpath.render.page import Page
from render.pages import every_page, plain, texts_of, words_of
from render.test_layout import HOSTILE, hostile_phrases, pages

PAGES = dict(every_page())
for_every_page = pytest.mark.parametrize("name", PAGES)


def built(*calls: tuple[str, tuple[object, ...]]) -> str:
    page = Page()
    for name, arguments in calls:
        getattr(page, name)(*arguments)
    return plain(page)


def test_a_paragraph_is_one_line_however_long() -> None:
    assert built(("text", ("word " * 80 + "end",))) == "word " * 80 + "end\n"


def test_an_item_has_a_hyphen_and_no_indent() -> None:
    assert built(("item", ("Do it",))) == "- Do it\n"


def test_a_numbered_item_keeps_its_number() -> None:
    assert built(("item", ("Do it", "2."))) == "2. Do it\n"


def test_a_detail_has_no_indent() -> None:
    assert built(("item", ("Do it", "1.")), ("detail", ("Done when: ok.",))) == "1. Do it\nDone when: ok.\n"


def test_a_field_is_its_label_and_its_value() -> None:
    assert (
        built(("fields", ([("Scope", "one area"), ("Looks ahead", "a quarter")],)))
        == "Scope: one area\nLooks ahead: a quarter\n"
    )


def test_a_row_of_a_table_has_one_line_a_cell() -> None:
    table = (("Level", "Focus"), [("APM", "the craft"), ("PM", "results")])
    assert built(("table", table)) == "Level: APM\nFocus: the craft\n\nLevel: PM\nFocus: results\n\n"


def test_a_row_without_a_header_is_named_in_every_line() -> None:
    table = (("", "APM", "PM"), [("Scope", "a piece", "an area")])
    assert built(("table", table)) == "Scope, APM: a piece\nScope, PM: an area\n\n"


def test_commands_stand_one_a_line() -> None:
    commands = (["pmpath ladder", "pmpath assess"],)
    assert built(("text", ("Hello",)), ("commands", commands)) == "Hello\n\nNext: pmpath ladder\npmpath assess\n"


def test_no_two_free_lines_follow_each_other() -> None:
    assert built(("text", ("a",)), ("gap", ()), ("gap", ()), ("text", ("b",))) == "a\n\nb\n"


def test_a_page_does_not_begin_with_a_free_line() -> None:
    assert built(("gap", ()), ("text", ("a",))) == "a\n"


def test_a_style_is_kept_for_color() -> None:
    page = Page()
    page.text("Hello", "title")
    assert [line.style for line in lay_out_plain(page)] == ["title"]


def test_brackets_stay_brackets() -> None:
    assert built(("text", ("[red]x[/] \\[y]",))) == "[red]x[/] \\[y]\n"


@pytest.mark.parametrize(("raw", "shown"), HOSTILE)
def test_hostile_text_stays_a_visible_escape(raw: str, shown: str) -> None:
    text = built(("text", (raw,)), ("item", (raw,)), ("fields", ([(raw, raw)],)), ("table", (("h", raw), [(raw, raw)])))
    assert (text.count(shown), raw in text) == (7, False)


@for_every_page
def test_the_plain_lines_of_the_shipped_pages_are_ascii(name: str) -> None:
    assert plain(PAGES[name]).isascii()


@for_every_page
def test_no_plain_line_of_the_shipped_pages_is_indented_or_ends_in_a_space(name: str) -> None:
    assert [line for line in plain(PAGES[name]).split("\n") if line != line.strip()] == []


@given(page=pages())
def test_every_word_is_on_a_plain_line(page: Page) -> None:
    assert missing_words(page) == set()


@given(page=pages(texts=hostile_phrases))
def test_hostile_words_are_on_a_plain_line_as_escapes(page: Page) -> None:
    assert missing_words(page) == set()


@given(page=pages(texts=hostile_phrases))
def test_nothing_that_a_terminal_obeys_is_on_a_plain_line(page: Page) -> None:
    assert [char for line in lay_out_plain(page) for char in line.text if not char.isprintable()] == []


def missing_words(page: Page) -> set[str]:
    wanted = Counter(word for text in texts_of(page) for word in words_of(text))
    shown = " ".join(line.text for line in lay_out_plain(page))
    return {word for word in wanted if word not in shown}
