"""Events as a calendar file; the only place that knows the library for it, which not everybody has installed."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from pmpath.errors import UsageError
from pmpath.model.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    import icalendar

    from pmpath.model.forms import Event

_MAKER: Final = "-//pmpath//pmpath//EN"


def calendar(events: "Iterable[Event]", stamp: str) -> bytes:
    """Return a calendar of whole days that block no time; `stamp` as YYYY-MM-DDTHH:MM:SSZ says when it was made."""
    try:
        from icalendar import Calendar
    except ImportError as err:
        raise UsageError("calendar files need the library icalendar", hint="pip install 'pmpath[ics]'") from err
    made = datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    whole = Calendar()
    whole.add("prodid", _MAKER)
    whole.add("version", "2.0")
    for event in events:
        whole.add_component(_entry(event, made))
    content: bytes = whole.to_ical()
    return content


def _entry(event: "Event", made: datetime) -> "icalendar.Event":
    from icalendar import Event as Entry

    entry = Entry()
    entry.add("uid", visible(event.uid))
    entry.add("dtstamp", made)
    entry.add("dtstart", date.fromisoformat(event.day))
    entry.add("dtend", date.fromisoformat(event.last_day) + timedelta(days=1))
    entry.add("summary", visible(event.title))
    entry.add("description", visible(event.text, lines=True))
    entry.add("transp", "TRANSPARENT")
    return entry
