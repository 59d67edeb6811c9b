"""What a ladder of one's own rests on. Plain, so that nothing heavy is loaded to look a compiled one up."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pmpath.model.source import Sources


class Shipped(NamedTuple):
    """The compiled text of the default ladder, its hash, and our sources."""

    ladder: str
    sha256: str
    sources: "Sources"


class Base(NamedTuple):
    """A file that another one extends: its name as given there, and the SHA-256 of its bytes."""

    name: str
    sha256: str
