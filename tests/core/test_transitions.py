"""The path from another job into a first product role."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import BEHAVIORS, PM_BEHAVIORS, Answers, at, grid, library, sheet
from pmpath.core.transitions import Path, PathStep, schedule, transition
from pmpath.model.route import ScheduledStep, Transition, TransitionGap
from strategies import partial_sheets

OWN = "on-my-own"
STEPS = (
    PathStep("watch", 6, None),
    PathStep("write", 12, "apm"),
    PathStep("lead", 24, "pm"),
    PathStep("ask", 3, None),
)
PATH = Path("engineer", ("discovery.apm", "business.apm", "strategy.pm"), STEPS)


def laid(answers: Answers | None = None, *, to: str = "apm", hours: float = 5.0, path: Path = PATH) -> Transition:
    return transition(grid(), path, answers or {}, to=to, hours_per_week=hours)


def weeks(hours: list[int], a_week: float) -> list[tuple[int, int]]:
    steps = [PathStep(str(place), each, None) for place, each in enumerate(hours)]
    return [(step.first_week, step.last_week) for step in schedule(steps, a_week)]


@pytest.mark.parametrize(
    ("hours", "a_week", "expected"),
    [
        ([], 4, []),
        ([3], 5, [(1, 1)]),
        ([4], 5, [(1, 2)]),
        ([3, 3], 5, [(1, 1), (2, 2)]),
        ([2, 2], 5, [(1, 1), (1, 2)]),
        ([1, 1, 1, 1], 5, [(1, 1), (1, 1), (1, 1), (2, 2)]),
        ([9, 1], 5, [(1, 3), (4, 4)]),
        ([6], 4, [(1, 3)]),
        ([12, 12], 4, [(1, 5), (6, 10)]),
        ([40], 40, [(1, 2)]),
        ([24, 24], 40, [(1, 1), (2, 2)]),
        ([6, 6, 6], 10, [(1, 1), (2, 2), (3, 3)]),
        ([48], 80, [(1, 1)]),
        ([1], 0.5, [(1, 4)]),
        ([3], 2.5, [(1, 2)]),
    ],
)
def test_steps_follow_each_other_in_weeks_of_three_fifths_of_the_hours(
    hours: list[int], a_week: float, expected: list[tuple[int, int]]
) -> None:
    assert weeks(hours, a_week) == expected


def test_hours_that_are_no_exact_binary_fraction_fill_a_week_exactly() -> None:
    assert weeks([3, 3], 5.0) == weeks([3, 3], 5) == [(1, 1), (2, 2)]
    assert weeks([21], 3.5) == [(1, 10)]
    assert weeks([6], 0.1) == [(1, 100)]
    assert weeks([9], 0.3) == [(1, 50)]


@pytest.mark.parametrize("a_week", [0.004, 0.001, 1e-6])
def test_even_the_fewest_hours_that_a_sheet_may_give_lay_out_a_path(a_week: float) -> None:
    found = weeks([3], a_week)
    assert found[0][0] == 1
    assert found[0][1] >= 3 / (0.6 * a_week) - 1


@given(st.lists(st.integers(1, 40), max_size=12), st.integers(1, 80))
def test_the_plan_never_counts_on_more_than_three_fifths_of_the_hours(hours: list[int], a_week: int) -> None:
    spent = 0
    for each, (_, last) in zip(hours, weeks(hours, a_week), strict=True):
        spent += each
        assert 5 * spent <= 3 * a_week * last
        assert 5 * spent > 3 * a_week * (last - 1)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=12), st.integers(1, 80))
def test_steps_never_overlap_by_more_than_a_week_and_never_leave_one_empty(hours: list[int], a_week: int) -> None:
    found = weeks(hours, a_week)
    assert found[0][0] == 1
    assert all(first <= last for first, last in found)
    assert all(following[0] - step[1] in (0, 1) for step, following in pairwise(found))


@given(st.lists(st.integers(1, 40), min_size=1, max_size=12), st.integers(1, 79))
def test_more_hours_a_week_never_take_longer(hours: list[int], a_week: int) -> None:
    assert weeks(hours, a_week + 1)[-1][1] <= weeks(hours, a_week)[-1][1]


def test_a_step_for_one_level_only_is_left_out_of_the_path_to_another() -> None:
    assert [step.id for step in laid(to="apm").steps] == ["watch", "write", "ask"]
    assert [step.id for step in laid(to="pm").steps] == ["watch", "lead", "ask"]


def test_the_path_says_its_background_level_hours_and_weeks() -> None:
    result = laid(to="apm", hours=5.0)
    assert (result.background, result.to, result.hours_per_week) == ("engineer", "apm", 5.0)
    assert result.steps == (ScheduledStep("watch", 1, 2), ScheduledStep("write", 3, 6), ScheduledStep("ask", 7, 7))
    assert result.weeks == 7


def test_a_path_without_steps_takes_no_weeks() -> None:
    result = laid(path=Path("engineer", (), ()))
    assert (result.steps, result.weeks) == ((), 0)


@pytest.mark.parametrize("to", ["apm", "pm"])
def test_without_answers_the_must_have_and_the_usual_gaps_are_shown_and_no_strength(to: str) -> None:
    result = laid(to=to)
    usual = [name for name in PATH.usual_gaps if to == "pm" or name.endswith(".apm")]
    assert result.strengths == ()
    assert result.gaps == (
        TransitionGap(id=f"scope.{to}", answer=None, must_have=True, usual=False),
        *(TransitionGap(id=name, answer=None, must_have=False, usual=True) for name in usual),
    )


def test_usual_gaps_above_the_level_are_left_out() -> None:
    assert "strategy.pm" not in [gap.id for gap in laid(to="apm").gaps]
    assert "strategy.pm" in [gap.id for gap in laid(to="pm").gaps]


def test_a_usual_gap_that_is_met_is_gone() -> None:
    assert [gap.id for gap in laid({"discovery.apm": "with-help"}).gaps] == ["scope.apm", "business.apm"]


def test_a_must_have_that_someone_holds_already_is_gone() -> None:
    assert [gap.id for gap in laid({"scope": "apm"}).gaps] == ["discovery.apm", "business.apm"]


def test_a_fact_among_the_usual_gaps_counts_in_the_statement_of_the_level_only() -> None:
    path = Path("founder", ("scope.apm", "scope.pm", "data.apm"), ())
    assert [(gap.id, gap.usual) for gap in laid(to="pm", path=path).gaps] == [("scope.pm", True), ("data.apm", True)]
    assert [(gap.id, gap.usual) for gap in laid(to="apm", path=path).gaps] == [("scope.apm", True), ("data.apm", True)]


def test_what_the_answers_leave_unmet_comes_in_the_order_of_work_before_usual_gaps_that_are_open() -> None:
    result = laid({"scope": "none", "data.apm": "not-yet", "delivery.apm": "no-chance"})
    assert result.gaps == (
        TransitionGap(id="scope.apm", answer="none", must_have=True, usual=False),
        TransitionGap(id="delivery.apm", answer="no-chance", must_have=False, usual=False),
        TransitionGap(id="data.apm", answer="not-yet", must_have=False, usual=False),
        TransitionGap(id="discovery.apm", answer=None, must_have=False, usual=True),
        TransitionGap(id="business.apm", answer=None, must_have=False, usual=True),
    )


def test_an_unanswered_must_have_stands_before_everything_that_was_answered() -> None:
    assert [gap.id for gap in laid({"data.apm": "not-yet"}).gaps] == ["scope.apm", "data.apm", "discovery.apm", "business.apm"]


def test_what_is_also_missing_at_the_level_held_comes_right_after_the_core_of_the_level() -> None:
    held = at("apm", OWN, PM_BEHAVIORS) | {"technology.apm": "not-yet"}
    gaps = [gap.id for gap in laid(sheet(scope="apm", answers=held), to="pm").gaps]
    assert gaps[0] == "scope.pm"
    assert set(gaps[1:3]) == {"discovery.pm", "prioritization.pm"}
    assert gaps[3] == "technology.pm"


def test_a_usual_gap_below_the_level_that_was_answered_as_unmet_stays_on_the_way() -> None:
    found = [gap for gap in laid({"scope": "pm", "discovery.apm": "not-yet"}, to="pm").gaps if gap.id == "discovery.apm"]
    assert found == [TransitionGap(id="discovery.apm", answer="not-yet", must_have=False, usual=True)]


def test_an_unmet_usual_gap_stands_once_in_its_place_and_says_that_it_is_usual() -> None:
    result = laid({"scope": "none", "business.apm": "not-yet", "discovery.apm": "not-yet"})
    assert [gap.id for gap in result.gaps] == ["scope.apm", "business.apm", "discovery.apm"]
    assert [gap.usual for gap in result.gaps] == [False, True, True]


def test_someone_who_meets_everything_has_no_gap() -> None:
    assert laid(sheet(scope="apm", answers=at("apm", OWN, PM_BEHAVIORS))).gaps == ()


def test_strengths_are_what_carries_over_led_first_then_the_higher_level_then_ladder_order() -> None:
    answers = {
        "influence.apm": "lead-others",
        "data.pm": "lead-others",
        "technology.pm": OWN,
        "data.apm": OWN,
        "technology.apm": OWN,
        "delivery.apm": "with-help",
        "discovery.pm": "with-help",
    }
    assert laid(answers, to="pm").strengths == (
        "data.pm",
        "influence.apm",
        "technology.pm",
        "data.apm",
        "technology.apm",
        "delivery.apm",
    )


def test_strengths_above_the_level_and_facts_are_left_out() -> None:
    answers = {"scope": "pm", "people": "senior-pm", "data.pm": "lead-others", "data.apm": OWN}
    assert laid(answers, to="apm").strengths == ("data.apm",)


def test_an_apm_target_asks_for_scope_as_the_must_have() -> None:
    gaps = laid(sheet(answers=at("apm", OWN, BEHAVIORS))).gaps
    assert gaps == (TransitionGap(id="scope.apm", answer="none", must_have=True, usual=False),)


@given(partial_sheets(), st.sampled_from(["apm", "pm"]))
def test_no_expectation_is_a_strength_and_a_gap_at_once(answers: Answers, to: str) -> None:
    result = laid(answers, to=to)
    ids = [gap.id for gap in result.gaps]
    assert len(ids) == len(set(ids))
    assert not set(ids) & set(result.strengths)


@pytest.mark.parametrize("playbook", [one.id for one in library().playbooks])
@pytest.mark.parametrize("to", ["apm", "pm"])
def test_every_shipped_playbook_lays_out_for_both_first_roles(playbook: str, to: str) -> None:
    book = next(one for one in library().playbooks if one.id == playbook)
    steps = [PathStep(step.id, step.hours, step.only_to) for step in book.plan]
    result = laid(to=to, hours=4, path=Path(book.id, [gap.expectation for gap in book.gaps], steps))
    assert [step.id for step in result.steps] == [step.id for step in book.plan if step.only_to in (None, to)]
    assert result.weeks == result.steps[-1].last_week
    assert {gap.id for gap in result.gaps if not gap.usual} <= {f"scope.{to}"}
