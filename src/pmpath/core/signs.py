"""Looks through a typed answer for signs of its parts and steps: words and numbers that anybody can find again.

It counts what it finds. Whether an answer is good is not its business.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from pmpath.core.manuscript import is_year, lines_of, tokens
from pmpath.model.practiced import Found, Look, Sign, Sought

PEOPLE_AND_PROOF: Final = 4
MEASURE: Final = 3
OTHER: Final = 1
WEIGHTS: Final[Mapping[str, int]] = MappingProxyType(
    {**dict.fromkeys(("user", "pain", "evidence", "outcome"), PEOPLE_AND_PROOF), "measure": MEASURE}
)
"""What a part weighs in the count of signs; all others weigh 1.

All steps together weigh 2: one for half of them, one more for all. So a user with a measure weighs more than every step with
options, a cut, a risk and a next step.
"""
STEPS: Final = 2
_ITEM: Final = re.compile(r"^\s*\d{1,3}[.)]\s+")
"""The number that makes a line an item of a list; it measures nothing."""


def look(text: str, parts: Sequence[Sought], steps: Sequence[Sought]) -> Look:
    """Return what a text shows of some parts and steps, in their order."""
    reading = _Reading(text)
    found = tuple(Found(part.id, tuple(reading.signs(part))) for part in parts)
    taken = tuple(Found(step.id, tuple(reading.signs(step))) for step in steps)
    signs = sum(weight_of(part.id) for part in found if part.signs) + _weight_of_steps(taken)
    return Look(found, taken, signs, sum(weight_of(part.id) for part in parts) + (STEPS if steps else 0))


def weight_of(part: str) -> int:
    """Return what a part weighs in the count of signs."""
    return WEIGHTS.get(part, OTHER)


def _weight_of_steps(steps: Sequence[Found]) -> int:
    seen = sum(1 for step in steps if step.signs)
    return (seen * 2 >= len(steps)) + (seen == len(steps)) if seen else 0


class _Word(NamedTuple):
    text: str
    line: int


class _Reading:
    """A text as words with their lines, to look phrases up in."""

    def __init__(self, text: str) -> None:
        self._lines = lines_of(text)
        self._words = [_Word(word, line.number) for line in self._lines for word in tokens(_ITEM.sub("", line.text))]
        self._said = f" {' '.join(word.text for word in self._words)} "
        self._starts = list(_starts(self._words))

    def signs(self, sought: Sought) -> Iterator[Sign]:
        """Yield each phrase that is there, with the line where it begins first, then the first number where one counts."""
        for phrase in sought.words:
            line = self._line_of(phrase)
            if line is not None:
                yield Sign(phrase, line)
        if sought.numbers:
            yield from self._numbers()

    def _line_of(self, phrase: str) -> int | None:
        words = " ".join(tokens(phrase))
        if not words:
            return next((line.number for line in self._lines if phrase in line.text), None)
        place = self._said.find(f" {words} ")
        return None if place < 0 else self._words[bisect_right(self._starts, place) - 1].line

    def _numbers(self) -> Iterable[Sign]:
        """Return the first number that is no year; signs that are listed for every number would hide the others."""
        figures = (word for word in self._words if word.text[0].isdigit() and not is_year(word.text))
        return [Sign(word.text, word.line) for word in figures][:1]


def _starts(words: Iterable[_Word]) -> Iterator[int]:
    """Yield where the blank before each word stands."""
    place = 0
    for word in words:
        yield place
        place += len(word.text) + 1
