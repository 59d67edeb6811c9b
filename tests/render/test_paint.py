"""Color comes on top of a finished line: codes of the 16 standard colors only, and never in the text itself."""

import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.render.layout import Line, lay_out
from pmpath.render.paint import STYLES, paint
from render.pages import every_page, screen

CODES = re.compile("\x1b\\[([0-9;]*)m")
STANDARD = {*map(str, range(10)), *map(str, range(30, 38)), *map(str, range(40, 48)), *map(str, range(90, 98))}
PAGES = dict(every_page())


def painted(*lines: Line) -> str:
    stream = StringIO()
    paint(lines, stream, 10_000)
    return stream.getvalue()


def codes_in(text: str) -> set[str]:
    return {code for found in CODES.findall(text) for code in found.split(";")}


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("title", "\x1b[1mtext\x1b[0m\n"),
        ("heading", "\x1b[1mtext\x1b[0m\n"),
        ("label", "\x1b[1mtext\x1b[0m\n"),
        ("command", "\x1b[36mtext\x1b[0m\n"),
        ("quiet", "\x1b[2mtext\x1b[0m\n"),
        ("", "text\n"),
    ],
)
def test_a_style_is_a_code_around_the_line(style: str, expected: str) -> None:
    assert painted(Line("text", style)) == expected


def test_every_style_that_pages_use_is_known_to_the_theme() -> None:
    used = {line.style for page in PAGES.values() for line in lay_out(page, 80)}
    assert used == set(STYLES)


def test_a_free_line_stays_free() -> None:
    assert painted(Line("", "heading"), Line("", "")) == "\n\n"


def test_lines_keep_their_order() -> None:
    assert painted(Line("one"), Line("two")) == "one\ntwo\n"


def test_the_text_under_the_color_is_the_text_without_color() -> None:
    under = {name: CODES.sub("", painted(*lay_out(page, 80))) for name, page in PAGES.items()}
    assert under == {name: screen(page, 80) for name, page in PAGES.items()}


def test_only_the_standard_colors_are_used() -> None:
    found = {name: codes_in(painted(*lay_out(page, 80))) - STANDARD for name, page in PAGES.items()}
    assert {name: codes for name, codes in found.items() if codes} == {}


def test_there_is_no_code_in_the_text_without_color() -> None:
    assert [name for name, page in PAGES.items() if "\x1b" in screen(page, 80)] == []


@pytest.mark.parametrize(
    "text", ["[red]x[/red]", "[/]", "[link=http://x.test]x[/link]", ":smile:", "\\[x]", "https://x.test", "1.5 True None"]
)
def test_marks_of_the_library_are_plain_text(text: str) -> None:
    assert painted(Line(text)) == f"{text}\n"


@given(st.text(st.characters(exclude_categories=("C", "Z")), max_size=300), st.sampled_from(sorted(STYLES)))
def test_whatever_a_line_says_is_painted_whole_on_one_line(text: str, style: str) -> None:
    assert CODES.sub("", painted(Line(text, style))) == f"{text}\n"


def test_a_line_longer_than_any_terminal_is_not_wrapped() -> None:
    text = "word " * 3000 + "end"
    assert painted(Line(text)) == f"{text}\n"
