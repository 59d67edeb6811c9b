"""A placement in short says what an assessment says, and what is missing in the order of the ladder."""

import pytest
from hypothesis import given

from builders import Answers, bottom, example_a, example_d, grid, small_grid, top
from core.reference import SMALL_LADDERS, every_partial_sheet
from pmpath.core.assessment import assess
from pmpath.core.grid import Grid
from pmpath.core.placing import goal_of, place
from pmpath.model.result import LevelRange, Placement, Readiness
from strategies import full_sheets, levels, partial_sheets

SHARED = ("role", "level", "standing", "level_range", "complete", "next_level", "target", "readiness")


def placed(answers: Answers, target: str | None = None, of: Grid | None = None) -> Placement:
    ladder = of or grid()
    return place(ladder, ladder.states(answers), target)


def agrees(answers: Answers, target: str | None = None, of: Grid | None = None) -> bool:
    """Say whether an assessment says the same, with its gaps in another order."""
    ladder = of or grid()
    short, whole = placed(answers, target, ladder), assess(ladder, answers, target=target)
    same = all(getattr(short, name) == getattr(whole, name) for name in SHARED)
    return same and sorted(short.missing) == sorted(gap.id for gap in whole.gaps)


@given(full_sheets())
def test_a_full_sheet_is_placed_as_it_is_assessed(answers: Answers) -> None:
    assert agrees(answers)


@given(partial_sheets(), levels())
def test_a_partial_sheet_is_placed_as_it_is_assessed_with_a_target_or_without(answers: Answers, target: str) -> None:
    assert agrees(answers)
    assert agrees(answers, target)


@pytest.mark.parametrize("of", SMALL_LADDERS[:2], ids=["2x3", "3x2"])
def test_every_sheet_of_a_small_ladder_is_placed_as_it_is_assessed(of: Grid) -> None:
    assert [answers for answers in every_partial_sheet(of) if not agrees(answers, of=of)] == []


def test_what_is_missing_stands_in_the_order_of_the_ladder() -> None:
    missing = placed(example_d()).missing
    assert len(missing) > 1
    assert list(missing) == [cell.id for cell in grid().cells if cell.id in missing]


def test_a_worked_example_is_placed_as_it_was_worked_out() -> None:
    missing = ("scope.senior-pm", "data.senior-pm", "strategy.senior-pm", "business.senior-pm", "influence.senior-pm")
    found = placed(example_a())
    assert (found.role, found.level, found.next_level, found.complete) == ("pm", "pm", "senior-pm", True)
    assert set(missing) <= set(found.missing)
    assert found.readiness is not None
    assert found.readiness.must_haves_missing == ("scope.senior-pm",)


def test_nothing_is_missing_above_the_top() -> None:
    found = placed(top())
    assert (found.level, found.next_level, found.readiness, found.missing, found.complete) == ("cpo", None, None, (), True)


def test_below_the_ladder_the_first_level_is_next() -> None:
    found = placed(bottom(small_grid()), of=small_grid())
    assert (found.role, found.level, found.next_level, found.standing) == ("aspiring", "aspiring", "l1", None)
    assert found.readiness == Readiness(0, 2, 3, ready=False, must_haves_missing=("reach.l1",))


def test_an_empty_sheet_is_open() -> None:
    found = placed({})
    assert found == Placement(None, None, None, LevelRange("aspiring", "cpo"), False, None, None, None, ())  # noqa: FBT003 - a record


@pytest.mark.parametrize(
    ("level", "target", "goal"),
    [(None, None, 0), (0, None, 1), (3, None, 4), (7, None, 0), (3, "cpo", 7), (None, "vp", 6), (7, "apm", 1)],
)
def test_the_goal_is_the_target_or_else_the_next_level(level: int | None, target: str | None, goal: int) -> None:
    assert goal_of(grid(), level, target) == goal
