"""Weaves an overlay into the ladder that it extends: changes, adds, moves and removes by id."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from pydantic import BaseModel

from pmpath.content.document import Document
from pmpath.content.nodes import Node
from pmpath.model.competency import Competency, Expectation
from pmpath.model.ladder import AnswerOption, Band, Milestone, Shift
from pmpath.model.level import FailureMode, Habit, Heading, Level, Responsibility
from pmpath.model.road import Road
from pmpath.model.source import Source
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pmpath.errors import Problem

REMOVE, AFTER, BEFORE = "remove", "after", "before"
FILLED_IN: Final = ("short", "kind", "evidence", "action")
"""Fields that are filled in where a file leaves them out."""


_NEW: Final = Node({})


class Kind(NamedTuple):
    """What the items of a list are: in a word, by which fields one is known, the model of one."""

    word: str
    keys: tuple[str, ...]
    model: type[BaseModel]


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "answers": Kind("answer", ("id",), AnswerOption),
        "bands": Kind("band", ("id",), Band),
        "levels": Kind("level", ("id",), Level),
        "responsibilities": Kind("responsibility", ("id",), Responsibility),
        "habits": Kind("habit", ("id",), Habit),
        "failure_modes": Kind("failure mode", ("id",), FailureMode),
        "headings": Kind("heading", ("id",), Heading),
        "beyond": Kind("road", ("id",), Road),
        "competencies": Kind("competency", ("id",), Competency),
        "expectations": Kind("expectation at level", ("level",), Expectation),
        "shifts": Kind("shift", ("from", "to"), Shift),
        "milestones": Kind("milestone", ("id",), Milestone),
        "sources": Kind("source", ("key",), Source),
    }
)
"""Field to what stands in its list, where items are known by a key."""


class Weaver:
    """Weaves one overlay over what it extends, and collects what is wrong with the changes."""

    def __init__(self, overlay: Document) -> None:
        """Begin without problems."""
        self.problems: list[Problem] = []
        self._overlay = overlay

    def weave(self, base: Node, over: Node) -> Node:
        """Return a mapping with the fields of another over it."""
        fields = {**base.fields, **{name: self._field(name, base.fields.get(name), new) for name, new in over.fields.items()}}
        return over._replace(inner=fields)

    def _field(self, name: str, old: Node | None, new: Node) -> Node:
        if old is None:
            return new
        if name in KINDS and isinstance(old.inner, list):
            return self._list(KINDS[name], old, new)
        return self.weave(old, new) if isinstance(old.inner, dict) and isinstance(new.inner, dict) else new

    def _list(self, kind: Kind, old: Node, new: Node) -> Node:
        """Return a list of entries with those of the overlay in it; what is no such list changes nothing."""
        if not isinstance(new.inner, list):
            self._say(new, "must be a list")
            return old
        found = list(old.items)
        seen: set[str] = set()
        for item in new.items:
            key = _key(kind, item)
            if not isinstance(item.inner, dict):
                self._say(item, "must be a mapping")
            elif key is None or key in seen:
                found.append(item)  # the model says what is wrong with it, or that it is given twice
            else:
                self._change(kind, found, item, key)
                seen.add(key)
        return new._replace(inner=list(found))

    def _change(self, kind: Kind, found: list[Node], item: Node, key: str) -> None:
        """Change, add or remove one item, and move it where that is wanted."""
        place = _place(kind, found, key)
        if REMOVE in item.fields:
            self._remove(kind, found, item, place)
            return
        if place is None:
            if not self._is_whole(kind, found, item):
                return
            place = len(found)
            found.append(_NEW)
        changed = self.weave(found.pop(place), _without_place(item))
        found.insert(self._target(kind, found, item, place), changed)

    def _remove(self, kind: Kind, found: list[Node], item: Node, place: int | None) -> None:
        others = [name for name in item.fields if name not in (*kind.keys, REMOVE)]
        if item.field(REMOVE).inner is not True:
            self._say(item.field(REMOVE), "remove is true, or is left out")
        elif others:
            self._say(item.field(others[0]), "what is removed is not changed", "leave out everything but its id")
        elif place is None:
            self._unknown(kind, found, item, "remove")
        else:
            del found[place]

    def _unknown(self, kind: Kind, found: Sequence[Node], item: Node, what: str, *more: str) -> None:
        """Say that there is no such item to change or remove, and which was perhaps meant."""
        key = _key(kind, item) or ""
        hint = "; ".join(filter(None, (did_you_mean(key, _keys(kind, found)), *more)))
        self._say(item, f'there is no {kind.word} "{key}" to {what}', hint)

    def _is_whole(self, kind: Kind, found: Sequence[Node], item: Node) -> bool:
        """Say whether an item that is new can be one; report it as an unknown one where it cannot."""
        missing = [name for name in _required(kind.model) if name not in item.fields]
        if missing:
            self._unknown(kind, found, item, "change", f"a new one needs {', '.join(missing)} too")
        return not missing

    def _target(self, kind: Kind, found: Sequence[Node], item: Node, place: int) -> int:
        """Return where an item goes: where it says, else to its place."""
        for name, behind in ((AFTER, 1), (BEFORE, 0)):
            if name not in item.fields:
                continue
            beside = item.field(name).word or ""
            at = _place(kind, found, beside)
            if at is not None:
                return at + behind
            hint = did_you_mean(beside, _keys(kind, found)) or f"use one of: {', '.join(_keys(kind, found))}"
            self._say(item.field(name), f'there is no {kind.word} "{beside}"', hint)
        return place

    def _say(self, node: Node, message: str, hint: str = "") -> None:
        self.problems.append((node.source or self._overlay).problem(node.path, message, hint))


def _without_place(item: Node) -> Node:
    return item._replace(inner={name: node for name, node in item.fields.items() if name not in (AFTER, BEFORE)})


def _key(kind: Kind, item: Node) -> str | None:
    """Return what an item is known by; None where it does not say so."""
    words = [item.field(name).word for name in kind.keys]
    return " to ".join(word for word in words if word) if all(words) else None


def _keys(kind: Kind, found: Sequence[Node]) -> list[str]:
    return [key for key in (_key(kind, item) for item in found) if key is not None]


def _place(kind: Kind, found: Sequence[Node], key: str) -> int | None:
    return next((place for place, item in enumerate(found) if _key(kind, item) == key), None)


def _required(model: type[BaseModel]) -> Iterator[str]:
    """Yield the fields that a new item has to have, as files call them."""
    for name, field in model.model_fields.items():
        if field.is_required() and name not in FILLED_IN:
            yield field.alias or name
