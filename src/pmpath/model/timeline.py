"""Years in a level or on the way to it, as a source gives them, and where somebody's own years lie. Plain: no pydantic."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pmpath.model.figure import Figure
    from pmpath.model.level import Range


class Place(StrEnum):
    """Where a figure lies to a range."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


class Years(NamedTuple):
    """What somebody says of their years: in product altogether, and in the present role; None where they said nothing.

    `role` is the level of that role, None or no level where it is not known.
    """

    in_product: float | None = None
    in_role: float | None = None
    role: str | None = None


class Timed(NamedTuple):
    """A range of time of one level: the record it stands in, whether it counts time in the role, and the person's place.

    `place` is None where the person said no years of this kind.
    """

    level: str
    record: "Figure | Range"
    in_role: bool
    place: Place | None
