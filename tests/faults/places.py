"""Lays out a home and a work folder, runs the installed command there, and looks at all files before and after."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from builders import example_a
from cli.running import run_apart, write_sheet
from journal.making import SOURCE
from pmpath.journal.journal import FILE
from pmpath.journal.line import Record, encode

DATA: Final = Path(__file__).parent / "data"
KEPT: Final = (DATA / "journal-0.1.0.jsonl").read_bytes()
"""A journal with every kind of line, as version 0.1.0 wrote it."""
DAMAGED: Final = KEPT.replace(b'"what":"Typo"', b'"what":"Typ0"', 1)
"""The same with one line whose checksum is wrong."""
TODAY: Final = "2026-03-09"
PATIENCE: Final = 60
"""Seconds until a command that does not end is a failure."""
AFTER: Final = "After the fault"
JOURNAL: Final = f"home/{FILE}"
COPIES: Final = "home/backup/"
UNTOLD: Final = ("home/journal.lock", "home/cache/")
"""What holds nothing of the person: the lock, and compiled ladders."""
WRITTEN: Final = re.compile(r"Written: ([^\s\\]+)")
"""What is said of a file that was asked for."""
TEARDOWN: Final = "portfolio/product-teardown.md"
THEIRS: Final = b"".join(
    encode(
        Record(seq, f"{seq:012x}", f"2026-02-0{seq}T00:00:00Z", "milestone", {"milestone": "changes-end-to-end", "count": seq})
    )
    for seq in (1, 2)
)
"""A small journal of another machine."""
OWN_LADDER: Final = "extends: default\nid: our-ladder\nversion: '1'\nlevels:\n  - {id: senior-pm, name: Product Manager II}\n"

DEEP: Final = "one/two"
"""Where a home is that has no folder above it yet."""

Files = Mapping[str, bytes]
"""Content by the path below the root, as `home/journal.jsonl`."""


class Ran(NamedTuple):
    """What a command left: its exit code, negative where a signal ended it, and what it said."""

    code: int
    out: str
    err: str


class Place(NamedTuple):
    """A root with a home and a work folder, and the folder of compiled content."""

    root: Path
    home: Path
    content: Path

    @property
    def work(self) -> Path:
        """The folder in which commands run."""
        return self.root / "work"

    @property
    def journal(self) -> Path:
        """The file of the journal."""
        return self.home / FILE

    @property
    def kept(self) -> bytes:
        """The bytes of the journal; none where there is no file."""
        return self.journal.read_bytes() if self.journal.exists() else b""

    @property
    def settings(self) -> dict[str, str]:
        """What commands are told by the environment."""
        return {
            "PMPATH_HOME": str(self.home),
            "PMPATH_DATA_DIR": str(self.content),
            "PMPATH_TODAY": TODAY,
            "PMPATH_WIDTH": "80",
            "PYTHONHASHSEED": "0",
            "PYTHONPATH": str(SOURCE),
        }

    @property
    def files(self) -> Files:
        """All files that hold something of the person."""
        return told_of({name: (self.root / name).read_bytes() for name in self.names(Path.is_file)})

    def names(self, is_wanted: Callable[[Path], bool]) -> list[str]:
        """Return the names below the root of all that is wanted."""
        return [path.relative_to(self.root).as_posix() for path in sorted(self.root.rglob("*")) if is_wanted(path)]


def command(*words: str) -> list[str]:
    """Return the command line of the installed command: `PMPATH_INSTALLED`, else that of this interpreter."""
    installed = os.environ.get("PMPATH_INSTALLED")
    return [installed, *words] if installed else [sys.executable, "-m", "pmpath", *words]


@contextmanager
def laid_out(content: Path, kept: bytes | None) -> Iterator[Place]:
    """Give a place with this journal, None for not even a folder; it is gone behind the block."""
    with TemporaryDirectory(dir=Path.cwd()) as folder:
        root = Path(folder)
        place = Place(root, root / "home" if kept is not None else root / DEEP / "home", content)
        if kept is not None:
            place.home.mkdir(mode=0o700)
            place.journal.write_bytes(kept)
            place.journal.chmod(0o600)
        _fill(place.work)
        yield place


@contextmanager
def rebuilt(content: Path, files: Files, folders: Collection[str]) -> Iterator[Place]:
    """Give a place with these files and folders."""
    with TemporaryDirectory(dir=Path.cwd()) as folder:
        root = Path(folder)
        for name in sorted(folders):
            (root / name).mkdir(exist_ok=True)
        for name, kept in files.items():
            (root / name).write_bytes(kept)
        yield Place(root, root / "home" if "home" in folders else root / DEEP / "home", content)


def told_of(files: Files) -> Files:
    """Return the files that hold something of the person, by the same names wherever the home is."""
    named = {name.removeprefix(f"{DEEP}/"): content for name, content in files.items()}
    return {name: content for name, content in named.items() if not name.startswith(UNTOLD)}


def _fill(work: Path) -> None:
    (work / "portfolio").mkdir(parents=True)
    write_sheet(work / "sheet.json", example_a())
    (work / "answer.txt").write_text("Rosa, a nurse, loses 20 minutes a shift to the list.\n", "utf-8")
    (work / "theirs.jsonl").write_bytes(THEIRS)
    (work / "own.yaml").write_text(OWN_LADDER, "utf-8")
    (work / TEARDOWN).write_text("# Product teardown: a ferry line\n\n## Problem\n\nNot yet.\n", "utf-8")


def start(place: Place, argv: Sequence[str], prepare: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """Start a command line in a process of its own, away from any terminal."""
    return subprocess.Popen(
        argv,
        cwd=place.work,
        env={**os.environ, **place.settings},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="backslashreplace",
        preexec_fn=prepare,  # noqa: PLW1509 - limits are set between fork and exec; no thread runs here
    )


def end(process: subprocess.Popen[str], patience: float = PATIENCE) -> Ran:
    """Wait for the end of a command; one that hangs is killed and fails the test."""
    try:
        out, err = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired as late:
        process.kill()
        process.communicate()
        raise AssertionError(f"no end after {patience} seconds: {process.args!r}") from late
    return Ran(process.returncode, out, err)


def run(place: Place, *words: str, before: Sequence[str] = (), prepare: Callable[[], None] | None = None) -> Ran:
    """Run pmpath to its end; `before` stands in front of the command line, `prepare` runs in the new process first."""
    return end(start(place, [*before, *command(*words)], prepare))


def goes_on(place: Place, *, apart: bool = False) -> list[str]:
    """Return what is wrong with the next ordinary run: it must succeed, keep its line and leave all others as they are.

    `apart` runs it in this process, for states of which there are thousands.
    """
    before = place.kept
    words = ("evidence", "add", AFTER)
    ran = Ran(*run_apart(words, place.settings)) if apart else run(place, *words)
    after = place.kept
    if ran.code != 0:
        return [f"the next run ended with {ran.code}: {ran.err}"]
    *sound, last = after.splitlines(keepends=True)
    lost = [] if before.startswith(b"".join(sound).removesuffix(b"\n")) else ["the next run changed lines of before"]
    return lost if AFTER.encode() in last else [*lost, "the line of the next run is not there"]
