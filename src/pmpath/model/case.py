"""The case for a promotion: what is shown, what is only said, what is missing. Plain: ids and figures."""

from typing import NamedTuple

from pmpath.model.result import Assessment


class Claim(NamedTuple):
    """An expectation that is met and shown: the answer, the numbers of its evidence, and since when it is met without a break.

    `since` is YYYY-MM-DD, the first day of that unbroken run, of an assessment or of a confirmation; `times` counts its
    assessments.
    """

    id: str
    answer: str
    evidence: tuple[int, ...]
    since: str
    times: int


class Case(NamedTuple):
    """The case for a level. `shown` are claims at that level, `held` those at the present one and below, highest level first.

    `facts` holds what is met at the level and others can check, `said` what is met there without evidence, `missing` what is
    not met and needs no one's yes.
    """

    target: str
    result: Assessment
    shown: tuple[Claim, ...]
    held: tuple[Claim, ...]
    facts: tuple[str, ...]
    said: tuple[str, ...]
    missing: tuple[str, ...]
