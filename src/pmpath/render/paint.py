"""Paints laid-out lines for a terminal with Rich. 16 colors; nothing is said by color alone."""

from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from io import StringIO

    from pmpath.render.layout import Line

STYLES: Final = {"title": "bold", "heading": "bold", "label": "bold", "command": "cyan", "quiet": "dim", "": ""}


def paint(lines: "Iterable[Line]", stream: "StringIO", width: int) -> None:
    """Write the lines with color codes to a stream."""
    console = Console(
        file=stream,
        force_terminal=True,
        color_system="standard",
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    for line in lines:
        console.print(Text(line.text, style=STYLES[line.style]), soft_wrap=True)
