"""The small table that the core computes on: which cell belongs to which level and competency.

A cell is an expectation without its words. Cells are counted by sets of bits, cell 0 in the lowest.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from pmpath.core.states import Row, States, bits_of
from pmpath.model.answer import NONE, RANKS, WITH_HELP, Answers
from pmpath.model.setting import Rule, Setting, counted_less

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

    `facts` holds the cells of each fact, `behaviors` the ids of all other cells, top level first. `helped` holds the cells that
    an answer without evidence still meets: help is enough, or it is a fact. `hold`, `strong` and `ready` count, level by
    level, what has to be met for it. `marks` holds for every answer to every question the bits of the cells that it meets, and
    above these the bits of all that it settles; None is an answer that settles none.
    """

    __slots__ = (
        "_named",
        "_whole",
        "all_must_haves",
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
        "marks",
        "must_haves",
        "names",
        "others",
        "ready",
        "rows",
        "rules",
        "settings",
        "strong",
        "threads",
    )

    def __init__(
        self, *, levels: Sequence[str], cells: Sequence[Cell], rules: Rules, settings: Mapping[str, Rule] = _ALIKE
    ) -> None:
        """Sort out the cells, which come level by level in the order of the ladder; `settings` say what counts less where."""
        ranks = range(len(levels) + 1)
        self.levels = tuple(levels)
        self.names = ("aspiring", *levels)
        self.cells = tuple(cells)
        self.rules = rules
        self.settings = dict(settings)
        self.index = {cell.id: i for i, cell in enumerate(self.cells)}
        self.rows = tuple(Row(i for i, c in enumerate(self.cells) if c.rank == rank) for rank in ranks)
        self.must_haves = tuple(Row(i for i in row if self.cells[i].must_have) for row in self.rows)
        self.all_must_haves = Row(i for i, c in enumerate(self.cells) if c.must_have)
        self.others = tuple(Row(i for i in row if not self.cells[i].must_have) for row in self.rows)
        self.fact_rows = tuple(Row(i for i in row if self.cells[i].is_fact) for row in self.rows)
        self.behavior_rows = tuple(Row(i for i in row if not self.cells[i].is_fact) for row in self.rows)
        self.hold = tuple(rules.hold.of_count(len(row)) for row in self.rows)
        self.strong = tuple(rules.strong.of_count(len(row)) for row in self.rows)
        self.ready = tuple(rules.ready.of_count(len(row)) for row in self.others)
        self.fact_ranks = {NONE: 0} | {level: rank for rank, level in enumerate(self.levels, start=1)}
        self.choices = self._choices()
        self.threads = self._threads()
        self.facts = {one.question: Row(thread) for thread in self.threads if (one := self.cells[thread[0]]).is_fact}
        self.behaviors = tuple(self.cells[i].id for row in reversed(self.behavior_rows) for i in row)
        self.helped = Row(i for i, c in enumerate(self.cells) if c.is_fact or c.need <= RANKS[WITH_HELP])
        self._named = tuple(tuple((1 << i, self.cells[i].id) for i in row) for row in self.rows)
        self.marks = dict(self._each_mark())
        self._whole = bits_of(range(len(self.cells)))

    def _choices(self) -> dict[str, tuple[str, ...]]:
        choices: dict[str, tuple[str, ...]] = {}
        for cell in self.cells:
            if cell.is_fact:
                known = choices.get(cell.question, (NONE,))
                choices[cell.question] = (*known, self.levels[cell.rank - 1])
            else:
                choices[cell.question] = tuple(RANKS)
        return choices

    def _threads(self) -> tuple[Row, ...]:
        """Return the cells of each competency, lowest level first."""
        threads: dict[str, list[int]] = {}
        for i, cell in enumerate(self.cells):
            threads.setdefault(cell.competency, []).append(i)
        return tuple(map(Row, threads.values()))

    def _each_mark(self) -> Iterator[tuple[tuple[str, str | None], int]]:
        settled: dict[str, list[int]] = {question: [] for question in self.choices}
        for i, cell in enumerate(self.cells):
            settled[cell.question].append(i)
        for question, choices in self.choices.items():
            ranks = self.fact_ranks if question in self.facts else RANKS
            known = bits_of(settled[question]) << len(self.cells)
            yield (question, None), 0
            for word in choices:
                yield (question, word), known | bits_of(i for i in settled[question] if ranks[word] >= self.cells[i].need)

    @property
    def top(self) -> int:
        """The rank of the highest level."""
        return len(self.levels)

    def rank_of(self, level: str) -> int:
        """Return the rank of a level id, counted from 1; 0 for anything that is no level."""
        return self.fact_ranks.get(level, 0)

    def ids_at(self, rank: int, bits: int) -> tuple[str, ...]:
        """Return the ids of the cells of a level that are in a set of bits, in the order of the ladder."""
        return tuple([name for bit, name in self._named[rank] if bits & bit])

    def counts_less(self, setting: Setting) -> Collection[str]:
        """Return the competencies that come later in the order of work of a setting."""
        return counted_less(self.settings, setting)

    def states(self, answers: Answers) -> States:
        """Say of every cell whether the answers meet it. What is no answer of the grid leaves its cells unknown."""
        return self.states_of(sum(self.marks.get(one, 0) for one in answers.items()))

    def states_of_known(self, answers: Mapping[str, object]) -> States:
        """Return the same of answers of the grid, of which any may be None; raise `KeyError` or `TypeError` for others."""
        return self.states_of(sum(map(self.marks.__getitem__, answers.items())))  # type: ignore[arg-type] # it is looked up

    def states_of(self, marks: int) -> States:
        """Return the states that the marks of different questions add up to."""
        size = len(self.cells)
        return States(marks & self._whole, self._whole & ~(marks >> size), size)
