"""Keeps compiled content under the SHA-256 of what it was compiled from, so that YAML is compiled once.

That of a checkout, and ladders and playbooks of one's own. `PMPATH_NO_CACHE` leaves the cache alone.
"""

import json
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pmpath import __version__
from pmpath.errors import MissingFileError

if TYPE_CHECKING:
    from pmpath.content.shipped import Shipped
    from pmpath.model.ladder import Ladder
    from pmpath.model.source import Sources

OWN_KEPT: Final = 20
"""Compiled files of one's own that are kept, the newest."""
_FILES: Final = ("content-*.json", "own-*.json")


def compiled_texts(folder: Path) -> dict[str, str]:
    """Return the compiled texts of a data folder, from the cache where they are kept."""
    from pmpath.content.compiler import PARTS, YAML_FILES, compile_folder, read_content

    if _place("content") is None:
        return compile_folder(folder)
    kept = _place("content", *(read_content(folder / name) for name in YAML_FILES))
    texts = _read(kept, PARTS)
    if texts is None:
        texts = compile_folder(folder)
        _keep(kept, texts)
    return texts


def ladder_texts(name: str, ground: str, shipped: "Callable[[], Shipped]") -> dict[str, str]:
    """Return the compiled texts of a ladder of one's own, from the cache where neither it nor what it extends changed.

    `ground` is the hash of the shipped ladder, which is loaded only where there is something to compile.
    """
    from pmpath.content.files import read_given, shown_name

    content = read_given(name)
    kept = _place("own-ladder", content, ground.encode())
    texts = _read(kept, ("grid", "ladder", "bases"))
    if texts is not None and (texts["bases"] == "[]" or not _is_changed(texts["bases"], name)):
        return texts
    from pmpath.content.compiling import compile_ladder

    texts = compile_ladder(content, shown_name(name), shipped())
    _keep_among_newest(kept, texts)
    return texts


def playbook_texts(name: str, ground: str, known: "Callable[[], tuple[Ladder, Sources]]") -> dict[str, str]:
    """Return the compiled text of playbooks of one's own, from the cache where neither they nor the ladder changed.

    `ground` is the hash of the ladder; it and the sources are loaded only where there is something to compile.
    """
    from pmpath.content.files import read_given, shown_name

    content = read_given(name)
    kept = _place("own-playbooks", content, ground.encode())
    texts = _read(kept, ("transitions",))
    if texts is None:
        from pmpath.content.playbooks import compile_playbooks

        texts = compile_playbooks(content, shown_name(name), *known())
        _keep_among_newest(kept, texts)
    return texts


def clear() -> None:
    """Remove everything that is cached, and the folder once it is empty; it comes back when it is needed."""
    folder = _cache_folder()
    if folder is None:
        return
    with suppress(OSError):
        for path in (found for pattern in _FILES for found in folder.glob(pattern)):
            path.unlink(missing_ok=True)
        folder.rmdir()


def _is_changed(bases: str, name: str) -> bool:
    """Say whether a file that a ladder extends is another one now, or cannot be read."""
    from pmpath.content.files import STDIN, read_given
    from pmpath.content.shipped import Base
    from pmpath.errors import PmpathError

    folder = Path() if name == STDIN else Path(name).parent
    for base in (Base(*one) for one in json.loads(bases)):
        path = folder / base.name
        try:
            content = read_given(str(path))
        except PmpathError:
            return True
        if sha256(content).hexdigest() != base.sha256:
            return True
        folder = path.parent
    return False


def _place(kind: str, *contents: bytes) -> Path | None:
    """Return where the compiled form of some contents is kept; None where nothing is to be kept."""
    if os.environ.get("PMPATH_NO_CACHE", "0") not in ("", "0"):
        return None
    folder = _cache_folder()
    if folder is None:
        return None
    digest = sha256(__version__.encode())
    for content in contents:
        digest.update(sha256(content).digest())
    return folder / f"{kind}-{digest.hexdigest()}.json"


def _cache_folder() -> Path | None:
    """Return where compiled content is kept; None where no absolute path is known, for a relative one would be anywhere."""
    given = os.environ.get("PMPATH_HOME")
    if given:
        return Path(given) / "cache" if Path(given).is_absolute() else None
    from platformdirs import user_cache_path

    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("HOME", "/")
    return user_cache_path("pmpath", appauthor=False) if Path(home).is_absolute() else None


def _read(path: Path | None, names: Sequence[str]) -> dict[str, str] | None:
    """Return what is kept; None where nothing is, or where it is damaged."""
    if path is None:
        return None
    from pmpath.content.files import open_plain

    try:
        with os.fdopen(open_plain(str(path)), encoding="utf-8") as file:
            kept = json.load(file)
    except (MissingFileError, OSError, ValueError, RecursionError):
        return None
    is_whole = isinstance(kept, dict) and all(isinstance(kept.get(name), str) for name in names)
    return kept if is_whole else None


def _keep(path: Path | None, texts: dict[str, str]) -> None:
    """Write the cache file whole or not at all; without a writable cache everything still works, only slower."""
    if path is None:
        return
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(texts, file)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


def _keep_among_newest(path: Path | None, texts: dict[str, str]) -> None:
    """Write the cache file of something of one's own, and remove all but the newest of those."""
    _keep(path, texts)
    if path is None:
        return
    with suppress(OSError):
        found = sorted(path.parent.glob("own-*.json"), key=lambda one: one.stat().st_mtime)
        for old in found[:-OWN_KEPT]:
            old.unlink(missing_ok=True)
