"""Text that a terminal would obey, in values, file names and files, comes out as what it is."""

import json
from pathlib import Path

import pytest

from cli.running import Feed, Pmpath, Ran, write_lines

HOSTILE = {
    "color": "\x1b[31mred",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;https://x.test\x1b\\x",
    "eight bit": "\x9b31m",
    "bell": "a\x07b",
    "return": "safe\rowned",
    "backspace": "a\x08b",
    "delete": "a\x7fb",
    "newline": "a\npmpath: all is well",
    "bidi": "\u202egnp.exe",
    "isolate": "\u2066a\u2069",
    "zero width": "a\u200bb",
    "line separator": "a\u2028b",
    "not utf-8": "a\udcffb",
}
BRACKETS = ["[red]", "[/]", "[link=https://x.test]x[/link]", ":smile:", "\\[x]", "{0}", "%s"]
PLACES = [
    ("assess", "--answer", "{}"),
    ("assess", "--answer", "{}=pm"),
    ("assess", "--answer", "scope={}"),
    ("assess", "--answer", "discovery.{}=not-yet"),
    ("assess", "--answers", "{}"),
    ("assess", "--jsonl", "--answers", "{}"),
    ("assess", "--target", "{}"),
    ("assess", "--require", "{}"),
    ("assess", "--env", "{}"),
    ("assess", "--color", "{}"),
    ("assess", "--{}"),
    ("ladder", "{}"),
    ("ladder", "pm", "--vs", "{}"),
    ("ladder", "pm", "{}"),
    ("transition", "--from", "{}"),
    ("transition", "--from", "engineer", "--to", "{}"),
    ("transition", "--from", "engineer", "--hours", "{}"),
    ("{}",),
    ("--{}",),
]
for_every_place = pytest.mark.parametrize("place", PLACES, ids=" ".join)
for_every_text = pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)


def obeyed(ran: Ran) -> list[str]:
    """Return what a terminal would obey, or an eye would not see, in what came out."""
    return [char for char in ran.out + ran.err if not char.isprintable() and char != "\n"]


def filled(place: tuple[str, ...], text: str) -> list[str]:
    return [word.replace("{}", text) for word in place]


@for_every_text
@for_every_place
def test_a_hostile_value_never_comes_out_raw(pmpath: Pmpath, place: tuple[str, ...], raw: str) -> None:
    ran = pmpath(*filled(place, raw))
    assert (ran.out, obeyed(ran)) == ("", [])
    assert ran.code in (2, 66)


@for_every_text
@for_every_place
def test_a_hostile_value_as_json_is_one_line_of_ascii(pmpath: Pmpath, place: tuple[str, ...], raw: str) -> None:
    command, *rest = filled(place, raw)
    ran = pmpath(command, *rest, "--json")
    assert (ran.error["exit_code"], ran.err.isascii()) == (ran.code, True)
    assert obeyed(ran) == []


@for_every_place
def test_a_newline_in_a_value_begins_no_line_of_ours(pmpath: Pmpath, place: tuple[str, ...]) -> None:
    ran = pmpath(*filled(place, HOSTILE["newline"]))
    assert [line for line in ran.err.splitlines() if line.startswith("pmpath: all is well")] == []


@pytest.mark.parametrize("text", BRACKETS)
@pytest.mark.parametrize("place", [("ladder", "{}"), ("transition", "--from", "{}"), ("assess", "--answers", "{}")])
def test_brackets_in_a_value_stay_brackets(pmpath: Pmpath, place: tuple[str, ...], text: str) -> None:
    assert text in pmpath(*filled(place, text)).err


@for_every_text
@pytest.mark.parametrize("where", ["answers", "evidence", "context"])
def test_hostile_keys_of_a_sheet_never_come_out_raw(pmpath: Pmpath, tmp_path: Path, where: str, raw: str) -> None:
    (tmp_path / "s.json").write_text(json.dumps({where: {raw: "pm"}}), "utf-8")
    ran = pmpath("assess", "--answers", "s.json")
    assert (ran.code, ran.out, obeyed(ran)) == (65, "", [])


@for_every_text
def test_hostile_words_of_a_sheet_never_come_out_raw(pmpath: Pmpath, tmp_path: Path, raw: str) -> None:
    (tmp_path / "s.json").write_text(json.dumps({"answers": {"scope": raw}, "context": {"target": raw}}), "utf-8")
    ran = pmpath("assess", "--answers", "s.json")
    assert (ran.code, ran.out, obeyed(ran)) == (65, "", [])


@for_every_text
@pytest.mark.parametrize("command", [("assess",), ("transition", "--from", "engineer")])
def test_hostile_free_text_of_a_sheet_never_comes_out_raw(
    pmpath: Pmpath, tmp_path: Path, command: tuple[str, ...], raw: str
) -> None:
    sheet = {
        "answers": {"scope": "pm", "discovery.pm": "on-my-own"},
        "evidence": {"discovery.pm": [{"what": raw, "result": raw, "who": raw, "date": raw}]},
        "context": {"title": raw},
    }
    (tmp_path / "s.json").write_text(json.dumps(sheet), "utf-8")
    for options in ((), ("--json",), ("--color", "always")):
        ran = pmpath(*command, "--answers", "s.json", *options)
        assert [char for char in obeyed(ran) if char != "\x1b" or "--color" not in options] == []
        assert raw not in ran.out + ran.err


@for_every_text
def test_hostile_lines_of_a_batch_never_come_out_raw(pmpath: Pmpath, tmp_path: Path, raw: str) -> None:
    file = write_lines(tmp_path / "s.jsonl", json.dumps({"answers": {raw: "pm"}}), json.dumps({"context": {"title": raw}}))
    ran = pmpath("assess", "--answers", file, "--jsonl")
    assert (obeyed(ran), ran.out.isascii(), len(ran.out.splitlines())) == ([], True, 2)


@pytest.mark.parametrize("content", [b"answers: {\x1b[31m: pm}", b"\x9b\xff", b"answers: \x00", b'{"a\x1b": 1', b"\xff\xfe"])
@pytest.mark.parametrize("name", ["s.yaml", "s.json"])
def test_bytes_that_are_no_text_never_come_out_raw(pmpath: Pmpath, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    ran = pmpath("assess", "--answers", name)
    assert (ran.code, ran.out, obeyed(ran)) == (65, "", [])


def test_hostile_bytes_on_standard_input_never_come_out_raw(pmpath: Pmpath, feed: Feed) -> None:
    feed(b'answers:\n  "\\e[31mred": pm\n')
    ran = pmpath("assess", "--answers", "-")
    assert (ran.code, ran.out, obeyed(ran)) == (65, "", [])


def test_a_hostile_file_name_of_a_broken_sheet_never_comes_out_raw(pmpath: Pmpath, tmp_path: Path) -> None:
    name = "\x1b[31m\u202es.yaml"
    (tmp_path / name).write_text("answers: 3", "utf-8")
    ran = pmpath("assess", "--answers", name)
    assert ran.err.startswith("\\u001b[31m\\u202es.yaml:1:1  answers  ")


def test_a_hostile_folder_to_write_into_never_comes_out_raw(pmpath: Pmpath) -> None:
    ran = pmpath("transition", "--from", "engineer", "--write", "\x1b[31m\u202eout")
    assert (ran.code, ran.err) == (0, "Written: \\u001b[31m\\u202eout/opportunity.md\n")
