"""Asks line by line: numbered answers, one typed number or key, no redrawing. For screen readers and plain terminals."""

import sys
from collections.abc import Callable
from select import select
from typing import Final

from pmpath.asking.asker import Choice, Move, Prompt, legend
from pmpath.asking.screen import tell

_WAKE_SECONDS: Final = 0.2


class LineAsker:
    """Shows one question at a time on standard error and reads whole lines."""

    def choose(self, prompt: Prompt) -> Choice | Move:
        """Show the question and its numbered answers, and read lines until one fits."""
        for text in filter(None, (prompt.header, prompt.question, prompt.frame)):
            tell(text)
        for place, choice in enumerate(prompt.choices, start=1):
            tell(f"{place}  {choice.label}")
        if prompt.earlier is not None:
            tell(f"Your answer so far: {_earlier(prompt)}.")
        reply = _reply(prompt)
        if isinstance(reply, Choice):
            tell(f"{prompt.title}: {reply.short}.")
            tell("")
        return reply

    def line(self, question: str) -> str:
        """Show the question and read one line."""
        tell(question)
        return _line()

    def typed(self, unfinished: Callable[[str], None]) -> str:  # noqa: ARG002 - a terminal keeps a line to itself until Enter
        """Read one line."""
        return _line()

    def say(self, text: str) -> None:
        """Show a paragraph."""
        tell(text)


def _earlier(prompt: Prompt) -> str:
    return next((choice.short for choice in prompt.choices if choice.word == prompt.earlier), "")


def _reply(prompt: Prompt) -> Choice | Move:
    known: dict[str, Choice | Move] = {str(place): choice for place, choice in enumerate(prompt.choices, start=1)}
    known |= {str(move): move for move in prompt.moves}
    tell(legend(prompt, f"Answer 1-{len(prompt.choices)}") + ":")
    while (typed := _line().lower()) not in known:
        tell(f"Type a number from 1 to {len(prompt.choices)}, or one of {' '.join(prompt.moves)}, then Enter:")
    return known[typed]


def _line() -> str:
    """Read one line; bytes that are no text in the terminal's encoding are replaced."""
    _wait_for_input()
    line = sys.stdin.buffer.readline()
    if not line:
        raise EOFError
    return line.decode(sys.stdin.encoding or "utf-8", "replace").strip()


def _wait_for_input() -> None:
    """Return when there is something to read. Wakes up now and then, so that a signal is heard that came just before."""
    if sys.platform != "win32" and sys.stdin.isatty():
        while not select([sys.stdin], [], [], _WAKE_SECONDS)[0]:
            pass
