"""The small table that the core computes on: which cell belongs to which level and competency.

A cell is an expectation without its words. States of cells are tri-state: met, unmet, or None for unknown.
"""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from pmpath.model.answer import NONE, RANKS, WITH_HELP, Answers
from pmpath.model.setting import Rule, Setting, counted_less

State = bool | None
States = Sequence[State]
_ALIKE: Final[Mapping[str, Rule]] = MappingProxyType({})


class Cell(NamedTuple):
    """An expectation as figures and ids.

    `question` is the id of the answer that settles it: the competency for a fact, the cell itself for a behavior.
    `rank` counts levels from 1. `need` is the lowest answer rank that meets a behavior, the level rank for a fact.
    """

    id: str
    question: str
    competency: str
    rank: int
    is_fact: bool
    must_have: bool
    core: bool
    hours: int
    lead_weeks: int
    need: int


class Share(NamedTuple):
    """A share of a count, rounded up: `of_count(10)` of 2 over 3 is 7."""

    over: int
    of: int

    def of_count(self, count: int) -> int:
        """Return the smallest whole number that is at least this share of `count`."""
        return -(-count * self.over // self.of)


class Rules(NamedTuple):
    """The thresholds of placement, see `Ladder.rules`."""

    hold: Share
    strong: Share
    ready: Share
    estimate_from: int


class Grid:
    """The ladder as cells, rows and thresholds. Row `r` holds the cell indexes of level rank `r`; row 0 is empty.

    `facts` holds the cells of each fact, `behaviors` the ids of all other cells, top level first. `helped` says of each cell
    whether an answer without evidence still meets it: help is enough, or it is a fact.
    """

    __slots__ = (
        "_verdicts",
        "behavior_rows",
        "behaviors",
        "cells",
        "choices",
        "fact_ranks",
        "fact_rows",
        "facts",
        "helped",
        "hold",
        "index",
        "levels",
        "must_haves",
        "others",
        "rows",
        "rules",
        "settings",
        "threads",
    )

    def __init__(
        self, *, levels: Sequence[str], cells: Sequence[Cell], rules: Rules, settings: Mapping[str, Rule] = _ALIKE
    ) -> None:
        """Sort out the cells, which come level by level in the order of the ladder; `settings` say what counts less where."""
        ranks = range(len(levels) + 1)
        self.levels = tuple(levels)
        self.cells = tuple(cells)
        self.rules = rules
        self.settings = dict(settings)
        self.index = {cell.id: i for i, cell in enumerate(self.cells)}
        self.rows = tuple(tuple(i for i, c in enumerate(self.cells) if c.rank == rank) for rank in ranks)
        self.must_haves = tuple(tuple(i for i in row if self.cells[i].must_have) for row in self.rows)
        self.others = tuple(tuple(i for i in row if not self.cells[i].must_have) for row in self.rows)
        self.fact_rows = tuple(tuple(i for i in row if self.cells[i].is_fact) for row in self.rows)
        self.behavior_rows = tuple(tuple(i for i in row if not self.cells[i].is_fact) for row in self.rows)
        self.hold = tuple(rules.hold.of_count(len(row)) for row in self.rows)
        self.fact_ranks = {NONE: 0} | {level: rank for rank, level in enumerate(self.levels, start=1)}
        self.choices = self._choices()
        self.threads = self._threads()
        self.facts = self._facts()
        self.behaviors = tuple(self.cells[i].id for row in reversed(self.behavior_rows) for i in row)
        self.helped = tuple(cell.is_fact or cell.need <= RANKS[WITH_HELP] for cell in self.cells)
        self._verdicts = tuple((cell.question, self._verdict(cell)) for cell in self.cells)

    def _choices(self) -> dict[str, tuple[str, ...]]:
        choices: dict[str, tuple[str, ...]] = {}
        for cell in self.cells:
            if cell.is_fact:
                known = choices.get(cell.question, (NONE,))
                choices[cell.question] = (*known, self.levels[cell.rank - 1])
            else:
                choices[cell.question] = tuple(RANKS)
        return choices

    def _threads(self) -> tuple[tuple[int, ...], ...]:
        """Return the cells of each competency, lowest level first."""
        threads: dict[str, list[int]] = {}
        for i, cell in enumerate(self.cells):
            threads.setdefault(cell.competency, []).append(i)
        return tuple(map(tuple, threads.values()))

    def _facts(self) -> dict[str, tuple[int, ...]]:
        """Return the cells of each fact, in the order of the ladder."""
        facts: dict[str, tuple[int, ...]] = {}
        for i, cell in enumerate(self.cells):
            if cell.is_fact:
                facts[cell.question] = (*facts.get(cell.question, ()), i)
        return facts

    def _verdict(self, cell: Cell) -> dict[str | None, bool]:
        """Say of every answer to a cell's question whether it meets the cell."""
        ranks = self.fact_ranks if cell.is_fact else RANKS
        return {word: ranks[word] >= cell.need for word in self.choices[cell.question]}

    @property
    def top(self) -> int:
        """The rank of the highest level."""
        return len(self.levels)

    def rank_of(self, level: str) -> int:
        """Return the rank of a level id, counted from 1; 0 for anything that is no level."""
        return self.fact_ranks.get(level, 0)

    def counts_less(self, setting: Setting) -> Collection[str]:
        """Return the competencies that come later in the order of work of a setting."""
        return counted_less(self.settings, setting)

    def states(self, answers: Answers) -> list[State]:
        """Say of every cell whether the answers meet it; None where they are silent."""
        return [met.get(answers.get(question)) for question, met in self._verdicts]


def worst(states: States) -> list[bool]:
    """Complete the states with every unknown unmet."""
    return [state is True for state in states]


def best(states: States) -> list[bool]:
    """Complete the states with every unknown met."""
    return [state is not False for state in states]


def count_met(states: States, indexes: Sequence[int]) -> int:
    """Count the cells that are known to be met."""
    return [states[i] for i in indexes].count(True)


def count_unknown(states: States, indexes: Sequence[int]) -> int:
    """Count the cells of which nothing is known."""
    return [states[i] for i in indexes].count(None)
