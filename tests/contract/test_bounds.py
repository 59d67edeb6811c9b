"""The versions of libraries that pyproject.toml allows: each has both ends, and the tool that tries them takes the lowest."""

import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from bounds import lowest
from builders import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = [Requirement(one) for one in PROJECT["dependencies"]]
FOR_USE = ("ics", "mcp", "dask")
WANTED = NEEDED + [Requirement(one) for extra in FOR_USE for one in PROJECT["optional-dependencies"][extra]]


@pytest.mark.parametrize("requirement", WANTED, ids=str)
def test_a_library_has_a_lowest_and_a_first_untried_version(requirement: Requirement) -> None:
    assert {bound.operator for bound in requirement.specifier} == {">=", "<"}


def test_the_lowest_versions_are_those_of_the_project_and_each_is_allowed() -> None:
    pinned = [Requirement(one) for one in lowest(PROJECT)]
    assert [one.name for one in pinned] == [one.name for one in NEEDED]
    for pin, requirement in zip(pinned, NEEDED, strict=True):
        (bound,) = pin.specifier
        assert Version(bound.version) in requirement.specifier
