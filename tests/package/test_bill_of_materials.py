"""The bill of materials in the wheel: valid CycloneDX, the same each time, and true to pyproject.toml and to data/."""

import json
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from builders import ROOT
from package.building import STEM, wheel_texts

pytestmark = pytest.mark.package

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = ("ics", "mcp", "dask")


@pytest.fixture(scope="module")
def text(wheel: Path) -> str:
    """Return the bill in the wheel."""
    return wheel_texts(wheel)[f"{STEM}.dist-info/sboms/pmpath.cdx.json"].decode()


@pytest.fixture(scope="module")
def bill(text: str) -> dict[str, Any]:
    """Return what the bill says."""
    found: dict[str, Any] = json.loads(text)
    return found


def names(requirements: list[str]) -> list[str]:
    """Return the normal names of the libraries that are required, in the order of the alphabet."""
    return sorted(canonicalize_name(Requirement(one).name) for one in requirements)


def of_scope(bill: dict[str, Any], scope: str) -> list[str]:
    return [one["name"] for one in bill["components"] if one.get("scope") == scope]


def test_the_bill_is_valid(text: str) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    assert JsonStrictValidator(SchemaVersion.V1_7).validate_str(text) is None


def test_the_bill_is_about_this_version(bill: dict[str, Any]) -> None:
    itself = bill["metadata"]["component"]
    assert [itself[key] for key in ("name", "purl", "licenses")] == [
        "pmpath",
        f"pkg:pypi/pmpath@{STEM.partition('-')[2]}",
        [{"license": {"id": "MIT"}}],
    ]


def test_every_library_that_is_needed_is_named(bill: dict[str, Any]) -> None:
    assert of_scope(bill, "required") == names(PROJECT["dependencies"])
    assert bill["dependencies"] == [{"ref": "pmpath", "dependsOn": names(PROJECT["dependencies"])}]


def test_libraries_of_extras_are_optional_and_those_for_work_on_pmpath_are_left_out(bill: dict[str, Any]) -> None:
    wanted = [one for extra in EXTRAS for one in PROJECT["optional-dependencies"][extra]]
    assert {*EXTRAS, "test", "dev"} == set(PROJECT["optional-dependencies"])
    assert of_scope(bill, "optional") == names(wanted)


def test_a_library_carries_the_versions_that_are_allowed(bill: dict[str, Any]) -> None:
    ranges = {one["name"]: one["versionRange"] for one in bill["components"] if one["type"] == "library"}
    requirement = next(one for one in PROJECT["dependencies"] if one.startswith("typer"))
    low, high = sorted(str(bound) for bound in Requirement(requirement).specifier)[::-1]
    assert ranges["typer"] == f"vers:pypi/{low}|{high}"


def test_every_file_of_the_content_carries_its_hash(bill: dict[str, Any]) -> None:
    hashes = {one["name"]: one["hashes"][0]["content"] for one in bill["components"] if one["type"] == "data"}
    files = sorted((ROOT / "data").rglob("*.yaml"))
    assert hashes == {str(path.relative_to(ROOT)): sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_bill_has_no_clock(bill: dict[str, Any]) -> None:
    assert "timestamp" not in bill["metadata"]
