"""Assesses one sheet a line: an envelope a line, in order; a bad line yields an error envelope and the run goes on."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from pmpath import __version__
from pmpath.cli.output import write_bytes
from pmpath.content.bounds import MAX_BYTES
from pmpath.content.files import open_stream, shown_name
from pmpath.content.sheets import SheetReader
from pmpath.core.assessment import assess
from pmpath.errors import ContentError, Problem, UsageError
from pmpath.render.data import assessment_data
from pmpath.render.envelope import Stamp, envelope, error_data

if TYPE_CHECKING:
    from pmpath.cli.assessing import Request
    from pmpath.content.library import Library
    from pmpath.model.answer import Sheet


class Batch:
    """Assesses sheets with one ladder and one request, and counts the lines that cannot be read."""

    def __init__(self, request: "Request", library: "Library", *, texts: bool) -> None:
        """Prepare what every line needs."""
        self._request = request
        self._grid = library.grid
        self._words = library.words if texts else None
        self._stamp = Stamp(__version__, library.identity)
        self._reader = SheetReader(library.grid)
        self.bad = 0

    def line(self, line: bytes, name: str, number: int) -> bytes:
        """Return the envelope of one line: the assessment, or the error that keeps it from being read."""
        try:
            sheet = _read(self._reader, line, name, number)
        except ContentError as error:
            self.bad += 1
            return envelope("error", error_data(error), self._stamp)
        setting = self._request.setting.over(sheet.context.setting)
        target = self._request.target or sheet.context.target
        result = assess(self._grid, sheet.answers, sheet.evidence, target, setting=setting)
        return envelope("assessment", assessment_data(result, self._grid, self._words, setting), self._stamp)


def run_batch(request: "Request", library: "Library", *, texts: bool) -> int:
    """Write an envelope for every line of the file; return 65 where any line was bad."""
    name = _only_file(request)
    batch = Batch(request, library, texts=texts)
    with _without_collector():
        for number, line in _lines(name):
            write_bytes(batch.line(line, shown_name(name), number))
    return ContentError.exit_code if batch.bad else 0


def _only_file(request: "Request") -> str:
    given = request.given
    if given.file is None or given.options or request.require:
        raise UsageError("--jsonl reads one file of sheets", hint="use --answers FILE.jsonl, without --answer or --require")
    return given.file


@contextmanager
def _without_collector() -> Iterator[None]:
    """Switch the garbage collector off: a line leaves no cycles behind, and looking for them takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _lines(name: str) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that hold anything, numbered from 1; a line over the size limit comes cut, which makes it a bad one."""
    with open_stream(name) as file:
        lines = iter(partial(_bounded_line, file), b"")
        yield from ((number, line) for number, line in enumerate(lines, start=1) if not line.isspace())


def _bounded_line(file: BinaryIO) -> bytes:
    """Read a line and keep no more of it than one byte over the size limit."""
    line = rest = file.readline(MAX_BYTES + 1)
    while len(rest) > MAX_BYTES and not rest.endswith(b"\n"):
        rest = file.readline(MAX_BYTES + 1)
    return line


def _read(reader: SheetReader, line: bytes, name: str, number: int) -> "Sheet":
    sheet = reader.accept(line)
    if sheet is not None:
        return sheet
    try:
        return reader.read(line, f"{name}.json")
    except ContentError as err:
        problems = tuple(_at_line(problem, name, number) for problem in err.problems)
        raise ContentError(err.message, err.hint, problems) from err


def _at_line(problem: Problem, name: str, number: int) -> Problem:
    return problem._replace(file=name, line=number)
