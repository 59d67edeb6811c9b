"""--env and --deep-tech: other actions and another order of work, with the reasons, kept like the rest of the context."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest

from builders import library, startup_pm
from cli.running import Home, Pmpath, flowing, write_lines, write_sheet

LESS: Final = "technology.senior-pm"
REASON: Final = "counts less in a startup, unless the product is deeply technical"
WAY_OUT: Final = "If the product itself is deeply technical, add --deep-tech."
STARTUP: Final = library().words.settings["startup"]
CORPORATE: Final = library().words.settings["corporate"]
BACKGROUNDS: Final = tuple(playbook.id for playbook in library().playbooks)
DAY: Final = ("--today", "2026-11-23")


@pytest.fixture
def s(tmp_path: Path) -> str:
    """Write the sheet of a PM in a startup and return its name."""
    return write_sheet(tmp_path / "s.json", startup_pm())


def contexts(home: Home) -> list[Any]:
    """Return the contexts of the assessments that are kept."""
    lines = [json.loads(line) for line in home.journal.read_text("utf-8").splitlines()]
    return [line["data"]["sheet"]["context"] for line in lines if line["type"] == "assessment"]


def path(data: Mapping[str, Any]) -> list[str]:
    return [name.partition(".")[0] for name in data["shortest_path"]]


def planned(data: Mapping[str, Any]) -> list[str]:
    return [one["id"].partition(".")[0] for one in data["actions"]]


USUAL: Final = ["scope", "influence", "strategy", "technology", "business"]
LATER: Final = ["scope", "influence", "strategy", "business", "technology"]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), USUAL),
        (("--env", "corporate"), USUAL),
        (("--deep-tech",), USUAL),
        (("--env", "startup"), LATER),
        (("--env", "startup", "--no-deep-tech"), LATER),
        (("--env", "startup", "--deep-tech"), USUAL),
    ],
)
def test_technology_comes_later_in_a_startup_unless_the_product_is_deeply_technical(
    pmpath: Pmpath, s: str, options: Sequence[str], expected: list[str]
) -> None:
    data = pmpath("assess", "--answers", s, *options, "--json").data
    assert path(data) == expected
    assert [step["id"].partition(".")[0] for step in data["next_steps"]] == expected[:3]
    assert planned(pmpath("plan", "--json", *DAY).data) == expected


@pytest.mark.parametrize("options", [("--env", "startup"), ("--env", "corporate"), ("--env", "startup", "--deep-tech")])
def test_everything_but_the_order_stays(pmpath: Pmpath, s: str, options: Sequence[str]) -> None:
    plain, placed = (pmpath("assess", "--answers", s, "--no-save", *more, "--json").data for more in ((), options))
    for name in ("role", "level", "standing", "readiness", "margin", "because", "evidence", "strengths", "unanswered"):
        assert plain[name] == placed[name]
    assert sorted(plain["shortest_path"]) == sorted(placed["shortest_path"])
    assert {gap["id"] for gap in plain["gaps"]} == {gap["id"] for gap in placed["gaps"]}


def page_of(pmpath: Pmpath, s: str, command: str, *options: str) -> str:
    """Return the page of a command for the same person."""
    if command == "plan":
        pmpath("assess", "--answers", s, "--json")
        return flowing(pmpath("plan", *options, *DAY).out)
    words = ("transition", "--from", "customer-success") if command == "transition" else ("assess", "--answers", s)
    return flowing(pmpath(*words, "--no-save", *options).out)


@pytest.mark.parametrize("command", ["assess", "plan", "transition"])
@pytest.mark.parametrize(("options", "said"), [((), WAY_OUT), (("--no-deep-tech",), ""), (("--deep-tech",), STARTUP.exception)])
@pytest.mark.usefixtures("home")
def test_the_page_says_what_moved_why_and_how_to_say_otherwise(
    pmpath: Pmpath, s: str, command: str, *, options: tuple[str, ...], said: str
) -> None:
    page = page_of(pmpath, s, command, "--env", "startup", *options)
    moved = "--deep-tech" not in options
    assert said in page
    assert (WAY_OUT in page) is (said == WAY_OUT)
    assert (flowing(STARTUP.order) in page, REASON in page) == (moved, moved)


@pytest.mark.parametrize("command", ["assess", "plan", "transition"])
@pytest.mark.usefixtures("home")
def test_the_same_answers_get_other_actions_in_each_setting_and_the_page_says_why(pmpath: Pmpath, s: str, command: str) -> None:
    pages = {env: page_of(pmpath, s, command, *(("--env", env) if env else ())) for env in ("", "startup", "corporate")}
    assert len(set(pages.values())) == 3
    for rule, other in ((STARTUP, "corporate"), (CORPORATE, "startup")):
        assert flowing(rule.actions) in pages[rule.id]
        assert flowing(rule.actions) not in pages[other] + pages[""]
    assert flowing(CORPORATE.order) in pages["corporate"]


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_every_background_gets_other_words_in_each_setting(pmpath: Pmpath, background: str) -> None:
    data = {env: pmpath("transition", "--from", background, "--env", env, "--json").data for env in ("startup", "corporate")}
    assert data["startup"]["environment_note"] != data["corporate"]["environment_note"]
    steps = [sorted(step["id"] for step in one["plan"]) for one in data.values()]
    assert steps[0] == steps[1]
    assert data["startup"]["weeks"] == data["corporate"]["weeks"]
    phases = [list(dict.fromkeys(step["phase"] for step in one["plan"])) for one in data.values()]
    assert phases[0] == phases[1]


@pytest.mark.parametrize(("options", "place"), [((), 1), (("--deep-tech",), 0)])
def test_a_step_about_technology_alone_comes_last_of_its_phase_in_a_startup(
    pmpath: Pmpath, options: tuple[str, ...], place: int
) -> None:
    argv = ("transition", "--from", "customer-success", "--env", "startup", *options, "--json")
    phase = [step["id"] for step in pmpath(*argv).data["plan"] if step["phase"] == "Do it with help"]
    assert phase.index("cause-with-an-engineer") == (2 if place else 0)


@pytest.mark.parametrize("env", ["startup", "corporate"])
def test_the_usual_times_shift_with_the_setting_and_the_page_says_why(pmpath: Pmpath, s: str, env: str) -> None:
    page = flowing(pmpath("assess", "--answers", s, "--no-save", "--env", env).out)
    assert flowing(library().words.settings[env].times) in page
    assert "Opinion, not measured" not in flowing(pmpath("assess", "--answers", s, "--no-save").out)


# Data for scripts


def test_the_setting_stands_in_the_data_with_what_counts_less_and_why(pmpath: Pmpath, s: str) -> None:
    data = pmpath("assess", "--answers", s, "--no-save", "--env", "startup", "--json").data
    assert data["setting"] == {
        "environment": "startup",
        "deeply_technical": None,
        "counts_less": [LESS],
        "reason": REASON,
        "order": STARTUP.order,
        "actions": STARTUP.actions,
        "times": STARTUP.times,
    }
    assert next(gap["reasons"] for gap in data["gaps"] if gap["id"] == LESS)[-1] == "counts-less"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), None),
        (("--deep-tech",), None),
        (("--env", "corporate"), ("corporate", None, [], None, CORPORATE.order)),
        (("--env", "startup", "--deep-tech"), ("startup", True, [], None, STARTUP.exception)),
    ],
)
def test_where_nothing_counts_less_the_data_say_that_too(
    pmpath: Pmpath, s: str, words: tuple[str, ...], expected: tuple[object, ...] | None
) -> None:
    found = pmpath("assess", "--answers", s, "--no-save", *words, "--json").data["setting"]
    known = found and tuple(found[key] for key in ("environment", "deeply_technical", "counts_less", "reason", "order"))
    assert known == expected


@pytest.mark.usefixtures("home")
def test_plan_and_transition_carry_it_too(pmpath: Pmpath, s: str) -> None:
    pmpath("assess", "--answers", s, "--env", "startup", "--json")
    assert pmpath("plan", "--json", *DAY).data["setting"]["counts_less"] == [LESS]
    data = pmpath("transition", "--from", "other", "--env", "startup", "--json").data
    assert data["setting"]["counts_less"] == ["technology.apm"]
    assert [gap["id"] for gap in data["gaps"] if gap["counts_less"]] == ["technology.apm"]
    assert pmpath("transition", "--from", "other", "--json").data["setting"] is None


def test_each_line_of_a_batch_has_its_own_setting_and_texts_only_where_they_are_wanted(pmpath: Pmpath, tmp_path: Path) -> None:
    startup: dict[str, object] = {"environment": "startup"}
    given: list[dict[str, object]] = [{}, startup, {**startup, "deeply_technical": True}]
    lines = [json.dumps({"answers": startup_pm(), "context": one}) for one in given]
    file = write_lines(tmp_path / "s.jsonl", *lines)
    bare = [line["data"] for line in pmpath("assess", "--answers", file, "--jsonl", "--detail").lines]
    assert [path(data) for data in bare] == [USUAL, LATER, USUAL]
    assert bare[1]["setting"]["counts_less"] == [LESS]
    assert bare[1]["setting"]["order"] is None
    told = [line["data"] for line in pmpath("assess", "--answers", file, "--jsonl", "--texts", "--no-deep-tech").lines]
    assert [path(data) for data in told] == [USUAL, LATER, LATER]
    assert told[1]["setting"]["order"] == STARTUP.order


# What is kept


@pytest.mark.parametrize(
    ("context", "options", "kept"),
    [
        ({}, (), {}),
        ({}, ("--env", "startup"), {"environment": "startup"}),
        ({}, ("--env", "startup", "--deep-tech"), {"environment": "startup", "deeply_technical": True}),
        ({"environment": "startup"}, ("--no-deep-tech",), {"environment": "startup", "deeply_technical": False}),
        ({"deeply_technical": True}, ("--env", "corporate"), {"environment": "corporate", "deeply_technical": True}),
        (
            {"environment": "startup", "deeply_technical": True},
            ("--no-deep-tech",),
            {"environment": "startup", "deeply_technical": False},
        ),
    ],
)
def test_an_assessment_keeps_what_the_sheet_and_over_it_the_options_say(
    pmpath: Pmpath, home: Home, *, context: dict[str, object], options: tuple[str, ...], kept: dict[str, object]
) -> None:
    pmpath("assess", "--answers", write_sheet(Path("c.json"), startup_pm(), context=context), *options, "--json")
    assert contexts(home) == [kept]


def test_starting_again_carries_it_on(pmpath: Pmpath, home: Home, s: str) -> None:
    pmpath("assess", "--answers", s, "--env", "startup", "--deep-tech", "--json")
    assert path(pmpath("assess", "--again", "--json").data) == USUAL
    assert path(pmpath("assess", "--again", "--no-deep-tech", "--json").data) == LATER
    assert path(pmpath("assess", "--again", "--json").data) == LATER
    assert [one["deeply_technical"] for one in contexts(home)] == [True, True, False, False]


def test_starting_again_carries_on_what_the_plan_said_last(pmpath: Pmpath, home: Home, s: str) -> None:
    pmpath("assess", "--answers", s, "--env", "startup", "--json")
    pmpath("plan", "--env", "corporate", "--deep-tech", *DAY)
    pmpath("assess", "--again", "--json")
    assert contexts(home)[-1] == {"environment": "corporate", "deeply_technical": True}


def test_an_unfinished_interview_takes_the_setting_on(pmpath: Pmpath, home: Home) -> None:
    home.begun(startup_pm())
    assert path(pmpath("assess", "--resume", "--env", "startup", "--json").data) == LATER


@pytest.mark.usefixtures("home")
def test_a_plan_keeps_its_setting_until_something_else_is_said(pmpath: Pmpath, s: str) -> None:
    pmpath("assess", "--answers", s, "--json")
    assert planned(pmpath("plan", "--json", *DAY).data) == USUAL
    assert planned(pmpath("plan", "--env", "startup", "--json", *DAY).data) == LATER
    assert planned(pmpath("plan", "--json", *DAY).data) == LATER
    assert planned(pmpath("plan", "--hours", "6", "--json", *DAY).data) == LATER
    assert planned(pmpath("plan", "--deep-tech", "--json", *DAY).data) == USUAL
    assert planned(pmpath("plan", "--hours", "5", "--json", *DAY).data) == USUAL


@pytest.mark.usefixtures("home")
def test_an_assessment_after_a_plan_says_the_setting_of_the_next_plan(pmpath: Pmpath, s: str) -> None:
    pmpath("assess", "--answers", s, "--env", "startup", "--json")
    assert planned(pmpath("plan", "--json", *DAY).data) == LATER
    pmpath("assess", "--again", "--env", "corporate", "--json")
    data = pmpath("plan", "--json", *DAY).data
    assert (planned(data), data["setting"]["environment"]) == (USUAL, "corporate")


def test_nothing_is_kept_where_nothing_is_to_be_kept(pmpath: Pmpath, home: Home, s: str) -> None:
    pmpath("assess", "--answers", s, "--env", "startup", "--deep-tech", "--no-save")
    assert not home.journal.exists()


# What is off


@pytest.mark.parametrize("command", [("assess", "--no-input"), ("plan",), ("transition", "--from", "sales")])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--env", "mars"), "use one of: startup, corporate"),
        (("--env", "start-up"), "did you mean startup?"),
        (("--env", "corparate"), "did you mean corporate?"),
        (("--env", ""), "use one of: startup, corporate"),
        (("--env", "Startup\x1b[31m"), ""),
        (("--deep-tech=yes",), "--deep-tech"),
        (("--deeptech",), "--deep-tech"),
    ],
)
def test_a_setting_that_is_none_is_refused_with_what_was_perhaps_meant(
    pmpath: Pmpath, home: Home, *, command: tuple[str, ...], words: tuple[str, ...], said: str
) -> None:
    ran = pmpath(*command, *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "\x1b" not in ran.err
    assert not home.journal.exists()


def test_a_subcommand_of_plan_takes_no_setting(pmpath: Pmpath, s: str, home: Home) -> None:
    pmpath("assess", "--answers", s, "--json")
    before = home.journal.read_bytes()
    ran = pmpath("plan", "--deep-tech", "done", "scope")
    assert (ran.code, home.journal.read_bytes()) == (2, before)
    assert "options of pmpath plan do not go with done" in ran.err
