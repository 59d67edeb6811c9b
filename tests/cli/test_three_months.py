"""Three months of one person's use, replayed through the command line: what is said each time, and what the journal holds."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from syrupy.assertion import SnapshotAssertion

from builders import example_a
from cli.running import Home, Pmpath, write_sheet

MONTHS: Final[tuple[tuple[str, ...], ...]] = (
    ("--today", "2026-08-03", "assess", "--answers", "first.json"),
    ("--today", "2026-08-03", "plan", "--hours", "6", "--by", "2027-06-30"),
    ("--today", "2026-08-10", "plan", "checkin", "--moved", "scope"),
    ("--today", "2026-08-12", "plan", "done", "scope", "--step", "ask"),
    ("--today", "2026-08-17", "plan", "checkin", "--blocked", "influence=the new lead starts in September"),
    (
        *("--today", "2026-08-24", "evidence", "add", "Wrote the strategy page for search", "--shows", "strategy.senior-pm"),
        *("--result", "two bets funded, three stopped", "--who", "Ann, head of product", "--date", "2026-08-21"),
    ),
    ("--today", "2026-08-31", "plan", "checkin", "--moved", "strategy", "--evidence", "Search strategy read by both leads"),
    ("--today", "2026-09-07", "plan", "open", "influence"),
    ("--today", "2026-09-14", "plan", "checkin", "--moved", "influence"),
    (
        *("--today", "2026-09-28", "plan", "done", "strategy", "--answer", "on-my-own"),
        *("--evidence", "Took the strategy through planning", "--link", "https://wiki.example/strategy"),
    ),
    ("--today", "2026-10-05", "plan", "checkin", "--moved", "data"),
    ("--today", "2026-10-12", "plan", "note", "data", "the pricing team has the figures"),
    ("--today", "2026-10-19", "plan", "checkin", "--done", "data"),
    (
        *("--today", "2026-10-20", "evidence", "add", "Moved weekly retention of search", "--shows", "data.senior-pm"),
        *("--result", "from 31 to 36 percent", "--who", "Bo, data analyst"),
    ),
    ("--today", "2026-10-26", "plan"),
    (
        "--today",
        "2026-10-26",
    ),
    ("--today", "2026-11-02", "plan", "done", "scope", "--answer", "senior-pm"),
    ("--today", "2026-11-02", "assess", "--again", "--no-input", "--answer", "data.senior-pm=on-my-own"),
    ("--today", "2026-11-02", "history"),
    ("--today", "2026-11-02", "diff"),
    ("--today", "2026-11-02", "milestones", "mark", "team-number-moved", "--evidence", "4"),
    ("--today", "2026-11-02", "case", "--target", "senior-pm"),
    ("--today", "2026-11-02", "evidence", "list"),
    (
        "--today",
        "2026-11-02",
    ),
)
"""Every command line of the three months, in order; six of them are check-ins, two add evidence."""


@pytest.fixture
def months(pmpath: Pmpath, home: Home) -> list[str]:
    """Live through the three months; return what was said each time."""
    assert not home.journal.exists()
    said: list[str] = []
    for argv in MONTHS:
        ran = pmpath(*argv)
        assert (ran.code, ran.err) == (0, ""), argv
        said.append(f"$ pmpath {' '.join(argv)}\n{ran.out}")
    return said


@pytest.fixture(autouse=True)
def _sheet(tmp_path: Path) -> None:
    write_sheet(tmp_path / "first.json", example_a(), context={"hours_per_week": 5})


def test_what_is_said_in_three_months_is_this(months: list[str], snapshot: SnapshotAssertion) -> None:
    assert "\n".join(months) == snapshot


def test_every_line_of_the_journal_stands_where_it_was_written(months: list[str], home: Home) -> None:
    records = [json.loads(line) for line in home.journal.read_text("utf-8").splitlines()]
    assert len(months) == len(MONTHS)
    assert [record["seq"] for record in records] == list(range(1, len(records) + 1))
    assert kinds_of(records) == {"assessment": 2, "plan": 1, "checkin": 6, "step": 5, "evidence": 3, "milestone": 1}


def kinds_of(records: list[Mapping[str, str]]) -> dict[str, int]:
    kinds = [record["type"] for record in records]
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}


def test_the_second_assessment_is_higher_by_what_was_confirmed(months: list[str], pmpath: Pmpath) -> None:
    assert months
    moved = pmpath("diff", "--json").data["moved"]
    assert {one["question"]: (one["now"], one["with_evidence"], one["by_plan"]) for one in moved} == {
        "scope": ("senior-pm", False, True),
        "data.senior-pm": ("on-my-own", True, True),
        "strategy.senior-pm": ("on-my-own", True, True),
    }


def test_looking_writes_nothing(months: list[str], pmpath: Pmpath, home: Home) -> None:
    assert months
    before = (home.journal.read_bytes(), home.journal.stat().st_mtime_ns)
    looks = ("history", "diff", "case", "milestones", "evidence list", "evidence search strategy", "explain strategy.senior-pm")
    for words in (*looks, "data check"):
        assert pmpath(*words.split()).code == 0
    assert pmpath().code == 0
    assert (home.journal.read_bytes(), home.journal.stat().st_mtime_ns) == before


def test_a_plan_that_is_shown_once_more_is_not_kept_once_more(months: list[str], pmpath: Pmpath, home: Home) -> None:
    assert months
    pmpath("--today", "2026-11-02", "plan")
    once = home.journal.read_bytes()
    pmpath("--today", "2026-11-09", "plan")
    pmpath("--today", "2026-11-09", "plan", "--json")
    assert home.journal.read_bytes() == once
