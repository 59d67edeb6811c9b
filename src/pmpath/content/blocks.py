"""Reads a stream in blocks of whole lines: what is there, and never more than a bound. Knows nothing of what the lines hold."""

from collections.abc import Iterator
from io import BufferedIOBase
from typing import Final, NamedTuple

from pmpath.content.bounds import MAX_BYTES

BLOCK_BYTES: Final = 128 * 1024
"""Most bytes that are read at once."""


class Block(NamedTuple):
    """Whole lines of a stream, and the number of the first of them, counted from 1."""

    first: int
    content: bytes

    @property
    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Yield the lines that hold anything, numbered, without their ends."""
        for number, line in enumerate(self.content.split(b"\n"), start=self.first):
            if line and not line.isspace():
                yield number, line

    @property
    def after(self) -> int:
        """Return the number of the line behind the last one."""
        return self.first + self.content.count(b"\n") + (not self.content.endswith(b"\n"))


def read_blocks(file: BufferedIOBase, skip: int = 0) -> Iterator[Block]:
    """Yield the lines of a stream behind the first `skip`, a block as soon as one is there.

    Of a line over the size limit no more is kept than shows that it is over.
    """
    for block in _all_blocks(file):
        if block.first > skip:
            yield block
        elif block.after > skip + 1:
            yield Block(skip + 1, block.content.split(b"\n", skip + 1 - block.first)[-1])


def _all_blocks(file: BufferedIOBase) -> Iterator[Block]:
    first, rest = 1, b""
    while chunk := file.read1(BLOCK_BYTES):
        lines, newline, rest = (rest + chunk).rpartition(b"\n")
        rest = rest[: MAX_BYTES + 1]
        if newline:
            block = Block(first, lines + newline)
            first = block.after
            yield block
    if rest:
        yield Block(first, rest)
