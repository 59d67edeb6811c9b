"""`pmpath interview story` and `stories`: built from evidence, changed, told, and what no story covers yet."""

import csv
import io

import pytest

from cli.running import Home, Pmpath, flowing

EVIDENCE = (
    "evidence",
    "add",
    "Ran six interviews",
    "--result",
    "churn from 4 to 3",
    "--shows",
    "discovery.pm,team-number-moved",
)
WHOLE = ("--situation", "In May", "--task", "Find out why", "--lesson", "Ask sooner")


def story(pmpath: Pmpath, *words: str) -> dict[str, object]:
    data: dict[str, object] = pmpath("interview", "story", *words, "--json").data
    return data


def test_a_story_takes_its_action_its_result_and_its_competencies_from_evidence(pmpath: Pmpath) -> None:
    pmpath(*EVIDENCE)
    data = story(pmpath, "new", "--evidence", "1", *WHOLE)
    assert data["lines"] == {
        "situation": "In May",
        "task": "Find out why",
        "action": "Ran six interviews",
        "result": "churn from 4 to 3",
        "lesson": "Ask sooner",
    }
    assert (data["evidence"], data["competencies"], data["missing"], data["uses"]) == (1, ["discovery"], [], 0)


def test_options_stand_over_what_evidence_says(pmpath: Pmpath) -> None:
    pmpath(*EVIDENCE)
    data = story(pmpath, "new", "--evidence", "1", "--action", "Asked six people", "--competency", "data,influence")
    assert (data["lines"], data["competencies"]) == (
        {"action": "Asked six people", "result": "churn from 4 to 3"},
        ["data", "influence"],
    )


def test_a_story_needs_no_evidence(pmpath: Pmpath) -> None:
    data = story(pmpath, "new", "--action", "Began a guild")
    assert (data["evidence"], data["evidence_removed"], data["missing"]) == (
        None,
        False,
        ["situation", "task", "result", "lesson"],
    )


def test_a_part_is_changed_or_cleared_and_the_rest_stays(pmpath: Pmpath) -> None:
    story(pmpath, "new", "--action", "Began a guild", *WHOLE)
    data = story(pmpath, "edit", "1", "--lesson", "", "--task", "Spread it", "--competency", "influence")
    assert data["lines"] == {"situation": "In May", "task": "Spread it", "action": "Began a guild"}
    assert data["competencies"] == ["influence"]


def test_a_story_stays_when_its_evidence_is_removed_and_says_so(pmpath: Pmpath) -> None:
    pmpath(*EVIDENCE)
    story(pmpath, "new", "--evidence", "1")
    assert "Built from evidence 1." in pmpath("interview", "story", "1").out
    pmpath("evidence", "rm", "1")
    assert "The evidence it was built from was removed; the story stays." in pmpath("interview", "story", "1").out
    data = story(pmpath, "1")
    assert (data["evidence"], data["evidence_removed"], data["competencies"]) == (None, True, ["discovery"])


def test_a_story_that_was_taken_out_is_told_no_more_and_its_number_is_not_given_again(pmpath: Pmpath) -> None:
    story(pmpath, "new", "--action", "One")
    ran = pmpath("interview", "story", "rm", "1")
    assert (ran.code, ran.out.startswith("Removed. Story 1: One")) == (0, True)
    assert story(pmpath, "new", "--action", "Two")["number"] == 2


def test_the_bank_shows_how_often_a_story_was_told_and_which_is_overused(pmpath: Pmpath) -> None:
    story(pmpath, "new", "--action", "Began a guild", "--competency", "influence")
    for _ in range(3):
        assert pmpath("interview", "behavioral", "--said", "--story", "1").code == 0
    data = pmpath("interview", "stories", "--json").data
    assert (data["stories"][0]["uses"], data["stories"][0]["overused"]) == (3, True)
    assert {one["competency"]: one["stories"] for one in data["coverage"]}["influence"] == [1]
    assert "influence" not in data["open"]
    assert "data" in data["open"]
    shown = flowing(pmpath("interview", "stories").out)
    assert "Told three times in practice; tell another one for a while." in shown
    assert "Communication and influence 1 3" in shown


def test_the_bank_as_a_table_has_a_column_a_competency(pmpath: Pmpath) -> None:
    story(pmpath, "new", "--action", "Began a guild", "--competency", "influence")
    (row,) = csv.DictReader(io.StringIO(pmpath("interview", "stories", "--format", "csv").out))
    assert (row["title"], row["uses"], row["influence"], row["data"]) == ("Began a guild", "0", "yes", "")


def test_an_empty_bank_says_what_a_story_is_and_where_to_begin(pmpath: Pmpath, home: Home) -> None:
    shown = pmpath("interview", "stories").out
    assert shown.startswith("No story yet\n")
    assert "Next: pmpath interview story new\n" in shown
    assert not home.journal.exists()
    pmpath(*EVIDENCE)
    assert "Next: pmpath interview story new --evidence 1\n" in pmpath("interview", "stories").out


def test_a_practice_says_which_story_was_told(pmpath: Pmpath) -> None:
    story(pmpath, "new", "--action", "Began a guild")
    assert "Told: story 1, Began a guild" in pmpath("interview", "behavioral", "--said", "--story", "1").out
    assert "Told: story 1, Began a guild" in pmpath("interview", "log").out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("new",), "nothing was said, so no story is kept"),
        (("new", "--evidence", "7"), "there is no evidence 7"),
        (("new", "--action", "x" * 2001), "action is longer than 2000 characters"),
        (("new", "--action", "a", "--competency", "dat"), '--competency: there is no competency "dat"'),
        (("edit",), "say which story"),
        (("rm",), "say which story"),
        (("edit", "7"), "there is no story 7"),
        (("edit", "1"), "say what to change"),
        (("edit", "1", "--action", ""), "a story keeps one part at least"),
        (("edit", "1", "--evidence", "1"), "a story stays with the evidence it was built from"),
        (("7",), "there is no story 7"),
        (("1", "2"), "a number alone shows a story"),
        (("1", "--action", "b"), "a number alone shows a story"),
        (("nwe",), 'story does not know "nwe"'),
    ],
)
def test_what_cannot_be_done_with_a_story_is_said_and_changes_nothing(
    pmpath: Pmpath, home: Home, words: tuple[str, ...], message: str
) -> None:
    story(pmpath, "new", "--action", "Began a guild")
    before = home.journal.read_bytes()
    ran = pmpath("interview", "story", *words)
    assert (ran.code, ran.out, home.journal.read_bytes()) == (2, "", before)
    assert ran.err.startswith(f"pmpath: {message}\n")
