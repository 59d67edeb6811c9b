"""Finds what people name on the command line: by id or alias, however it is written."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class Named(Protocol):
    """What goes by an id and by other names."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def aliases(self) -> Sequence[str]:
        """What people type instead of the id."""


Thing = TypeVar("Thing", bound=Named)


def spelled(name: str) -> str:
    """Return a name as ids are spelled: lower case, words joined by hyphens."""
    return "-".join(name.lower().replace("_", " ").split())


def known_by(things: Iterable[Thing], name: str) -> Thing | None:
    """Return a thing by id or alias, however the name is written; None where nothing goes by it."""
    wanted = spelled(name)
    return next((one for one in things if wanted in (one.id, *one.aliases)), None)


def names_of(things: Iterable[Named]) -> list[str]:
    """Return every id and alias."""
    return [name for one in things for name in (one.id, *one.aliases)]
