"""One journal with assessments by two ladders: each command looks at those of the ladder in use, and counts the others."""

from pathlib import Path

import pytest

from builders import example_a
from cli.running import Home, Pmpath, flowing, write_sheet
from own_ladders import DESIGNER, DESIGNER_ANSWERS, write

NOTE = "One assessment by the ladder default is kept too and not looked at: designer is the ladder in use."


@pytest.fixture
def ladder(pmpath: Pmpath, home: Home, tmp_path: Path) -> str:
    """Keep an assessment by the shipped ladder and one by the ladder of three levels; return the name of its file."""
    home.assessed(example_a())
    write_sheet(tmp_path / "sheet.json", dict(DESIGNER_ANSWERS))
    name = write(tmp_path, DESIGNER, "designer.yaml")
    assert pmpath("assess", "--answers", "sheet.json", "--ladder", name).code == 0
    return name


def test_history_looks_at_its_own_and_counts_the_others(pmpath: Pmpath, ladder: str) -> None:
    ran = pmpath("history", "--ladder", ladder, "--json")
    assert [one["ladder"]["id"] for one in ran.data["assessments"]] == ["designer"]
    assert ran.whole["warnings"] == [{"code": "other-ladders", "message": NOTE}]
    assert [one["ladder"]["id"] for one in pmpath("history", "--json").data["assessments"]] == ["default"]


@pytest.mark.parametrize("argv", [("history",), (), ("plan",), ("case",)], ids=" ".join)
def test_how_many_of_others_there_are_is_said_beside_the_page(pmpath: Pmpath, ladder: str, argv: tuple[str, ...]) -> None:
    ran = pmpath(*argv, "--ladder", ladder)
    assert (ran.code, flowing(ran.err)) == (0, NOTE)


def test_nothing_is_compared_across_ladders(pmpath: Pmpath, home: Home, ladder: str) -> None:
    assert pmpath("diff").code == 2
    home.assessed(example_a(), "2026-02-01")
    assert pmpath("diff").code == 0
    assert pmpath("diff", "--ladder", ladder).code == 2


def test_evidence_of_each_day_is_that_of_the_assessment_in_the_whole_journal(pmpath: Pmpath, home: Home, ladder: str) -> None:
    assert pmpath("evidence", "add", "Ran six interviews", "--shows", "discovery.senior-pm").code == 0
    assert pmpath("assess", "--answers", "sheet.json", "--ladder", ladder).code == 0
    home.assessed({**example_a(), "discovery.senior-pm": "lead-others"}, "2026-02-01")
    (moved,) = pmpath("diff", "--json").data["moved"]
    assert (moved["question"], moved["with_evidence"]) == ("discovery.senior-pm", True)


def test_a_plan_is_made_from_an_assessment_by_the_same_ladder(pmpath: Pmpath, tmp_path: Path, ladder: str) -> None:
    other = write(tmp_path, DESIGNER.replace("id: designer\nversion", "id: other\nversion"), "other.yaml")
    ran = pmpath("plan", "--ladder", other)
    assert (ran.code, ran.out) == (2, "")
    assert "One assessment by the ladder default and one assessment by the ladder designer are kept too" in flowing(ran.err)
    assert ladder != other


def test_each_plan_goes_on_by_itself(pmpath: Pmpath, ladder: str) -> None:
    assert pmpath("plan").code == 0
    assert pmpath("plan", "--ladder", ladder).code == 0
    assert pmpath("plan", "done", "strategy", "--json").data["state"] == "done"
    assert pmpath("plan", "done", "craft", "--ladder", ladder, "--json").data["state"] == "done"
    assert pmpath("plan", "checkin", "--moved", "scope", "--json").code == 0
    assert pmpath("--json").data["plan"]["done"] == ["strategy.senior-pm"]
    assert pmpath("--ladder", ladder, "--json").data["plan"]["done"] == ["craft.lead"]


def test_again_goes_on_in_the_setting_of_the_plan_by_the_same_ladder(pmpath: Pmpath, ladder: str) -> None:
    assert pmpath("plan", "--env", "startup").code == 0
    assert pmpath("plan", "--env", "corporate", "--ladder", ladder).code == 0
    setting = [pmpath("assess", "--again", "--no-save", "--json", *own).data["setting"] for own in ((), ("--ladder", ladder))]
    assert [one["environment"] for one in setting] == ["startup", "corporate"]


def test_an_unfinished_interview_is_that_of_its_ladder(pmpath: Pmpath, home: Home, ladder: str) -> None:
    home.begun({"scope": "pm"})
    assert pmpath("--json").data["unfinished"]["answered"] == 1
    assert pmpath("--ladder", ladder, "--json").data["unfinished"] is None
    assert pmpath("assess", "--resume", "--no-input", "--ladder", ladder).code == 2


def test_an_own_figure_of_a_shipped_milestone_is_no_mistake(pmpath: Pmpath, home: Home, ladder: str) -> None:
    own = home.folder / "milestones.yaml"
    own.write_text("thresholds: {interviews-changed-backlog: 8}\n", "utf-8")
    assert pmpath("milestones", "--for", "junior", "--ladder", ladder).code == 0
    own.write_text("thresholds: {none-such: 8}\n", "utf-8")
    assert pmpath("milestones", "--for", "junior", "--ladder", ladder).code == 65
