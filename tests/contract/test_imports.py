"""What a command imports decides how fast it starts: the lists are kept, and the heavy libraries are on none of them."""

import sys
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from contract.processes import modules_after
from pmpath.cli.group import COMMANDS

HEAVY = {"rich", "questionary", "prompt_toolkit", "yaml", "pydantic", "pydantic_core"}
PATHS = {
    "version": ("--version",),
    "help": ("--help",),
    "assess help": ("assess", "--help"),
    "ladder json": ("ladder", "--json"),
    "assess json": ("assess", "--answers", "one.json", "--json"),
    "assess json unsaved": ("assess", "--answers", "one.json", "--json", "--no-save"),
    "data path json": ("data", "path", "--json"),
    "data check json": ("data", "check", "--json"),
    "explain json": ("explain", "discovery.pm", "--json"),
    "schema json": ("schema", "assessment", "--json"),
    "schema list json": ("schema", "--json"),
    "topic": ("help", "exit-codes"),
    "batch": ("assess", "--answers", "one.json", "--jsonl"),
    "batch of two": ("assess", "--answers", "one.json", "--jsonl", "--jobs", "2"),
    "completion": (),
    "completion of ids": (),
}
COMPLETING = {"completion": "a", "completion of ids": "explain disc"}
"""What stands on the command line when the Tab key is pressed."""
ALLOWED = {"batch": {"pydantic_core"}, "batch of two": {"pydantic_core"}}
"""Reads and writes JSON several times as fast as the standard library, which many lines are worth its import."""
for_every_path = pytest.mark.parametrize("name", PATHS)


def outside_the_standard_library(modules: frozenset[str]) -> set[str]:
    tops = {module.partition(".")[0] for module in modules} - {"sitecustomize"}  # that of the tests, which keeps them offline
    return {top for top in tops if top not in sys.stdlib_module_names and not top.startswith("_")}


@pytest.fixture
def loaded(content: Path, one_json: str, name: str) -> frozenset[str]:
    """Return what the command line of that name has imported when it ends."""
    assert one_json == "one.json"
    return modules_after(content, *PATHS[name], **completing(name))


def completing(name: str) -> dict[str, str]:
    """Return the settings with which a shell asks for what could follow."""
    if name not in COMPLETING:
        return {}
    return {"_PMPATH_COMPLETE": "lines", "_PMPATH_WORDS": COMPLETING[name].replace(" ", "\x1f")}


@for_every_path
def test_no_heavy_library_is_imported(loaded: frozenset[str], name: str) -> None:
    assert outside_the_standard_library(loaded) & HEAVY == ALLOWED.get(name, set())


@for_every_path
def test_our_own_modules_on_the_path_are_these(loaded: frozenset[str], snapshot: SnapshotAssertion) -> None:
    assert sorted(module for module in loaded if module.partition(".")[0] == "pmpath") == snapshot


@pytest.mark.parametrize("name", ["version"])
def test_the_version_is_answered_without_the_framework(loaded: frozenset[str]) -> None:
    assert outside_the_standard_library(loaded) - {"__main__"} == {"pmpath"}


@pytest.mark.parametrize("name", [name for name in PATHS if name not in ("version", "explain json")])
def test_beside_ours_only_the_framework_and_what_it_needs_is_imported(loaded: frozenset[str], name: str) -> None:
    framework = {"typer", "annotated_doc", "typing_extensions", "shellingham"}
    assert outside_the_standard_library(loaded) <= {"pmpath", *framework, *ALLOWED.get(name, ())}


@pytest.mark.parametrize("name", ["help"])
def test_the_help_loads_no_command(loaded: frozenset[str]) -> None:
    assert loaded.isdisjoint(f"pmpath.cli.{command}" for command in COMMANDS)


@pytest.mark.parametrize("name", ["help", "assess help", "topic", "completion"])
def test_a_help_reads_no_content(loaded: frozenset[str]) -> None:
    assert [module for module in loaded if module.startswith(("pmpath.content", "pmpath.core"))] == []


@pytest.mark.parametrize("name", ["assess json", "assess json unsaved", "batch", "batch of two"])
def test_a_plain_sheet_needs_no_model_of_sheets(loaded: frozenset[str]) -> None:
    assert loaded.isdisjoint({"pmpath.model.sheet", "pmpath.model.base", "pmpath.content.reader", "pmpath.content.compiler"})


@pytest.mark.parametrize("name", ["ladder json", "assess json unsaved", "batch", "batch of two"])
def test_what_keeps_nothing_needs_no_journal(loaded: frozenset[str]) -> None:
    assert [module for module in loaded if module.startswith("pmpath.journal")] == []


@pytest.mark.parametrize("name", ["ladder json", "assess json", "assess json unsaved"])
def test_json_needs_no_page(loaded: frozenset[str]) -> None:
    assert loaded.isdisjoint({"pmpath.render.layout", "pmpath.render.paint", "pmpath.render.assessment"})


@pytest.mark.parametrize("name", ["version", "help", "ladder json", "assess json unsaved", "completion", "batch"])
def test_nothing_is_made_ready_for_more_processes(loaded: frozenset[str]) -> None:
    assert loaded.isdisjoint({"concurrent.futures", "multiprocessing", "pickle"})


@pytest.mark.parametrize("name", ["data path json", "data check json"])
def test_what_is_about_the_journal_needs_no_content(loaded: frozenset[str]) -> None:
    assert [module for module in loaded if module.startswith(("pmpath.content", "pmpath.core"))] == []


@pytest.mark.parametrize("name", ["schema json", "schema list json"])
def test_a_schema_needs_no_model_and_no_ladder(loaded: frozenset[str]) -> None:
    assert [one for one in loaded if one.startswith(("pmpath.model.documents", "pmpath.content.library"))] == []


def test_text_off_a_terminal_needs_no_color_library(content: Path, one_json: str) -> None:
    assert "rich" not in modules_after(content, "assess", "--answers", one_json)


def test_asking_is_imported_only_to_ask(content: Path, one_json: str) -> None:
    loaded = modules_after(content, "assess", "--answers", one_json)
    assert [module for module in loaded if module.startswith(("pmpath.asking", "questionary", "prompt_toolkit"))] == []
