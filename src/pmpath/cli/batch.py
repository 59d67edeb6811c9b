"""Assesses one sheet a line: an envelope a line, in order; a bad line yields an error envelope and the run goes on."""

import gc
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmpath import __version__
from pmpath.cli.output import write_bytes
from pmpath.content.files import STDIN, open_plain, shown_name
from pmpath.content.reader import MAX_BYTES
from pmpath.content.sheets import SheetReader
from pmpath.core.assessment import assess
from pmpath.errors import ContentError, Problem, UsageError
from pmpath.render.data import assessment_data
from pmpath.render.envelope import Stamp, envelope, error_data

if TYPE_CHECKING:
    from pmpath.cli.assess import Request
    from pmpath.content.library import Library
    from pmpath.model.answer import Sheet


def run_batch(request: "Request", library: "Library", *, texts: bool) -> int:
    """Write an envelope for every line of the file; return 65 where any line was bad."""
    name = request.given.file
    if name is None or request.given.options or request.require:
        raise UsageError("--jsonl reads one file of sheets", hint="use --answers FILE.jsonl, without --answer or --require")
    reader = SheetReader(library.grid)
    words = library.words if texts else None
    stamp = Stamp(__version__, library.identity)
    bad = 0
    gc.disable()
    for number, line in enumerate(_lines(name), start=1):
        try:
            sheet = _read(reader, line, shown_name(name), number)
        except ContentError as error:
            bad += 1
            write_bytes(envelope("error", error_data(error), stamp))
            continue
        target = request.target or sheet.context.target
        result = assess(library.grid, sheet.answers, sheet.evidence, target)
        data = assessment_data(result, library.grid, words, request.environment or sheet.context.environment)
        write_bytes(envelope("assessment", data, stamp))
    return ContentError.exit_code if bad else 0


def _lines(name: str) -> Iterator[bytes]:
    """Yield the lines that hold anything; a line over the size limit comes cut, which makes it a bad one."""
    descriptor = os.dup(sys.stdin.fileno()) if name == STDIN else open_plain(name)
    with os.fdopen(descriptor, "rb") as file:
        while line := file.readline(MAX_BYTES + 1):
            yield line


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
