"""How old a dated statement is on a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.core.age import months_old


@pytest.mark.parametrize(
    ("as_of", "today", "months"),
    [
        ("2026-01-15", "2026-01-15", 0),
        ("2026-01-15", "2026-02-14", 0),
        ("2026-01-15", "2026-02-15", 1),
        ("2024-12-31", "2026-02-28", 14),
        ("2025-01", "2026-11-30", 22),
        ("2025-01", "2026-11-29", 21),
        ("2024", "2026-06-30", 18),
        ("2024", "2026-06-29", 17),
        ("2026", "2026-06-30", 0),
        ("2030-01-01", "2026-06-30", 0),
        ("undated", "2026-06-30", None),
        ("long ago", "2026-06-30", None),
    ],
)
def test_a_statement_is_as_old_as_the_whole_months_since_the_end_of_its_date(
    as_of: str, today: str, months: int | None
) -> None:
    assert months_old(as_of, today) == months


@given(st.dates(), st.dates(), st.dates())
def test_nothing_gets_younger(as_of: object, first: object, second: object) -> None:
    earlier, later = sorted((str(first), str(second)))
    assert (months_old(str(as_of), earlier) or 0) <= (months_old(str(as_of), later) or 0)
