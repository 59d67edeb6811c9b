"""Reads what places the sheets of many lines: recognizes answers by their bytes, without parsing them.

Answers are nearly all of a sheet, and each is one of a few texts that a grid knows. What is not recognized is left to a reader.
"""

from collections.abc import Iterator
from itertools import product

from pmpath.content.bounds import MAX_BYTES
from pmpath.content.sheets import Placing, SheetReader
from pmpath.core.grid import Grid
from pmpath.core.states import States

_SPACES = (b"", b" ")
_WIDE = b'"answers": {'
_NARROW = b'"answers":{'


class SheetLines:
    """The texts of all answers to the questions of a grid, as JSON writers put them, and a reader for the rest."""

    def __init__(self, grid: Grid, reader: SheetReader) -> None:
        """Write down each answer in every spacing, with a bit for its question below its mark."""
        self._grid = grid
        self._reader = reader
        self._questions = len(grid.choices)
        self._asked = (1 << self._questions) - 1
        self._marks = dict(self._each_mark())

    def placing(self, line: bytes) -> Placing | None:
        """Return what places the sheet of a line when it is plainly valid; None when the model has to look."""
        return self._recognized(line) or self._reader.placing(self._reader.plain_json(line))

    def _recognized(self, line: bytes) -> Placing | None:
        """Return what places a sheet whose answers are recognized.

        They are then members of an object, whatever stands around them: with none of them in it the line is as valid.
        """
        head, key, rest = line.partition(_WIDE)
        if not key:
            head, key, rest = line.partition(_NARROW)
        members, _, tail = rest.partition(b"}")
        states = self._states(members)
        if states is None or len(line) > MAX_BYTES:
            return None
        if head == b"{" and tail == b"}":
            return Placing(states, None)
        around = self._reader.placing(self._reader.plain_json(head + key + b"}" + tail))
        return around._replace(states=states) if around else None

    def _states(self, members: bytes) -> States | None:
        """Return the states of the members of an object; None where any is not recognized, or a question stands twice."""
        texts = members.split(b",")
        try:
            whole = sum(map(self._marks.__getitem__, texts))
        except KeyError:
            return None
        if (whole & self._asked).bit_count() != len(texts):
            return None
        return self._grid.states_of(whole >> self._questions)

    def _each_mark(self) -> Iterator[tuple[bytes, int]]:
        places = {question: place for place, question in enumerate(self._grid.choices)}
        for (question, word), mark in self._grid.marks.items():
            value = "null" if word is None else f'"{word}"'
            whole = mark << self._questions | 1 << places[question]
            for before, between in product(_SPACES, _SPACES):
                yield b'%b"%b":%b%b' % (before, question.encode(), between, value.encode()), whole
