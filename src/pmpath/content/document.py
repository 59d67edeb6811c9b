"""What was read from a file: plain data and the place of everything in it."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from pmpath.content.bounds import MAX_BYTES, MAX_QUOTED
from pmpath.errors import ContentError, Problem

Path = tuple[str | int, ...]
Place = tuple[int, int]
Data = None | bool | int | float | str | list["Data"] | dict[str, "Data"]


class Placed(Protocol):
    """Data that was read, and how to say what is wrong at a place of it."""

    @property
    def data(self) -> Data:
        """The data."""

    @property
    def places(self) -> Mapping[Path, Place]:
        """Line and column, from 1, of each path."""

    def problem(self, path: Path, message: str, hint: str = "") -> Problem:
        """Say what is wrong at a path."""


class Document(NamedTuple):
    """Data of one file, its name as given, and line and column (from 1) of each path."""

    name: str
    data: Data
    places: Mapping[Path, Place]

    def problem(self, path: Path, message: str, hint: str = "") -> Problem:
        """Say what is wrong at a path; the place is that of the nearest parent that has one."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.places:
                line, column = self.places[path[:end]]
                return Problem(self.name, line, column, dotted(path), shortened(message), hint)
        return Problem(self.name, None, None, dotted(path), shortened(message), hint)


def dotted(path: Path) -> str:
    """Write a path the way people say it: `answers.discovery.pm`."""
    return shortened(".".join(map(str, path)))


def shortened(text: str) -> str:
    """Cut a text that came from a file to what a message can carry."""
    return text if len(text) <= MAX_QUOTED else f"{text[:MAX_QUOTED]}..."


def refuse_large(content: bytes, name: str) -> None:
    """Raise `ContentError` for a file over the size limit."""
    if len(content) > MAX_BYTES:
        raise unreadable(name, None, f"larger than {MAX_BYTES // 1024} KiB")


def unreadable(name: str, place: Place | None, message: str) -> ContentError:
    """Return the error for a file that cannot be read at a place."""
    line, column = place or (None, None)
    return ContentError("this file cannot be read", problems=(Problem(name, line, column, "", shortened(message), ""),))
