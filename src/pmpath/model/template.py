"""The template of a portfolio piece, and the words that a review of one looks for. Plain: no pydantic, no prose."""

from collections.abc import Sequence
from typing import Final, NamedTuple

PART_NAMES: Final = ("problem", "opportunity", "solution")
"""The three parts of every piece, in order."""


class Section(NamedTuple):
    """A section of a template: the part it belongs to, its question, and what is looked for in it."""

    heading: str
    part: str
    prompt: str
    needs_evidence: bool = False
    holds_options: bool = False


class Template(NamedTuple):
    """The document of a kind, before anything is written into it."""

    kind: str
    file: str
    title: str
    sections: Sequence[Section]


class Lookup(NamedTuple):
    """The words that a review looks for, in lower case; `example_mark` begins the line above a template's example."""

    example_mark: str
    numbers: Sequence[str]
    source_words: Sequence[str]
    rejected: Sequence[str]
    reasons: Sequence[str]
    forecasts: Sequence[str]
    outlooks: Sequence[str]
    figures: Sequence[str]
    around: Sequence[str]
    dates: Sequence[str]
    basis: Sequence[str]
    placeholders: Sequence[str]
    signs: Sequence[str]
