"""One worker of a batch: takes the batch once, then blocks; gives back what came of each. Run as a program of its own.

Both ends of its pipes speak in frames: whole numbers of eight bytes, the last of which says how many bytes follow.
"""

import gc
import pickle
import struct
from typing import IO, TYPE_CHECKING, Final

from pmpath.cli.batch import Scored
from pmpath.content.blocks import Block

if TYPE_CHECKING:
    from pmpath.cli.batch import Batch

_SIZE: Final = struct.Struct("<Q")
_BLOCK: Final = struct.Struct("<QQ")
_SCORED: Final = struct.Struct("<QQQQ")


def send_bytes(pipe: IO[bytes], content: bytes) -> None:
    """Send what says itself what it is."""
    _send(pipe, _SIZE, (), content)


def send_block(pipe: IO[bytes], block: Block) -> None:
    """Send lines to be scored."""
    _send(pipe, _BLOCK, (block.first,), block.content)


def receive_scored(pipe: IO[bytes]) -> Scored:
    """Receive what came of a block; `BrokenPipeError` where the other end is gone."""
    numbers, text = _receive(pipe, _SCORED)
    return Scored(text, *numbers)


def work(given: IO[bytes], results: IO[bytes]) -> None:
    """Score blocks until there are no more."""
    gc.disable()
    try:
        batch: Batch = pickle.loads(_receive(given, _SIZE)[1])  # noqa: S301 - the process that started this one made it
        while True:
            (first,), content = _receive(given, _BLOCK)
            scored = batch.score(Block(first, content))
            _send(results, _SCORED, scored[1:], scored.text)
    except BrokenPipeError:
        return


def _send(pipe: IO[bytes], header: struct.Struct, numbers: tuple[int, ...], content: bytes) -> None:
    pipe.write(header.pack(*numbers, len(content)))
    pipe.write(content)
    pipe.flush()


def _receive(pipe: IO[bytes], header: struct.Struct) -> tuple[tuple[int, ...], bytes]:
    start = pipe.read(header.size)
    if len(start) < header.size:
        raise BrokenPipeError
    *numbers, size = header.unpack(start)
    content = pipe.read(size)
    if len(content) < size:
        raise BrokenPipeError
    return tuple(numbers), content


if __name__ == "__main__":
    with open(0, "rb") as given, open(1, "wb") as results:
        work(given, results)
