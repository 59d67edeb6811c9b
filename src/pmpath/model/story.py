"""A behavioral story as it is kept. Plain: no pydantic, no prose."""

from collections.abc import Mapping
from typing import Final, NamedTuple

STORY_PARTS: Final = ("situation", "task", "action", "result", "lesson")
"""The parts of a story, in the order in which it is told."""


class KeptStory(NamedTuple):
    """A story. `number` is what people call it by; `evidence` the id of the evidence it was built from, None for none.

    `lines` holds what is known of `STORY_PARTS`, `competencies` the ids of what it tells about.
    """

    number: int
    id: str
    day: str
    lines: Mapping[str, str]
    evidence: str | None = None
    competencies: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that nothing is said of yet."""
        return tuple(part for part in STORY_PARTS if part not in self.lines)

    @property
    def title(self) -> str:
        """What the story is called by: what was done, else the first thing that is known of it."""
        return self.lines.get("action") or next(iter(self.lines.values()), "")
