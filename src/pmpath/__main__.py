"""Run pmpath as `python -m pmpath` or through the `pmpath` script. Knows nothing but the door."""

import gc
import sys

from pmpath.cli.app import main

_SELDOM = (50_000, 20, 50)
"""A command is over before much garbage comes together; looking for it as often as usual takes a tenth of its time."""


def run() -> None:
    """Hand the command line to `main` and leave with its exit code."""
    gc.set_threshold(*_SELDOM)
    code = main(sys.argv[1:])
    gc.freeze()  # the interpreter would look through all that is left once more on its way out
    sys.exit(code)


if __name__ == "__main__":
    run()
