"""Which question is next, and why. The order is the order in which placement reads the answers; nothing else decides it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from pmpath.core.grid import Grid, State, States
from pmpath.core.placement import AnswerNeededError, Bounds, bounds, level_rank
from pmpath.model.answer import Answers

HOLES_UNTIL = 20
"""Holes at the present level are asked while fewer questions than this were asked."""


class Reason(StrEnum):
    """Why a question is asked."""

    PLACES = "places"
    COMPLETES_LIST = "completes-list"
    FILLS_HOLE = "fills-hole"
    WANTED_ALL = "wanted-all"


class Depth(StrEnum):
    """How far an interview goes: the level only, the gap list and the holes too, or every question."""

    QUICK = "quick"
    STANDARD = "standard"
    FULL = "full"


class Question(NamedTuple):
    """A question to ask: the answer's id, why, and the rank of the level that it is about."""

    id: str
    reason: Reason
    rank: int


class Inference(NamedTuple):
    """States with what may be concluded without asking, and the index of the cell that each conclusion rests on.

    Figures that are shown use these states; placement never does.
    """

    states: tuple[State, ...]
    basis: Mapping[int, int]


def infer(grid: Grid, states: States, level: int) -> Inference:
    """Fill in what need not be asked.

    A cell above the next level whose nearest answered neighbor below, in the same competency, is unmet counts as unmet. A
    cell of the present level whose competency is met one level up counts as met.
    """
    basis: dict[int, int] = {}
    filled = list(states)
    for competency in grid.threads:
        for place, i in enumerate(competency):
            if states[i] is not None:
                continue
            rank = grid.cells[i].rank
            below = next((j for j in reversed(competency[:place]) if states[j] is not None), None)
            if below is not None and not states[below] and rank > level + 1:
                basis[i], filled[i] = below, False
            above = competency[place + 1] if place + 1 < len(competency) else None
            if above is not None and rank == level and states[above] and grid.cells[above].rank == level + 1:
                basis[i], filled[i] = above, True
    return Inference(tuple(filled), basis)


def next_needed(grid: Grid, states: States) -> int | None:
    """Return the index of the cell that placement needs next; None when role and level are known."""
    try:
        level_rank(grid, states)
    except AnswerNeededError as needed:
        return needed.index
    return None


def goal_rank(grid: Grid, level: int | None, target: int | None) -> int | None:
    """Return the rank that gaps and readiness are about: the target, else the level above; None where there is none."""
    if target is not None:
        return target
    return level + 1 if level is not None and level < grid.top else None


def open_questions(grid: Grid, states: States, target: int | None = None) -> Iterator[Question]:
    """Yield what is still worth asking, the question that placement needs next first, each id once."""
    seen: set[str] = set()
    for reason, i in _open_cells(grid, states, target):
        question = grid.cells[i].question
        if question not in seen:
            seen.add(question)
            yield Question(question, reason, grid.cells[i].rank)


def _open_cells(grid: Grid, states: States, target: int | None) -> Iterator[tuple[Reason, int]]:
    reach = bounds(grid, states)
    needed = next_needed(grid, states)
    if needed is not None:
        yield Reason.PLACES, needed
        for i in _placing_cells(grid, states, reach):
            yield Reason.PLACES, i
    level = reach.level
    goal = goal_rank(grid, level, target)
    known = infer(grid, states, level).states if level is not None else states
    for i in grid.rows[goal or 0]:
        if known[i] is None:
            yield Reason.COMPLETES_LIST, i
    for i in grid.rows[level or 0]:
        if known[i] is None:
            yield Reason.FILLS_HOLE, i


def _placing_cells(grid: Grid, states: States, reach: Bounds) -> Iterator[int]:
    """While the role is open, its facts and then the levels from the bottom; after that the levels from the top down."""
    ranks = range(reach.level_high, reach.level_low, -1)
    if reach.role is None:
        yield from (i for row in grid.must_haves for i in row if states[i] is None)
        ranks = range(reach.level_low + 1, reach.level_high + 1)
    for rank in ranks:
        yield from (i for i in grid.rows[rank] if states[i] is None)


def next_question(grid: Grid, answers: Answers, *, depth: Depth, target: int | None, asked: int) -> Question | None:
    """Return the question to ask now; None when the interview of this depth is complete."""
    states = grid.states(answers)
    question = next(open_questions(grid, states, target), None)
    if question is not None and question.reason is Reason.PLACES:
        return question
    if depth is Depth.QUICK:
        return None
    if question is not None and (question.reason is not Reason.FILLS_HOLE or asked < HOLES_UNTIL):
        return question
    return _first_unasked(grid, states) if depth is Depth.FULL else None


def _first_unasked(grid: Grid, states: States) -> Question | None:
    return next(
        (Question(cell.question, Reason.WANTED_ALL, cell.rank) for i, cell in enumerate(grid.cells) if states[i] is None),
        None,
    )


def expected_total(grid: Grid, answers: Answers, *, depth: Depth, target: int | None, asked: int) -> int:
    """Say about how many questions the interview takes in all, as if the middle statement or a solid yes came each time."""
    supposed = dict(answers)
    count = asked
    while question := next_question(grid, supposed, depth=depth, target=target, asked=count):
        choices = grid.choices[question.id]
        supposed[question.id] = choices[len(choices) // 2] if choices[0] == "none" else "on-my-own"
        count += 1
    return count
