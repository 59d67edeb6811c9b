"""Run pmpath as `python -m pmpath` or through the `pmpath` script. Knows nothing but the door."""

import sys

from pmpath.cli.app import main


def run() -> None:
    """Hand the command line to `main` and leave with its exit code."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
