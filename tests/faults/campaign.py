"""How much of each fault is tried: what a gate has time for, or all of it where `PMPATH_CAMPAIGN` is full."""

import os
from collections.abc import Sequence
from typing import Final, TypeVar

IS_FULL: Final = os.environ.get("PMPATH_CAMPAIGN") == "full"

T = TypeVar("T")


def count(brief: int, full: int) -> int:
    """Return how often something is tried in this campaign."""
    return full if IS_FULL else brief


def some(choices: Sequence[T], brief: int) -> Sequence[T]:
    """Return all choices in a full campaign, else so many of them, evenly spread from the first to the last."""
    if IS_FULL or len(choices) <= brief:
        return choices
    step = (len(choices) - 1) / max(brief - 1, 1)
    return [choices[round(place * step)] for place in range(brief)]
