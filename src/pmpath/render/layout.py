"""Lays a page out into lines of a given width. Every word of the page is on a line; none is cut."""

from collections.abc import Iterator
from itertools import pairwise
from textwrap import wrap
from typing import Final, NamedTuple

from pmpath.model.glyphs import ASCII, Glyphs
from pmpath.model.visible import visible
from pmpath.render.page import BULLET, Block, Fields, Page, Piece, Spark, Sparks, Table

WIDEST: Final = 100
NARROW: Final = 60
_LABELS_AT_MOST: Final = 34
_GUTTER: Final = 2


class Line(NamedTuple):
    """One line of a screen and the name of its style."""

    text: str
    style: str = ""


def lay_out(page: Page, width: int, glyphs: Glyphs = ASCII) -> list[Line]:
    """Return the lines of a page, at most `width` columns wide, and never over the widest that reads well."""
    columns = max(20, min(width, WIDEST))
    return [line for piece in page.pieces for line in _lines(piece, columns, glyphs)]


def lay_out_plain(page: Page) -> list[Line]:
    """Return the lines of a page with one fact a line: nothing wrapped, every cell of a table behind its header."""
    lines = [line for piece in page.pieces for line in _plain_lines(piece)]
    return [line for before, line in pairwise([Line(""), *lines]) if line.text or before.text]


def _lines(piece: Piece, width: int, glyphs: Glyphs) -> Iterator[Line]:
    match piece:
        case Block(text=text, first=first):
            yield from _wrapped(piece._replace(text=visible(text), first=first.replace(BULLET, glyphs.bullet)), width)
        case Fields(rows=rows):
            yield from _fields(_visible_rows(rows), width)
        case Table(headers=headers, rows=rows):
            header, *body = _visible_rows((headers, *rows))
            yield from _table(Table(header, tuple(body)), width, glyphs.rule)
        case Sparks(rows=sparks):
            yield from _fields(_visible_rows(tuple((one.label, _bars(one, glyphs)) for one in sparks)), width)


def _plain_lines(piece: Piece) -> Iterator[Line]:
    match piece:
        case Block(text=text, first=first, style=style):
            yield Line(f"{first.strip(' ')} {visible(text)}".strip(), style)
        case Fields(rows=rows):
            yield from (Line(f"{label}: {value}") for label, value in _visible_rows(rows))
        case Table(headers=headers, rows=rows):
            header, *body = _visible_rows((headers, *rows))
            for row in body:
                yield from _plain_row(header, row)
        case Sparks(rows=sparks):
            yield from (Line(visible(f"{one.label}: {one.text}")) for one in sparks)


def _bars(spark: Spark, glyphs: Glyphs) -> str:
    """Return a bar a value, then the words; an unknown value is a blank that is seen."""
    tallest = len(glyphs.bars) - 1
    bars = ("?" if value is None else glyphs.bars[-(-value * tallest // max(1, spark.top))] for value in spark.values)
    return f"{''.join(bars)}  {spark.text}"


def _plain_row(headers: tuple[str, ...], row: tuple[str, ...]) -> Iterator[Line]:
    """Write each cell with its header; a row whose first column has no header is named by it in every line."""
    subject = "" if headers[0] else f"{row[0]}, "
    first = 0 if headers[0] else 1
    for header, cell in zip(headers[first:], row[first:], strict=True):
        yield Line(f"{subject}{header}: {cell}")
    yield Line("")


def _visible_rows(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(visible(cell) for cell in row) for row in rows)


def _wrap(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """Wrap a text without ever cutting a word; a word wider than the page stands on a line of its own."""
    wrapped = wrap(text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)
    return wrapped or [""]


def _wrapped(block: Block, width: int) -> Iterator[Line]:
    if block.whole:
        yield Line(block.text, block.style)
        return
    yield from (Line(text, block.style) for text in _wrap(block.text, width, first=block.first, rest=block.rest))


def _fields(rows: tuple[tuple[str, ...], ...], width: int) -> Iterator[Line]:
    labels = min(_LABELS_AT_MOST, max((len(label) for label, _ in rows), default=0))
    widths = (labels, width - labels - 2 * _GUTTER)
    if width < NARROW or any(_longest_word(cell) > one for row in rows for cell, one in zip(row, widths, strict=True)):
        for label, value in rows:
            yield from _wrapped(Block(label, "  ", "  ", "label"), width)
            yield from _wrapped(Block(value, "    ", "    "), width)
        return
    for row in rows:
        yield from _row(row, widths, indent="  ", style="")


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _table(table: Table, width: int, rule: str) -> Iterator[Line]:
    widths = _column_widths(table, width)
    if width < NARROW or sum(widths) + _GUTTER * (len(widths) - 1) > width:
        yield from _narrow_table(table, width)
        return
    yield from _row(table.headers, widths, indent="", style="label")
    for row in (tuple(rule * one for one in widths), *table.rows):
        yield from _row(row, widths, indent="", style="")


def _narrow_table(table: Table, width: int) -> Iterator[Line]:
    for row in table.rows:
        yield from _wrapped(Block(row[0], style="label"), width)
        for header, cell in zip(table.headers[1:], row[1:], strict=True):
            yield from _wrapped(Block(f"{header}: {cell}", "  ", "    "), width)


def _column_widths(table: Table, width: int) -> tuple[int, ...]:
    """Give each column its longest word, then share out the rest by how much text stands in it."""
    columns = list(zip(table.headers, *table.rows, strict=True))
    least = [max(map(_longest_word, column)) for column in columns]
    wanted = [max(len(cell) for cell in column) for column in columns]
    room = width - _GUTTER * (len(columns) - 1) - sum(least)
    missing = sum(wanted) - sum(least)
    if missing <= max(0, room):
        return tuple(wanted)
    return tuple(low + max(0, room) * (high - low) // max(1, missing) for low, high in zip(least, wanted, strict=True))


def _row(cells: tuple[str, ...], widths: tuple[int, ...], *, indent: str, style: str) -> Iterator[Line]:
    wrapped = [_wrap(cell, one) for cell, one in zip(cells, widths, strict=True)]
    for n in range(max(map(len, wrapped))):
        texts = [lines[n] if n < len(lines) else "" for lines in wrapped]
        padded = (" " * _GUTTER).join(text.ljust(one) for text, one in zip(texts, widths, strict=True))
        yield Line((indent + padded).rstrip(), style)
