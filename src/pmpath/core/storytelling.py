"""The story bank over ids: how often each story was told, and which competencies no story covers yet."""

from collections.abc import Iterable, Mapping, Sequence

from pmpath.model.practiced import KeptPractice
from pmpath.model.story import KeptStory


def uses(practices: Iterable[KeptPractice]) -> dict[str, int]:
    """Return how often each story was told in practice, by its id."""
    told: dict[str, int] = {}
    for one in practices:
        if one.story is not None:
            told[one.story] = told.get(one.story, 0) + 1
    return told


def coverage(competencies: Sequence[str], stories: Sequence[KeptStory]) -> Mapping[str, tuple[int, ...]]:
    """Return for each competency the numbers of the stories that tell about it."""
    return {name: tuple(one.number for one in stories if name in one.competencies) for name in competencies}
