"""The one lock that every writer takes: a file that is never deleted, held for a single append."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from pmpath.errors import BusyError
from pmpath.journal.disk import Disk, closed

PATIENCE: Final = 10.0
"""Seconds to wait for another writer."""
_PAUSE: Final = 0.02


@contextmanager
def locked(disk: Disk, path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock; raise `BusyError` where another program holds it for longer than `patience` seconds."""
    descriptor = disk.open_to_write(path)
    with closed(disk, descriptor):
        _take(disk, descriptor, patience)
        disk.cut(descriptor, 0)
        disk.write(descriptor, f"{os.getpid()}\n".encode())
        yield


def _take(disk: Disk, descriptor: int, patience: float) -> None:
    end = time.monotonic() + patience
    while not _try_lock(descriptor):
        if time.monotonic() >= end:
            raise BusyError(f"another pmpath is writing{_holder(disk, descriptor)}", hint="wait until it is done and try again")
        time.sleep(_PAUSE)


def _try_lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        with suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            return True
    else:
        from fcntl import LOCK_EX, LOCK_NB, flock

        with suppress(BlockingIOError):
            flock(descriptor, LOCK_EX | LOCK_NB)
            return True
    return False


def _holder(disk: Disk, descriptor: int) -> str:
    pid = disk.read(descriptor).strip()
    return f" (process {pid.decode()})" if pid.isdigit() else ""
