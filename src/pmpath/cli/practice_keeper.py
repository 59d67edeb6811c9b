"""Keeps one practice while it goes on: in the journal, or only until it is shown."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pmpath.journal.practice import begin, finish, practices, score, tell, write
from pmpath.model.practiced import How, KeptPractice, Round

if TYPE_CHECKING:
    from pmpath.journal.journal import Journal
    from pmpath.journal.line import Record


class Holder:
    """Holds one practice until it is shown; `stories` are ids by number."""

    def __init__(self, practiced: Round, day: str, stories: Mapping[int, str]) -> None:
        """Begin with nothing said."""
        self.practice = KeptPractice(0, "", day, practiced)
        self._stories = stories

    @property
    def has_words(self) -> bool:
        """Say whether anything was said."""
        return self.practice.how is not None or bool(self.practice.text)

    def begin(self) -> None:
        """Hold that an answer begins."""

    def write(self, text: str) -> None:
        """Hold one more line, or more lines, of the answer."""
        self.practice = self.practice._replace(text=f"{self.practice.text}{text}\n")

    def finish(self, how: How, seconds: int | None) -> None:
        """Hold that the answer is whole."""
        self.practice = self.practice._replace(how=how, seconds=seconds)

    def score(self, criterion: str, points: int) -> None:
        """Hold the points for a criterion."""
        self.practice = self.practice._replace(scores={**self.practice.scores, criterion: points})

    def tell(self, number: int) -> None:
        """Hold which story was told."""
        self.practice = self.practice._replace(story=self._stories[number])


class JournalHolder(Holder):
    """Writes each thing into the journal before it is held."""

    def __init__(self, journal: "Journal", held: Holder, stories: Mapping[int, str]) -> None:
        """Take the journal, and the practice as it stands."""
        super().__init__(held.practice.round, held.practice.day, stories)
        self.practice = held.practice
        self._journal = journal

    def begin(self) -> None:
        """Keep that an answer begins, once."""
        if not self.practice.id:
            self._follow(begin(self._journal, self.practice.round))

    def write(self, text: str) -> None:
        """Keep one more line, or more lines, of the answer."""
        self._follow(write(self._journal, self.practice.id, text))

    def finish(self, how: How, seconds: int | None) -> None:
        """Keep that the answer is whole."""
        self._follow(finish(self._journal, self.practice.id, how, seconds))

    def score(self, criterion: str, points: int) -> None:
        """Keep the points for a criterion."""
        self.score_all({criterion: points})

    def score_all(self, points: Mapping[str, int]) -> None:
        """Keep points by criterion, in one go."""
        self._follow(score(self._journal, self.practice.id, points))

    def tell(self, number: int) -> None:
        """Keep which story was told."""
        self._follow(tell(self._journal, self.practice.id, self._stories[number]))

    def _follow(self, record: "Record") -> None:
        """Hold the practice as the journal now has it; one with nothing said is not listed, so only its id is known."""
        name = self.practice.id or record.id
        listed = (one for one in practices(self._journal.records()) if one.id == name)
        self.practice = next(listed, self.practice._replace(id=name))
