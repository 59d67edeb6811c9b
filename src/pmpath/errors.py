"""The errors pmpath raises on purpose. Plain exceptions: they know exit codes, never screens."""

from typing import ClassVar, NamedTuple


class Problem(NamedTuple):
    """One thing wrong in a given file: where it stands, what it is, what to do.

    `line` and `column` count from 1; both are None where the place is not known.
    """

    file: str
    line: int | None
    column: int | None
    path: str
    message: str
    hint: str


class PmpathError(Exception):
    """A failure that pmpath can explain; `exit_code` says whose fault it is."""

    code: ClassVar[str] = "internal"
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "", problems: tuple[Problem, ...] = ()) -> None:
        """Keep the message, what to do about it, and the places in files it is about."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.problems = problems


class UsageError(PmpathError):
    """The command line is off, or an answer is needed and nobody can be asked."""

    code = "usage"
    exit_code = 2


class ContentError(PmpathError):
    """A given file can be read, but its content is not valid."""

    code = "invalid-content"
    exit_code = 65


class MissingFileError(PmpathError):
    """A given file does not exist or cannot be read."""

    code = "missing-file"
    exit_code = 66


class CannotCreateError(PmpathError):
    """An output file cannot be created."""

    code = "cannot-create"
    exit_code = 73


class OutputError(PmpathError):
    """Reading or writing failed: disk full, standard output closed."""

    code = "io"
    exit_code = 74


class BusyError(PmpathError):
    """Another pmpath is writing the journal."""

    code = "busy"
    exit_code = 75
