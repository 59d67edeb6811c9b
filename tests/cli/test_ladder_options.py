"""Every option of `pmpath ladder`."""

import sys
from itertools import pairwise
from pathlib import Path

import pytest

from builders import grid, library
from cli.running import Pmpath, compiled_folder
from pmpath import __version__

LEVELS = grid().levels
IDENTITY = library().identity
NAMES = {level: library().words.levels[level].name for level in LEVELS}


def test_the_whole_ladder_names_every_level(pmpath: Pmpath) -> None:
    ran = pmpath("ladder")
    assert (ran.code, ran.err) == (0, "")
    words = set(ran.out.split())
    assert [name for name in NAMES.values() if not words.issuperset(name.split())] == []
    assert ran.out.endswith("\nNext: pmpath ladder apm\n      pmpath assess\n")


def test_the_whole_ladder_is_one_document_for_a_script(pmpath: Pmpath) -> None:
    ran = pmpath("ladder", "--json")
    assert (ran.whole["kind"], ran.data["view"]) == ("ladder", "all")
    assert [level["id"] for level in ran.data["levels"]] == list(LEVELS)
    assert sum(len(one["expectations"]) for one in ran.data["competencies"]) == 67
    assert len(ran.data["competencies"]) == 11
    assert [band["id"] for band in ran.data["bands"]] == ["foundation", "strategic", "executive"]


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_has_a_page(pmpath: Pmpath, level: str) -> None:
    ran = pmpath("ladder", level)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{NAMES[level]}: ")
    assert all(f"\n{heading}\n" in ran.out for heading in ("Decides", "What the work is", "What is expected", "Years"))


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_as_data_carries_what_is_expected_of_it(pmpath: Pmpath, level: str) -> None:
    data = pmpath("ladder", level, "--json").data
    assert (data["view"], data["level"]["id"]) == ("level", level)
    assert [part["id"] for part in data["expectations"]] == [
        f"{one.id}.{level}" for one in library().words.ladder.competencies for part in one.expectations if part.level == level
    ]


@pytest.mark.parametrize("level", LEVELS[:-1])
def test_a_level_as_data_carries_the_shift_to_the_next(pmpath: Pmpath, level: str) -> None:
    above = LEVELS[LEVELS.index(level) + 1]
    assert [(one["from"], one["to"]) for one in pmpath("ladder", level, "--json").data["shifts"]] == [(level, above)]


def test_the_highest_level_has_no_shift(pmpath: Pmpath) -> None:
    assert pmpath("ladder", "cpo", "--json").data["shifts"] == []


@pytest.mark.parametrize("level", ["apm", "pm", "senior-pm"])
def test_a_level_with_milestones_shows_what_each_counts_from(pmpath: Pmpath, level: str) -> None:
    data = pmpath("ladder", level, "--json").data
    assert data["milestones"]
    assert all(one["from"] == level and one["threshold"]["value"] > 0 and one["question"] for one in data["milestones"])


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("PM", "pm"),
        ("Product Manager", "pm"),
        ("product_manager", "pm"),
        ("gpm", "group-pm"),
        ("head-of-product", "director"),
        ("Sr. PM", "senior-pm"),
        ("Chief Product Officer", "cpo"),
        ("VP of Product", "vp"),
    ],
)
def test_a_level_goes_by_its_titles_too(pmpath: Pmpath, name: str, level: str) -> None:
    assert pmpath("ladder", name, "--json").data["level"]["id"] == level


@pytest.mark.parametrize(("lower", "upper"), list(pairwise(LEVELS)))
def test_two_neighbors_are_compared_with_the_shift_between_them(pmpath: Pmpath, lower: str, upper: str) -> None:
    ran = pmpath("ladder", lower, "--vs", upper)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{NAMES[lower]} and {NAMES[upper]}\n")
    assert f"\nThe shift to {NAMES[upper]}\n" in ran.out


@pytest.mark.parametrize(("one", "other"), [("pm", "senior-pm"), ("apm", "cpo")])
def test_a_comparison_reads_the_same_from_both_sides(pmpath: Pmpath, one: str, other: str) -> None:
    assert pmpath("ladder", one, "--vs", other) == pmpath("ladder", other, "--vs", one)


def test_a_comparison_over_several_levels_shows_every_shift_in_order(pmpath: Pmpath) -> None:
    data = pmpath("ladder", "cpo", "--vs", "apm", "--json").data
    assert (data["view"], data["lower"]["id"], data["upper"]["id"]) == ("comparison", "apm", "cpo")
    assert [(one["from"], one["to"]) for one in data["shifts"]] == list(pairwise(LEVELS))


def test_a_comparison_names_what_the_upper_level_expects(pmpath: Pmpath) -> None:
    data = pmpath("ladder", "pm", "--vs", "senior-pm", "--json").data
    assert len(data["expectations"]) == 11
    assert {name.partition(".")[2] for name in data["expectations"]} == {"senior-pm"}


@pytest.mark.parametrize(
    ("argv", "next_commands"),
    [
        ((), ["pmpath ladder apm", "pmpath assess"]),
        (("pm",), ["pmpath ladder pm --vs senior-pm", "pmpath assess --target pm", "pmpath guide time pm"]),
        (("cpo",), ["pmpath ladder vp --vs cpo", "pmpath assess --target cpo", "pmpath guide time cpo"]),
        (("pm", "--vs", "vp"), ["pmpath assess --target vp", "pmpath ladder vp"]),
    ],
)
def test_the_next_command_fits_the_view(pmpath: Pmpath, argv: tuple[str, ...], next_commands: list[str]) -> None:
    assert pmpath("ladder", *argv, "--json").whole["next_commands"] == next_commands


@pytest.mark.parametrize("argv", [(), ("pm",), ("pm", "--vs", "senior-pm")])
@pytest.mark.parametrize("width", ["40", "60", "80", "100"])
def test_no_line_is_wider_than_the_terminal(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], width: str
) -> None:
    monkeypatch.setenv("PMPATH_WIDTH", width)
    assert [line for line in pmpath("ladder", *argv).out.splitlines() if len(line) > int(width)] == []


def test_color_comes_where_it_is_asked_for_only(pmpath: Pmpath) -> None:
    assert pmpath("ladder", "pm", "--color", "always").out.startswith("\x1b[1mProduct Manager: ")
    assert "\x1b" not in pmpath("ladder", "pm").out


def test_without_a_command_the_first_commands_are_shown(pmpath: Pmpath) -> None:
    ran = pmpath()
    assert (ran.code, ran.err) == (0, "")
    assert [line.split("  ")[1] for line in ran.out.splitlines() if line.startswith("  pmpath")] == [
        "pmpath assess",
        "pmpath transition --from engineer",
        "pmpath ladder",
    ]


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_the_version_is_one_line_with_ladder_and_python(pmpath: Pmpath, flag: str) -> None:
    python = ".".join(map(str, sys.version_info[:3]))
    line = f"pmpath {__version__} (ladder {IDENTITY.id} {IDENTITY.version}, Python {python})\n"
    assert pmpath(flag) == (0, line, "")


def test_the_version_is_data_for_a_script(pmpath: Pmpath) -> None:
    whole = pmpath("--version", "--json").whole
    python = ".".join(map(str, sys.version_info[:3]))
    assert (whole["kind"], whole["data"]) == ("version", {"version": __version__, "python": python})
    assert whole["ladder"] == IDENTITY._asdict()


def test_the_version_from_the_compiled_file_is_that_of_the_whole_content(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = pmpath("--version")
    monkeypatch.setenv("PMPATH_DATA_DIR", str(compiled_folder(tmp_path / "data")))
    assert pmpath("--version") == slow


@pytest.mark.parametrize("width", ["20", "40", "100"])
@pytest.mark.parametrize("argv", [("--version",), ("--version", "--plain"), ("--debug", "-V")], ids=" ".join)
def test_the_version_is_one_line_at_any_width(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], width: str
) -> None:
    monkeypatch.setenv("PMPATH_WIDTH", width)
    assert pmpath(*argv).out.count("\n") == 1


@pytest.mark.parametrize("content", [b"", b"\xff", b"\x00", b'"default', b"x" * 5000])
def test_a_damaged_file_of_the_identity_is_no_crash(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes
) -> None:
    folder = compiled_folder(tmp_path / "data")
    (folder / "compiled" / "identity.json").write_bytes(content)
    monkeypatch.setenv("PMPATH_DATA_DIR", str(folder))
    ran = pmpath("--version")
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 1)


def test_without_a_file_of_the_identity_the_whole_content_says_it(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual = pmpath("--version")
    folder = compiled_folder(tmp_path / "data")
    (folder / "compiled" / "identity.json").unlink()
    monkeypatch.setenv("PMPATH_DATA_DIR", str(folder))
    assert pmpath("--version") == usual
