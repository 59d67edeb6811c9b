"""Lays pages out at every width: every word is on a line, none is cut, no line is too wide."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.render.layout import NARROW, WIDEST, Line, lay_out
from pmpath.render.page import Page, Table
from render.pages import every_page, screen, texts_of, words_of

PAGES = dict(every_page())
READ_AT = (20, 40, 59, 60, 80, 100, 120)
HOSTILE = (
    ("\x1b[31mred", "\\u001b[31mred"),
    ("\x1b]8;;https://x.test\x07link", "\\u001b]8;;https://x.test\\u0007link"),
    ("\x9b2J", "\\u009b2J"),
    ("a\rb", "a\\u000db"),
    ("a\x00b", "a\\u0000b"),
    ("a\x7fb", "a\\u007fb"),
    ("a\nb", "a\\u000ab"),
    ("a\tb", "a\\u0009b"),
    ("\u202eevil", "\\u202eevil"),
    ("\u2066x\u2069", "\\u2066x\\u2069"),
    ("zero\u200bwidth", "zero\\u200bwidth"),
    ("\ufeffmark", "\\ufeffmark"),
    ("\ud800", "\\ud800"),
    ("\U000e0041tag", "\\U000e0041tag"),
    ("\u2028line", "\\u2028line"),
    ("e\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301"),
)

widths = st.integers(20, 120)
short_words = st.text(st.characters(codec="ascii", categories=("L", "N", "P")), min_size=1, max_size=8)
long_words = st.text(st.characters(codec="ascii", categories=("Lu", "Ll")), min_size=21, max_size=60)
phrases = st.lists(short_words, min_size=1, max_size=12).map(" ".join)
hostile_words = st.text(st.characters(exclude_categories=("Z", "M")), min_size=1, max_size=2)
hostile_phrases = st.lists(hostile_words, min_size=1, max_size=8).map(" ".join)


@st.composite
def pages(draw: st.DrawFn, texts: st.SearchStrategy[str] = phrases, columns: int = 4) -> Page:
    """Draw a page of a few pieces of every kind."""
    page = Page()
    for kind in draw(
        st.lists(st.sampled_from(("text", "item", "detail", "heading", "fields", "table")), min_size=1, max_size=4)
    ):
        if kind == "fields":
            page.fields(draw(st.lists(st.tuples(texts, texts), min_size=1, max_size=3)))
        elif kind == "table":
            count = draw(st.integers(2, columns))
            rows = st.lists(st.lists(texts, min_size=count, max_size=count), min_size=1, max_size=3)
            page.table(draw(st.lists(texts, min_size=count, max_size=count)), draw(rows))
        else:
            getattr(page, kind)(draw(texts))
    return page


def wanted_words(page: Page, width: int) -> Counter[str]:
    """Count the words that have to be on the screen; a list has no need of the name of a table's first column."""
    wanted = Counter(word for text in texts_of(page) for word in words_of(text))
    for piece in page.pieces:
        if isinstance(piece, Table) and (width < NARROW or not fits(piece, width)):
            wanted -= Counter(words_of(piece.headers[0]))
    return wanted


def fits(table: Table, width: int) -> bool:
    """Say whether the longest words of the columns stand beside each other, two spaces apart."""
    columns = zip(table.headers, *table.rows, strict=True)
    longest = [max(len(word) for cell in column for word in words_of(cell)) for column in columns]
    return sum(longest) + 2 * (len(longest) - 1) <= min(width, WIDEST)


def shown_words(lines: list[Line]) -> Counter[str]:
    return Counter(word.removesuffix(":") for line in lines for word in line.text.split())


def missing_words(page: Page, width: int) -> set[str]:
    shown = shown_words(lay_out(page, width))
    return {word for word in wanted_words(page, width) if word not in shown and word.removesuffix(":") not in shown}


def too_wide(lines: list[Line], width: int) -> list[str]:
    """Return the lines that are wider than the page although they hold more than one word; the mark of an item is none."""
    words = {line.text: line.text.removeprefix("  - ").split() for line in lines if len(line.text) > min(width, WIDEST)}
    return [text for text, parts in words.items() if len(parts) > 1]


@given(page=pages(), width=widths)
def test_every_word_of_a_page_is_on_a_line_at_any_width(page: Page, width: int) -> None:
    assert missing_words(page, width) == set()


@given(page=pages(), width=widths)
def test_no_line_is_wider_than_the_page(page: Page, width: int) -> None:
    assert [line.text for line in lay_out(page, width) if len(line.text) > min(width, WIDEST)] == []


@given(page=pages(), width=widths)
def test_no_line_ends_in_spaces(page: Page, width: int) -> None:
    assert [line.text for line in lay_out(page, width) if line.text != line.text.rstrip()] == []


@given(page=pages(texts=st.one_of(phrases, long_words)), width=widths)
def test_a_word_wider_than_the_page_is_not_cut(page: Page, width: int) -> None:
    assert missing_words(page, width) == set()


@given(page=pages(texts=st.one_of(phrases, long_words)), width=widths)
def test_only_a_single_word_may_be_wider_than_the_page(page: Page, width: int) -> None:
    assert too_wide(lay_out(page, width), width) == []


@given(page=pages(texts=hostile_phrases, columns=2), width=widths)
def test_hostile_words_are_on_a_line_as_escapes_at_any_width(page: Page, width: int) -> None:
    assert missing_words(page, width) == set()


@given(page=pages(texts=hostile_phrases, columns=2), width=widths)
def test_nothing_that_a_terminal_obeys_is_on_a_line(page: Page, width: int) -> None:
    text = "".join(line.text for line in lay_out(page, width))
    assert [char for char in text if not (char.isprintable())] == []


@given(page=pages(), width=widths)
def test_the_same_page_gives_the_same_lines_twice(page: Page, width: int) -> None:
    assert lay_out(page, width) == lay_out(page, width)


@pytest.mark.parametrize(("raw", "shown"), HOSTILE)
@pytest.mark.parametrize("width", [40, 80])
def test_hostile_text_stays_a_visible_escape(raw: str, shown: str, width: int) -> None:
    page = Page()
    page.text(raw)
    page.item(raw)
    page.fields([(raw, raw)])
    page.table(("h", raw), [(raw, raw)])
    text = screen(page, width)
    assert text.count(shown) == 7, text
    assert raw not in text


@pytest.mark.parametrize("text", ["[red]x[/red]", "[/]", "[a-z]", ":smile:", "\\[x]", "{name}", "%s", "<b>"])
@pytest.mark.parametrize("width", [40, 80])
def test_marks_of_other_languages_are_plain_text(text: str, width: int) -> None:
    page = Page()
    page.text(text)
    page.fields([("label", text)])
    assert screen(page, width).count(text) == 2


@pytest.mark.parametrize("width", READ_AT)
def test_every_word_of_the_shipped_pages_is_readable(width: int) -> None:
    found = {name: missing_words(page, width) for name, page in PAGES.items()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("width", READ_AT)
def test_no_line_of_the_shipped_pages_is_too_wide(width: int) -> None:
    found = {name: too_wide(lay_out(page, width), width) for name, page in PAGES.items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("width", [-5, 0, 1, 19])
def test_a_width_that_nobody_can_read_counts_as_twenty(width: int) -> None:
    assert screen(PAGES["greeting"], width) == screen(PAGES["greeting"], 20)


@pytest.mark.parametrize("width", [101, 120, 400])
def test_a_very_wide_terminal_gets_lines_that_read_well(width: int) -> None:
    assert screen(PAGES["pm"], width) == screen(PAGES["pm"], WIDEST)


def test_a_word_with_a_hyphen_is_not_broken_at_it() -> None:
    page = Page()
    page.text("aaaaaaaaaaaaaaa senior-pm")
    assert screen(page, 20) == "aaaaaaaaaaaaaaa\nsenior-pm\n"


def test_an_empty_paragraph_is_one_free_line() -> None:
    page = Page()
    page.text("")
    assert lay_out(page, 80) == [Line("", "")]


def test_every_line_of_a_paragraph_carries_its_style() -> None:
    page = Page()
    page.text("one two three four five six", "title")
    assert [line.style for line in lay_out(page, 20)] == ["title", "title"]


def test_fields_stand_in_two_columns_where_there_is_room() -> None:
    page = Page()
    page.fields([("Scope", "one team's product area, no more"), ("Looks ahead", "a quarter")])
    assert screen(page, NARROW) == "  Scope        one team's product area, no more\n  Looks ahead  a quarter\n"


def test_fields_stand_above_each_other_on_a_narrow_page() -> None:
    page = Page()
    page.fields([("Scope", "one team's product area, no more"), ("Looks ahead", "a quarter")])
    assert screen(page, 30) == ("  Scope\n    one team's product area,\n    no more\n  Looks ahead\n    a quarter\n")


def test_a_long_value_goes_on_under_itself() -> None:
    page = Page()
    page.fields([("Scope", " ".join(["word"] * 14))])
    assert screen(page, NARROW) == (
        "  Scope  word word word word word word word word word word\n         word word word word\n"
    )


def test_fields_without_rows_show_nothing() -> None:
    page = Page()
    page.fields([])
    assert lay_out(page, 80) == []


def test_a_table_has_a_line_under_its_headers() -> None:
    page = Page()
    page.table(("Level", "Focus"), [("APM", "the craft"), ("PM", "results")])
    assert screen(page, 80) == "Level  Focus\n-----  ---------\nAPM    the craft\nPM     results\n"


def test_a_table_becomes_a_list_on_a_narrow_page() -> None:
    page = Page()
    page.table(("Level", "Focus"), [("APM", "the craft"), ("PM", "results")])
    assert lay_out(page, NARROW - 1) == [
        Line("APM", "label"),
        Line("  Focus: the craft"),
        Line("PM", "label"),
        Line("  Focus: results"),
    ]


def test_the_headers_of_a_table_are_labels() -> None:
    page = Page()
    page.table(("Level", "Focus"), [("APM", "the craft")])
    assert [line.style for line in lay_out(page, 80)] == ["label", "", ""]


def test_cells_of_a_row_wrap_beside_each_other() -> None:
    page = Page()
    page.table(("A", "B"), [(" ".join(["left"] * 10), " ".join(["right"] * 8))])
    assert screen(page, NARROW) == (
        "A                              B\n"
        "-----------------------------  ----------------------------\n"
        "left left left left left left  right right right right\n"
        "left left left left            right right right right\n"
    )


def test_a_table_whose_words_do_not_fit_beside_each_other_stays_within_the_page() -> None:
    page = Page()
    page.table(["responsibility"] * 6, [["organization's"] * 6])
    assert [line.text for line in lay_out(page, NARROW) if len(line.text) > NARROW] == []


def test_a_table_may_fill_the_page_to_its_edge() -> None:
    page = Page()
    page.table(("a" * 29, "b" * 29), [("c", "d")])
    assert [len(line.text) for line in lay_out(page, NARROW)] == [NARROW, NARROW, 32]
