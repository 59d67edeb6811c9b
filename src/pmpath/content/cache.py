"""Keeps compiled content under the SHA-256 of what it was compiled from, so that a checkout's YAML is compiled once."""

import json
import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from pmpath import __version__


def compiled_texts(folder: Path) -> dict[str, str]:
    """Return the compiled texts of a data folder, from the cache where they are kept; `PMPATH_NO_CACHE` leaves it alone."""
    from pmpath.content.compiler import YAML_FILES, compile_folder, read_content

    cache = _cache_folder()
    if cache is None or os.environ.get("PMPATH_NO_CACHE", "0") not in ("", "0"):
        return compile_folder(folder)
    digest = sha256(__version__.encode())
    for name in YAML_FILES:
        digest.update(sha256(read_content(folder / name)).digest())
    kept = cache / f"content-{digest.hexdigest()}.json"
    texts = _read(kept)
    if texts is None:
        texts = compile_folder(folder)
        _keep(kept, texts)
    return texts


def _cache_folder() -> Path | None:
    """Return where compiled content is kept; None where no absolute path is known, for a relative one would be anywhere."""
    given = os.environ.get("PMPATH_HOME")
    if given:
        return Path(given) / "cache" if Path(given).is_absolute() else None
    from platformdirs import user_cache_path

    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("HOME", "/")
    return user_cache_path("pmpath", appauthor=False) if Path(home).is_absolute() else None


def _read(path: Path) -> dict[str, str] | None:
    """Return what is kept; None where nothing is, or where it is damaged."""
    from pmpath.content.compiler import PARTS

    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    is_whole = isinstance(kept, dict) and all(isinstance(kept.get(name), str) for name in PARTS)
    return kept if is_whole else None


def _keep(path: Path, texts: dict[str, str]) -> None:
    """Write the cache file whole or not at all; without a writable cache everything still works, only slower."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(texts, file)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
