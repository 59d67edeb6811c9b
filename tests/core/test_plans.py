"""The schedule of a plan: what fits into a week, what waits, when it ends, and what would make it end in time."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.core.plans import ASK_MINUTES, fit, schedule
from pmpath.model.hours import MOST_HOURS
from pmpath.model.plan import Schedule, Stage, Task

HOURS = st.floats(1, 80, allow_nan=False)
FEWER = settings(max_examples=settings().max_examples // 5)
"""Each example lays out up to eighty schedules."""
LONGEST = 20_000
"""Looks at the weeks of one action after which a schedule is taken not to come to its end."""


class Lead(int):
    """Weeks of lead time that fail the test where a schedule never ends, instead of waiting for it."""

    looks = 0

    def __le__(self, other: int) -> bool:
        self.looks += 1
        assert self.looks < LONGEST, "the schedule never ends"
        return int(self) <= other


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


# Actions of any kind, begun or not


@st.composite
def begun_tasks(draw: st.DrawFn) -> list[Task]:
    """Draw up to eight actions, at most two of which need someone's yes, with any steps behind them, waiting or resting."""
    kinds = draw(st.lists(st.tuples(st.integers(1, 160), st.integers(0, 30), st.booleans()), max_size=8))
    asked = draw(st.integers(0, 2))
    return [
        Task(
            f"t{place}",
            halves / 2,
            Lead(lead),
            place < asked,
            tuple(draw(st.lists(st.sampled_from(Stage), unique=True, max_size=4))) if is_begun else (),
            draw(st.integers(0, 40)) if is_begun else 0,
            draw(st.integers(1, 4)) if is_begun else 1,
        )
        for place, (halves, lead, is_begun) in enumerate(kinds)
    ]


@st.composite
def whole_tasks(draw: st.DrawFn) -> list[Task]:
    """Draw actions of which nothing is done yet, which may have been begun."""
    return [task._replace(done=()) for task in draw(begun_tasks())]


def shares_of(task: Task) -> dict[Stage, int]:
    """Return the minutes of each step that is left: half an hour to ask, of the rest 20, 50 and 30 percent, whole minutes."""
    minutes = round(task.hours * 60)
    ask = min(30, minutes) if task.needs_yes else 0
    learn, help_ = (minutes - ask) * 20 // 100, (minutes - ask) * 50 // 100
    shares = {Stage.ASK: ask, Stage.LEARN: learn, Stage.WITH_HELP: help_, Stage.ALONE: minutes - ask - learn - help_}
    return {stage: share for stage, share in shares.items() if share and stage not in task.done}


def fresh(given_tasks: Sequence[Task]) -> list[Task]:
    """Return the same actions with their lead times as plain numbers and not looked at before."""
    return [task._replace(lead_weeks=Lead(task.lead_weeks)) for task in given_tasks]


@given(begun_tasks(), HOURS)
def test_six_tenths_of_the_hours_are_never_exceeded_whatever_was_begun(given_tasks: list[Task], hours: float) -> None:
    loads = schedule(given_tasks, hours).load
    assert all(sum(week.values()) <= hours * 60 * 0.6 + 1e-9 for week in loads)


@given(begun_tasks(), HOURS)
def test_three_goals_never_share_a_week_whatever_was_begun(given_tasks: list[Task], hours: float) -> None:
    assert all(len(week) <= 2 for week in schedule(given_tasks, hours).load)


@given(begun_tasks(), HOURS)
def test_every_step_that_is_left_is_planned_once_with_all_its_minutes(given_tasks: list[Task], hours: float) -> None:
    steps = schedule(given_tasks, hours).steps
    assert len({(step.task, step.stage) for step in steps}) == len(steps)
    assert {(step.task, step.stage): step.minutes for step in steps} == {
        (task.id, stage): minutes for task in given_tasks for stage, minutes in shares_of(task).items()
    }


@given(begun_tasks(), HOURS)
def test_the_minutes_of_the_weeks_are_those_of_the_steps(given_tasks: list[Task], hours: float) -> None:
    planned = schedule(given_tasks, hours)
    by_week: dict[str, int] = defaultdict(int)
    for week in planned.load:
        for task, minutes in week.items():
            by_week[task] += minutes
    assert dict(by_week) == minutes_of(planned)


@given(begun_tasks(), HOURS)
def test_the_last_step_that_is_left_waits_for_the_lead_time_less_the_weeks_since_it_began(
    given_tasks: list[Task], hours: float
) -> None:
    planned = schedule(given_tasks, hours)
    for task in given_tasks:
        weeks = weeks_of(planned, task.id)
        if len(weeks) > 1:
            first = min(first for first, _ in weeks.values())
            began = 1 - task.waited if task.waited or task.done else first
            assert max(first for first, _ in weeks.values()) >= began + task.lead_weeks - 1


@given(begun_tasks(), HOURS)
def test_nothing_is_worked_on_before_it_may_be(given_tasks: list[Task], hours: float) -> None:
    planned = schedule(given_tasks, hours)
    earliest = {task.id: task.not_before for task in given_tasks}
    assert all(step.first_week >= earliest[step.task] for step in planned.steps)


@given(begun_tasks(), HOURS)
def test_a_schedule_ends_with_the_week_of_its_last_step(given_tasks: list[Task], hours: float) -> None:
    planned = schedule(given_tasks, hours)
    assert planned.weeks == len(planned.load) == max((step.last_week for step in planned.steps), default=0)


@given(begun_tasks(), st.floats(2, 80))
def test_asking_comes_in_the_first_week_where_nothing_stands_in_its_way(given_tasks: list[Task], hours: float) -> None:
    planned = schedule(given_tasks, hours)
    free = [task.id for task in given_tasks if task.not_before == 1 and len(shares_of(task)) > 1]
    asks = [step for step in planned.steps if step.stage is Stage.ASK and step.task in free]
    assert [step.first_week for step in asks] == [1] * len(asks)


@given(begun_tasks(), HOURS)
def test_the_same_actions_always_get_the_same_schedule(given_tasks: list[Task], hours: float) -> None:
    assert schedule(fresh(given_tasks), hours) == schedule(given_tasks, hours)


@FEWER
@given(begun_tasks(), st.integers(1, 80), st.integers(0, 120))
def test_whatever_was_begun_a_date_is_met_exactly_when_the_schedule_ends_by_it(
    given_tasks: list[Task], hours: int, weeks: int
) -> None:
    found = fit(fresh(given_tasks), hours, weeks)
    assert (found.weeks, found.in_time) == (weeks, schedule(given_tasks, hours).weeks <= weeks)


@FEWER
@given(begun_tasks(), st.integers(0, 120))
def test_whatever_was_begun_the_hours_that_are_named_are_the_fewest(given_tasks: list[Task], weeks: int) -> None:
    needed = fit(fresh(given_tasks), 4, weeks).needed_hours
    if needed is None:
        assert schedule(given_tasks, MOST_HOURS).weeks > weeks
    else:
        assert schedule(given_tasks, needed).weeks <= weeks
        assert needed == 1 or schedule(given_tasks, needed - 1).weeks > weeks


@FEWER
@given(whole_tasks(), HOURS, st.data())
def test_what_is_behind_an_action_never_makes_it_end_later(given_tasks: list[Task], hours: float, data: st.DataObject) -> None:
    if not given_tasks:
        return
    alone = data.draw(st.sampled_from(given_tasks))._replace(waited=1)
    behind = tuple(Stage)[: data.draw(st.integers(0, 4))]
    assert schedule([alone._replace(done=behind)], hours).weeks <= schedule([alone], hours).weeks


def test_the_steps_that_are_behind_an_action_are_left_out() -> None:
    steps = schedule([Task("data", 10, 1, needs_yes=True, done=(Stage.ASK, Stage.WITH_HELP))], 40).steps
    assert [(step.stage, step.minutes) for step in steps] == [(Stage.LEARN, 114), (Stage.ALONE, 171)]


def test_an_action_with_all_its_steps_behind_it_takes_no_week() -> None:
    assert schedule([Task("data", 10, 20, needs_yes=True, done=tuple(Stage), not_before=2)], 4).weeks == 0


@pytest.mark.parametrize(("waited", "weeks"), [(0, 10), (1, 9), (4, 6), (9, 1), (10, 1), (40, 1)])
def test_weeks_that_an_action_waited_come_off_its_lead_time(waited: int, weeks: int) -> None:
    assert schedule([Task("scope", 1, 10, needs_yes=True, waited=waited)], 4).weeks == weeks


@pytest.mark.parametrize("waited", [0, 2])
def test_an_action_of_which_only_the_last_step_is_left_waits_and_ends(waited: int) -> None:
    behind = (Stage.LEARN, Stage.WITH_HELP)
    planned = schedule([Task("data", 10, Lead(5), needs_yes=False, done=behind, waited=waited)], 40)
    assert [(step.stage, step.first_week) for step in planned.steps] == [(Stage.ALONE, 5 - waited)]


def test_an_action_that_is_nothing_but_asking_comes_to_its_end() -> None:
    assert [step.stage for step in schedule([Task("scope", 0.5, Lead(5), needs_yes=True)], 4).steps] == [Stage.ASK]


def test_an_action_that_rests_leaves_its_place_to_the_others() -> None:
    planned = schedule([Task("a", 2, 1, needs_yes=True, not_before=2), Task("b", 2, 1, needs_yes=False)], 4)
    assert (list(planned.load[0]), weeks_of(planned, "a")[Stage.ASK]) == (["b"], (2, 2))
