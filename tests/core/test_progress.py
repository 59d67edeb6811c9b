"""Things brought up to a day: what is left of a plan, a sheet with what was learned since, the answer that may follow."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import example_a, grid
from core.test_plans import Lead
from pmpath.core.plans import schedule
from pmpath.core.progress import brought_up, plan_on, proposed_answer
from pmpath.model.answer import RANKS, Context, Sheet
from pmpath.model.identity import LadderIdentity
from pmpath.model.plan import Agreed, Fit, Plan, Progress, Stage, Standing, State, Task

START: Final = "2026-11-23"
ONE: Final = Task("data.senior-pm", 10, 3, needs_yes=False)
OTHER: Final = Task("strategy.senior-pm", 20, 0, needs_yes=False)
AGREED: Final = Agreed(LadderIdentity("pm", "2026.1", "ab" * 32), "senior-pm", 4, START, None, (ONE, OTHER), is_settled=True)
SAID: Final = Standing(State.OPEN, START, START)
STAGES: Final = st.lists(st.sampled_from(Stage), unique=True, max_size=2).map(tuple)
DAYS: Final = st.dates(date(2026, 1, 1), date(2028, 12, 31)).map(date.isoformat)


def on(day: str = START, agreed: Agreed = AGREED, **standings: Standing) -> Plan:
    """Return the plan on a day; the standings are those of actions at Senior PM."""
    return plan_on(agreed, Progress({f"{name}.senior-pm": one for name, one in standings.items()}), day)


def tasks_in(plan: Plan) -> set[str]:
    return {step.task for step in plan.schedule.steps}


def after(days: int) -> str:
    return (date.fromisoformat(START) + timedelta(days)).isoformat()


def test_on_its_first_day_a_plan_is_as_it_was_made() -> None:
    plan = on()
    assert (plan.schedule, plan.start, plan.end) == (schedule(AGREED.tasks, 4), START, plan.first_end)


def test_a_plan_keeps_what_was_agreed_and_what_was_said() -> None:
    progress = Progress({"data.senior-pm": SAID}, (START,))
    plan = plan_on(AGREED, progress, START)
    assert (plan.agreed, plan.progress) == (AGREED, progress)


@pytest.mark.parametrize(("days", "start"), [(0, 0), (6, 0), (7, 7), (13, 7), (70, 70), (76, 70)])
def test_what_is_left_begins_in_the_week_of_the_plan_that_the_day_falls_into(days: int, start: int) -> None:
    assert on(after(days)).start == after(start)


def test_a_plan_that_begins_later_begins_when_it_begins() -> None:
    assert on(after(-20)).start == START


@given(DAYS)
def test_every_week_of_a_plan_begins_seven_days_after_the_one_before_and_the_last_one_ends_it(today: str) -> None:
    plan = on(today)
    days = [date.fromisoformat(day) for day in plan.starts]
    assert [(day - days[0]).days for day in days] == [7 * week for week in range(plan.schedule.weeks)]
    assert (plan.starts[0], date.fromisoformat(plan.end) - days[-1]) == (plan.start, timedelta(6))


def test_what_nobody_worked_on_moves_on_with_the_weeks() -> None:
    plan = on(after(21))
    assert plan.schedule == on().schedule
    assert date.fromisoformat(plan.end) - date.fromisoformat(plan.first_end) == timedelta(21)


def test_what_is_done_is_not_planned_any_more() -> None:
    assert tasks_in(on(data=SAID._replace(state=State.DONE))) == {OTHER.id}


def test_what_was_said_of_other_actions_changes_nothing() -> None:
    assert on(influence=SAID._replace(state=State.DONE)).schedule == on().schedule


def test_where_all_is_done_nothing_is_left_and_it_ends_where_it_is() -> None:
    done = SAID._replace(state=State.DONE)
    plan = on(after(30), data=done, strategy=done)
    assert (plan.schedule.weeks, plan.starts, plan.end) == (0, (), after(28))


def test_the_first_end_stays_whatever_is_done() -> None:
    assert on(after(7), data=SAID._replace(state=State.DONE)).first_end == on().end


def test_the_steps_behind_an_action_are_not_planned_again() -> None:
    plan = on(after(7), data=SAID._replace(done=(Stage.LEARN,)))
    assert [step.stage for step in plan.schedule.steps if step.task == ONE.id] == [Stage.WITH_HELP, Stage.ALONE]


def test_what_is_blocked_rests_for_a_week() -> None:
    plan = on(strategy=SAID._replace(state=State.BLOCKED), data=SAID._replace(state=State.BLOCKED))
    assert min(step.first_week for step in plan.schedule.steps) == 2


def test_what_is_open_again_goes_on_at_once() -> None:
    assert on(data=SAID).schedule.steps[0].first_week == 1


@pytest.mark.parametrize(("days", "last"), [(0, 10), (7, 9), (13, 9), (56, 2), (63, 1), (70, 1)])
def test_weeks_of_waiting_that_are_over_count(days: int, last: int) -> None:
    waiting = AGREED._replace(tasks=(Task("data.senior-pm", 1, 10, needs_yes=False),))
    assert on(after(days), waiting, data=SAID).schedule.weeks == last


def test_waiting_counts_from_the_day_on_which_an_action_was_begun_and_not_from_its_last_state() -> None:
    waiting = AGREED._replace(tasks=(Task("data.senior-pm", 1, 10, needs_yes=False),))
    assert on(after(63), waiting, data=SAID._replace(since=after(62))).schedule.weeks == 1


@pytest.mark.parametrize("begun", [0, 3, 6])
def test_an_action_whose_last_step_alone_is_left_waits_until_its_lead_time_is_over(begun: int) -> None:
    begun_then = Standing(State.OPEN, after(begun), after(begun), done=(Stage.LEARN, Stage.WITH_HELP))
    left = AGREED._replace(tasks=(Task("data.senior-pm", 10, Lead(3), needs_yes=False),))
    assert [step.first_week for step in on(after(begun), left, data=begun_then).schedule.steps] == [3]


@given(
    DAYS,
    DAYS,
    STAGES,
    st.sampled_from([State.OPEN, State.BLOCKED]),
)
def test_whatever_was_said_whenever_the_rest_is_planned_in_full(
    today: str, begun: str, done: tuple[Stage, ...], state: State
) -> None:
    plan = on(today, strategy=Standing(state, begun, begun, done=done))
    shares = {Stage.LEARN: 240, Stage.WITH_HELP: 600, Stage.ALONE: 360}
    planned = {step.stage: step.minutes for step in plan.schedule.steps if step.task == OTHER.id}
    assert planned == {stage: minutes for stage, minutes in shares.items() if stage not in done}


def test_one_looks_back_after_thirty_sixty_and_ninety_days_whatever_the_day() -> None:
    assert on(after(50)).checkpoints == (after(30), after(60), after(90))


def test_without_a_day_to_be_done_there_is_nothing_to_fit() -> None:
    assert on().fit is None


@pytest.mark.parametrize(("days", "weeks"), [(-1, 0), (0, 0), (5, 0), (6, 1), (13, 2), (400, 57)])
def test_only_whole_weeks_up_to_the_day_count(days: int, weeks: int) -> None:
    fit = on(agreed=AGREED._replace(by=after(days))).fit
    assert fit is not None
    assert (fit.weeks, fit.in_time) == (weeks, on().schedule.weeks <= weeks)


def test_a_day_that_is_over_cannot_be_met_but_where_nothing_is_left() -> None:
    agreed = AGREED._replace(by=after(20))
    done = SAID._replace(state=State.DONE)
    late = on(after(28), agreed).fit
    assert late is not None
    assert (late.weeks, late.in_time, late.needed_hours) == (0, False, None)
    assert on(after(28), agreed, data=done, strategy=done).fit == Fit(0, in_time=True, needed_hours=1)


def test_the_weeks_to_a_day_count_from_the_week_that_is_left() -> None:
    agreed = AGREED._replace(by=after(69))
    assert [(plan.fit.weeks if plan.fit else None) for plan in (on(after(0), agreed), on(after(30), agreed))] == [10, 6]


# A sheet brought up


def since(answers: Mapping[str, str | None]) -> Progress:
    return Progress({name: SAID._replace(answer=answer) for name, answer in answers.items()})


def test_an_answer_given_since_takes_the_place_of_the_one_before() -> None:
    sheet = Sheet({"data.pm": "with-help", "scope": "pm"}, {}, Context())
    assert brought_up(grid(), sheet, since({"data.pm": "on-my-own"}), {}).answers == {"data.pm": "on-my-own", "scope": "pm"}


def test_an_answer_given_since_may_be_a_new_one() -> None:
    assert brought_up(grid(), Sheet({}, {}, Context()), since({"data.pm": "not-yet"}), {}).answers == {"data.pm": "not-yet"}


def test_an_action_for_a_fact_answers_the_fact() -> None:
    sheet = Sheet({"scope": "pm"}, {}, Context())
    assert brought_up(grid(), sheet, since({"scope.senior-pm": "senior-pm"}), {}).answers == {"scope": "senior-pm"}


def test_an_action_that_nothing_was_answered_to_changes_no_answer() -> None:
    sheet = Sheet({"data.pm": "with-help"}, {}, Context())
    assert brought_up(grid(), sheet, since({"data.pm": None}), {}).answers == {"data.pm": "with-help"}


def test_an_answer_to_what_the_ladder_no_longer_knows_is_left_out() -> None:
    assert brought_up(grid(), Sheet({}, {}, Context()), since({"gone.pm": "on-my-own"}), {}).answers == {}


@pytest.mark.parametrize(("name", "word"), [("scope.senior-pm", "chief"), ("data.pm", "sometimes"), ("people.senior-pm", "pm")])
def test_an_answer_that_the_ladder_no_longer_knows_leaves_the_one_before(name: str, word: str) -> None:
    before = {"scope": "pm", "data.pm": "with-help", "people": "none"}
    assert brought_up(grid(), Sheet(before, {}, Context()), since({name: word}), {}).answers == before


def test_the_evidence_that_holds_takes_the_place_of_what_the_sheet_had() -> None:
    sheet = Sheet({}, {"data.pm": [{"what": "taken out since"}]}, Context())
    shown = {"scope.pm": [{"what": "a page"}]}
    assert brought_up(grid(), sheet, Progress(), shown).evidence == shown


def test_evidence_of_milestones_and_of_what_is_gone_is_no_evidence_of_a_sheet() -> None:
    shown = {"data.pm": [{"what": "a"}], "changes-end-to-end": [{"what": "b"}], "gone.pm": [{"what": "c"}]}
    assert brought_up(grid(), Sheet({}, {}, Context()), Progress(), shown).evidence == {"data.pm": [{"what": "a"}]}


def test_the_context_of_a_sheet_stays() -> None:
    sheet = Sheet(example_a(), {}, Context("PM", "startup", 5, "director"))
    assert brought_up(grid(), sheet, Progress(), {}) == sheet


def test_bringing_a_sheet_up_leaves_the_given_one_alone() -> None:
    answers = {"data.pm": "with-help"}
    brought_up(grid(), Sheet(answers, {}, Context()), since({"data.pm": "on-my-own"}), {})
    assert answers == {"data.pm": "with-help"}


# The answer that may follow


@pytest.mark.parametrize("now", [None, "not-yet", "no-chance", "with-help"])
def test_a_finished_behavior_may_be_done_alone(now: str | None) -> None:
    assert proposed_answer(grid(), "data.pm", now) == "on-my-own"


@pytest.mark.parametrize("now", ["on-my-own", "lead-others"])
def test_what_is_done_alone_already_leads_to_no_other_answer(now: str) -> None:
    assert proposed_answer(grid(), "data.pm", now) is None


@pytest.mark.parametrize(("now", "proposed"), [(None, "pm"), ("none", "pm"), ("apm", "pm"), ("pm", None), ("cpo", None)])
def test_a_finished_fact_may_be_its_statement(now: str | None, proposed: str | None) -> None:
    assert proposed_answer(grid(), "scope.pm", now) == proposed


def test_a_fact_without_a_statement_for_every_level_is_proposed_by_its_own() -> None:
    assert proposed_answer(grid(), "people.senior-pm", "none") == "senior-pm"


@given(st.sampled_from(sorted(grid().index)), st.data())
def test_what_is_proposed_meets_the_action_and_is_never_lower_than_the_answer(task: str, data: st.DataObject) -> None:
    cell = grid().cells[grid().index[task]]
    choices = grid().choices[cell.question]
    now = data.draw(st.sampled_from(choices))
    proposed = proposed_answer(grid(), task, now)
    reached = grid().states({cell.question: proposed or now}).at(grid().index[task])
    assert reached is True
    assert proposed is None or choices.index(proposed) > choices.index(now)
    assert proposed is None or cell.is_fact or proposed in RANKS
