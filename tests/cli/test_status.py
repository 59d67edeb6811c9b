"""`pmpath` alone: a newcomer, an unfinished interview, a history, both; in text, plain lines and JSON."""

import os

import pytest

from builders import example_a, example_b, example_c, example_d, grid, library, top
from cli.running import Home, Pmpath, flowing

WORDS = library().words
GREETING = "pmpath says where you stand as a product manager"
TODAY = ("--today", "2026-01-08")
BEGUN = {"scope": "pm", "discovery.pm": "on-my-own", "data.pm": None}
EXAMPLES = {"a": example_a(), "b": example_b(), "c": example_c(), "d": example_d(), "top": top(), "open": {"scope": "pm"}}
STANDING = {
    "a": "Product Manager. Toward Senior Product Manager: 4 met where 7 are needed.",
    "b": "On the way into product. Toward Associate Product Manager: ",
    "c": "Senior Product Manager. Toward Group Product Manager: ",
    "d": "Group Product Manager, in the role of Director of Product. Toward Director of Product: ",
    "top": "Chief Product Officer.",
    "open": "Where you stand is still open",
}
NEXT = {
    "a": ["pmpath plan"],
    "b": ["pmpath plan"],
    "c": ["pmpath plan"],
    "d": ["pmpath plan"],
    "top": ["pmpath ladder cpo"],
    "open": ["pmpath assess"],
}


def test_a_newcomer_reads_what_pmpath_is_and_the_first_commands(pmpath: Pmpath, home: Home) -> None:
    ran = pmpath()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(GREETING)
    assert ran.out.count("\n  pmpath ") == 3
    assert not home.folder.exists()


def test_a_newcomer_is_a_newcomer_to_a_script(pmpath: Pmpath, home: Home) -> None:
    whole = pmpath("--json").whole
    assert whole["kind"] == "status"
    assert whole["data"] == {"assessment": None, "unfinished": None, "plan": None, "practice": None}
    assert whole["next_commands"] == ["pmpath assess"]
    assert not home.folder.exists()


def test_an_unfinished_interview_is_offered(pmpath: Pmpath, home: Home) -> None:
    home.begun(BEGUN)
    out = pmpath(*TODAY).out
    assert out.startswith(GREETING)
    assert "\nAn interview of 2026-01-07 is unfinished: two answers kept.\n" in out
    assert out.endswith("\nNext: pmpath assess --resume\n")


def test_an_unfinished_interview_is_data_for_a_script(pmpath: Pmpath, home: Home) -> None:
    home.begun(BEGUN)
    whole = pmpath("--json").whole
    assert whole["data"] == {
        "assessment": None,
        "unfinished": {"begun": "2026-01-07T09:00:00Z", "answered": 2, "skipped": 1},
        "plan": None,
        "practice": None,
    }
    assert whole["next_commands"] == ["pmpath assess --resume"]


def test_an_interview_without_an_answer_is_none(pmpath: Pmpath, home: Home) -> None:
    nothing = pmpath()
    home.begun({"scope": None})
    assert pmpath() == nothing


@pytest.mark.parametrize("name", EXAMPLES)
def test_where_someone_stands_is_said_first(pmpath: Pmpath, home: Home, name: str) -> None:
    home.assessed(EXAMPLES[name])
    ran = pmpath(*TODAY)
    assert (ran.code, ran.err) == (0, "")
    assert flowing(ran.out).startswith(STANDING[name])
    assert "By your assessment of 2026-01-05, three days ago." in flowing(ran.out)


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_comes_next_fits_the_place(pmpath: Pmpath, home: Home, name: str) -> None:
    home.assessed(EXAMPLES[name])
    assert pmpath("--json").whole["next_commands"] == NEXT[name]
    assert pmpath().out.endswith(f"\nNext: {NEXT[name][0]}\n" + "".join(f"      {one}\n" for one in NEXT[name][1:]))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_next_commands_can_be_run(pmpath: Pmpath, home: Home, name: str) -> None:
    home.assessed(EXAMPLES[name])
    commands = [command.split()[1:] for command in NEXT[name] if "assess" not in command]
    assert [command for command in commands if pmpath(*command).code != 0] == []


@pytest.mark.parametrize("name", ["a", "c", "d"])
def test_the_next_step_is_the_first_of_the_assessment(pmpath: Pmpath, home: Home, name: str) -> None:
    first = home.assessed(EXAMPLES[name]).next_steps[0]
    out = pmpath().out
    assert f"\nMore about it: pmpath explain {first}\n" in out
    assert flowing(WORDS.expectations[first].action.do) in flowing(out)
    assert pmpath("explain", first).code == 0


def test_a_history_is_data_for_a_script(pmpath: Pmpath, home: Home) -> None:
    result = home.assessed(example_a())
    assert pmpath("--json").data["assessment"] == {
        "at": "2026-01-05T09:00:00Z",
        "ladder": library().identity._asdict(),
        "role": "pm",
        "level": "pm",
        "goal": "senior-pm",
        "readiness": {"met": 4, "needed": 7},
        "next_steps": list(result.next_steps),
    }


def test_at_the_top_of_the_ladder_there_is_no_readiness(pmpath: Pmpath, home: Home) -> None:
    home.assessed(top())
    said = pmpath("--json").data["assessment"]
    assert (said["level"], said["goal"], said["readiness"]) == (grid().levels[-1], None, None)


@pytest.mark.parametrize(
    ("today", "ago"),
    [
        ("2026-01-04", "today"),
        ("2026-01-05", "today"),
        ("2026-01-06", "yesterday"),
        ("2026-01-07", "two days ago"),
        ("2026-01-08", "three days ago"),
        ("2026-01-16", "11 days ago"),
        ("2027-01-05", "365 days ago"),
    ],
)
def test_how_long_ago_is_said_in_days(pmpath: Pmpath, home: Home, today: str, ago: str) -> None:
    home.assessed(example_a(), "2026-01-05")
    assert f"By your assessment of 2026-01-05, {ago}.\n" in pmpath("--today", today).out


def test_the_present_day_may_come_from_the_environment(pmpath: Pmpath, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.assessed(example_a(), "2026-01-05")
    monkeypatch.setenv("PMPATH_TODAY", "2026-01-06")
    assert "2026-01-05, yesterday." in pmpath().out


def test_a_history_and_an_unfinished_interview_are_both_said(pmpath: Pmpath, home: Home) -> None:
    home.assessed(example_a(), "2026-01-05")
    home.begun(BEGUN, "2026-01-07")
    out = flowing(pmpath(*TODAY).out)
    assert out.startswith(STANDING["a"])
    assert "An interview of 2026-01-07 is unfinished: two answers kept." in out
    assert out.endswith("Next: pmpath assess --resume")


def test_both_are_data_for_a_script(pmpath: Pmpath, home: Home) -> None:
    home.assessed(example_a(), "2026-01-05")
    home.begun(BEGUN, "2026-01-07")
    whole = pmpath("--json").whole
    assert whole["data"]["assessment"]["level"] == "pm"
    assert whole["data"]["unfinished"]["answered"] == 2
    assert whole["next_commands"] == ["pmpath assess --resume"]


def test_the_last_assessment_counts(pmpath: Pmpath, home: Home) -> None:
    home.assessed(top(), "2026-01-01")
    home.assessed(example_a(), "2026-01-05")
    assert pmpath("--json").data["assessment"]["level"] == "pm"


@pytest.mark.parametrize("kind", ["newcomer", "begun", "assessed", "both"])
def test_plain_lines_say_the_same(pmpath: Pmpath, home: Home, kind: str) -> None:
    if kind in ("begun", "both"):
        home.begun(BEGUN)
    if kind in ("assessed", "both"):
        home.assessed(example_a())
    plain = pmpath("--plain", *TODAY)
    assert (plain.code, plain.err, plain.out.isascii()) == (0, "", True)
    assert {word.removesuffix(":") for word in plain.out.split()} == {
        word.removesuffix(":") for word in pmpath(*TODAY).out.split()
    }


@pytest.mark.parametrize("argv", [(), ("--json",), ("--plain",)])
def test_looking_leaves_what_is_kept_as_it_was(pmpath: Pmpath, home: Home, argv: tuple[str, ...]) -> None:
    home.assessed(example_a())
    os.utime(home.journal, ns=(10**18, 10**18))
    before = (home.journal.read_bytes(), home.journal.stat().st_mtime_ns, sorted(home.folder.iterdir()))
    assert pmpath(*argv).code == 0
    assert (home.journal.read_bytes(), home.journal.stat().st_mtime_ns, sorted(home.folder.iterdir())) == before


def test_a_journal_that_cannot_be_read_is_said_and_stops_nothing(pmpath: Pmpath, home: Home) -> None:
    newcomer = pmpath().out
    home.journal.mkdir(parents=True)
    ran = pmpath()
    assert (ran.code, ran.out) == (0, newcomer)
    assert ran.err.startswith("What is kept cannot be read: ")


def test_a_journal_that_cannot_be_read_is_no_error_to_a_script(pmpath: Pmpath, home: Home) -> None:
    home.journal.mkdir(parents=True)
    ran = pmpath("--json")
    assert (ran.code, ran.data) == (0, {"assessment": None, "unfinished": None, "plan": None, "practice": None})


def test_a_torn_end_hides_nothing_before_it(pmpath: Pmpath, home: Home) -> None:
    home.assessed(example_a())
    whole = pmpath()
    with home.journal.open("ab") as file:
        file.write(b'{"v":1,"seq":2,"id":"a')
    assert pmpath().out == whole.out


def test_an_assessment_by_a_ladder_with_other_levels_is_still_shown(pmpath: Pmpath, home: Home) -> None:
    home.assessed(example_a())
    line = home.journal.read_text("ascii")
    home.journal.unlink()
    home.rewritten(line, {"level": "wizard", "role": "wizard", "goal": "archwizard", "next_steps": ["spells.wizard"]})
    ran = pmpath(*TODAY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("wizard. Toward archwizard: 4 met where 7 are needed.\n")
    assert ran.out.endswith("\nNext: pmpath assess\n")


def test_without_a_home_folder_the_newcomer_is_greeted(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PMPATH_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "nowhere")
    monkeypatch.setenv("XDG_CACHE_HOME", "/nonexistent")
    ran = pmpath()
    assert (ran.code, ran.out.startswith(GREETING)) == (0, True)
    assert ran.err.startswith("What is kept cannot be read: there is no home folder")


def test_an_unknown_day_ago_does_not_matter_to_a_newcomer(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("--today", "1999-12-31") == pmpath()
    assert not home.folder.exists()
