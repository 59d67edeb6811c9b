"""Which question is next, and why. The order is the order in which placement reads the answers; nothing else decides it."""

from collections.abc import Iterator

from pmpath.core.course import Course, Depth, Heard, Question, Reason
from pmpath.core.grid import Grid
from pmpath.core.inference import infer
from pmpath.core.placement import AnswerNeededError, Bounds, bounds, level_rank
from pmpath.core.states import States, indexes_of
from pmpath.model.answer import NONE, ON_MY_OWN

HOLES_UNTIL = 20
"""Holes at the present level are asked while fewer questions than this were asked."""


def next_needed(grid: Grid, states: States) -> int | None:
    """Return the index of the cell that placement needs next; None when role and level are known."""
    try:
        level_rank(grid, states)
    except AnswerNeededError as needed:
        return needed.index
    return None


def goal_rank(grid: Grid, level: int | None, target: int | None) -> int:
    """Return the rank that gaps and readiness are about: the target, else the level above; 0 where there is none."""
    if target is not None:
        return target
    return level + 1 if level is not None and level < grid.top else 0


def open_questions(grid: Grid, states: States, target: int | None = None) -> Iterator[Question]:
    """Yield what is still worth asking, the question that placement needs next first, each id once."""
    if not states.unknown:
        return
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
        yield from ((Reason.PLACES, i) for i in _placing_cells(grid, states, reach))
    known = infer(grid, states, reach.level).states
    goal = goal_rank(grid, reach.level, target)
    yield from ((Reason.COMPLETES_LIST, i) for i in _unknown(grid, known, goal))
    yield from ((Reason.FILLS_HOLE, i) for i in _unknown(grid, known, reach.level or 0))


def _unknown(grid: Grid, states: States, rank: int) -> Iterator[int]:
    return indexes_of(states.unknown & grid.rows[rank].bits)


def _placing_cells(grid: Grid, states: States, reach: Bounds) -> Iterator[int]:
    """While the role is open, its facts and then the levels from the bottom; after that the levels from the top down."""
    ranks = range(reach.level_high, reach.level_low, -1)
    if reach.role is None:
        yield from indexes_of(states.unknown & grid.all_must_haves.bits)
        ranks = range(reach.level_low + 1, reach.level_high + 1)
    for rank in ranks:
        yield from _unknown(grid, states, rank)


def next_question(grid: Grid, course: Course, heard: Heard) -> Question | None:
    """Return the question to ask now, what is asked again before all else; None when the interview is complete."""
    if course.again or course.ends_there:
        return next(iter(course.again), None)
    states = grid.states(heard.answers)
    still_open = (one for one in open_questions(grid, states, course.target) if one.id not in heard.skipped)
    question = next(still_open, None)
    if question is not None and _belongs(question.reason, course.depth, heard):
        return question
    return _first_unasked(grid, states, heard.skipped) if course.depth is Depth.FULL else None


def _belongs(reason: Reason, depth: Depth, heard: Heard) -> bool:
    """Say whether a question for this reason is part of an interview of this depth.

    Placement asks for all that it needs. Where a question it needs was skipped it could go on through the whole ladder
    without ever settling, so it then ends where the holes do.
    """
    if reason is Reason.PLACES:
        return not heard.skipped - heard.answers.keys() or heard.asked < HOLES_UNTIL
    return depth is not Depth.QUICK and (reason is Reason.COMPLETES_LIST or heard.asked < HOLES_UNTIL)


def _first_unasked(grid: Grid, states: States, skipped: frozenset[str]) -> Question | None:
    unknown = (grid.cells[i] for i in indexes_of(states.unknown))
    cell = next((cell for cell in unknown if cell.question not in skipped), None)
    return Question(cell.question, Reason.WANTED_ALL, cell.rank) if cell else None


def expected_total(grid: Grid, course: Course, heard: Heard) -> int:
    """Say about how many questions the interview takes in all, as if the middle statement or a solid yes came each time."""
    supposed = {**{one.id: _supposed(grid, one.id) for one in course.again}, **heard.answers}
    count = heard.asked + len(course.again)
    course = course._replace(again=())
    while question := next_question(grid, course, Heard(supposed, count, heard.skipped)):
        supposed[question.id] = _supposed(grid, question.id)
        count += 1
    return count


def _supposed(grid: Grid, question: str) -> str:
    choices = grid.choices[question]
    return choices[len(choices) // 2] if choices[0] == NONE else ON_MY_OWN
