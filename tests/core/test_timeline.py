"""Time by level as sources give it, and where somebody's years lie in it."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.core.timeline import place_in, timeline
from pmpath.model.timeline import Place, Years

if TYPE_CHECKING:
    from pmpath.model.figure import Figure
    from pmpath.model.level import Level, Range

ROLE, TOTAL = "in the role", "total product experience"


def extent(low: float, high: float | None, unit: str = "years", basis: str = TOTAL, **further: object) -> "Range":
    """Make a range; as a figure it has a level and a shape."""
    return cast("Range", SimpleNamespace(low=low, high=high, unit=unit, basis=basis, sources=["S-GL"], **further))


def figure(low: float, high: float | None, *, level: str = "one", shape: str = "range", basis: str = TOTAL) -> "Figure":
    return cast("Figure", extent(low, high, basis=basis, level=level, shape=shape))


def level(name: str, *ranges: "Range") -> "Level":
    """Make a level of the ladder; what counts time in the role stands where that belongs."""
    in_role = [one for one in ranges if one.basis == ROLE]
    return cast("Level", SimpleNamespace(id=name, time_in_level=in_role, from_entry=[r for r in ranges if r not in in_role]))


LEVELS = [level("one", extent(1, 2, basis=ROLE), extent(0, 2)), level("two", extent(2, 5), extent(2, 3, basis=ROLE))]


@pytest.mark.parametrize(
    ("years", "one", "place"),
    [
        (2.9, extent(3, 6), Place.BELOW),
        (3, extent(3, 6), Place.WITHIN),
        (6, extent(3, 6), Place.WITHIN),
        (6.1, extent(3, 6), Place.ABOVE),
        (1, extent(18, 24, "months"), Place.BELOW),
        (1.5, extent(18, 24, "months"), Place.WITHIN),
        (3, extent(18, 24, "months"), Place.ABOVE),
        (50, extent(20, None), Place.WITHIN),
        (19, extent(20, None), Place.BELOW),
    ],
)
def test_years_lie_below_within_or_above_a_range(years: float, one: "Range", place: Place) -> None:
    assert place_in(years, one) is place


@given(st.floats(0, 70), st.floats(0, 70), st.floats(0, 30), st.floats(0.1, 30))
def test_more_years_never_lie_lower(first: float, second: float, low: float, width: float) -> None:
    order = list(Place)
    fewer, more = sorted((first, second))
    one = extent(low, low + width)
    assert order.index(place_in(fewer, one)) <= order.index(place_in(more, one))


def test_the_ranges_of_the_ladder_come_level_by_level() -> None:
    found = timeline(LEVELS, [], Years())
    assert [(one.level, one.record.low, one.in_role) for one in found] == [
        ("one", 1, True),
        ("one", 0, False),
        ("two", 2, True),
        ("two", 2, False),
    ]


def test_a_figure_stands_for_the_range_of_the_ladder_that_it_repeats() -> None:
    same, other = figure(0, 2), figure(0, 4)
    found = [one.record for one in timeline(LEVELS[:1], [same, other], Years())]
    assert found == [same, other, LEVELS[0].time_in_level[0]]


def test_a_figure_of_another_level_or_that_is_no_range_is_left_out() -> None:
    found = timeline(LEVELS[:1], [figure(9, 10, level="two"), figure(73, None, shape="single")], Years())
    assert [one.record for one in found] == [*LEVELS[0].time_in_level, *LEVELS[0].from_entry]


def test_without_years_nothing_has_a_place() -> None:
    assert {one.place for one in timeline(LEVELS, [], Years())} == {None}


def test_years_in_product_are_held_against_experience_and_never_against_time_in_a_role() -> None:
    assert [one.place for one in timeline(LEVELS, [], Years(in_product=3))] == [None, Place.ABOVE, None, Place.WITHIN]


@pytest.mark.parametrize(
    ("role", "places"),
    [(None, [Place.WITHIN, None, Place.BELOW, None]), ("two", [None, None, Place.BELOW, None]), ("nine", [None] * 4)],
)
def test_years_in_a_role_are_held_against_that_role(role: str | None, places: list[Place | None]) -> None:
    assert [one.place for one in timeline(LEVELS, [], Years(in_role=1, role=role))] == places
