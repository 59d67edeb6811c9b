"""`pmpath team`: sheets in, one view out; nothing is kept, nothing is half shown."""

import json
from pathlib import Path

import pytest

from builders import Answers, example_a, example_c
from cli.running import Feed, Home, Pmpath, write_lines, write_sheet
from pmpath.model.visible import visible

HOSTILE = ["a\x1b[31mred", "a\u202eb", "a\nb", "<script>x", "=1+1", "a|b", "[link=x]y[/]"]


@pytest.fixture
def sheets(tmp_path: Path) -> tuple[str, str]:
    """Write two sheets and return their names."""
    people: dict[str, Answers] = {"dana-novak.json": example_a(), "mia-kern.json": example_c()}
    return write_sheet(tmp_path / "dana-novak.json", people["dana-novak.json"]), write_sheet(
        tmp_path / "mia-kern.json", people["mia-kern.json"]
    )


def names(data: dict[str, list[dict[str, str]]]) -> list[str]:
    return [one["name"] for one in data["people"]]


def test_people_go_by_initials_unless_ids_are_wanted(pmpath: Pmpath, sheets: tuple[str, ...]) -> None:
    assert names(pmpath("team", *sheets, "--json").data) == ["DN", "MK"]
    assert names(pmpath("team", *sheets, "--as", "ids", "--json").data) == ["dana-novak", "mia-kern"]


def test_with_initials_no_name_of_a_file_is_told(pmpath: Pmpath, sheets: tuple[str, ...]) -> None:
    for form in ("text", "json", "csv", "md", "html"):
        assert "novak" not in pmpath("team", *sheets, "--format", form).out


def test_the_order_of_the_files_is_the_order_of_the_people(pmpath: Pmpath, sheets: tuple[str, ...]) -> None:
    assert names(pmpath("team", *reversed(sheets), "--json").data) == ["MK", "DN"]


def test_a_file_of_lines_and_standard_input_join_in(pmpath: Pmpath, feed: Feed, tmp_path: Path) -> None:
    lines = write_lines(tmp_path / "people.jsonl", example_a(), example_c())
    feed(b"answers:\n  scope: pm\n")
    assert names(pmpath("team", lines, "-", "--json").data) == ["P1", "P2", "P"]


def test_it_ends_with_a_command_that_works(pmpath: Pmpath, sheets: tuple[str, ...]) -> None:
    command = pmpath("team", *sheets).out.splitlines()[-1].removeprefix("Next: pmpath ").split()
    assert pmpath(*command).code == 0


def test_where_nobody_needs_anything_it_ends_with_the_ladder(pmpath: Pmpath, tmp_path: Path) -> None:
    assert pmpath("team", write_sheet(tmp_path / "a.json"), "--json").whole["next_commands"] == ["pmpath ladder"]


def test_nothing_is_kept(pmpath: Pmpath, home: Home, sheets: tuple[str, ...]) -> None:
    assert pmpath("team", *sheets).code == 0
    assert not home.journal.exists()


def test_the_problems_of_all_files_are_told_and_nothing_is_shown(
    pmpath: Pmpath, sheets: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "bad.yaml").write_text("answers:\n  scpe: pm\n  data.pm: perhaps\n", "utf-8")
    ran = pmpath("team", *sheets, "bad.yaml", write_lines(tmp_path / "l.jsonl", {}, "{"))
    assert (ran.code, ran.out) == (65, "")
    assert [line.split("  ")[0] for line in ran.err.splitlines() if line.startswith(("bad", "l."))] == [
        "bad.yaml:2:3",
        "bad.yaml:3:3",
        "l.jsonl:2:2",
    ]
    assert ran.err.endswith("3 problems: the answer sheets are not valid; nothing is shown\n")


def test_a_missing_file_keeps_its_exit_code(pmpath: Pmpath, sheets: tuple[str, ...]) -> None:
    assert (pmpath("team", *sheets, "gone.yaml").code, pmpath("team", "gone.yaml", "lost.yaml").code) == (66, 66)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("team",), "pmpath: Missing argument 'FILE...'\n  see pmpath team --help\n"),
        (("team", "a.json", "a.json"), "pmpath: a.json is given twice\n  give each person's sheet once\n"),
        (("team", "a.json", "--as", "names"), 'pmpath: --as does not know "names"\n  use one of: initials, ids\n'),
    ],
)
def test_what_is_off_is_named(pmpath: Pmpath, argv: tuple[str, ...], message: str) -> None:
    ran = pmpath(*argv)
    assert (ran.code, ran.out, ran.err) == (2, "", message)


@pytest.mark.parametrize("raw", HOSTILE)
@pytest.mark.parametrize("naming", ["initials", "ids"])
def test_a_hostile_name_of_a_file_never_comes_out_raw(pmpath: Pmpath, tmp_path: Path, raw: str, naming: str) -> None:
    name = write_sheet(tmp_path / f"{raw.replace('/', '')}.json", example_a())
    for form in ("text", "json", "md", "html", "csv"):
        ran = pmpath("team", name, "--as", naming, "--format", form)
        assert (ran.code, visible(ran.out, lines=True)) == (0, ran.out)
        assert "<script>" not in ran.out or form in ("text", "json", "csv")
        assert "\n=1" not in ran.out


def test_a_name_is_one_line_of_json(pmpath: Pmpath, tmp_path: Path) -> None:
    name = write_sheet(tmp_path / "a\nb.json", example_a())
    assert json.loads(pmpath("team", name, "--as", "ids", "--json").out)["data"]["people"][0]["name"] == "a\nb"
