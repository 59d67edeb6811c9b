"""Every row that must be covered is: `article_rows.yaml` names data and tests for it, and each of them exists."""

import ast
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from builders import ROOT
from data_folder import GUIDES, INTERVIEW, LADDER, PORTFOLIO, SOURCES, TRANSITIONS, TextLoader, shipped

ROWS: Final[dict[str, list[str]]] = TextLoader(
    Path(__file__).with_name("article_rows.yaml").read_text("utf-8")
).get_single_data()
GROUPS: Final = {
    "A": (1, 2, 3, 4, 5, 6, 7, 8, 9),
    "B": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
    "C": (1, 2, 3, 4),
    "D": (1, 2, 3, 4, 5, 6, 7),
    "E": (1, 2, 3, 4, 5, 6),
    "F": (1, 2, 3, 4),
    "G": (1, 2, 3, 4, 5, 6, 7),
    "H": (1, 2, 3, 4, 5, 6),
    "I": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    "J": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    "K": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    "L-": (1, 2, 3, 4, 5, 6),
    "M": (1, 2, 3, 4, 5),
    "N": (1, 2, 3, 4, 5, 6, 7, 8, 9),
    "O": (1, 2, 3, 4, 5),
    "P": (1, 2, 3, 4),
    "Q": (1, 2, 3, 4, 5, 6),
    "R": (1, 2, 3, 4, 5, 6),
    "S": (1, 2, 3, 4, 5, 6, 7, 8),
}
MUST: Final = [f"{group}{number:02}" for group, numbers in GROUPS.items() for number in numbers]
REFERENCES: Final = [(row, reference) for row, references in ROWS.items() for reference in references]
DATA: Final = [(row, reference) for row, reference in REFERENCES if not reference.startswith("tests/")]
TESTS: Final = [(row, reference) for row, reference in REFERENCES if reference.startswith("tests/")]


def named(item: dict[str, Any]) -> set[str]:
    """Return what an item of a list may be called."""
    names = {str(item[key]) for key in ("id", "key", "level") if key in item}
    return names | ({f"{item['from']}-{item['to']}"} if {"from", "to"} <= item.keys() else set())


def step_into(value: Any, step: str) -> Any:
    """Return the part of data with this name; None where there is none."""
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list):
        return next((item for item in value if isinstance(item, dict) and step in named(item)), None)
    return None


def resolve(reference: str) -> Any:
    """Return the data that a reference names; None where there is none."""
    file, _, path = reference.partition(":")
    value: Any = {
        "ladder": shipped(LADDER),
        "transitions": shipped(TRANSITIONS)["playbooks"],
        "portfolio": shipped(PORTFOLIO),
        "interview": shipped(INTERVIEW),
        "guides": shipped(GUIDES),
        "sources": shipped(SOURCES)["sources"],
    }[file]
    for step in path.split("."):
        value = step_into(value, step)
    return value


@cache
def names_in(file: str) -> frozenset[str]:
    """Return the names of the tests in a file, read without running it."""
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"))


def test_no_row_that_must_be_covered_is_missing() -> None:
    assert list(ROWS) == MUST


@pytest.mark.parametrize("row", MUST)
def test_a_row_names_data_or_tests_each_once(row: str) -> None:
    references = ROWS[row]
    assert references
    assert len(set(references)) == len(references)


@pytest.mark.parametrize(("row", "reference"), DATA)
def test_the_data_of_a_row_exists(row: str, reference: str) -> None:
    assert resolve(reference), f"{row}: {reference}"


@pytest.mark.parametrize(("row", "reference"), TESTS)
def test_the_test_of_a_row_exists(row: str, reference: str) -> None:
    file, _, name = reference.partition("::")
    assert name in names_in(file), f"{row}: {reference}"


@pytest.mark.parametrize(
    "reference",
    [
        "ladder:levels.nobody",
        "ladder:levels.apm.nothing",
        "ladder:levels.apm.name.x",
        "ladder:shifts.pm-apm",
        "transitions:pilot",
        "sources:X",
    ],
)
def test_a_reference_to_nothing_is_found_out(reference: str) -> None:
    assert resolve(reference) is None


def test_a_reference_finds_items_by_id_level_key_and_pair() -> None:
    assert resolve("ladder:levels.pm.short") == "PM"
    assert resolve("ladder:competencies.delivery.expectations.apm.level") == "apm"
    assert resolve("ladder:shifts.vp-cpo.origin") == "reconstructed"
    assert resolve("transitions:engineer.advantages.feasibility.origin") == "article"
    assert resolve("sources:W-UND.key") == "W-UND"


def test_the_row_file_carries_references_and_no_text() -> None:
    assert [reference for _, reference in REFERENCES if " " in reference] == []
