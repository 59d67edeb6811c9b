"""How far someone is with the milestones of a level. Plain: ids and figures."""

from enum import StrEnum
from typing import NamedTuple


class Reached(StrEnum):
    """How a milestone stands: reached and shown, reached by the person's word alone, or still open."""

    MET = "met"
    CLAIMED = "claimed"
    OPEN = "open"


class MilestoneStanding(NamedTuple):
    """How one milestone stands. `so_far` is how far the person says to be, `threshold` the figure that it counts from.

    `is_own` says that the threshold is the person's own. `evidence` holds the numbers of what shows it.
    """

    id: str
    reached: Reached
    so_far: float
    threshold: float
    is_own: bool
    evidence: tuple[int, ...]
