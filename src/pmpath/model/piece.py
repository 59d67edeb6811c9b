"""A portfolio piece: what a review found in it, and how it stands. Plain: no pydantic, no prose."""

from enum import StrEnum
from typing import NamedTuple


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


class Finding(NamedTuple):
    """Something that is missing: the line it is about, counted from 1, the heading or words it is about, and two text ids."""

    code: Code
    line: int
    subject: str
    message: str
    hint: str


class Present(NamedTuple):
    """What stands under a heading: its line, None where it is missing, how many own words, and the kinds of evidence in them.

    `evidence` is None where none is looked for.
    """

    heading: str
    part: str
    line: int | None
    words: int
    evidence: tuple[str, ...] | None


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
    findings: tuple[Finding, ...]


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
    findings: int | None = None
    done: bool = False

    @property
    def stage(self) -> PieceStage:
        """How far the piece is."""
        if self.findings is None:
            return PieceStage.BEGUN
        return PieceStage.PARTS_MISSING if self.findings else PieceStage.READY
