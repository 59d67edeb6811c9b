"""Finds where everything in a JSON text stands, and refuses what JSON readers take silently.

Walks the tokens of a text that is known to be valid JSON, with an own stack, so that no depth can exhaust Python's.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from pmpath.content.bounds import MAX_DEPTH, MAX_DIGITS, MAX_NODES, TOO_DEEP
from pmpath.content.document import Path, Place

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_CONSTANTS: Final = ("NaN", "Infinity", "-Infinity")


class RefusedError(Exception):
    """Something that is JSON to the letter, yet not data: says what, and where it stands."""

    def __init__(self, message: str, place: Place) -> None:
        """Keep what is wrong and its line and column."""
        super().__init__(message)
        self.message = message
        self.place = place


def json_places(text: str) -> dict[Path, Place]:
    """Return line and column, from 1, of every path: of the key in an object, of the value in a list."""
    walker = _Walker()
    for word, place in _tokens(text):
        walker.take(word, place)
    return walker.places


def _tokens(text: str) -> Iterator[tuple[str, Place]]:
    line, begin = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", begin, match.start())
        begin = match.start()
        yield match.group(), (line, match.start() - text.rfind("\n", 0, match.start()))


class _Walker:
    """Keeps the path of the token at hand: a key for each open object, a position for each open list."""

    def __init__(self) -> None:
        self.places: dict[Path, Place] = {}
        self._path: list[str | int | None] = []
        self._nodes = 0

    def take(self, word: str, place: Place) -> None:
        """Take the next token."""
        if word in "]}":
            self._path.pop()
        elif word == ",":
            last = self._path[-1]
            self._path[-1] = last + 1 if isinstance(last, int) else None
        elif word != ":":
            self._value_or_key(word, place)

    def _value_or_key(self, word: str, place: Place) -> None:
        if self._path and self._path[-1] is None:
            self._key(word, place)
            return
        self._count(place)
        path = tuple(step for step in self._path if step is not None)
        self.places.setdefault(path, place)
        if word in "{[":
            self._path.append(None if word == "{" else 0)
        elif word[0] != '"':
            self._literal(word, place)

    def _key(self, word: str, place: Place) -> None:
        self._path[-1] = json.loads(word)
        path = tuple(step for step in self._path if step is not None)
        if path in self.places:
            raise RefusedError(f"key given twice: {path[-1]}", place)
        self.places[path] = place

    def _count(self, place: Place) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES or len(self._path) > MAX_DEPTH:
            raise RefusedError(TOO_DEEP, place)

    def _literal(self, word: str, place: Place) -> None:
        if word in _CONSTANTS:
            raise RefusedError(f"not a number: {word}", place)
        if word.lstrip("-").isdigit() and len(word) > MAX_DIGITS:
            raise RefusedError("number with too many digits", place)
