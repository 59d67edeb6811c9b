"""docs/reliability.md names a test for each fault, and leaves no module of these tests out."""

import ast
import re
from pathlib import Path

import pytest

from builders import ROOT

pytestmark = pytest.mark.faults

PAGE = (ROOT / "docs/reliability.md").read_text("utf-8")
TABLE = PAGE.partition("\n## Faults\n")[2].partition("\n## ")[0]
ROWS = [line.strip("|").split("|") for line in TABLE.splitlines() if line.startswith("|")][2:]
OWN = Path(__file__).parent
NAME = re.compile(r"`(test_\w+)`")


def names_in(file: Path) -> set[str]:
    """Return the names of the tests in a module."""
    tree = ast.parse(file.read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


def test_each_row_of_the_page_names_a_test_that_is_there() -> None:
    known = {name for file in (ROOT / "tests").rglob("test_*.py") for name in names_in(file)}
    named = {row[0].strip(): NAME.findall(row[3]) for row in ROWS}
    assert len(named) > 20
    assert [fault for fault, names in named.items() if not names or not set(names) <= known] == []


def test_each_module_of_fault_tests_stands_in_the_page() -> None:
    named = set(NAME.findall(PAGE))
    modules = [file for file in OWN.glob("test_*.py") if file != Path(__file__)]
    assert [file.name for file in modules if not names_in(file) & named] == []


def test_each_row_has_its_four_cells() -> None:
    assert [row for row in ROWS if len(row) != 4] == []
