"""pmpath case: only what carries evidence is claimed, since when it holds, and what is missing is named."""

from collections.abc import Mapping
from typing import Any

import pytest

from builders import Answers, example_a, example_b, sheet, top
from cli.running import Home, Pmpath, flowing

STRATEGY, DISCOVERY, SCOPE = "strategy.senior-pm", "discovery.senior-pm", "scope.senior-pm"
MILESTONE = "team-number-moved"
TODAY = ("--today", "2026-11-23")

Facts = Mapping[str, Any]


def made(pmpath: Pmpath, *words: str) -> Facts:
    """Return the case as data."""
    data: Facts = pmpath(*TODAY, "case", *words, "--json").data
    return data


def claims(pmpath: Pmpath, *words: str) -> dict[str, tuple[str, int]]:
    """Return what is claimed: since when, in how many assessments."""
    data = made(pmpath, *words)
    return {one["id"]: (one["since"], one["times"]) for one in (*data["shown"], *data["held"])}


def shown(pmpath: Pmpath, *names: str, day: str = "2026-08-03") -> None:
    """Keep a piece of evidence for each of these."""
    for name in names:
        assert pmpath("--today", day, "evidence", "add", f"Work on {name}", "--shows", name).code == 0


@pytest.fixture
def a(home: Home) -> Home:
    """Keep worked example A."""
    home.assessed(example_a(), "2026-08-03")
    return home


def without(answers: Answers, name: str) -> Answers:
    return {**answers, name: "not-yet"}


# what is claimed


@pytest.mark.usefixtures("a")
def test_without_evidence_nothing_is_claimed(pmpath: Pmpath) -> None:
    data = made(pmpath)
    assert (data["target"], data["shown"], data["held"]) == ("senior-pm", [], [])
    assert data["said"] == [DISCOVERY, "prioritization.senior-pm", "delivery.senior-pm", "technology.senior-pm"]
    assert "none of them with evidence." in flowing(pmpath("case").out)


@pytest.mark.usefixtures("a")
def test_what_is_met_and_shown_is_claimed_with_its_evidence(pmpath: Pmpath) -> None:
    shown(pmpath, DISCOVERY)
    data = made(pmpath)
    (claim,) = data["shown"]
    assert (claim["id"], [one["what"] for one in claim["evidence"]]) == (DISCOVERY, [f"Work on {DISCOVERY}"])
    assert DISCOVERY not in data["said"]
    out = flowing(pmpath(*TODAY, "case").out)
    assert "Shown for Senior Product Manager Discovery: find needs that redirect an area (Senior PM)" in out
    assert f"1. Work on {DISCOVERY}. Your own word, without a number in the result." in out


@pytest.mark.usefixtures("a")
def test_what_is_shown_and_not_met_is_missing_and_not_claimed(pmpath: Pmpath) -> None:
    shown(pmpath, STRATEGY)
    data = made(pmpath)
    assert (data["shown"], STRATEGY in data["missing"]) == ([], True)


@pytest.mark.usefixtures("a")
def test_what_lies_below_the_level_is_held_the_highest_first(pmpath: Pmpath) -> None:
    shown(pmpath, "discovery.apm", "discovery.pm", DISCOVERY)
    data = made(pmpath)
    assert [one["id"] for one in data["held"]] == ["discovery.pm", "discovery.apm"]
    assert "Shown below it" in pmpath("case").out


@pytest.mark.usefixtures("a")
def test_evidence_that_is_taken_out_claims_nothing(pmpath: Pmpath) -> None:
    shown(pmpath, DISCOVERY)
    pmpath("evidence", "rm", "1")
    assert claims(pmpath) == {}


@pytest.mark.usefixtures("a")
def test_everything_of_the_level_stands_in_one_place(pmpath: Pmpath) -> None:
    shown(pmpath, DISCOVERY, "discovery.pm")
    data = made(pmpath)
    parts = [*(one["id"] for one in data["shown"]), *data["facts"], *data["said"], *data["missing"]]
    parts += data["readiness"]["must_haves_missing"]
    assert len(parts) == len(set(parts))


@pytest.mark.usefixtures("a")
def test_what_somebody_has_to_give_is_named_apart(pmpath: Pmpath) -> None:
    assert "To be given by someone else • Scope: own a problem across teams" in flowing(pmpath("case").out)


def test_facts_that_are_met_are_named_as_facts(pmpath: Pmpath, home: Home) -> None:
    home.assessed({**example_a(), "scope": "senior-pm"})
    assert made(pmpath, "--target", "senior-pm")["facts"] == [SCOPE]
    assert "Facts that others can check • Scope: own a problem across teams" in flowing(
        pmpath("case", "--target", "senior-pm").out
    )


@pytest.mark.usefixtures("a")
def test_the_next_command_shows_what_is_only_said(pmpath: Pmpath) -> None:
    document = pmpath("case", "--json").whole
    assert document["next_commands"] == [f'pmpath evidence add "what you did" --shows {DISCOVERY}']


@pytest.mark.usefixtures("a")
def test_a_full_count_says_how_many_are_shown(pmpath: Pmpath) -> None:
    shown(pmpath, DISCOVERY, "delivery.senior-pm")
    assert "Ready for it means 7 of 10 expectations met; 4 are met, two of them with evidence." in flowing(pmpath("case").out)


# since when


@pytest.mark.usefixtures("a")
def test_a_claim_holds_since_the_first_assessment_that_says_it(pmpath: Pmpath, a: Home) -> None:
    shown(pmpath, DISCOVERY)
    a.assessed(example_a(), "2026-09-01")
    a.assessed(example_a(), "2026-10-01")
    assert claims(pmpath) == {DISCOVERY: ("2026-08-03", 3)}
    assert "since 2026-08-03" in flowing(pmpath("case").out).lower()


def test_a_break_begins_it_anew(pmpath: Pmpath, home: Home) -> None:
    for day, answers in (
        ("2026-08-03", example_a()),
        ("2026-09-01", without(example_a(), DISCOVERY)),
        ("2026-10-01", example_a()),
    ):
        home.assessed(answers, day)
    shown(pmpath, DISCOVERY, "discovery.pm")
    assert claims(pmpath) == {DISCOVERY: ("2026-10-01", 1), "discovery.pm": ("2026-08-03", 3)}


@pytest.mark.usefixtures("a")
def test_what_a_plan_confirmed_holds_since_then(pmpath: Pmpath) -> None:
    pmpath("--today", "2026-08-03", "plan")
    pmpath("--today", "2026-10-01", "plan", "done", "strategy", "--answer", "on-my-own", "--evidence", "Wrote it")
    assert claims(pmpath)[STRATEGY][0] == "2026-10-01"


@pytest.mark.usefixtures("a")
def test_a_later_confirmation_does_not_make_an_earlier_one_younger(pmpath: Pmpath) -> None:
    pmpath("--today", "2026-08-03", "plan")
    for day, name, answer in (("2026-10-01", "scope", "senior-pm"), ("2026-11-02", "strategy", "on-my-own")):
        pmpath("--today", day, "plan", "done", name, "--answer", answer, "--evidence", f"Did {name}")
    days = {name: since for name, (since, _) in claims(pmpath, "--target", "senior-pm").items()}
    assert days == {SCOPE: "2026-10-01", STRATEGY: "2026-11-02"}


@pytest.mark.usefixtures("a")
def test_a_confirmation_is_no_assessment_of_what_it_is_not_about(pmpath: Pmpath) -> None:
    shown(pmpath, DISCOVERY)
    pmpath("--today", "2026-08-03", "plan")
    pmpath("--today", "2026-10-01", "plan", "done", "strategy", "--answer", "on-my-own")
    assert claims(pmpath) == {DISCOVERY: ("2026-08-03", 1)}


@pytest.mark.usefixtures("a")
def test_what_a_plan_took_back_is_no_longer_claimed(pmpath: Pmpath) -> None:
    pmpath("plan")
    pmpath("plan", "done", "strategy", "--answer", "on-my-own", "--evidence", "Wrote it")
    pmpath("plan", "done", "strategy", "--answer", "with-help")
    assert claims(pmpath) == {}


# milestones


@pytest.mark.usefixtures("a")
def test_milestones_that_are_met_are_in_it_and_claimed_ones_are_not(pmpath: Pmpath) -> None:
    pmpath("milestones", "mark", MILESTONE)
    assert made(pmpath)["milestones"] == []
    shown(pmpath, MILESTONE)
    assert made(pmpath)["milestones"] == [MILESTONE]
    out = flowing(pmpath("case").out)
    assert "Milestones met" in out
    assert "vidence 1." in out


def test_the_lowest_level_takes_over_no_milestones_of_the_next(pmpath: Pmpath, a: Home) -> None:
    names = [one["id"] for one in pmpath("milestones", "--for", "apm", "--json").data["milestones"]]
    assert a.journal.exists()
    for name in names:
        shown(pmpath, name)
        pmpath("milestones", "mark", name)
    assert made(pmpath, "--target", "apm")["milestones"] == []
    assert made(pmpath, "--target", "pm")["milestones"] == names


# which level


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize("level", ["apm", "pm", "senior-pm", "group-pm", "director", "vp", "cpo"])
def test_a_level_may_be_named(pmpath: Pmpath, level: str) -> None:
    assert made(pmpath, "--target", level)["target"] == level


@pytest.mark.usefixtures("a")
def test_a_level_that_there_is_not_is_refused(pmpath: Pmpath) -> None:
    ran = pmpath("case", "--target", "boss")
    assert (ran.code, ran.out) == (2, "")
    assert "--target" in ran.err


def test_at_the_top_a_level_has_to_be_named(pmpath: Pmpath, home: Home) -> None:
    home.assessed(top())
    ran = pmpath("case")
    assert (ran.code, ran.out) == (2, "")
    assert "--target" in ran.err
    assert pmpath("case", "--target", "cpo").code == 0


def test_without_an_assessment_there_is_no_case(pmpath: Pmpath) -> None:
    ran = pmpath("case")
    assert (ran.code, ran.out) == (2, "")
    assert "a case begins with an assessment, and none is kept yet" in ran.err


@pytest.mark.parametrize("answers", [example_b(), sheet(), {"scope": "pm"}], ids=["way in", "nothing", "one answer"])
def test_a_case_can_be_made_from_little(pmpath: Pmpath, home: Home, answers: Answers) -> None:
    home.assessed(answers)
    ran = pmpath("case", "--target", "pm")
    assert (ran.code, ran.err) == (0, "")


# handed over


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize("form", ["md", "html"])
def test_what_is_handed_over_has_no_commands_to_type(pmpath: Pmpath, form: str) -> None:
    shown(pmpath, DISCOVERY)
    out = pmpath(*TODAY, "case", "--format", form).out
    assert "Work on" in out
    assert "pmpath evidence" not in out
    assert "Next" not in out


@pytest.mark.usefixtures("a")
def test_it_can_be_drawn_and_is_no_table(pmpath: Pmpath) -> None:
    assert pmpath("case", "--format", "svg").out.startswith("<?xml")
    assert pmpath("case", "--format", "csv").code == 2


def test_it_writes_nothing(pmpath: Pmpath, a: Home) -> None:
    before = (a.journal.read_bytes(), a.journal.stat().st_mtime_ns)
    for form in ("text", "json", "md", "html", "svg"):
        assert pmpath("case", "--format", form).code == 0
    assert (a.journal.read_bytes(), a.journal.stat().st_mtime_ns) == before


@pytest.mark.usefixtures("a")
def test_the_same_day_gives_the_same_bytes(pmpath: Pmpath) -> None:
    shown(pmpath, DISCOVERY)
    for form in ("text", "json", "md", "html", "svg"):
        assert pmpath(*TODAY, "case", "--format", form).out == pmpath(*TODAY, "case", "--format", form).out


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize("width", ["40", "80"])
def test_no_line_is_wider_than_the_page(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("PMPATH_WIDTH", width)
    words = ("--result", "word " * 50, "--who", "who " * 50, "--date", "2020", "--shows", f"{DISCOVERY},{MILESTONE}")
    pmpath("evidence", "add", "what " * 50, *words)
    pmpath("milestones", "mark", MILESTONE)
    out = pmpath("case").out
    assert [line for line in out.splitlines() if len(line) > int(width) and "pmpath evidence" not in line] == []
