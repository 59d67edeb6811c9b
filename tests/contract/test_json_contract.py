"""The JSON that scripts rely on: keys, their order, values of a worked example, the same bytes from fresh processes."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from builders import ROOT, example_a, example_c, example_d, example_e, grid, top
from cli.running import run, write_sheet
from contract.processes import in_fresh_process
from pmpath import __version__

ENVELOPE = ["schema_version", "kind", "pmpath_version", "ladder", "data", "warnings", "next_commands"]
ASSESSMENT = [
    "role",
    "level",
    "standing",
    "level_range",
    "estimate",
    "complete",
    "next_level",
    "target",
    "readiness",
    "margin",
    "gaps",
    "shortest_path",
    "strengths",
    "evidence",
    "because",
    "next_steps",
    "unanswered",
    "setting",
]
GAP = ["id", "competency", "level", "answer", "must_have", "on_path", "reasons", "because", "action"]
ACTION = [
    "id",
    "hours",
    "lead_weeks",
    "label",
    "do",
    "done_when",
    "cue",
    "obstacle",
    "answer",
    "environment_note",
]
INNER = {
    "level_range": ["low", "high"],
    "estimate": ["role", "level"],
    "readiness": ["met", "needed", "of", "ready", "must_haves_missing"],
    "margin": ["up", "down", "label"],
    "evidence": ["covered", "of", "backed_level"],
}
ERROR = ["code", "message", "hint", "exit_code", "problems"]
PROBLEM = ["file", "line", "column", "path", "message", "hint"]
COMMANDS = [
    ("ladder", "--json"),
    ("ladder", "pm", "--json"),
    ("ladder", "pm", "--vs", "vp", "--json"),
    ("transition", "--from", "engineer", "--json"),
    ("assess", "--template", "--json"),
    ("assess", "--answer", "scope=pm", "--json"),
    ("explain", "discovery", "--json"),
    ("explain", "discovery.pm", "--json"),
    ("explain", "pm", "--json"),
    ("explain", "with-help", "--json"),
    ("explain", "S-GL", "--json"),
    ("--version", "--json"),
    ("--json",),
]
EXAMPLE_A: dict[str, object] = {
    "role": "pm",
    "level": "pm",
    "standing": "strong",
    "level_range": {"low": "pm", "high": "pm"},
    "estimate": {"role": "pm", "level": "pm"},
    "complete": True,
    "next_level": "senior-pm",
    "target": None,
    "readiness": {"met": 4, "needed": 7, "of": 10, "ready": False, "must_haves_missing": ["scope.senior-pm"]},
    "margin": {"up": 2, "down": 4, "label": "fair"},
    "shortest_path": ["scope.senior-pm", "influence.senior-pm", "strategy.senior-pm", "data.senior-pm"],
    "strengths": ["delivery.pm"],
    "evidence": {"covered": 0, "of": 7, "backed_level": "apm"},
    "because": ["scope", "discovery.pm", "data.pm", "prioritization.pm", "delivery.pm"],
    "unanswered": [],
}
GAPS_OF_A = [
    ("scope.senior-pm", "pm", True, True, ["must-have"], ["scope"]),
    ("influence.senior-pm", "with-help", False, True, ["core", "with-help"], ["influence.senior-pm"]),
    ("strategy.senior-pm", "with-help", False, True, ["core", "with-help"], ["strategy.senior-pm"]),
    ("data.senior-pm", "with-help", False, True, ["with-help"], ["data.senior-pm"]),
    ("business.senior-pm", "not-yet", False, False, ["missing-at-level"], ["business.senior-pm"]),
    ("people.senior-pm", "none", False, False, [], ["people"]),
    ("organization.senior-pm", "not-yet", False, False, [], ["organization.senior-pm"]),
]


def envelope_of(capfd: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    return run(capfd, *argv).whole


@pytest.fixture
def data(capfd: pytest.CaptureFixture[str], one_json: str) -> dict[str, Any]:
    """Return the data of worked example A."""
    return run(capfd, "assess", "--answers", one_json, "--json").data


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_every_command_writes_the_same_envelope(capfd: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    whole = envelope_of(capfd, *argv)
    assert list(whole) == ENVELOPE
    assert (whole["schema_version"], whole["pmpath_version"], whole["warnings"]) == ("1.0", __version__, [])
    assert list(whole["ladder"]) == ["id", "version", "sha256"]


@pytest.mark.parametrize(
    ("argv", "kind"),
    [
        (("ladder",), "ladder"),
        (("transition", "--from", "sales"), "transition"),
        (("assess", "--answer", "scope=pm"), "assessment"),
        (("assess", "--template"), "template"),
        (("explain", "pm"), "explanation"),
        (("help", "files"), "help"),
        (("help", "assess"), "help"),
        (("--version",), "version"),
        ((), "status"),
    ],
)
def test_the_kind_says_what_the_data_is(capfd: pytest.CaptureFixture[str], argv: tuple[str, ...], kind: str) -> None:
    assert envelope_of(capfd, *argv, "--json")["kind"] == kind


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_json_is_one_line_of_ascii(capfd: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    out = run(capfd, *argv).out
    assert (out.isascii(), out.count("\n"), out[-1]) == (True, 1, "\n")


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_every_next_command_begins_with_the_program(capfd: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    assert [command for command in envelope_of(capfd, *argv)["next_commands"] if not command.startswith("pmpath ")] == []


@pytest.mark.parametrize("about", ["assess", "exit-codes"])
def test_help_has_no_ladder_in_its_envelope(capfd: pytest.CaptureFixture[str], about: str) -> None:
    whole = envelope_of(capfd, "help", about, "--json")
    assert (list(whole), whole["ladder"], whole["data"]["topic"]) == (ENVELOPE, None, about)


@pytest.mark.parametrize("name", ["discovery", "discovery.pm", "pm", "with-help", "S-GL"])
def test_an_explanation_says_what_it_explains_and_what_was_answered_last(capfd: pytest.CaptureFixture[str], name: str) -> None:
    data = envelope_of(capfd, "explain", name, "--json")["data"]
    assert (list(data)[:2], data["id"], list(data)[-1]) == (["what", "id"], name, "last")


def test_the_ladder_is_known_by_the_bytes_of_its_yaml(capfd: pytest.CaptureFixture[str]) -> None:
    digest = sha256((ROOT / "data" / "ladder.yaml").read_bytes()).hexdigest()
    assert envelope_of(capfd, "ladder", "--json")["ladder"]["sha256"] == digest


def test_an_assessment_has_these_keys_in_this_order(data: dict[str, Any]) -> None:
    assert list(data) == ASSESSMENT


@pytest.mark.parametrize(("part", "keys"), INNER.items())
def test_a_part_of_an_assessment_has_these_keys_in_this_order(data: dict[str, Any], part: str, keys: list[str]) -> None:
    assert list(data[part]) == keys


def test_every_gap_has_these_keys_in_this_order(data: dict[str, Any]) -> None:
    assert [list(gap) for gap in data["gaps"]] == [GAP] * 7


def test_every_action_has_these_keys_in_this_order(data: dict[str, Any]) -> None:
    assert [list(gap["action"]) for gap in data["gaps"]] == [ACTION] * 7
    assert [list(step) for step in data["next_steps"]] == [ACTION] * 3


@pytest.mark.parametrize("key", EXAMPLE_A)
def test_worked_example_a_is_this(data: dict[str, Any], key: str) -> None:
    assert data[key] == EXAMPLE_A[key]


def test_the_gaps_of_worked_example_a_are_these(data: dict[str, Any]) -> None:
    found = [(g["id"], g["answer"], g["must_have"], g["on_path"], g["reasons"], g["because"]) for g in data["gaps"]]
    assert found == GAPS_OF_A


def test_a_gap_names_its_competency_and_level(data: dict[str, Any]) -> None:
    assert [f"{gap['competency']}.{gap['level']}" for gap in data["gaps"]] == [gap["id"] for gap in data["gaps"]]


def test_the_id_of_an_action_is_that_of_its_expectation(data: dict[str, Any]) -> None:
    assert [gap["action"]["id"] for gap in data["gaps"]] == [gap["id"] for gap in data["gaps"]]


def test_the_next_steps_are_the_first_three_of_the_shortest_path(data: dict[str, Any]) -> None:
    assert [step["id"] for step in data["next_steps"]] == data["shortest_path"][:3]


def test_the_path_is_the_gaps_that_are_on_it(data: dict[str, Any]) -> None:
    assert data["shortest_path"] == [gap["id"] for gap in data["gaps"] if gap["on_path"]]


def test_hours_and_weeks_of_an_action_are_whole_numbers(data: dict[str, Any]) -> None:
    figures = [gap["action"][name] for gap in data["gaps"] for name in ("hours", "lead_weeks")]
    assert {type(figure) for figure in figures} == {int}


def test_what_is_not_settled_is_null_and_stands_in_range_and_estimate(capfd: pytest.CaptureFixture[str]) -> None:
    data = run(capfd, "assess", "--answer", "scope=vp", "--json").data
    unsettled = {key: data[key] for key in ("role", "level", "standing", "next_level", "readiness", "margin", "shortest_path")}
    assert unsettled == dict.fromkeys(unsettled)
    assert data["level_range"] == {"low": "aspiring", "high": "vp"}
    assert data["evidence"] == {"covered": None, "of": None, "backed_level": None}
    assert (data["complete"], data["gaps"], data["next_steps"]) == (False, [], [])


def test_an_unsettled_sheet_names_first_what_settles_most(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "assess", "--answer", "scope=vp", "--json").data["unanswered"][0] == "people"


def test_what_is_unanswered_is_ids_of_questions(capfd: pytest.CaptureFixture[str]) -> None:
    unanswered = run(capfd, "assess", "--answer", "scope=vp", "--json").data["unanswered"]
    assert (set(unanswered) <= set(grid().choices), len(set(unanswered))) == (True, len(unanswered))


def test_below_the_ladder_the_ids_say_aspiring_and_there_is_no_standing(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data = run(capfd, "assess", "--answers", write_sheet(tmp_path / "e.json", example_e()), "--json").data
    assert (data["role"], data["level"], data["standing"], data["next_level"]) == ("aspiring", "aspiring", None, "apm")
    assert data["margin"]["down"] is None


def test_at_the_top_there_is_no_next_level_and_no_gap(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data = run(capfd, "assess", "--answers", write_sheet(tmp_path / "top.json", top()), "--json").data
    assert (data["role"], data["level"], data["complete"]) == ("cpo", "cpo", True)
    assert (data["next_level"], data["readiness"], data["gaps"], data["margin"]["up"]) == (None, None, [], None)


def test_the_standing_is_that_at_the_role(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data = run(capfd, "assess", "--answers", write_sheet(tmp_path / "d.json", example_d()), "--json").data
    assert (data["role"], data["level"], data["standing"]) == ("director", "group-pm", "growing")


def test_strengths_are_what_is_led_for_others_highest_level_first(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    strengths = run(capfd, "assess", "--answers", write_sheet(tmp_path / "c.json", example_c()), "--json").data["strengths"]
    levels = [name.partition(".")[2] for name in strengths]
    assert levels == ["senior-pm"] * 9 + ["pm"] * 8 + ["apm"] * 8


def test_an_error_has_these_keys_in_this_order(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"answers": {"scpe": "pm"}}', "utf-8")
    ran = run(capfd, "assess", "--answers", "s.json", "--json")
    whole = json.loads(ran.err)
    assert (list(whole), whole["kind"], whole["next_commands"]) == (ENVELOPE, "error", [])
    assert (list(whole["data"]), [list(problem) for problem in whole["data"]["problems"]]) == (ERROR, [PROBLEM])


FRESH = [
    ("assess", "--answers", "one.json", "--json"),
    ("assess", "--answers", "one.json"),
    ("assess", "--answers", "one.json", "--jsonl"),
    ("ladder", "--json"),
    ("ladder", "pm", "--vs", "senior-pm"),
    ("transition", "--from", "engineer", "--answers", "one.json", "--json"),
    ("assess", "--template"),
    ("assess", "--answer", "discovry.pm=x", "--json"),
    ("explain", "discovery.pm"),
    ("explain", "S-GL", "--today", "2027-01-01", "--json"),
    ("help", "environment"),
]


@pytest.mark.parametrize("argv", FRESH, ids=" ".join)
def test_fresh_processes_with_other_hash_seeds_give_the_same_bytes(content: Path, one_json: str, argv: tuple[str, ...]) -> None:
    assert one_json in argv or "one.json" not in argv
    runs = [in_fresh_process(content, *argv, hash_seed=seed) for seed in ("0", "1", "4242")]
    assert len({(ran.returncode, ran.stdout, ran.stderr) for ran in runs}) == 1
    assert runs[0].stdout or runs[0].returncode == 2


def test_compiled_content_says_the_same_as_the_yaml(capfd: pytest.CaptureFixture[str], content: Path, one_json: str) -> None:
    argv = ("assess", "--answers", one_json, "--json")
    assert in_fresh_process(content, *argv).stdout.decode() == run(capfd, *argv).out


def test_a_sheet_of_nulls_says_the_same_as_an_empty_one(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "nulls.json").write_text(json.dumps({"answers": dict.fromkeys(grid().choices)}), "utf-8")
    (tmp_path / "empty.json").write_text("{}", "utf-8")
    nulls, empty = (run(capfd, "assess", "--answers", name, "--json") for name in ("nulls.json", "empty.json"))
    assert nulls == empty


def test_the_order_of_answers_in_a_sheet_changes_nothing(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    backwards = dict(reversed(example_a().items()))
    files = (write_sheet(tmp_path / "a.json", example_a()), write_sheet(tmp_path / "b.json", backwards))
    first, second = (run(capfd, "assess", "--answers", file, "--json") for file in files)
    assert first == second
