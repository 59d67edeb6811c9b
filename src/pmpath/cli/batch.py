"""Assesses blocks of sheets, one a line: an envelope a line, in order; a bad line yields an error envelope."""

from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import from_json, to_json

from pmpath import __version__
from pmpath.content.sheet_lines import SheetLines
from pmpath.content.sheets import Placing, SheetReader
from pmpath.core.assessment import assess
from pmpath.core.placing import place
from pmpath.errors import ContentError, Problem
from pmpath.render.data import assessment_data, placement_data
from pmpath.render.envelope import Stamp, around_data, envelope, error_data

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

    def __init__(self, request: "Request", library: "Library", name: str, *, detail: bool = False, texts: bool = False) -> None:
        """Prepare what every line needs; `name` is how messages call the file. A line is short without `detail` or `texts`."""
        self._request = request
        self._name = name
        self._grid = library.grid
        self._words = library.words if texts else None
        self._stamp = Stamp(__version__, library.identity)
        self._around = around_data("placement", self._stamp)
        self._reader = SheetReader(library.grid, from_json)
        self._lines = SheetLines(library.grid, self._reader)
        self._is_short = not (detail or texts)

    def score(self, block: "Block") -> Scored:
        """Return the envelopes of the lines of a block."""
        results, bad = [], []
        score = self._placement if self._is_short else self._assessment
        for number, line in block.lines:
            try:
                results.append(score(line, number))
            except ContentError as error:
                bad.append(number)
                results.append(envelope("error", error_data(error), self._stamp))
        return Scored(b"".join(results), len(results), len(bad), bad[0] if bad else 0)

    def _placement(self, line: bytes, number: int) -> bytes:
        """Return the envelope of the placement of one line, or raise the error that keeps it from being read."""
        states, target = self._lines.placing(line) or self._explained_placing(line, number)
        placement = place(self._grid, states, self._request.target or target)
        before, after = self._around
        return before + to_json(placement_data(placement, number)) + after

    def _explained_placing(self, line: bytes, number: int) -> Placing:
        sheet = self._explained(line, number)
        return Placing(self._grid.states(sheet.answers), sheet.context.target)

    def _assessment(self, line: bytes, number: int) -> bytes:
        """Return the envelope of the assessment of one line, or raise the error that keeps it from being read."""
        sheet = self._reader.accept(line) or self._explained(line, number)
        setting = self._request.setting.over(sheet.context.setting)
        target = self._request.target or sheet.context.target
        result = assess(self._grid, sheet.answers, sheet.evidence, target, setting=setting)
        return envelope("assessment", assessment_data(result, self._grid, self._words, setting), self._stamp)

    def _explained(self, line: bytes, number: int) -> "Sheet":
        """Read what is not plainly a sheet, with errors that name the line."""
        try:
            return self._reader.read(line, f"{self._name}.json")
        except ContentError as err:
            problems = tuple(_at_line(problem, self._name, number) for problem in err.problems)
            raise ContentError(err.message, err.hint, problems) from err


def _at_line(problem: Problem, name: str, number: int) -> Problem:
    return problem._replace(file=name, line=number)
