"""Ladders that know no facts: the role is the level, and nothing is said of a role that is not shown."""

import pytest

from builders import small_grid
from pmpath.core.assessment import assess
from pmpath.core.grid import Cell, Grid
from pmpath.model.result import Count, Estimate


def without_facts(levels: int = 3) -> Grid:
    """Return the invented ladder without its fact."""
    small = small_grid(levels)
    cells: list[Cell] = [cell for cell in small.cells if not cell.is_fact]
    return Grid(levels=small.levels, cells=cells, rules=small.rules)


@pytest.mark.parametrize(("behind", "level"), [(0, "aspiring"), (1, "l1"), (2, "l2"), (3, "l3")])
def test_the_role_is_the_level(behind: int, level: str) -> None:
    grid = without_facts()
    answers = {cell.id: "lead-others" if cell.rank <= behind else "not-yet" for cell in grid.cells}
    result = assess(grid, answers)
    assert (result.role, result.level) == (level, level)
    assert result.at_role == (Count(3, 3) if behind else None)


def test_while_the_level_is_open_the_role_is_too() -> None:
    result = assess(without_facts(), {"b1.l1": "on-my-own"})
    assert (result.role, result.level, result.standing) == (None, None, None)
    assert result.estimate == Estimate(None, None)


def test_an_estimate_names_the_level_for_the_role() -> None:
    answers = {f"b{place}.l1": "on-my-own" for place in range(2)}
    assert assess(without_facts(), answers).estimate == Estimate("l1", "l1")


def test_one_level_is_enough() -> None:
    grid = without_facts(1)
    result = assess(grid, {cell.id: "on-my-own" for cell in grid.cells})
    assert (result.level, result.next_level, result.readiness, result.gaps) == ("l1", None, None, ())
