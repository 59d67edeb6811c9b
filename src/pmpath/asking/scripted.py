"""An asker with prepared answers, for tests and rehearsals."""

from collections.abc import Callable, Iterable, Mapping

from pmpath.asking.asker import Choice, Move, Prompt


class ScriptedAsker:
    """Answers by the question's text where it is known, and keeps every prompt it was shown."""

    def __init__(self, words: Mapping[str, str], lines: Iterable[str] = (), moves: Iterable[Move | str] = ()) -> None:
        """Take the words by question text, the lines in the order of asking, and moves or words that go before them."""
        self._words = words
        self._lines = iter(lines)
        self._moves = iter(moves)
        self.prompts: list[Prompt] = []
        self.said: list[str] = []

    def choose(self, prompt: Prompt) -> Choice | Move:
        """Return the next move, then the prepared answer; `EOFError` where there is none."""
        self.prompts.append(prompt)
        reply = next(self._moves, None) or self._words.get(prompt.question)
        if isinstance(reply, Move):
            return reply
        chosen = next((choice for choice in prompt.choices if choice.word == reply), None)
        if chosen is None:
            raise EOFError
        return chosen

    def line(self, question: str) -> str:
        """Return the next prepared line; empty when they are used up."""
        self.said.append(question)
        return next(self._lines, "")

    def typed(self, unfinished: Callable[[str], None]) -> str:
        """Return the next prepared line; where they are used up, stop behind an unfinished line."""
        line = next(self._lines, None)
        if line is None:
            unfinished("unfinished")
            raise KeyboardInterrupt
        return line

    def say(self, text: str) -> None:
        """Keep the line."""
        self.said.append(text)
