"""What moved between two assessments. Plain: ids and figures."""

from typing import NamedTuple

Reach = int | None
"""The highest level rank that a competency meets, 0 where it meets none, None where it was not asked."""


class Movement(NamedTuple):
    """An answer that changed. `steps` is how far, down where negative.

    `with_evidence` says that new evidence came with it, `by_plan` that the plan worked on it.
    """

    question: str
    was: str
    now: str
    steps: int
    with_evidence: bool
    by_plan: bool = False
