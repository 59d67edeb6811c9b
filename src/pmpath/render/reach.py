"""How far each competency reaches, as a picture."""

from typing import TYPE_CHECKING, Final

from pmpath.model.forms import Bar, Picture
from pmpath.render.phrases import counted
from pmpath.render.picture import bar_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.model.movement import Reach
    from pmpath.model.words import Words

_TITLE: Final = "How far each competency reaches"


def reach_picture(reaches: "Mapping[str, Reach]", goal: str | None, words: "Words") -> Picture:
    """Draw the highest level that each competency meets, with what the goal asks of it."""
    scale = tuple(map(words.level_short, words.levels))
    goals = _goals(goal, words)
    bars = tuple(Bar(words.competencies[name].short, reach, goals.get(name)) for name, reach in reaches.items())
    count = counted(len(bars), "competency", "competencies")
    told = " ".join(f"{bar_words(bar, scale)}." for bar in bars)
    return Picture(_TITLE, f"Bars for {count} over {len(scale)} levels, from {scale[0]} to {scale[-1]}. {told}", bars, scale)


def _goals(goal: str | None, words: "Words") -> dict[str, int]:
    """Return for each competency the highest level rank, up to the goal, at which it asks for anything."""
    ranks = {level: rank for rank, level in enumerate(words.levels, start=1)}
    found: dict[str, int] = {}
    for name, part in words.expectations.items():
        rank = ranks[part.level]
        if rank <= ranks.get(goal or "", 0):
            competency = name.partition(".")[0]
            found[competency] = max(rank, found.get(competency, 0))
    return found
