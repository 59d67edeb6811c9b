"""What somebody reads for whom no level is above: roads from there, each with a first step; nothing where a ladder has none."""

from pathlib import Path

import pytest

from builders import library, top
from cli.running import Home, Pmpath, flowing
from own_ladders import HEAD, write

ROADS = library().words.levels["cpo"].beyond


@pytest.fixture
def at_the_top(home: Home) -> Home:
    """Keep the assessment of somebody at the highest level."""
    home.assessed(top())
    return home


@pytest.mark.parametrize("argv", [("assess", "--again", "--no-save"), ("ladder", "cpo")], ids=" ".join)
def test_who_is_at_the_top_reads_what_there_is_to_do_from_here(pmpath: Pmpath, at_the_top: Home, argv: tuple[str, ...]) -> None:
    ran = pmpath(*argv)
    said = flowing(ran.out)
    assert (ran.code, at_the_top.journal.exists()) == (0, True)
    assert [road.id for road in ROADS if road.text not in said or f"First: {road.step}" not in said] == []
    assert "Sources: W-WPM, S-DP, W-PFOL, S-HA, " in said


@pytest.mark.usefixtures("at_the_top")
def test_where_somebody_stands_names_the_roads_and_where_to_read_on(pmpath: Pmpath) -> None:
    ran = pmpath()
    assert [road.id for road in ROADS if road.text not in flowing(ran.out)] == []
    assert ran.out.endswith("\nNext: pmpath ladder cpo\n")


@pytest.mark.usefixtures("at_the_top")
@pytest.mark.parametrize("command", ["plan", "case"])
def test_what_needs_a_level_above_says_where_the_roads_are(pmpath: Pmpath, command: str) -> None:
    ran = pmpath(command)
    assert ran.code == 2
    assert "pmpath ladder cpo says what there is to do from here; --target LEVEL names another" in flowing(ran.err)


def test_the_roads_of_a_level_are_data(pmpath: Pmpath) -> None:
    assert [road["id"] for road in pmpath("ladder", "cpo", "--json").data["level"]["beyond"]] == [one.id for one in ROADS]
    assert pmpath("ladder", "vp", "--json").data["level"]["beyond"] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HEAD}levels:\n  - id: cpo\n    beyond:\n      - id: founder\n        remove: true\n", True),
        (f"{HEAD}levels:\n  - id: cpo\n    remove: true\n", False),
    ],
    ids=["one road less", "no such level"],
)
def test_a_ladder_of_ones_own_has_its_own_roads_or_none(pmpath: Pmpath, tmp_path: Path, text: str, *, said: bool) -> None:
    ran = pmpath("ladder", "cpo" if said else "vp", "--ladder", write(tmp_path, text))
    assert ran.code == 0
    assert ("From here" in ran.out, "Start a company" in ran.out) == (said, False)
