"""Who may read what is written, and how bytes come to the drive."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.faults import Fault, FaultyDisk
from journal.making import add, file_in, kept, lines, opened, process
from pmpath.errors import OutputError
from pmpath.journal.disk import Disk
from pmpath.journal.journal import FILE

UMASKS = (0, 0o022, 0o077, 0o177, 0o777)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are those of Unix")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


@pytest.fixture(name="mask")
def restored_umask() -> Iterator[Callable[[int], int]]:
    """Let a test set the umask, and set it back."""
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


@pytest.fixture(name="synced")
def synced_files(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note which files and folders are brought to the drive, by their inodes."""
    inodes: list[int] = []
    sync = os.fsync

    def noted(descriptor: int) -> None:
        inodes.append(os.fstat(descriptor).st_ino)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    return inodes


def inode(path: Path) -> int:
    return path.stat().st_ino


@pytest.mark.parametrize("umask", UMASKS)
def test_a_new_folder_is_for_its_owner_alone_whatever_the_umask(umask: int, mask: Callable[[int], int], tmp_path: Path) -> None:
    mask(umask)
    add(opened(tmp_path / "home"), "one")
    assert mode(tmp_path / "home") == 0o700


@pytest.mark.parametrize("umask", UMASKS)
def test_every_file_is_for_its_owner_alone_whatever_the_umask(umask: int, mask: Callable[[int], int], tmp_path: Path) -> None:
    home = tmp_path / "home"
    mask(umask)
    add(opened(home), "one")
    with (home / FILE).open("ab") as file:
        file.write(b"torn")
    add(opened(home), "two")
    names = {path.name: mode(path) for path in home.iterdir()}
    assert names == {FILE: 0o600, "journal.lock": 0o600, "journal.torn-1": 0o600}


@pytest.mark.parametrize("before", [0o700, 0o750, 0o755, 0o777])
def test_a_folder_that_is_there_keeps_its_mode(before: int, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(before)
    add(opened(home), "one")
    assert mode(home) == before


@pytest.mark.parametrize("umask", [0, 0o022, 0o077])
def test_the_folders_above_are_made_too(umask: int, mask: Callable[[int], int], tmp_path: Path) -> None:
    mask(umask)
    home = tmp_path / "a" / "b" / "home"
    add(opened(home), "one")
    assert mode(home) == 0o700


def test_a_folder_that_another_program_makes_at_the_same_moment_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make = Path.mkdir

    def late(path: Path, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:  # noqa: FBT001, FBT002
        make(path, exist_ok=True)
        make(path, mode, parents, exist_ok)

    monkeypatch.setattr(Path, "mkdir", late)
    Disk().make_folder(tmp_path / "home")
    assert (tmp_path / "home").is_dir()


class Watched(Disk):
    """Remembers which folders were brought to the drive."""

    def __init__(self) -> None:
        self.synced: list[Path] = []

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        self.synced.append(folder)


def test_folders_that_are_made_stay_for_each_is_brought_to_the_drive(tmp_path: Path) -> None:
    disk = Watched()
    disk.make_folder(tmp_path / "a/b/home")
    assert disk.synced == [tmp_path / "a/b", tmp_path / "a", tmp_path]


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    disk = Watched()
    disk.make_folder(tmp_path)
    assert disk.synced == []


def test_the_way_to_a_folder_is_brought_to_the_drive(tmp_path: Path) -> None:
    disk = Watched()
    disk.sync_path(tmp_path)
    assert disk.synced == [tmp_path, *tmp_path.parents]


def test_what_may_not_be_looked_at_on_the_way_to_a_folder_is_passed_over(tmp_path: Path) -> None:
    class Shut(Watched):
        def sync_folder(self, folder: Path) -> None:
            if folder != tmp_path:
                raise PermissionError
            super().sync_folder(folder)

    disk = Shut()
    disk.sync_path(tmp_path)
    assert disk.synced == [tmp_path]


def test_all_is_written_however_few_bytes_a_call_takes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write = os.write
    (tmp_path / "file").touch()
    descriptor = Disk().open_to_write(tmp_path / "file")
    taken: list[int] = []

    def reluctant(target: int, content: bytes) -> int:
        if target != descriptor:
            return write(target, content)
        taken.append(write(target, content[:3]))
        return taken[-1]

    monkeypatch.setattr(os, "write", reluctant)
    Disk().write(descriptor, b"0123456789")
    os.close(descriptor)
    assert (tmp_path / "file").read_bytes() == b"0123456789"
    assert taken == [3, 3, 3, 1]


def test_all_is_read_however_much_it_is(tmp_path: Path) -> None:
    content = os.urandom((1 << 21) + 17)
    (tmp_path / "file").write_bytes(content)
    descriptor = Disk().open_to_read(tmp_path / "file")
    assert Disk().read(descriptor) == content
    Disk().close(descriptor)


def test_a_line_is_on_the_drive_before_it_is_acknowledged(tmp_path: Path) -> None:
    file_in(tmp_path, lines(2))
    disk = FaultyDisk()
    add(opened(tmp_path, disk), "three")
    after = disk.calls[disk.calls.index(f"open_to_write {FILE}") :]
    written = after.index("write")
    assert after[written : written + 2] == ["write", "sync"]
    assert after.count("write") == 1


def test_the_name_of_a_new_file_is_on_the_drive_before_its_first_line_is_acknowledged(tmp_path: Path) -> None:
    disk = FaultyDisk()
    add(opened(tmp_path, disk), "one")
    assert "sync_folder" in disk.calls[disk.calls.index(f"open_to_write {FILE}") :]


def test_the_name_of_a_file_that_was_left_empty_is_on_the_drive_before_its_first_line_is_acknowledged(tmp_path: Path) -> None:
    file_in(tmp_path, b"")
    disk = FaultyDisk()
    add(opened(tmp_path, disk), "one")
    assert "sync_folder" in disk.calls[disk.calls.index(f"open_to_write {FILE}") :]


def test_a_file_that_holds_lines_has_its_name_on_the_drive_already(tmp_path: Path) -> None:
    file_in(tmp_path, lines(1))
    disk = FaultyDisk()
    add(opened(tmp_path, disk), "two")
    assert "sync_folder" not in disk.calls


def test_a_line_that_could_not_be_written_is_off_the_drive_too(tmp_path: Path) -> None:
    file_in(tmp_path, lines(1))
    disk = FaultyDisk(Fault(2, errno.ENOSPC, part=3, call="write"))  # the first write is that of the lock
    with pytest.raises(OutputError):
        add(opened(tmp_path, disk), "two")
    assert disk.calls[-5:-2] == ["write", "cut", "sync"]
    assert (tmp_path / FILE).read_bytes() == lines(1)


def test_the_name_of_a_new_folder_is_on_the_drive_too(tmp_path: Path) -> None:
    disk = FaultyDisk()
    add(opened(tmp_path / "home", disk), "one")
    assert disk.calls[:2] == ["make_folder", "sync_folder"]


def test_torn_bytes_are_on_the_drive_before_they_are_cut_off(tmp_path: Path) -> None:
    file_in(tmp_path, lines(1) + b"torn")
    disk = FaultyDisk()
    add(opened(tmp_path, disk), "two")
    after = disk.calls[disk.calls.index("open_to_write journal.torn-1") :]
    assert after[:6] == ["open_to_write journal.torn-1", "write", "sync", "close", "sync_folder", "cut"]


def test_a_limit_of_the_system_on_the_size_of_files_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    before = file_in(tmp_path, lines(20)).read_bytes()
    script = """
import resource
from pmpath.errors import OutputError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), -1))
try:
    journal.append(Type.DRAFT, {"text": "more"})
except OutputError as err:
    print(err.message)
"""
    said, _ = process(script, tmp_path, len(before) + 20).communicate()
    assert said == f"{tmp_path / FILE} cannot be written: file too large\n"
    assert (tmp_path / FILE).read_bytes() == before


def test_a_drive_without_room_for_a_byte_leaves_nothing(tmp_path: Path) -> None:
    script = """
import resource
from pmpath.errors import OutputError
resource.setrlimit(resource.RLIMIT_FSIZE, (0, -1))
try:
    journal.append(Type.DRAFT, {"text": "more"})
except OutputError as err:
    print(err.exit_code)
"""
    said, _ = process(script, tmp_path).communicate()
    assert said == "74\n"
    assert kept(tmp_path) == []


def test_a_new_folder_is_for_its_owner_alone_from_its_first_moment(
    monkeypatch: pytest.MonkeyPatch, mask: Callable[[int], int], tmp_path: Path
) -> None:
    mask(0)
    monkeypatch.setattr(Path, "chmod", lambda path, mode: None)  # noqa: ARG005 - what a process leaves that ends before it
    Disk().make_folder(tmp_path / "home")
    assert mode(tmp_path / "home") == 0o700


@pytest.mark.parametrize("make", [lambda path: Disk().open_to_write(path), lambda path: Disk().put(path, b"x")])
def test_a_new_file_is_for_its_owner_alone_from_its_first_moment(
    make: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch, mask: Callable[[int], int], tmp_path: Path
) -> None:
    mask(0)
    monkeypatch.setattr(os, "fchmod", lambda descriptor, mode: None)  # noqa: ARG005 - what a process leaves that ends before it
    make(tmp_path / "file")
    assert mode(tmp_path / "file") == 0o600


@pytest.mark.parametrize("umask", UMASKS)
def test_a_file_that_is_put_is_for_its_owner_alone_whatever_the_umask(
    umask: int, mask: Callable[[int], int], tmp_path: Path
) -> None:
    mask(umask)
    Disk().put(tmp_path / "file", b"x")
    assert mode(tmp_path / "file") == 0o600


def test_bringing_a_folder_to_the_drive_leaves_nothing_open(tmp_path: Path) -> None:
    lowest = os.dup(0)
    os.close(lowest)
    Disk().sync_folder(tmp_path)
    after = os.dup(0)
    os.close(after)
    assert after == lowest


def test_bringing_a_file_to_the_drive_asks_the_system_for_it(synced: list[int], tmp_path: Path) -> None:
    descriptor = Disk().open_to_write(tmp_path / "file")
    Disk().sync(descriptor)
    assert synced == [inode(tmp_path / "file")]


def test_a_file_that_is_put_is_on_the_drive(synced: list[int], tmp_path: Path) -> None:
    Disk().put(tmp_path / "file", b"content")
    assert synced == [inode(tmp_path / "file")]
    assert (tmp_path / "file").read_bytes() == b"content"


def test_the_new_name_of_a_moved_file_is_on_the_drive_once_its_folder_is(synced: list[int], tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "new").write_bytes(b"new")
    Disk().move(tmp_path / "new", tmp_path / "there" / "file")
    Disk().sync_folder(tmp_path / "there")
    assert synced == [inode(tmp_path / "there")]


def test_the_name_of_a_made_folder_is_brought_to_the_drive(synced: list[int], tmp_path: Path) -> None:
    Disk().make_folder(tmp_path / "home")
    Disk().make_folder(tmp_path / "home")
    assert synced == [inode(tmp_path)]
