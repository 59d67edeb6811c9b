"""The worksheet for an offer as YAML to fill in, with what to ask beside each part."""

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from pmpath.model.offered import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.model.offer import Offer, PayPart

_WIDTH: Final = 100
_HEAD: Final = """\
# An offer, part by part. Leave null what you do not know: pmpath guide offer FILE then says what to ask.
# Amounts are plain numbers in one currency, a year's unless it says once.

currency: null  # three letters, such as USD
parts:
"""
_FIELDS: Final = {
    Certainty.CONDITIONAL: (
        ("amount", "what comes if every condition is met in full"),
        ("guaranteed", "what comes every time in any case; null for nothing"),
    ),
    Certainty.UNCERTAIN: (
        ("amount", "the whole of it at the value on paper that the company states"),
        ("years", "until all of it is yours"),
        ("cliff_months", "how long none of it is yours"),
    ),
}
_BARE: Final = {Certainty.CASH: "", Certainty.IN_KIND: "  # in words, or a number"}


def offer_template(offer: "Offer") -> str:
    """Return the worksheet as text."""
    return _HEAD + "\n".join(line for part in offer.parts for line in _lines(part)) + "\n"


def _lines(part: "PayPart") -> "Iterator[str]":
    once = ", once" if part.once else ""
    yield from wrap(f"{part.name}{once}. Ask: {part.ask}", _WIDTH, initial_indent="  # ", subsequent_indent="  # ")
    certainty = Certainty(part.certainty)
    if certainty in _BARE:
        yield f"  {part.id}: null{_BARE[certainty]}"
        return
    yield f"  {part.id}:"
    for field, meaning in _FIELDS[certainty]:
        yield f"    {field}: null  # {meaning}"
