"""The kinds of portfolio pieces that a shell completes. Reads the content only when it is asked."""

from typer import Context

from pmpath.cli.libraries import library_of
from pmpath.errors import PmpathError


def kinds(ctx: Context, incomplete: str) -> list[str]:
    """Return the kinds of portfolio pieces that begin so; nothing where the content cannot be read."""
    try:
        return [kind.id for kind in library_of(ctx).portfolio.kinds if kind.id.startswith(incomplete)]
    except (PmpathError, OSError, ValueError, LookupError, TypeError, AttributeError):
        return []
