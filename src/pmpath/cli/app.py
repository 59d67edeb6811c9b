"""The door: `main(argv) -> exit code`. Answers `--version` before anything else is imported."""

import os
import sys

from pmpath import __version__

VERSION = (["--version"], ["-V"])


def main(argv: list[str]) -> int:
    """Run one command line and return its exit code; nothing but that leaves."""
    if argv in VERSION and sys.stdout is not None:
        try:
            os.write(sys.stdout.fileno(), f"pmpath {__version__}\n".encode())
        except OSError:
            return _guarded(argv)
        return 0
    return _guarded(argv)


def _guarded(argv: list[str]) -> int:
    from pmpath.cli.boundary import guarded

    return guarded(argv)
