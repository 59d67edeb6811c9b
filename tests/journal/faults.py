"""A disk that fails or dies at a chosen call."""

import os
from pathlib import Path
from typing import NamedTuple

from pmpath.journal.disk import Disk, Stamp


class Crash(BaseException):
    """The process is gone: nothing in it runs any more, so no code of the program may catch this."""


class Fault(NamedTuple):
    """What goes wrong at the call `at`, counted from 1: an error number, or None for the end of the process.

    With a name in `call`, only calls of that name are counted.
    A failing write lets `part` bytes through; a negative part counts from the end: -1 lets all through, -2 all but one.
    `lasting` lets every later call fail as well.
    """

    at: int
    number: int | None
    part: int = 0
    lasting: bool = False
    call: str = ""


class FaultyDisk(Disk):
    """Counts its calls, and fails at the one it is armed for. Syncs are counted, not done, which saves time."""

    def __init__(self, fault: Fault | None = None) -> None:
        self.calls: list[str] = []
        self._fault = fault
        self._count = 0
        self._is_dead = False

    def arm(self, fault: Fault | None) -> None:
        """Count from here on, and fail as told; None heals the disk."""
        self.calls = []
        self._count = 0
        self._fault = fault

    def make_folder(self, folder: Path) -> None:
        self._step("make_folder")
        super().make_folder(folder)

    def open_to_read(self, path: Path) -> int:
        self._step(f"open_to_read {path.name}")
        return super().open_to_read(path)

    def open_to_write(self, path: Path) -> int:
        self._step(f"open_to_write {path.name}")
        return super().open_to_write(path)

    def stamp(self, descriptor: int) -> Stamp:
        self._step("stamp")
        return super().stamp(descriptor)

    def read(self, descriptor: int) -> bytes:
        self._step("read")
        return super().read(descriptor)

    def write(self, descriptor: int, content: bytes) -> None:
        is_gone = self._is_dead
        try:
            self._step("write")
        except (OSError, Crash):
            if self._fault is not None and not is_gone and self._count == self._fault.at:
                super().write(descriptor, content[: self._fault.part % (len(content) + 1)])
            raise
        super().write(descriptor, content)

    def cut(self, descriptor: int, size: int) -> None:
        self._step("cut")
        super().cut(descriptor, size)

    def sync(self, descriptor: int) -> None:  # noqa: ARG002
        self._step("sync")

    def sync_folder(self, folder: Path) -> None:  # noqa: ARG002
        self._step("sync_folder")

    def put(self, path: Path, content: bytes) -> None:
        self._step("put")
        super().put(path, content)

    def move(self, source: Path, target: Path) -> None:
        self._step("move")
        super().move(source, target)

    def remove(self, path: Path) -> None:
        self._step("remove")
        super().remove(path)

    def close(self, descriptor: int) -> None:
        os.close(descriptor)  # a failing close closes all the same, and so does the end of a process
        self._step("close")

    def _step(self, call: str) -> None:
        self.calls.append(call)
        if self._is_dead:
            raise Crash
        fault = self._fault
        if fault is None or fault.call not in ("", call.partition(" ")[0]):
            return
        self._count += 1
        if self._count < fault.at or (self._count > fault.at and not fault.lasting):
            return
        if fault.number is None:
            self._is_dead = True
            raise Crash
        raise OSError(fault.number, os.strerror(fault.number))
