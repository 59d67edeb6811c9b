"""Takes out of the extended ladder what refers to something that an overlay removed, so that a removal is one line."""

from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from pmpath.content.document import Document
from pmpath.content.nodes import Node


class Ids(NamedTuple):
    """The ids of a ladder."""

    levels: frozenset[str]
    competencies: frozenset[str]
    expectations: frozenset[str]


def pruned(woven: Node, base: Node, overlay: Document) -> Node:
    """Return a woven ladder without what its base says of things that are gone; what the overlay says itself stays."""
    pruning = _Pruning(overlay, _ids(base))
    return pruning.of_references(pruning.of_expectations(woven))


def _ids(root: Node) -> Ids:
    competencies = root.field("competencies").items
    return Ids(
        frozenset(_word(item, "id") for item in root.field("levels").items),
        frozenset(_word(item, "id") for item in competencies),
        frozenset(
            f"{_word(item, 'id')}.{_word(part, 'level')}" for item in competencies for part in item.field("expectations").items
        ),
    )


def _word(node: Node, name: str) -> str:
    return node.field(name).word or ""


class _Pruning:
    """Knows what was there before, and which parts the overlay says itself."""

    def __init__(self, overlay: Document, before: Ids) -> None:
        self._overlay = overlay
        self._before = before

    def of_expectations(self, root: Node) -> Node:
        """Return the ladder without the expectations of levels that are gone, and the competencies that had only such.

        Those that stay stand in the order of the levels, which may have changed.
        """
        gone = self._before.levels - _ids(root).levels
        order = [_word(level, "id") for level in root.field("levels").items]
        left = []
        for item in root.field("competencies").items:
            parts = item.field("expectations").items
            kept = [part for part in parts if self._stays(part, _word(part, "level") in gone)]
            kept.sort(key=lambda part: order.index(_word(part, "level")) if _word(part, "level") in order else len(order))
            if kept or not parts:
                left.append(item.holding("expectations", kept))
        return root.holding("competencies", left)

    def of_references(self, root: Node) -> Node:
        """Return the ladder without what names things that are gone."""
        now = _ids(root)
        gone = Ids(*(before - after for before, after in zip(self._before, now, strict=True)))
        levels = [self._level(level, gone) for level in root.field("levels").items]
        bands = {_word(level, "band") for level in levels}
        neighbors = set(pairwise(_word(level, "id") for level in levels))
        lost = [one for one in root.field("milestones").items if {_word(one, "from"), _word(one, "to")} & gone.levels]
        milestones = [one for one in root.field("milestones").items if self._stays(one, one in lost)]
        kept = {
            "levels": levels,
            "bands": [one for one in root.field("bands").items if self._stays(one, _word(one, "id") not in bands)],
            "shifts": [
                one
                for one in root.field("shifts").items
                if self._stays(one, (_word(one, "from"), _word(one, "to")) not in neighbors)
            ],
            "milestones": self._without(milestones, "drives", gone.expectations),
            "settings": self._without(root.field("settings").items, "later", gone.competencies),
        }
        for name, items in kept.items():
            root = root.holding(name, items)
        return root

    def _stays(self, node: Node, is_gone: bool) -> bool:  # noqa: FBT001 - read as one sentence
        return not is_gone or node.source is self._overlay

    def _left(self, node: Node, gone: Collection[str]) -> list[Node]:
        """Return the words of a list without those that are gone."""
        return [item for item in node.items if self._stays(item, item.word in gone)]

    def _level(self, level: Node, gone: Ids) -> Node:
        name = _word(level, "id")
        lost = {fact for fact in self._before.competencies if f"{fact}.{name}" in gone.expectations}
        kept = {
            "must_haves": self._left(level.field("must_haves"), lost | gone.competencies),
            "core": self._left(level.field("core"), lost | gone.competencies),
            "responsibilities": self._without(level.field("responsibilities").items, "drives", gone.expectations),
            "habits": self._without(level.field("habits").items, "drives", gone.expectations),
            "headings": self._without(level.field("headings").items, "competencies", gone.competencies),
        }
        for field, items in kept.items():
            level = level.holding(field, items)
        return level

    def _without(self, items: list[Node], field: str, gone: Collection[str]) -> list[Node]:
        """Return items without the ids that are gone in one of their lists; one that had only such ids goes too."""
        each = [(item, self._left(item.field(field), gone)) for item in items]
        return [item.holding(field, left) for item, left in each if left or not item.field(field).items]
