"""Builds the distributions of this checkout or of a copy of it, and reads what is in them."""

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from shutil import copytree, ignore_patterns
from zipfile import ZipFile

import pmpath
from builders import ROOT

LEFT_BEHIND = (".git", ".venv", ".*_cache", ".hypothesis", ".coverage", "__pycache__", "*.egg-info", "build", "dist")
"""What stands in a checkout that somebody worked in, and is none of it."""
STEM = f"pmpath-{pmpath.__version__}"


def build(kind: str, source: Path, folder: Path, *, umask: int = 0o022, settings: Mapping[str, str] | None = None) -> Path:
    """Build the `wheel` or the `sdist` of a folder into another one and return the file."""
    words = [sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", str(folder), str(source)]
    environ = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SOURCE_DATE_EPOCH")}
    done = subprocess.run(words, env={**environ, **(settings or {})}, umask=umask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.iterdir()
    return built


def copied(folder: Path) -> Path:
    """Copy the checkout to another folder, its files written on another day and read by nobody else."""
    copytree(ROOT, folder, ignore=ignore_patterns(*LEFT_BEHIND))
    for path in folder.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
        path.chmod(0o700 if path.is_dir() else 0o600)
    return folder


def unpacked(sdist: Path, folder: Path) -> Path:
    """Unpack an sdist and return the folder of the project."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    return folder / STEM


def wheel_texts(wheel: Path) -> dict[str, bytes]:
    """Return the files of a wheel by name."""
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sdist_names(sdist: Path) -> Iterator[str]:
    """Yield the names of the files of an sdist, as they stand in the checkout."""
    with tarfile.open(sdist) as archive:
        yield from (member.name.partition("/")[2] for member in archive.getmembers() if member.isfile())


def tracked() -> list[str]:
    """Return the names of the files of the checkout, those that are not committed yet among them."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in done.stdout.splitlines() if (ROOT / name).exists()]


def metadata(wheel: Path) -> Message:
    """Return the metadata of a wheel."""
    return BytesParser().parsebytes(wheel_texts(wheel)[f"{STEM}.dist-info/METADATA"])
