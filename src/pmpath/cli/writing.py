"""Writes files that people hand over: whole or not at all, and over nothing that is there unless that is wanted."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from pmpath.cli.output import tell
from pmpath.errors import CannotCreateError, OutputError
from pmpath.journal.disk import Disk, missing_folders

_ANOTHER: Final = "use another name or folder, or replace it with --force"


class Drive(Disk):
    """A disk whose files can be given names, one of them or a second one."""

    def give_name(self, source: Path, target: Path) -> None:
        """Give a file a second name, which must be free."""
        os.link(source, target)

    def claim(self, target: Path) -> None:
        """Make an empty file under a name that must be free."""
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another name, and take the name from what had it; a link is replaced, not followed."""
        source.replace(target)


def write_new(target: Path, content: bytes, *, force: bool = False, drive: Drive | None = None) -> None:
    """Put a file in its place in one go and say where it is; `CannotCreateError` leaves everything as it was."""
    disk = drive or Drive()
    temporary = target.parent / f".pmpath-{os.urandom(8).hex()}"
    try:
        _put(disk, temporary, target, content, force=force)
    except FileExistsError as err:
        raise _taken(target) from err
    except OSError as err:
        raise _cannot_create(target, err) from err
    except ValueError as err:  # a name with a NUL
        raise CannotCreateError(f"{str(target)!a} is no name of a file") from err
    with suppress(OSError):  # the file is there; a folder that cannot be synced is no reason to say otherwise
        disk.sync_folder(target.parent)
    tell(f"Written: {target}", whole=True)


def rewrite(target: Path, content: bytes, *, drive: Drive | None = None) -> None:
    """Put new content in the place of a file that is there, whole or not at all; `OutputError` leaves it as it was.

    Where the name is a link, the file behind it changes.
    """
    disk = drive or Drive()
    real = Path(os.path.realpath(target))
    try:
        _put(disk, real.parent / f".pmpath-{os.urandom(8).hex()}", real, content, force=True)
    except OSError as err:
        reason = os.strerror(err.errno or 0).lower()
        raise OutputError(f"{target} cannot be written: {reason}", hint="make room or mend its rights") from err
    with suppress(OSError):
        disk.sync_folder(real.parent)


def is_written(target: Path, content: bytes) -> bool:
    """Say whether a plain file with just this content is there, as a run leaves it that was cut short behind writing it."""
    with suppress(OSError):
        is_own = target.is_file() and not target.is_symlink()
        return is_own and target.stat().st_size == len(content) and target.read_bytes() == content
    return False


def require_free(target: Path, *, force: bool) -> None:
    """Refuse a target that cannot be written, before anything else is done; `write_new` looks once more."""
    if not force and os.path.lexists(target):
        raise _taken(target)
    if not os.path.isdir(target.parent):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        raise CannotCreateError(f"{target} cannot be created: there is no such folder", hint="create the folder first")


def make_folder(folder: Path, target: Path) -> None:
    """Create the folder of a file and those above it, to stay; `CannotCreateError` names the file."""
    disk = Drive()
    try:
        missing = missing_folders(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for made in missing:
            disk.sync_folder(made.parent)
    except OSError as err:
        raise _cannot_create(target, err) from err


def _put(disk: Drive, temporary: Path, target: Path, content: bytes, *, force: bool) -> None:
    try:
        disk.put(temporary, content)
        if force:
            disk.replace(temporary, target)
        else:
            _place(disk, temporary, target)
    finally:
        with suppress(OSError):
            disk.remove(temporary)


def _place(disk: Drive, temporary: Path, target: Path) -> None:
    """Give the file its name where that is free; where files can have no second name, claim it first."""
    try:
        disk.give_name(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        disk.claim(target)
        try:
            disk.replace(temporary, target)
        except OSError:
            disk.remove(target)
            raise


def _taken(target: Path) -> CannotCreateError:
    return CannotCreateError(f"{target} is there already; nothing was written", hint=_ANOTHER)


def _cannot_create(target: Path, err: OSError) -> CannotCreateError:
    return CannotCreateError(f"{target} cannot be created: {os.strerror(err.errno or 0).lower()}")
