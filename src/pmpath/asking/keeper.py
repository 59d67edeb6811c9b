"""What an interview needs from whoever keeps its answers: each call returns when the answer is safe."""

from collections.abc import Mapping
from typing import Protocol


class Keeper(Protocol):
    """Keeps answers as they come."""

    @property
    def interview(self) -> str | None:
        """The id under which the answers are kept; None while there is none."""

    def answered(self, question: str, word: str | None) -> None:
        """Keep an answer; None for a question that was skipped."""

    def shown(self, expectation: str, lines: Mapping[str, str]) -> None:
        """Keep a piece of evidence."""


class KeepsNothing:
    """A keeper for people who want nothing kept, and for rehearsals."""

    interview: None = None

    def answered(self, question: str, word: str | None) -> None:
        """Keep nothing."""

    def shown(self, expectation: str, lines: Mapping[str, str]) -> None:
        """Keep nothing."""
