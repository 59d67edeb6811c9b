"""A stream comes in blocks of whole lines, however it arrives, and never more of a line than the limit."""

import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.content.blocks import BLOCK_BYTES, Block, read_blocks
from pmpath.content.bounds import MAX_BYTES


class Dripping(io.BytesIO):
    """A stream that gives a few bytes at a time, as a slow pipe does."""

    def __init__(self, content: bytes, sizes: Iterator[int]) -> None:
        super().__init__(content)
        self._sizes = sizes

    def read1(self, _size: int | None = -1, /) -> bytes:
        return super().read1(next(self._sizes, 1))


def numbered(content: bytes, skip: int = 0) -> list[tuple[int, bytes]]:
    """Return the lines with their numbers."""
    return [line for block in read_blocks(io.BytesIO(content), skip) for line in block.lines]


@given(
    lines=st.lists(st.binary(max_size=9).filter(lambda line: b"\n" not in line), max_size=9),
    sizes=st.lists(st.integers(1, 12), max_size=30),
    skip=st.integers(0, 10),
    ended=st.booleans(),
)
def test_lines_and_numbers_are_those_of_the_stream_however_it_arrives(
    *, lines: list[bytes], sizes: list[int], skip: int, ended: bool
) -> None:
    content = b"\n".join(lines) + b"\n" * ended
    expected = [(number, line) for number, line in enumerate(content.split(b"\n"), start=1) if line.strip() and number > skip]
    blocks = read_blocks(Dripping(content, iter(sizes)), skip)
    assert [line for block in blocks for line in block.lines] == expected


def test_what_is_there_comes_at_once() -> None:
    blocks = read_blocks(Dripping(b"one\ntwo\nthree\n", iter([6, 4])))
    assert next(blocks) == Block(1, b"one\n")
    assert next(blocks) == Block(2, b"two\n")


def test_of_a_line_over_the_limit_no_more_is_kept_than_shows_it() -> None:
    (first, long), second = numbered(b"x" * (5 * MAX_BYTES) + b"\nnext\n")
    assert (first, MAX_BYTES < len(long) <= MAX_BYTES + 1 + BLOCK_BYTES, second) == (1, True, (2, b"next"))


def test_the_last_line_of_all_may_be_over_the_limit() -> None:
    assert [len(line) for _, line in numbered(b"x" * (3 * MAX_BYTES))] == [MAX_BYTES + 1]


@pytest.mark.parametrize(("content", "after"), [(b"a\n", 8), (b"a\nb\n", 9), (b"a", 8), (b"a\nb", 9)])
def test_a_block_knows_the_line_behind_it(content: bytes, after: int) -> None:
    assert Block(7, content).after == after
