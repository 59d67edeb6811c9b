"""What is no plain file of sensible size in the place of the journal, and links."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest

from journal.making import add, file_in, kept, line, lines, opened
from pmpath.errors import ContentError, OutputError
from pmpath.journal.journal import FILE, MAX_BYTES, Journal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links, pipes and devices of Unix")

Call = Callable[[Journal], object]


class Hanging(Exception):  # noqa: N818
    """The program waits for what never comes."""


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    """End a test that hangs in a call of the system."""

    def stop(_number: int, _frame: object) -> None:
        raise Hanging

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _append(journal: Journal) -> object:
    return add(journal, "new")


each_call = pytest.mark.parametrize("call", [Journal.records, _append], ids=["records", "append"])


def open_descriptors() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def _device(path: Path) -> None:
    try:
        os.mknod(path, 0o600 | 0o020000, os.makedev(1, 7))  # the device that is always full
    except PermissionError:
        pytest.skip("only root makes devices")


@each_call
@pytest.mark.parametrize("place", [_folder, _pipe, _socket, _device])
def test_what_is_no_plain_file_is_refused_without_waiting(
    place: Callable[[Path], None], call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    place(tmp_path / FILE if place is not _socket else Path(FILE))
    before = os.lstat(tmp_path / FILE).st_mode
    with pytest.raises(OutputError) as refused:
        call(opened(tmp_path))
    assert refused.value.exit_code == 74
    assert str(tmp_path / FILE) in refused.value.message
    assert os.lstat(tmp_path / FILE).st_mode == before


@pytest.mark.parametrize("place", [_pipe, _device])
def test_the_refusal_says_that_it_is_no_plain_file(place: Callable[[Path], None], tmp_path: Path) -> None:
    place(tmp_path / FILE)
    with pytest.raises(OutputError, match="not a plain file"):
        opened(tmp_path).records()


@pytest.mark.parametrize("place", [_folder, _pipe, _device])
def test_what_is_no_plain_file_in_the_place_of_the_lock_is_refused(place: Callable[[Path], None], tmp_path: Path) -> None:
    path = file_in(tmp_path, lines(1))
    place(tmp_path / "journal.lock")
    with pytest.raises(OutputError):
        add(opened(tmp_path), "new")
    assert path.read_bytes() == lines(1)


def test_refusing_what_is_no_plain_file_leaks_no_descriptor(tmp_path: Path) -> None:
    _pipe(tmp_path / FILE)
    before = open_descriptors()
    for _ in range(20):
        with pytest.raises(OutputError):
            opened(tmp_path).records()
    assert open_descriptors() < before + 20


@each_call
def test_a_file_beyond_the_limit_is_refused_at_once(call: Call, tmp_path: Path) -> None:
    path = file_in(tmp_path, lines(1))
    os.truncate(path, MAX_BYTES + 1)
    start = perf_counter()
    with pytest.raises(ContentError) as refused:
        call(opened(tmp_path))
    assert perf_counter() - start < 0.5
    assert refused.value.exit_code == 65
    assert "64 MiB" in refused.value.message


def test_a_file_that_grows_beyond_the_limit_while_the_journal_is_open_is_refused(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "one")
    os.truncate(tmp_path / FILE, 1 << 40)
    with pytest.raises(ContentError):
        add(journal, "two")
    assert (tmp_path / FILE).stat().st_size == 1 << 40


def test_a_linked_journal_is_written_where_the_link_leads(tmp_path: Path) -> None:
    target = file_in(tmp_path / "elsewhere", lines(1))
    home = tmp_path / "home"
    home.mkdir()
    (home / FILE).symlink_to(target)
    add(opened(home), "new")
    assert kept(tmp_path / "elsewhere") == ["text 1", "new"]


def test_a_linked_journal_stays_a_link(tmp_path: Path) -> None:
    target = file_in(tmp_path / "elsewhere", lines(1))
    home = tmp_path / "home"
    home.mkdir()
    (home / FILE).symlink_to(target)
    add(opened(home), "new")
    assert (home / FILE).readlink() == target


def test_two_ways_to_one_journal_share_one_lock(tmp_path: Path) -> None:
    target = file_in(tmp_path / "elsewhere", lines(1))
    home = tmp_path / "home"
    home.mkdir()
    (home / FILE).symlink_to(target)
    add(opened(home), "new")
    assert (tmp_path / "elsewhere" / "journal.lock").exists()
    assert {path.name for path in home.iterdir()} == {FILE}


def test_a_link_to_a_file_that_is_not_there_yet_makes_it_there(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / FILE).symlink_to(tmp_path / "elsewhere" / FILE)
    add(opened(home), "one")
    assert kept(tmp_path / "elsewhere") == ["one"]


def test_a_linked_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "home").symlink_to(tmp_path / "real")
    add(opened(tmp_path / "home"), "one")
    assert kept(tmp_path / "real") == ["one"]


@each_call
def test_a_link_that_leads_to_itself_is_refused(call: Call, tmp_path: Path) -> None:
    (tmp_path / FILE).symlink_to(tmp_path / FILE)
    with pytest.raises(OutputError):
        call(opened(tmp_path))


@each_call
def test_a_link_planted_after_the_journal_was_opened_is_not_followed(call: Call, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(line(1))
    home = tmp_path / "home"
    home.mkdir()
    journal = opened(home)
    (home / FILE).symlink_to(victim)
    with pytest.raises(OutputError):
        call(journal)
    assert victim.read_bytes() == line(1)


@pytest.mark.parametrize("name", ["journal.lock", "journal.torn-1"])
@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_planted_beside_the_journal_is_not_followed(name: str, is_there: bool, tmp_path: Path) -> None:  # noqa: FBT001
    victim = tmp_path / "victim"
    if is_there:
        victim.write_text("precious", "utf-8")
    home = tmp_path / "home"
    path = file_in(home, lines(1) + b"torn")
    (home / name).symlink_to(victim)
    with pytest.raises(OutputError):
        add(opened(home), "new")
    assert victim.exists() == is_there
    assert not is_there or victim.read_text("utf-8") == "precious"
    assert path.read_bytes() == lines(1) + b"torn"
