"""How good a piece of evidence is: what stands behind it, whether it has a number, how old it is."""

from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.core.quality import OLD_DAYS, quality
from pmpath.model.evidence import Backing, Evidence, Quality

TODAY: Final = "2026-11-23"


def judged(added: str = TODAY, **lines: str) -> Quality:
    return quality(Evidence(1, "a", added, {"what": "Ran a test", **lines}), TODAY)


def before(days: int) -> str:
    return (date.fromisoformat(TODAY) - timedelta(days)).isoformat()


def test_what_nobody_else_can_see_or_confirm_is_the_own_word() -> None:
    assert judged(result="from 4 to 3 percent").backing is Backing.OWN_WORD


def test_what_somebody_can_confirm_is_confirmed() -> None:
    assert judged(who="head of support").backing is Backing.CONFIRMED


@pytest.mark.parametrize("more", [{}, {"who": "head of support"}])
def test_what_can_be_seen_is_an_artifact_whoever_can_confirm_it(more: dict[str, str]) -> None:
    assert judged(link="https://example.org/note", **more).backing is Backing.ARTIFACT


@pytest.mark.parametrize("name", ["who", "link"])
def test_an_empty_line_backs_nothing(name: str) -> None:
    assert judged(**{name: ""}).backing is Backing.OWN_WORD


@pytest.mark.parametrize(
    "result",
    ["churn from 4 to 3", "4%", "-3,5 points", "won two bets", "TWO bets", "half the calls", "twice as fast", "in Q4", "a 2x"],
)
def test_a_result_with_a_figure_has_a_number(result: str) -> None:
    assert judged(result=result).has_number


@pytest.mark.parametrize("result", ["", "much better", "often, and someone noticed", "behalf of networks", "one more"])
def test_a_result_without_a_figure_has_no_number(result: str) -> None:
    assert not judged(result=result).has_number


def test_a_figure_in_what_was_done_is_no_number_of_a_result() -> None:
    assert not judged(what="Ran 6 interviews").has_number


@pytest.mark.parametrize(
    ("happened", "days"),
    [
        (TODAY, 0),
        ("2026-11-22", 1),
        ("2026-10", 23),
        ("2026-02", 268),
        ("2024-02", 998),
        ("2025", 327),
        ("2025-12", 327),
        ("2026-11", 0),
        ("2026", 0),
    ],
)
def test_age_counts_from_the_last_day_of_what_the_date_says(happened: str, days: int) -> None:
    assert judged("2020-01-01", date=happened).days == days


@pytest.mark.parametrize(
    "text", ["", "May", "in May 2025", "2026-13", "2026-02-30", "0000", "abcd", "9999-12", "25.05.2025", "2026-1", "spring!"]
)
def test_a_date_that_is_none_leaves_the_day_on_which_it_was_written_down(text: str) -> None:
    assert judged(before(40), date=text).days == 40


@pytest.mark.parametrize("text", ["2027", "2026-12", "2026-12-24", "9999-12-31"])
def test_what_is_dated_ahead_is_new(text: str) -> None:
    assert judged(before(400), date=text) == Quality(Backing.OWN_WORD, has_number=False, days=0, is_old=False)


@pytest.mark.parametrize(("days", "is_old"), [(0, False), (OLD_DAYS, False), (OLD_DAYS + 1, True)])
def test_what_is_older_than_a_year_is_old(days: int, *, is_old: bool) -> None:
    assert judged(before(days)).is_old is is_old
    assert judged(date=before(days)).is_old is is_old


@given(st.text(max_size=12), st.text(max_size=12))
def test_whatever_stands_in_a_line_can_be_judged(happened: str, result: str) -> None:
    assert judged(date=happened, result=result).days >= 0


@given(st.dates(date(1, 1, 1), date(9999, 11, 30)))
def test_a_month_is_as_old_as_its_last_day(day: date) -> None:
    last = next(later for n in range(31, -1, -1) if (later := day + timedelta(n)).month == day.month)
    item = Evidence(1, "a", "2000-01-01", {"what": "a", "date": f"{day:%Y-%m}".rjust(7, "0")})
    assert quality(item, "9999-12-31").days == (date(9999, 12, 31) - last).days
