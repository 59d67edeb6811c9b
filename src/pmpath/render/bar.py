"""A progress bar for people, drawn with Rich on a terminal and gone when the work is done."""

from typing import TYPE_CHECKING, Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from types import TracebackType


class Bar:
    """How far reading has come; without a size only what was counted."""

    def __init__(self, stream: TextIO, size: int | None, *, color: bool) -> None:
        """Prepare to draw on a terminal."""
        console = Console(file=stream, no_color=not color, highlight=False)
        columns = [BarColumn(), TimeRemainingColumn()] if size else []
        self._progress = Progress(*columns, TextColumn("{task.description}"), console=console, transient=True)
        self._task = self._progress.add_task("", total=size)

    def __enter__(self) -> Self:
        """Draw it."""
        self._progress.start()
        return self

    def __exit__(self, kind: "type[BaseException] | None", error: BaseException | None, trace: "TracebackType | None") -> None:
        """Take it away."""
        self._progress.stop()

    def advance(self, size: int, counted: str) -> None:
        """Move on by so many bytes, and say what was counted so far."""
        self._progress.update(self._task, advance=size, description=counted)
