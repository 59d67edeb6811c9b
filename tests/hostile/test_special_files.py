"""What is no plain file of bounded size is refused at once: no device is read, no pipe is waited for."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from builders import example_a
from cli.running import Home, Pmpath
from hostile.corpus import Bad, broken
from hostile.limits import MOST_SECONDS, bounded
from hostile.readers import READERS, Reader, raw, text_of

HUGE: Final = 100 * 2**20


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(HUGE)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)  # a longer name is no name of a socket


def _unreadable(path: Path) -> None:
    path.write_text("answers: {}\n", "utf-8")
    path.chmod(0)


SPECIAL: Final[dict[str, Callable[[Path], object]]] = {
    "nothing": lambda _: None,
    "folder": lambda path: path.mkdir(),
    "pipe": os.mkfifo,
    "socket": _socket,
    "link to nothing": lambda path: path.symlink_to("nowhere"),
    "link to itself": lambda path: path.symlink_to(path.name),
    "link to a folder": lambda path: path.symlink_to("/"),
    "endless zeros": lambda path: path.symlink_to("/dev/zero"),
    "endless noise": lambda path: path.symlink_to("/dev/urandom"),
    "full device": lambda path: path.symlink_to("/dev/full"),
    "no device": lambda path: path.symlink_to("/dev/null"),
    "own memory": lambda path: path.symlink_to("/proc/self/mem"),
    "100 MB of nothing": _sparse,
}
FIRST: Final = tuple({reader.words: reader for reader in READERS}.values())
"""Each command line once."""
each_reader = pytest.mark.parametrize("reader", FIRST, ids=lambda reader: reader.name)


@pytest.fixture(autouse=True)
def _kept(home: Home) -> None:
    home.assessed(example_a())
    Path("sound.json").write_text('{"answers": {}}', "utf-8")


@each_reader
def test_what_is_no_plain_file_is_refused(pmpath: Pmpath, reader: Reader) -> None:
    path, found = Path(reader.file), []
    for name, make in SPECIAL.items():
        make(path)
        ran = pmpath(*reader.argv)
        if ran.code not in (65, 66) or reader.file not in ran.out + ran.err or list(raw(ran)):
            found.append((name, ran))
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
    assert found == []


@pytest.mark.skipif(os.geteuid() == 0, reason="everything can be read by the superuser")
def test_what_cannot_be_read_is_refused(pmpath: Pmpath) -> None:
    _unreadable(Path("bad.yaml"))
    assert pmpath("check", "bad.yaml").code == 66


def test_what_stands_in_a_file_of_others_is_not_shown(pmpath: Pmpath) -> None:
    Path("bad.yaml").symlink_to("/etc/passwd")
    ran = pmpath("check", "bad.yaml")
    assert (ran.code, "root:" in ran.out + ran.err) == (65, False)


def _samples() -> Iterator[tuple[Reader, Bad]]:
    """Yield some readers with the files that would cost a careless one the most."""
    costly = [one for one in broken() if len(one.content) > 150_000 or "alias" in one.name or one.name == "merge keys"]
    for place, bad in enumerate(costly):
        yield FIRST[place % len(FIRST)], bad


@pytest.mark.parametrize(("reader", "bad"), list(_samples()), ids=lambda one: one.name)
def test_what_would_cost_much_costs_little(tmp_path: Path, home: Home, reader: Reader, bad: Bad) -> None:
    (tmp_path / reader.file).write_bytes(bad.content)
    ran, seconds = bounded(*reader.argv, home=home.folder)
    assert (ran.code in ((0,) if reader.takes_text else (65, 66, 2)), list(raw(ran))) == (True, [])
    assert seconds < MOST_SECONDS


@pytest.mark.parametrize("make", [_sparse, SPECIAL["endless zeros"], SPECIAL["pipe"]], ids=["100 MB", "endless", "pipe"])
def test_a_file_without_an_end_costs_little(tmp_path: Path, home: Home, make: Callable[[Path], object]) -> None:
    make(tmp_path / "bad.yaml")
    ran, seconds = bounded("check", "bad.yaml", home=home.folder)
    assert (ran.code in (65, 66), seconds < MOST_SECONDS) == (True, True)


def test_a_sound_file_is_taken_within_the_same_bounds(tmp_path: Path, home: Home) -> None:
    (tmp_path / FIRST[0].file).write_bytes(text_of(FIRST[0]))
    ran, seconds = bounded(*FIRST[0].argv, home=home.folder)
    assert (ran.code, seconds < MOST_SECONDS) == (0, True)
