"""How good a piece of evidence is, in kinds that anybody can check: what stands behind it, a number or none, its age."""

from pmpath.model.day import days_between, last_day_of
from pmpath.model.evidence import Backing, Evidence, Quality

NUMBER_WORDS = frozenset(
    (
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"),
        *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy"),
        *("eighty", "ninety", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "dozen", "dozens"),
        *("half", "halved", "third", "quarter", "twice", "double", "doubled", "triple", "tripled"),
    )
)
"""Numbers that people spell out."""
OLD_DAYS = 365
"""Evidence older than this many days is marked."""


def quality(evidence: Evidence, today: str) -> Quality:
    """Judge a piece of evidence on a day, YYYY-MM-DD.

    Its age is counted from its own date, YYYY-MM-DD, YYYY-MM or YYYY, each to the end of that span; else from the day it was
    written down.
    """
    lines = evidence.lines
    own_word = Backing.CONFIRMED if lines.get("who") else Backing.OWN_WORD
    days = max(0, days_between(last_day_of(lines.get("date", "")) or evidence.added, today))
    return Quality(
        backing=Backing.ARTIFACT if lines.get("link") else own_word,
        has_number=_has_number(lines.get("result", "")),
        days=days,
        is_old=days > OLD_DAYS,
    )


def _has_number(text: str) -> bool:
    words = "".join(char if char.isalnum() else " " for char in text.lower()).split()
    return any(word in NUMBER_WORDS or any(map(str.isdigit, word)) for word in words)
