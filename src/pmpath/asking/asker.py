"""What an interview needs from whoever asks: show a question, take one answer or one key, take one line."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol


class Choice(NamedTuple):
    """An answer on offer: its word in the contract, the text shown, and the short form that stays on the screen."""

    word: str
    label: str
    short: str


class Move(StrEnum):
    """What a person may do at a question instead of answering; each value is its key."""

    COUNTS = "?"
    WHY = "w"
    EVIDENCE = "e"
    BACK = "b"
    SKIP = "s"
    STOP = "q"


MOVE_NAMES: Final[Mapping[Move, str]] = MappingProxyType(
    {
        Move.COUNTS: "what counts",
        Move.WHY: "why this",
        Move.EVIDENCE: "evidence",
        Move.BACK: "back",
        Move.SKIP: "skip",
        Move.STOP: "stop",
    }
)
"""Each move in a word or two, in the order in which they are offered."""


class Prompt(NamedTuple):
    """One question on the screen: how far the interview is and why it is asked, the question, the answers on offer.

    `title` names the question in the line that stays; `earlier` is the word answered before, `proposed` one to begin at,
    `moves` what else may be done.
    """

    header: str
    title: str
    question: str
    frame: str
    choices: Sequence[Choice]
    earlier: str | None = None
    moves: Sequence[Move] = tuple(Move)
    proposed: str | None = None


class Asker(Protocol):
    """Asks one thing at a time. Raises `KeyboardInterrupt` or `EOFError` when the person stops."""

    def choose(self, prompt: Prompt) -> Choice | Move:
        """Return the chosen answer, or what the person wants instead."""

    def line(self, question: str) -> str:
        """Return one line of text; empty when the person passes."""

    def typed(self, unfinished: Callable[[str], None]) -> str:
        """Return the next line of a longer text; a line that is left when the person stops is handed over first."""

    def say(self, text: str) -> None:
        """Show a paragraph that needs no answer."""


def legend(prompt: Prompt, answers: str, *, short: bool = False) -> str:
    """Return what may be typed, in one line; `answers` says how to answer, a short legend leaves out what the keys do."""
    if short:
        return f"{answers}; {' '.join(prompt.moves)}"
    moves = [f"{move} {name}" for move, name in MOVE_NAMES.items() if move in prompt.moves]
    return ", ".join((answers, *moves))
