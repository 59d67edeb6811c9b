"""A clock that is turned back or far ahead: what is written last counts last, whatever day it says."""

import pytest

from faults.conftest import LayOut
from faults.places import KEPT, run
from pmpath.journal.line import decode

pytestmark = pytest.mark.faults

DAYS = ["2020-02-29", "1970-01-01", "2999-12-31"]


@pytest.mark.parametrize("day", DAYS)
def test_an_entry_of_another_day_is_kept_behind_those_that_are_there(day: str, lay_out: LayOut) -> None:
    with lay_out(KEPT) as place:
        assert run(place, "evidence", "add", "Out of time", "--today", day).code == 0
        assert place.kept.startswith(KEPT)
        last = decode(place.kept.splitlines()[-1])
        assert last is not None
        assert (last.seq, last.at) == (KEPT.count(b"\n") + 1, f"{day}T00:00:00Z")


@pytest.mark.parametrize("day", DAYS)
def test_what_was_said_last_counts_whatever_day_it_was(day: str, lay_out: LayOut) -> None:
    with lay_out(KEPT) as place:
        assert run(place, "evidence", "edit", "1", "--what", "Said last", "--today", day).code == 0
        ran = run(place, "evidence", "list")
        assert (ran.code, ran.err) == (0, "")
        assert "Said last" in ran.out


@pytest.mark.parametrize("words", [("--json",), ("history",), ("plan",)], ids=" ".join)
def test_looking_before_the_first_entry_is_no_failure(words: tuple[str, ...], lay_out: LayOut) -> None:
    with lay_out(KEPT) as place:
        ran = run(place, *words, "--today", "2001-01-01")
        assert (ran.code, ran.err) == (0, "")
        assert place.kept == KEPT
