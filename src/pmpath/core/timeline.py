"""Time to each level as sources give it, and where somebody's own years lie in it. Years place nobody: nothing is foretold."""

from typing import TYPE_CHECKING, Final

from pmpath.model.timeline import Place, Timed, Years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.figure import Figure
    from pmpath.model.level import Level, Range

_MONTHS: Final = 12
_MONTH_UNIT: Final = "months"
_RANGES: Final = ("range", "from")


def place_in(years: float, one: "Figure | Range") -> Place:
    """Return where some years lie to a range; a range without an upper end has nothing above it."""
    scale = _MONTHS if one.unit == _MONTH_UNIT else 1
    if years * scale < one.low:
        return Place.BELOW
    is_above = one.high is not None and years * scale > one.high
    return Place.ABOVE if is_above else Place.WITHIN


def timeline(levels: "Sequence[Level]", figures: "Sequence[Figure]", years: Years) -> list[Timed]:
    """Return the ranges of the levels, lowest level first: the figures, then the ranges of the ladder that are none of them.

    Years in a role are held against the ranges of that role only.
    """
    role_bases = {one.basis for level in levels for one in level.time_in_level}
    found = []
    for level in levels:
        for record in _records(level, figures):
            in_role = record.basis in role_bases
            said = _said(years, level.id) if in_role else years.in_product
            found.append(Timed(level.id, record, in_role, None if said is None else place_in(said, record)))
    return found


def _records(level: "Level", figures: "Sequence[Figure]") -> "list[Figure | Range]":
    own = [figure for figure in figures if figure.level == level.id and figure.shape in _RANGES]
    ranges = (*level.time_in_level, *level.from_entry)
    return [*own, *(one for one in ranges if not any(_is_same(one, figure) for figure in own))]


def _said(years: Years, level: str) -> float | None:
    return years.in_role if years.role in (None, level) else None


def _is_same(one: "Range", figure: "Figure") -> bool:
    return (one.low, one.high, one.unit, one.basis) == (figure.low, figure.high, figure.unit, figure.basis) and set(
        one.sources
    ) == set(figure.sources)
