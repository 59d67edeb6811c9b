"""Generates answer sheets, the same on every machine: `python benchmarks/sheets.py 1000000 > sheets.jsonl`.

The people in them are invented: an ability, a lean toward some competencies, and some noise. One in five leaves questions open.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from random import Random
from typing import NamedTuple

from pmpath import load

Sheet = Mapping[str, Mapping[str, str]]
_OPEN_EVERY = 5


class Question(NamedTuple):
    """A question, what it is about, how hard a yes is, and its answers, lowest first."""

    id: str
    competency: str
    rank: int
    choices: tuple[str, ...]


def questions() -> list[Question]:
    """Return the questions of the shipped ladder."""
    ladder = load()
    parted = ((name, *name.partition("."), choices) for name, choices in ladder.questions.items())
    ranks = {level: rank for rank, level in enumerate(ladder.levels, start=1)}
    return [Question(name, competency, ranks.get(level, 0), choices) for name, competency, _, level, choices in parted]


def sheets(count: int, seed: int = 1) -> Iterator[Sheet]:
    """Yield so many sheets."""
    random = Random(seed)  # noqa: S311 - it has to repeat, not to be a secret
    asked = questions()
    for number in range(count):
        yield {"answers": _answers(random, asked, share=1 if (number + 1) % _OPEN_EVERY else 0.4)}


def _answers(random: Random, asked: list[Question], *, share: float) -> dict[str, str]:
    ability = random.random() * 8
    leans = {one.competency: random.random() * 2 - 1 for one in asked}
    kept = (one for one in asked if share == 1 or random.random() < share)
    return {one.id: _answer(one, ability + leans[one.competency] + random.random() - 0.5) for one in kept}


def _answer(question: Question, strength: float) -> str:
    """Return a statement of a fact by strength alone; for a behavior what strength is left above its level."""
    choices = question.choices
    place = int(strength) if question.rank == 0 else 1 + int((strength - question.rank) * 1.5 + 1)
    return choices[max(0, min(place, len(choices) - 1))]


if __name__ == "__main__":
    for sheet in sheets(int(sys.argv[1])):
        sys.stdout.write(json.dumps(sheet) + "\n")
