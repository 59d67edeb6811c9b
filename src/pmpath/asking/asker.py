"""What an interview needs from whoever asks: show a question, take one answer or one line."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Choice(NamedTuple):
    """An answer on offer: its word in the contract and the text shown."""

    word: str
    label: str


class Prompt(NamedTuple):
    """One question on the screen: how far the interview is, why it is asked, what it asks, the answers on offer."""

    progress: str
    reason: str
    question: str
    frame: str
    choices: Sequence[Choice]


class Asker(Protocol):
    """Asks one thing at a time. Raises `KeyboardInterrupt` or `EOFError` when the person stops."""

    def choose(self, prompt: Prompt) -> str:
        """Return the word of the chosen answer."""

    def line(self, question: str) -> str:
        """Return one line of text; empty when the person passes."""

    def say(self, text: str) -> None:
        """Show a line that needs no answer."""
