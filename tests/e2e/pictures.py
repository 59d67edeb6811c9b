"""Draws the screen of a terminal as an SVG picture: text in the reader's own monospace font, nothing fetched from anywhere."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

LINE, COLUMN, MARGIN, SIZE = 18, 8.4, 16, 14
BACKGROUND, INK = "#1b1f24", "#e6e8ea"
COLORS = {"default": INK, "cyan": "#7fd4e8"}
FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


class Style(NamedTuple):
    """How a run of characters looks."""

    color: str = "default"
    bold: bool = False


def picture(title: str, command: str, rows: Sequence[Sequence[Any]]) -> str:
    """Return an SVG of a command line and the rows of characters below it; empty rows at the end are left out."""
    shown = list(rows)
    while shown and not _text(shown[-1]).strip():
        shown.pop()
    lines = [f'<tspan fill="{COLORS["cyan"]}">$ {escape(command)}</tspan>', *("".join(_runs(row)) for row in shown)]
    columns = max(len(f"$ {command}"), *(len(_text(row).rstrip()) for row in shown))
    width, height = round(columns * COLUMN) + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    texts = [
        f'<text x="{MARGIN}" y="{MARGIN + SIZE + place * LINE}" xml:space="preserve">{line}</text>'
        for place, line in enumerate(lines)
        if line
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">'
    )
    frame = f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>'
    group = f'<g font-family="{escape(FONT)}" font-size="{SIZE}" fill="{INK}">'
    said = "\n".join(_text(row).rstrip() for row in shown)
    return "\n".join(
        [head, f"<title>{escape(title)}</title>", f"<desc>{escape(said)}</desc>", frame, group, *texts, "</g>", "</svg>", ""]
    )


def _text(row: Sequence[Any]) -> str:
    return "".join(char.data for char in row)


def _runs(row: Sequence[Any]) -> Iterator[str]:
    for style, chars in groupby(row[: len(_text(row).rstrip())], key=lambda char: Style(char.fg, char.bold)):
        text = escape("".join(char.data for char in chars))
        bold = ' font-weight="bold"' if style.bold else ""
        yield f'<tspan fill="{COLORS.get(style.color, INK)}"{bold}>{text}</tspan>' if style != Style() else text
