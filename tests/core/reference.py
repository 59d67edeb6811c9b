"""The rules of placement once more, plain and slow, and ladders small enough to try every sheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations, product

from builders import Answers, grid, small_grid
from pmpath.core.grid import Cell, Grid, Rules, Share

Place = tuple[int, int]
"""The ranks of role and level."""

MET = ("on-my-own", "lead-others")
TIGHT_RULES = Rules(hold=Share(1, 2), strong=Share(2, 3), ready=Share(2, 3), estimate_from=2)


def is_met(of: Grid, cell: Cell, word: str) -> bool:
    """Say whether an answer meets an expectation; at the first level help is enough."""
    if cell.is_fact:
        return word != "none" and of.levels.index(word) + 1 >= cell.rank
    return word in MET or (word == "with-help" and cell.rank == 1)


def met_at(of: Grid, answers: Mapping[str, str], rank: int) -> list[str]:
    """Return the expectations of a level that are met."""
    return [cell.id for cell in of.cells if cell.rank == rank and is_met(of, cell, answers[cell.question])]


def size_of(of: Grid, rank: int) -> int:
    """Return how many expectations a level has."""
    return sum(1 for cell in of.cells if cell.rank == rank)


def place(answers: Mapping[str, str], of: Grid | None = None) -> Place:
    """Return role and level of a full sheet by the letter of the rules."""
    ladder = of or grid()
    blocked = [c.rank for c in ladder.cells if c.must_have and not is_met(ladder, c, answers[c.question])]
    role = min(blocked, default=len(ladder.levels) + 1) - 1
    held = [rank for rank in range(1, role + 1) if 2 * len(met_at(ladder, answers, rank)) >= size_of(ladder, rank)]
    return role, max(held, default=0)


def ends(of: Grid, question: str) -> tuple[str, ...]:
    """Return the answers to a question that differ for placement; a behavior is either not met or met."""
    choices = of.choices[question]
    return choices if choices[0] == "none" else ("not-yet", "on-my-own")


def every_sheet(of: Grid) -> Iterator[Answers]:
    """Yield every full sheet of a small ladder."""
    for words in product(*(ends(of, question) for question in of.choices)):
        yield dict(zip(of.choices, words, strict=True))


def every_partial_sheet(of: Grid) -> Iterator[Answers]:
    """Yield every sheet of a small ladder, absent answers included."""
    for words in product(*(("", *ends(of, question)) for question in of.choices)):
        yield {question: word for question, word in zip(of.choices, words, strict=True) if word}


@cache
def _places(of: Grid) -> dict[tuple[str, ...], Place]:
    return {tuple(answers.values()): place(answers, of) for answers in every_sheet(of)}


def outcomes(of: Grid, answers: Mapping[str, str]) -> set[Place]:
    """Return role and level of every completion of a sheet of a small ladder."""
    places = _places(of)
    options = ((answers[question],) if question in answers else ends(of, question) for question in of.choices)
    return {places[words] for words in product(*options)}


def fewest(of: Grid, answers: Answers, changed: Mapping[str, str], *, reached: Callable[[int], bool]) -> int | None:
    """Return how few of the changes bring a full sheet to a level that counts as reached; None where all of them do not."""
    places = _places(of)
    open_to_change = [question for question, word in changed.items() if answers[question] != word]
    for size in range(len(open_to_change) + 1):
        for chosen in combinations(open_to_change, size):
            words = (changed[question] if question in chosen else answers[question] for question in of.choices)
            if reached(places[tuple(words)][1]):
                return size
    return None


def met_by(of: Grid, expectations: Iterable[str]) -> Answers:
    """Return the answers that meet the expectations."""
    cells = {cell.id: cell for cell in of.cells}
    wanted = (cells[name] for name in expectations)
    return {cell.question: of.levels[cell.rank - 1] if cell.is_fact else "on-my-own" for cell in wanted}


def _cell(name: str, rank: int, *, must_have: bool | None = None, hours: int = 4) -> Cell:
    is_fact = must_have is not None
    return Cell(
        id=f"{name}.l{rank}",
        question=name if is_fact else f"{name}.l{rank}",
        competency=name,
        rank=rank,
        is_fact=is_fact,
        must_have=bool(must_have),
        core=name == "b0",
        hours=hours,
        lead_weeks=2,
        need=rank if is_fact else 1 if rank == 1 else 2,
    )


@cache
def two_fact_grid() -> Grid:
    """Return three levels with two behaviors, a fact that is a must-have everywhere and one that is so from l3 up only."""
    cells = [
        *(_cell("reach", 1, must_have=True), _cell("b0", 1), _cell("b1", 1)),
        *(_cell("reach", 2, must_have=True), _cell("team", 2, must_have=False), _cell("b0", 2), _cell("b1", 2)),
        *(_cell("reach", 3, must_have=True), _cell("team", 3, must_have=True), _cell("b0", 3), _cell("b1", 3)),
    ]
    return Grid(levels=("l1", "l2", "l3"), cells=cells, rules=TIGHT_RULES)


SMALL_LADDERS = (small_grid(2, 3), small_grid(3, 2), two_fact_grid())
