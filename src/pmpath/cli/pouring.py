"""Writes results of one line each so that it is known at any moment how many lines are out, also when a signal comes.

A pipe that nobody reads may keep a program waiting in the middle of a block. So a pipe is waited for first, which a signal may
end, and then gets no more than it takes at once, while signals wait.
"""

import os
import select
import signal
import stat
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from pmpath.cli.output import require_output, write_bytes
from pmpath.cli.signals import signals_waiting

if TYPE_CHECKING:
    from typing import BinaryIO

_AT_ONCE: Final = getattr(select, "PIPE_BUF", 512)
"""What a pipe that is ready takes whole; so many bytes are promised everywhere."""


def pour(content: bytes, wrote: Callable[[int], None]) -> None:
    """Write lines to standard output, and say each time how many more of them are out; a longer line may be cut by a signal."""
    output = require_output()
    if not _is_pipe(output):
        write_bytes(content)
        wrote(content.count(b"\n"))
        return
    for piece in _pieces(content):
        select.select([], [output], [])
        with signals_waiting():
            write_bytes(piece)
            wrote(piece.count(b"\n"))


def _is_pipe(output: "BinaryIO") -> bool:
    """Say whether the output is a pipe, on a system that can hold signals back."""
    try:
        return hasattr(signal, "pthread_sigmask") and stat.S_ISFIFO(os.fstat(output.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _pieces(content: bytes) -> Iterator[bytes]:
    """Yield as many whole lines as a pipe takes at once; a line that is longer comes in parts."""
    begin = 0
    while begin < len(content):
        most = begin + _AT_ONCE
        end = len(content) if most >= len(content) else content.rfind(b"\n", begin, most) + 1 or most
        yield content[begin:end]
        begin = end
