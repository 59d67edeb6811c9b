"""Keeps what is said of a file to what one can mend at a time, however much is wrong with it."""

from collections.abc import Iterable
from itertools import islice

from pmpath.content.bounds import MAX_PROBLEMS
from pmpath.errors import Problem


def foremost(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in the order of their places, no more than one can mend; where there are more, the last says so."""
    return cut_off(sorted(islice(problems, MAX_PROBLEMS + 1), key=lambda problem: (problem.line or 0, problem.column or 0)))


def cut_off(problems: list[Problem]) -> list[Problem]:
    """Return problems, no more than one can mend; where there are more, the last says so in the place of the first left out."""
    if len(problems) <= MAX_PROBLEMS:
        return problems
    *shown, last = problems[:MAX_PROBLEMS]
    return [*shown, last._replace(path="", message="there are more problems from here on", hint="mend those above first")]
