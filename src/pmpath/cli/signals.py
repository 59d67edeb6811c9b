"""Turns the signals that end a program into an orderly way out, so that a prompt can put the terminal back as it was."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

FIRST_CODE = 128


class EndedBySignal(SystemExit):
    """A signal asked the program to end. A `SystemExit`, for an event loop lets little else through."""

    def __init__(self, number: int) -> None:
        """Keep the exit code that tells the signal."""
        super().__init__(FIRST_CODE + number)
        self.exit_code = FIRST_CODE + number


def leave_in_order() -> None:
    """From now on let SIGTERM and SIGHUP raise `EndedBySignal`."""
    import signal

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _leave)


def _leave(number: int, _frame: "FrameType | None") -> None:
    raise EndedBySignal(number)
