"""Runs a batch: reads blocks, has them scored in this process or in others, writes the results in order, counts."""

import gc
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath.cli.batch import Batch
from pmpath.cli.output import is_watched, tell
from pmpath.cli.pouring import pour
from pmpath.cli.signals import EndedBySignal, Stopped, exit_code_of, leave_in_order
from pmpath.cli.terminal import is_terminal, wants_plain
from pmpath.content.blocks import read_blocks
from pmpath.content.files import STDIN, open_stream, shown_name
from pmpath.errors import ContentError, UsageError

if TYPE_CHECKING:
    from pmpath.cli.assessing import Request
    from pmpath.cli.batch import Scored
    from pmpath.cli.outcome import Shape
    from pmpath.content.blocks import Block
    from pmpath.content.library import Library
    from pmpath.render.bar import Bar

_MOST_JOBS: Final = 64
_ERROR: Final = b'"kind":"error"'
"""How a result that is an error is known; in a text of somebody the quotes would have a backslash."""


class Batching(NamedTuple):
    """How a batch runs: processes (0: as many as there are cores), lines to pass over, and how much a line says."""

    jobs: int = 1
    skip: int = 0
    detail: bool = False
    texts: bool = False


class _Count:
    """What was written so far: sheets, bad lines, the first bad line, and the last line of the input."""

    def __init__(self, skipped: int) -> None:
        self.sheets = self.bad = self.first_bad = 0
        self.last_line = skipped
        self._block: Block
        self._scored: Scored | None = None
        self._out = 0

    def begin(self, block: "Block", scored: "Scored") -> None:
        """Take the next block; nothing of it is out yet."""
        self._block, self._scored, self._out = block, scored, 0

    def wrote(self, lines: int) -> None:
        """Count further lines of the block that are out; behind the last of them all of the block is."""
        self._out += lines
        if self._scored is not None and self._out == self._scored.sheets:
            self._add(self._scored.bad, self._scored.first_bad, self._block.after - 1)

    def stop(self) -> None:
        """Count what is out of a block that was not written to its end."""
        if self._scored is None or not self._out:
            return
        lines = self._scored.text.splitlines()[: self._out]
        numbers = [number for number, _ in islice(self._block.lines, self._out)]
        bad = [number for number, line in zip(numbers, lines, strict=True) if _ERROR in line]
        self._add(len(bad), bad[0] if bad else 0, numbers[-1])

    def _add(self, bad: int, first_bad: int, last_line: int) -> None:
        self.sheets += self._out
        self.bad += bad
        self.first_bad = self.first_bad or first_bad
        self.last_line = last_line
        self._scored = None

    def __str__(self) -> str:
        bad = f"{self.bad:,} bad, the first in line {self.first_bad:,}" if self.bad else "none bad"
        return f"{self.sheets:,} {'sheet' if self.sheets == 1 else 'sheets'}, {bad}"


def run_batch(request: "Request", library: "Library", shape: "Shape", how: Batching) -> int:
    """Write an envelope for every line of the file; return 65 where any line was bad."""
    name = _only_file(request)
    _refuse_impossible(how)
    batch = Batch(request, library, shown_name(name), detail=how.detail, texts=how.texts)
    count = _Count(how.skip)
    leave_in_order()
    try:
        with open_stream(name) as file, _bar(name, shape) as bar, _without_collector():
            _write(_scored(batch, read_blocks(file, how.skip), how.jobs), count, bar)
    except (KeyboardInterrupt, EndedBySignal) as stop:
        count.stop()
        said = f"Stopped: {count}. Lines up to {count.last_line:,} are written; go on with --skip {count.last_line}"
        raise Stopped(said, exit_code_of(stop)) from stop
    return _ended(count)


def _refuse_impossible(how: Batching) -> None:
    if not 0 <= how.jobs <= _MOST_JOBS:
        raise UsageError(f"--jobs takes 0 to {_MOST_JOBS} processes, not {how.jobs}", hint="0 takes every core")
    if how.skip < 0:
        raise UsageError(f"--skip cannot be {how.skip}", hint="it is a number of lines to pass over")


def _write(results: "Generator[tuple[Block, Scored], None, None]", count: _Count, bar: "Bar | None") -> None:
    with closing(results):
        for block, scored in results:
            count.begin(block, scored)
            pour(scored.text, count.wrote)
            if bar is not None:
                bar.advance(len(block.content), f"{count.sheets:,} sheets")


def _ended(count: _Count) -> int:
    """Tell a person what was counted; a script learns it where a line was bad."""
    if is_terminal(sys.stderr):
        tell(str(count))
    elif count.bad:
        raise ContentError(str(count), hint="where a result would stand is an error with the place")
    return ContentError.exit_code if count.bad else 0


def _only_file(request: "Request") -> str:
    given = request.given
    if given.file is None or given.options or request.require:
        raise UsageError("--jsonl reads one file of sheets", hint="use --answers FILE.jsonl, without --answer or --require")
    return given.file


def _scored(batch: Batch, blocks: "Iterator[Block]", jobs: int) -> "Generator[tuple[Block, Scored], None, None]":
    """Yield the blocks with what came of them, in order."""
    jobs = jobs or _cores()
    if jobs == 1:
        yield from ((block, batch.score(block)) for block in blocks)
        return
    from pmpath.cli.workers import Workers

    with Workers(batch, jobs) as workers:
        yield from workers.score(blocks)


def _cores() -> int:
    """Return the cores that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def _bar(name: str, shape: "Shape") -> "AbstractContextManager[Bar | None]":
    """Return a progress bar for a person who watches and does not see the results; None in its place otherwise."""
    if not is_watched() or shape.plain or wants_plain(sys.stderr, os.environ):
        return nullcontext()
    from pmpath.cli.terminal import wants_color
    from pmpath.render.bar import Bar

    size = None if name == STDIN else os.stat(name).st_size  # noqa: PTH116 - a figure is wanted, no path is taken
    return Bar(sys.stderr, size, color=wants_color(sys.stderr, shape.color, os.environ))


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
