"""What begins as somebody typed it, for shells that complete words."""

from collections.abc import Iterable

from pmpath.errors import PmpathError


def beginning(incomplete: str, known: Iterable[str]) -> list[str]:
    """Return what begins so; nothing where the content cannot be read, for a shell has nowhere to show why."""
    try:
        return [one for one in known if one.startswith(incomplete)]
    except (PmpathError, OSError, ValueError, LookupError, TypeError, AttributeError):
        return []
