"""Asks line by line: numbered answers, one typed number, no redrawing. For terminals that can do no more."""

import sys
from collections.abc import Sequence

from pmpath.asking.asker import Choice, Prompt
from pmpath.asking.screen import tell


class LineAsker:
    """Shows one question at a time on standard error and reads whole lines."""

    def choose(self, prompt: Prompt) -> str:
        """Show the question and its numbered answers, and read numbers until one fits."""
        for text in ("", f"{prompt.progress} - {prompt.reason}", "", prompt.question, prompt.frame):
            tell(text)
        for place, choice in enumerate(prompt.choices, start=1):
            tell(f"{place}  {choice.label}", indent=3)
        chosen = _numbered(prompt.choices)
        tell(f"Your answer: {chosen.label}")
        return chosen.word

    def line(self, question: str) -> str:
        """Show the question and read one line."""
        tell(question)
        return _line()

    def say(self, text: str) -> None:
        """Show a paragraph."""
        tell(text)


def _numbered(choices: Sequence[Choice]) -> Choice:
    numbers = {str(place): choice for place, choice in enumerate(choices, start=1)}
    while True:
        tell(f"Answer 1-{len(choices)}:")
        answer = _line()
        if answer in numbers:
            return numbers[answer]


def _line() -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()
