"""Several people on one ladder, side by side. Plain: ids, words of the contract and the names that the people go by."""

from collections.abc import Mapping
from typing import NamedTuple

from pmpath.model.result import Assessment


class Member(NamedTuple):
    """One person of a team: where their answers stand, and the highest level that each competency meets.

    A level of `levels` is `none` where the answers say that none is met, None where they leave it open. `answered` counts the
    questions that have an answer; `second_view` says that somebody else answered about the person's work.
    """

    name: str
    result: Assessment
    levels: Mapping[str, str | None]
    answered: int
    second_view: bool


class SharedGap(NamedTuple):
    """An expectation that several people lack for their next level; `people` in the order of the team."""

    id: str
    must_have: bool
    people: tuple[str, ...]


class Teaching(NamedTuple):
    """Who has what an expectation takes to teach it, and whose next level asks for it; both in the order of the team."""

    id: str
    teachers: tuple[str, ...]
    learners: tuple[str, ...]


class Team(NamedTuple):
    """Everybody in the order in which they were given, what several lack, and who can teach whom. No ranks, no sums."""

    members: tuple[Member, ...]
    shared: tuple[SharedGap, ...]
    teaching: tuple[Teaching, ...]
