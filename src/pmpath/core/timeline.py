"""Time to each level as sources give it, and where somebody's own years lie in it. Years place nobody: nothing is foretold."""

from typing import TYPE_CHECKING, Final

from pmpath.model.timeline import Place, Timed, Years

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def timeline(levels: "Sequence[Level]", figures: "Iterable[Figure]", years: Years) -> list[Timed]:
    """Return the ranges of the levels, lowest level first: the figures, then the ranges of the ladder that are none of them."""
    figures = list(figures)
    role_bases = {one.basis for level in levels for one in level.time_in_level}
    found = []
    for level in levels:
        own = [figure for figure in figures if figure.level == level.id and figure.shape in _RANGES]
        ranges = [one for one in (*level.time_in_level, *level.from_entry) if not any(_is_same(one, figure) for figure in own)]
        records: list[Figure | Range] = [*own, *ranges]
        for record in records:
            in_role = record.basis in role_bases
            said = years.in_role if in_role else years.in_product
            found.append(Timed(level.id, record, in_role, None if said is None else place_in(said, record)))
    return found


def _is_same(one: "Range", figure: "Figure") -> bool:
    return (one.low, one.high, one.unit, one.basis) == (figure.low, figure.high, figure.unit, figure.basis) and set(
        one.sources
    ) == set(figure.sources)
