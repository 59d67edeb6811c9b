"""An interview under way and an assessment done, as they are kept. Plain: no pydantic, no prose."""

from collections.abc import Mapping
from typing import NamedTuple

from pmpath.model.answer import EMPTY_SHEET, Sheet
from pmpath.model.identity import LadderIdentity


class Draft(NamedTuple):
    """An interview as far as it got.

    `given` holds what was known before the first question, `asked` the question ids in the order of asking, each with its
    answer, None where it was skipped. `evidence` maps expectation ids to the lines given during the interview. `again` holds
    the ids of known answers that are asked again, each with its reason.
    """

    ladder: LadderIdentity
    depth: str
    target: str | None = None
    given: Sheet = EMPTY_SHEET
    asked: Mapping[str, str | None] = {}
    evidence: Mapping[str, Mapping[str, str]] = {}
    again: Mapping[str, str] = {}
    id: str = ""
    begun: str = ""

    @property
    def answered(self) -> int:
        """How many questions were answered."""
        return sum(1 for word in self.asked.values() if word is not None)

    @property
    def sheet(self) -> Sheet:
        """The sheet that all its answers make."""
        answers = {**self.given.answers, **{name: word for name, word in self.asked.items() if word is not None}}
        evidence = {
            **self.given.evidence,
            **{name: [*self.given.evidence.get(name, ()), lines] for name, lines in self.evidence.items()},
        }
        return Sheet(answers, evidence, self.given.context)


class Kept(NamedTuple):
    """An assessment that was saved: when, with which ladder, the whole sheet, and what it said.

    `at` is UTC as YYYY-MM-DDTHH:MM:SSZ; `met` and `needed` are those of the readiness, None where there was no next level.
    """

    at: str
    ladder: LadderIdentity
    sheet: Sheet
    role: str | None
    level: str | None
    goal: str | None
    met: int | None
    needed: int | None
    because: tuple[str, ...]
    next_steps: tuple[str, ...]
