"""Every option of `pmpath assess`, given answers and no terminal."""

import json
from pathlib import Path

import pytest

from builders import example_a, example_b, example_c, example_d, example_e, grid, top
from cli.running import Feed, Pmpath, write_sheet

EXAMPLES = {"a": example_a(), "b": example_b(), "c": example_c(), "d": example_d(), "e": example_e()}
YAML_SHEET = """\
answers:
  scope: pm
  discovery.pm: on-my-own
  data.pm: null
context:
  environment: startup
  target: senior-pm
"""
PLACES = {
    "a": ("pm", "pm", "strong", "senior-pm"),
    "b": ("aspiring", "aspiring", None, "apm"),
    "c": ("senior-pm", "senior-pm", "strong", "group-pm"),
    "d": ("director", "group-pm", "growing", "director"),
    "e": ("aspiring", "aspiring", None, "apm"),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_worked_examples_are_placed(pmpath: Pmpath, tmp_path: Path, name: str) -> None:
    data = pmpath("assess", "--answers", write_sheet(tmp_path / "s.json", EXAMPLES[name]), "--json").data
    assert (data["role"], data["level"], data["standing"], data["next_level"]) == PLACES[name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_text_of_a_worked_example_is_the_same_twice(pmpath: Pmpath, tmp_path: Path, name: str) -> None:
    file = write_sheet(tmp_path / "s.json", EXAMPLES[name])
    first, second = pmpath("assess", "--answers", file), pmpath("assess", "--answers", file)
    assert (first, first.code, first.err) == (second, 0, "")


def test_text_begins_with_the_place_and_ends_with_the_next_command(pmpath: Pmpath, a_json: str) -> None:
    lines = pmpath("assess", "--answers", a_json).out.splitlines()
    assert lines[0] == "You are a Product Manager, and a strong one: you show 8 of the 9 things"
    assert lines[-2:] == ["Next: pmpath plan", "      pmpath ladder pm --vs senior-pm"]


@pytest.mark.parametrize(
    ("answers", "next_commands"),
    [
        (EXAMPLES["a"], ["pmpath plan", "pmpath ladder pm --vs senior-pm"]),
        (EXAMPLES["b"], ["pmpath transition --from BACKGROUND", "pmpath ladder apm"]),
        (EXAMPLES["d"], ["pmpath plan", "pmpath ladder group-pm --vs director"]),
        (top(), ["pmpath ladder cpo"]),
        ({"scope": "pm"}, ["pmpath assess"]),
    ],
)
def test_the_next_command_fits_the_place(
    pmpath: Pmpath, tmp_path: Path, answers: dict[str, str], next_commands: list[str]
) -> None:
    ran = pmpath("assess", "--answers", write_sheet(tmp_path / "s.json", answers), "--json")
    assert ran.whole["next_commands"] == next_commands


def test_a_yaml_sheet_is_read(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(YAML_SHEET, "utf-8")
    data = pmpath("assess", "--answers", "s.yaml", "--json").data
    assert (data["role"], data["target"], data["complete"]) == ("pm", "senior-pm", False)


def test_yaml_and_json_of_the_same_sheet_give_the_same_bytes(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(YAML_SHEET, "utf-8")
    context = {"environment": "startup", "target": "senior-pm"}
    file = write_sheet(tmp_path / "s.json", {"scope": "pm", "discovery.pm": "on-my-own"}, context=context)
    assert pmpath("assess", "--answers", "s.yaml", "--json") == pmpath("assess", "--answers", file, "--json")


@pytest.mark.parametrize("content", [YAML_SHEET, json.dumps({"answers": {"scope": "pm"}}), '\n  {"answers":{"scope":"pm"}}\n'])
def test_a_sheet_comes_from_standard_input_too(pmpath: Pmpath, feed: Feed, content: str) -> None:
    feed(content.encode())
    ran = pmpath("assess", "--answers", "-", "--json")
    assert (ran.code, ran.data["role"], ran.err) == (0, "pm", "")


def test_a_file_without_a_suffix_is_read_by_what_it_holds(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "sheet").write_text('{"answers": {"scope": "pm"}}', "utf-8")
    assert pmpath("assess", "--answers", "sheet", "--json").data["role"] == "pm"


def test_one_answer_is_enough_for_a_range_and_an_estimate(pmpath: Pmpath) -> None:
    ran = pmpath("assess", "--answer", "scope=pm", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert (ran.data["role"], ran.data["level"], ran.data["complete"]) == ("pm", None, False)
    assert ran.data["level_range"] == {"low": "aspiring", "high": "pm"}
    assert ran.data["estimate"] == {"role": "pm", "level": None}


def test_absent_answers_are_unknown_and_named_in_the_text(pmpath: Pmpath) -> None:
    out = pmpath("assess", "--answer", "scope=pm").out
    assert out.startswith("Your answers so far leave it open: between aspiring and Product Manager.\n")
    assert "What would settle most\n  • Discovery, PM (discovery.pm)\n" in out


def test_options_add_up(pmpath: Pmpath) -> None:
    ran = pmpath("assess", "--answer", "scope=none", "--answer", "people=none", "--json")
    assert (ran.data["role"], ran.data["level"]) == ("aspiring", "aspiring")


def test_an_option_stands_over_the_file(pmpath: Pmpath, a_json: str) -> None:
    ran = pmpath("assess", "--answers", a_json, "--answer", "scope=none", "--json")
    assert (ran.data["role"], ran.data["level"]) == ("aspiring", "aspiring")


def test_an_option_that_says_what_the_file_says_changes_nothing(pmpath: Pmpath, a_json: str) -> None:
    plain = pmpath("assess", "--answers", a_json, "--json")
    assert pmpath("assess", "--answers", a_json, "--answer", "scope=pm", "--json") == plain


@pytest.mark.parametrize("depth", ["--quick", "--full", "--no-save", "--no-input"])
def test_what_is_about_asking_changes_nothing_where_nobody_is_asked(pmpath: Pmpath, a_json: str, depth: str) -> None:
    assert pmpath("assess", "--answers", a_json, depth) == pmpath("assess", "--answers", a_json)


def test_quick_and_full_exclude_each_other(pmpath: Pmpath, a_json: str) -> None:
    assert pmpath("assess", "--answers", a_json, "--quick", "--full") == (
        2,
        "",
        "pmpath: --quick and --full exclude each other\n  use one of them\n",
    )


@pytest.mark.parametrize("name", ["vp", "VP", "vp-of-product", "VP of Product", "vice_president_product"])
def test_a_target_may_be_an_id_or_a_title(pmpath: Pmpath, a_json: str, name: str) -> None:
    assert pmpath("assess", "--answers", a_json, "--target", name, "--json").data["target"] == "vp"


@pytest.mark.parametrize("target", grid().levels)
def test_readiness_and_gaps_are_those_of_the_target(pmpath: Pmpath, a_json: str, target: str) -> None:
    data = pmpath("assess", "--answers", a_json, "--target", target, "--json").data
    assert data["next_level"] == "senior-pm"
    assert {gap["level"] for gap in data["gaps"]} <= {target}
    assert data["readiness"]["of"] == len(grid().others[grid().rank_of(target)])


def test_the_target_of_the_option_stands_over_that_of_the_sheet(pmpath: Pmpath, tmp_path: Path) -> None:
    file = write_sheet(tmp_path / "s.json", EXAMPLES["a"], context={"target": "vp"})
    assert pmpath("assess", "--answers", file, "--json").data["target"] == "vp"
    assert pmpath("assess", "--answers", file, "--target", "group-pm", "--json").data["target"] == "group-pm"


@pytest.mark.parametrize("setting", ["startup", "corporate"])
def test_the_setting_changes_how_actions_are_done(pmpath: Pmpath, a_json: str, setting: str) -> None:
    gaps = pmpath("assess", "--answers", a_json, "--env", setting, "--json").data["gaps"]
    notes = [gap["action"]["environment_note"] for gap in gaps]
    assert any(notes)
    assert not any(gap["action"]["environment_note"] for gap in pmpath("assess", "--answers", a_json, "--json").data["gaps"])


def test_the_setting_of_the_option_stands_over_that_of_the_sheet(pmpath: Pmpath, tmp_path: Path) -> None:
    file = write_sheet(tmp_path / "s.json", EXAMPLES["a"], context={"environment": "corporate"})
    assert "In a corporate setting: " in pmpath("assess", "--answers", file).out
    assert "In a startup setting: " in pmpath("assess", "--answers", file, "--env", "startup").out


REQUIRED = [
    ("apm", 0),
    ("pm", 0),
    ("product-manager", 0),
    ("senior-pm", 4),
    ("cpo", 4),
]


@pytest.mark.parametrize(("level", "code"), REQUIRED)
def test_a_required_level_is_a_gate(pmpath: Pmpath, a_json: str, level: str, code: int) -> None:
    ran = pmpath("assess", "--answers", a_json, "--require", level)
    assert (ran.code, ran.err) == (code, "")
    assert ran.out == pmpath("assess", "--answers", a_json).out


def test_a_gate_compares_the_level_and_not_the_role(pmpath: Pmpath, tmp_path: Path) -> None:
    file = write_sheet(tmp_path / "d.json", EXAMPLES["d"])
    codes = [pmpath("assess", "--answers", file, "--require", level).code for level in ("group-pm", "director")]
    assert codes == [0, 4]


def test_a_level_that_is_not_settled_does_not_pass_the_gate(pmpath: Pmpath) -> None:
    assert pmpath("assess", "--answer", "scope=cpo", "--require", "apm", "--json").code == 4


def test_someone_below_the_ladder_does_not_pass_the_gate(pmpath: Pmpath, tmp_path: Path) -> None:
    assert pmpath("assess", "--answers", write_sheet(tmp_path / "b.json", EXAMPLES["b"]), "--require", "apm").code == 4


def test_a_gate_that_is_not_met_still_writes_the_whole_result(pmpath: Pmpath, a_json: str) -> None:
    ran = pmpath("assess", "--answers", a_json, "--require", "vp", "--json")
    assert (ran.code, ran.whole["kind"], ran.data["level"], ran.err) == (4, "assessment", "pm", "")


def test_evidence_is_counted_and_moves_no_level(pmpath: Pmpath, tmp_path: Path) -> None:
    evidence = {name: [{"what": "It is there", "date": "2026-01-01"}] for name in ("discovery.pm", "data.pm")}
    file = write_sheet(tmp_path / "s.json", EXAMPLES["a"], evidence=evidence)
    data = pmpath("assess", "--answers", file, "--json").data
    assert (data["level"], data["evidence"]) == ("pm", {"covered": 2, "of": 7, "backed_level": "apm"})


@pytest.mark.parametrize("choice", ["auto", "never"])
def test_text_off_a_terminal_has_no_color_codes(pmpath: Pmpath, a_json: str, choice: str) -> None:
    assert "\x1b" not in pmpath("assess", "--answers", a_json, "--color", choice).out


def test_color_comes_where_it_is_asked_for(pmpath: Pmpath, a_json: str) -> None:
    out = pmpath("assess", "--answers", a_json, "--color", "always").out
    assert out.startswith("\x1b[1mYou are a Product Manager")


def test_json_has_no_color_whatever_is_asked_for(pmpath: Pmpath, a_json: str) -> None:
    plain = pmpath("assess", "--answers", a_json, "--json")
    assert pmpath("assess", "--answers", a_json, "--json", "--color", "always") == plain


NOBODY = "pmpath: answers are needed and there is no terminal to ask in; first come scope, people, discovery.apm, "


@pytest.mark.parametrize("options", [(), ("--quick",), ("--full",), ("--no-input",), ("--env", "startup"), ("--target", "vp")])
def test_without_answers_and_terminal_nothing_is_guessed(pmpath: Pmpath, options: tuple[str, ...]) -> None:
    ran = pmpath("assess", *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(NOBODY)
    assert "--answers FILE or --answer scope=" in ran.err
    assert "pmpath assess --template" in ran.err


def test_a_pipe_that_says_yes_answers_nothing(pmpath: Pmpath, feed: Feed) -> None:
    feed(b"y\n" * 1000)
    assert pmpath("assess")[:2] == (2, "")


def test_without_answers_a_script_gets_the_reason_as_json(pmpath: Pmpath) -> None:
    error = pmpath("assess", "--json").error
    assert (error["code"], error["exit_code"], error["problems"]) == ("usage", 2, [])
    assert error["message"].startswith("answers are needed and there is no terminal")


def test_nothing_is_written_into_the_folder(pmpath: Pmpath, a_json: str, tmp_path: Path) -> None:
    pmpath("assess", "--answers", a_json)
    assert [path.name for path in tmp_path.iterdir()] == [a_json]
