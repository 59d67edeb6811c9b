"""How an interview goes, and what it has heard so far."""

from enum import StrEnum
from typing import NamedTuple

from pmpath.model.answer import Answers


class Depth(StrEnum):
    """How far an interview goes: the level only, the gap list and the holes too, or every question."""

    QUICK = "quick"
    STANDARD = "standard"
    FULL = "full"


class Course(NamedTuple):
    """How an interview goes: its depth, and the rank that gaps are about where it is not the next one."""

    depth: Depth = Depth.STANDARD
    target: int | None = None


class Heard(NamedTuple):
    """What an interview has heard so far: the answers, how many questions were asked, which of them were skipped."""

    answers: Answers
    asked: int = 0
    skipped: frozenset[str] = frozenset()
