"""A portfolio piece: its template, what a review found in it, and how it stands. Plain: no pydantic, no prose."""

from collections.abc import Sequence
from enum import StrEnum
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
    sources: Sequence[str]
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


class Code(StrEnum):
    """What a review can find missing; also the id of the message that says so."""

    PART_MISSING = "part-missing"
    PART_EMPTY = "part-empty"
    PROMPT = "prompt-unanswered"
    EVIDENCE = "evidence-absent"
    OPTION = "option-absent"
    BASIS = "basis-absent"
    PLACEHOLDER = "placeholder-left"
    EXAMPLE = "example-left"


class Hint(StrEnum):
    """The id of the text that says what to do about something missing."""

    ADD = "add-heading"
    WRITE = "write-part"
    ANSWER = "answer-prompt"
    EVIDENCE = "name-evidence"
    OPTION = "name-option"
    BASIS = "state-basis"
    FILL = "fill-placeholder"
    DELETE = "delete-example"


class Lack(NamedTuple):
    """Something that is missing: the line it is about, counted from 1, the heading or words it is about, and two text ids."""

    code: Code
    line: int
    subject: str
    message: str
    hint: str


class Present(NamedTuple):
    """What stands under a heading: its line, None where it is missing, own words, and the kinds of evidence in them."""

    heading: str
    part: str
    line: int | None
    words: int
    evidence: tuple[str, ...]


class Forecast(NamedTuple):
    """A sentence that reads like a forecast, its line, and the words that state its basis."""

    line: int
    text: str
    basis: tuple[str, ...]


class PieceReview(NamedTuple):
    """What a review found: what is there, and what is missing in the order of the lines. No judgment."""

    kind: str
    sections: tuple[Present, ...]
    options: tuple[str, ...]
    forecasts: tuple[Forecast, ...]
    lacks: tuple[Lack, ...]


class PieceStage(StrEnum):
    """How far a piece is, derived from what is kept."""

    PLANNED = "planned"
    BEGUN = "begun"
    PARTS_MISSING = "parts-missing"
    READY = "ready-to-show"


class KeptPiece(NamedTuple):
    """A piece as it is kept: its path as given, its kind, the last day, what the last review counted, None before one."""

    path: str
    kind: str
    day: str
    lacks: int | None = None
    done: bool = False

    @property
    def stage(self) -> PieceStage:
        """How far the piece is."""
        if self.lacks is None:
            return PieceStage.BEGUN
        return PieceStage.PARTS_MISSING if self.lacks else PieceStage.READY
