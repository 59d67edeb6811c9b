"""pmpath plan after it was made: what is said of its actions, when it is made anew, and which days it names."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from builders import Answers, example_a, example_b
from cli.running import Home, Pmpath, Ran, flowing, run_apart, write_sheet
from cli.test_writing import smallest_files

SCOPE, INFLUENCE, STRATEGY, DATA = (f"{name}.senior-pm" for name in ("scope", "influence", "strategy", "data"))
BEGIN = "2026-11-23"
NEWER = b'{"v":2,"seq":2,"id":"x","at":"y","type":"z","data":{},"sum":"0"}\n'

Facts = Mapping[str, Any]


def assessed(pmpath: Pmpath, answers: Answers, day: str = BEGIN, **parts: Mapping[str, object]) -> None:
    name = write_sheet(Path("sheet.json"), answers, **parts)
    assert pmpath("--today", day, "assess", "--answers", name, "--json").code == 0


def plan(pmpath: Pmpath, *words: str, today: str = BEGIN) -> Ran:
    """Run a command of the plan on a day."""
    return pmpath("--today", today, "plan", *words)


def entries(home: Home, *kinds: str) -> list[Facts]:
    """Return what the journal says, only of some kinds where they are named."""
    found = [json.loads(line) for line in home.journal.read_text("ascii").splitlines()]
    return [one["data"] for one in found if not kinds or one["type"] in kinds]


def standing(pmpath: Pmpath, task: str, today: str = BEGIN) -> Facts:
    found: list[Facts] = plan(pmpath, "--json", today=today).data["standings"]
    return next(one for one in found if one["id"] == task)


def due(pmpath: Pmpath, today: str = BEGIN) -> list[tuple[str, str]]:
    return [(one["id"], one["stage"]) for one in plan(pmpath, "--json", today=today).data["due"]]


@pytest.fixture
def kept(pmpath: Pmpath, home: Home) -> Home:
    """Keep worked example A and its plan."""
    assessed(pmpath, example_a())
    assert plan(pmpath).code == 0
    return home


# done


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("name", [STRATEGY, "strategy"])
def test_an_action_is_done_by_its_id_or_its_competency(pmpath: Pmpath, name: str) -> None:
    ran = plan(pmpath, "done", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Saved. Strategy: write the strategy for an area: done.")
    assert standing(pmpath, STRATEGY)["state"] == "done"


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("strategy.senior", f"did you mean {STRATEGY}?"),
        ("people", f"it has {SCOPE}, {INFLUENCE}, {STRATEGY}, {DATA}"),
        ("discovery.pm", None),
        ("", None),
        ("senior-pm", None),
    ],
)
@pytest.mark.parametrize(
    "words", [("done", "{}"), ("blocked", "{}"), ("open", "{}"), ("note", "{}", "x"), ("checkin", "--done", "{}")]
)
def test_an_action_that_the_plan_has_not_is_refused(
    pmpath: Pmpath, home: Home, words: tuple[str, ...], name: str, hint: str | None
) -> None:
    before = home.journal.read_bytes()
    ran = plan(pmpath, *(word.replace("{}", name) for word in words))
    assert (ran.code, ran.out, home.journal.read_bytes()) == (2, "", before)
    assert f'the plan has no action "{name}"' in ran.err
    assert hint is None or hint in flowing(ran.err)


@pytest.mark.usefixtures("kept")
def test_the_answer_that_may_follow_is_proposed_and_not_taken(pmpath: Pmpath) -> None:
    ran = plan(pmpath, "done", "strategy")
    assert "After this your answer may be: on your own. It is yours to confirm." in flowing(ran.out)
    assert ran.out.endswith(f"Next: pmpath plan done {STRATEGY} --answer on-my-own\n")
    assert standing(pmpath, STRATEGY)["answer"] is None


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(("name", "proposed"), [("strategy", "on-my-own"), ("scope", "senior-pm")])
def test_the_proposal_is_in_the_json_and_its_command_works(pmpath: Pmpath, name: str, proposed: str) -> None:
    document = plan(pmpath, "done", name, "--json").whole
    assert (document["kind"], document["data"]["proposed"]) == ("progress", proposed)
    (command,) = document["next_commands"]
    assert pmpath("--today", BEGIN, *command.split()[1:]).code == 0
    assert standing(pmpath, f"{name}.senior-pm")["answer"] == proposed


@pytest.mark.usefixtures("kept")
def test_what_is_confirmed_already_is_not_proposed_again(pmpath: Pmpath) -> None:
    plan(pmpath, "done", "strategy", "--answer", "on-my-own")
    assert plan(pmpath, "done", "strategy", "--json").data["proposed"] is None


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(("name", "answer"), [("strategy", "lead-others"), ("strategy", "not-yet"), ("scope", "director")])
def test_an_answer_is_kept_as_it_is_given(pmpath: Pmpath, name: str, answer: str) -> None:
    ran = plan(pmpath, "done", name, "--answer", answer)
    assert ran.code == 0
    assert "Your answer now: " in ran.out
    assert standing(pmpath, f"{name}.senior-pm")["answer"] == answer


@pytest.mark.parametrize(
    ("name", "answer", "named"),
    [
        ("strategy", "yes", "on-my-own"),
        ("strategy", "senior-pm", "on-my-own"),
        ("scope", "on-my-own", "senior-pm"),
        ("scope", "senior-pn", "did you mean senior-pm?"),
        ("strategy", "", "on-my-own"),
    ],
)
def test_an_answer_that_the_question_has_not_keeps_nothing(
    pmpath: Pmpath, kept: Home, name: str, answer: str, named: str
) -> None:
    before = kept.journal.read_bytes()
    ran = plan(pmpath, "done", name, "--answer", answer)
    assert (ran.code, ran.out, kept.journal.read_bytes()) == (2, "", before)
    assert "--answer" in ran.err
    assert named in ran.err


def test_evidence_with_it_is_kept_in_the_same_line_and_shows_the_action(pmpath: Pmpath, kept: Home) -> None:
    words = ("--evidence", "Wrote it", "--result", "two bets", "--who", "Ann", "--date", "2026-11", "--link", "x.pdf")
    assert plan(pmpath, "done", "strategy", "--answer", "on-my-own", *words).code == 0
    item = {"what": "Wrote it", "result": "two bets", "who": "Ann", "date": "2026-11", "link": "x.pdf", "shows": [STRATEGY]}
    said = {"task": STRATEGY, "state": "done", "answer": "on-my-own", "evidence": [item]}
    assert entries(kept, "step", "evidence") == [{**said, "ladder": "default"}]
    assert pmpath("evidence", "list", "--json").data["evidence"][0]["shows"] == [STRATEGY]


@pytest.mark.parametrize(
    "words", [("--result", "x"), ("--evidence", ""), ("--who", "Ann"), ("--evidence", " ", "--result", "x")]
)
def test_evidence_with_it_begins_with_what_was_done(pmpath: Pmpath, kept: Home, words: tuple[str, ...]) -> None:
    before = kept.journal.read_bytes()
    ran = plan(pmpath, "done", "strategy", *words)
    assert (ran.code, ran.out, kept.journal.read_bytes()) == (2, "", before)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("step", ["learn", "with-help", "alone"])
def test_a_step_is_behind_an_action_that_goes_on(pmpath: Pmpath, step: str) -> None:
    before = plan(pmpath, "--json").data["weeks"]
    assert plan(pmpath, "done", "strategy", "--step", step).code == 0
    assert (standing(pmpath, STRATEGY)["state"], standing(pmpath, STRATEGY)["done"]) == ("open", [step])
    assert plan(pmpath, "--json").data["weeks"] < before
    assert "behind you" in plan(pmpath).out


def test_a_step_that_there_is_not_is_refused(pmpath: Pmpath, kept: Home) -> None:
    before = kept.journal.read_bytes()
    ran = plan(pmpath, "done", "strategy", "--step", "lern")
    assert (ran.code, ran.out, kept.journal.read_bytes()) == (2, "", before)
    assert "learn" in ran.err


@pytest.mark.parametrize(
    "words", [("--answer", "on-my-own"), ("--evidence", "Read three strategies"), ("--answer", "nonsense")]
)
def test_what_comes_with_a_step_is_kept_or_refused(pmpath: Pmpath, kept: Home, words: tuple[str, str]) -> None:
    ran = plan(pmpath, "done", "strategy", "--step", "learn", *words)
    text = json.dumps(entries(kept, "step", "evidence"))
    assert words[1] in text or ran.code == 2


@pytest.mark.usefixtures("kept")
def test_an_action_with_every_step_behind_it_stays_in_sight(pmpath: Pmpath) -> None:
    for step in ("learn", "with-help", "alone"):
        plan(pmpath, "done", "strategy", "--step", step)
    assert "Strategy: write the strategy for an area" in plan(pmpath).out


@pytest.mark.usefixtures("kept")
def test_with_every_step_of_every_action_behind_it_the_answers_are_asked_for_next(pmpath: Pmpath) -> None:
    for name in ("scope", "influence", "strategy", "data"):
        for step in (*(["ask"] if name == "scope" else []), "learn", "with-help", "alone"):
            plan(pmpath, "done", name, "--step", step)
    ran = plan(pmpath)
    assert "make your case" not in ran.out
    assert "pmpath plan done " in ran.out or "pmpath assess" in ran.out


@pytest.mark.usefixtures("kept")
def test_what_is_done_is_told_with_its_day_and_leaves_the_weeks(pmpath: Pmpath) -> None:
    plan(pmpath, "done", "scope", "--answer", "senior-pm", today="2026-12-01")
    text = flowing(plan(pmpath, today="2026-12-08").out)
    assert "Done • Scope: own a problem across teams, on 2026-12-01; your answer:" in text
    assert SCOPE not in {one["id"] for one in plan(pmpath, "--json", today="2026-12-08").data["actions"]}


@pytest.mark.usefixtures("kept")
def test_what_is_done_and_not_confirmed_says_how_to_confirm_it(pmpath: Pmpath) -> None:
    plan(pmpath, "done", "scope")
    assert f"your answer is not confirmed yet: pmpath plan done {SCOPE}" in flowing(plan(pmpath).out)


# blocked, open, note


@pytest.mark.usefixtures("kept")
def test_what_is_blocked_waits_and_says_why_and_for_how_long(pmpath: Pmpath) -> None:
    ran = plan(pmpath, "blocked", "scope", "--why", "my lead is away")
    assert "In the way: my lead is away" in ran.out
    assert SCOPE not in {name for name, _ in due(pmpath)}
    text = flowing(plan(pmpath, today="2026-12-05").out)
    assert "Blocked • Scope: own a problem across teams, for 12 days: my lead is away" in text


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("today", "said"), [(BEGIN, "since today"), ("2026-11-24", "since yesterday"), ("2026-11-25", "for two days")]
)
def test_a_short_wait_is_said_as_people_say_it(pmpath: Pmpath, today: str, said: str) -> None:
    plan(pmpath, "blocked", "scope")
    assert f"own a problem across teams, {said}" in flowing(plan(pmpath, today=today).out)


@pytest.mark.usefixtures("kept")
def test_what_is_blocked_needs_no_reason(pmpath: Pmpath) -> None:
    assert plan(pmpath, "blocked", "scope").code == 0
    assert standing(pmpath, SCOPE)["why"] is None


@pytest.mark.usefixtures("kept")
def test_what_is_open_again_is_due_again(pmpath: Pmpath) -> None:
    before = due(pmpath)
    plan(pmpath, "blocked", "scope", "--why", "x")
    assert plan(pmpath, "open", "scope").code == 0
    assert (due(pmpath), standing(pmpath, SCOPE)["why"]) == (before, None)


@pytest.mark.usefixtures("kept")
def test_blocked_anew_with_another_reason_counts_from_the_first_day(pmpath: Pmpath) -> None:
    plan(pmpath, "blocked", "scope", "--why", "one")
    plan(pmpath, "blocked", "scope", "--why", "two", today="2026-12-01")
    one = standing(pmpath, SCOPE, today="2026-12-01")
    assert (one["since"], one["why"]) == (BEGIN, "two")


@pytest.mark.usefixtures("kept")
def test_notes_stand_with_their_action_in_order(pmpath: Pmpath) -> None:
    plan(pmpath, "note", "data", "first")
    plan(pmpath, "note", "data", "second", today="2026-12-01")
    text = flowing(plan(pmpath, today="2026-12-02").out)
    assert f"Noted on {BEGIN}: first • Noted on 2026-12-01: second" in text


@pytest.mark.usefixtures("kept")
def test_a_note_changes_nothing_else(pmpath: Pmpath) -> None:
    before = plan(pmpath, "--json").data
    plan(pmpath, "note", "data", "x")
    after = plan(pmpath, "--json").data
    assert {name for name in after if after[name] != before[name]} == {"standings"}


@pytest.mark.parametrize(
    "words",
    [
        ("note", "data", ""),
        ("note", "data", "  "),
        ("note", "data", "x" * 2001),
        ("note", "data"),
        ("blocked", "data", "--why", "x" * 2001),
        ("checkin", "--blocked", f"data={'x' * 2001}"),
        ("checkin", "--evidence", "x" * 2001),
    ],
)
def test_a_text_that_is_empty_or_too_long_keeps_nothing(pmpath: Pmpath, kept: Home, words: tuple[str, ...]) -> None:
    before = kept.journal.read_bytes()
    ran = plan(pmpath, *words)
    assert (ran.code, ran.out, kept.journal.read_bytes()) == (2, "", before)


# the check-in


def test_a_check_in_by_options_is_one_line_of_the_journal(pmpath: Pmpath, kept: Home) -> None:
    before = len(entries(kept))
    words = ("--done", "scope", "--moved", "strategy", "--blocked", "data=no figures", "--evidence", "Had the talk")
    ran = plan(pmpath, "checkin", *words)
    assert (ran.code, ran.err) == (0, "")
    steps = [
        {"task": SCOPE, "state": "done"},
        {"task": STRATEGY, "state": "open"},
        {"task": DATA, "state": "blocked", "why": "no figures"},
    ]
    assert len(entries(kept)) == before + 1
    evidence = [{"what": "Had the talk", "shows": []}]
    assert entries(kept, "checkin") == [{"steps": steps, "evidence": evidence, "ladder": "default"}]


@pytest.mark.usefixtures("kept")
def test_a_reason_may_hold_an_equals_sign(pmpath: Pmpath) -> None:
    plan(pmpath, "checkin", "--blocked", "data=a=b")
    assert standing(pmpath, DATA)["why"] == "a=b"


@pytest.mark.usefixtures("kept")
def test_an_action_that_is_done_in_a_check_in_is_to_be_confirmed(pmpath: Pmpath) -> None:
    document = plan(pmpath, "checkin", "--done", "scope", "--json").whole
    assert (document["kind"], document["next_commands"]) == ("checkin", [f"pmpath plan done {SCOPE}"])
    assert document["data"]["checkins"] == [BEGIN]


def test_one_wrong_name_in_a_check_in_keeps_none_of_it(pmpath: Pmpath, kept: Home) -> None:
    before = kept.journal.read_bytes()
    assert plan(pmpath, "checkin", "--done", "scope", "--moved", "xyzzy").code == 2
    assert kept.journal.read_bytes() == before


def test_a_check_in_off_a_terminal_says_which_options_there_are(pmpath: Pmpath, kept: Home) -> None:
    before = kept.journal.read_bytes()
    ran = plan(pmpath, "checkin")
    assert (ran.code, ran.out, kept.journal.read_bytes()) == (2, "", before)
    assert "--done, --moved, --blocked and --evidence" in ran.err


def test_a_check_in_says_each_action_once(pmpath: Pmpath, kept: Home) -> None:
    ran = plan(pmpath, "checkin", "--moved", "strategy", "--moved", STRATEGY)
    assert ran.out.count("Strategy: write the strategy for an area: under way") == 1
    assert len(entries(kept, "checkin")[0]["steps"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("--done", "scope", "--moved", "scope"),
        ("--done", "scope", "--blocked", "scope"),
        ("--moved", "scope", "--blocked", "scope=x"),
    ],
)
def test_an_action_cannot_be_two_things_in_one_check_in(pmpath: Pmpath, kept: Home, words: tuple[str, ...]) -> None:
    before = kept.journal.read_bytes()
    ran = plan(pmpath, "checkin", *words)
    assert (ran.code, kept.journal.read_bytes()) == (2, before)


def test_an_empty_line_of_evidence_alone_is_no_check_in(pmpath: Pmpath, kept: Home) -> None:
    before = kept.journal.read_bytes()
    assert plan(pmpath, "checkin", "--evidence", "").code == 2
    assert kept.journal.read_bytes() == before


# a plan is kept once


def test_a_plan_that_is_shown_again_is_the_same_plan(pmpath: Pmpath, kept: Home) -> None:
    before = kept.journal.read_bytes()
    shown = [plan(pmpath, "--json").data["id"] for _ in range(2)]
    plan(pmpath, today="2027-01-01")
    assert (kept.journal.read_bytes(), len(set(shown))) == (before, 1)


@pytest.mark.parametrize("words", [("--hours", "4"), ("--start", BEGIN), ("--target", "senior-pm"), ("--fresh",)])
def test_the_same_plan_asked_for_once_more_is_not_kept_twice(pmpath: Pmpath, kept: Home, words: tuple[str, ...]) -> None:
    before = kept.journal.read_bytes()
    assert plan(pmpath, *words).code == 0
    assert kept.journal.read_bytes() == before


def test_options_make_another_plan_and_carry_over_the_rest(pmpath: Pmpath, kept: Home) -> None:
    plan(pmpath, "--hours", "6", "--by", "2027-06-30", "--env", "startup", "--start", "2026-11-30")
    plan(pmpath, "--hours", "8", today="2026-12-20")
    last = entries(kept, "plan")[-1]
    assert (last["hours"], last["by"], last["environment"], last["start"]) == (8, "2027-06-30", "startup", "2026-11-30")


def test_what_was_said_of_the_actions_holds_in_another_plan(pmpath: Pmpath, kept: Home) -> None:
    plan(pmpath, "done", "scope")
    plan(pmpath, "note", "data", "x")
    data = plan(pmpath, "--hours", "8", "--json").data
    assert SCOPE not in {one["id"] for one in data["actions"]}
    assert len(entries(kept, "plan")) == 2


def test_a_fresh_plan_carries_nothing_over(pmpath: Pmpath, kept: Home) -> None:
    plan(pmpath, "--hours", "6", "--by", "2027-06-30", "--env", "startup")
    plan(pmpath, "--fresh", today="2026-12-20")
    last = entries(kept, "plan")[-1]
    assert (last["hours"], last["by"], last["environment"], last["start"]) == (4, None, None, "2026-12-20")


def test_a_target_further_up_is_carried_over_to_the_next_plan(pmpath: Pmpath, kept: Home) -> None:
    plan(pmpath, "--target", "group-pm")
    plan(pmpath, "--hours", "8")
    assert entries(kept, "plan")[-1]["to"] == "group-pm"


def test_a_plan_that_is_only_shown_is_not_kept(pmpath: Pmpath, kept: Home) -> None:
    before = kept.journal.read_bytes()
    ran = plan(pmpath, "--no-save", "--hours", "10", "--json")
    assert (ran.code, ran.data["id"], ran.data["hours_per_week"]) == (0, None, 10)
    assert kept.journal.read_bytes() == before


def test_a_plan_that_was_never_kept_cannot_be_followed(pmpath: Pmpath, home: Home) -> None:
    assessed(pmpath, example_a())
    before = home.journal.read_bytes()
    plan(pmpath, "--no-save")
    ran = plan(pmpath, "done", "scope")
    assert (ran.code, home.journal.read_bytes()) == (2, before)
    assert "pmpath plan makes one" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("--hours", "0"),
        ("--hours", "0.49"),
        ("--hours", "-1"),
        ("--hours", "81"),
        ("--hours", "nan"),
        ("--hours", "inf"),
        ("--hours", "x"),
        ("--by", "2026-11-22"),
        ("--by", "2026-13-01"),
        ("--by", "2026-11"),
        ("--start", "2026-02-30"),
        ("--start", "2027-01-01", "--by", "2026-12-31"),
        ("--env", "x"),
        ("--target", "x"),
    ],
)
def test_a_value_that_is_none_keeps_nothing(pmpath: Pmpath, kept: Home, words: tuple[str, ...]) -> None:
    before = kept.journal.read_bytes()
    ran = plan(pmpath, *words)
    assert (ran.code, ran.out, kept.journal.read_bytes()) == (2, "", before)


@pytest.mark.parametrize(
    "words", [("checkin", "--moved", "scope"), ("done", "scope"), ("open", "scope"), ("note", "scope", "x")]
)
@pytest.mark.parametrize("before", [("--hours", "6"), ("--fresh",), ("--no-save",), ("--by", "2027-12-31"), ("--start", BEGIN)])
def test_options_of_the_plan_do_not_go_with_a_subcommand(
    pmpath: Pmpath, kept: Home, before: tuple[str, ...], words: tuple[str, ...]
) -> None:
    content = kept.journal.read_bytes()
    ran = plan(pmpath, *before, *words)
    assert (ran.code, ran.out, kept.journal.read_bytes()) == (2, "", content)
    assert "options of pmpath plan do not go with" in ran.err


@pytest.mark.parametrize(
    "words", [("done", "scope"), ("blocked", "scope"), ("checkin", "--moved", "scope"), ("note", "scope", "x")]
)
@pytest.mark.parametrize("form", ["csv", "ics", "svg"])
def test_a_form_that_a_report_cannot_have_keeps_nothing(pmpath: Pmpath, kept: Home, words: tuple[str, ...], form: str) -> None:
    before = kept.journal.read_bytes()
    ran = plan(pmpath, *words, "--format", form)
    assert (ran.code, ran.out, kept.journal.read_bytes()) == (2, "", before)


# a new assessment


def test_a_new_assessment_makes_a_new_plan(pmpath: Pmpath, kept: Home) -> None:
    plan(pmpath, "done", "scope")
    assessed(pmpath, {**example_a(), "scope": "senior-pm"}, "2026-12-20")
    data = plan(pmpath, "--json", today="2026-12-21").data
    assert (data["begun"], data["standings"], data["checkins"]) == ("2026-12-21", [], [])
    assert SCOPE not in {one["id"] for one in data["actions"]}
    assert len(entries(kept, "plan")) == 2


@pytest.mark.parametrize("words", [("done", "scope"), ("checkin", "--moved", "scope"), ("note", "scope", "x")])
def test_a_plan_for_an_earlier_assessment_is_not_followed(pmpath: Pmpath, kept: Home, words: tuple[str, ...]) -> None:
    assessed(pmpath, example_a(), "2026-12-20")
    before = kept.journal.read_bytes()
    ran = plan(pmpath, *words)
    assert (ran.code, kept.journal.read_bytes()) == (2, before)
    assert "no plan is kept for your last assessment" in ran.err


def test_hours_and_target_of_the_plan_before_hold_after_a_new_assessment(pmpath: Pmpath, kept: Home) -> None:
    plan(pmpath, "--hours", "8", "--target", "group-pm")
    assessed(pmpath, {**example_a(), "scope": "senior-pm"}, "2026-12-20")
    plan(pmpath, today="2026-12-21")
    last = entries(kept, "plan")[-1]
    assert (last["hours"], last["to"]) == (8, "group-pm")


def test_a_day_to_be_done_by_that_is_over_is_no_obstacle_to_the_next_plan(pmpath: Pmpath, kept: Home) -> None:
    plan(pmpath, "--by", "2027-06-30")
    assessed(pmpath, example_a(), "2027-08-01")
    ran = plan(pmpath, today="2027-08-01")
    assert (ran.code, ran.err) == (0, "")
    assert entries(kept, "plan")[-1]["start"] == "2027-08-01"


def test_someone_on_the_way_in_can_plan_toward_the_first_level(pmpath: Pmpath) -> None:
    assessed(pmpath, example_b())
    assert plan(pmpath, "--json").data["target"] == "apm"


# the days


@pytest.mark.usefixtures("kept")
def test_a_plan_that_is_left_alone_ends_later_and_says_when_it_was_to_end(pmpath: Pmpath) -> None:
    first = plan(pmpath, "--json").data
    later = plan(pmpath, "--json", today="2026-12-21").data
    assert (first["end"], first["first_end"]) == ("2027-06-13", "2027-06-13")
    assert (later["start"], later["end"], later["first_end"]) == ("2026-12-21", "2027-07-11", "2027-06-13")
    text = flowing(plan(pmpath, today="2026-12-21").out)
    assert "until 2027-07-11" in text
    assert f"When it began, on {BEGIN}, it was to end on 2027-06-13." in text


@pytest.mark.usefixtures("kept")
def test_a_plan_in_its_own_time_says_nothing_of_an_earlier_end(pmpath: Pmpath) -> None:
    assert "it was to end" not in plan(pmpath, today="2026-11-29").out


@pytest.mark.usefixtures("kept")
def test_the_end_is_the_last_day_of_the_week_of_the_last_step(pmpath: Pmpath) -> None:
    data = plan(pmpath, "--json").data
    assert max(step["last_week"] for step in data["steps"]) == data["weeks"] == 29


def test_a_plan_that_begins_later_does_not_call_its_first_week_this_week(pmpath: Pmpath) -> None:
    assessed(pmpath, example_a())
    out = plan(pmpath, "--start", "2027-03-01").out
    assert "2027-03-01" in out
    assert "This week" not in out


def test_a_plan_that_begins_later_has_nothing_due_this_week(pmpath: Pmpath) -> None:
    assessed(pmpath, example_a())
    plan(pmpath, "--start", "2027-03-01")
    assert "Due this week" not in pmpath("--today", BEGIN).out


@pytest.mark.usefixtures("kept")
def test_when_all_is_done_nothing_is_left_and_an_assessment_comes_next(pmpath: Pmpath) -> None:
    for name in ("scope", "influence", "strategy", "data"):
        plan(pmpath, "done", name)
    ran = plan(pmpath)
    assert ran.out.startswith("All of the plan toward Senior Product Manager is done.")
    assert "Next: pmpath assess" in ran.out
    assert pmpath("--today", BEGIN).out.endswith("Next: pmpath assess\n")


# where nothing can be kept


@pytest.mark.parametrize(
    "words",
    [
        ("--hours", "6"),
        ("done", "scope"),
        ("blocked", "scope"),
        ("open", "scope"),
        ("note", "scope", "x"),
        ("checkin", "--moved", "scope"),
    ],
)
def test_a_full_disk_ends_it_with_74_and_damages_nothing(pmpath: Pmpath, kept: Home, words: tuple[str, ...]) -> None:
    before = kept.journal.read_bytes()
    with smallest_files(len(before) + 10):
        ran = plan(pmpath, *words)
    assert (ran.code, ran.out, kept.journal.read_bytes()) == (74, "", before)
    assert plan(pmpath, *words).code == 0


def test_on_a_full_disk_what_is_kept_can_be_shown(pmpath: Pmpath, kept: Home) -> None:
    expected = plan(pmpath).out
    assert kept.journal.exists()
    with smallest_files(0):
        assert run_apart(["--today", BEGIN, "plan"], {"PMPATH_WIDTH": "80"}).out == expected


def test_without_a_folder_to_keep_it_in_a_plan_says_so(pmpath: Pmpath, home: Home) -> None:
    home.folder.write_text("a file where a folder should be", "ascii")
    assert (plan(pmpath).code, plan(pmpath).out) == (74, "")


@pytest.mark.parametrize(
    "words",
    [
        ("--hours", "6"),
        ("done", "scope"),
        ("note", "scope", "x"),
        ("checkin", "--moved", "scope"),
        ("blocked", "scope"),
        ("open", "scope"),
    ],
)
def test_nothing_is_written_into_a_journal_of_a_newer_pmpath(pmpath: Pmpath, kept: Home, words: tuple[str, ...]) -> None:
    before = kept.journal.read_bytes() + NEWER
    kept.journal.write_bytes(before)
    ran = plan(pmpath, *words)
    assert (ran.code, ran.out, kept.journal.read_bytes()) == (65, "", before)
    assert "newer pmpath" in ran.err


def test_what_a_newer_pmpath_left_readable_is_shown(pmpath: Pmpath, kept: Home) -> None:
    expected = plan(pmpath).out
    kept.journal.write_bytes(kept.journal.read_bytes() + NEWER)
    assert plan(pmpath).out == expected


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("width", ["40", "80"])
def test_no_line_is_wider_than_the_page(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("PMPATH_WIDTH", width)
    said = [plan(pmpath, *words).out for words in (("note", "data", "word " * 60), ("blocked", "scope", "--why", "why " * 60))]
    said += [plan(pmpath, *words).out for words in (("done", "strategy"), ("checkin", "--moved", "influence"), ())]
    wide = [line for line in "".join(said).splitlines() if len(line) > int(width) and "pmpath " not in line]
    assert wide == []
