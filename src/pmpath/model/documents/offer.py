"""The document of an offer, and the file that it is read from."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Slug, Sourced, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.offered import Certainty

Money = Annotated[float, Field(ge=0, le=1e12)]
_Sum = Annotated[float, Field(ge=0)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Note = Annotated[str, Field(max_length=500)]


class CashOfAYear(Content):
    """Money of one year."""

    guaranteed: _Sum
    """What comes in any case."""
    conditional: _Sum
    """What comes on top when all conditions are met."""


class PartOnPaper(Content):
    """An uncertain part; it is in no sum."""

    id: Slug
    """The part."""
    amount: _Sum
    """Its value on paper."""
    a_year: _Sum | None
    """That value spread over the years until all of it is owned; null where those were not said."""
    after_one_year: _Sum | None
    """What of it would be owned after one year; null where that was not said."""


class OfferPart(Sourced):
    """A part of the worksheet with what was said of it."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    certainty: Certainty
    """How sure it is."""
    once: bool
    """Whether it comes once."""
    amount: Money | None
    """What was said of it; null for nothing."""
    guaranteed: Money | None
    """What of a conditional part comes in any case."""
    years: Annotated[float, Field(ge=0)] | None
    """Years until all of an uncertain part is owned."""
    cliff_months: Annotated[float, Field(ge=0)] | None
    """Months in which none of it is owned."""
    note: Note | None
    """What was said in words."""
    ask: Text
    """What to ask about it."""


class OfferData(Content):
    """An offer added up."""

    currency: Currency | None
    """Its currency; null where it was not said."""
    first_year: CashOfAYear
    """Cash of the first year, with what comes once."""
    usual_year: CashOfAYear
    """Cash of a usual year."""
    on_paper: list[PartOnPaper]
    """What may be worth nothing; in no sum."""
    in_kind: list[Slug]
    """Parts that are no money."""
    missing: list[Slug]
    """Parts to ask about."""
    parts: list[OfferPart]
    """All parts."""
    rule: Text
    """Why what is on paper is in no sum."""
    questions: list[Text]
    """What to ask before signing."""


class OfferDocument(LadderFrame):
    """What pmpath guide offer prints with --json."""

    kind: Literal["offer"]
    """Says that the data are an offer."""
    data: OfferData
    """The offer."""


class SaidPart(Content):
    """What is said of one part, field by field."""

    amount: Money | None = None
    """A year's money, or all of it where the part comes once; of an uncertain part its whole value on paper."""
    guaranteed: Money | None = None
    """What of a conditional part comes in any case."""
    years: Annotated[float, Field(ge=0, le=40)] | None = None
    """Years until all of an uncertain part is owned."""
    cliff_months: Annotated[float, Field(ge=0, le=480)] | None = None
    """Months in which none of it is owned."""
    note: Note | None = None
    """In words."""


class OfferSheet(Content):
    """An offer, as pmpath guide offer reads it; guide offer --template writes one to fill in."""

    currency: Currency | None = None
    """Three capital letters."""
    parts: dict[Slug, SaidPart | Money | Note | None] | None = None
    """Part to what is said of it: a bare number is its amount, bare text describes what is no money."""
