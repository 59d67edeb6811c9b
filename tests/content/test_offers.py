"""What somebody was offered, read from a file: what counts as said, and every problem with its place."""

import json

import pytest

from builders import library
from pmpath.content.offers import SaidOffer, offered, read_offer
from pmpath.errors import ContentError
from pmpath.model.offered import Certainty
from pmpath.render.offer_template import offer_template

PARTS = library().guides.offer.parts


def read(text: str, name: str = "offer.yaml") -> SaidOffer:
    return read_offer(text.encode(), name, PARTS)


def refused(text: str) -> list[tuple[int | None, int | None, str, str, str]]:
    with pytest.raises(ContentError) as caught:
        read(text)
    return [(one.line, one.column, one.path, one.message, one.hint) for one in caught.value.problems]


@pytest.mark.parametrize("name", ["offer.yaml", "offer.json", "offer"])
def test_a_bare_number_is_an_amount_and_bare_text_describes_what_is_no_money(name: str) -> None:
    text = json.dumps({"currency": "EUR", "parts": {"base": 90000, "benefits": "pension", "equity": {"years": 4.5}}})
    assert read(text, name) == SaidOffer(
        "EUR", {"base": {"amount": 90000}, "benefits": {"note": "pension"}, "equity": {"years": 4.5}}
    )


@pytest.mark.parametrize("text", ["{}", "parts: null", "parts: {}", "currency: null", "parts:\n  base: null\n"])
def test_what_is_null_or_left_out_is_not_said(text: str) -> None:
    assert [part.is_said for part in offered(PARTS, read(text).parts)] == [False] * len(PARTS)


def test_every_part_comes_in_the_order_of_the_worksheet_with_what_was_said() -> None:
    said = read("parts:\n  equity: {amount: 100, years: 4, cliff_months: 6, note: options}\n  base: 7\n").parts
    found = {part.id: part for part in offered(PARTS, said)}
    assert list(found) == [part.id for part in PARTS]
    assert (found["base"].amount, found["base"].certainty, found["base"].once) == (7, Certainty.CASH, False)
    assert found["equity"][3:] == (100, None, 4, 6, "options")


def test_the_template_says_nothing_yet_and_has_every_part() -> None:
    text = offer_template(library().guides.offer)
    said = read(text)
    assert list(said.parts) == [part.id for part in PARTS]
    assert [part.is_said for part in offered(PARTS, said.parts)] == [False] * len(PARTS)


MONEY = "must be a number from 0 to 1000000000000"
PLAIN = "write it without separators, such as 120000"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("3", [(1, 1, "", "an offer has the keys currency and parts", "pmpath guide offer --template writes one")]),
        ("prts: {}", [(1, 1, "prts", "no such field", "did you mean parts?")]),
        ("xyzzy: 1", [(1, 1, "xyzzy", "no such field", "use one of: currency, parts")]),
        ("currency: usd", [(1, 1, "currency", "must be three capital letters", "for example USD or EUR")]),
        ("currency: 3", [(1, 1, "currency", "must be three capital letters", "for example USD or EUR")]),
        ("parts: []", [(1, 1, "parts", "must be a mapping", "below it each part with its amount")]),
        ("parts:\n  bse: 1", [(2, 3, "parts.bse", 'there is no part "bse"', "did you mean base?")]),
        (
            "parts:\n  xyzzy: 1",
            [(2, 3, "parts.xyzzy", 'there is no part "xyzzy"', f"parts: {', '.join(part.id for part in PARTS)}")],
        ),
        ("parts:\n  base: -1", [(2, 3, "parts.base", MONEY, PLAIN)]),
        ("parts:\n  base: 2e12", [(2, 3, "parts.base", MONEY, PLAIN)]),
        ("parts:\n  base: true", [(2, 3, "parts.base", MONEY, PLAIN)]),
        ("parts:\n  base: 120k", [(2, 3, "parts.base", MONEY, PLAIN)]),
        ("parts:\n  base: [1]", [(2, 3, "parts.base", "must be a number or a mapping", "fields: amount, note")]),
        ("parts:\n  base: {years: 4}", [(2, 10, "parts.base.years", "no such field", "use one of: amount, note")]),
        ("parts:\n  bonus: {garanteed: 4}", [(2, 11, "parts.bonus.garanteed", "no such field", "did you mean guaranteed?")]),
        ("parts:\n  equity: {years: 41}", [(2, 12, "parts.equity.years", "must be a number from 0 to 40", "")]),
        (
            "parts:\n  equity: {amount: 1, cliff_months: x}",
            [(2, 23, "parts.equity.cliff_months", "must be a number from 0 to 480", "")],
        ),
        (
            "parts:\n  bonus: {amount: 1, guaranteed: 2}",
            [(2, 22, "parts.bonus.guaranteed", "more is guaranteed than comes in full", "amount is the whole of it")],
        ),
        ("parts:\n  base: {note: 3}", [(2, 10, "parts.base.note", "must be text of at most 500 characters", "")]),
        (
            f"parts:\n  benefits: {'x' * 501}",
            [(2, 3, "parts.benefits", "must be text of at most 500 characters", "")],
        ),
    ],
)
def test_a_problem_is_named_with_its_place(text: str, problems: list[tuple[int, int, str, str, str]]) -> None:
    assert refused(text) == problems


def test_all_problems_come_at_once_in_the_order_of_the_file() -> None:
    found = refused("currency: us\nparts:\n  bsae: 1\n  base: -3\nx: 1\n")
    assert [(line, path) for line, _, path, _, _ in found] == [(1, "currency"), (3, "parts.bsae"), (4, "parts.base"), (5, "x")]
