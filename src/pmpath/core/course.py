"""How an interview goes, and what it has heard so far."""

from enum import StrEnum
from typing import NamedTuple

from pmpath.model.answer import Answers


class Depth(StrEnum):
    """How far an interview goes: the level only, the gap list and the holes too, or every question."""

    QUICK = "quick"
    STANDARD = "standard"
    FULL = "full"


class Reason(StrEnum):
    """Why a question is asked, or asked again."""

    PLACES = "places"
    COMPLETES_LIST = "completes-list"
    FILLS_HOLE = "fills-hole"
    WANTED_ALL = "wanted-all"
    WORKED_ON = "worked-on"
    OPEN_BEFORE = "open-before"
    NARROW = "narrow"
    SECOND_VIEW = "second-view"


class Question(NamedTuple):
    """A question to ask: the answer's id, why, and the rank of the level that it is about."""

    id: str
    reason: Reason
    rank: int


class Course(NamedTuple):
    """How an interview goes: its depth, the rank that gaps are about where it is not the next one, what is asked again.

    One that `ends_there` asks nothing but what is asked again.
    """

    depth: Depth = Depth.STANDARD
    target: int | None = None
    again: tuple[Question, ...] = ()
    ends_there: bool = False


class Heard(NamedTuple):
    """What an interview has heard so far: the answers, how many questions were asked, which of them were skipped."""

    answers: Answers
    asked: int = 0
    skipped: frozenset[str] = frozenset()
