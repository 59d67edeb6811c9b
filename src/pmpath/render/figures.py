"""Figures of the guides in words, in tables and as data: value, what it covers, place, date with its age, source."""

from typing import TYPE_CHECKING, NamedTuple

from pmpath.core.age import months_old
from pmpath.render.data import fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pmpath.model.figure import Figure
    from pmpath.model.level import Range
    from pmpath.render.envelope import Json
    from pmpath.render.page import Page

_HEADERS = ("Figure", "How much", "Covers and place", "As of and source")
NO_PLACE = "not stated"
"""How the content says that a source names no place."""


class Dating(NamedTuple):
    """The day on which a page is read, and the age in months from which a statement says how old it is."""

    today: str
    stale_months: int

    def is_old(self, as_of: str) -> bool:
        """Say whether a statement is so old that its age has to be known."""
        months = months_old(as_of, self.today)
        return months is not None and months > self.stale_months

    def said(self, as_of: str) -> str:
        """Write a date, with its age where it is old: "2024-09-24, 26 months old"."""
        return f"{as_of}, {months_old(as_of, self.today)} months old" if self.is_old(as_of) else as_of

    def data(self, as_of: str | None) -> "dict[str, Json]":
        """Return a date with its age as data; no date has no age."""
        if as_of is None:
            return {"as_of": None, "months_old": None, "is_old": False}
        return {"as_of": as_of, "months_old": months_old(as_of, self.today), "is_old": self.is_old(as_of)}


def amount(value: float) -> str:
    """Write a figure with separators and without a needless fraction: "125,000", "53.6"."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def extent(one: "Figure | Range") -> str:
    """Write a figure or a range with its unit, for running text: "3 to 6 years", "12 years or more"."""
    if one.high is not None:
        return f"{amount(one.low)} to {amount(one.high)} {one.unit}"
    is_open = getattr(one, "shape", "from") == "from"
    return f"{amount(one.low)} {one.unit}{' or more' if is_open else ''}"


def value(figure: "Figure") -> str:
    """Write a figure for a table: what kind it is, and which way it points."""
    kind = f"{figure.shape} " if figure.shape in ("median", "average") else ""
    pointing = f" ({figure.direction})" if figure.direction else ""
    return f"{kind}{extent(figure)}{pointing}"


def words_of(figures: "Iterable[Figure]") -> dict[str, str]:
    """Return what stands for each figure in running text."""
    return {figure.id: extent(figure) for figure in figures}


class Notes:
    """Numbers notes and corrections, so that the rows of a table can point to them; what is said twice is one note."""

    def __init__(self, records: "Iterable[Figure | Range]") -> None:
        """Give each a number."""
        texts = dict.fromkeys(text for record in records for text in _notes(record))
        self._places = {text: place for place, text in enumerate(texts, start=1)}

    def marks(self, record: "Figure | Range") -> str:
        """Return the numbers of the notes of one record, to stand behind its name."""
        return "".join(f" [{self._places[text]}]" for text in _notes(record))

    def add(self, page: "Page") -> None:
        """Add the notes below the table."""
        for text, place in self._places.items():
            page.item(text, mark=f"{place}.")


def add_figures(page: "Page", figures: "Sequence[Figure]", dating: Dating) -> None:
    """Add figures as tables, those of each tracker apart, with notes and corrections numbered below each."""
    for place, tracker in enumerate(dict.fromkeys(figure.tracker for figure in figures)):
        if place:
            page.gap()
        if tracker is not None:
            page.text(f"Counted by {tracker}; not to be compared with other counts", "label")
        group = [figure for figure in figures if figure.tracker == tracker]
        notes = Notes(group)
        page.table(_HEADERS, [_row(figure, dating, notes) for figure in group])
        notes.add(page)


def figure_data(figure: "Figure", dating: Dating) -> "dict[str, Json]":
    """Return a figure as data, with its age."""
    return {**fields(figure), **dating.data(figure.as_of)}


def dated(one: "Figure | Range", dating: Dating) -> str:
    """Write since when a figure holds, and whose it is."""
    return "; ".join(filter(None, (dating.said(one.as_of), ", ".join(one.sources))))


def _notes(one: "Figure | Range") -> "Iterator[str]":
    """Yield what has to be known of a figure; a range of the ladder says nothing beside itself."""
    note, correction = getattr(one, "note", None), getattr(one, "correction", None)
    yield from filter(None, (note, correction and f"Corrected. {correction}"))


def _row(figure: "Figure", dating: Dating, notes: Notes) -> tuple[str, ...]:
    place = f"place {NO_PLACE}" if figure.place == NO_PLACE else figure.place
    return f"{figure.about}{notes.marks(figure)}", value(figure), f"{figure.basis}; {place}", dated(figure, dating)
