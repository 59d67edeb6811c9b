"""Blanks in texts, written as {id}: which there are, and the text with each filled in. Plain: no pydantic, no prose."""

import re
from collections.abc import Mapping
from typing import Final

_BLANK: Final = re.compile(r"\{([a-z0-9][a-z0-9-]*)\}")


def blanks(text: str) -> list[str]:
    """Return the ids of the blanks in a text, in order."""
    return _BLANK.findall(text)


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return a text with its blanks filled in; one without a word stays as it is."""
    return _BLANK.sub(lambda blank: words.get(blank[1], blank[0]), text)
