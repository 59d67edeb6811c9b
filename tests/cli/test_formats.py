"""Every command in every format: the result in it, or an error that names the formats there are. Never another one."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from builders import example_a, example_b, library
from cli.running import Home, Pmpath, Ran, compiled_folder, run_apart, write_lines
from pmpath.cli.exporting import Export
from pmpath.cli.outcome import Forms, Outcome, Shape
from pmpath.cli.sharing import FORMATS, SUFFIXES
from pmpath.model.answer import Context, Sheet
from pmpath.model.forms import Event
from pmpath.render.calendar import calendar
from pmpath.render.page import Page
from render.test_html import Reader

Words = tuple[str, ...]

PAGE = ("text", "json", "md", "html")
RAW = ("text", "json")
COMMANDS: Mapping[Words, Words] = {
    (): PAGE,
    ("assess", "--answers", "sheet.json", "--no-save"): (*PAGE, "svg", "csv"),
    ("assess", "--template"): RAW,
    ("transition", "--from", "engineer"): (*PAGE, "csv"),
    ("ladder",): (*PAGE, "csv"),
    ("ladder", "pm"): (*PAGE, "csv"),
    ("ladder", "pm", "--vs", "vp"): (*PAGE, "csv"),
    ("plan", "--today", "2026-11-23"): (*PAGE, "csv", "ics"),
    ("evidence", "list"): (*PAGE, "csv"),
    ("milestones",): (*PAGE, "csv"),
    ("case",): (*PAGE, "svg"),
    ("team", "sheet.json", "sheets.jsonl"): (*PAGE, "csv"),
    ("history",): (*PAGE, "svg", "csv"),
    ("diff",): (*PAGE, "csv"),
    ("explain", "discovery.pm"): PAGE,
    ("explain", "S-GL"): PAGE,
    ("schema",): PAGE,
    ("portfolio",): (*PAGE, "csv"),
    ("portfolio", "kinds"): (*PAGE, "csv"),
    ("portfolio", "show", "case-study"): PAGE,
    ("portfolio", "review", "piece.md", "--kind", "case-study", "--no-save"): (*PAGE, "csv"),
    ("interview",): (*PAGE, "csv"),
    ("interview", "show", "estimation"): PAGE,
    ("interview", "estimation"): (*PAGE, "csv"),
    ("interview", "estimation", "--answer", "piece.md", "--no-save"): (*PAGE, "csv"),
    ("interview", "log"): (*PAGE, "csv"),
    ("interview", "loop"): (*PAGE, "csv"),
    ("interview", "stories"): (*PAGE, "csv"),
    ("interview", "story", "1"): PAGE,
    ("guide",): (*PAGE, "csv"),
    ("guide", "time"): (*PAGE, "csv"),
    ("guide", "pay", "pm"): (*PAGE, "csv"),
    ("guide", "offer", "--part", "base=1"): (*PAGE, "csv"),
    ("guide", "offer", "--template"): RAW,
    ("guide", "fit"): (*PAGE, "csv"),
    ("guide", "hats"): (*PAGE, "csv"),
    ("data", "path"): PAGE,
    ("data", "check"): PAGE,
    ("help",): RAW,
    ("help", "assess"): RAW,
    ("help", "exit-codes"): PAGE,
    ("--version",): RAW,
}
"""Command to the formats it can be written in."""
PAIRS = [(words, name) for words, names in COMMANDS.items() for name in names]
MISSING = [(words, name) for words, names in COMMANDS.items() for name in FORMATS if name not in names]
FILED = [(words, name) for words, name in PAIRS if words != ("--version",)]
KINDS = {"assess": "assessment", "explain": "explanation", "schema": "schemas", "--version": "version"}
_GUIDES: Mapping[Words, str] = {
    ("guide",): "guides",
    **{("guide", name): name for name in ("offer", "fit", "hats")},
    ("guide", "time"): "guide",
    ("guide", "pay"): "guide",
}
SUBKINDS: Mapping[Words, str] = {
    ("portfolio", "show"): "piece-kind",
    ("portfolio", "review"): "piece-review",
    ("interview", "show"): "question-type",
    ("interview", "estimation"): "practice",
    ("interview", "log"): "practice-log",
    ("interview", "loop"): "loop",
    ("interview", "stories"): "stories",
    ("interview", "story"): "story",
    **_GUIDES,
}
END_OF = {name: suffix for suffix, name in reversed(SUFFIXES.items())}


class Place(NamedTuple):
    """Surroundings with two assessments, and the folder of the test."""

    settings: Mapping[str, str]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Keep two assessments where every command of this module looks."""
    folder = tmp_path_factory.mktemp("formats")
    home = Home(folder / "home")
    home.assessed(example_b(), "2026-01-05")
    home.assessed(example_a(), "2026-01-06", sheet=Sheet({}, {"discovery.pm": [{"what": "Ran interviews"}]}, Context()))
    data = compiled_folder(folder / "data")
    settings = {"PMPATH_HOME": str(home.folder), "PMPATH_DATA_DIR": str(data), "PMPATH_WIDTH": "80"}
    for words in (("interview", "story", "new", "--action", "Ran interviews"), ("interview", "behavioral", "--said")):
        assert run_apart((*words, "--today", "2026-01-06"), settings).code == 0
    return Place(settings)


@pytest.fixture
def ran(kept: Place, tmp_path: Path) -> Callable[..., Ran]:
    """Run a command line in a folder with a sheet."""
    (tmp_path / "sheet.json").write_text(json.dumps({"answers": example_a()}), "utf-8")
    write_lines(tmp_path / "sheets.jsonl", example_b(), {})
    (tmp_path / "piece.md").write_text("# Mine\n", "utf-8")
    return lambda *words: run_apart(words, kept.settings)


def is_text(content: str) -> bool:
    return content.endswith("\n") and not content.startswith(("<", "{", "# P"))


def is_json(content: str) -> bool:
    return bool(json.loads(content)["schema_version"])


def is_markdown(content: str) -> bool:
    return content.startswith("# ") and content.endswith("\n") and "\n<" not in content


def is_html(content: str) -> bool:
    return content.startswith("<!DOCTYPE html>") and Reader(content).tags[0] == "html"


def is_svg(content: str) -> bool:
    return ET.fromstring(content).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own output


def is_csv(content: str) -> bool:
    header, *rows = list(csv.reader(io.StringIO(content)))
    return bool(rows) and {len(row) for row in rows} == {len(header)}


def is_calendar(content: str) -> bool:
    return len(Calendar.from_ical(content).walk("VEVENT")) > 0


LOOKS: Mapping[str, Callable[[str], bool]] = {
    "text": is_text,
    "json": is_json,
    "md": is_markdown,
    "html": is_html,
    "svg": is_svg,
    "csv": is_csv,
    "ics": is_calendar,
}
WRITING: Mapping[Words, str] = {
    ("plan", "note", "strategy", "ask Ann"): "progress",
    ("plan", "checkin", "--moved", "strategy"): "checkin",
    ("plan", "done", "strategy"): "progress",
    ("evidence", "add", "Ran interviews"): "evidence",
    ("evidence", "edit", "1", "--who", "Ann"): "evidence",
    ("evidence", "rm", "1"): "evidence",
    ("interview", "story", "new", "--action", "Ran interviews"): "story",
}
"""Command that keeps something to the kind of its result."""


def name_of(case: object) -> str:
    return " ".join(case) if isinstance(case, tuple) else str(case)


# every command, every format


@pytest.mark.parametrize(("words", "name"), PAIRS, ids=name_of)
def test_a_result_comes_in_the_format_that_is_named(ran: Callable[..., Ran], words: Words, name: str) -> None:
    done = ran(*words, "--format", name)
    assert (done.code, done.err, LOOKS[name](done.out)) == (0, "", True)


@pytest.mark.parametrize(("words", "name"), FILED, ids=name_of)
def test_a_file_gets_what_standard_output_would(ran: Callable[..., Ran], tmp_path: Path, words: Words, name: str) -> None:
    file = f"out{END_OF[name]}"
    assert ran(*words, "-o", file) == (0, "", f"Written: {file}\n")
    assert (tmp_path / file).read_bytes().decode() == ran(*words, "--format", name).out


@pytest.mark.parametrize(("words", "name"), MISSING, ids=name_of)
def test_a_format_that_a_result_has_no_form_for_is_refused(ran: Callable[..., Ran], words: Words, name: str) -> None:
    usual = KINDS.get("".join(words[:1]), "".join(words[:1]) or "status")
    kind = "template" if "--template" in words else SUBKINDS.get(words[:2], usual)
    done = ran(*words, "--format", name)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"pmpath: {kind} cannot be written as {name}\n  formats: {', '.join(COMMANDS[words])}\n"


@pytest.mark.parametrize(("words", "name"), MISSING, ids=name_of)
def test_what_is_refused_leaves_no_file(ran: Callable[..., Ran], tmp_path: Path, words: Words, name: str) -> None:
    assert ran(*words, "-o", "out", "--format", name).code == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["svg", "csv", "ics"])
@pytest.mark.parametrize("words", WRITING, ids=name_of)
def test_what_would_be_refused_afterward_is_refused_before_anything_is_kept(
    ran: Callable[..., Ran], kept: Place, words: Words, name: str
) -> None:
    assert ran("plan").code == 0
    journal = Path(kept.settings["PMPATH_HOME"]) / "journal.jsonl"
    before = journal.read_bytes()
    assert ran(*words, "--format", name).err.startswith(f"pmpath: {WRITING[words]} cannot be written as {name}\n")
    assert journal.read_bytes() == before


@pytest.mark.parametrize("words", COMMANDS, ids=name_of)
def test_json_by_its_format_is_json_by_its_flag(ran: Callable[..., Ran], words: Words) -> None:
    assert ran(*words, "--format", "json") == ran(*words, "--json") == ran("--format=json", *words)


@pytest.mark.parametrize("words", COMMANDS, ids=name_of)
def test_without_a_format_a_result_is_text_in_a_pipe_too(ran: Callable[..., Ran], words: Words) -> None:
    assert ran(*words) == ran(*words, "--format", "text")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "ics"])
def test_the_same_result_is_the_same_bytes(ran: Callable[..., Ran], name: str) -> None:
    assert ran("history", "--format", name) == ran("history", "--format", name)


@pytest.mark.parametrize("name", ["md", "html", "svg", "csv", "json"])
@pytest.mark.parametrize("around", [("--plain",), ("--accessible",), ("--color", "always")], ids=" ".join)
def test_how_a_terminal_is_written_to_changes_no_file(ran: Callable[..., Ran], name: str, around: Words) -> None:
    assert ran("history", "--format", name, *around) == ran("history", "--format", name)


def test_plain_lines_go_into_a_file(ran: Callable[..., Ran], tmp_path: Path) -> None:
    ran("ladder", "--plain", "-o", "out.txt")
    assert (tmp_path / "out.txt").read_text("utf-8") == ran("ladder", "--plain").out


def test_no_color_goes_into_a_file(ran: Callable[..., Ran], tmp_path: Path) -> None:
    ran("ladder", "--color", "always", "-o", "out.txt")
    assert (tmp_path / "out.txt").read_text("utf-8") == ran("ladder").out


# the format of a file


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("change", [str.lower, str.upper, str.title])
def test_the_suffix_says_the_format_however_it_is_written(
    ran: Callable[..., Ran], tmp_path: Path, suffix: str, change: Callable[[str], str]
) -> None:
    file = f"out{change(suffix)}"
    done = ran("history", "-o", file)
    if SUFFIXES[suffix] == "ics":
        assert (done.code, (tmp_path / file).exists()) == (2, False)
    else:
        assert LOOKS[SUFFIXES[suffix]]((tmp_path / file).read_text("utf-8"))


@pytest.mark.parametrize("file", ["out", "out.d/out", ".md", "a.b.md"])
def test_a_file_without_a_suffix_gets_text(ran: Callable[..., Ran], tmp_path: Path, file: str) -> None:
    (tmp_path / "out.d").mkdir()
    assert ran("ladder", "-o", file).code == 0
    assert (tmp_path / file).read_text("utf-8").startswith("# ") is file.endswith("b.md")


@pytest.mark.parametrize("file", ["out.pdf", "out.yaml", "out.md.gz", "out.jsonl"])
def test_an_unknown_suffix_needs_a_format(ran: Callable[..., Ran], tmp_path: Path, file: str) -> None:
    done = ran("ladder", "-o", file)
    assert (done.code, done.out, f"{file} says no format" in done.err, "--format" in done.err) == (2, "", True, True)
    assert ran("ladder", "-o", file, "--format", "md").code == 0
    assert is_markdown((tmp_path / file).read_text("utf-8"))


@pytest.mark.parametrize("name", ["md", "html", "text"])
def test_a_format_stands_over_the_suffix(ran: Callable[..., Ran], tmp_path: Path, name: str) -> None:
    assert ran("ladder", "-o", "out.csv", "--format", name).code == 0
    assert LOOKS[name]((tmp_path / "out.csv").read_text("utf-8"))


@pytest.mark.parametrize(
    ("options", "other"),
    [
        (("-o", "out.md"), "-o out.md"),
        (("-o", "out.txt"), "-o out.txt"),
        (("--format", "md"), "--format md"),
        (("--format", "text"), "--format text"),
        (("--format", "md", "-o", "out.json"), "--format md"),
    ],
)
def test_json_against_another_format_is_refused(ran: Callable[..., Ran], tmp_path: Path, options: Words, other: str) -> None:
    done = ran("ladder", "--json", *options)
    assert (done.error["code"], done.error["message"]) == ("usage", f"--json and {other} exclude each other")
    assert [file for file in tmp_path.iterdir() if file.name.startswith("out")] == []


@pytest.mark.parametrize("options", [("-o", "out.json"), ("-o", "out"), ("-o", "out.data"), ("--format", "json", "-o", "out")])
def test_json_goes_into_a_file_that_says_nothing_else(ran: Callable[..., Ran], tmp_path: Path, options: Words) -> None:
    assert ran("ladder", "--json", *options).code == 0
    assert is_json((tmp_path / options[-1]).read_text("utf-8"))


@pytest.mark.parametrize("name", ["pdf", "MD", "markdown", "jsonl"])
def test_an_unknown_format_is_named(ran: Callable[..., Ran], name: str) -> None:
    done = ran("ladder", "--format", name)
    assert (done.code, done.out, done.err.splitlines()[0]) == (2, "", f'pmpath: --format does not know "{name}"')


@pytest.mark.parametrize("options", [("--format", "json"), ("--format=json",), ("--json",)], ids=" ".join)
def test_an_error_is_json_where_json_is_wanted(ran: Callable[..., Ran], options: Words) -> None:
    assert ran("ladder", "nowhere", *options).error["exit_code"] == 2


def test_a_file_of_another_format_gets_its_error_in_words(ran: Callable[..., Ran]) -> None:
    assert ran("ladder", "nowhere", "--format", "md").err.startswith("pmpath: ")


# where it goes


@pytest.mark.parametrize("words", COMMANDS, ids=name_of)
def test_a_dash_is_standard_output(ran: Callable[..., Ran], words: Words) -> None:
    if words != ("--version",):
        assert ran(*words, "-o", "-") == ran(*words)


@pytest.mark.parametrize("file", ["", "out/"])
def test_a_file_without_a_name_is_refused(ran: Callable[..., Ran], file: str) -> None:
    done = ran("ladder", "-o", file)
    assert (done.code, done.out, done.err.splitlines()[0]) == (2, "", f'pmpath: -o: "{file}" names no file')


def test_a_file_that_is_there_is_replaced_only_with_force(ran: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "out.md").write_text("mine", "utf-8")
    assert (ran("ladder", "-o", "out.md").code, (tmp_path / "out.md").read_text("utf-8")) == (73, "mine")
    assert (ran("ladder", "-o", "out.md", "--force").code, is_markdown((tmp_path / "out.md").read_text("utf-8"))) == (0, True)


@pytest.mark.parametrize("argv", [("-o", "out.md", "ladder"), ("ladder", "-o", "out.md"), ("ladder", "--output=out.md")])
def test_the_options_stand_before_or_after_the_command(ran: Callable[..., Ran], tmp_path: Path, argv: Words) -> None:
    assert (ran(*argv).code, is_markdown((tmp_path / "out.md").read_text("utf-8"))) == (0, True)


def test_a_result_below_what_is_required_is_written_all_the_same(ran: Callable[..., Ran], tmp_path: Path) -> None:
    assert ran("assess", "--answer", "scope=pm", "--no-save", "--require", "vp", "-o", "out.md").code == 4
    assert is_markdown((tmp_path / "out.md").read_text("utf-8"))


# what is no result


@pytest.mark.parametrize("file", ["sheet.yaml", "sheet.yml", "sheet.txt", "sheet.md", "sheet"])
def test_a_template_goes_into_a_file_of_any_name(ran: Callable[..., Ran], tmp_path: Path, file: str) -> None:
    assert ran("assess", "--template", "-o", file) == (0, "", f"Written: {file}\n")
    assert (tmp_path / file).read_text("utf-8") == ran("assess", "--template").out


def test_a_template_in_a_file_can_be_read_back(ran: Callable[..., Ran]) -> None:
    ran("assess", "--template", "-o", "sheet.yaml")
    assert ran("assess", "--answers", "sheet.yaml", "--no-save").code == 0


@pytest.mark.parametrize(
    ("options", "name"), [(("--format", "json"), "format"), (("-o", "out.jsonl"), "output"), (("-o", "-"), "output")]
)
def test_a_batch_takes_neither_format_nor_file(pmpath: Pmpath, tmp_path: Path, options: Words, name: str) -> None:
    file = write_lines(tmp_path / "s.jsonl", {"scope": "pm"})
    done = pmpath("assess", "--answers", file, "--jsonl", *options)
    assert done.error["message"] == f"--jsonl takes no --{name}"


def test_a_version_goes_into_no_file(ran: Callable[..., Ran], tmp_path: Path) -> None:
    assert ran("--version", "-o", "out.txt")[:2] == (2, "")
    assert not (tmp_path / "out.txt").exists()


def test_an_assessment_that_cannot_be_written_so_is_not_kept(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("assess", "--answer", "scope=pm", "--format", "ics").code == 2
    assert not home.journal.exists()


# what stands in them


def test_the_page_of_an_assessment_has_its_picture(ran: Callable[..., Ran]) -> None:
    out = ran("assess", "--answers", "sheet.json", "--no-save", "--format", "html").out
    assert "Discovery: Senior PM, the goal is Senior PM" in out


def test_the_picture_of_a_history_is_the_last_assessment(ran: Callable[..., Ran]) -> None:
    assessed = ran("assess", "--answers", "sheet.json", "--no-save", "--format", "svg").out
    assert ran("history", "--format", "svg").out == assessed


def test_a_history_of_nothing_has_a_picture_in_which_nothing_was_asked(pmpath: Pmpath, home: Home) -> None:
    assert not home.journal.exists()
    out = pmpath("history", "--format", "svg").out
    assert (is_svg(out), out.count('class="open"')) == (True, len(library().words.competencies))


def test_events_become_a_calendar_of_the_day_that_is_given() -> None:
    events = [Event("one@pmpath", "2026-01-05", "2026-01-11", "First week", "Ask")]
    outcome = Outcome("plan", dict, Page, forms=Forms(events=lambda: events))
    content = Export(outcome, Shape(format="ics", today="2026-01-02")).content()
    assert content == calendar(events, "2026-01-02T00:00:00Z")
    assert outcome.forms.formats == (*PAGE, "ics")


def test_the_table_of_a_ladder_has_every_expectation(ran: Callable[..., Ran]) -> None:
    rows = list(csv.DictReader(io.StringIO(ran("ladder", "--format", "csv").out)))
    assert [row["id"] for row in rows] == list(library().words.expectations)
