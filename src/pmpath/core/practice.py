"""Interview practice over ids and days: which prompt comes next, which type is due, what the scores say. Knows no clock."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pmpath.model.day import days_later
from pmpath.model.practiced import KeptPractice


class Prompt(NamedTuple):
    """A prompt as it is chosen by: the ranks of the levels at which it is asked, and its setting, None for any."""

    id: str
    ranks: tuple[int, ...]
    setting: str | None = None


class Standing(NamedTuple):
    """How practice of a type stands: all of it, the oldest first, and the day on which it is due, None for from the start."""

    type: str
    headline: bool
    practices: tuple[KeptPractice, ...]
    due_on: str | None

    @property
    def last(self) -> KeptPractice | None:
        """The last practice; None before the first."""
        return self.practices[-1] if self.practices else None

    @property
    def last_scored(self) -> KeptPractice | None:
        """The last practice that has scores; None where none has."""
        return next((one for one in reversed(self.practices) if one.scores), None)

    def is_due(self, today: str) -> bool:
        """Say whether the type is due on a day."""
        return self.due_on is None or self.due_on <= today


def standings(headlines: Mapping[str, bool], practices: Iterable[KeptPractice], spacing_days: int) -> tuple[Standing, ...]:
    """Return how practice of each type stands; unfinished answers bring nothing forward. `headlines` are types in order."""
    done: dict[str, list[KeptPractice]] = {name: [] for name in headlines}
    for one in practices:
        if one.how is not None and one.round.type in done:
            done[one.round.type].append(one)
    return tuple(
        Standing(name, headlines[name], tuple(own), days_later(own[-1].day, spacing_days) if own else None)
        for name, own in done.items()
    )


def first_due(ones: Sequence[Standing], today: str) -> Standing | None:
    """Return the type to practice: one never practiced, headlines first, else the one that is due longest; None for none."""
    due = [one for one in ones if one.is_due(today)]
    return min(due, key=lambda one: (one.due_on or "", not one.headline), default=None)


def least_practiced(ones: Sequence[Standing]) -> Standing:
    """Return the type that was practiced least, of equals the one that is due first, then the first."""
    return min(ones, key=lambda one: (len(one.practices), one.due_on or ""))


def next_prompt(prompts: Sequence[Prompt], practiced: Iterable[str], *, rank: int, setting: str | None) -> str:
    """Return the prompt to practice with: of those for the level and setting the least practiced, then in their order.

    Where none is asked at the level, the nearest level's come; where none is asked in the setting, all of them.
    """
    fitting = [one for one in prompts if setting is None or one.setting in (None, setting)] or list(prompts)
    near = min(_distance(one, rank) for one in fitting)
    times = list(practiced)
    at_level = (one for one in fitting if _distance(one, rank) == near)
    return min(at_level, key=lambda one: (times.count(one.id), setting is not None and one.setting != setting)).id


def points_by_dimension(dimensions: Mapping[str, str], scores: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Return by dimension the points of the criteria that count for it; `dimensions` says which one a criterion counts for."""
    points: dict[str, dict[str, int]] = {}
    for criterion in (name for name in dimensions if name in scores):
        points.setdefault(dimensions[criterion], {})[criterion] = scores[criterion]
    return points


def _distance(prompt: Prompt, rank: int) -> int:
    return min(abs(one - rank) for one in prompt.ranks)
