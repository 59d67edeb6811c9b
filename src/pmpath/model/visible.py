"""Makes text from people and files safe to show: whatever a terminal would obey becomes visible instead."""

from collections.abc import Iterator
from typing import Final

MARKS_IN_A_ROW: Final = 3
SHORT_ESCAPES: Final = 0x10000
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str, *, lines: bool = False) -> str:
    """Replace control, format, bidi, surrogate and unassigned characters by their escapes, and pile-ups of marks by nothing.

    Newlines become visible too, unless `lines` is true.
    """
    if lines:
        return "\n".join(map(visible, text.split("\n")))
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, _without_piles(text)))


def _without_piles(text: str) -> Iterator[str]:
    """Yield the characters, marks that stand on one letter only up to the bound."""
    from unicodedata import category

    marks = 0
    for char in text:
        marks = marks + 1 if category(char).startswith("M") else 0
        if marks <= MARKS_IN_A_ROW:
            yield char


def _shown(char: str) -> str:
    from unicodedata import category

    if category(char) not in _HIDDEN:
        return char
    return f"\\u{ord(char):04x}" if ord(char) < SHORT_ESCAPES else f"\\U{ord(char):08x}"
