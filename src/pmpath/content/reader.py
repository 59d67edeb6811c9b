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
        self._stack: list[tuple[Data, Path]] = []
        self._key: list[str | None] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the stream."""
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise self._refuse(event, "more than one document in the file")
            case yaml.AliasEvent():
                raise self._refuse(event, "aliases (*) are not allowed")
            case yaml.CollectionEndEvent():
                self._stack.pop()
                self._key.pop()
            case yaml.NodeEvent():
                self._node(event)
            case _:
                pass

    def _node(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if event.anchor is not None:
            raise self._refuse(event, "anchors (&) are not allowed")
        if self._nodes > MAX_NODES or len(self._stack) > MAX_DEPTH:
            raise self._refuse(event, TOO_DEEP)
        if self._stack and isinstance(self._stack[-1][0], dict) and self._key[-1] is None:
            self._take_key(event)
            return
        value = self._value(event)
        path = self._place(event, value)
        if isinstance(value, dict | list):
            self._stack.append((value, path))
            self._key.append(None)

    def _take_key(self, event: yaml.NodeEvent) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refuse(event, "a key must be a plain word")
        parent, path = self._stack[-1]
        if isinstance(parent, dict) and event.value in parent:
            raise self._refuse(event, f"key given twice: {event.value}")
        self._refuse_tag(event)
        self._key[-1] = event.value
        self.places[*path, event.value] = _mark(event)

    def _value(self, event: yaml.NodeEvent) -> Data:
        self._refuse_tag(event)
        match event:
            case yaml.MappingStartEvent():
                return {}
            case yaml.ScalarEvent(value=text, style=style):
                return str(text) if style else self._scalar(event, text)
        return []

    def _scalar(self, event: yaml.NodeEvent, text: str) -> Data:
        if text in _WORDS:
            return _WORDS[text]
        if not _FLOAT.match(text):
            return text
        if not _INT.match(text):
            return float(text)
        if len(text) > MAX_DIGITS:
            raise self._refuse(event, "number with too many digits")
        return int(text)

    def _place(self, event: yaml.NodeEvent, value: Data) -> Path:
        """Put a value into its parent and return its path."""
        if not self._stack:
            self.root = value
            self.places[()] = _mark(event)
            return ()
        parent, path = self._stack[-1]
        if isinstance(parent, dict):
            key = self._key[-1] or ""
            parent[key] = value
            self._key[-1] = None
            return (*path, key)
        items = parent if isinstance(parent, list) else []
        items.append(value)
        self.places[*path, len(items) - 1] = _mark(event)
        return (*path, len(items) - 1)

    def _refuse_tag(self, event: yaml.NodeEvent) -> None:
        if getattr(event, "tag", None) not in (None, "!"):
            raise self._refuse(event, "tags (!) are not allowed")

    def _refuse(self, event: yaml.Event, message: str) -> ContentError:
        return unreadable(self.name, _mark(event), message)


def _said(problem: str | None) -> str:
    if problem and _LIBRARY_TOO_DEEP in problem:
        return TOO_DEEP
    return problem or "not valid YAML"


def _mark(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
