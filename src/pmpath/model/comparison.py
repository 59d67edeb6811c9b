"""Two views of the same work. Plain: ids and figures."""

from typing import NamedTuple


class Disagreement(NamedTuple):
    """A question that two people answered differently enough to talk about.

    `steps` is how much higher the own answer is, lower where negative. `own_met` and `other_met` say which side of met each
    answer of a behavior is on, None for a fact.
    """

    question: str
    own: str
    other: str
    steps: int
    own_met: bool | None
    other_met: bool | None


class Comparison(NamedTuple):
    """What two sheets say of the same work: how many questions both answered, and where they disagree, the widest first."""

    compared: int
    disagreements: tuple[Disagreement, ...]
