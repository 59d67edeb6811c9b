"""The door: `main(argv) -> exit code`. Answers `--version` before anything else is imported."""

import sys

from pmpath import __version__


def main(argv: list[str]) -> int:
    """Run one command line and return its exit code; nothing but that leaves."""
    if argv in (["--version"], ["-V"]):
        sys.stdout.write(f"pmpath {__version__}\n")
        return 0
    from pmpath.cli.boundary import guarded

    return guarded(argv)
