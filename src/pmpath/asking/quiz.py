"""Asks short series of questions that are not kept: one choice each, back and skip as in the interview."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmpath.asking.asker import Asker, Choice, Move, Prompt

_MOVES = (Move.BACK, Move.SKIP, Move.STOP)


class QuizQuestion(NamedTuple):
    """One question: its id, its text, a name for the line that stays, and the words to choose from, each with its text."""

    id: str
    name: str
    text: str
    choices: Mapping[str, str]


def ask_all(asker: Asker, questions: Sequence[QuizQuestion]) -> dict[str, str]:
    """Return question to chosen word; what is skipped is left out. Stopping raises `EOFError`."""
    answers: dict[str, str] = {}
    place = 0
    while place < len(questions):
        one = questions[place]
        reply = asker.choose(_prompt(one, f"{place + 1} of {len(questions)}", answers.get(one.id)))
        if reply is Move.STOP:
            raise EOFError
        if reply is Move.BACK:
            place = max(0, place - 1)
            continue
        if isinstance(reply, Choice):
            answers[one.id] = reply.word
        else:
            answers.pop(one.id, None)
        place += 1
    return answers


def _prompt(one: QuizQuestion, header: str, earlier: str | None) -> Prompt:
    choices = [Choice(word, text, text.rstrip(".")) for word, text in one.choices.items()]
    return Prompt(header, one.name, one.text, "", choices, earlier=earlier, moves=_MOVES)
