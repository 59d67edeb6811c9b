"""pmpath plan: from the last assessment to weeks with dates."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from builders import Answers, bottom, example_a, top
from cli.running import Pmpath, flowing, write_sheet

BEGIN = ("--today", "2026-11-23")


def assessed(pmpath: Pmpath, answers: Answers, **parts: Mapping[str, object]) -> None:
    assert pmpath("assess", "--answers", write_sheet(Path("sheet.json"), answers, **parts), "--json").code == 0


@pytest.fixture
def a(pmpath: Pmpath) -> None:
    """Keep worked example A."""
    assessed(pmpath, example_a())


def test_without_an_assessment_there_is_nothing_to_plan_from(pmpath: Pmpath) -> None:
    ran = pmpath("plan")
    assert (ran.code, ran.out) == (2, "")
    assert "pmpath assess makes one" in ran.err


def test_a_plan_leads_to_the_guide_of_its_competency(pmpath: Pmpath) -> None:
    apm = {name: "on-my-own" for name in bottom() if name.endswith(".apm")}
    assessed(pmpath, {**bottom(), **apm, "scope": "apm"})
    assert pmpath("plan", "--json", *BEGIN).whole["next_commands"][-1] == "pmpath guide discovery"


@pytest.mark.usefixtures("a")
def test_a_plan_without_what_a_guide_teaches_leads_to_none(pmpath: Pmpath) -> None:
    assert "pmpath guide" not in pmpath("plan", *BEGIN).out


@pytest.mark.usefixtures("a")
def test_the_plan_holds_the_shortest_path_and_nothing_else(pmpath: Pmpath) -> None:
    data = pmpath("plan", "--json", *BEGIN).data
    assert {one["id"] for one in data["actions"]} == {
        "scope.senior-pm",
        "influence.senior-pm",
        "strategy.senior-pm",
        "data.senior-pm",
    }


@pytest.mark.usefixtures("a")
def test_what_someone_has_to_give_is_asked_for_in_the_first_week(pmpath: Pmpath) -> None:
    first = pmpath("plan", "--json", *BEGIN).data["steps"][0]
    assert (first["task"], first["stage"], first["first_day"]) == ("scope.senior-pm", "ask", "2026-11-23")


@pytest.mark.usefixtures("a")
def test_the_last_day_is_the_last_of_the_last_week(pmpath: Pmpath) -> None:
    data = pmpath("plan", "--json", "--start", "2027-01-04").data
    assert (data["start"], data["weeks"], data["end"]) == ("2027-01-04", 29, "2027-07-25")


@pytest.mark.usefixtures("a")
def test_a_date_that_cannot_be_met_says_when_it_ends_and_which_hours_would_do(pmpath: Pmpath) -> None:
    text = flowing(pmpath("plan", "--by", "2027-04-30", *BEGIN).out)
    needed = pmpath("plan", "--by", "2027-04-30", "--json", *BEGIN).data["deadline"]["needed_hours"]
    assert f"By 2027-04-30 it cannot be finished at this pace; it ends on 2027-06-13. {needed} h a week would do." in text
    assert "That is in time for 2027-04-30." in pmpath("plan", "--hours", str(needed), "--by", "2027-04-30", *BEGIN).out
    assert (
        pmpath("plan", "--hours", str(needed - 1), "--by", "2027-04-30", "--json", *BEGIN).data["deadline"]["in_time"] is False
    )


@pytest.mark.usefixtures("a")
def test_waiting_that_is_too_long_says_that_hours_do_not_help(pmpath: Pmpath) -> None:
    assert "More hours would not help" in flowing(pmpath("plan", "--by", "2026-12-31", *BEGIN).out)


@pytest.mark.usefixtures("a")
def test_the_checkpoints_are_30_60_and_90_days_on(pmpath: Pmpath) -> None:
    points = pmpath("plan", "--json", *BEGIN).data["checkpoints"]
    assert [(one["day"], one["done"]) for one in points] == [
        ("2026-12-23", []),
        ("2027-01-22", []),
        ("2027-02-21", ["scope.senior-pm", "influence.senior-pm"]),
    ]


@pytest.mark.usefixtures("a")
def test_every_action_says_what_to_do_when_it_is_done_and_what_may_get_in_the_way(pmpath: Pmpath) -> None:
    text = pmpath("plan", *BEGIN).out
    assert (text.count("Done when:"), text.count("If this gets in the way:"), text.count("Do it alone and show it")) == (
        4,
        4,
        4,
    )


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize("environment", ["startup", "corporate"])
def test_a_setting_changes_how_actions_are_done(pmpath: Pmpath, environment: str) -> None:
    assert f"In a {environment} setting:" in pmpath("plan", "--env", environment, *BEGIN).out


def test_hours_target_and_setting_of_the_sheet_count_where_nothing_else_is_said(pmpath: Pmpath) -> None:
    assessed(pmpath, example_a(), context={"hours_per_week": 10, "target": "senior-pm", "environment": "startup"})
    data = pmpath("plan", "--json", *BEGIN).data
    assert (data["hours_per_week"], data["target"]) == (10, "senior-pm")
    assert pmpath("plan", "--hours", "5", "--json", *BEGIN).data["capacity_minutes"] == 180
    assert "In a startup setting:" in pmpath("plan", *BEGIN).out


def test_an_open_assessment_plans_all_that_is_missing_and_says_so(pmpath: Pmpath) -> None:
    assessed(pmpath, {name: word for name, word in example_a().items() if name not in ("people", "influence.senior-pm")})
    ran = pmpath("plan", *BEGIN)
    assert "Some answers are still open" in ran.out
    assert ran.out.endswith("Next: pmpath assess\n")


def test_at_the_top_there_is_nothing_to_plan(pmpath: Pmpath) -> None:
    assessed(pmpath, top())
    ran = pmpath("plan")
    assert (ran.code, ran.out) == (2, "")
    assert "--target LEVEL" in ran.err


def test_nothing_left_to_do_is_said_in_one_line(pmpath: Pmpath) -> None:
    assessed(pmpath, top())
    assert "Nothing is missing for Product Manager.\nMake your case." in pmpath("plan", "--target", "pm").out


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--by", "soon"),
        ("--by", "2020-01-01"),
        ("--start", "2026-02-30"),
        ("--hours", "0"),
        ("--hours", "0.49"),
        ("--target", "boss"),
        ("--env", "x"),
    ],
)
def test_a_value_that_is_none_is_a_mistake_of_the_command_line(pmpath: Pmpath, option: str, value: str) -> None:
    ran = pmpath("plan", option, value)
    assert (ran.code, ran.out) == (2, "")
    assert option in ran.err or "--by" in ran.err


@pytest.mark.usefixtures("a")
def test_the_same_day_gives_the_same_bytes(pmpath: Pmpath) -> None:
    assert pmpath("plan", "--json", *BEGIN).out == pmpath("plan", "--json", *BEGIN).out
