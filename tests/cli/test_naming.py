"""How people name things."""

from types import SimpleNamespace

import pytest

from pmpath.cli.naming import known_by, names_of, spelled

THINGS = [SimpleNamespace(id="case-study", aliases=["case"]), SimpleNamespace(id="teardown", aliases=[])]


@pytest.mark.parametrize("name", ["case-study", "Case Study", "case_study", "  CASE  ", "case"])
def test_a_thing_is_found_however_its_name_is_written(name: str) -> None:
    assert known_by(THINGS, name) is THINGS[0]


@pytest.mark.parametrize("name", ["", "study", "case-study-2"])
def test_a_name_that_nothing_goes_by_finds_nothing(name: str) -> None:
    assert known_by(THINGS, name) is None


def test_ids_and_aliases_are_names() -> None:
    assert names_of(THINGS) == ["case-study", "case", "teardown"]


def test_a_name_is_spelled_as_ids_are() -> None:
    assert spelled(" UX_designer  Lead") == "ux-designer-lead"
