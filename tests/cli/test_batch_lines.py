"""`pmpath assess --jsonl`: an envelope a line, in order; a bad line is an error envelope and the run goes on."""

import gc
import json
from pathlib import Path

import pytest

from builders import example_a, example_b, example_c, example_d, example_e, library
from cli.running import Feed, Pmpath, Ran, write_lines, write_sheet

LIMIT = 1024 * 1024
FIVE = [example_a(), example_b(), example_c(), example_d(), example_e()]
DETAILS = {
    "estimate",
    "margin",
    "gaps",
    "shortest_path",
    "strengths",
    "evidence",
    "because",
    "next_steps",
    "unanswered",
    "setting",
}
TEXTS = {"label", "do", "done_when", "cue", "obstacle", "answer", "environment_note"}


def batch(pmpath: Pmpath, file: str, *options: str) -> list[dict[str, object]]:
    """Return the data of each envelope."""
    return [line["data"] for line in pmpath("assess", "--answers", file, "--jsonl", *options).lines]


def counted(ran: Ran) -> tuple[int, str]:
    """Return the exit code and the sentence of the one error on standard error."""
    (line,) = ran.err.splitlines()
    return ran.code, json.loads(line)["data"]["message"]


def test_every_line_gets_an_envelope_in_order(pmpath: Pmpath, tmp_path: Path) -> None:
    ran = pmpath("assess", "--answers", write_lines(tmp_path / "s.jsonl", *FIVE), "--jsonl")
    assert (ran.code, ran.err) == (0, "")
    assert [line["kind"] for line in ran.lines] == ["placement"] * 5
    assert [line["data"]["level"] for line in ran.lines] == ["pm", "aspiring", "senior-pm", "group-pm", "aspiring"]


def test_a_line_says_in_short_what_the_sheet_alone_says(pmpath: Pmpath, tmp_path: Path) -> None:
    alone = pmpath("assess", "--answers", write_sheet(tmp_path / "a.json", example_a()), "--json").data
    (line,) = batch(pmpath, write_lines(tmp_path / "s.jsonl", example_a()))
    missing = {gap["id"] for gap in alone["gaps"]}
    assert line.pop("line") == 1
    assert line.pop("missing") == [cell.id for cell in library().grid.cells if cell.id in missing]
    assert line == {name: alone[name] for name in line}
    assert set(alone) - set(line) == DETAILS


def test_a_line_carries_its_number_whatever_was_passed_over(pmpath: Pmpath, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "s.jsonl", example_a(), "", example_b(), example_c())
    assert [data["line"] for data in batch(pmpath, file, "--skip", "1")] == [3, 4]


def test_with_detail_a_line_says_what_the_sheet_alone_says_without_the_texts(pmpath: Pmpath, tmp_path: Path) -> None:
    alone = pmpath("assess", "--answers", write_sheet(tmp_path / "a.json", example_a()), "--json").data
    for action in [gap["action"] for gap in alone["gaps"]] + alone["next_steps"]:
        for text in TEXTS:
            del action[text]
    assert batch(pmpath, write_lines(tmp_path / "s.jsonl", example_a()), "--detail") == [alone]


def test_with_texts_a_line_says_all_that_the_sheet_alone_says(pmpath: Pmpath, tmp_path: Path) -> None:
    alone = pmpath("assess", "--answers", write_sheet(tmp_path / "a.json", example_a()), "--json").data
    assert batch(pmpath, write_lines(tmp_path / "s.jsonl", example_a()), "--texts") == [alone]


def test_lines_are_compact(pmpath: Pmpath, tmp_path: Path) -> None:
    out = pmpath("assess", "--answers", write_lines(tmp_path / "s.jsonl", *FIVE), "--jsonl").out
    assert [part for part in library().words.expectations.values() if part.action.do in out] == []
    assert ", " not in out
    assert max(map(len, out.splitlines())) < 1000


def test_a_bad_line_is_an_error_in_its_place_and_the_run_goes_on(pmpath: Pmpath, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "s.jsonl", example_a(), '{"answers": {"scpe": "pm"}}', example_b(), "nonsense", example_c())
    ran = pmpath("assess", "--answers", file, "--jsonl")
    assert counted(ran) == (65, "5 sheets, 2 bad, the first in line 2")
    assert [line["kind"] for line in ran.lines] == ["placement", "error", "placement", "error", "placement"]


def test_a_bad_line_says_its_place_in_the_file(pmpath: Pmpath, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "s.jsonl", example_a(), '{"answers": {"scpe": "pm"}}')
    assert pmpath("assess", "--answers", file, "--jsonl").lines[1]["data"] == {
        "code": "invalid-content",
        "message": "this answer sheet is not valid",
        "hint": "",
        "exit_code": 65,
        "problems": [
            {
                "file": "s.jsonl",
                "line": 2,
                "column": 14,
                "path": "answers.scpe",
                "message": "no such competency",
                "hint": "did you mean scope?",
            }
        ],
    }


BAD_LINES = [
    "nonsense",
    "{",
    "[]",
    "3",
    "null",
    '"text"',
    '{"answers": {"scope": "pm", "scope": "vp"}}',
    '{"answers": {"scope": 3}}',
    '{"answers": {"discovery.pm": "yes"}}',
    '{"answers": [], "extra": 1}',
    '{"context": {"hours_per_week": NaN}}',
    '{"context": {"hours_per_week": 99}}',
    '{"context": {"target": "boss"}}',
    '{"evidence": {"discovery.pm": [{}]}}',
    "answers: {scope: pm}",
    '{"answers": {"scope": "pm"}} {"answers": {}}',
    "[" * 5000,
]


@pytest.mark.parametrize("line", BAD_LINES, ids=range(len(BAD_LINES)))
def test_every_kind_of_bad_line_is_one_error(pmpath: Pmpath, tmp_path: Path, line: str) -> None:
    ran = pmpath("assess", "--answers", write_lines(tmp_path / "s.jsonl", line, example_a()), "--jsonl")
    assert counted(ran) == (65, "2 sheets, 1 bad, the first in line 1")
    assert [(one["kind"], one["data"].get("level")) for one in ran.lines] == [("error", None), ("placement", "pm")]
    assert [problem["line"] for problem in ran.lines[0]["data"]["problems"]] == [1] * len(ran.lines[0]["data"]["problems"])


def test_a_line_that_is_not_utf8_is_one_error(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_bytes(b'{"answers": {"\xff\xfe": "pm"}}\n{}\n')
    ran = pmpath("assess", "--answers", "s.jsonl", "--jsonl")
    assert (ran.code, [line["kind"] for line in ran.lines]) == (65, ["error", "placement"])


def test_a_huge_line_is_one_error_and_the_next_line_is_read(pmpath: Pmpath, tmp_path: Path) -> None:
    huge = json.dumps({"context": {"title": "x" * (LIMIT * 2)}})
    ran = pmpath("assess", "--answers", write_lines(tmp_path / "s.jsonl", huge, example_a()), "--jsonl")
    assert (ran.code, [line["kind"] for line in ran.lines]) == (65, ["error", "placement"])


def test_the_lines_after_a_huge_one_keep_their_numbers(pmpath: Pmpath, tmp_path: Path) -> None:
    ran = pmpath("assess", "--answers", write_lines(tmp_path / "s.jsonl", "x" * (LIMIT + 10), "bad"), "--jsonl")
    assert [line["data"]["problems"][0]["line"] for line in ran.lines] == [1, 2]


def test_a_line_over_the_limit_is_bad_though_it_would_be_a_sheet(pmpath: Pmpath, tmp_path: Path) -> None:
    ran = pmpath("assess", "--answers", write_lines(tmp_path / "s.jsonl", "{}" + " " * LIMIT), "--jsonl")
    assert [problem["message"] for problem in ran.lines[0]["data"]["problems"]] == ["larger than 1024 KiB"]


def test_a_line_just_under_the_limit_is_read(pmpath: Pmpath, tmp_path: Path) -> None:
    line = json.dumps({"answers": {"scope": "pm"}})
    ran = pmpath("assess", "--answers", write_lines(tmp_path / "s.jsonl", line + " " * (LIMIT - len(line) - 1)), "--jsonl")
    assert (ran.code, [one["data"]["role"] for one in ran.lines]) == (0, ["pm"])


def test_the_last_line_needs_no_newline(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text('{}\n{"answers": {"scope": "pm"}}', "utf-8")
    assert [data["role"] for data in batch(pmpath, "s.jsonl")] == [None, "pm"]


def test_lines_may_end_the_way_of_other_systems(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_bytes(b'{"answers": {"scope": "pm"}}\r\n{"answers": {"scope": "vp"}}\r\n')
    assert [data["role"] for data in batch(pmpath, "s.jsonl")] == ["pm", None]


def test_free_lines_are_passed_over_and_counted(pmpath: Pmpath, tmp_path: Path) -> None:
    ran = pmpath("assess", "--answers", write_lines(tmp_path / "s.jsonl", "", "{}", "  ", "bad"), "--jsonl")
    assert [line["kind"] for line in ran.lines] == ["placement", "error"]
    assert ran.lines[1]["data"]["problems"][0]["line"] == 4


def test_an_empty_file_gives_nothing_and_is_no_failure(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_bytes(b"")
    assert pmpath("assess", "--answers", "s.jsonl", "--jsonl") == (0, "", "")


def test_sheets_may_come_from_standard_input(pmpath: Pmpath, feed: Feed) -> None:
    feed(b'{"answers": {"scope": "pm"}}\nbad\n')
    ran = pmpath("assess", "--answers", "-", "--jsonl")
    assert (ran.code, ran.lines[0]["data"]["role"]) == (65, "pm")
    assert ran.lines[1]["data"]["problems"][0]["file"] == "standard input"


def test_the_target_and_the_setting_of_the_options_stand_over_those_of_a_line(pmpath: Pmpath, tmp_path: Path) -> None:
    line = json.dumps({"answers": example_a(), "context": {"target": "vp", "environment": "corporate"}})
    file = write_lines(tmp_path / "s.jsonl", line)
    (own,) = batch(pmpath, file)
    (ours,) = batch(pmpath, file, "--target", "group-pm", "--env", "startup", "--texts")
    assert (own["target"], ours["target"]) == ("vp", "group-pm")
    note = library().words.expectations["scope.group-pm"].action.startup
    assert json.dumps(note) in json.dumps(ours)


def test_every_line_carries_the_ladder_it_was_placed_on(pmpath: Pmpath, tmp_path: Path) -> None:
    ran = pmpath("assess", "--answers", write_lines(tmp_path / "s.jsonl", example_a(), "bad"), "--jsonl")
    assert [line["ladder"] for line in ran.lines] == [library().identity._asdict()] * 2


def test_the_same_lines_give_the_same_bytes_twice(pmpath: Pmpath, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "s.jsonl", *FIVE, "bad")
    assert pmpath("assess", "--answers", file, "--jsonl") == pmpath("assess", "--answers", file, "--jsonl")


@pytest.mark.parametrize("options", [(), ("--answer", "scope=pm"), ("--answers", "s.jsonl", "--answer", "scope=pm")])
def test_a_batch_needs_one_file_and_no_answers_beside_it(pmpath: Pmpath, tmp_path: Path, options: tuple[str, ...]) -> None:
    write_lines(tmp_path / "s.jsonl", example_a())
    error = pmpath("assess", "--jsonl", *options).error
    assert (error["exit_code"], error["message"]) == (2, "--jsonl reads one file of sheets")


def test_a_batch_has_no_gate(pmpath: Pmpath, tmp_path: Path) -> None:
    file = write_lines(tmp_path / "s.jsonl", example_a())
    assert pmpath("assess", "--answers", file, "--jsonl", "--require", "pm").error["exit_code"] == 2


def test_a_missing_file_is_one_error_on_standard_error(pmpath: Pmpath) -> None:
    error = pmpath("assess", "--answers", "nope.jsonl", "--jsonl").error
    assert (error["code"], error["exit_code"]) == ("missing-file", 66)


def test_a_batch_leaves_the_garbage_collector_as_it_was(pmpath: Pmpath, tmp_path: Path) -> None:
    pmpath("assess", "--answers", write_lines(tmp_path / "s.jsonl", example_a()), "--jsonl")
    assert gc.isenabled()
