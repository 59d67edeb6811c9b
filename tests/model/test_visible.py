"""Text from people and files made safe to show."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.model.visible import visible


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "it's 50 % (or more)",
        "\N{LATIN SMALL LETTER E WITH ACUTE}t\N{LATIN SMALL LETTER E WITH ACUTE}",
        "日本語",
        "Жук",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\u001b[31mred"),
        ("\x1b]0;title\x07", r"\u001b]0;title\u0007"),
        ("tab\there", r"tab\u0009here"),
        ("back\bspace", r"back\u0008space"),
        ("over\rwrite", r"over\u000dwrite"),
        ("nul\x00", r"nul\u0000"),
        ("delete\x7f", r"delete\u007f"),
        ("c1 \x9b31m", r"c1 \u009b31m"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}evil", r"\u202eevil"),
        ("\N{LEFT-TO-RIGHT ISOLATE}x\N{POP DIRECTIONAL ISOLATE}", r"\u2066x\u2069"),
        ("zero\N{ZERO WIDTH SPACE}width", r"zero\u200bwidth"),
        ("soft\N{SOFT HYPHEN}hyphen", r"soft\u00adhyphen"),
        ("\N{ZERO WIDTH NO-BREAK SPACE}bom", r"\ufeffbom"),
        ("line\N{LINE SEPARATOR}sep", r"line\u2028sep"),
        ("para\N{PARAGRAPH SEPARATOR}sep", r"para\u2029sep"),
        ("lone \ud800", r"lone \ud800"),
        ("private \ue000", r"private \ue000"),
        ("unassigned \u0378", r"unassigned \u0378"),
        ("tag \U000e0041", r"tag \U000e0041"),
        ("private \U0010fffd", r"private \U0010fffd"),
    ],
)
def test_what_a_terminal_would_obey_becomes_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(("text", "shown"), [("one\ntwo", r"one\u000atwo"), ("end\n", r"end\u000a")])
def test_a_newline_becomes_visible_too(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"), [("one\ntwo", "one\ntwo"), ("one\r\ntwo", "one\\u000d\ntwo"), ("\t\n", "\\u0009\n")]
)
def test_where_lines_are_wanted_only_the_newline_stays(text: str, shown: str) -> None:
    assert visible(text, lines=True) == shown


@pytest.mark.parametrize(("marks", "kept"), [(0, 0), (1, 1), (3, 3), (4, 3), (200, 3)])
def test_at_most_three_marks_pile_up_on_a_letter(marks: int, kept: int) -> None:
    acute = "\N{COMBINING ACUTE ACCENT}"
    assert visible(f"e{acute * marks}x") == f"e{acute * kept}x"


def test_each_letter_may_carry_its_marks() -> None:
    marked = "a\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}\N{COMBINING DOT BELOW}"
    assert visible(marked * 3) == marked * 3


def test_an_emoji_keeps_its_shape_and_shows_its_joiner() -> None:
    assert visible("\N{MAN}\N{ZERO WIDTH JOINER}\N{ROCKET}") == "\N{MAN}\\u200d\N{ROCKET}"


@given(st.text(st.characters(codec=None)))
def test_nothing_hidden_is_ever_left(text: str) -> None:
    assert {category(char) for char in visible(text)}.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@given(st.text())
def test_with_lines_nothing_hidden_but_the_newline_is_left(text: str) -> None:
    shown = visible(text, lines=True)
    assert shown.count("\n") == text.count("\n")
    assert all(char == "\n" or category(char)[0] != "C" for char in shown)


@given(st.text())
def test_making_visible_twice_changes_nothing_more(text: str) -> None:
    once = visible(text)
    assert visible(once) == once


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_printable_ascii_is_never_touched(text: str) -> None:
    assert visible(text) == text
