"""Lays a page out into lines of a given width. Every word of the page is on a line; none is cut."""

from collections.abc import Iterator
from textwrap import TextWrapper
from typing import Final, NamedTuple

from pmpath.model.visible import visible
from pmpath.render.page import Block, Fields, Page, Table

WIDEST: Final = 100
NARROW: Final = 60
_LABELS_AT_MOST: Final = 34
_GUTTER: Final = 2


class Line(NamedTuple):
    """One line of a screen and the name of its style."""

    text: str
    style: str = ""


def lay_out(page: Page, width: int) -> list[Line]:
    """Return the lines of a page, at most `width` columns wide, and never over the widest that reads well."""
    columns = max(20, min(width, WIDEST))
    return [line for piece in page.pieces for line in _lines(piece, columns)]


def _lines(piece: Block | Fields | Table, width: int) -> Iterator[Line]:
    match piece:
        case Block():
            yield from _wrapped(piece, width)
        case Fields():
            yield from _fields(piece, width)
        case Table():
            yield from _narrow_table(piece, width) if width < NARROW else _table(piece, width)


def _wrapped(block: Block, width: int) -> Iterator[Line]:
    wrapper = TextWrapper(width, initial_indent=block.first, subsequent_indent=block.rest, break_on_hyphens=False)
    for text in wrapper.wrap(visible(block.text)) or [""]:
        yield Line(text, block.style)


def _fields(fields: Fields, width: int) -> Iterator[Line]:
    if width < NARROW:
        for label, value in fields.rows:
            yield from _wrapped(Block(label, "  ", "  ", "label"), width)
            yield from _wrapped(Block(value, "    ", "    "), width)
        return
    labels = min(_LABELS_AT_MOST, max((len(label) for label, _ in fields.rows), default=0))
    for label, value in fields.rows:
        yield from _row((label, value), (labels, width - labels - 2 * _GUTTER), indent="  ", style="")


def _table(table: Table, width: int) -> Iterator[Line]:
    widths = _column_widths(table, width)
    yield from _row(table.headers, widths, indent="", style="label")
    yield Line(" ".join("-" * (one + _GUTTER - 1) for one in widths).rstrip())
    for row in table.rows:
        yield from _row(row, widths, indent="", style="")


def _narrow_table(table: Table, width: int) -> Iterator[Line]:
    for row in table.rows:
        yield from _wrapped(Block(row[0], style="label"), width)
        for header, cell in zip(table.headers[1:], row[1:], strict=True):
            yield from _wrapped(Block(f"{header}: {cell}", "  ", "    "), width)


def _column_widths(table: Table, width: int) -> tuple[int, ...]:
    """Give each column its longest word, then share out the rest by how much text stands in it."""
    columns = list(zip(table.headers, *table.rows, strict=True))
    least = [max(len(word) for cell in column for word in cell.split()) for column in columns]
    wanted = [max(len(cell) for cell in column) for column in columns]
    room = width - _GUTTER * (len(columns) - 1) - sum(least)
    missing = sum(wanted) - sum(least)
    if missing <= max(0, room):
        return tuple(wanted)
    return tuple(low + max(0, room) * (high - low) // max(1, missing) for low, high in zip(least, wanted, strict=True))


def _row(cells: tuple[str, ...], widths: tuple[int, ...], *, indent: str, style: str) -> Iterator[Line]:
    wrapped = [
        TextWrapper(one, break_on_hyphens=False).wrap(visible(cell)) or [""] for cell, one in zip(cells, widths, strict=True)
    ]
    for n in range(max(map(len, wrapped))):
        texts = [lines[n] if n < len(lines) else "" for lines in wrapped]
        padded = (" " * _GUTTER).join(text.ljust(one) for text, one in zip(texts, widths, strict=True))
        yield Line((indent + padded).rstrip(), style)
