"""Events as a calendar file, read back by the library that calendars are read with."""

import sys
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from icalendar import Calendar, Component

from pmpath.errors import UsageError
from pmpath.model.forms import Event
from pmpath.model.visible import visible
from pmpath.render.calendar import calendar
from render.hostile import hostile_texts

STAMP = "2026-01-05T00:00:00Z"
EVENTS = (
    Event(
        "discovery.pm-1@pmpath", "2026-01-05", "2026-01-11", "Discovery, first week", "Talk to six people;\nwrite it down, all"
    ),
    Event("checkpoint-30@pmpath", "2026-02-28", "2026-02-28", "30 days", "Where do you stand?"),
)


def read(*events: Event) -> Component:
    return Calendar.from_ical(calendar(events, STAMP))


def entries(*events: Event) -> list[Component]:
    return list(read(*events).walk("VEVENT"))


def test_a_calendar_says_who_made_it() -> None:
    whole = read()
    assert (str(whole["PRODID"]), str(whole["VERSION"])) == ("-//pmpath//pmpath//EN", "2.0")


def test_an_event_is_whole_days_and_ends_the_day_after_its_last() -> None:
    days = [(entry.decoded("DTSTART"), entry.decoded("DTEND")) for entry in entries(*EVENTS)]
    assert days == [(date(2026, 1, 5), date(2026, 1, 12)), (date(2026, 2, 28), date(2026, 3, 1))]


def test_an_event_has_its_title_and_text() -> None:
    said = [(str(entry["SUMMARY"]), str(entry["DESCRIPTION"])) for entry in entries(*EVENTS)]
    assert said == [(event.title, event.text) for event in EVENTS]


def test_an_event_keeps_its_id() -> None:
    assert [str(entry["UID"]) for entry in entries(*EVENTS)] == [event.uid for event in EVENTS]


def test_an_event_blocks_no_time() -> None:
    assert [str(entry["TRANSP"]) for entry in entries(*EVENTS)] == ["TRANSPARENT"] * 2


def test_an_event_is_stamped_with_the_time_that_is_given() -> None:
    assert [entry.decoded("DTSTAMP") for entry in entries(*EVENTS)] == [datetime(2026, 1, 5, tzinfo=UTC)] * 2


def test_the_same_events_are_the_same_bytes() -> None:
    assert calendar(EVENTS, STAMP) == calendar(EVENTS, STAMP)


def test_lines_end_as_the_standard_wants_and_none_is_long() -> None:
    lines = calendar([EVENTS[0]._replace(title="long " * 60)], STAMP).split(b"\r\n")
    assert [line for line in lines if len(line) > 75 or b"\n" in line] == []


@settings(max_examples=100)
@given(text=hostile_texts)
def test_whatever_a_text_is_it_adds_no_line_of_its_own(text: str) -> None:
    whole = read(Event(text, "2026-01-05", "2026-01-05", text, text))
    (entry,) = whole.walk("VEVENT")
    assert str(entry["SUMMARY"]) == visible(text)
    assert set(entry) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"}


def test_without_the_library_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(UsageError, match=r"^calendar files need the library icalendar$") as caught:
        calendar(EVENTS, STAMP)
    assert caught.value.hint == "pip install 'pmpath[ics]'"
