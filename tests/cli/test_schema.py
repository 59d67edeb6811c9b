"""`pmpath schema`: the bytes of a file, wherever they go; the list; names that were perhaps meant."""

import json
from pathlib import Path

import pytest

from builders import ROOT, SetVariable
from cli.running import Pmpath, flowing
from pmpath.content.published import PUBLISHED

for_every_name = pytest.mark.parametrize("name", PUBLISHED)


def shipped(name: str) -> bytes:
    return (ROOT / "schema" / f"{name}.json").read_bytes()


@for_every_name
def test_a_schema_is_the_bytes_of_its_file(pmpath: Pmpath, name: str) -> None:
    ran = pmpath("schema", name)
    assert (ran.code, ran.out.encode(), ran.err) == (0, shipped(name), "")


@pytest.mark.parametrize("options", [("--json",), ("--format", "json"), ("--format", "text"), ("--plain",), ("-o", "-")])
def test_no_option_changes_a_schema(pmpath: Pmpath, options: tuple[str, ...]) -> None:
    assert pmpath("schema", "ladder", *options) == pmpath("schema", "ladder")


@pytest.mark.parametrize("file", ["answers.json", "answers.schema.json", "answers.schema", "answers", "answers.txt", "a.md"])
def test_a_schema_goes_into_a_file(pmpath: Pmpath, tmp_path: Path, file: str) -> None:
    ran = pmpath("schema", "answers", "-o", file)
    assert (ran.code, ran.out, (tmp_path / file).read_bytes()) == (0, "", shipped("answers"))


def test_a_file_that_is_there_stays(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text("mine", "utf-8")
    assert pmpath("schema", "answers", "-o", "answers.json").code == 73
    assert (tmp_path / "answers.json").read_text("utf-8") == "mine"
    assert pmpath("schema", "answers", "-o", "answers.json", "--force").code == 0
    assert (tmp_path / "answers.json").read_bytes() == shipped("answers")


@pytest.mark.parametrize("form", ["md", "html", "svg", "csv", "ics"])
def test_a_schema_has_no_other_form(pmpath: Pmpath, form: str) -> None:
    refused = (2, "", f"pmpath: schema cannot be written as {form}\n  formats: text, json\n")
    assert pmpath("schema", "ladder", "--format", form) == refused


@pytest.mark.parametrize(
    ("name", "meant"),
    [("assesment", "assessment"), ("Ladder", "ladder"), ("answer", "answers"), ("ladder-documents", "ladder-document")],
)
def test_an_unknown_name_says_which_one_was_meant(pmpath: Pmpath, name: str, meant: str) -> None:
    assert pmpath("schema", name) == (2, "", f'pmpath: there is no schema "{name}"\n  did you mean {meant}?\n')


@pytest.mark.parametrize("name", ["xyzzy", "", "../../etc", "7"])
def test_a_name_near_nothing_says_where_the_names_are(pmpath: Pmpath, name: str) -> None:
    ran = pmpath("schema", name)
    assert (ran.code, ran.out, ran.err.splitlines()[1]) == (2, "", "  pmpath schema lists them")


@for_every_name
def test_the_list_has_every_name_with_what_it_describes(pmpath: Pmpath, name: str) -> None:
    assert flowing(f"{name} {PUBLISHED[name]}") in flowing(pmpath("schema").out)


def test_the_list_is_data_for_a_script(pmpath: Pmpath) -> None:
    whole = pmpath("schema", "--json").whole
    assert (whole["kind"], whole["ladder"]) == ("schemas", None)
    assert {one["name"]: one["about"] for one in whole["data"]["schemas"]} == PUBLISHED


def test_a_schema_does_not_depend_on_the_ladder_in_use(pmpath: Pmpath, setting: SetVariable, tmp_path: Path) -> None:
    setting("PMPATH_DATA_DIR", str(tmp_path / "nowhere"))
    assert json.loads(pmpath("schema", "assessment").out)["$id"] == "urn:pmpath:schema:assessment:1.0"
