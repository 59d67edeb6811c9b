"""An offer on a page and as data: cash, what is conditional, what may be worth nothing, what is missing."""

from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath.model.offered import Certainty
from pmpath.render.figures import amount
from pmpath.render.page import Page
from pmpath.render.phrases import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pmpath.model.forms import Rows
    from pmpath.model.offer import Offer
    from pmpath.model.offered import Cash, OfferedPart, OnPaper, Sums
    from pmpath.render.envelope import Json


class Offered(NamedTuple):
    """An offer with its sums, in one currency, None where that was not said; the worksheet has the words."""

    worksheet: "Offer"
    parts: "Sequence[OfferedPart]"
    sums: "Sums"
    currency: str | None

    @property
    def names(self) -> dict[str, str]:
        """The name of each part."""
        return {part.id: part.name for part in self.worksheet.parts}

    @property
    def asks(self) -> dict[str, str]:
        """What to ask about each part."""
        return {part.id: part.ask for part in self.worksheet.parts}

    @property
    def is_empty(self) -> bool:
        """Whether no part was said."""
        return not any(part.is_said for part in self.parts)

    def money(self, value: float) -> str:
        """Write an amount of money."""
        return f"{amount(value)} {self.currency}" if self.currency else amount(value)


def offer_page(one: Offered, next_commands: "Sequence[str]") -> Page:
    """Write an offer: sums first, then what is no cash, then what to ask."""
    page = Page()
    if one.is_empty:
        page.text("An offer, part by part", "title")
    else:
        page.text("What this offer adds up to", "title")
        _add_cash(page, one)
    _add_uncertain(page, one)
    page.section("Not money", [_in_kind(one, part) for part in one.parts if part.id in one.sums.in_kind])
    _add_missing(page, one)
    page.section("Before you sign", one.worksheet.questions)
    page.commands(next_commands)
    return page


def _add_missing(page: Page, one: Offered) -> None:
    page.heading("Parts to ask about" if one.is_empty else "Not said yet, and what to ask")
    for name in one.sums.missing:
        page.item(one.names[name])
        page.detail(one.asks[name])
    if not one.sums.missing:
        page.text("Every part is said.")


def offer_data(one: Offered) -> "dict[str, Json]":
    """Return an offer as data; what is on paper is in no sum."""
    said = {part.id: part for part in one.parts}
    return {
        "currency": one.currency,
        "first_year": one.sums.first_year._asdict(),
        "usual_year": one.sums.usual_year._asdict(),
        "on_paper": [part._asdict() for part in one.sums.on_paper],
        "in_kind": one.sums.in_kind,
        "missing": one.sums.missing,
        "parts": [
            {**said[part.id]._asdict(), "name": part.name, "ask": part.ask, "origin": part.origin, "sources": part.sources}
            for part in one.worksheet.parts
        ],
        "rule": one.worksheet.rule,
        "questions": one.worksheet.questions,
    }


def offer_rows(one: Offered) -> "Rows":
    """Return the parts of an offer as a table."""
    header = ("id", "certainty", "once", "amount", "guaranteed", "years", "cliff_months", "note")
    return [
        header,
        *(
            (
                part.id,
                part.certainty,
                "yes" if part.once else "no",
                part.amount,
                part.guaranteed,
                part.years,
                part.cliff_months,
                part.note,
            )
            for part in one.parts
        ),
    ]


def _add_cash(page: Page, one: Offered) -> None:
    sums = one.sums
    if not sums.has_base:
        page.text("The base is not said, so these sums are not whole.")
    page.table(
        ("Cash", "First year", "A usual year"),
        [
            ("Guaranteed", one.money(sums.first_year.guaranteed), one.money(sums.usual_year.guaranteed)),
            ("On conditions, on top", _conditional(one, sums.first_year), _conditional(one, sums.usual_year)),
        ],
    )
    page.section("What is in it", list(_counted(one)))


def _conditional(one: Offered, cash: "Cash") -> str:
    return one.money(cash.conditional) if cash.conditional else "nothing"


def _counted(one: Offered) -> "Iterator[str]":
    """Say of each part that is money how it counts."""
    for part in one.parts:
        if part.is_said and part.certainty in _COUNTED:
            yield f"{one.names[part.id]}: {_COUNTED[part.certainty](one, part, 'once' if part.once else 'a year')}"


def _sure(one: Offered, part: "OfferedPart", when: str) -> str:
    return f"{one.money(part.amount or 0)} {when}, guaranteed."


def _partly_sure(one: Offered, part: "OfferedPart", when: str) -> str:
    """Write a conditional part; where only what is guaranteed was said, that is all of it."""
    sure = part.guaranteed or 0
    whole = sure if part.amount is None else part.amount
    return f"{one.money(whole)} {when} in full, {one.money(sure)} of it guaranteed."


_COUNTED: "Final[Mapping[Certainty, Callable[[Offered, OfferedPart, str], str]]]" = {
    Certainty.CASH: _sure,
    Certainty.CONDITIONAL: _partly_sure,
}


def _add_uncertain(page: Page, one: Offered) -> None:
    page.heading("Not cash: what may be worth nothing")
    page.text(sentence(one.worksheet.rule))
    for part in one.sums.on_paper:
        page.item(f"{one.names[part.id]}: {one.money(part.amount)} on paper.")
        page.detail(_vesting(one, part))


def _vesting(one: Offered, part: "OnPaper") -> str:
    if part.a_year is None:
        return "Not said: over how many years it becomes yours."
    spread = f"{one.money(part.a_year)} a year on paper if it becomes yours evenly"
    if part.after_one_year is None:
        return f"{spread}. Not said: how long none of it is yours."
    after = one.money(part.after_one_year) if part.after_one_year else "none"
    return f"{spread}; {after} of it after one year."


def _in_kind(one: Offered, part: "OfferedPart") -> str:
    worth = f"worth {one.money(part.amount)} as stated" if part.amount is not None else ""
    return f"{one.names[part.id]}: {'; '.join(filter(None, (part.note, worth)))}"
