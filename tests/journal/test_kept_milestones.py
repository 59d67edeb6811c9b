"""How far someone says to be with milestones, as it is kept."""

from pathlib import Path

import pytest

from journal.making import add, opened
from pmpath.journal.journal import Journal
from pmpath.journal.line import Type
from pmpath.journal.milestones import counts, mark


def test_where_nothing_was_said_there_are_no_counts() -> None:
    assert counts([]) == {}


@pytest.mark.parametrize("count", [0, 1, 2.5, 400])
def test_what_was_said_comes_back(count: float, tmp_path: Path) -> None:
    journal = opened(tmp_path)
    mark(journal, "talks", count)
    assert counts(opened(tmp_path).records()) == {"talks": count}


def test_the_last_word_counts_even_where_it_is_less(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for count in (1, 3, 0):
        mark(journal, "talks", count)
    assert counts(journal.records()) == {"talks": 0}


def test_milestones_are_kept_apart_and_other_records_passed_over(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    mark(journal, "talks", 1)
    add(journal, "a draft")
    mark(journal, "talks-more", 2)
    assert counts(journal.records()) == {"talks": 1, "talks-more": 2}


def test_the_last_word_is_last_by_its_number_and_not_by_its_date(tmp_path: Path) -> None:
    times = iter(["9999-12-31T00:00:00Z", "2020-01-01T00:00:00Z"])
    journal = Journal(tmp_path, lambda: next(times))
    mark(journal, "talks", 1)
    mark(journal, "talks", 2)
    assert counts(journal.records()) == {"talks": 2}


def test_marking_returns_the_record_that_was_written(tmp_path: Path) -> None:
    written = mark(opened(tmp_path), "talks", 1)
    assert (written.seq, written.type) == (1, Type.MILESTONE)
