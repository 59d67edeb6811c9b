"""Files that are handed over: whole or not there, over nothing that is there unless that is wanted, whatever fails."""

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli.running import Pmpath, compiled_folder
from journal.faults import Crash, Fault, FaultyDisk
from pmpath.cli.writing import Drive, make_folder, require_free, rewrite, write_new
from pmpath.errors import CannotCreateError, OutputError

CONTENT = b"what is handed over\n" * 1000
NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV)


class FaultyDrive(FaultyDisk, Drive):
    """A drive that fails at a chosen call."""

    def give_name(self, source: Path, target: Path) -> None:
        """Count it, then do it."""
        self._step("give_name")
        super().give_name(source, target)

    def claim(self, target: Path) -> None:
        """Count it, then do it."""
        self._step("claim")
        super().claim(target)

    def replace(self, source: Path, target: Path) -> None:
        """Count it, then do it."""
        self._step("replace")
        super().replace(source, target)


class LinklessDrive(Drive):
    """A drive on which no file has two names, and some other call may fail."""

    def __init__(self, number: int = errno.EPERM, *, is_full: bool = False, comes_between: bytes = b"") -> None:
        """Say with which number it refuses, and what else goes wrong."""
        self._number = number
        self._is_full = is_full
        self._comes_between = comes_between

    def give_name(self, source: Path, target: Path) -> None:
        """Refuse; somebody else may take the name meanwhile."""
        if self._comes_between:
            target.write_bytes(self._comes_between)
        raise OSError(self._number, os.strerror(self._number), source, None, target)

    def replace(self, source: Path, target: Path) -> None:
        """Do it unless there is no room."""
        if self._is_full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().replace(source, target)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@contextmanager
def smallest_files(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


# what is there afterward


def test_a_new_file_holds_the_content_and_nothing_else_is_there(tmp_path: Path) -> None:
    write_new(tmp_path / "out", CONTENT)
    assert (names(tmp_path), (tmp_path / "out").read_bytes()) == (["out"], CONTENT)


@pytest.mark.parametrize("force", [False, True])
def test_a_new_file_is_for_its_owner_alone(tmp_path: Path, *, force: bool) -> None:
    write_new(tmp_path / "out", CONTENT, force=force)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o600


def test_a_new_file_has_one_name(tmp_path: Path) -> None:
    write_new(tmp_path / "out", CONTENT)
    assert (tmp_path / "out").stat().st_nlink == 1


def test_where_it_is_is_said_on_standard_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_new(tmp_path / "out", CONTENT)
    assert capfd.readouterr() == ("", f"Written: {tmp_path / 'out'}\n")


def test_nothing_is_said_where_nothing_was_written(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(CannotCreateError):
        write_new(tmp_path / "out", CONTENT)
    assert capfd.readouterr() == ("", "")


def test_the_content_is_on_the_drive_before_it_has_its_name_and_the_name_at_the_end(tmp_path: Path) -> None:
    drive = FaultyDrive()
    write_new(tmp_path / "out", CONTENT, drive=drive)
    assert drive.calls == ["put", "write", "sync", "close", "give_name", "remove", "sync_folder"]


# what is there already


def test_a_file_that_is_there_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(CannotCreateError, match=r"out is there already; nothing was written$") as caught:
        write_new(tmp_path / "out", CONTENT)
    assert "--force" in caught.value.hint
    assert (names(tmp_path), (tmp_path / "out").read_text("utf-8")) == (["out"], "mine")


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_that_is_there_is_not_followed(tmp_path: Path, *, exists: bool) -> None:
    if exists:
        (tmp_path / "far").write_text("mine", "utf-8")
    (tmp_path / "out").symlink_to(tmp_path / "far")
    with pytest.raises(CannotCreateError, match="is there already"):
        write_new(tmp_path / "out", CONTENT)
    assert (tmp_path / "far").exists() is exists


def test_force_replaces_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    write_new(tmp_path / "out", CONTENT, force=True)
    assert (names(tmp_path), (tmp_path / "out").read_bytes()) == (["out"], CONTENT)


def test_force_replaces_a_link_and_leaves_what_it_led_to(tmp_path: Path) -> None:
    (tmp_path / "far").write_text("mine", "utf-8")
    (tmp_path / "out").symlink_to(tmp_path / "far")
    write_new(tmp_path / "out", CONTENT, force=True)
    assert ((tmp_path / "far").read_text("utf-8"), (tmp_path / "out").is_symlink()) == ("mine", False)


def test_force_writes_a_file_that_is_not_there(tmp_path: Path) -> None:
    write_new(tmp_path / "out", CONTENT, force=True)
    assert (tmp_path / "out").read_bytes() == CONTENT


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("name", ["folder", ".", "..", "/"])
def test_a_folder_is_no_file(tmp_path: Path, name: str, *, force: bool) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotCreateError):
        write_new(tmp_path / "folder" if name == "folder" else Path(name), CONTENT, force=force)
    assert (names(tmp_path), names(tmp_path / "folder")) == (["folder"], [])


# what fails


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("name", ["none/out", "file/out", "n" * 300, "n" * 5000], ids=["none", "file", "long", "very long"])
def test_a_place_that_is_none_cannot_be_created(tmp_path: Path, name: str, *, force: bool) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotCreateError, match="cannot be created: "):
        write_new(tmp_path / name, CONTENT, force=force)
    assert names(tmp_path) == ["file"]


@pytest.mark.parametrize("force", [False, True])
def test_a_file_that_may_not_grow_is_not_left_behind(tmp_path: Path, *, force: bool) -> None:
    with smallest_files(100), pytest.raises(CannotCreateError, match="cannot be created: file too large"):
        write_new(tmp_path / "out", CONTENT, force=force)
    assert names(tmp_path) == []


@pytest.mark.parametrize("call", ["put", "write", "sync", "replace"])
def test_a_failure_with_force_leaves_the_file_of_before(tmp_path: Path, call: str) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(CannotCreateError, match="input/output error"):
        write_new(tmp_path / "out", CONTENT, force=True, drive=FaultyDrive(Fault(1, errno.EIO, part=7, call=call)))
    assert (names(tmp_path), (tmp_path / "out").read_text("utf-8")) == (["out"], "mine")


@pytest.mark.parametrize("call", ["put", "write", "sync"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_failing_write_leaves_nothing(tmp_path: Path, call: str, number: int) -> None:
    with pytest.raises(CannotCreateError, match=os.strerror(number).lower()):
        write_new(tmp_path / "out", CONTENT, drive=FaultyDrive(Fault(1, number, part=7, call=call)))
    assert names(tmp_path) == []


@pytest.mark.parametrize("call", ["close", "remove", "sync_folder"])
def test_what_fails_behind_the_name_is_no_failure(tmp_path: Path, call: str) -> None:
    write_new(tmp_path / "out", CONTENT, drive=FaultyDrive(Fault(1, errno.EIO, call=call)))
    assert (tmp_path / "out").read_bytes() == CONTENT


@pytest.mark.parametrize("at", range(1, 8))
@pytest.mark.parametrize("force", [False, True])
def test_an_end_at_any_call_leaves_the_whole_file_or_the_one_of_before(tmp_path: Path, at: int, *, force: bool) -> None:
    if force:
        (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(Crash):
        write_new(tmp_path / "out", CONTENT, force=force, drive=FaultyDrive(Fault(at, None, part=7)))
    found = (tmp_path / "out").read_bytes() if (tmp_path / "out").exists() else None
    assert found in (CONTENT, b"mine" if force else None)


# a file that is kept up to date


def test_new_content_takes_the_place_of_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("before", "utf-8")
    rewrite(tmp_path / "out", CONTENT)
    assert (names(tmp_path), (tmp_path / "out").read_bytes(), capfd.readouterr()) == (["out"], CONTENT, ("", ""))


def test_behind_a_link_the_file_that_it_leads_to_changes(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("before", "utf-8")
    (tmp_path / "link").symlink_to("real")
    rewrite(tmp_path / "link", CONTENT)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == CONTENT


@pytest.mark.parametrize("call", ["put", "write", "sync", "replace"])
def test_new_content_that_fails_leaves_the_file_as_it_was(tmp_path: Path, call: str) -> None:
    (tmp_path / "out").write_text("before", "utf-8")
    with pytest.raises(OutputError, match="cannot be written: no space left on device") as caught:
        rewrite(tmp_path / "out", CONTENT, drive=FaultyDrive(Fault(1, errno.ENOSPC, part=7, call=call)))
    assert (names(tmp_path), (tmp_path / "out").read_text("utf-8")) == (["out"], "before")
    assert caught.value.hint == "make room or mend its rights"


# where files have one name


@pytest.mark.parametrize("number", NO_LINKS)
def test_a_drive_without_links_gets_the_file_all_the_same(tmp_path: Path, number: int) -> None:
    write_new(tmp_path / "out", CONTENT, drive=LinklessDrive(number))
    assert (names(tmp_path), (tmp_path / "out").read_bytes()) == (["out"], CONTENT)


def test_a_drive_without_links_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(CannotCreateError, match="is there already"):
        write_new(tmp_path / "out", CONTENT, drive=LinklessDrive())
    assert (names(tmp_path), (tmp_path / "out").read_text("utf-8")) == (["out"], "mine")


def test_a_drive_without_links_overwrites_nothing_that_comes_between(tmp_path: Path) -> None:
    with pytest.raises(CannotCreateError, match="is there already"):
        write_new(tmp_path / "out", CONTENT, drive=LinklessDrive(comes_between=b"theirs"))
    assert (names(tmp_path), (tmp_path / "out").read_bytes()) == (["out"], b"theirs")


def test_a_full_drive_without_links_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(CannotCreateError, match="no space left on device"):
        write_new(tmp_path / "out", CONTENT, drive=LinklessDrive(is_full=True))
    assert names(tmp_path) == []


# before any work


def test_a_free_name_is_accepted(tmp_path: Path) -> None:
    require_free(tmp_path / "out", force=False)


@pytest.mark.parametrize("name", ["file", "folder", "link"])
def test_a_taken_name_is_refused_without_force(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("nowhere")
    require_free(tmp_path / name, force=True)
    with pytest.raises(CannotCreateError, match="is there already"):
        require_free(tmp_path / name, force=False)


@pytest.mark.parametrize("folder", ["none", "file", "n" * 300])
@pytest.mark.parametrize("force", [False, True])
def test_a_folder_that_is_not_there_is_named_early(tmp_path: Path, folder: str, *, force: bool) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotCreateError, match="there is no such folder"):
        require_free(tmp_path / folder / "out", force=force)


def test_folders_are_made_as_deep_as_wanted(tmp_path: Path) -> None:
    make_folder(tmp_path / "a/b/c", tmp_path / "a/b/c/out")
    assert (tmp_path / "a/b/c").is_dir()


def test_a_folder_that_cannot_be_made_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotCreateError, match=r"file/below/out cannot be created: "):
        make_folder(tmp_path / "file/below", tmp_path / "file/below/out")


# through the command line


def test_a_taken_file_keeps_an_assessment_from_being_kept(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "out.md").write_text("mine", "utf-8")
    assert pmpath("assess", "--answer", "scope=pm", "-o", "out.md").code == 73
    assert pmpath("history", "--json").data["assessments"] == []


def test_a_hostile_name_of_a_file_never_comes_out_raw(pmpath: Pmpath, tmp_path: Path) -> None:
    ran = pmpath("ladder", "-o", "\x1b[31m\u202eout.md")
    assert (ran.code, ran.out, ran.err) == (0, "", "Written: \\u001b[31m\\u202eout.md\n")
    assert names(tmp_path) == ["\x1b[31m\u202eout.md"]


def test_a_result_that_does_not_fit_ends_with_73_and_leaves_nothing(tmp_path: Path) -> None:
    command = f"ulimit -f 0; trap '' XFSZ; exec {sys.executable} -m pmpath ladder -o out.html"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False, env=own(tmp_path))
    assert (done.returncode, done.stdout, names(tmp_path)) == (73, "", [])
    assert done.stderr == "pmpath: out.html cannot be created: file too large\n"


def own(folder: Path) -> dict[str, str]:
    """Return surroundings in which the command finds its code, its compiled content, and keeps nothing."""
    beside = folder.parent / f"{folder.name}-beside"
    imports = os.pathsep.join(str(Path(part).resolve()) for part in sys.path if part)
    settings = {"PMPATH_DATA_DIR": str(compiled_folder(beside / "data")), "PMPATH_HOME": str(beside / "home")}
    return {**os.environ, **settings, "PYTHONPATH": imports, "PYTHONDONTWRITEBYTECODE": "1"}
