"""Every option of `pmpath transition`."""

from pathlib import Path

import pytest

from builders import example_a, library
from cli.running import Feed, Pmpath, flowing, write_sheet

BACKGROUNDS = [playbook.id for playbook in library().playbooks]
ALIASES = [(alias, playbook.id) for playbook in library().playbooks for alias in (playbook.aliases[0], playbook.aliases[-1])]


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_every_background_has_a_page_that_ends_with_the_next_command(pmpath: Pmpath, background: str) -> None:
    ran = pmpath("transition", "--from", background)
    assert (ran.code, ran.err) == (0, "")
    begin = f"pmpath transition --from {background} --write ."
    assert ran.out.endswith(f"\nNext: {begin}\n      pmpath interview --from {background}\n      pmpath assess\n")


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_every_background_as_data_carries_its_playbook(pmpath: Pmpath, background: str) -> None:
    ran = pmpath("transition", "--from", background, "--json")
    assert (ran.code, ran.whole["kind"], ran.data["background"]) == (0, "transition", background)
    assert all(ran.data[part] for part in ("advantages", "watch_outs", "tip", "artifact", "worked_example", "plan", "gaps"))


@pytest.mark.parametrize(("alias", "background"), ALIASES)
def test_a_background_goes_by_its_other_names_too(pmpath: Pmpath, alias: str, background: str) -> None:
    assert pmpath("transition", "--from", alias, "--json").data["background"] == background


@pytest.mark.parametrize("name", ["Engineer", "ENGINEER", "Software Engineer", "software_engineer", " dev "])
def test_a_background_may_be_written_in_any_way(pmpath: Pmpath, name: str) -> None:
    assert pmpath("transition", "--from", name, "--json").data["background"] == "engineer"


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_only_what_goes_beyond_the_article_is_marked_extension(pmpath: Pmpath, background: str) -> None:
    marked = pmpath("transition", "--from", background, "--json").data["origin"] == "extension"
    assert marked is (background not in ("engineer", "designer", "marketer"))


def test_the_first_role_is_the_lowest_level_unless_one_is_named(pmpath: Pmpath) -> None:
    assert pmpath("transition", "--from", "engineer", "--json").data["to"] == "apm"


@pytest.mark.parametrize(("name", "level"), [("apm", "apm"), ("pm", "pm"), ("product-manager", "pm"), ("Junior PM", "apm")])
def test_the_first_role_may_be_named(pmpath: Pmpath, name: str, level: str) -> None:
    assert pmpath("transition", "--from", "engineer", "--to", name, "--json").data["to"] == level


def test_a_higher_first_role_takes_no_fewer_steps(pmpath: Pmpath) -> None:
    low, high = (pmpath("transition", "--from", "engineer", "--to", to, "--json").data for to in ("apm", "pm"))
    assert {step["id"] for step in low["plan"]} < {step["id"] for step in high["plan"]}
    assert low["weeks"] < high["weeks"]


def test_without_hours_four_a_week_are_planned(pmpath: Pmpath) -> None:
    assert pmpath("transition", "--from", "engineer", "--json").data["hours_per_week"] == 4


@pytest.mark.parametrize(("said", "hours"), [("8", 8), ("2.5", 2.5), ("80", 80), ("0.5", 0.5)])
def test_the_hours_may_be_named(pmpath: Pmpath, said: str, hours: float) -> None:
    assert pmpath("transition", "--from", "engineer", "--hours", said, "--json").data["hours_per_week"] == hours


def test_the_hours_of_the_option_stand_over_those_of_the_sheet(pmpath: Pmpath, tmp_path: Path) -> None:
    file = write_sheet(tmp_path / "s.json", {}, context={"hours_per_week": 6})
    argv = ("transition", "--from", "engineer", "--answers", file, "--json")
    assert [pmpath(*argv).data["hours_per_week"], pmpath(*argv, "--hours", "9").data["hours_per_week"]] == [6, 9]


def test_more_hours_a_week_make_fewer_weeks(pmpath: Pmpath) -> None:
    weeks = [pmpath("transition", "--from", "sales", "--hours", hours, "--json").data["weeks"] for hours in ("2", "4", "8")]
    assert weeks == sorted(weeks, reverse=True)
    assert len(set(weeks)) == 3


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_the_first_step_can_be_done_this_week_and_the_weeks_follow_each_other(pmpath: Pmpath, background: str) -> None:
    data = pmpath("transition", "--from", background, "--json").data
    weeks = [(step["first_week"], step["last_week"]) for step in data["plan"]]
    assert weeks[0] == (1, 1)
    assert weeks == sorted(weeks)
    assert data["weeks"] == weeks[-1][1]


@pytest.mark.parametrize("setting", ["startup", "corporate"])
def test_the_setting_changes_the_path_and_says_why(pmpath: Pmpath, setting: str) -> None:
    argv = ("transition", "--from", "engineer")
    data = pmpath(*argv, "--env", setting, "--json").data
    note = flowing(data["environment_note"])
    assert data["environment"] == setting
    assert note in flowing(pmpath(*argv, "--env", setting).out)
    assert note not in flowing(pmpath(*argv).out)


def test_without_answers_the_gaps_are_the_usual_ones(pmpath: Pmpath) -> None:
    data = pmpath("transition", "--from", "engineer", "--json").data
    assert data["strengths"] == []
    assert {(gap["answer"], gap["usual"]) for gap in data["gaps"]} == {(None, True)}


def test_with_answers_strengths_and_gaps_are_the_persons_own(pmpath: Pmpath, a_json: str) -> None:
    data = pmpath("transition", "--from", "engineer", "--to", "pm", "--answers", a_json, "--json").data
    assert [(gap["id"], gap["answer"]) for gap in data["gaps"]] == [("business.pm", "with-help")]
    assert data["strengths"][:3] == ["delivery.pm", "discovery.pm", "data.pm"]


def test_with_answers_the_page_names_what_they_show(pmpath: Pmpath, a_json: str) -> None:
    argv = ("transition", "--from", "engineer", "--to", "pm")
    title = library().words.title("strategy.pm")
    assert title in flowing(pmpath(*argv, "--answers", a_json).out)
    assert "Your answers show it: technology.apm, technology.pm" in flowing(pmpath(*argv, "--answers", a_json).out)


def test_an_option_stands_over_the_file(pmpath: Pmpath, a_json: str) -> None:
    argv = ("transition", "--from", "engineer", "--to", "pm", "--answers", a_json, "--answer", "discovery.pm=not-yet", "--json")
    assert [gap["id"] for gap in pmpath(*argv).data["gaps"]] == ["discovery.pm", "business.pm"]


def test_a_sheet_may_come_from_standard_input(pmpath: Pmpath, feed: Feed) -> None:
    feed(b"answers:\n  discovery.apm: lead-others\n")
    assert pmpath("transition", "--from", "engineer", "--answers", "-", "--json").data["strengths"] == ["discovery.apm"]


def test_color_comes_where_it_is_asked_for_only(pmpath: Pmpath) -> None:
    argv = ("transition", "--from", "engineer", "--color")
    assert pmpath(*argv, "always").out.startswith("\x1b[1mFrom ")
    assert "\x1b" not in pmpath(*argv, "never").out


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_write_creates_the_document_with_its_sections_and_the_example(pmpath: Pmpath, tmp_path: Path, background: str) -> None:
    artifact = next(playbook.artifact for playbook in library().playbooks if playbook.id == background)
    ran = pmpath("transition", "--from", background, "--write", "out")
    text = (tmp_path / "out" / artifact.file).read_text("utf-8")
    assert (ran.code, ran.err) == (0, f"Written: out/{artifact.file}\n")
    assert text.startswith(f"# {artifact.title}\n\n{artifact.purpose}\n")
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert headings == [section.heading for section in artifact.sections] * 2


def test_a_written_document_is_a_piece_that_is_begun(pmpath: Pmpath) -> None:
    pmpath("transition", "--from", "designer", "--write", "out")
    (piece,) = pmpath("portfolio", "--json").data["pieces"]
    assert (piece["path"], piece["kind"], piece["stage"]) == ("out/business-case.md", "business-case", "begun")


@pytest.mark.parametrize("words", [("--from", "designer", "--no-save"), ("--from", "sales")], ids=" ".join)
def test_a_document_that_is_no_piece_or_is_not_to_be_kept_leaves_the_portfolio_empty(
    pmpath: Pmpath, words: tuple[str, ...]
) -> None:
    assert pmpath("transition", *words, "--write", "out").code == 0
    assert pmpath("portfolio", "--json").data["pieces"] == []


def test_write_shows_the_page_all_the_same(pmpath: Pmpath) -> None:
    assert pmpath("transition", "--from", "sales", "--write", "out").out == pmpath("transition", "--from", "sales").out


def test_write_leaves_json_alone_on_standard_output(pmpath: Pmpath) -> None:
    ran = pmpath("transition", "--from", "sales", "--write", "out", "--json")
    assert (ran.whole["kind"], ran.err) == ("transition", "Written: out/deal-pattern.md\n")


def test_write_makes_the_folders_it_needs(pmpath: Pmpath, tmp_path: Path) -> None:
    pmpath("transition", "--from", "engineer", "--write", "a/b/c")
    assert (tmp_path / "a/b/c/opportunity.md").is_file()


def test_write_never_overwrites(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "opportunity.md").write_text("mine", "utf-8")
    ran = pmpath("transition", "--from", "engineer", "--write", ".")
    assert (ran.code, ran.out) == (73, "")
    assert ran.err.splitlines() == [
        "pmpath: opportunity.md is there already; nothing was written",
        "  use another name or folder, or replace it with --force",
    ]
    assert (tmp_path / "opportunity.md").read_text("utf-8") == "mine"


def test_write_with_force_replaces_the_document(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "opportunity.md").write_text("mine", "utf-8")
    ran = pmpath("transition", "--from", "engineer", "--write", ".", "--force")
    assert (ran.code, ran.err) == (0, "Written: opportunity.md\n")
    assert (tmp_path / "opportunity.md").read_text("utf-8").startswith("# ")


def test_write_twice_fails_the_second_time_and_changes_nothing(pmpath: Pmpath, tmp_path: Path) -> None:
    argv = ("transition", "--from", "engineer", "--write", "out")
    assert pmpath(*argv).code == 0
    before = (tmp_path / "out/opportunity.md").read_bytes()
    assert (pmpath(*argv).code, (tmp_path / "out/opportunity.md").read_bytes()) == (73, before)


def test_write_follows_no_link_that_leads_nowhere(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "opportunity.md").symlink_to(tmp_path / "elsewhere.md")
    assert pmpath("transition", "--from", "engineer", "--write", ".").code == 73
    assert not (tmp_path / "elsewhere.md").exists()


@pytest.mark.parametrize("folder", ["file", "file/below", "file/below/that"])
def test_write_into_what_is_no_folder_says_that_it_cannot(pmpath: Pmpath, tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    ran = pmpath("transition", "--from", "engineer", "--write", folder)
    assert (ran.code, ran.out) == (73, "")
    assert ran.err.startswith(f"pmpath: {folder}/opportunity.md cannot be created: ")


def test_a_document_that_cannot_be_created_is_an_error_of_the_contract(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "opportunity.md").write_text("mine", "utf-8")
    error = pmpath("transition", "--from", "engineer", "--write", ".", "--json").error
    assert (error["code"], error["exit_code"], error["problems"]) == ("cannot-create", 73, [])


def test_a_wrong_sheet_creates_no_document(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("answers:\n  scope: xyz\n", "utf-8")
    assert pmpath("transition", "--from", "engineer", "--answers", "s.yaml", "--write", "out").code == 65
    assert not (tmp_path / "out").exists()


def test_the_same_sheet_gives_the_same_bytes_twice(pmpath: Pmpath, tmp_path: Path) -> None:
    argv = ("transition", "--from", "designer", "--answers", write_sheet(tmp_path / "s.json", example_a()), "--json")
    assert pmpath(*argv) == pmpath(*argv)
