"""A table as CSV: read back as it was, and nothing in it that a spreadsheet would run."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.model.forms import Rows
from pmpath.model.visible import visible
from pmpath.render.table import csv_table
from render.hostile import hostile_texts

FORMULAS = ("=1+1", "+A1", "-A1", "@SUM(A1)", "=cmd|' /C calc'!A0", "-", "+", "=", "\uff1d1+1", "--1", "-1-1", "+1e5")
NUMBERS = ("5", "-5", "+5", "2.5", "-2.5", "0")


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text)))


def only_cell(cell: str | float | None) -> str:
    return read(csv_table([("header", "next"), (cell, "next")]))[1][0]


def test_a_table_is_a_line_a_row() -> None:
    assert csv_table([("id", "hours"), ("scope.pm", 8), (None, 2.5)]) == "id,hours\nscope.pm,8\n,2.5\n"


def test_commas_and_quotes_are_quoted() -> None:
    assert csv_table([('say "a, b"', "c")]) == '"say ""a, b""",c\n'


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert only_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_stays_a_number(text: str) -> None:
    assert only_cell(text) == text


@pytest.mark.parametrize("number", [5, -5, 2.5, -2.5, 0])
def test_a_figure_stays_a_figure(number: float) -> None:
    assert only_cell(number) == str(number)


def test_a_tab_or_a_return_is_shown() -> None:
    assert (only_cell("\t=1"), only_cell("\r=1"), only_cell("a\nb")) == ("\\u0009=1", "\\u000d=1", "a\\u000ab")


@given(rows=st.lists(st.lists(hostile_texts, min_size=2, max_size=4), min_size=1, max_size=4))
def test_whatever_a_table_holds_is_read_back_and_begins_no_formula(rows: Rows) -> None:
    cells = read(csv_table(rows))
    assert [[cell.removeprefix("'") for cell in row] for row in cells] == [
        [visible(str(cell)).removeprefix("'") for cell in row] for row in rows
    ]
    assert [cell for row in cells for cell in row if cell[:1] in "=+@\t\r\uff1d" and cell and not cell[1:].isdigit()] == []
