"""Every call to the file system that the journal makes, in one small class that tests can let fail at any call."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path
from typing import Final, NamedTuple

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700
_FLAGS: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
_CHUNK: Final = 1 << 20


class Stamp(NamedTuple):
    """Which file this is and when it was last changed; size in bytes, times in nanoseconds."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int


class Disk:
    """Plain files of one folder, opened without following links or waiting for devices. Raises `OSError`."""

    def make_folder(self, folder: Path) -> None:
        """Create a folder for its owner alone, and the folders above it, to stay; a folder that is there stays as it is."""
        missing = missing_folders(folder)
        if not missing:
            return
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        folder.chmod(FOLDER_MODE)
        for made in missing:
            self.sync_folder(made.parent)

    def open_to_read(self, path: Path) -> int:
        """Return a descriptor to read a plain file."""
        return self._plain(os.open(path, os.O_RDONLY | _FLAGS), path)

    def open_to_write(self, path: Path) -> int:
        """Return a descriptor to read and append; a file that is not there is made, for its owner alone."""
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL | _FLAGS, FILE_MODE)
        except FileExistsError:
            return self._plain(os.open(path, os.O_RDWR | os.O_APPEND | _FLAGS), path)
        os.fchmod(descriptor, FILE_MODE)
        return descriptor

    def stamp(self, descriptor: int) -> Stamp:
        """Return what changes when anybody touches the file."""
        seen = os.fstat(descriptor)
        return Stamp(seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)

    def read(self, descriptor: int) -> bytes:
        """Return the whole content."""
        chunks: list[bytes] = []
        start = 0
        while chunk := os.pread(descriptor, _CHUNK, start):
            chunks.append(chunk)
            start += len(chunk)
        return b"".join(chunks)

    def write(self, descriptor: int, content: bytes) -> None:
        """Write all of the content, in as many calls as it takes."""
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]

    def cut(self, descriptor: int, size: int) -> None:
        """Cut a file back to a size."""
        os.ftruncate(descriptor, size)

    def sync(self, descriptor: int) -> None:
        """Return when the drive has what was written, as far as it tells the truth."""
        if sys.platform == "darwin":
            from fcntl import F_FULLFSYNC, fcntl

            fcntl(descriptor, F_FULLFSYNC)
        else:
            os.fsync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        """Return when the drive has the names in a folder; where folders cannot be opened there is nothing to do."""
        if sys.platform == "win32":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def sync_path(self, folder: Path) -> None:
        """Return when the drive has the names in a folder, and the way to it as far as it may be looked at."""
        self.sync_folder(folder)
        for above in folder.parents:
            with suppress(OSError):
                self.sync_folder(above)

    def put(self, path: Path, content: bytes) -> None:
        """Write a new file for its owner alone and return when the drive has it; the name must be free."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, FILE_MODE)
        with closed(self, descriptor):
            os.fchmod(descriptor, FILE_MODE)
            self.write(descriptor, content)
            self.sync(descriptor)

    def move(self, source: Path, target: Path) -> None:
        """Put a file in the place of another in one go; `sync_folder` makes sure of it."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file; one that is gone already is fine."""
        path.unlink(missing_ok=True)

    def close(self, descriptor: int) -> None:
        """Close a descriptor."""
        os.close(descriptor)

    def _plain(self, descriptor: int, path: Path) -> int:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            return descriptor
        os.close(descriptor)
        raise OSError(0, "not a plain file", path)


def missing_folders(folder: Path) -> list[Path]:
    """Return a folder and those above it that are not there, the innermost first."""
    return list(takewhile(lambda one: not one.is_dir(), (folder, *folder.parents)))


@contextmanager
def closed(disk: Disk, descriptor: int) -> Iterator[None]:
    """Close a descriptor at the end; by then what counts is on the drive, so that a failing close loses nothing."""
    try:
        yield
    finally:
        with suppress(OSError):
            disk.close(descriptor)
