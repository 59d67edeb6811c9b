"""What a command keeps and what it does not, what stands in the line, and what happens where nothing can be kept."""

import json
from pathlib import Path
from typing import Any

import pytest

from builders import example_a, example_b, grid, library
from cli.running import Feed, Home, Pmpath, flowing, write_lines, write_sheet
from journal.making import file_in, lines
from pmpath.core.assessment import assess

WORK = {"discovery.pm": [{"what": "ten interviews a quarter", "result": "two features dropped", "who": "Ana"}]}
CONTEXT = {"title": "Product Owner", "environment": "startup", "hours_per_week": 5.0, "target": "senior-pm"}
FROM = ("transition", "--from", "engineer")
KEEPING = [
    ("assess", "--answers", "a.json"),
    ("assess", "--answers", "a.json", "--json"),
    ("assess", "--answers", "a.json", "--plain"),
    ("assess", "--answers", "a.json", "--no-input"),
    ("assess", "--answers", "a.json", "--require", "cpo"),
    ("assess", "--answers", "a.json", "--answer", "scope=pm"),
    ("assess", "--answer", "scope=pm"),
    ("assess", "--answer", "scope=pm", "--json"),
    (*FROM, "--answers", "a.json"),
    (*FROM, "--answers", "a.json", "--json"),
    (*FROM, "--answer", "scope=none"),
]
NOT_KEEPING = [
    (),
    ("--version",),
    ("assess",),
    ("assess", "--no-input"),
    ("assess", "--resume"),
    ("assess", "--template"),
    ("assess", "--answers", "a.json", "--template"),
    ("assess", "--answers", "a.json", "--no-save"),
    ("assess", "--answers", "a.json", "--no-save", "--json"),
    ("assess", "--answer", "scope=pm", "--no-save"),
    ("assess", "--answers", "a.jsonl", "--jsonl"),
    ("assess", "--answers", "a.json", "--resume"),
    ("assess", "--answers", "none.json"),
    ("assess", "--answers", "bad.json"),
    ("assess", "--answer", "scope=nothing"),
    ("assess", "--answers", "a.json", "--target", "nowhere"),
    FROM,
    (*FROM, "--json"),
    (*FROM, "--no-save"),
    (*FROM, "--write", ".", "--no-save"),
    ("transition", "--from", "sales", "--write", "."),
    (*FROM, "--hours", "6", "--env", "startup", "--to", "pm"),
    (*FROM, "--answers", "a.json", "--no-save"),
    (*FROM, "--answers", "none.json"),
    (*FROM, "--answers", "bad.json"),
    ("transition", "--from", "nowhere", "--answers", "a.json"),
    ("ladder",),
    ("ladder", "pm"),
    ("explain", "discovery"),
    ("data", "path"),
    ("data", "check"),
    ("data", "export"),
    ("help", "files"),
]
UNTOUCHED = [("ladder",), ("ladder", "pm", "--vs", "vp"), ("explain", "discovery"), FROM, (*FROM, "--json"), ("help", "files")]


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    """Lay sheets into the folder of the test: one that is sound, one that is not, and a batch."""
    write_sheet(tmp_path / "a.json", example_a())
    write_sheet(tmp_path / "bad.json", {"scope": "nothing"})
    write_lines(tmp_path / "a.jsonl", example_a(), example_b())


@pytest.fixture
def blocked(home: Home) -> Home:
    """Put a file where the folder of the home should be."""
    home.folder.write_text("a file where a folder should be", "ascii")
    return home


def entries(home: Home) -> list[dict[str, Any]]:
    """Return the lines of the journal."""
    return [json.loads(line) for line in home.journal.read_text("ascii").splitlines()] if home.journal.exists() else []


def only(home: Home) -> dict[str, Any]:
    """Return what the only line of the journal says."""
    (entry,) = entries(home)
    data: dict[str, Any] = entry["data"]
    return data


# which commands keep something


@pytest.mark.parametrize("argv", KEEPING, ids=" ".join)
def test_answers_that_were_given_are_kept(pmpath: Pmpath, home: Home, argv: tuple[str, ...]) -> None:
    pmpath(*argv)
    assert [entry["type"] for entry in entries(home)] == [{"assess": "assessment"}.get(argv[0], argv[0])]


@pytest.mark.parametrize(("options", "types"), [((), ["piece"]), (("--answers", "a.json"), ["transition", "piece"])])
def test_a_document_that_is_created_is_kept_as_a_piece(
    pmpath: Pmpath, home: Home, options: tuple[str, ...], types: list[str]
) -> None:
    pmpath(*FROM, *options, "--write", ".")
    assert [entry["type"] for entry in entries(home)] == types


@pytest.mark.parametrize("argv", NOT_KEEPING, ids=" ".join)
def test_nothing_else_makes_a_file(pmpath: Pmpath, home: Home, argv: tuple[str, ...]) -> None:
    pmpath(*argv)
    assert not home.folder.exists()


def test_a_sheet_from_standard_input_is_kept(pmpath: Pmpath, home: Home, feed: Feed) -> None:
    feed(json.dumps({"answers": example_a()}).encode())
    assert pmpath("assess", "--answers", "-").code == 0
    assert only(home)["sheet"]["answers"] == example_a()


def test_a_batch_keeps_none_of_its_lines(pmpath: Pmpath, home: Home) -> None:
    pmpath("assess", "--answers", "a.json")
    before = home.journal.read_bytes()
    assert pmpath("assess", "--answers", "a.jsonl", "--jsonl").code == 0
    assert home.journal.read_bytes() == before


def test_going_on_off_a_terminal_keeps_no_assessment(pmpath: Pmpath, home: Home) -> None:
    home.begun({"scope": "pm"})
    before = home.journal.read_bytes()
    pmpath("assess", "--resume")
    assert home.journal.read_bytes() == before


def test_an_assessment_below_the_required_level_is_kept_too(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("assess", "--answers", "a.json", "--require", "cpo").code == 4
    assert only(home)["level"] == "pm"


@pytest.mark.parametrize("argv", KEEPING, ids=" ".join)
def test_a_script_is_not_told_where_it_was_kept(pmpath: Pmpath, home: Home, argv: tuple[str, ...]) -> None:
    ran = pmpath(*argv)
    assert "Saved" not in ran.out + ran.err
    assert str(home.folder) not in ran.out + ran.err


@pytest.mark.parametrize("argv", KEEPING, ids=" ".join)
def test_keeping_changes_nothing_of_what_is_said(pmpath: Pmpath, home: Home, argv: tuple[str, ...]) -> None:
    assert not home.folder.exists()
    assert pmpath(*argv, "--no-save") == pmpath(*argv)


# what stands in the line of an assessment


def test_the_line_has_what_was_said_and_what_came_out(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    write_sheet(tmp_path / "s.json", example_a(), evidence=WORK, context=CONTEXT)
    assert pmpath("assess", "--answers", "s.json", "--today", "2026-01-08").code == 0
    result = assess(grid(), example_a(), WORK, "senior-pm")
    ready = result.readiness
    assert ready is not None
    (entry,) = entries(home)
    assert (entry["at"], entry["seq"], entry["type"]) == ("2026-01-08T00:00:00Z", 1, "assessment")
    assert entry["data"] == {
        "interview": None,
        "ladder": library().identity._asdict(),
        "sheet": {"answers": example_a(), "evidence": WORK, "context": CONTEXT},
        "role": result.role,
        "level": "pm",
        "goal": "senior-pm",
        "met": ready.met,
        "needed": ready.needed,
        "because": list(result.because),
        "next_steps": list(result.next_steps),
    }


def test_a_target_on_the_command_line_is_the_goal(pmpath: Pmpath, home: Home) -> None:
    pmpath("assess", "--answers", "a.json", "--target", "vp")
    assert only(home)["goal"] == "vp"


def test_answers_on_the_command_line_stand_in_the_line(pmpath: Pmpath, home: Home) -> None:
    pmpath("assess", "--answers", "a.json", "--answer", "scope=none", "--answer", "data.pm=not-yet")
    assert only(home)["sheet"]["answers"] == {**example_a(), "scope": "none", "data.pm": "not-yet"}


def test_one_answer_leaves_the_level_open_in_the_line(pmpath: Pmpath, home: Home) -> None:
    pmpath("assess", "--answer", "scope=pm")
    said = only(home)
    assert (said["sheet"]["answers"], said["role"], said["level"]) == ({"scope": "pm"}, "pm", None)


def test_the_same_sheet_twice_gives_two_entries(pmpath: Pmpath, home: Home) -> None:
    for day in ("2026-01-05", "2026-01-06"):
        pmpath("assess", "--answers", "a.json", "--today", day)
    first, second = entries(home)
    assert (first["seq"], second["seq"], first["data"] == second["data"]) == (1, 2, True)
    assert first["id"] != second["id"]


# what stands in the line of a transition


def test_the_line_of_a_transition_has_the_way_and_the_sheet(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    write_sheet(tmp_path / "s.json", example_b(), evidence=WORK, context={"hours_per_week": 6.0})
    ran = pmpath(*FROM, "--answers", "s.json", "--to", "pm", "--json", "--today", "2026-01-08")
    (entry,) = entries(home)
    assert (entry["at"], entry["type"]) == ("2026-01-08T00:00:00Z", "transition")
    assert entry["data"] == {
        "ladder": library().identity._asdict(),
        "background": "engineer",
        "to": "pm",
        "hours_per_week": 6.0,
        "weeks": ran.data["weeks"],
        "sheet": {"answers": example_b(), "evidence": WORK, "context": {"hours_per_week": 6.0}},
    }


def test_hours_on_the_command_line_stand_in_the_line(pmpath: Pmpath, home: Home) -> None:
    pmpath(*FROM, "--answers", "a.json", "--hours", "8")
    assert only(home)["hours_per_week"] == 8


def test_a_background_is_kept_by_its_id(pmpath: Pmpath, home: Home) -> None:
    playbook = next(one for one in library().playbooks if one.aliases)
    pmpath("transition", "--from", playbook.aliases[0], "--answers", "a.json")
    assert only(home)["background"] == playbook.id


def test_a_transition_is_no_assessment(pmpath: Pmpath, home: Home) -> None:
    nothing = pmpath()
    pmpath(*FROM, "--answers", "a.json")
    assert home.journal.exists()
    assert pmpath() == nothing


# afterwards


def test_pmpath_alone_shows_what_was_kept(pmpath: Pmpath, home: Home) -> None:
    pmpath("assess", "--answers", "a.json", "--today", "2026-01-05")
    said = flowing(pmpath("--today", "2026-01-08").out)
    assert home.journal.exists()
    assert said.startswith("Product Manager. Toward Senior Product Manager: 4 met where 7 are needed.")
    assert "By your assessment of 2026-01-05, three days ago." in said


def test_explaining_shows_what_was_kept(pmpath: Pmpath, home: Home) -> None:
    before = pmpath("explain", "data.senior-pm").out
    pmpath("assess", "--answers", "a.json", "--today", "2026-01-05")
    after = pmpath("explain", "data.senior-pm", "--today", "2026-01-05").out
    assert home.journal.exists()
    assert after != before
    assert "2026-01-05" in after


def test_the_last_of_two_is_shown(pmpath: Pmpath, home: Home) -> None:
    pmpath("assess", "--answers", "a.json", "--today", "2026-01-05")
    pmpath("assess", "--answer", "scope=none", "--today", "2026-01-06")
    assert len(entries(home)) == 2
    assert pmpath("--json").data["assessment"]["at"] == "2026-01-06T00:00:00Z"


# where nothing can be kept


@pytest.mark.parametrize("argv", KEEPING[:-1], ids=" ".join)
def test_where_nothing_can_be_kept_the_run_ends_with_74_and_says_how_to_go_on(
    pmpath: Pmpath, blocked: Home, argv: tuple[str, ...]
) -> None:
    ran = pmpath(*argv)
    assert (ran.code, ran.out) == (74, "")
    assert str(blocked.journal) in ran.err
    assert "--no-save works without it" in ran.err


@pytest.mark.parametrize("argv", KEEPING[:-1], ids=" ".join)
def test_where_nothing_can_be_kept_no_save_works(pmpath: Pmpath, blocked: Home, argv: tuple[str, ...]) -> None:
    ran = pmpath(*argv, "--no-save")
    assert (ran.code, ran.err, bool(ran.out)) == (4 if "--require" in argv else 0, "", True)
    assert blocked.folder.is_file()


@pytest.mark.parametrize("argv", UNTOUCHED, ids=" ".join)
def test_where_nothing_can_be_kept_looking_works(pmpath: Pmpath, blocked: Home, argv: tuple[str, ...]) -> None:
    assert pmpath(*argv).code == 0
    assert blocked.folder.is_file()


def test_where_nothing_can_be_kept_a_batch_works(pmpath: Pmpath, blocked: Home) -> None:
    ran = pmpath("assess", "--answers", "a.jsonl", "--jsonl")
    assert (ran.code, len(ran.lines)) == (0, 2)
    assert blocked.folder.is_file()


def test_where_nothing_can_be_kept_a_transition_writes_no_document(pmpath: Pmpath, blocked: Home, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    assert pmpath(*FROM, "--answers", "a.json", "--write", ".").code == 74
    assert sorted(tmp_path.iterdir()) == before
    assert blocked.folder.is_file()


@pytest.mark.parametrize("argv", [KEEPING[0], KEEPING[8]], ids=" ".join)
def test_nothing_is_kept_in_a_damaged_journal(pmpath: Pmpath, home: Home, argv: tuple[str, ...]) -> None:
    file_in(home.folder, b"bad\n" + lines(1))
    ran = pmpath(*argv)
    assert (ran.code, ran.out, "pmpath data check --fix" in ran.err) == (65, "", True)
    assert home.journal.read_bytes() == b"bad\n" + lines(1)


@pytest.mark.parametrize("argv", [KEEPING[0], KEEPING[8]], ids=" ".join)
def test_what_the_damage_tells_to_do_makes_room_for_the_next(pmpath: Pmpath, home: Home, argv: tuple[str, ...]) -> None:
    file_in(home.folder, b"bad\n" + lines(1))
    assert pmpath("data", "check", "--fix").code == 0
    assert pmpath(*argv).code == 0
    assert len(entries(home)) == 2


@pytest.mark.parametrize("argv", [KEEPING[0], KEEPING[8]], ids=" ".join)
def test_a_torn_end_that_was_set_aside_is_told(pmpath: Pmpath, home: Home, argv: tuple[str, ...]) -> None:
    file_in(home.folder, lines(1) + b"torn")
    ran = pmpath(*argv)
    assert (ran.code, str(home.folder / "journal.torn-1") in ran.err) == (0, True)
