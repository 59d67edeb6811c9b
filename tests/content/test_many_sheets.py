"""Sheets of several people: one a file or one a line, all problems at once, a name for each."""

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from builders import Answers, grid
from pmpath.content.many_sheets import ManySheets, Owner, names_of
from pmpath.errors import ContentError, MissingFileError
from pmpath.model.answer import Sheet

PM: Answers = {"scope": "pm"}
BAD = '{"answers": {"scpe": "pm"}}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of the test, which is the present one."""
    return tmp_path


def write(folder: Path, name: str, *lines: str) -> str:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return name


def one(answers: Answers | None = None) -> str:
    return json.dumps({"answers": answers or PM})


def read(*files: str) -> list[tuple[Owner, Sheet]]:
    return list(ManySheets(grid()).read(files).items())


def places(error: ContentError | MissingFileError) -> list[tuple[str, int | None, int | None]]:
    return [(problem.file, problem.line, problem.column) for problem in error.problems]


def fed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def owners(*files: str) -> list[Owner]:
    return [Owner(file, Path(file).stem) for file in files]


def names(of: Sequence[Owner], *, as_ids: bool = False) -> list[str]:
    return list(names_of(of, as_ids=as_ids))


def test_a_file_is_one_person(folder: Path) -> None:
    files = [write(folder, "a.yaml", "answers:", "  scope: pm"), write(folder, "b.json", one({"scope": "vp"}))]
    assert [(owner, sheet.answers) for owner, sheet in read(*files)] == [
        (Owner("a.yaml", "a"), PM),
        (Owner("b.json", "b"), {"scope": "vp"}),
    ]


@pytest.mark.parametrize("name", ["people.jsonl", "people.ndjson"])
def test_a_line_is_one_person_and_an_empty_one_is_none(folder: Path, name: str) -> None:
    found = read(write(folder, name, one(), "", "  ", one({})))
    assert [owner for owner, _ in found] == [Owner(name, "people", 1), Owner(name, "people", 4)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (one() + "\n" + one() + "\n", [1, 2]),
        (one(), [1]),
        (json.dumps({"answers": PM}, indent=2), [None]),
        ("answers:\n  scope: pm\n", [None]),
    ],
    ids=["two lines", "one line", "one over many lines", "yaml"],
)
def test_standard_input_is_one_sheet_or_one_a_line(monkeypatch: pytest.MonkeyPatch, text: str, lines: list[int | None]) -> None:
    fed(monkeypatch, text)
    assert [owner for owner, _ in read("-")] == [Owner("standard input", "person", line) for line in lines]


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_nothing_on_standard_input_is_an_empty_sheet(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    fed(monkeypatch, text)
    with pytest.raises(ContentError):
        read("-")


def test_a_file_of_lines_without_one_is_invalid(folder: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read(write(folder, "people.jsonl", ""))
    assert places(caught.value) == [("people.jsonl", None, None)]


def test_every_problem_of_every_file_is_reported_with_its_place(folder: Path) -> None:
    files = [
        write(folder, "good.yaml", "answers:", "  scope: pm"),
        write(folder, "bad.yaml", "answers:", "  scpe: pm", "  data.pm: yes"),
        write(folder, "people.jsonl", one(), BAD, "{"),
        "missing.yaml",
    ]
    with pytest.raises(ContentError) as caught:
        read(*files)
    assert [place[:2] for place in places(caught.value)] == [
        ("bad.yaml", 2),
        ("bad.yaml", 3),
        ("people.jsonl", 2),
        ("people.jsonl", 3),
        ("missing.yaml", None),
    ]
    assert caught.value.message == "the answer sheets are not valid; nothing is shown"
    assert caught.value.problems[-1].message.startswith("cannot be read")


def test_one_bad_file_is_said_as_one(folder: Path) -> None:
    with pytest.raises(ContentError, match=r"^the answer sheet is not valid; nothing is shown$"):
        read(write(folder, "a.json", BAD))


def test_a_file_that_is_missing_is_named_as_everywhere() -> None:
    with pytest.raises(MissingFileError, match=r"^gone\.yaml: cannot be read: no such file or directory$"):
        read("gone.yaml")


def test_files_that_are_missing_are_all_named() -> None:
    with pytest.raises(MissingFileError) as caught:
        read("gone.yaml", "lost.yaml")
    assert places(caught.value) == [("gone.yaml", None, None), ("lost.yaml", None, None)]


@pytest.mark.parametrize(
    ("stem", "initials"),
    [
        ("dana", "D"),
        ("dana-novak", "DN"),
        ("dana_van_novak", "DVN"),
        ("p12", "P12"),
        ("élan", "É"),
        ("---", "---"),
    ],
)
def test_initials_are_the_first_letters_and_whole_numbers(stem: str, initials: str) -> None:
    assert names([Owner(f"{stem}.yaml", stem)]) == [initials]


def test_a_person_of_a_line_is_known_by_its_number() -> None:
    of = [Owner("people.jsonl", "people", 1), Owner("people.jsonl", "people", 2)]
    assert (names(of), names(of, as_ids=True)) == (["P1", "P2"], ["people-1", "people-2"])


def test_initials_that_several_share_get_a_number_in_the_order_of_the_ids() -> None:
    assert names(owners("jo.yaml", "mia.yaml", "jane.yaml")) == ["J-2", "M", "J-1"]


def test_the_order_of_the_files_changes_no_name() -> None:
    files = ["jo.yaml", "mia.yaml", "jane.yaml", "b/jo.yaml"]
    there, back = owners(*files), owners(*reversed(files))
    assert dict(zip(there, names(there), strict=True)) == dict(zip(back, names(back), strict=True))


def test_ids_are_the_names_of_the_files_without_their_end() -> None:
    assert names(owners("sheets/dana-novak.yaml", "jo.json"), as_ids=True) == ["dana-novak", "jo"]


def test_ids_that_several_share_become_the_files_as_they_were_given() -> None:
    assert names(owners("a/jo.yaml", "b/jo.yaml"), as_ids=True) == ["a/jo.yaml", "b/jo.yaml"]


@pytest.mark.parametrize(("file", "stem"), [("a/b.c.yaml", "b.c"), ("dana", "dana"), (".yaml", ".yaml"), ("a\\b.json", "b")])
def test_a_name_is_taken_without_folder_and_end(folder: Path, file: str, stem: str) -> None:
    found = read(write(folder, file, one() if file.endswith("json") else "answers: {scope: pm}"))
    assert found[0][0].stem == stem
