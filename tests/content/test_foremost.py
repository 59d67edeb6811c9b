"""Of a file no more problems are said than one can mend at a time, in order; the last one says that there are more."""

from itertools import count
from operator import attrgetter

import pytest

from pmpath.content.bounds import MAX_PROBLEMS
from pmpath.content.foremost import cut_off, foremost
from pmpath.errors import Problem


def problem(line: int) -> Problem:
    return Problem("a.yaml", line, 1, "x", "is wrong", "do this")


@pytest.mark.parametrize("many", [0, 1, MAX_PROBLEMS])
def test_few_are_all_said(many: int) -> None:
    found = [problem(line) for line in range(many)]
    assert (foremost(found), cut_off(found)) == (found, found)


def test_they_stand_in_the_order_of_their_places() -> None:
    found = [problem(3), problem(1)._replace(line=None), problem(2)]
    assert list(map(attrgetter("line"), foremost(found))) == [None, 2, 3]


def test_of_many_the_last_says_where_the_rest_begins() -> None:
    *shown, last = foremost(problem(line) for line in count(1))
    assert shown == [problem(line) for line in range(1, MAX_PROBLEMS)]
    assert last == Problem("a.yaml", MAX_PROBLEMS, 1, "", "there are more problems from here on", "mend those above first")
