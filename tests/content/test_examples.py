"""The ladders in `examples/`: sound, with their origin and license, in our own words, and fit to assess with."""

from collections.abc import Iterator

import pytest
import yaml

from builders import ROOT, library
from cli.running import run
from content.test_fingerprints import KNOWN, is_in
from data_folder import texts
from pmpath.content.checking import check_file
from pmpath.content.library import Library, find_library
from pmpath.core.assessment import assess
from pmpath.model.own import Own
from shared_runs import fingerprint, runs

FOLDER = ROOT / "examples"
README = (FOLDER / "README.md").read_text("utf-8")
LICENSES = {"learn-by-doing.yaml": "Open Government Licence v3.0", "monzo-product.yaml": "MIT"}
NAMES = sorted(LICENSES)
PLACED = [
    ("learn-by-doing.yaml", 0, "aspiring"),
    ("learn-by-doing.yaml", 1, "associate"),
    ("learn-by-doing.yaml", 2, "product-manager"),
    ("monzo-product.yaml", 1, "level-1"),
    ("monzo-product.yaml", 3, "level-3"),
    ("monzo-product.yaml", 4, "level-4"),
]
"""Example to how many of its levels somebody has behind them, and where that places them."""


def example(name: str) -> Library:
    return find_library(Own(str(FOLDER / name)))


def written(name: str) -> Iterator[str]:
    yield from texts(yaml.safe_load((FOLDER / name).read_text("utf-8")))


def test_every_example_is_listed() -> None:
    assert [path.name for path in sorted(FOLDER.glob("*.yaml"))] == NAMES
    assert [name for name in NAMES if f"`{name}`" not in README] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_a_whole_ladder_without_a_problem(name: str) -> None:
    found = check_file(str(FOLDER / name), library())
    assert (found.what, found.problems) == ("ladder", ())


@pytest.mark.parametrize("name", NAMES)
def test_an_example_says_where_it_comes_from_and_under_which_license(name: str) -> None:
    source = (example(name).words.ladder.sources or [])[0]
    head = (FOLDER / name).read_text("utf-8").partition("\nid:")[0]
    assert LICENSES[name] in head
    assert LICENSES[name] in README
    assert source.address in README
    assert {key for part in example(name).words.expectations.values() for key in part.sources} == {source.key}


@pytest.mark.parametrize("name", NAMES)
def test_no_eight_words_in_a_row_of_an_example_are_shared_with_a_source(name: str) -> None:
    assert [run for text in written(name) for run in runs(text) if is_in(KNOWN, fingerprint(run))] == []


@pytest.mark.parametrize(("name", "behind", "level"), PLACED)
def test_an_assessment_places_a_made_up_sheet(name: str, behind: int, level: str) -> None:
    grid = example(name).grid
    answers = {cell.question: "on-my-own" if cell.rank <= behind else "not-yet" for cell in grid.cells}
    result = assess(grid, answers)
    assert (result.level, result.role, result.complete) == (level, level, True)


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_of_an_example_render(name: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMPATH_LADDER", str(FOLDER / name))
    ladder = example(name)
    first, second, *_ = ladder.grid.levels
    question = next(iter(ladder.grid.choices))
    assessed = ("assess", "--answer", f"{question}=on-my-own", "--no-save")
    for argv in (("ladder",), ("ladder", first), ("ladder", first, "--vs", second), ("explain", question), assessed):
        ran = run(capfd, *argv)
        assert (argv, ran.code, ran.err) == (argv, 0, "")
        assert "None" not in ran.out
