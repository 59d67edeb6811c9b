"""Telling files by their content, and finding all that is wrong with each, hostile ones among them."""

import json
from pathlib import Path

import pytest

from builders import library
from data_folder import GONE, SHIPPED, changed_folder, shipped
from own_ladders import DESIGNER, HEAD, write
from pmpath.content.checking import check_file
from pmpath.content.starts import read_start

SHEET = "answers:\n  scope: pm\n  data.pm: with-help\nevidence:\n  data.pm:\n    - what: Read it\n"


@pytest.mark.parametrize(
    ("text", "what", "counts"),
    [
        (DESIGNER, "ladder", {"levels": 3, "competencies": 3, "expectations": 9, "milestones": 0}),
        (HEAD, "overlay", {"levels": 7, "competencies": 11, "expectations": 67, "milestones": 24}),
        (read_start("playbook").decode(), "playbooks", {"playbooks": 1, "steps": 6}),
        (SHEET, "answer sheet", {"answers": 2, "evidence": 1}),
        (json.dumps({"answers": {"scope": "pm"}}), "answer sheet", {"answers": 1, "evidence": 0}),
        ("rater: Dana\n", "answer sheet", {"answers": 0, "evidence": 0}),
        ("thresholds: {interviews-changed-backlog: 8}\n", "thresholds", {"thresholds": 1}),
        ("currency: USD\nparts: {base: 120000, benefits: Health cover}\n", "offer", {"parts": 2}),
        ("answers: {breadth: many-kinds, help: null}\n", "fit answers", {"answers": 1}),
        ("answers: {}\n", "answer sheet", {"answers": 0, "evidence": 0}),
    ],
    ids=lambda one: str(one)[:12],
)
def test_a_file_is_told_by_its_content(tmp_path: Path, text: str, what: str, counts: dict[str, int]) -> None:
    found = check_file(str(tmp_path / write(tmp_path, text)), library())
    assert (found.what, found.counts, found.problems) == (what, counts, ())


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("ladder.yaml", "ladder"),
        ("transitions.yaml", "playbooks"),
        ("portfolio.yaml", "portfolio"),
        ("interview.yaml", "interview"),
        ("guides.yaml", "guides"),
        ("sources.yaml", "sources"),
    ],
)
def test_the_shipped_files_are_known_and_sound(name: str, what: str) -> None:
    found = check_file(str(SHIPPED / name), library())
    assert (found.what, found.problems, all(found.counts.values())) == (what, (), True)


def test_a_file_of_one_sheet_a_line_is_told_by_its_name(tmp_path: Path) -> None:
    lines = '{"answers": {"scope": "pm"}}\n\n{"rater": "Dana"}\n'
    found = check_file(str(tmp_path / write(tmp_path, lines, "people.jsonl")), library())
    assert (found.what, found.counts, found.problems) == ("answer sheets", {"sheets": 2}, ())


def test_a_bad_line_of_a_file_of_sheets_has_its_number(tmp_path: Path) -> None:
    lines = '{"answers": {"scope": "pm"}}\n{"answers": {"scop": "pm"}}\n{"answers": 3}\n'
    found = check_file(str(tmp_path / write(tmp_path, lines, "people.jsonl")), library())
    assert [(one.line, one.column, one.path) for one in found.problems] == [(2, 14, "answers.scop"), (3, 2, "answers")]


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("teardown.md", "# Title: x\n\n- a: b: c\n", "pmpath portfolio review FILE"),
        ("teardown.md", "# Nothing but a comment\n", "pmpath portfolio review FILE"),
        ("teardown.md", "one: 1\n", "pmpath portfolio review FILE"),
        ("journal.jsonl", '{"type": "assessment"}\n', "pmpath data check"),
        ("journal.jsonl", "", "pmpath data check"),
        ("notes.txt", "nothing: 1\n", "it knows ladder"),
    ],
)
def test_what_another_command_reads_is_named_with_that_command(tmp_path: Path, name: str, text: str, hint: str) -> None:
    found = check_file(str(tmp_path / write(tmp_path, text, name)), library())
    assert found.problems[0].hint.startswith(hint)


@pytest.mark.parametrize(
    ("file", "changes", "paths"),
    [
        (
            "interview.yaml",
            {"types.0.questions.0.levels": ["pmm"], "types.0.mistakes.0": 3, "loop.stages.0.types": ["sens"]},
            ["types.0.mistakes.0", "types.0.questions.0.levels.0", "loop.stages.0.types.0"],
        ),
        (
            "guides.yaml",
            {"figures.0.as_of": 2, "topics.0.passages.0.figures": ["none-such"], "boards.1.for_whom": GONE},
            ["topics.0.passages.0.figures.0", "figures.0.as_of", "boards.1.for_whom"],
        ),
    ],
)
def test_all_problems_of_practice_and_guides_come_at_once(
    tmp_path: Path, file: str, changes: dict[str, object], paths: list[str]
) -> None:
    found = check_file(str(changed_folder(tmp_path, file, changes) / file), library())
    assert [one.path for one in found.problems if one.path in paths] == paths
    assert all(one.line for one in found.problems)


@pytest.mark.parametrize("file", ["interview.yaml", "guides.yaml"])
@pytest.mark.parametrize("value", [3, None, [None], {"none": "such"}])
def test_no_part_of_practice_or_guides_can_break_the_check(tmp_path: Path, file: str, value: object) -> None:
    data = shipped(file)
    for key in [key for key in data if key != "version"]:
        text = json.dumps({**{name: part for name, part in data.items() if name in ("version", key)}, key: value})
        found = check_file(str(tmp_path / write(tmp_path, text, "changed.json")), library())
        assert found.problems
        assert all(one.line for one in found.problems)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("levels: []\n", (1, 1, ""), "this field is missing"),
        ("answers:\n  scop: pm\n", (2, 3, "answers.scop"), "no such competency"),
        ("answers:\n  scope: cpoo\n", (2, 3, "answers.scope"), '"cpoo" is not a statement of scope'),
        ("thresholds: {none-such: 8}\n", (1, 14, "thresholds.none-such"), 'there is no milestone "none-such"'),
        ("playbooks: []\n", (1, 1, "playbooks"), "List should have at least 1 item after validation, not 0"),
        ("version: '1'\nsources: 3\n", (2, 1, "sources"), "must be a list"),
        ("kinds: 3\n", (1, 1, "kinds"), "must be a list"),
        ("types: 3\n", (1, 1, "types"), "must be a list"),
        ("topics: 3\n", (1, 1, "topics"), "must be a list"),
        ("currency: dollars\n", (1, 1, "currency"), "must be three capital letters"),
        ("parts: {bass: 1}\n", (1, 9, "parts.bass"), 'there is no part "bass"'),
        ("answers: {breadth: many}\n", (1, 11, "answers.breadth"), "no such choice"),
        ("nothing: 1\n", (1, 1, ""), "this is no file that pmpath knows"),
        ("awnsers: {}\n", (1, 1, "awnsers"), "this is no file that pmpath knows"),
        ("3\n", (1, 1, ""), "this is no file that pmpath knows"),
        ("[1, 2]\n", (1, 1, ""), "this is no file that pmpath knows"),
        ("", (1, 1, ""), "the file is empty"),
        ("answers: [\n", (2, 1, ""), "did not find expected node content"),
        ("a: &x 1\n", (1, 4, ""), "anchors (&) are not allowed"),
        ("a: *x\n", (1, 4, ""), "aliases (*) are not allowed"),
        ("a: !!python/object 1\n", (1, 4, ""), "tags (!) are not allowed"),
        ("a: 1\na: 2\n", (2, 1, ""), "key given twice: a"),
        ("a: 1\n---\nb: 2\n", (2, 1, ""), "more than one document in the file"),
        ("? [a]\n: 1\n", (1, 3, ""), "a key must be a plain word"),
        ("a: " + "9" * 5000 + "\n", (1, 4, ""), "number with too many digits"),
        ("a: " + "[" * 200, (1, 36, ""), "too large or nested too deeply"),
        ("a: \x00\n", (1, 1, ""), "not valid YAML: unreadable characters"),
        ("a: '" + "x" * 1_100_000 + "'\n", (1, 1, ""), "larger than 1024 KiB"),
    ],
    ids=lambda one: str(one)[:24],
)
def test_every_problem_has_a_place(tmp_path: Path, text: str, place: tuple[int, int, str], message: str) -> None:
    found = check_file(str(tmp_path / write(tmp_path, text)), library())
    places = [((one.line, one.column, one.path), one.message) for one in found.problems]
    assert all(line and column for (line, column, _), _ in places)
    assert (place, message) in places or (place[:2], message) in [((line, column), said) for (line, column, _), said in places]


def test_all_problems_of_a_file_of_playbooks_come_at_once(tmp_path: Path) -> None:
    text = read_start("playbook").decode().replace("discovery.apm", "discovery.ap", 1).replace("hours: 4", "hours: 99", 1)
    text = text.replace("helps_with: [discovery.apm]", "helps_with: [discovry.apm]", 1)
    found = check_file(str(tmp_path / write(tmp_path, text)), library())
    assert {one.path.rpartition(".")[2] for one in found.problems} >= {"hours", "0"}
    assert found.counts == {}


@pytest.mark.parametrize("text", ["version: '1'\nsources: []\n", "parts: []\nkinds: []\n"])
def test_a_file_of_ours_that_is_cut_short_is_refused(tmp_path: Path, text: str) -> None:
    assert check_file(str(tmp_path / write(tmp_path, text)), library()).problems != ()


@pytest.mark.parametrize("name", ["nowhere.yaml", ".", "a\0b", "x" * 400])
def test_a_file_that_is_not_there_is_missing(name: str) -> None:
    found = check_file(name, library())
    assert (found.is_missing, found.what, len(found.problems)) == (True, None, 1)
