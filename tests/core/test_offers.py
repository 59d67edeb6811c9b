"""What an offer adds up to: cash, what is conditional, what may be worth nothing, what is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.core.offers import add_up
from pmpath.model.offered import Cash, Certainty, OfferedPart, OnPaper

BASE = OfferedPart("base", Certainty.CASH, once=False, amount=100_000)
BONUS = OfferedPart("bonus", Certainty.CONDITIONAL, once=False, amount=20_000, guaranteed=5_000)
SIGN_ON = OfferedPart("sign-on", Certainty.CASH, once=True, amount=10_000)
EQUITY = OfferedPart("equity", Certainty.UNCERTAIN, once=False, amount=80_000, years=4, cliff_months=12)
BENEFITS = OfferedPart("benefits", Certainty.IN_KIND, once=False, note="pension")

money = st.one_of(st.none(), st.integers(0, 10**9))
parts = st.lists(
    st.builds(
        OfferedPart,
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(Certainty),
        st.booleans(),
        amount=money,
        guaranteed=money,
        years=st.one_of(st.none(), st.integers(0, 10)),
        cliff_months=st.one_of(st.none(), st.integers(0, 48)),
    ),
    max_size=6,
)


def test_what_comes_once_counts_in_the_first_year_only() -> None:
    sums = add_up([BASE, SIGN_ON])
    assert (sums.first_year, sums.usual_year) == (Cash(110_000, 0), Cash(100_000, 0))


def test_a_guaranteed_bonus_is_cash_and_the_rest_of_it_conditional() -> None:
    assert add_up([BASE, BONUS]).usual_year == Cash(105_000, 15_000)


def test_a_bonus_of_which_only_the_guaranteed_part_is_said_has_no_conditions() -> None:
    assert add_up([BONUS._replace(amount=None)]).usual_year == Cash(5_000, 0)


def test_a_bonus_without_a_guarantee_is_all_conditional() -> None:
    assert add_up([BONUS._replace(guaranteed=None)]).usual_year == Cash(0, 20_000)


def test_equity_is_in_no_sum() -> None:
    assert add_up([BASE, EQUITY])[:2] == add_up([BASE])[:2]


@pytest.mark.parametrize(
    ("years", "cliff", "a_year", "after_one_year"),
    [
        (4, 12, 20_000, 20_000),
        (4, 18, 20_000, 0),
        (4, 0, 20_000, 20_000),
        (4, None, 20_000, None),
        (None, 12, None, None),
        (0.5, 0, 80_000, 80_000),
        (0, 0, 80_000, 80_000),
    ],
)
def test_equity_is_spread_over_its_years_and_none_of_it_is_owned_before_its_cliff_ends(
    years: float | None, cliff: float | None, a_year: float | None, after_one_year: float | None
) -> None:
    on_paper = add_up([EQUITY._replace(years=years, cliff_months=cliff)]).on_paper
    assert on_paper == (OnPaper("equity", 80_000, a_year, after_one_year),)


def test_equity_of_nothing_is_no_equity_and_leaves_nothing_to_ask() -> None:
    sums = add_up([OfferedPart("equity", Certainty.UNCERTAIN, once=False, amount=0)])
    assert (sums.on_paper, sums.missing) == ((), ())


@pytest.mark.parametrize(
    ("part", "is_missing"),
    [
        (BASE, False),
        (BASE._replace(amount=None), True),
        (BASE._replace(amount=None, note="to be agreed"), True),
        (BONUS._replace(amount=None), False),
        (EQUITY, False),
        (EQUITY._replace(years=None), True),
        (EQUITY._replace(cliff_months=None), True),
        (EQUITY._replace(amount=None), True),
        (BENEFITS, False),
        (BENEFITS._replace(note=None), True),
        (BENEFITS._replace(note=None, amount=900), False),
    ],
)
def test_a_part_is_missing_while_there_is_something_to_ask_about_it(part: OfferedPart, is_missing: bool) -> None:  # noqa: FBT001 - a column of the table
    assert add_up([part]).missing == ((part.id,) if is_missing else ())


def test_what_is_no_money_is_named_and_in_no_sum() -> None:
    sums = add_up([BENEFITS._replace(amount=900)])
    assert (sums.in_kind, sums.first_year) == (("benefits",), Cash(0, 0))


@pytest.mark.parametrize(("given_parts", "has_base"), [([BASE], True), ([SIGN_ON, BONUS], False), ([], False)])
def test_a_yearly_cash_part_is_a_base(given_parts: list[OfferedPart], has_base: bool) -> None:  # noqa: FBT001 - a column of the table
    assert add_up(given_parts).has_base is has_base


@given(parts)
def test_what_is_uncertain_or_no_money_never_changes_a_sum(given_parts: list[OfferedPart]) -> None:
    cash = [part for part in given_parts if part.certainty in (Certainty.CASH, Certainty.CONDITIONAL)]
    assert add_up(given_parts)[:2] == add_up(cash)[:2]


@given(parts)
def test_a_first_year_brings_no_less_than_a_usual_one(given_parts: list[OfferedPart]) -> None:
    sums = add_up(given_parts)
    assert sums.first_year >= sums.usual_year


@given(parts)
def test_the_order_of_the_parts_changes_no_sum(given_parts: list[OfferedPart]) -> None:
    assert add_up(given_parts)[:2] == add_up(given_parts[::-1])[:2]
