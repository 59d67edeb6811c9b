"""The library: where content is found, that it is loaded when it is used, and that its words are those of the files."""

import json
from pathlib import Path
from typing import Final

import pytest

from builders import ROOT, library
from data_folder import LADDER, SHIPPED, TRANSITIONS, changed_folder, shipped, write
from pmpath.content.compiler import compile_folder
from pmpath.content.library import Library, find_library
from pmpath.core.grid import Rules, Share
from pmpath.errors import ContentError, MissingFileError

DATA_DIR: Final = "PMPATH_DATA_DIR"
SAY_FOLDER: Final = "PMPATH_DATA_DIR names a folder with the data files"


def compiled_only(folder: Path) -> Path:
    """Write a data folder as the wheel has it, and leave out the YAML files."""
    (folder / "compiled").mkdir(parents=True)
    for name, text in compile_folder(SHIPPED).items():
        (folder / "compiled" / f"{name}.json").write_text(text, "utf-8")
    return folder


def test_a_checkout_finds_its_own_data() -> None:
    assert find_library().identity == Library(ROOT / "data").identity


def test_a_setting_names_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = changed_folder(tmp_path / "mine", LADDER, {"id": "mine", "version": "7"})
    monkeypatch.setenv(DATA_DIR, str(folder))
    assert find_library().identity[:2] == ("mine", "7")


def test_a_setting_may_be_relative(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    changed_folder(tmp_path / "mine", LADDER, {"id": "mine"})
    monkeypatch.setenv(DATA_DIR, "mine")
    assert find_library().identity.id == "mine"


def test_an_empty_setting_names_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_DIR, "")
    assert find_library().identity.id == "default"


@pytest.mark.parametrize("name", ["nowhere", "file", "empty", "odd"])
def test_a_setting_without_a_ladder_is_refused(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "odd" / LADDER).mkdir(parents=True)
    monkeypatch.setenv(DATA_DIR, name)
    with pytest.raises(MissingFileError) as caught:
        find_library()
    assert (caught.value.message, caught.value.hint) == (f"no ladder.yaml in {name}", SAY_FOLDER)
    assert caught.value.exit_code == 66


@pytest.mark.parametrize("name", [TRANSITIONS, "sources.yaml"])
def test_a_folder_that_lacks_another_file_is_refused_in_words(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = write(tmp_path / "mine")
    (folder / name).unlink()
    monkeypatch.setenv(DATA_DIR, str(folder))
    with pytest.raises(MissingFileError, match=name):
        find_library().words.level_name("pm")


def test_a_folder_with_a_wrong_ladder_is_refused_with_file_line_and_field(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(DATA_DIR, str(changed_folder(tmp_path / "mine", LADDER, {"milestones.0.threshold.value": -1})))
    with pytest.raises(ContentError) as caught:
        find_library().identity.id.strip()
    (problem,) = caught.value.problems
    assert (problem.file, problem.path) == (LADDER, "milestones.0.threshold.value")
    assert problem.line
    assert caught.value.exit_code == 65


def test_a_folder_of_ones_own_overrides_a_threshold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    changes = {"milestones.0.threshold": {"value": 3, "unit": "changes", "default": False}, "rules.hold": {"over": 3, "of": 4}}
    monkeypatch.setenv(DATA_DIR, str(changed_folder(tmp_path / "mine", LADDER, changes)))
    found = find_library()
    assert found.words.ladder.milestones[0].threshold.value == 3
    assert found.grid.rules == Rules(Share(3, 4), Share(2, 3), Share(2, 3), 3)


def test_a_library_reads_nothing_before_it_is_used(tmp_path: Path) -> None:
    Library(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_compiled_texts_are_preferred_and_need_no_yaml(tmp_path: Path) -> None:
    built = Library(compiled_only(tmp_path / "wheel"))
    assert built.identity == library().identity
    assert built.grid.cells == library().grid.cells
    assert built.words.level_name("cpo") == "Chief Product Officer"
    assert [playbook.id for playbook in built.playbooks] == [playbook.id for playbook in library().playbooks]


def test_each_part_is_loaded_alone(tmp_path: Path) -> None:
    folder = compiled_only(tmp_path / "wheel")
    for name in ("ladder", "transitions", "sources"):
        (folder / "compiled" / f"{name}.json").unlink()
    assert Library(folder).grid.top == 7


def test_each_part_is_loaded_once(tmp_path: Path) -> None:
    folder = compiled_only(tmp_path / "wheel")
    found = Library(folder)
    grid, words, playbooks = found.grid, found.words, found.playbooks
    for file in (folder / "compiled").iterdir():
        file.unlink()
    assert found.grid is grid
    assert found.words is words
    assert found.playbooks is playbooks


def test_the_grid_has_what_the_compiled_table_has() -> None:
    table = json.loads(compile_folder(SHIPPED)["grid"])
    found = library().grid
    assert list(found.levels) == table["levels"]
    assert [list(cell) for cell in found.cells] == table["cells"]
    assert found.rules == Rules(Share(1, 2), Share(2, 3), Share(2, 3), 3)


def test_the_words_of_levels_are_those_of_the_file() -> None:
    words = library().words
    for level in shipped(LADDER)["levels"]:
        assert words.level_name(level["id"]) == level["name"]
        assert words.level_short(level["id"]) == level["short"]
        assert words.levels[level["id"]].in_one_line == level["in_one_line"]


def test_the_words_of_expectations_are_those_of_the_file() -> None:
    words = library().words
    for competency in shipped(LADDER)["competencies"]:
        for part in competency["expectations"]:
            found = words.expectations[f"{competency['id']}.{part['level']}"]
            assert (found.label, found.question, found.counts_if) == (part["label"], part["question"], part["counts_if"])
            assert found.action.do == part["action"]["do"]
            assert words.competency_of(f"{competency['id']}.{part['level']}").name == competency["name"]


def test_a_shift_is_found_by_its_two_levels() -> None:
    words = library().words
    for shift in shipped(LADDER)["shifts"]:
        found = words.shift(shift["from"], shift["to"])
        assert found is not None
        assert found.becomes == shift["becomes"]
    assert words.shift("apm", "senior-pm") is None
    assert words.shift("pm", "apm") is None


def test_every_alias_of_a_level_finds_it() -> None:
    words = library().words
    for level in shipped(LADDER)["levels"]:
        assert {words.find_level(name) for name in (level["id"], *level["aliases"])} == {level["id"]}
        assert words.find_level(level["name"]) == level["id"]


def test_the_playbooks_are_those_of_the_file_in_its_order() -> None:
    for found, written in zip(library().playbooks, shipped(TRANSITIONS)["playbooks"], strict=True):
        assert (found.id, found.name, found.aliases) == (written["id"], written["name"], written["aliases"])
        assert [step.do for step in found.plan] == [step["do"] for step in written["plan"]]
        assert found.artifact.file == written["artifact"]["file"]


@pytest.mark.parametrize("damage", ["", "{", "[]"])
def test_a_damaged_build_is_no_silent_success(damage: str, tmp_path: Path) -> None:
    folder = compiled_only(tmp_path / "wheel")
    (folder / "compiled" / "grid.json").write_text(damage, "utf-8")
    with pytest.raises((ValueError, TypeError, KeyError)):
        Library(folder).identity.id.strip()
