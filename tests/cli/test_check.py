"""`pmpath check` and `pmpath init`: one line a problem or a file, exit codes, data; a start that is sound and used at once."""

from pathlib import Path
from typing import get_args

import pytest

from cli.running import Feed, Home, Pmpath
from own_ladders import DESIGNER, HEAD, write
from pmpath.content.checking import KINDS
from pmpath.content.published import read_schema
from pmpath.model.documents.check import What

SOUND = "ladder: 3 levels, 3 competencies and 9 expectations"


def test_a_sound_file_is_one_line(pmpath: Pmpath, tmp_path: Path) -> None:
    ran = pmpath("check", write(tmp_path))
    assert ran == (0, f"ours.yaml  {SOUND}\n\nNext: pmpath assess --ladder ours.yaml\n", "")


def test_every_problem_of_every_file_is_one_line(pmpath: Pmpath, tmp_path: Path) -> None:
    write(tmp_path, f"{HEAD}levels:\n  - id: pm\n    core: [dta]\nnam: x\n", "a.yaml")
    write(tmp_path, "answers:\n  scop: pm\n", "b.yaml")
    ran = pmpath("check", "a.yaml", write(tmp_path), "b.yaml", "a.yaml")
    assert (ran.code, ran.err) == (65, "")
    assert ran.out.splitlines() == [
        "a.yaml:6:12  levels.0.core.0  no such competency: dta  did you mean data?",
        "a.yaml:7:1  nam  no such field  did you mean name?",
        f"ours.yaml  {SOUND}",
        "b.yaml:2:3  answers.scop  no such competency  did you mean scope?",
        "",
        "Three problems in two files.",
        "",
        "Next: pmpath schema",
    ]


@pytest.mark.parametrize("options", [("--plain",), ("--color", "never"), ()], ids=" ".join)
def test_a_line_stays_whole_in_a_narrow_terminal(
    pmpath: Pmpath, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    monkeypatch.setenv("PMPATH_WIDTH", "40")
    write(tmp_path, f"{HEAD}nam: x\n", "a.yaml")
    assert "a.yaml:4:1  nam  no such field  did you mean name?" in pmpath("check", "a.yaml", *options).out.splitlines()


@pytest.mark.parametrize(
    ("names", "code"),
    [(("ours.yaml",), 0), (("gone.yaml",), 66), (("ours.yaml", "gone.yaml"), 66), (("gone.yaml", "a.yaml"), 65), ((), 2)],
)
def test_the_exit_code_says_what_is_wrong(pmpath: Pmpath, tmp_path: Path, names: tuple[str, ...], code: int) -> None:
    write(tmp_path)
    write(tmp_path, "nothing: 1\n", "a.yaml")
    assert pmpath("check", *names).code == code


def test_what_was_found_is_data(pmpath: Pmpath, tmp_path: Path) -> None:
    write(tmp_path, f"{HEAD}nam: x\n", "a.yaml")
    ran = pmpath("check", "a.yaml", write(tmp_path), "--json")
    wrong, sound = ran.data["files"]
    assert (ran.code, ran.data["problems"], wrong["what"], wrong["counts"]) == (65, 1, "overlay", {})
    said = {"path": "nam", "message": "no such field", "hint": "did you mean name?"}
    assert wrong["problems"] == [{"file": "a.yaml", "line": 4, "column": 1, **said}]
    assert (sound["what"], sound["counts"]["levels"], sound["problems"]) == ("ladder", 3, [])


def test_problems_are_a_table_too(pmpath: Pmpath, tmp_path: Path) -> None:
    write(tmp_path, f"{HEAD}nam: x\n", "a.yaml")
    assert pmpath("check", "a.yaml", "--format", "csv").out.splitlines()[1] == "a.yaml,4,1,nam,no such field,did you mean name?"


def test_standard_input_is_checked(pmpath: Pmpath, feed: Feed) -> None:
    feed(DESIGNER.encode())
    assert pmpath("check", "-").out.startswith(f"standard input  {SOUND}\n")


def test_a_sheet_is_checked_by_the_ladder_in_use(pmpath: Pmpath, tmp_path: Path) -> None:
    write(tmp_path, "answers: {remit: lead}\n", "sheet.yaml")
    assert pmpath("check", "sheet.yaml").code == 65
    ran = pmpath("check", "sheet.yaml", "--ladder", write(tmp_path))
    assert ran.out == "sheet.yaml  answer sheet: 1 answer\n\nNext: pmpath assess --answers sheet.yaml --ladder ours.yaml\n"


def test_a_sheet_without_answers_is_sound(pmpath: Pmpath, tmp_path: Path) -> None:
    assert pmpath("check", write(tmp_path, "rater: Dana\n")).out.startswith("ours.yaml  answer sheet: nothing in it yet\n")


def test_checking_keeps_nothing(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    pmpath("check", write(tmp_path))
    assert not home.journal.exists()


def test_what_a_file_says_never_comes_out_raw(pmpath: Pmpath, tmp_path: Path) -> None:
    write(tmp_path, f'{HEAD}"\\e[31m\u202e": x\nlevels:\n  - id: "\\e]0;x\\a"\n    remove: true\n', "a.yaml")
    ran = pmpath("check", "a.yaml")
    assert ran.code == 65
    assert [char for char in ran.out if char in "\x1b\x07\u202e"] == []


@pytest.mark.parametrize("what", ["ladder", "playbook"])
def test_a_start_is_sound_and_says_what_is_next(pmpath: Pmpath, tmp_path: Path, what: str) -> None:
    ran = pmpath("init", what, "begun", "--json")
    first, schema = ran.data["files"]
    assert (ran.code, ran.data["what"], (tmp_path / first).is_file()) == (0, what, True)
    assert (tmp_path / first).read_text("utf-8").startswith(f"# yaml-language-server: $schema={Path(schema).name}\n")
    assert (tmp_path / schema).read_bytes() == read_schema(Path(schema).name.partition(".")[0])
    check, use = ran.whole["next_commands"]
    assert pmpath(*check.split()[1:]).code == 0
    assert use.split()[-1] == first


def test_a_started_ladder_assesses_at_once(pmpath: Pmpath) -> None:
    assert pmpath("init", "ladder", "begun").out.startswith("Begun.")
    argv = ("assess", "--answer", "scope=senior-pm", "--no-save", "--ladder", "begun/ladder.yaml")
    assert "Product Manager II" in pmpath(*argv).out


def test_a_start_replaces_nothing_unless_that_is_wanted(pmpath: Pmpath, tmp_path: Path) -> None:
    write(tmp_path, "mine\n", "ladder.yaml")
    ran = pmpath("init", "ladder", ".")
    assert (ran.code, ran.out, (tmp_path / "ladder.yaml").read_text("utf-8")) == (73, "", "mine\n")
    assert not (tmp_path / "overlay.schema.json").exists()
    assert pmpath("init", "ladder", ".", "--force").code == 0
    assert (tmp_path / "ladder.yaml").read_text("utf-8") != "mine\n"


@pytest.mark.parametrize("folder", ["", " ", "a\x1b[31m"])
def test_a_start_needs_a_folder(pmpath: Pmpath, folder: str) -> None:
    assert pmpath("init", "ladder", folder).code == 2


def test_a_start_below_a_file_cannot_be_created(pmpath: Pmpath, tmp_path: Path) -> None:
    write(tmp_path, "mine\n", "file")
    assert pmpath("init", "playbook", "file/below").code == 73


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("deal.yaml", "currency: USD\nparts: {base: 120000}\n", "offer: 1 part\n\nNext: pmpath guide offer deal.yaml"),
        ("me.yaml", "answers: {help: null}\n", "fit answers: nothing in it yet\n\nNext: pmpath guide fit --answers me.yaml"),
        ("us.jsonl", '{"answers": {"scope": "pm"}}\n', "answer sheets: 1 sheet\n\nNext: pmpath team us.jsonl"),
    ],
)
def test_a_small_file_is_told_and_the_command_that_reads_it_named(
    pmpath: Pmpath, tmp_path: Path, name: str, text: str, line: str
) -> None:
    ran = pmpath("check", write(tmp_path, text, name))
    assert ran == (0, f"{name}  {line}\n", "")
    assert pmpath(*ran.out.rpartition("pmpath ")[2].split()).code == 0


def test_every_word_for_a_kind_of_file_is_in_the_schema() -> None:
    assert set(get_args(What)) == KINDS
