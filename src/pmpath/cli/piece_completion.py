"""The kinds of portfolio pieces that a shell completes. Reads the content only when it is asked."""

from collections.abc import Iterator

from pmpath.cli.beginning import beginning


def kinds(incomplete: str) -> list[str]:
    """Return the kinds of portfolio pieces that begin so."""
    return beginning(incomplete, _kinds())


def _kinds() -> Iterator[str]:
    from pmpath.content.library import find_library

    yield from (kind.id for kind in find_library().portfolio.kinds)
