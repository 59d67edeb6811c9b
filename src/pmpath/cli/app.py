"""The door: `main(argv) -> exit code`. Answers `--version` before anything else is imported."""

import os
import sys

from pmpath import __file__ as package_file
from pmpath import __version__

VERSION = (["--version"], ["-V"])
INTERRUPTED = 130
_LONGEST_IDENTITY = 200


def main(argv: list[str]) -> int:
    """Run one command line and return its exit code; nothing but that leaves."""
    try:
        if argv in VERSION and _say_version():
            return 0
        from pmpath.cli.boundary import guarded

        return guarded(argv)
    except KeyboardInterrupt:
        return INTERRUPTED


def _say_version() -> bool:
    """Write the version in one go; false where content or output is not at hand, or the ladder is one's own."""
    if os.environ.get("PMPATH_LADDER"):
        return False
    folder = os.environ.get("PMPATH_DATA_DIR") or f"{package_file.rpartition(os.sep)[0]}{os.sep}data"
    try:
        descriptor = os.open(f"{folder}/compiled/identity.json", os.O_RDONLY)
        identity = os.read(descriptor, _LONGEST_IDENTITY).decode("ascii").strip('"')
        os.close(descriptor)
        if not identity.isprintable():
            return False
        python = ".".join(map(str, sys.version_info[:3]))
        os.write(sys.stdout.fileno(), f"pmpath {__version__} (ladder {identity}, Python {python})\n".encode())
    except (OSError, ValueError, AttributeError):
        return False
    return True
