"""Run pmpath as `python -m pmpath` or through the `pmpath` script. Knows nothing but the door."""

import gc
import os
import sys
from _signal import SIG_IGN, SIGINT, default_int_handler, getsignal, signal  # `signal` loads enum: every start would pay for it

from pmpath.cli.app import INTERRUPTED, main

TYPE_CHECKING = False  # `typing` would cost every start as well
if TYPE_CHECKING:
    from types import FrameType

_SELDOM = (50_000, 20, 50)
"""A command is over before much garbage comes together; looking for it as often as usual takes a tenth of its time."""


def run() -> None:
    """Hand the command line to `main` and leave with its exit code; what comes then is not to be interrupted."""
    _fill_closed_streams()
    if getsignal(SIGINT) is default_int_handler:
        signal(SIGINT, _interrupted)
    gc.set_threshold(*_SELDOM)
    code = main(sys.argv[1:])
    signal(SIGINT, SIG_IGN)
    gc.freeze()  # the interpreter would look through all that is left once more on its way out
    sys.exit(code)


def _fill_closed_streams() -> None:
    """Keep files out of the places of standard streams that are closed, where a stray word would be written into them."""
    for place in (0, 1, 2):
        try:
            os.fstat(place)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest place that is free, this one


def _interrupted(_number: int, frame: "FrameType | None") -> None:
    """Let Ctrl-C raise `KeyboardInterrupt`, but end at once within an import, which would swallow it or make it a bug."""
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            _end_at_once()
        frame = frame.f_back
    raise KeyboardInterrupt


def _end_at_once() -> None:
    try:
        os.write(2, b"Stopped.\n")
    except OSError:
        pass  # nobody is there to be told
    finally:
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    run()
