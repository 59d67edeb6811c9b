"""Figures of the guides in words, in tables and as data: value, what it covers, place, date with its age, source."""

from typing import TYPE_CHECKING, NamedTuple

from pmpath.core.age import months_old
from pmpath.render.data import fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pmpath.model.figure import Figure
    from pmpath.model.level import Range
    from pmpath.render.envelope import Json
    from pmpath.render.page import Page

HEADERS = ("Figure", "How much", "Covers and place", "As of and source")


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


def add_figures(page: "Page", figures: "Sequence[Figure]", dating: Dating) -> None:
    """Add figures as tables, those of each tracker apart, with notes and corrections numbered below each."""
    for tracker in dict.fromkeys(figure.tracker for figure in figures):
        if tracker is not None:
            page.text(f"Counted by {tracker}; not to be compared with other counts", "label")
        _add_table(page, [figure for figure in figures if figure.tracker == tracker], dating)


def _add_table(page: "Page", figures: "Sequence[Figure]", dating: Dating) -> None:
    notes = list(dict.fromkeys(note for figure in figures for note in _notes(figure)))
    places = {note: place for place, note in enumerate(notes, start=1)}
    page.table(HEADERS, [_row(figure, dating, places) for figure in figures])
    for note, place in places.items():
        page.item(note, mark=f"{place}.")


def _notes(figure: "Figure") -> "Iterator[str]":
    yield from filter(None, (figure.note, figure.correction and f"Corrected. {figure.correction}"))


def figure_data(figure: "Figure", dating: Dating) -> "dict[str, Json]":
    """Return a figure as data, with its age."""
    return {**fields(figure), **dating.data(figure.as_of)}


def _row(figure: "Figure", dating: Dating, places: "Mapping[str, int]") -> tuple[str, ...]:
    marks = "".join(f" [{places[note]}]" for note in _notes(figure))
    dated = "; ".join(filter(None, (dating.said(figure.as_of), ", ".join(figure.sources))))
    return f"{figure.about}{marks}", value(figure), f"{figure.basis}; {figure.place}", dated
