"""A person who installs pmpath: an environment, a home and a folder to work in, empty and far from the checkout."""

import json
import os
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple

from e2e.pseudo_terminal import Terminal, terminal

SETTINGS = ("PATH", "LANG", "LC_ALL", "TMPDIR", "PIP_CERT", "PIP_FIND_LINKS", "PIP_DEFAULT_TIMEOUT", "SSL_CERT_FILE")
"""What a person's own settings never hold of ours is left out; these are the machine's."""
TODAY = "2026-12-01"
QUIETLY = "--quiet --disable-pip-version-check"
CACHE = Path.home() / ".cache" / "pip"
"""Where pip keeps what it fetched, for the home of a visitor is empty."""


class Visitor(NamedTuple):
    """Where somebody is who tries pmpath."""

    folder: Path

    @property
    def home(self) -> Path:
        """Return the home folder."""
        return self.folder / "home"

    @property
    def work(self) -> Path:
        """Return the folder that commands are typed in."""
        return self.folder / "work"

    @property
    def programs(self) -> Path:
        """Return the folder of the installed commands."""
        return self.folder / "env" / "bin"

    @property
    def environ(self) -> dict[str, str]:
        """Return the variables of the person's shell."""
        kept = {name: os.environ[name] for name in SETTINGS if name in os.environ}
        path = os.pathsep.join((str(self.programs), kept["PATH"]))
        return {**kept, "PATH": path, "HOME": str(self.home), "TERM": "xterm-256color", "PMPATH_TODAY": TODAY}

    def types(self, line: str, *, expect: int = 0) -> str:
        """Type a line into a shell; return what it prints, once it ended as expected without a word of Python."""
        words = ["bash", "-euo", "pipefail", "-c", line]
        done = subprocess.run(
            words, cwd=self.work, env=self.environ, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        assert (done.returncode, "Traceback" in done.stderr) == (expect, False), f"{line}\n{done.stdout}{done.stderr}"
        return done.stdout

    def reads(self, line: str) -> dict[str, Any]:
        """Type a line that prints JSON and return the data in it."""
        data: dict[str, Any] = json.loads(self.types(line))["data"]
        return data

    def sits_before(self, *words: str) -> AbstractContextManager[Terminal]:
        """Open a terminal with a command of pmpath in it."""
        own = dict.fromkeys(("PYTHONPATH", "PMPATH_HOME", "PMPATH_DATA_DIR"), "") | self.environ
        return terminal([str(self.programs / "pmpath"), *words], settings=own)

    def files(self) -> dict[str, list[str]]:
        """Return every file in the environment's packages and programs that is pmpath's, and every file of the home."""
        env = [path for path in (self.folder / "env").rglob("*") if "pmpath" in path.as_posix().rpartition("env/")[2]]
        return {
            "environment": sorted(str(path.relative_to(self.folder)) for path in env),
            "home": sorted(str(path.relative_to(self.home)) for path in self.home.rglob("*") if path.is_file()),
        }


def arrived(folder: Path, wheel: Path) -> Visitor:
    """Make a home, a folder and an environment, and install the wheel there."""
    visitor = Visitor(folder)
    visitor.home.mkdir(parents=True)
    visitor.work.mkdir()
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    visitor.types(f"HOME=/nonexistent python -m pip {QUIETLY} install --cache-dir '{CACHE}' '{wheel}[ics]'")
    return visitor
