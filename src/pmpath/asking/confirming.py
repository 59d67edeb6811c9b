"""Asks what a person would answer to a question now that an action behind it is done."""

from pmpath.asking.asker import Asker, Choice, Move
from pmpath.asking.questions import prompt_of, what_counts
from pmpath.model.words import Words


def ask_answer(asker: Asker, words: Words, question: str, now: str | None, proposed: str) -> str | None:
    """Return the answer that the person confirms; None where it stays as it was. Raises `EOFError` where the person stops."""
    before = f"When last asked: {words.answer_short(question, now)}. " if now else ""
    header = f"{before}After this it may be: {words.answer_short(question, proposed)}."
    prompt = prompt_of(words, question, header)._replace(moves=(Move.COUNTS, Move.SKIP, Move.STOP), proposed=proposed)
    while (reply := asker.choose(prompt)) is Move.COUNTS:
        for text in what_counts(words, question):
            asker.say(text)
    if reply is Move.STOP:
        raise EOFError
    return reply.word if isinstance(reply, Choice) else None
