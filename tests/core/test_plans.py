"""The schedule of a plan: what fits into a week, what waits, when it ends, and what would make it end in time."""

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.core.plans import ASK_MINUTES, MOST_HOURS, fit, schedule
from pmpath.model.plan import Schedule, Stage, Task

HOURS = st.floats(1, 80, allow_nan=False)


@st.composite
def tasks(draw: st.DrawFn) -> list[Task]:
    """Draw up to five actions, at most two of which need someone's yes, as on every ladder of ours."""
    figures = st.tuples(st.integers(1, 30), st.integers(0, 20))
    drawn = draw(st.lists(figures, max_size=5))
    asked = draw(st.integers(0, 2))
    return [Task(f"t{place}", hours, lead, place < asked) for place, (hours, lead) in enumerate(drawn)]


def minutes_of(planned: Schedule) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for step in planned.steps:
        found[step.task] += step.minutes
    return dict(found)


def weeks_of(planned: Schedule, task: str) -> dict[Stage, tuple[int, int]]:
    return {step.stage: (step.first_week, step.last_week) for step in planned.steps if step.task == task}


@given(tasks(), HOURS)
def test_no_week_holds_more_than_sixty_percent_of_the_hours(given_tasks: list[Task], hours: float) -> None:
    planned = schedule(given_tasks, hours)
    assert planned.capacity <= max(1, hours * 60 * 0.6)
    assert all(sum(week.values()) <= planned.capacity for week in planned.load)


@given(tasks(), HOURS)
def test_no_week_holds_three_goals(given_tasks: list[Task], hours: float) -> None:
    assert all(len(week) <= 2 for week in schedule(given_tasks, hours).load)


@given(tasks(), HOURS)
def test_every_action_is_planned_with_all_its_hours(given_tasks: list[Task], hours: float) -> None:
    assert minutes_of(schedule(given_tasks, hours)) == {task.id: task.hours * 60 for task in given_tasks}


@given(tasks(), HOURS)
def test_nothing_is_finished_before_its_lead_time_is_over(given_tasks: list[Task], hours: float) -> None:
    planned = schedule(given_tasks, hours)
    for task in given_tasks:
        weeks = weeks_of(planned, task.id)
        began = min(first for first, _ in weeks.values())
        assert weeks[Stage.ALONE][1] >= began + task.lead_weeks - 1


@given(tasks(), HOURS)
def test_the_steps_of_an_action_come_one_after_the_other(given_tasks: list[Task], hours: float) -> None:
    planned = schedule(given_tasks, hours)
    for task in given_tasks:
        weeks = [weeks_of(planned, task.id)[stage] for stage in Stage if stage in weeks_of(planned, task.id)]
        assert all(before[1] <= after[0] for before, after in pairwise(weeks))


@given(tasks(), st.integers(1, 80), st.integers(0, 200))
def test_a_date_is_met_exactly_when_the_schedule_ends_by_it(given_tasks: list[Task], hours: int, weeks: int) -> None:
    assert fit(given_tasks, hours, weeks).in_time == (schedule(given_tasks, hours).weeks <= weeks)


@given(tasks(), st.integers(0, 60))
def test_the_hours_that_are_named_are_enough_and_fewer_are_not(given_tasks: list[Task], weeks: int) -> None:
    needed = fit(given_tasks, 4, weeks).needed_hours
    if needed is None:
        assert schedule(given_tasks, MOST_HOURS).weeks > weeks
    else:
        assert schedule(given_tasks, needed).weeks <= weeks
        assert needed == 1 or schedule(given_tasks, needed - 1).weeks > weeks


@given(tasks(), st.floats(8, 80))
def test_what_needs_a_yes_is_asked_for_in_the_first_week(given_tasks: list[Task], hours: float) -> None:
    asks = [step for step in schedule(given_tasks, hours).steps if step.stage is Stage.ASK]
    assert [step.first_week for step in asks] == [1] * sum(task.needs_yes for task in given_tasks)


def test_the_hours_are_shared_out_in_twenty_fifty_and_thirty_percent() -> None:
    steps = schedule([Task("data", 10, 1, needs_yes=False)], 40).steps
    assert [(step.stage, step.minutes) for step in steps] == [(Stage.LEARN, 120), (Stage.WITH_HELP, 300), (Stage.ALONE, 180)]


def test_asking_comes_out_of_the_hours_of_the_action() -> None:
    steps = schedule([Task("scope", 2, 1, needs_yes=True)], 40).steps
    assert [step.minutes for step in steps] == [ASK_MINUTES, 18, 45, 27]


def test_an_action_that_waits_leaves_its_place_to_the_next() -> None:
    planned = schedule([Task("scope", 1, 10, needs_yes=True), *(Task(f"t{n}", 2, 1, needs_yes=False) for n in range(3))], 4)
    assert (planned.load[1:8].count({}), planned.weeks) == (5, 10)
    assert [week for week, load in enumerate(planned.load, start=1) if "scope" in load] == [1, 10]


@pytest.mark.parametrize("hours", [0.01, 0.5, 80])
def test_nothing_to_do_takes_no_week(hours: float) -> None:
    assert schedule([], hours)[2:] == (0, ())


def test_waiting_that_is_too_long_is_cured_by_no_hours() -> None:
    assert fit([Task("scope", 1, 12, needs_yes=True)], 4, 10) == (10, False, None)
