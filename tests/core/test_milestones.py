"""How milestones stand: open, claimed without evidence, met with it; by figures of ours or of the person's own."""

from collections.abc import Sequence
from typing import Final

import pytest

from pmpath.core.milestones import standings
from pmpath.model.evidence import Evidence
from pmpath.model.milestone import MilestoneStanding, Reached

SHOWN: Final = [
    Evidence(4, "x", "2026-11-23", {"what": "a"}, ("data.pm", "talks")),
    Evidence(7, "y", "2026-11-23", {}, ("talks",)),
]


def stands(so_far: float | None, own: float | None = None, entries: Sequence[Evidence] = ()) -> MilestoneStanding:
    """Return how a milestone stands that counts from 3."""
    counts = {} if so_far is None else {"talks": so_far}
    (found,) = standings({"talks": 3}, {} if own is None else {"talks": own}, counts, entries)
    return found


def test_where_nothing_was_said_a_milestone_is_open() -> None:
    assert stands(None) == MilestoneStanding("talks", Reached.OPEN, 0, 3, is_own=False, evidence=())


@pytest.mark.parametrize(
    ("so_far", "reached"), [(0, Reached.OPEN), (2.9, Reached.OPEN), (3, Reached.CLAIMED), (4, Reached.CLAIMED)]
)
def test_from_its_figure_on_a_milestone_is_claimed(so_far: float, reached: Reached) -> None:
    assert stands(so_far).reached is reached


def test_a_milestone_that_is_reached_and_shown_is_met() -> None:
    assert (stands(3, entries=SHOWN).reached, stands(3, entries=SHOWN).evidence) == (Reached.MET, (4, 7))


def test_evidence_alone_reaches_nothing() -> None:
    assert (stands(2, entries=SHOWN).reached, stands(2, entries=SHOWN).evidence) == (Reached.OPEN, (4, 7))


def test_evidence_of_something_else_shows_nothing() -> None:
    assert stands(3, entries=[Evidence(1, "x", "2026-11-23", {}, ("talks-more", "talk"))]).reached is Reached.CLAIMED


@pytest.mark.parametrize(("own", "reached"), [(2, Reached.CLAIMED), (0.5, Reached.CLAIMED), (4, Reached.OPEN)])
def test_a_figure_of_the_persons_own_goes_before_ours(own: float, reached: Reached) -> None:
    found = stands(2.5, own)
    assert (found.reached, found.threshold, found.is_own) == (reached, own, True)


def test_a_figure_of_ones_own_that_equals_ours_is_still_ones_own() -> None:
    assert stands(1, 3).is_own


def test_milestones_stand_in_the_order_of_ours_and_others_are_left_out() -> None:
    found = standings({"b": 1, "a": 2}, {"c": 1}, {"a": 2, "d": 5}, [])
    assert [(one.id, one.reached) for one in found] == [("b", Reached.OPEN), ("a", Reached.CLAIMED)]


def test_without_milestones_none_stands() -> None:
    assert standings({}, {"a": 1}, {"a": 1}, SHOWN) == []
