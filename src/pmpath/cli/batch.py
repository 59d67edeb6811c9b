"""Assesses blocks of sheets, one a line: an envelope a line, in order; a bad line yields an error envelope."""

from typing import TYPE_CHECKING, NamedTuple

from pmpath import __version__
from pmpath.content.sheets import SheetReader
from pmpath.core.assessment import assess
from pmpath.errors import ContentError, Problem
from pmpath.render.data import assessment_data
from pmpath.render.envelope import Stamp, envelope, error_data

if TYPE_CHECKING:
    from pmpath.cli.assessing import Request
    from pmpath.content.blocks import Block
    from pmpath.content.library import Library
    from pmpath.model.answer import Sheet


class Scored(NamedTuple):
    """What came of a block: its results as they are written, how many there are, and the numbers of the bad lines."""

    text: bytes
    sheets: int
    bad: int
    first_bad: int
    """0 where no line is bad."""


class Batch:
    """Assesses sheets with one ladder and one request. Can be handed to another process."""

    def __init__(self, request: "Request", library: "Library", name: str, *, texts: bool) -> None:
        """Prepare what every line needs; `name` is how messages call the file."""
        self._request = request
        self._name = name
        self._grid = library.grid
        self._words = library.words if texts else None
        self._stamp = Stamp(__version__, library.identity)
        self._reader = SheetReader(library.grid)

    def score(self, block: "Block") -> Scored:
        """Return the envelopes of the lines of a block."""
        results, bad = [], []
        for number, line in block.lines:
            try:
                results.append(self._line(line, number))
            except ContentError as error:
                bad.append(number)
                results.append(envelope("error", error_data(error), self._stamp))
        return Scored(b"".join(results), len(results), len(bad), bad[0] if bad else 0)

    def _line(self, line: bytes, number: int) -> bytes:
        """Return the envelope of one line, or raise the error that keeps it from being read."""
        sheet = self._read(line, number)
        setting = self._request.setting.over(sheet.context.setting)
        target = self._request.target or sheet.context.target
        result = assess(self._grid, sheet.answers, sheet.evidence, target, setting=setting)
        return envelope("assessment", assessment_data(result, self._grid, self._words, setting), self._stamp)

    def _read(self, line: bytes, number: int) -> "Sheet":
        sheet = self._reader.accept(line)
        if sheet is not None:
            return sheet
        try:
            return self._reader.read(line, f"{self._name}.json")
        except ContentError as err:
            problems = tuple(_at_line(problem, self._name, number) for problem in err.problems)
            raise ContentError(err.message, err.hint, problems) from err


def _at_line(problem: Problem, name: str, number: int) -> Problem:
    return problem._replace(file=name, line=number)
