"""Opens files that people name. A plain file of bounded size, or a clear refusal; never a device, folder or pipe."""

import os
import stat
import sys
from io import BufferedIOBase
from typing import BinaryIO, Final, cast

from pmpath.content.bounds import MAX_BYTES
from pmpath.errors import ContentError, MissingFileError, Problem

STDIN: Final = "-"


def read_given(name: str) -> bytes:
    """Return the bytes of a named file, or of standard input for `-`.

    Raises `MissingFileError` where there is no such plain readable file, `ContentError` where it is too large.
    """
    content = _stdin().read(MAX_BYTES + 1) if name == STDIN else _read_plain(name)
    if len(content) > MAX_BYTES:
        problem = Problem(shown_name(name), None, None, "", f"larger than {MAX_BYTES // 1024} KiB", "")
        raise ContentError("this file is too large", problems=(problem,))
    return content


def shown_name(name: str) -> str:
    """Return how messages call the file."""
    return "standard input" if name == STDIN else name


def open_plain(name: str) -> int:
    """Open a plain file for reading without ever waiting for it; return its descriptor."""
    try:
        descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except (OSError, ValueError) as err:
        raise _cannot_read(name, err) from err
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise MissingFileError(f"{name}: not a plain file", hint=f"name a file, or {STDIN} for standard input")
    return descriptor


def open_stream(name: str) -> BufferedIOBase:
    """Open a plain file, or standard input for `-`, to be read in blocks."""
    if name == STDIN:
        return cast("BufferedIOBase", _stdin())
    stream = os.fdopen(open_plain(name), "rb")
    try:
        stream.peek(1)
    except OSError as err:
        stream.close()
        raise _cannot_read(name, err) from err
    return stream


def _stdin() -> BinaryIO:
    if sys.stdin is None or sys.stdin.closed:
        raise MissingFileError("standard input is closed", hint="name a file, or send a sheet through a pipe")
    return sys.stdin.buffer


def _read_plain(name: str) -> bytes:
    with os.fdopen(open_plain(name), "rb") as file:
        try:
            return file.read(MAX_BYTES + 1)
        except OSError as err:
            raise _cannot_read(name, err) from err


def _cannot_read(name: str, err: OSError | ValueError) -> MissingFileError:
    reason = getattr(err, "strerror", None) or "not a file name"
    return MissingFileError(f"{name}: cannot be read: {reason.lower()}", hint="check the name and try again")
