"""The part that only one guide has: how it is added to the page, and its data."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pmpath.render.envelope import Json
    from pmpath.render.figures import Dating
    from pmpath.render.page import Page


def _nothing(_page: "Page", _dating: "Dating") -> None:
    """Add nothing."""


class Part(NamedTuple):
    """What only one guide has: `figures` are the ids of those that it shows in place of the passages.

    Where `level` names one, this part is the whole page, and it rests on the sources `keys`.
    """

    add: "Callable[[Page, Dating], None]" = _nothing
    data: "Callable[[Dating], Mapping[str, Json]]" = lambda _dating: {}
    figures: frozenset[str] = frozenset()
    level: str | None = None
    keys: frozenset[str] = frozenset()
