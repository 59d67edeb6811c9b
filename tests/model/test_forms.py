"""What a result can be beside data and a page."""

from pmpath.model.forms import Bar, Event, Picture


def test_a_bar_has_no_step_to_reach_unless_one_is_named() -> None:
    assert Bar("Data", 2).target is None


def test_a_picture_names_the_steps_that_its_bars_count() -> None:
    picture = Picture("How far", "One bar.", (Bar("Data", 2, 3),), ("one", "two", "three"))
    assert picture.scale[(picture.bars[0].target or 0) - 1] == "three"


def test_an_event_of_one_day_begins_and_ends_on_it() -> None:
    event = Event("one@pmpath", "2026-01-05", "2026-01-05", "title", "text")
    assert event.day == event.last_day
