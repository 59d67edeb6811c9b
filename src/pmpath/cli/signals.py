"""Turns the signals that end a program into an orderly way out, so that a prompt can put the terminal back as it was."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pmpath.cli.app import INTERRUPTED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

FIRST_CODE = 128
STOPPED = 3


class EndedBySignal(SystemExit):
    """A signal asked the program to end. A `SystemExit`, for an event loop lets little else through."""

    def __init__(self, number: int) -> None:
        """Keep the exit code that tells the signal."""
        super().__init__(FIRST_CODE + number)
        self.exit_code = FIRST_CODE + number


class Stopped(SystemExit):
    """The person, or a signal, ended the program at a place where there is something to say about it."""

    def __init__(self, message: str, exit_code: int) -> None:
        """Keep what to say and the exit code."""
        super().__init__(exit_code)
        self.message = message
        self.exit_code = exit_code


def leave_in_order() -> None:
    """From now on let SIGTERM and SIGHUP raise `EndedBySignal`, and Ctrl-C `KeyboardInterrupt` wherever it comes."""
    import signal

    if callable(signal.getsignal(signal.SIGINT)):  # where it is ignored, it stays so
        signal.signal(signal.SIGINT, signal.default_int_handler)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _leave)


@contextmanager
def leaving_at_once() -> "Iterator[None]":
    """Let Ctrl-C end the program without a word: a thread that waits for input would keep an orderly way out waiting too."""
    import signal

    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def signals_waiting() -> "Iterator[None]":
    """Let the signals that end the program wait for a moment, where a system can hold them back."""
    import signal

    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ending())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def leave_to_the_main_thread() -> None:
    """Never take a signal that ends the program in this thread, so that the main one can let it wait."""
    import signal

    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, _ending())


def exit_code_of(stop: BaseException) -> int:
    """Return the exit code that tells how a program was stopped: by a signal, by Ctrl-C, by the person's own wish."""
    if isinstance(stop, EndedBySignal):
        return stop.exit_code
    return INTERRUPTED if isinstance(stop, KeyboardInterrupt) else STOPPED


def _ending() -> "set[int]":
    import signal

    return {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


def _leave(number: int, _frame: "FrameType | None") -> None:
    raise EndedBySignal(number)
