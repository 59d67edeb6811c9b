"""Years to each level by source, as a part of a guide and as data, with the place of the person's own years in them."""

from collections import Counter
from typing import TYPE_CHECKING, Final

from pmpath.model.timeline import Place
from pmpath.render.data import fields
from pmpath.render.figures import NO_PLACE, Notes, amount, dated, extent
from pmpath.render.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.draft import Kept
    from pmpath.model.timeline import Timed, Years
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json
    from pmpath.render.figures import Dating
    from pmpath.render.page import Page

_HEADERS: Final = ("Level", "Years", "Counted", "As of and source")
_SHOWN: Final = ("low", "high", "unit", "basis", "place", "origin", "sources")
_PLACES: Final = {Place.WITHIN: "within", Place.ABOVE: "above", Place.BELOW: "below"}
"""How often years lie where, in the order in which it is said."""


class Timeline:
    """Ranges of time by level, the years that the person said, and the last assessment, None where there is none."""

    def __init__(self, ranges: "Sequence[Timed]", years: "Years", last: "Kept | None", words: "Words") -> None:
        """Keep what there is to say."""
        self._ranges = ranges
        self._years = years
        self._last = last
        self._words = words

    def add(self, page: "Page", dating: "Dating") -> None:
        """Add where the person's years lie, where any were said, then the ranges as a table."""
        if any(one.place for one in self._ranges):
            self._add_place(page)
        notes = Notes(one.record for one in self._ranges)
        page.heading("Time by level, source by source")
        if not self._ranges:
            page.text("No source gives a figure for a level of this ladder.")
            return
        page.table(_HEADERS, [self._row(one, dating, notes) for one in self._ranges])
        notes.add(page)

    def data(self, dating: "Dating") -> "dict[str, Json]":
        """Return the ranges as data, each with the place of the years in it."""
        return {
            "years": self._years.in_product,
            "years_in_role": self._years.in_role,
            "assessed": {"at": self._last.at, "level": self._last.level} if self._last else None,
            "ranges": [
                {
                    "level": one.level,
                    **{name: fields(one.record)[name] for name in _SHOWN},
                    **dating.data(one.record.as_of),
                    "counts": "role" if one.in_role else "experience",
                    "own_place": one.place,
                }
                for one in self._ranges
            ],
        }

    def _row(self, one: "Timed", dating: "Dating", notes: Notes) -> tuple[str, ...]:
        own = f" (yours: {one.place})" if one.place else ""
        place = f"; {one.record.place}" if one.record.place != NO_PLACE else ""
        name = f"{self._words.level_short(one.level)}{notes.marks(one.record)}"
        return name, f"{extent(one.record)}{own}", f"{one.record.basis}{place}", dated(one.record, dating)

    def _add_place(self, page: "Page") -> None:
        page.heading("Where your years lie")
        for level in dict.fromkeys(one.level for one in self._ranges):
            for in_role in (False, True):
                self._add_lying(page, level, in_role=in_role)
        page.text("Years place nobody: what you have done does. Nothing here foretells a date.")
        if self._last is not None and self._last.level is not None:
            shown = self._words.level_name(self._last.level)
            page.text(f"By your assessment of {self._last.at[:10]} you show {shown}.")

    def _add_lying(self, page: "Page", level: str, *, in_role: bool) -> None:
        years = self._years.in_role if in_role else self._years.in_product
        places = [one.place for one in self._ranges if (one.level, one.in_role) == (level, in_role) and one.place]
        if places and years is not None:
            page.item(f"{self._words.level_name(level)}: {_lying(years, places, in_role=in_role)}")


def _lying(years: float, places: "Sequence[Place]", *, in_role: bool) -> str:
    """Say where years lie to several ranges: "4 years in product lie within 2 and below 1 of 3 ranges"."""
    what = "in the role" if in_role else "in product"
    own = f"1 year {what} lies" if years == 1 else f"{amount(years)} years {what} lie"
    if len(places) == 1:
        return f"{own} {_PLACES[places[0]]} the only range that is known."
    counts = Counter(places)
    said = listed([f"{word} {counts[place]}" for place, word in _PLACES.items() if counts[place]])
    return f"{own} {said} of {len(places)} ranges."
