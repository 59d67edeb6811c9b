"""A command writes to what is kept, to what can be made again, to what it is told to write, and nowhere else."""

from pathlib import Path
from shutil import which

import pytest

from cli.running import compiled_folder
from hostile.touching import RUNS, Place, Run
from pmpath.cli.group import COMMANDS


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Lay out one folder for all runs, which come one after the other."""
    return Place(tmp_path_factory.mktemp("touched"))


@pytest.fixture(autouse=True)
def _compiled(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Read the content as an installed program does."""
    monkeypatch.setenv("PMPATH_DATA_DIR", str(compiled_folder(tmp_path_factory.mktemp("compiled") / "data")))


def test_every_command_has_a_run() -> None:
    assert RUNS.keys() == COMMANDS.keys()


def test_what_python_says_is_touched_is_kept_or_named(place: Place) -> None:
    found = {name: place.outside(place.listened(run), run) for name, run in RUNS.items()}
    assert found == {name: [] for name in RUNS}


def test_what_is_written_elsewhere_is_found(place: Place) -> None:
    run = Run(("guide", "pay", "-o", "out/elsewhere.md"))
    assert place.outside(place.listened(run), run) != []


@pytest.mark.strace
def test_what_the_kernel_says_is_touched_is_kept_or_named(tmp_path: Path) -> None:
    assert which("strace"), "strace has to be installed for this test"
    place = Place(tmp_path / "traced")
    found = {name: place.outside(place.traced(run), run) for name, run in RUNS.items()}
    assert found == {name: [] for name in RUNS}


@pytest.mark.strace
def test_a_trace_finds_what_is_written_elsewhere(tmp_path: Path) -> None:
    place = Place(tmp_path / "traced")
    run = Run(("guide", "pay", "-o", "out/elsewhere.md"))
    assert str(place.work / "out/elsewhere.md") in place.outside(place.traced(run), run)
