"""Asks for a piece of evidence line by line, and which expectations it shows. Each line is kept before the next is asked."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from pmpath.asking.asker import Asker
from pmpath.model.visible import visible
from pmpath.model.words import Words

LONGEST_LINE = 2000
"""Characters of one line of evidence, as in an answer sheet."""


class LineKeeper(Protocol):
    """Keeps one piece of evidence; each call returns when it is safe."""

    def keep(self, lines: Mapping[str, str]) -> None:
        """Keep the lines as they are so far."""


def ask_lines(asker: Asker, questions: Mapping[str, str], keeper: LineKeeper, known: Mapping[str, str]) -> dict[str, str]:
    """Ask each question in turn, by the name of its line, and return all lines; without a first answer no more is asked."""
    lines = dict(known)
    for name, question in questions.items():
        line = visible(asker.line(question))[:LONGEST_LINE]
        if line:
            lines[name] = line
            keeper.keep(lines)
        elif name == "what":
            break
    return lines


def ask_shows(asker: Asker, words: Words, suggested: Sequence[str]) -> tuple[str, ...]:
    """Return which of the suggested expectations a piece of evidence shows, as the person says."""
    asker.say("It may show one of these:")
    for place, name in enumerate(suggested, start=1):
        asker.say(f"{place:3}  {words.title(name)} ({words.level_short(words.expectations[name].level)})")
    names = dict(zip(map(str, range(1, len(suggested) + 1)), suggested, strict=True))
    while True:
        typed = asker.line("Which does it show? Numbers such as 1 3; Enter for none.").replace(",", " ").split()
        if all(one in names for one in typed):
            return tuple(dict.fromkeys(names[one] for one in typed))
        asker.say(f"They are numbered 1 to {len(suggested)}.")
