"""pmpath milestones: met with evidence, claimed without, open; whose figures count."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from builders import example_a, example_b, library
from cli.running import Home, Pmpath, flowing
from cli.test_writing import smallest_files

FIRST = "team-number-moved"
TWICE = "roadmap-quarters"
"""A milestone that is reached at two."""
OTHER_LEVEL = next(one for one in library().words.ladder.milestones if one.start == "senior-pm")

Facts = Mapping[str, Any]


@pytest.fixture
def a(home: Home) -> Home:
    """Keep worked example A, a PM."""
    home.assessed(example_a())
    return home


def stand(pmpath: Pmpath, name: str = FIRST, *words: str) -> tuple[str, float, float, list[int]]:
    """Return how one milestone stands: reached, how far, from where it counts, and its evidence."""
    found: list[Facts] = pmpath("milestones", *words, "--json").data["milestones"]
    one = next(one for one in found if one["id"] == name)
    return one["reached"], one["so_far"], one["threshold"], one["evidence"]


def kinds(home: Home) -> list[str]:
    return [json.loads(line)["type"] for line in home.journal.read_text("ascii").splitlines()]


# how they stand


@pytest.mark.usefixtures("a")
def test_at_first_all_are_open(pmpath: Pmpath) -> None:
    out = pmpath("milestones").out
    assert out.startswith("From Product Manager to Senior Product Manager: 0 of 8 milestones met\n")
    assert ("Met, with evidence" in out, "Claimed" in out, "\nOpen\n" in out) == (False, False, True)
    assert stand(pmpath) == ("open", 0, 1, [])


@pytest.mark.usefixtures("a")
def test_a_mark_without_evidence_is_claimed(pmpath: Pmpath) -> None:
    ran = pmpath("milestones", "mark", FIRST)
    assert (ran.code, ran.err) == (0, "")
    assert "Claimed, without evidence" in ran.out
    assert ran.out.endswith(f'Next: pmpath evidence add "what you did" --shows {FIRST}\n')
    assert stand(pmpath) == ("claimed", 1, 1, [])


@pytest.mark.usefixtures("a")
def test_with_evidence_it_is_met(pmpath: Pmpath) -> None:
    pmpath("evidence", "add", "Moved retention", "--shows", FIRST)
    pmpath("milestones", "mark", FIRST)
    out = pmpath("milestones").out
    assert out.startswith("From Product Manager to Senior Product Manager: 1 of 8 milestones met\n")
    assert "Evidence 1: Moved retention." in out
    assert stand(pmpath) == ("met", 1, 1, [1])


@pytest.mark.usefixtures("a")
def test_evidence_alone_is_no_count(pmpath: Pmpath) -> None:
    pmpath("evidence", "add", "Moved retention", "--shows", FIRST)
    assert stand(pmpath) == ("open", 0, 1, [1])


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize(
    ("count", "reached", "so_far"),
    [(("1",), "open", 1), (("2",), "claimed", 2), (("2.5",), "claimed", 2.5), ((), "claimed", 2)],
)
def test_a_count_says_how_far(pmpath: Pmpath, count: tuple[str, ...], reached: str, so_far: float) -> None:
    assert pmpath("milestones", "mark", TWICE, *count).code == 0
    assert stand(pmpath, TWICE)[:2] == (reached, so_far)


@pytest.mark.usefixtures("a")
def test_nought_takes_it_back(pmpath: Pmpath) -> None:
    pmpath("milestones", "mark", FIRST)
    pmpath("milestones", "mark", FIRST, "0")
    assert stand(pmpath) == ("open", 0, 1, [])


@pytest.mark.usefixtures("a")
def test_the_last_count_holds(pmpath: Pmpath) -> None:
    for count in ("2", "1"):
        pmpath("milestones", "mark", TWICE, count)
    assert stand(pmpath, TWICE)[:2] == ("open", 1)


@pytest.mark.parametrize("count", ["-1", "x", "nan", "inf", "-inf", "1e999", "-0.5"])
def test_a_count_is_a_number_from_0_on(pmpath: Pmpath, a: Home, count: str) -> None:
    before = a.journal.read_bytes()
    ran = pmpath("milestones", "mark", FIRST, count)
    assert (ran.code, ran.out, a.journal.read_bytes()) == (2, "", before)


@pytest.mark.usefixtures("a")
def test_evidence_is_linked_by_its_number(pmpath: Pmpath) -> None:
    pmpath("evidence", "add", "one", "--shows", "data.pm")
    pmpath("evidence", "add", "two")
    assert pmpath("milestones", "mark", FIRST, "1", "--evidence", "2", "--evidence", "1").code == 0
    assert stand(pmpath) == ("met", 1, 1, [1, 2])
    shows = [one["shows"] for one in pmpath("evidence", "list", "--json").data["evidence"]]
    assert shows == [["data.pm", FIRST], [FIRST]]


@pytest.mark.parametrize("number", ["1", "0", "-1", "x"])
def test_evidence_that_there_is_not_links_and_marks_nothing(pmpath: Pmpath, a: Home, number: str) -> None:
    before = a.journal.read_bytes()
    ran = pmpath("milestones", "mark", FIRST, "--evidence", number)
    assert (ran.code, ran.out, a.journal.read_bytes()) == (2, "", before)


@pytest.mark.usefixtures("a")
def test_evidence_that_is_taken_out_shows_it_no_longer(pmpath: Pmpath) -> None:
    pmpath("evidence", "add", "one", "--shows", FIRST)
    pmpath("milestones", "mark", FIRST)
    pmpath("evidence", "rm", "1")
    assert stand(pmpath) == ("claimed", 1, 1, [])


@pytest.mark.parametrize(
    ("name", "hint"), [("team-number-move", f"did you mean {FIRST}?"), ("xyzzy", "see pmpath milestones"), ("", "")]
)
def test_a_milestone_that_there_is_not_is_refused(pmpath: Pmpath, a: Home, name: str, hint: str) -> None:
    before = a.journal.read_bytes()
    ran = pmpath("milestones", "mark", name)
    assert (ran.code, ran.out, a.journal.read_bytes()) == (2, "", before)
    assert f'there is no milestone "{name}"' in ran.err
    assert hint in ran.err


@pytest.mark.usefixtures("a")
def test_a_milestone_of_another_level_shows_that_level(pmpath: Pmpath) -> None:
    data = pmpath("milestones", "mark", OTHER_LEVEL.id, "--json").data
    assert data["level"] == "senior-pm"


def test_a_full_disk_marks_nothing(pmpath: Pmpath, a: Home) -> None:
    before = a.journal.read_bytes()
    with smallest_files(len(before) + 10):
        ran = pmpath("milestones", "mark", FIRST)
    assert (ran.code, ran.out, a.journal.read_bytes()) == (74, "", before)


@pytest.mark.parametrize("form", ["svg", "ics"])
def test_a_form_that_it_cannot_have_marks_nothing(pmpath: Pmpath, a: Home, form: str) -> None:
    before = a.journal.read_bytes()
    assert pmpath("milestones", "mark", FIRST, "--format", form).code == 2
    assert a.journal.read_bytes() == before


def test_a_mark_as_a_table_is_the_table(pmpath: Pmpath, a: Home) -> None:
    out = pmpath("milestones", "mark", FIRST, "--format", "csv").out
    assert out.splitlines()[:2] == ["id,reached,so_far,threshold,is_own,evidence", f"{FIRST},claimed,1.0,1.0,no,"]
    assert kinds(a) == ["assessment", "milestone"]


# which level


@pytest.mark.parametrize(("named", "level"), [("pm", "pm"), ("Product Manager", "pm"), ("vp", "vp"), ("Group PM", "group-pm")])
def test_a_level_is_named_by_its_id_or_its_name(pmpath: Pmpath, home: Home, named: str, level: str) -> None:
    assert pmpath("milestones", "--for", named, "--json").data["level"] == level
    assert not home.journal.exists()


def test_a_level_is_named_by_any_of_its_aliases(pmpath: Pmpath) -> None:
    named = {alias: level.id for level in library().words.levels.values() for alias in level.aliases}
    assert named
    assert {alias: pmpath("milestones", "--for", alias, "--json").data["level"] for alias in named} == named


def test_the_top_has_none(pmpath: Pmpath) -> None:
    ran = pmpath("milestones", "--for", "cpo")
    assert (ran.code, ran.err) == (0, "")
    assert flowing(ran.out).startswith("There is no level above Chief Product Officer")
    assert pmpath("milestones", "--for", "cpo", "--json").data == {"level": "cpo", "milestones": []}


@pytest.mark.parametrize("level", ["group-pm", "director", "vp"])
def test_a_level_with_a_level_above_and_no_milestones_does_not_say_that_there_is_none_above(pmpath: Pmpath, level: str) -> None:
    ran = pmpath("milestones", "--for", level)
    assert (ran.code, ran.err) == (0, "")
    assert "There is no level above" not in ran.out


def test_a_level_that_there_is_not_is_refused(pmpath: Pmpath) -> None:
    ran = pmpath("milestones", "--for", "senior-pn")
    assert (ran.code, ran.out) == (2, "")
    assert "senior-pm" in ran.err


def test_without_an_assessment_the_level_has_to_be_named(pmpath: Pmpath) -> None:
    ran = pmpath("milestones")
    assert (ran.code, ran.out) == (2, "")
    assert "name it with --for, or begin with pmpath assess" in ran.err


def test_without_an_assessment_a_mark_is_kept(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("milestones", "mark", FIRST).code == 0
    assert kinds(home) == ["milestone"]


def test_someone_on_the_way_in_leaves_the_first_level(pmpath: Pmpath, home: Home) -> None:
    home.assessed(example_b())
    assert pmpath("milestones", "--json").data["level"] == "apm"


@pytest.mark.usefixtures("a")
def test_marks_outlive_an_assessment(pmpath: Pmpath, a: Home) -> None:
    pmpath("milestones", "mark", FIRST)
    a.assessed(example_a(), "2027-01-01")
    assert stand(pmpath)[0] == "claimed"


@pytest.mark.parametrize("before", [("--for", "vp"), ("--thresholds", "t.yaml")])
def test_options_of_the_list_do_not_go_with_a_mark(pmpath: Pmpath, a: Home, before: tuple[str, ...]) -> None:
    content = a.journal.read_bytes()
    ran = pmpath("milestones", *before, "mark", FIRST)
    assert (ran.code, ran.out, a.journal.read_bytes()) == (2, "", content)


# thresholds of one's own


@pytest.mark.usefixtures("a")
def test_own_figures_come_from_a_file(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_text(f"thresholds:\n  {FIRST}: 3\n", "utf-8")
    pmpath("milestones", "mark", FIRST)
    assert stand(pmpath, FIRST, "--thresholds", "t.yaml") == ("open", 1, 3, [])
    assert "1 of 3 team-level number moved; your own figure, 1 unless said" in flowing(
        pmpath("milestones", "--thresholds", "t.yaml").out
    )


def test_own_figures_come_from_the_home_folder(pmpath: Pmpath, a: Home) -> None:
    (a.folder / "milestones.yaml").write_text(f"thresholds:\n  {FIRST}: 2.5\n", "utf-8")
    assert stand(pmpath) == ("open", 0, 2.5, [])
    pmpath("milestones", "mark", FIRST)
    assert stand(pmpath) == ("claimed", 2.5, 2.5, [])


def test_a_named_file_stands_for_the_one_in_the_home_folder(pmpath: Pmpath, a: Home, tmp_path: Path) -> None:
    (a.folder / "milestones.yaml").write_text(f"thresholds:\n  {FIRST}: 5\n", "utf-8")
    (tmp_path / "t.yaml").write_text("thresholds: {}\n", "utf-8")
    assert stand(pmpath, FIRST, "--thresholds", "t.yaml")[2] == 1


BAD = {
    "empty": ("", None),
    "nothing in it": ("thresholds:\n", (1, 1)),
    "a list": ("- a\n", (1, 1)),
    "a word": ("thresholds\n", (1, 1)),
    "another key": (f"other: 3\nthresholds:\n  {FIRST}: 2\n", (1, 1)),
    "an unknown milestone": (f"thresholds:\n  {FIRST}: 2\n  team-number-move: 2\n", (3, 3)),
    "a number as its name": ("thresholds:\n  5: 2\n", (2, 3)),
    "nought": (f"thresholds:\n  {FIRST}: 0\n", (2, 3)),
    "below nought": (f"thresholds:\n  {FIRST}: -1\n", (2, 3)),
    "a yes": (f"thresholds:\n  {FIRST}: yes\n", (2, 3)),
    "true": (f"thresholds:\n  {FIRST}: true\n", (2, 3)),
    "a text": (f"thresholds:\n  {FIRST}: many\n", (2, 3)),
    "a null": (f"thresholds:\n  {FIRST}:\n", (2, 3)),
    "a day": (f"thresholds:\n  {FIRST}: 2026-01-01\n", (2, 3)),
    "not a number": (f"thresholds:\n  {FIRST}: .nan\n", (2, 3)),
    "without end": (f"thresholds:\n  {FIRST}: .inf\n", (2, 3)),
    "too big for a number": (f"thresholds:\n  {FIRST}: 1e999\n", (2, 3)),
    "too many digits": (f"thresholds:\n  {FIRST}: {'9' * 400}\n", (2, 22)),
    "a key twice": (f"thresholds:\n  {FIRST}: 2\n  {FIRST}: 3\n", (3, 3)),
    "a key of many": ("thresholds:\n  [a, b]: 3\n", (2, 3)),
    "an open bracket": ("thresholds: [\n", (2, 1)),
    "a tab": ("thresholds:\n\ta: 3\n", (2, 1)),
    "an alias": (f"thresholds: &x\n  {FIRST}: 2\nother: *x\n", None),
}


@pytest.mark.parametrize(("content", "place"), BAD.values(), ids=BAD)
def test_a_bad_file_says_where(pmpath: Pmpath, a: Home, tmp_path: Path, content: str, place: tuple[int, int] | None) -> None:
    (tmp_path / "t.yaml").write_text(content, "utf-8")
    before = a.journal.read_bytes()
    ran = pmpath("milestones", "--thresholds", "t.yaml")
    assert (ran.code, ran.out, a.journal.read_bytes()) == (65, "", before)
    assert ran.err.startswith("t.yaml" if place is None else "t.yaml:{}:{}".format(*place))
    error = pmpath("milestones", "--thresholds", "t.yaml", "--json").error
    problem = error["problems"][0]
    assert place is None or (problem["line"], problem["column"]) == place


@pytest.mark.parametrize("words", [("milestones",), ("milestones", "mark", FIRST), ("milestones", "--for", "vp"), ("case",)])
def test_a_bad_file_in_the_home_folder_is_named_and_marks_nothing(pmpath: Pmpath, a: Home, words: tuple[str, ...]) -> None:
    (a.folder / "milestones.yaml").write_text(f"thresholds:\n  {FIRST}: 0\n", "utf-8")
    before = a.journal.read_bytes()
    ran = pmpath(*words)
    assert (ran.code, ran.out, a.journal.read_bytes()) == (65, "", before)
    assert ran.err.startswith(f"{a.folder}/milestones.yaml:2:3")


def test_a_file_that_is_missing_or_none_ends_with_66(pmpath: Pmpath, a: Home, tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (a.folder / "milestones.yaml").mkdir()
    for words in (("--thresholds", "none.yaml"), ("--thresholds", "folder.yaml"), ()):
        ran = pmpath("milestones", *words)
        assert (ran.code, ran.out) == (66, "")


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize("content", [b"\xff\xfe", b"\x00", b"thresholds: \x1b[31m", "thresholds: \u202e3".encode()])
def test_bytes_that_are_no_text_are_refused_and_never_come_out_raw(pmpath: Pmpath, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "t.yaml").write_bytes(content)
    ran = pmpath("milestones", "--thresholds", "t.yaml")
    assert (ran.code, ran.out) == (65, "")
    assert [char for char in ran.err if not char.isprintable() and char != "\n"] == []


@pytest.mark.parametrize("level", [*library().grid.levels])
def test_no_line_is_wider_than_40_columns(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, level: str) -> None:
    monkeypatch.setenv("PMPATH_WIDTH", "40")
    out = pmpath("milestones", "--for", level).out
    assert [line for line in out.splitlines() if len(line) > 40 and "pmpath milestones" not in line] == []
