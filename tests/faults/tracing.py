"""Runs pmpath under strace: which calls change the disk, and what happens when it ends, or fails, at one of them."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from faults.places import Place, Ran, run

CHANGING: Final = (
    *("open", "openat", "openat2", "creat", "mkdir", "mkdirat", "write", "writev", "pwrite64", "pwritev", "pwritev2"),
    *("sendfile", "copy_file_range", "ftruncate", "truncate", "fallocate", "fsync", "fdatasync", "sync_file_range"),
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "rmdir"),
    *("chmod", "fchmod", "fchmodat", "flock"),
)
"""The calls that change what is on a disk, or take a lock; a machine need not have all of them."""
OPENING: Final = ("open", "openat", "openat2", "creat")
WRITING: Final = ("write", "writev", "pwrite64", "pwritev", "pwritev2")
STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
_DESCRIPTOR: Final = re.compile(r"(?<!\w)\d+<([^>]*)>")
_LINE: Final = re.compile(r"\d+ +(?P<name>\w+)\((?P<said>.*)\) += (?P<result>-?\d+)(?P<more>.*)")
_UNFINISHED: Final = re.compile(r"\d+ +(?P<name>\w+)\((?P<said>.*?)\)? *(= \?|<unfinished \.\.\.>)(?P<result>)(?P<more>)")
_OPTIONS: Final = ("-f", "-qq", "-y", "-s", "10000000")
_FAST: Final = "--seccomp-bpf"
"""Lets all other calls run at full speed, and no signal through."""


class Call(NamedTuple):
    """One system call as strace writes it: its arguments, its result and what stands behind that; `nth` of its name."""

    name: str
    nth: int
    said: str
    result: int
    more: str

    def paths(self, work: Path) -> list[str]:
        """Return the files that it is about; names are those of the folder in which the command works."""
        named = [] if self.name in WRITING else [str(work / name) for name in STRING.findall(self.said)]
        return [*_DESCRIPTOR.findall(self.said), *named]

    def is_below(self, root: Path) -> bool:
        """Say whether it is about a root or what is below it."""
        return any(f"{path}/".startswith(f"{root}/") for path in self.paths(root / "work"))

    @property
    def speaks(self) -> bool:
        """Say whether it writes to standard output or standard error."""
        return self.name == "write" and self.said.startswith(("1<", "2<"))

    @property
    def only_reads(self) -> bool:
        """Say whether it opens a file that it cannot change."""
        return self.name in OPENING and "O_RDONLY" in self.said and "O_CREAT" not in self.said


class Fault(NamedTuple):
    """What is done to a run: `what` in the words of strace, at the nth call of a name, or from there on."""

    what: str
    call: Call
    lasting: bool = False

    @property
    def words(self) -> str:
        """What strace is told."""
        return f"inject={self.call.name}:{self.what}:when={self.call.nth}{'+' if self.lasting else ''}"

    def __str__(self) -> str:
        """Say it in a line."""
        return (
            f"{self.what}{' from there on' if self.lasting else ''} at {self.call.name} {self.call.nth}: {self.call.said[:120]}"
        )


def traced(place: Place, words: Sequence[str]) -> list[Call]:
    """Return the calls of a run that goes well, those on files elsewhere left out, those on its streams left in."""
    log = place.root.parent / f"{place.root.name}.trace"
    ran = run(place, *words, before=_strace(log, _FAST, "-e", f"trace={','.join(f'?{name}' for name in CHANGING)}"))
    assert ran.code == 0, ran
    calls = list(_read(log))
    return [call for call in calls if call.speaks or call.is_below(place.root)]


def _read(log: Path) -> Iterator[Call]:
    """Yield the calls that strace wrote down, and remove what it wrote."""
    counts: Counter[str] = Counter()
    for line in log.read_text("utf-8", "surrogateescape").splitlines():
        if " +++ killed by " in line:
            continue
        found = _LINE.match(line)
        if found is None:  # the call in which the process was killed
            found = _UNFINISHED.match(line)
            assert found, f"not a line of strace: {line[:200]}"
        name = found["name"]
        counts[name] += 1
        yield Call(name, counts[name], found["said"], int(found["result"] or -1), found["more"] or "")
    log.unlink()


def points(place: Place, calls: Sequence[Call]) -> list[Call]:
    """Return the calls that change something below the root."""
    return [call for call in calls if call.is_below(place.root) and not call.only_reads]


def run_with(place: Place, words: Sequence[str], fault: Fault) -> Ran:
    """Run pmpath with a fault, and make sure that the fault came where it was meant to come."""
    log = place.root.parent / f"{place.root.name}.trace"
    fast = [] if fault.what.startswith("signal") else [_FAST]
    ran = run(place, *words, before=_strace(log, *fast, "-e", f"trace={fault.call.name}", "-e", fault.words))
    hit = next((call for call in _read(log) if call.nth == fault.call.nth), None)
    assert hit is not None, f"{fault} did not come: {ran}"
    assert hit.is_below(place.root), f"{fault} came at {hit}"
    assert ran.code == -9 or "(INJECTED)" in hit.more, f"{fault} did not come: {ran}"
    return ran


def _strace(log: Path, *words: str) -> list[str]:
    program = shutil.which("strace")
    assert program, "these tests need strace; install it with the package manager of the system"
    return [program, *_OPTIONS, "-o", str(log), *words]
