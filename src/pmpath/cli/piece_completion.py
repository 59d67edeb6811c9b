"""The kinds of portfolio pieces that a shell completes. Reads the content only when it is asked."""

from pmpath.errors import PmpathError


def kinds(incomplete: str) -> list[str]:
    """Return the kinds of portfolio pieces that begin so; nothing where the content cannot be read."""
    from pmpath.content.library import find_library

    try:
        return [kind.id for kind in find_library().portfolio.kinds if kind.id.startswith(incomplete)]
    except (PmpathError, OSError, ValueError, LookupError, TypeError, AttributeError):
        return []
