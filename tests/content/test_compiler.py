"""Compiling a data folder: nothing lost, nothing added, the small table right, broken folders refused."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pytest

from builders import grid, library
from data_folder import (
    FILES,
    GONE,
    GUIDES,
    INTERVIEW,
    LADDER,
    PORTFOLIO,
    SHIPPED,
    SOURCES,
    TRANSITIONS,
    Raw,
    changed_folder,
    refusal,
    shipped,
    texts,
    write,
)
from pmpath.content.compiler import YAML_FILES, compile_folder
from pmpath.content.table import grid_data
from pmpath.core.grid import Cell
from pmpath.errors import PmpathError
from pmpath.model.ladder import Ladder

PARTS: Final = {
    "ladder": LADDER,
    "transitions": TRANSITIONS,
    "portfolio": PORTFOLIO,
    "interview": INTERVIEW,
    "guides": GUIDES,
    "sources": SOURCES,
}
RENAMED: Final = {"from": "start"}
CELL: Final = Cell._fields


@pytest.fixture(scope="module")
def compiled() -> dict[str, str]:
    return compile_folder(SHIPPED)


def differences(written: object, loaded: object, path: str = "") -> Iterator[str]:
    """Name every path at which compiled data is not what the file says; fields left out are null."""
    if isinstance(written, dict) and isinstance(loaded, dict):
        named = {RENAMED.get(key, key): value for key, value in written.items()}
        yield from (f"{path}.{key} is new" for key, value in loaded.items() if key not in named and value is not None)
        for key, value in named.items():
            yield from differences(value, loaded.get(key, "nothing"), f"{path}.{key}")
    elif isinstance(written, list) and isinstance(loaded, list) and len(written) == len(loaded):
        for i, (one, other) in enumerate(zip(written, loaded, strict=True)):
            yield from differences(one, other, f"{path}.{i}")
    elif written != loaded or isinstance(written, bool) is not isinstance(loaded, bool):
        yield f"{path}: {written!r} is {loaded!r}"


def compact(data: Raw) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(json.dumps(grid_data(Ladder.model_validate(data), "0" * 64)))
    return parsed


def rows(data: dict[str, Any]) -> dict[str, Cell]:
    return {row[0]: Cell(*row) for row in data["cells"]}


def test_a_folder_compiles_to_a_text_for_each_part(compiled: dict[str, str]) -> None:
    assert list(compiled) == ["identity", "grid", "ladder", "transitions", "portfolio", "interview", "guides", "sources"]


def test_the_files_of_a_folder_are_the_six_with_content() -> None:
    assert YAML_FILES == FILES


@pytest.mark.parametrize("part", PARTS)
def test_compiled_content_equals_the_file(part: str, compiled: dict[str, str]) -> None:
    assert list(differences(shipped(PARTS[part]), json.loads(compiled[part]))) == []


@pytest.mark.parametrize("part", PARTS)
def test_every_text_of_the_file_is_in_the_compiled_content(part: str, compiled: dict[str, str]) -> None:
    assert sorted(texts(json.loads(compiled[part]))) == sorted(texts(shipped(PARTS[part])))


@pytest.mark.parametrize("part", ["grid", *PARTS])
def test_compiled_texts_are_compact(part: str, compiled: dict[str, str]) -> None:
    assert "\n" not in compiled[part]
    assert json.dumps(json.loads(compiled[part]), separators=(",", ":"), ensure_ascii=False) == compiled[part]


def test_compiling_twice_gives_the_same_texts(compiled: dict[str, str]) -> None:
    assert compile_folder(SHIPPED) == compiled


def test_the_comparison_of_compiled_content_finds_what_is_wrong() -> None:
    written: Raw = {"a": [1, "x"], "from": "apm", "b": None}
    assert list(differences(written, {"a": [1.0, "x"], "start": "apm", "b": None, "c": None})) == []
    assert list(differences({"a": 1}, {"a": True})) == [".a: 1 is True"]
    assert list(differences(written, {"a": [1, "y"], "start": "pm", "c": 1})) == [
        ".c is new",
        ".a.1: 'x' is 'y'",
        ".start: 'apm' is 'pm'",
        ".b: None is 'nothing'",
    ]


def test_blanks_around_a_text_are_left_out(tmp_path: Path) -> None:
    texts_of = compile_folder(changed_folder(tmp_path, LADDER, {"frame": "  How much?\n"}))
    assert json.loads(texts_of["ladder"])["frame"] == "How much?"


def test_the_identity_of_a_ladder_is_its_id_version_and_the_hash_of_its_file(compiled: dict[str, str]) -> None:
    digest = sha256((SHIPPED / LADDER).read_bytes()).hexdigest()
    assert json.loads(compiled["grid"])["identity"] == ["default", shipped(LADDER)["version"], digest]


def test_the_identity_follows_the_ladder_and_no_other_file(tmp_path: Path, compiled: dict[str, str]) -> None:
    other = compile_folder(changed_folder(tmp_path / "other", SOURCES, {"version": "other"}))
    assert other["grid"] == compiled["grid"]
    changed = compile_folder(changed_folder(tmp_path / "changed", LADDER, {"version": "mine.2"}))
    assert json.loads(changed["grid"])["identity"][1] == "mine.2"
    assert json.loads(changed["grid"])["identity"][2] != json.loads(compiled["grid"])["identity"][2]


def test_the_table_names_the_levels_lowest_first(compiled: dict[str, str]) -> None:
    assert json.loads(compiled["grid"])["levels"] == ["apm", "pm", "senior-pm", "group-pm", "director", "vp", "cpo"]


def test_the_table_carries_the_thresholds(compiled: dict[str, str]) -> None:
    rules = json.loads(compiled["grid"])["rules"]
    assert rules == {"hold": [1, 2], "strong": [2, 3], "ready": [2, 3], "estimate_from": 3}


def test_the_table_has_a_row_an_expectation_level_by_level_in_the_order_of_asking(compiled: dict[str, str]) -> None:
    ladder = shipped(LADDER)
    expected = [
        f"{competency['id']}.{level['id']}"
        for level in ladder["levels"]
        for competency in ladder["competencies"]
        if level["id"] in [part["level"] for part in competency["expectations"]]
    ]
    assert [row[0] for row in json.loads(compiled["grid"])["cells"]] == expected


def test_a_row_says_all_that_the_core_computes_with(compiled: dict[str, str]) -> None:
    found = rows(json.loads(compiled["grid"]))
    expectations = {one["id"]: {part["level"]: part for part in one["expectations"]} for one in shipped(LADDER)["competencies"]}
    scope, ship = expectations["scope"]["group-pm"]["action"], expectations["delivery"]["apm"]["action"]
    assert found["scope.group-pm"] == Cell(
        id="scope.group-pm",
        question="scope",
        competency="scope",
        rank=4,
        is_fact=True,
        must_have=True,
        core=False,
        hours=scope["hours"],
        lead_weeks=scope["lead_weeks"],
        need=4,
    )
    assert found["delivery.apm"] == Cell(
        id="delivery.apm",
        question="delivery.apm",
        competency="delivery",
        rank=1,
        is_fact=False,
        must_have=False,
        core=True,
        hours=ship["hours"],
        lead_weeks=ship["lead_weeks"],
        need=1,
    )


@pytest.mark.parametrize(
    ("name", "need", "must_have"),
    [
        ("scope.apm", 1, True),
        ("scope.cpo", 7, True),
        ("people.senior-pm", 3, False),
        ("people.group-pm", 4, True),
        ("discovery.apm", 1, False),
        ("discovery.pm", 2, False),
        ("influence.cpo", 2, False),
    ],
)
def test_a_row_needs_what_its_level_asks(name: str, need: int, *, must_have: bool, compiled: dict[str, str]) -> None:
    row = rows(json.loads(compiled["grid"]))[name]
    assert (row.need, row.must_have) == (need, must_have)


def test_the_core_rows_are_those_that_order_the_work(compiled: dict[str, str]) -> None:
    assert [name for name, row in rows(json.loads(compiled["grid"])).items() if row.core] == [
        "delivery.apm",
        "discovery.pm",
        "prioritization.pm",
        "strategy.senior-pm",
        "influence.senior-pm",
        "prioritization.group-pm",
        "influence.group-pm",
        "strategy.director",
        "organization.director",
        "strategy.vp",
        "business.vp",
        "strategy.cpo",
        "influence.cpo",
    ]


@pytest.mark.parametrize(
    ("path", "value", "name", "field", "expected"),
    [
        ("levels.1.met_from", "with-help", "data.pm", "need", 1),
        ("levels.0.met_from", "on-my-own", "data.apm", "need", 2),
        ("levels.2.must_haves", ["scope", "people"], "people.senior-pm", "must_have", True),
        ("levels.2.must_haves", [], "scope.senior-pm", "must_have", False),
        ("levels.2.core", ["data"], "data.senior-pm", "core", True),
        ("competencies.3.expectations.1.action.hours", 77, "data.pm", "hours", 77),
        ("competencies.3.expectations.1.action.lead_weeks", 0, "data.pm", "lead_weeks", 0),
    ],
)
def test_a_row_follows_the_file(path: str, value: object, name: str, field: str, expected: object) -> None:
    data = shipped(LADDER)
    before = rows(compact(data))
    steps = path.split(".")
    parent: Any = data
    for step in steps[:-1]:
        parent = parent[int(step) if step.isdecimal() else step]
    parent[steps[-1]] = value
    after = rows(compact(data))
    assert getattr(after[name], field) == expected
    changed = {other for other in after if after[other] != before[other]}
    assert name in changed
    assert {other.partition(".")[2] for other in changed} == {name.partition(".")[2]}


def test_the_library_computes_on_the_compiled_table(compiled: dict[str, str]) -> None:
    assert {cell.id: cell for cell in grid().cells} == rows(json.loads(compiled["grid"]))
    assert library().identity == tuple(json.loads(compiled["grid"])["identity"])


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_named(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / name).write_text("a: [1\n", "utf-8")
    error = refusal(folder)
    assert error.message == "this file cannot be read"
    assert [(problem.file, problem.line) for problem in error.problems] == [(name, 2)]


@pytest.mark.parametrize("name", FILES)
def test_a_file_with_a_key_given_twice_is_named(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path)
    text = (folder / name).read_text("utf-8")
    (folder / name).write_text(text + 'version: "2"\n', "utf-8")
    (problem,) = refusal(folder).problems
    assert (problem.file, problem.line, problem.message) == (name, text.count("\n") + 1, "key given twice: version")


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_does_not_fit_its_model_is_named(name: str, tmp_path: Path) -> None:
    error = refusal(changed_folder(tmp_path, name, {"version": GONE}))
    assert [(problem.file, problem.path, problem.message) for problem in error.problems] == [
        (name, "version", "this field is missing")
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_an_error_that_can_be_explained(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / name).unlink()
    with pytest.raises(PmpathError) as caught:
        compile_folder(folder)
    assert name in caught.value.message
    assert caught.value.exit_code == 66
