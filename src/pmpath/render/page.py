"""A page of text as blocks, before anybody knows how wide it will be."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Block(NamedTuple):
    """A paragraph: `first` stands before its first line, `rest` before the others. `style` is a name of the theme.

    A `whole` one is never wrapped: paths, to be copied.
    """

    text: str
    first: str = ""
    rest: str = ""
    style: str = ""
    whole: bool = False


class Fields(NamedTuple):
    """Labels with values: two columns where there is room, else each label above its value."""

    rows: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """A table; narrow pages show each row as a list."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Spark(NamedTuple):
    """A line of small bars, one a value from 0 to `top`, None for unknown; `text` says in words what it shows."""

    label: str
    values: tuple[int | None, ...]
    top: int
    text: str


class Sparks(NamedTuple):
    """Lines of small bars under each other."""

    rows: tuple[Spark, ...]


Piece = Block | Fields | Table | Sparks
BLANK = Block("")
BULLET = "-"
"""The mark of a list item without a number; screens may show another sign for it."""


class Page:
    """Collects the blocks of one screen, top to bottom."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.pieces: list[Piece] = []
        self._indent = ""

    def text(self, text: str, style: str = "") -> None:
        """Add a paragraph."""
        self.pieces.append(Block(text, style=style))

    def path(self, path: str) -> None:
        """Add a path on a line of its own."""
        self.pieces.append(Block(path, whole=True))

    def heading(self, text: str) -> None:
        """Begin a section."""
        if self.pieces:
            self.pieces.append(BLANK)
        self.pieces.append(Block(text, style="heading"))

    def section(self, heading: str, texts: Sequence[str]) -> None:
        """Add a section with one list item a text; nothing where there are none."""
        if texts:
            self.heading(heading)
            self.items(texts)

    def item(self, text: str, mark: str = BULLET, style: str = "") -> None:
        """Add a list item."""
        self._indent = " " * (len(mark) + 3)
        self.pieces.append(Block(text, first=f"  {mark} ", rest=self._indent, style=style))

    def items(self, texts: Iterable[str]) -> None:
        """Add one list item a text."""
        for text in texts:
            self.item(text)

    def detail(self, text: str, style: str = "") -> None:
        """Add a line that belongs to the item above it."""
        self.pieces.append(Block(text, first=self._indent, rest=f"{self._indent}  ", style=style))

    def gap(self) -> None:
        """Leave a line free."""
        self.pieces.append(BLANK)

    def fields(self, rows: Iterable[tuple[str, str]]) -> None:
        """Add labels with values."""
        self.pieces.append(Fields(tuple(rows)))

    def table(self, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Add a table."""
        self.pieces.append(Table(tuple(headers), tuple(tuple(row) for row in rows)))

    def sparks(self, rows: Iterable[Spark]) -> None:
        """Add lines of small bars."""
        self.pieces.append(Sparks(tuple(rows)))

    def commands(self, commands: Sequence[str]) -> None:
        """End the page with what to type next."""
        self.gap()
        for place, command in enumerate(commands):
            mark = "Next: " if place == 0 else "      "
            self.pieces.append(Block(command, first=mark, rest=" " * 8, style="command"))
