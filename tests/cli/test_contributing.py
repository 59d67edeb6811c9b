"""What CONTRIBUTING says about adding to the content is enough: each recipe is followed in a copy of the data."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from builders import ROOT, SetVariable
from cli.running import Pmpath
from data_folder import GUIDES, LADDER, PORTFOLIO, SOURCES, TRANSITIONS, Raw, shipped, write

CONTRIBUTING: Final = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


class Recipe(NamedTuple):
    """A list of a file, the entry to copy, what is changed in the copy, and what shows it then."""

    file: str
    entries: str
    neighbor: str
    changed: Callable[[Raw], object]
    command: tuple[str, ...]
    shows: str


def relabeled(entry: Raw) -> None:
    for part in entry["expectations"]:
        part |= {"label": f"Ship for all, {part['level']}", "question": f"Did you test with everybody at {part['level']}?"}


def without_figures(entry: Raw) -> None:
    entry["short"] = "Often, and less than before."
    for passage in entry["passages"]:
        passage["figures"] = []
        for point in passage["points"]:
            point |= {"text": "Ask in the first talk.", "action": None}


def nothing(_entry: Raw) -> None:
    """Change nothing but the names."""


RECIPES: Final = {
    "A competency": Recipe(LADDER, "competencies", "technology", relabeled, ("explain", "new-one.pm"), "Ship for all, pm"),
    "A background": Recipe(TRANSITIONS, "playbooks", "sales", nothing, ("transition", "--from", "new-one"), "From A new one"),
    "A guide": Recipe(GUIDES, "topics", "degree", without_figures, ("guide", "new-one"), "Often, and less than before."),
    "A kind of portfolio piece": Recipe(
        PORTFOLIO, "kinds", "case-study", nothing, ("portfolio", "show", "new-one"), "A new one"
    ),
}


def copied(recipe: Recipe) -> Raw:
    """Return the file with the copy of a neighbor, changed as the recipe says."""
    data = shipped(recipe.file)
    entry: Raw = next(one for one in shipped(recipe.file)[recipe.entries] if one["id"] == recipe.neighbor)
    entry |= {"id": "new-one", "name" if "name" in entry else "title": "A new one"}
    if "aliases" in entry:
        entry["aliases"] = []
    recipe.changed(entry)
    data[recipe.entries].append(entry)
    return data


@pytest.fixture
def followed(setting: SetVariable, tmp_path: Path) -> None:
    """Follow all recipes in one copy of the data, and use it."""
    data = {recipe.file: copied(recipe) for recipe in RECIPES.values()}
    sources = shipped(SOURCES)
    sources["sources"].append(
        sources["sources"][0] | {"key": "W-NEW", "address": "https://example.org/new", "name": "New page"}
    )
    setting("PMPATH_DATA_DIR", str(write(tmp_path / "data", {**data, SOURCES: sources})))


@pytest.mark.usefixtures("followed")
def test_the_recipes_are_enough_for_the_program_to_show_what_was_added(pmpath: Pmpath) -> None:
    for recipe in RECIPES.values():
        ran = pmpath(*recipe.command)
        assert (ran.code, ran.err) == (0, "")
        assert recipe.shows in ran.out
    assert "New page" in pmpath("explain", "W-NEW").out
    assert "new-one.pm" in pmpath("assess", "--answer", "scope=pm", "--no-save", "--json").data["unanswered"]


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_names_the_file_and_the_list_to_add_to(name: str) -> None:
    section = next(one for one in CONTRIBUTING.split("\n### ") if name in one.partition("\n")[0])
    assert (f"`data/{RECIPES[name].file}`" in section, f"`{RECIPES[name].entries}`" in section) == (True, True)


def test_what_is_missing_in_a_copy_is_named_with_its_line(pmpath: Pmpath, setting: SetVariable, tmp_path: Path) -> None:
    data = shipped(TRANSITIONS)
    data["playbooks"].append({"id": "new-one", "name": "A new one"})
    setting("PMPATH_DATA_DIR", str(write(tmp_path / "data", {TRANSITIONS: data})))
    ran = pmpath("ladder")
    assert ran.code == 65
    assert re.search(r"transitions\.yaml:\d+:\d+ +playbooks\.10\.summary", ran.err)


@pytest.mark.parametrize("section", re.findall(r"^### (.+)$", CONTRIBUTING, re.MULTILINE))
def test_each_recipe_has_less_than_ten_lines(section: str) -> None:
    lines = CONTRIBUTING.partition(f"\n### {section}\n")[2].partition("\n#")[0].strip().splitlines()
    assert len([line for line in lines if line]) < 10
