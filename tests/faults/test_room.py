"""No more room: a file system that is really full, and limits of every size on what a process may write."""

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from faults.campaign import count, some
from faults.conftest import LayOut, Tally
from faults.deeds import SAVING, Deed, done
from faults.judging import DISK_CODES, named, said_by, strays, wrong_files, wrong_next, wrong_refusal, wrong_words
from faults.places import AFTER, KEPT, PATIENCE, Place, run
from pmpath.journal.line import decode

pytestmark = pytest.mark.faults

SIZES = [16 * 1024 + 8 * 1024 * step for step in range(count(1, 20))]
"""Bytes of a file system that is filled up."""
BEYOND = 3000
"""Bytes by which the largest limit is larger than what a deed leaves."""


def limit_files(size: int) -> None:
    """Let this process write no file beyond a size; it is told instead of ended."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("deed", some([one for one in SAVING if one.kept], 4), ids=lambda deed: deed.name)
def test_a_limit_of_any_size_is_told_in_a_line_and_nothing_is_lost_or_half(
    deed: Deed, lay_out: LayOut, content: Path, tally: Tally
) -> None:
    good, wrong = done(deed, content), {}
    largest = max(map(len, good.files.values())) + BEYOND
    for step in range(steps := count(3, 60)):
        limit = step * largest // steps
        with lay_out(deed.kept) as place:
            before = place.files
            ran = run(place, *deed.words, prepare=partial(limit_files, limit))
            after = place.files
            found = wrong_files(deed, good, before, after, said_by(ran))
            found += wrong_words(ran) + wrong_refusal(deed, good, before, after) if ran.code else []
            found += [f"{name} is left" for name in strays(after)]
            wrong[f"limit {limit}"] = found + wrong_next(deed, place)
    tally("limits on the size of files", len(wrong))
    assert named(wrong) == ""


class Full:
    """A file system of a few pages, in a namespace of its own where root may mount one; else a limit stands for it."""

    def __init__(self, place: Place, size: int, holder: "subprocess.Popen[str] | None") -> None:
        """Take the process that holds the namespace, None where there is none."""
        self._place = place
        self._size = size
        self._holder = holder

    @property
    def is_mounted(self) -> bool:
        """Whether it is a real one."""
        return self._holder is not None

    @property
    def journal(self) -> Path:
        """Where the journal can be read from outside."""
        inside = self._place.journal
        return inside if self._holder is None else Path(f"/proc/{self._holder.pid}/root{inside}")

    def run(self, *words: str) -> tuple[int, str]:
        """Run pmpath in it; return its exit code and what it said."""
        if self._holder is None:
            ran = run(self._place, *words, prepare=partial(limit_files, self._size))
        else:
            enter = ["nsenter", f"--target={self._holder.pid}", "--mount", f"--wdns={self._place.work}"]
            ran = run(self._place, *words, before=enter)
        assert ran.code == 0 or wrong_words(ran) == []
        return ran.code, ran.out

    def make_room(self) -> None:
        """Remove what is not the person's."""
        if self._holder is None:
            self._size *= 2
        else:
            (self.journal.parent / "filler").unlink()


@contextmanager
def full(place: Place, size: int) -> Iterator[Full]:
    """Give a home on a file system that has a page of room left for the journal."""
    mount = f"mount -t tmpfs -o size={size},mode=700 tmpfs {place.home} && cp {place.root}/kept {place.journal}"
    fill = f"head -c {size} /dev/zero > {place.home}/filler 2> /dev/null; truncate -s -8192 {place.home}/filler"
    script = f"{mount} && {{ {fill}; echo ready; read -r end; }}"
    unshare = shutil.which("unshare") if os.geteuid() == 0 and shutil.which("nsenter") else None
    if unshare is None:
        yield Full(place, len(KEPT) + 4096, None)
        return
    holder = subprocess.Popen(
        [unshare, "--mount", "sh", "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        is_mounted = holder.stdout.readline() == "ready\n"
        yield Full(place, len(KEPT) + 4096, holder if is_mounted else None)
        if is_mounted:
            holder.communicate("end\n", timeout=PATIENCE)


@pytest.mark.parametrize("size", SIZES)
def test_a_full_file_system_loses_nothing_that_was_told_and_goes_on_once_there_is_room(
    size: int, lay_out: LayOut, tally: Tally
) -> None:
    with lay_out(KEPT) as place:
        (place.root / "kept").write_bytes(KEPT)
        with full(place, size + len(KEPT)) as disk:
            told: list[str] = []
            refused = 0
            while refused < 2:
                text = f"Entry {len(told)} {'x' * 900}"
                code, _ = disk.run("evidence", "add", text)
                told += [text] if code == 0 else []
                refused += code in DISK_CODES
                assert len(told) < 100
            assert texts_behind(KEPT, disk.journal.read_bytes()) == told
            tally(f"full file systems, {'mounted' if disk.is_mounted else 'played by a limit'}", 1)
            disk.make_room()
            assert disk.run("evidence", "add", AFTER)[0] == 0
            assert texts_behind(KEPT, disk.journal.read_bytes()) == [*told, AFTER]


def texts_behind(kept: bytes, now: bytes) -> list[str]:
    """Return what the evidence says that stands behind the lines of before, each line of which must be sound."""
    assert now.startswith(kept)
    records = [decode(line) for line in now[len(kept) :].splitlines()]
    return [record.data["add"]["what"] if record else "damaged" for record in records]
