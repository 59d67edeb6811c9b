"""How milestones stand: met with evidence, claimed without, or open."""

from collections.abc import Mapping, Sequence

from pmpath.model.evidence import Evidence
from pmpath.model.milestone import MilestoneStanding, Reached


def standings(
    thresholds: Mapping[str, float], own: Mapping[str, float], counts: Mapping[str, float], entries: Sequence[Evidence]
) -> list[MilestoneStanding]:
    """Return how each milestone stands, in the order of the thresholds.

    `own` holds thresholds of the person's own, `counts` how far the person says to be.
    """
    return [
        MilestoneStanding(
            id=name,
            reached=_reached(counts.get(name, 0), own.get(name, ours), _numbers(name, entries)),
            so_far=counts.get(name, 0),
            threshold=own.get(name, ours),
            is_own=name in own,
            evidence=_numbers(name, entries),
        )
        for name, ours in thresholds.items()
    ]


def _numbers(name: str, entries: Sequence[Evidence]) -> tuple[int, ...]:
    return tuple(entry.number for entry in entries if name in entry.shows)


def _reached(so_far: float, threshold: float, shown: tuple[int, ...]) -> Reached:
    if so_far < threshold:
        return Reached.OPEN
    return Reached.MET if shown else Reached.CLAIMED
