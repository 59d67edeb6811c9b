"""The answer words of the contract and their order. Plain: no pydantic, no prose."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from pmpath.model.setting import Setting

Answers = Mapping[str, str]
"""Question id to answer: a level id or `none` for facts, an answer word for behaviors; absent is unknown."""

NONE: Final = "none"
"""The bottom of every fact: no statement of it is true yet."""

RANKS: Final[Mapping[str, int]] = {
    "not-yet": 0,
    "no-chance": 0,
    "with-help": 1,
    "on-my-own": 2,
    "lead-others": 3,
}
"""Answer word to its rank; `no-chance` counts as not done."""

WITH_HELP: Final = "with-help"
ON_MY_OWN: Final = "on-my-own"
LEAD_OTHERS: Final = "lead-others"
EVIDENCED_FROM: Final = RANKS[ON_MY_OWN]
"""From this rank on an answer without evidence counts as `with-help` in the evidence-backed level."""


class Context(NamedTuple):
    """What a sheet says about the situation; it places nobody."""

    title: str | None = None
    environment: str | None = None
    hours_per_week: float | None = None
    target: str | None = None
    deeply_technical: bool | None = None

    @property
    def setting(self) -> Setting:
        """Where the work happens."""
        return Setting(self.environment, self.deeply_technical)

    def within(self, setting: Setting) -> "Context":
        """Return the same context with what a setting says over its own."""
        environment, deeply_technical = setting.over(self.setting)
        return self._replace(environment=environment, deeply_technical=deeply_technical)


class Sheet(NamedTuple):
    """An answer sheet after checking: known ids and words only, unknown answers left out."""

    answers: Answers
    evidence: Mapping[str, Sequence[Mapping[str, str]]]
    context: Context
    rater: str | None = None
    """Who answered about somebody else's work; None where the person did."""


EMPTY_SHEET: Final = Sheet({}, {}, Context())
