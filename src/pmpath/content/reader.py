"""Turns YAML bytes into plain data with places. Strict: core scalars, no aliases or tags, no duplicate keys, bounded size.

It is read as a stream of events, so that no depth and no alias can exhaust memory or stack.
"""

import re
from typing import Final

import yaml

from pmpath.content.bounds import MAX_DEPTH, MAX_DIGITS, MAX_NODES, TOO_DEEP
from pmpath.content.document import Data, Document, Path, Place, refuse_large, unreadable
from pmpath.errors import ContentError

_LIBRARY_TOO_DEEP: Final = "nesting depth"
"""How a libyaml that bounds the depth itself, at 1,000, speaks of it; it reads so far ahead that it may be the first."""
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: Final[dict[str, Data]] = {
    word: value
    for value, words in (
        (None, ("", "~", "null", "Null", "NULL")),
        (True, ("true", "True", "TRUE")),
        (False, ("false", "False", "FALSE")),
    )
    for word in words
}
_NO_TAG: Final = (None, "!")
_INT: Final = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")


def read_yaml(content: bytes, name: str) -> Document:
    """Read one YAML document; raise `ContentError` with the place of the first thing that cannot be read."""
    refuse_large(content, name)
    builder = _Builder(name)
    try:
        for event in yaml.parse(content, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as err:
        mark = err.problem_mark or err.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else None
        raise unreadable(name, place, _said(err.problem)) from err
    except (yaml.YAMLError, UnicodeError) as err:
        raise unreadable(name, None, "not valid YAML: unreadable characters") from err
    return Document(name, builder.root, builder.places)


class _Builder:
    """Builds plain data from YAML events, with an own stack, and remembers where each path stands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Data = None
        self.places: dict[Path, Place] = {}
        self._stack: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the stream."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._collection(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise self._refuse(event, "aliases (*) are not allowed")
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._refuse(event, "more than one document in the file")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._count(event)
        parent = self._stack[-1] if self._stack else None
        if parent is not None and parent.awaits_key:
            self._key(parent, event)
            return
        self._refuse_tag(event)
        self._put(event, event.value if event.style else self._plain(event, event.value))

    def _collection(self, event: yaml.CollectionStartEvent) -> None:
        self._count(event)
        if self._stack and self._stack[-1].awaits_key:
            raise self._refuse(event, "a key must be a plain word")
        self._refuse_tag(event)
        value: Data = {} if isinstance(event, yaml.MappingStartEvent) else []
        step = self._put(event, value)
        path: Path = () if step is None else (*self._stack[-1].path, step)
        self._stack.append(_Open(value, path))

    def _count(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if event.anchor is not None:
            raise self._refuse(event, "anchors (&) are not allowed")
        if self._nodes > MAX_NODES or len(self._stack) > MAX_DEPTH:
            raise self._refuse(event, TOO_DEEP)

    def _key(self, parent: "_Open", event: yaml.ScalarEvent) -> None:
        key = event.value
        if key in parent.fields:
            raise self._refuse(event, f"key given twice: {key}")
        self._refuse_tag(event)
        parent.key, parent.awaits_key = key, False
        self.places[*parent.path, key] = _mark(event)

    def _plain(self, event: yaml.ScalarEvent, text: str) -> Data:
        if text in _WORDS:
            return _WORDS[text]
        if not _FLOAT.match(text):
            return text
        if not _INT.match(text):
            return float(text)
        if len(text) > MAX_DIGITS:
            raise self._refuse(event, "number with too many digits")
        return int(text)

    def _put(self, event: yaml.NodeEvent, value: Data) -> str | int | None:
        """Put a value into its parent and return the step that leads there; None for the whole."""
        if not self._stack:
            self.root = value
            self.places[()] = _mark(event)
            return None
        parent = self._stack[-1]
        if parent.key is not None:
            step = parent.key
            parent.fields[step] = value
            parent.key, parent.awaits_key = None, True
            return step
        place = len(parent.items)
        parent.items.append(value)
        self.places[*parent.path, place] = _mark(event)
        return place

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag not in _NO_TAG:
            raise self._refuse(event, "tags (!) are not allowed")

    def _refuse(self, event: yaml.Event, message: str) -> ContentError:
        return unreadable(self.name, _mark(event), message)


class _Open:
    """A mapping or list that is not at its end yet, its path, and in a mapping the key that still has no value."""

    __slots__ = ("awaits_key", "fields", "items", "key", "path")

    def __init__(self, value: Data, path: Path) -> None:
        self.fields: dict[str, Data] = value if isinstance(value, dict) else {}
        self.items: list[Data] = value if isinstance(value, list) else []
        self.path = path
        self.key: str | None = None
        self.awaits_key = isinstance(value, dict)


def _said(problem: str | None) -> str:
    if problem and _LIBRARY_TOO_DEEP in problem:
        return TOO_DEEP
    return problem or "not valid YAML"


def _mark(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
