"""Finds the content that a command line names while it is still being typed, and what of it completes a word."""

from typing import TYPE_CHECKING, Final

from pmpath.errors import PmpathError
from pmpath.model.own import Own

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typer import Context

    from pmpath.content.library import Library

KEY: Final = "pmpath."
"""How the names begin under which a command line keeps what its shared options were given."""
_UNREADABLE: Final = (PmpathError, OSError, ValueError, LookupError, TypeError, AttributeError)
"""What comes out of content that is damaged."""


def library_of(ctx: "Context") -> "Library":
    """Return the content, with the files of one's own that the options so far name."""
    from pmpath.content.library import find_library

    return find_library(Own(*(ctx.meta.get(f"{KEY}{name}") for name in Own._fields)))


def beginning(incomplete: str, known: "Iterable[str]") -> list[str]:
    """Return what begins so; nothing where the content cannot be read, for a shell has nowhere to show why."""
    try:
        return [one for one in known if one.startswith(incomplete)]
    except _UNREADABLE:
        return []


def described(incomplete: str, known: "Iterable[tuple[str, str]]") -> list[tuple[str, str]]:
    """Return what begins so, each with what it means; nothing where the content cannot be read."""
    try:
        return [one for one in known if one[0].startswith(incomplete)]
    except _UNREADABLE:
        return []
