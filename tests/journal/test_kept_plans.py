"""The plan that is kept, and what was said of its actions since the assessment that it was made from."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import example_a, grid
from journal.making import NOW, add, opened, record
from pmpath.core.assessment import assess
from pmpath.core.progress import brought_up
from pmpath.journal.assessments import save as save_assessment
from pmpath.journal.journal import Journal
from pmpath.journal.line import Record, Type
from pmpath.journal.plans import check_in, last_plan, progress, progress_between, report, reports, save
from pmpath.model.answer import Context, Sheet
from pmpath.model.identity import LadderIdentity
from pmpath.model.plan import Agreed, Progress, Stage, Standing, State, Task
from pmpath.model.setting import Setting

LADDER: Final = LadderIdentity("pm", "2026.1", "ab" * 32)
TASKS: Final = (Task("scope.senior-pm", 8, 12, needs_yes=True), Task("data.senior-pm", 10.5, 3, needs_yes=False))
PLAN: Final = Agreed(LADDER, "senior-pm", 4.5, "2026-11-23", "2027-06-30", TASKS, is_settled=True, setting=Setting("startup"))
DATA: Final = "data.senior-pm"


class Days:
    """A clock that shows the next of some days each time, and the last one from then on."""

    def __init__(self, *days: int) -> None:
        self._days = list(days)

    def __call__(self) -> str:
        day = self._days.pop(0) if len(self._days) > 1 else self._days[0]
        return f"2026-11-{day:02}T09:00:00Z"


def on(tmp_path: Path, *days: int) -> Journal:
    return Journal(tmp_path, Days(*days))


def assessed(journal: Journal) -> None:
    save_assessment(journal, LADDER, Sheet(example_a(), {}, Context()), assess(grid(), example_a()), None)


def said(journal: Journal, **what: Any) -> None:
    report(journal, {"task": DATA, **what})


def standing(journal: Journal, task: str = DATA) -> Standing:
    return found(journal).standings[task]


def found(journal: Journal) -> Progress:
    """Return what a new process finds."""
    return progress(opened(journal.path.parent).records())


# The plan


def test_where_no_plan_was_kept_there_is_none(tmp_path: Path) -> None:
    assert last_plan(opened(tmp_path).records()) is None


def test_a_plan_comes_back_whole_with_its_id_and_time(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    kept = save(journal, PLAN)
    assert kept == PLAN._replace(id=journal.records()[0].id, at=NOW)
    assert last_plan(opened(tmp_path).records()) == kept


@pytest.mark.parametrize("change", [{"by": None}, {"setting": Setting()}, {"tasks": ()}, {"is_settled": False}])
def test_what_a_plan_does_not_have_comes_back_so(change: dict[str, Any], tmp_path: Path) -> None:
    journal = opened(tmp_path)
    save(journal, PLAN._replace(**change))
    kept = last_plan(journal.records())
    assert kept is not None
    assert kept._replace(id="", at="") == PLAN._replace(**change)


@pytest.mark.parametrize("said", [True, False, None])
def test_a_plan_keeps_whether_the_product_is_deeply_technical(tmp_path: Path, *, said: bool | None) -> None:
    save(opened(tmp_path), PLAN._replace(setting=Setting("startup", said)))
    kept = last_plan(opened(tmp_path).records())
    assert kept is not None
    assert kept.setting == Setting("startup", said)


def test_a_plan_of_an_older_version_reads_as_before_and_does_not_say_it(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    save(journal, PLAN)
    (kept,) = journal.records()
    older = {name: value for name, value in kept.data.items() if name != "deeply_technical"}
    plan = last_plan([kept._replace(data=older)])
    assert plan is not None
    assert plan._replace(id="", at="") == PLAN._replace(setting=Setting("startup"))


def test_how_far_an_action_is_is_no_part_of_the_plan(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    save(journal, PLAN._replace(tasks=(TASKS[1]._replace(done=(Stage.LEARN,), waited=3, not_before=2),)))
    kept = last_plan(journal.records())
    assert kept is not None
    assert kept.tasks == (TASKS[1],)


def test_the_plan_that_was_kept_last_counts_and_an_assessment_behind_it_does_not_hide_it(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    save(journal, PLAN)
    save(journal, PLAN._replace(to="director"))
    assessed(journal)
    kept = last_plan(journal.records())
    assert kept is not None
    assert kept.to == "director"


# What was said


def test_where_nothing_was_said_there_is_no_progress() -> None:
    assert progress([]) == Progress()


def test_a_note_begins_nothing(tmp_path: Path) -> None:
    journal = on(tmp_path, 3)
    said(journal, note="asked finance")
    day = "2026-11-03"
    assert standing(journal) == Standing(State.OPEN, day, None, notes=((day, "asked finance"),))


@pytest.mark.parametrize("first", [{"state": State.OPEN}, {"state": State.BLOCKED}, {"stage": "learn"}])
def test_what_is_done_first_begins_an_action(tmp_path: Path, first: dict[str, str]) -> None:
    journal = on(tmp_path, 3, 9)
    said(journal, **first)
    said(journal, state=State.DONE)
    assert standing(journal).begun == "2026-11-03"


def test_a_reason_stays_while_an_action_is_blocked(tmp_path: Path) -> None:
    journal = on(tmp_path, 3, 9)
    said(journal, state=State.BLOCKED, why="no data")
    said(journal, state=State.BLOCKED)
    assert (standing(journal).why, standing(journal).since) == ("no data", "2026-11-03")


def test_a_newer_reason_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    journal = on(tmp_path, 3, 9)
    said(journal, state=State.BLOCKED, why="no data")
    said(journal, state=State.BLOCKED, why="no time")
    assert (standing(journal).why, standing(journal).since) == ("no time", "2026-11-03")


def test_a_step_that_is_behind_begins_an_action_once(tmp_path: Path) -> None:
    journal = on(tmp_path, 3, 9)
    said(journal, stage=Stage.LEARN)
    said(journal, stage=Stage.ASK)
    assert standing(journal).begun == "2026-11-03"


def test_an_answer_moves_its_action_to_the_end_and_nothing_else_does(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for what in ({"task": "a", "answer": "x"}, {"task": "b", "note": "x"}, {"task": "a", "note": "y"}):
        report(journal, what)
    assert list(found(journal).standings) == ["a", "b"]
    report(journal, {"task": "a", "answer": "y"})
    assert list(found(journal).standings) == ["b", "a"]


def test_a_check_in_names_the_ladder_that_it_is_told(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    assert check_in(journal, [], [], "own").data == {"steps": [], "evidence": [], "ladder": "own"}
    assert check_in(journal, [], []).data == {"steps": [], "evidence": []}


def test_a_reason_goes_when_an_action_goes_on(tmp_path: Path) -> None:
    journal = on(tmp_path, 3, 9)
    said(journal, state=State.BLOCKED, why="no data")
    said(journal, state=State.OPEN)
    assert standing(journal).why is None


def test_an_answer_is_taken_back_with_the_action_that_led_to_it(tmp_path: Path) -> None:
    journal = on(tmp_path, 3, 9)
    said(journal, state=State.DONE, answer="on-my-own")
    said(journal, state=State.OPEN)
    assert (standing(journal).answer, standing(journal).answered) == (None, None)


@pytest.mark.parametrize("state", State)
def test_a_state_stands_since_the_day_on_which_it_was_said(state: State, tmp_path: Path) -> None:
    journal = on(tmp_path, 3)
    said(journal, state=state)
    assert (standing(journal).state, standing(journal).since) == (state, "2026-11-03")


def test_a_state_that_is_said_again_stands_since_the_first_time(tmp_path: Path) -> None:
    journal = on(tmp_path, 3, 10)
    said(journal, state=State.BLOCKED)
    said(journal, state=State.BLOCKED)
    assert standing(journal).since == "2026-11-03"


def test_another_state_stands_since_it_was_said_and_the_beginning_stays(tmp_path: Path) -> None:
    journal = on(tmp_path, 3, 10, 12)
    for state in (State.BLOCKED, State.OPEN, State.BLOCKED):
        said(journal, state=state)
    assert (standing(journal).since, standing(journal).begun) == ("2026-11-12", "2026-11-03")


def test_what_blocks_an_action_is_kept_until_it_goes_on(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    said(journal, state=State.BLOCKED, why="my lead is away")
    assert standing(journal).why == "my lead is away"
    said(journal, state=State.OPEN)
    assert standing(journal).why is None


def test_a_note_unblocks_nothing(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    said(journal, state=State.BLOCKED, why="my lead is away")
    said(journal, note="x")
    assert (standing(journal).state, standing(journal).why) == (State.BLOCKED, "my lead is away")


def test_steps_that_are_behind_stand_in_the_order_of_saying_and_once(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for stage in (Stage.LEARN, Stage.ASK, Stage.LEARN):
        said(journal, stage=stage)
    assert standing(journal).done == (Stage.LEARN, Stage.ASK)


def test_notes_come_back_with_their_days(tmp_path: Path) -> None:
    journal = on(tmp_path, 3, 4)
    said(journal, note="a")
    said(journal, note="a")
    assert standing(journal).notes == (("2026-11-03", "a"), ("2026-11-04", "a"))


def test_the_last_answer_counts_and_what_says_none_leaves_it(tmp_path: Path) -> None:
    journal = on(tmp_path, 3, 4, 5)
    said(journal, state=State.DONE, answer="on-my-own")
    said(journal, answer="lead-others")
    said(journal, note="x")
    assert (standing(journal).answer, standing(journal).answered) == ("lead-others", "2026-11-04")


def test_an_action_that_was_never_answered_has_no_answer(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    said(journal, state=State.DONE)
    assert (standing(journal).answer, standing(journal).answered) == (None, None)


def test_actions_are_kept_apart_even_where_one_is_the_beginning_of_the_other(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    report(journal, {"task": "scope.pm", "state": State.DONE})
    report(journal, {"task": "scope.p", "note": "x"})
    assert {name: one.state for name, one in found(journal).standings.items()} == {
        "scope.pm": State.DONE,
        "scope.p": State.OPEN,
    }


def test_a_check_in_says_something_of_every_action_in_it(tmp_path: Path) -> None:
    journal = on(tmp_path, 9)
    check_in(journal, [{"task": DATA, "state": State.DONE}, {"task": "scope.senior-pm", "state": State.BLOCKED}], [])
    assert [(name, one.state) for name, one in found(journal).standings.items()] == [
        (DATA, State.DONE),
        ("scope.senior-pm", State.BLOCKED),
    ]


def test_an_action_twice_in_a_check_in_stands_as_it_was_said_last(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    check_in(journal, [{"task": DATA, "state": State.DONE}, {"task": DATA, "state": State.OPEN}], [])
    assert standing(journal).state is State.OPEN


def test_the_days_of_check_ins_are_kept_and_steps_are_no_check_ins(tmp_path: Path) -> None:
    journal = on(tmp_path, 2, 5, 9)
    check_in(journal, [], [])
    said(journal, note="x")
    check_in(journal, [], [])
    assert found(journal).checkins == ("2026-11-02", "2026-11-09")


def test_records_of_other_kinds_say_nothing_of_an_action() -> None:
    assert list(reports(record(1))) == []


# Since the last assessment


def test_what_was_said_before_the_last_assessment_is_behind_it(tmp_path: Path) -> None:
    journal = on(tmp_path, 2, 3, 4, 5)
    said(journal, state=State.DONE)
    check_in(journal, [], [])
    assessed(journal)
    said(journal, note="again")
    assert found(journal) == Progress({DATA: Standing(State.OPEN, "2026-11-05", None, notes=(("2026-11-05", "again"),))})


def test_a_new_plan_keeps_what_was_said_since_the_assessment(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    assessed(journal)
    said(journal, state=State.DONE)
    save(journal, PLAN)
    assert standing(journal).state is State.DONE


def test_what_came_since_goes_by_number_and_not_by_date(tmp_path: Path) -> None:
    journal = on(tmp_path, 20, 3, 2)
    assessed(journal)
    said(journal, state=State.BLOCKED)
    said(journal, state=State.DONE)
    assert (standing(journal).state, standing(journal).since) == (State.DONE, "2026-11-02")


def test_between_two_assessments_only_what_was_said_between_counts(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for note in ("before", "between", "later", "behind"):
        report(journal, {"task": note, "note": note})
        if note != "behind":
            assessed(journal)
    records = journal.records()
    assert list(progress_between(records, 1, 2).standings) == ["between"]
    assert list(progress_between(records, 1, 3).standings) == ["between", "later"]
    assert list(progress_between(records, 2, 3).standings) == ["later"]


def test_the_check_ins_between_two_assessments_are_theirs(tmp_path: Path) -> None:
    journal = on(tmp_path, 1, 2, 3, 4)
    assessed(journal)
    check_in(journal, [], [])
    assessed(journal)
    check_in(journal, [], [])
    assert progress_between(journal.records(), 1, 2).checkins == ("2026-11-02",)


def test_drafts_say_nothing_of_an_action(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, "a draft")
    assert found(journal) == Progress()


def test_of_two_actions_for_the_same_fact_the_last_answer_counts(tmp_path: Path) -> None:
    """A plan toward another level has another action for the same fact, and the first one may be answered once more."""
    journal = opened(tmp_path)
    assessed(journal)
    report(journal, {"task": "scope.senior-pm", "state": State.OPEN})
    report(journal, {"task": "scope.group-pm", "state": State.DONE, "answer": "group-pm"})
    report(journal, {"task": "scope.senior-pm", "state": State.DONE, "answer": "senior-pm"})
    sheet = brought_up(grid(), Sheet(example_a(), {}, Context()), found(journal), {})
    assert sheet.answers["scope"] == "senior-pm"


# Any journal


SAID: Final = st.fixed_dictionaries(
    {"task": st.sampled_from([DATA, "scope.senior-pm"])},
    optional={
        "state": st.sampled_from(State),
        "stage": st.sampled_from(Stage),
        "note": st.sampled_from(["a", "b"]),
        "answer": st.sampled_from(["with-help", "on-my-own"]),
    },
)


@given(st.lists(SAID, max_size=10), st.data())
def test_one_check_in_says_the_same_as_its_steps_one_by_one(steps: list[Mapping[str, str]], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(steps)))
    single = [Record(seq, "a", NOW, Type.STEP, step) for seq, step in enumerate(steps, start=1)]
    together = Record(cut + 1, "b", NOW, Type.CHECKIN, {"steps": steps[cut:], "evidence": []})
    assert progress([*single[:cut], together]).standings == progress(single).standings


def last_answer(steps: list[Mapping[str, str]]) -> str | None:
    """Return the answer that was given last and not taken back since by going on with what was done."""
    state, answer = State.OPEN, None
    for step in steps:
        if "state" in step:
            answer = None if state is State.DONE and step["state"] != State.DONE else answer
            state = State(step["state"])
        answer = step.get("answer", answer)
    return answer


@given(st.lists(SAID, max_size=10))
def test_an_action_stands_as_the_last_word_about_each_thing_says(steps: list[Mapping[str, str]]) -> None:
    found_now = progress([Record(seq, "a", NOW, Type.STEP, step) for seq, step in enumerate(steps, start=1)])
    for name, one in found_now.standings.items():
        about = [step for step in steps if step["task"] == name]
        assert one.state == next((step["state"] for step in reversed(about) if "state" in step), State.OPEN)
        assert one.answer == last_answer(about)
        assert set(one.done) == {step["stage"] for step in about if "stage" in step}
        assert [note for _, note in one.notes] == [step["note"] for step in about if "note" in step]


def test_the_actions_in_a_state_are_found_by_it() -> None:
    day = "2026-11-23"
    one, other = Standing(State.DONE, day, day), Standing(State.BLOCKED, day, day)
    made = Progress({"a": one, "b": other, "c": one})
    assert [list(made.in_state(state)) for state in (State.DONE, State.BLOCKED, State.OPEN)] == [["a", "c"], ["b"], []]
