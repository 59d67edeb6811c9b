"""Compiles the shipped content once."""

from pathlib import Path

import pytest

from builders import example_a
from cli.running import write_sheet
from contract.processes import build_content


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder as the wheel has it."""
    return build_content(tmp_path_factory.mktemp("wheel") / "data")


@pytest.fixture
def one_json(tmp_path: Path) -> str:
    """Write worked example A and return the name of the file."""
    return write_sheet(tmp_path / "one.json", example_a())
