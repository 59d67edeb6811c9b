"""What a model refuses, said in plain words with file, line and column."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from pydantic import ValidationError

from data_folder import (
    GONE,
    LADDER,
    SOURCES,
    TRANSITIONS,
    change,
    changed_folder,
    place_in,
    refusal,
    said,
    shipped,
    write,
)
from pmpath.content.bounds import MAX_PROBLEMS
from pmpath.content.problems import problems_of
from pmpath.content.reader import read_yaml
from pmpath.errors import Problem
from pmpath.model.sheet import AnswerSheet

MAPPING: Final = "must be a mapping"


@pytest.mark.parametrize(
    ("file", "path", "value", "message"),
    [
        (LADDER, "levels.0.name", 7, "must be text"),
        (LADDER, "levels.0.name", None, "must be text"),
        (LADDER, "levels.0.name", True, "must be text"),
        (LADDER, "version", 2026.1, "must be text"),
        (LADDER, "levels", {}, "must be a list"),
        (LADDER, "levels.0.aliases", "gpm", "must be a list"),
        (LADDER, "rules", [], MAPPING),
        (LADDER, "levels.0", "apm", MAPPING),
        (LADDER, "competencies.0.none", "nothing", MAPPING),
        (LADDER, "rules.estimate_from", "3", "must be a whole number"),
        (LADDER, "rules.estimate_from", True, "must be a whole number"),
        (LADDER, "competencies.0.expectations.0.action.hours", "6", "must be a whole number"),
        (LADDER, "competencies.0.expectations.0.action.hours", 2.5, "must be a whole number"),
        (LADDER, "milestones.0.threshold.default", "yes", "must be true or false"),
        (LADDER, "milestones.0.threshold.default", 1, "must be true or false"),
        (LADDER, "levels.0.time_in_level.0.high", 1, "high is not above low"),
        (TRANSITIONS, "playbooks.0.plan.0.ask", 3, "must be text"),
        (TRANSITIONS, "playbooks.0.plan.0.hours", None, "must be a whole number"),
        (SOURCES, "sources.0.key", 5, "must be text"),
    ],
)
def test_a_wrong_type_is_said_in_plain_words_at_its_place(
    file: str, path: str, value: object, message: str, tmp_path: Path
) -> None:
    folder = changed_folder(tmp_path, file, {path: value})
    shown = path.removesuffix(".high") if message.startswith("high") else path
    error = refusal(folder)
    assert error.message == "this content is not valid"
    assert error.problems == (Problem(file, *place_in(folder / file, shown), shown, message, ""),)


def test_what_is_wrong_in_several_files_of_a_folder_comes_at_once(tmp_path: Path) -> None:
    ladder, sources = shipped(LADDER), shipped(SOURCES)
    change(ladder, "rules.estimate_from", "3")
    change(sources, "sources.0.key", 5)
    folder = write(tmp_path, {LADDER: ladder, SOURCES: sources})
    assert [(one.file, one.path) for one in refusal(folder).problems] == [
        (LADDER, "rules.estimate_from"),
        (SOURCES, "sources.0.key"),
    ]


@pytest.mark.parametrize(
    "path", ["milestones.0.threshold.value", "levels.0.horizon.months_low", "levels.0.time_in_level.0.low"]
)
def test_a_number_of_either_kind_is_asked_for_once(path: str, tmp_path: Path) -> None:
    folder = changed_folder(tmp_path, LADDER, {path: "two"})
    assert refusal(folder).problems == (Problem(LADDER, *place_in(folder / LADDER, path), path, "must be a number", ""),)


@pytest.mark.parametrize(
    ("file", "path", "parent"),
    [
        (LADDER, "levels.3.purpose", "levels.3"),
        (LADDER, "competencies.4.expectations.2.action.cue", "competencies.4.expectations.2.action"),
        (LADDER, "shifts.0.from", "shifts.0"),
        (TRANSITIONS, "playbooks.0.tip.steps.1.do", "playbooks.0.tip.steps.1"),
        (SOURCES, "sources.2.license", "sources.2"),
    ],
)
def test_a_missing_field_is_named_at_its_parent(file: str, path: str, parent: str, tmp_path: Path) -> None:
    folder = changed_folder(tmp_path, file, {path: GONE})
    line, column = place_in(folder / file, parent)
    assert refusal(folder).problems == (Problem(file, line, column, path, "this field is missing", ""),)


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("levels.0.pupose", "did you mean purpose?"),
        ("levels.0.must_have", "did you mean must_haves?"),
        ("competencies.2.expectations.0.acton", "did you mean action?"),
        ("milestones.0.treshold", "did you mean threshold?"),
        ("zzzz", ""),
    ],
)
def test_an_unknown_field_is_named_with_the_nearest_known_one(path: str, hint: str, tmp_path: Path) -> None:
    folder = changed_folder(tmp_path, LADDER, {path: "text"})
    line, column = place_in(folder / LADDER, path)
    assert refusal(folder).problems == (Problem(LADDER, line, column, path, "no such field", hint),)


def test_an_unknown_field_named_start_is_told_apart_from_the_alias(tmp_path: Path) -> None:
    folder = changed_folder(tmp_path, LADDER, {"shifts.0.start": "apm"})
    assert [(problem.path, problem.message) for problem in refusal(folder).problems] == [("shifts.0.start", "no such field")]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("levels.0.short", "longer than 10"),
        ("levels.0.in_one_line", "x" * 100),
        ("competencies.2.expectations.0.label", "x" * 40),
        ("competencies.2.expectations.0.counts_if", ["one"]),
        ("competencies.2.expectations.0.counts_if", ["one", "two", "three", "four"]),
        ("competencies.2.pillar", "luck"),
        ("competencies.2.kind", "opinion"),
        ("levels.0.id", "A P M"),
        ("levels.0.origin", "rumor"),
        ("levels.0.sources.0", "w-und"),
        ("levels.0.met_from", "lead-others"),
        ("levels.0.responsibilities", []),
        ("levels.0.responsibilities.0.drives", []),
        ("levels.0.responsibilities.0.drives.0", "delivery"),
        ("answers.0.id", "never"),
        ("milestones.0.threshold.value", 0),
        ("milestones.0.area", "luck"),
        ("rules.hold.of", 0),
        ("competencies.0.expectations.0.action.hours", 81),
        ("competencies.0.expectations.0.action.lead_weeks", -1),
        ("version", "2026 1"),
        ("frame", "x"),
    ],
)
def test_a_value_out_of_bounds_is_refused_at_its_place(path: str, value: object, tmp_path: Path) -> None:
    folder = changed_folder(tmp_path, LADDER, {path: value})
    (problem,) = refusal(folder).problems
    assert (problem.file, problem.path) == (LADDER, path)
    assert (problem.line, problem.column) == place_in(folder / LADDER, path)
    assert problem.message


def test_text_is_measured_without_its_outer_blanks(tmp_path: Path) -> None:
    folder = changed_folder(tmp_path, LADDER, {"frame": "  x  "})
    assert [problem.path for problem in refusal(folder).problems] == ["frame"]


@pytest.mark.parametrize(
    "path",
    [
        "playbooks.0.reframes.4",
        "playbooks.0.artifact.file",
        "playbooks.0.interview_focus.0.type",
        "playbooks.0.plan.0.hours",
    ],
)
def test_a_playbook_out_of_bounds_is_refused(path: str, tmp_path: Path) -> None:
    value = GONE if path.endswith("reframes.4") else {"file": "../up.md", "type": "luck", "hours": 41}[path.rsplit(".", 1)[1]]
    folder = changed_folder(tmp_path, TRANSITIONS, {path: value})
    assert [problem.path for problem in refusal(folder).problems] == [path.removesuffix(".4")]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("address", "ftp://example.org"),
        ("address", "https://two words"),
        ("commit", "xyz"),
        ("quality", "fine"),
        ("read_how", "twice"),
    ],
)
def test_a_source_out_of_bounds_is_refused(field: str, value: str, tmp_path: Path) -> None:
    folder = changed_folder(tmp_path, SOURCES, {f"sources.0.{field}": value})
    assert [problem.path for problem in refusal(folder).problems] == [f"sources.0.{field}"]


def test_all_problems_of_a_file_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    changes = {
        "milestones.0.text": 3,
        "levels.2.name": GONE,
        "frame": 1,
        "competencies.0.zzzz": 1,
        "levels.0.name": [],
    }
    problems = refusal(changed_folder(tmp_path, LADDER, changes)).problems
    assert said(problems) == [
        ("frame", "must be text", ""),
        ("levels.0.name", "must be text", ""),
        ("levels.2.name", "this field is missing", ""),
        ("competencies.0.zzzz", "no such field", ""),
        ("milestones.0.text", "must be text", ""),
    ]
    assert [problem.line for problem in problems] == sorted(problem.line or 0 for problem in problems)


@pytest.mark.parametrize(("text", "place"), [("", (None, None)), ("[]", (1, 1)), ("just text", (1, 1)), ("7", (1, 1))])
def test_a_file_that_holds_no_mapping_is_refused_as_a_whole(
    text: str, place: tuple[int | None, int | None], tmp_path: Path
) -> None:
    folder = changed_folder(tmp_path, LADDER, {})
    (folder / LADDER).write_text(text, "utf-8")
    assert refusal(folder).problems == (Problem(LADDER, *place, "", MAPPING, ""),)


def sheet_problems(data: Mapping[str, object], text: str) -> list[Problem]:
    document = read_yaml(text.encode(), "given.yaml")
    with pytest.raises(ValidationError) as caught:
        AnswerSheet.model_validate(data)
    return problems_of(caught.value, document, AnswerSheet)


def test_no_more_problems_are_shown_than_anybody_reads() -> None:
    data = {f"key{i:03}": 1 for i in range(MAX_PROBLEMS + 100)}
    text = "".join(f"{key}: 1\n" for key in data)
    problems = sheet_problems(data, text)
    assert len(problems) == MAX_PROBLEMS == 200
    assert [problem.line for problem in problems] == list(range(1, 201))


def test_a_problem_without_a_place_is_still_said() -> None:
    assert sheet_problems({"extra": 1}, "") == [Problem("given.yaml", None, None, "extra", "no such field", "")]


def test_problems_stand_in_the_order_of_the_file_not_of_the_model() -> None:
    text = "zzzz: 1\ncontext: []\nevidence: {}\nanswers: []\n"
    problems = sheet_problems({"zzzz": 1, "context": [], "evidence": {}, "answers": []}, text)
    assert [(problem.line, problem.path) for problem in problems] == [(1, "zzzz"), (2, "context"), (4, "answers")]
