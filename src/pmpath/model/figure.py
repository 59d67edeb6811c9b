"""A figure of a guide: a number with all that it takes to read it."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from pmpath.model.base import Slug, Sourced, Text
from pmpath.model.day import last_day_of

UNDATED = "undated"


def _known_day(text: str) -> str:
    if text != UNDATED and last_day_of(text) is None:
        msg = "no such day"
        raise ValueError(msg)
    return text


AsOf = Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|undated)$"), AfterValidator(_known_day)]
"""An ISO day, month or year, or `undated`."""


class Figure(Sourced):
    """A number with all that it takes to read it."""

    id: Slug
    """Identifier, unlike that of any other figure."""
    about: Text
    """What is counted, in a phrase."""
    level: Slug | None
    """The level it is about; null where it is about none."""
    low: float
    """Lower end, or the figure itself."""
    high: float | None
    """Upper end; null when open-ended or a single figure."""
    shape: Literal["range", "from", "single", "median", "average"]
    """How low and high are to be read."""
    unit: Text
    """What is counted: years, US dollars a year, percent."""
    basis: Text
    """What it covers: base, total, salary as stated, share of respondents. Says unclear where the source is."""
    place: Text
    """Country, region or company; "not stated" where the source does not say."""
    as_of: AsOf
    """When it was so."""
    tracker: Text | None
    """Who counts, for figures of a market; figures of different trackers are never compared."""
    direction: Literal["up", "down"] | None
    """Which way a figure of a market points; null for all others."""
    note: Text | None
    """What a reader has to know."""
    correction: Text | None
    """What the article says instead, and why that is not taken over; null where nothing was corrected."""

    @model_validator(mode="after")
    def _ordered(self) -> "Figure":
        problems = {
            "high is not above low": self.high is not None and self.high <= self.low,
            "a range has low and high, anything else only low": (self.shape == "range") != (self.high is not None),
            "a figure that points up or down says whose count it is": self.direction is not None and self.tracker is None,
        }
        for msg, is_so in problems.items():
            if is_so:
                raise ValueError(msg)
        return self
