"""The kinds of portfolio pieces that a shell completes. Reads the content only when it is asked."""

from collections.abc import Iterator

from typer import Context

from pmpath.cli.libraries import beginning, library_of


def kinds(ctx: Context, incomplete: str) -> list[str]:
    """Return the kinds of portfolio pieces that begin so."""
    return beginning(incomplete, _kinds(ctx))


def _kinds(ctx: Context) -> Iterator[str]:
    yield from (kind.id for kind in library_of(ctx).portfolio.kinds)
