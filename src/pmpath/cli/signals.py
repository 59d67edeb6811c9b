"""Turns the signals that end a program into an orderly leave, so that a prompt can put the terminal back as it was."""

import signal
from types import FrameType

ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def leave_in_order() -> None:
    """From now on let SIGTERM and SIGHUP raise `SystemExit` with 128 and the signal's number."""
    for number in ENDING:
        signal.signal(number, _leave)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
