"""Rebuilds what a disk may hold after the power is cut, from the calls of a run, by the strict rules of POSIX.

A file is sure to have what was synced; what was written since may be there, be missing, be zeros, or be there in half. A name
is sure to be there once its folder was synced; of the changes of names since, the first few may have come through.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from faults.places import WRITTEN, Files
from faults.tracing import OPENING, STRING, Call

_LOSSES: Final = ("all there", "lost", "zeros", "half")
FOLDER: Final = -1

Change = tuple[str, int | None]
"""A name and the file that it stands for from now on, None where it stands for none."""


class Cut(NamedTuple):
    """A state after the power was cut: at which call, what came through, what was told by then, files and folders.

    `wrote` names the files that were called written, `told` is whether all was called done.
    """

    where: str
    wrote: frozenset[str]
    told: bool
    files: Files
    folders: frozenset[str]


class _Pending(NamedTuple):
    """Changes of names that come through together or not at all, and the folder whose sync makes sure of them."""

    folder: str
    changes: tuple[Change, ...]


class Drive:
    """A drive under a run: what is sure, and what is not yet."""

    def __init__(self, root: Path, files: Mapping[str, bytes], folders: Iterable[str]) -> None:
        """Begin with files and folders that are sure."""
        self._root = root
        self._sure: list[bytes] = list(files.values())
        self._now: list[bytes] = list(files.values())
        self._names: dict[str, int] = {name: place for place, name in enumerate(files)} | dict.fromkeys(folders, FOLDER)
        self._sure_names = dict(self._names)
        self._pending: list[_Pending] = []

    def take(self, call: Call) -> None:
        """Take in a call that went well."""
        if call.name in OPENING:
            self._opened(call)
        elif call.name == "write":
            place = self._names[self._below(call)[0]]
            content = ast.literal_eval(f'b"{STRING.findall(call.said)[0]}"')
            self._now[place] += content[: call.result]
        elif call.name == "ftruncate":
            place = self._names[self._below(call)[0]]
            self._now[place] = self._now[place][: int(call.said.rpartition(", ")[2])]
        elif call.name in ("fsync", "fdatasync"):
            self._sync(self._below(call)[0])
        else:
            self._named(call)

    def states(self) -> Iterator[tuple[str, Files, frozenset[str]]]:
        """Yield what may be there if the power is cut now: how it came about, files, folders."""
        for through in range(len(self._pending) + 1):
            names = dict(self._sure_names)
            for pending in self._pending[:through]:
                _apply(names, pending.changes)
            names = _reachable(names)
            folders = frozenset(name for name, place in names.items() if place == FOLDER)
            for loss in _LOSSES:
                files = {name: self._after(place, loss) for name, place in names.items() if place != FOLDER}
                yield f"{through} of {len(self._pending)} names, data {loss}", files, folders

    def _after(self, place: int, loss: str) -> bytes:
        sure, now = self._sure[place], self._now[place]
        same = sure if now.startswith(sure) else b""
        new = now[len(same) :]
        kept = {"all there": new, "lost": b"", "zeros": bytes(len(new)), "half": new[: len(new) // 2]}[loss]
        return sure if loss == "lost" else same + kept

    def _opened(self, call: Call) -> None:
        """Take in a file that was made; every file is either new or appended to."""
        (name,) = self._below(call)
        if call.only_reads:
            return
        assert "O_APPEND" in call.said or "O_EXCL" in call.said, f"neither new nor appended to: {call.said}"
        if name not in self._names:
            self._sure.append(b"")
            self._now.append(b"")
            self._change((name, len(self._now) - 1))

    def _named(self, call: Call) -> None:
        """Take in a change of names."""
        paths = self._below(call)
        kind = call.name.removesuffix("2").removesuffix("at")
        if kind == "mkdir":
            self._change((paths[0], FOLDER))
        elif kind in ("unlink", "rmdir"):
            self._change((paths[0], None))
        elif kind == "link":
            self._change((paths[1], self._names[paths[0]]))
        elif kind == "rename":
            self._change((paths[1], self._names[paths[0]]), (paths[0], None))
        else:
            assert kind in ("chmod", "fchmod", "flock"), f"unknown to this model: {call}"

    def _change(self, *changes: Change) -> None:
        _apply(self._names, changes)
        self._pending.append(_Pending(_parent(changes[0][0]), changes))

    def _sync(self, name: str) -> None:
        place = self._names[name]
        if place != FOLDER:
            self._sure[place] = self._now[place]
            return
        now_sure = [pending for pending in self._pending if pending.folder == name]
        gone = {change[0] for pending in now_sure for change in pending.changes if change[1] is None}
        for pending in now_sure:
            _apply(self._sure_names, pending.changes)
        self._pending = [one for one in self._pending if one.folder != name and one.changes[0][0] not in gone]

    def _below(self, call: Call) -> list[str]:
        return [PurePosixPath(path).relative_to(self._root).as_posix() for path in call.paths(self._root / "work")]


def cuts(root: Path, files: Files, folders: Iterable[str], calls: Sequence[Call]) -> Iterator[Cut]:
    """Yield each state once that a run may leave when the power is cut at any of its calls."""
    drive = Drive(root, files, folders)
    seen: set[tuple[object, ...]] = set()
    wrote: frozenset[str] = frozenset()
    told = False
    for number, call in enumerate((*calls, None)):
        if call is None:
            told = True
        elif call.speaks:
            told = told or call.said.startswith("1")
            wrote |= {f"work/{name}" for name in WRITTEN.findall(call.said)}
        elif call.result >= 0:
            drive.take(call)
        for how, after, below in drive.states():
            key = (wrote, told, frozenset(after.items()), below)
            if key not in seen:
                seen.add(key)
                where = f"after {number} calls, {call.name if call else 'the end'}: {how}"
                yield Cut(where, wrote, told, after, below)


def _apply(names: dict[str, int], changes: Iterable[Change]) -> None:
    for name, place in changes:
        if place is None:
            names.pop(name, None)
        else:
            names[name] = place


def _reachable(names: Mapping[str, int]) -> dict[str, int]:
    """Return the names whose folders are there."""
    found: dict[str, int] = {}
    for name in sorted(names, key=lambda one: one.count("/")):
        parent = _parent(name)
        if parent == "." or found.get(parent) == FOLDER:
            found[name] = names[name]
    return found


def _parent(name: str) -> str:
    return PurePosixPath(name).parent.as_posix()
