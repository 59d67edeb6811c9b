"""An asker with prepared answers, for tests and rehearsals."""

from collections.abc import Iterable, Mapping

from pmpath.asking.asker import Prompt


class ScriptedAsker:
    """Answers by the question's text where it is known, and keeps every prompt it was shown."""

    def __init__(self, words: Mapping[str, str], lines: Iterable[str] = ()) -> None:
        """Take the words by question text, and the lines in the order in which they are asked for."""
        self._words = words
        self._lines = iter(lines)
        self.prompts: list[Prompt] = []
        self.said: list[str] = []

    def choose(self, prompt: Prompt) -> str:
        """Return the prepared word; `EOFError` where there is none."""
        self.prompts.append(prompt)
        if prompt.question not in self._words:
            raise EOFError
        return self._words[prompt.question]

    def line(self, question: str) -> str:
        """Return the next prepared line; empty when they are used up."""
        self.said.append(question)
        return next(self._lines, "")

    def say(self, text: str) -> None:
        """Keep the line."""
        self.said.append(text)
