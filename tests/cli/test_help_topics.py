"""`pmpath help`: the pages of commands, and topics that agree with the code they speak of."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pmpath.errors
from builders import ROOT, example_a
from cli.running import Home, Pmpath, flowing, write_sheet
from pmpath.cli.app import INTERRUPTED
from pmpath.cli.assessing import GATE_NOT_MET
from pmpath.cli.boundary import BROKEN_PIPE
from pmpath.cli.group import COMMANDS
from pmpath.cli.signals import FIRST_CODE, STOPPED
from pmpath.errors import PmpathError
from pmpath.journal.journal import FILE
from pmpath.render.topics import ENVIRONMENT, EXIT_CODES, FILES, FORMATS, TOPICS

VARIABLE = re.compile(r"PMPATH_[A-Z_]+")
for_every_topic = pytest.mark.parametrize("name", TOPICS)
for_every_command = pytest.mark.parametrize("name", COMMANDS)
KINDS = {
    "assessment": ("assess", "--answer", "scope=pm"),
    "placement": ("assess", "--answers", "lines.jsonl", "--jsonl"),
    "transition": ("transition", "--from", "engineer"),
    "ladder": ("ladder",),
    "plan": ("plan",),
    "progress": ("plan", "note", "strategy", "ask Ann"),
    "checkin": ("plan", "checkin", "--moved", "strategy"),
    "evidence": ("evidence", "list"),
    "milestones": ("milestones",),
    "case": ("case",),
    "review": ("assess", "--rater", "second.yaml"),
    "comparison": ("review", "compare", "second.yaml"),
    "team": ("team", "a.json", "second.yaml"),
    "history": ("history",),
    "diff": ("diff",),
    "explanation": ("explain", "pm"),
    "portfolio": ("portfolio",),
    "piece-kind": ("portfolio", "show", "case-study"),
    "piece-review": ("portfolio", "review", "piece.md", "--kind", "case-study"),
    "interview": ("interview",),
    "question-type": ("interview", "show", "estimation"),
    "question": ("interview", "estimation"),
    "practice": ("interview", "estimation", "--said"),
    "practice-log": ("interview", "log"),
    "loop": ("interview", "loop"),
    "stories": ("interview", "stories"),
    "story": ("interview", "story", "new", "--action", "Ran interviews"),
    "guides": ("guide",),
    "guide": ("guide", "time"),
    "offer": ("guide", "offer"),
    "fit": ("guide", "fit"),
    "hats": ("guide", "hats"),
    "status": (),
    "data": ("data", "path"),
    "template": ("assess", "--template"),
    "check": ("check", "second.yaml"),
    "start": ("init", "ladder", "begun"),
    "schemas": ("schema",),
    "help": ("help", "files"),
    "version": ("--version",),
}


def variables_read() -> Iterator[str]:
    """Yield every variable of pmpath that the source names as a string of its own, which is how it reads one."""
    for path in (ROOT / "src" / "pmpath").rglob("*.py"):
        if path.name == "topics.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and VARIABLE.fullmatch(node.value):
                yield node.value


def errors_of(kind: type[PmpathError]) -> Iterator[type[PmpathError]]:
    yield kind
    for one in kind.__subclasses__():
        yield from errors_of(one)


def codes_of_the_readme() -> set[str]:
    section = (ROOT / "README.md").read_text("utf-8").partition("\n## Exit codes\n")[2].partition("\n## ")[0]
    first_cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("|")]
    return {code for cell in first_cells for code in re.findall(r"\d+", cell)}


@for_every_topic
def test_a_topic_is_a_page_with_every_row(pmpath: Pmpath, name: str) -> None:
    ran = pmpath("help", name)
    assert (ran.code, ran.err) == (0, "")
    shown, topic = flowing(ran.out), TOPICS[name]
    assert shown.startswith(topic.title)
    assert [text for row in topic.rows for text in row if flowing(text) not in shown and len(text) < 30] == []
    assert [text for text in topic.more if text not in shown] == []


@pytest.mark.parametrize("width", ["40", "80", "100"])
@for_every_topic
def test_every_word_of_a_topic_is_on_its_page(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, name: str, width: str) -> None:
    monkeypatch.setenv("PMPATH_WIDTH", width)
    topic = TOPICS[name]
    words = {
        word for text in (topic.title, *topic.more, *(cell for row in topic.rows for cell in row)) for word in text.split()
    }
    assert words <= set(pmpath("help", name).out.split())


@for_every_topic
def test_a_topic_in_plain_lines_has_one_row_a_line(pmpath: Pmpath, name: str) -> None:
    ran = pmpath("help", name, "--plain")
    assert (ran.code, ran.err, ran.out.isascii()) == (0, "", True)
    assert [row for row in TOPICS[name].rows if f"{row[0]}: {row[1]}" not in ran.out.splitlines()] == []


@for_every_topic
def test_a_topic_is_data_for_a_script(pmpath: Pmpath, name: str) -> None:
    whole, topic = pmpath("help", name, "--json").whole, TOPICS[name]
    assert (whole["kind"], whole["next_commands"]) == ("help", ["pmpath --help"])
    assert whole["data"] == {"topic": name, "title": topic.title, "rows": dict(topic.rows), "more": list(topic.more)}


@for_every_topic
def test_no_row_of_a_topic_is_there_twice(name: str) -> None:
    assert len(dict(TOPICS[name].rows)) == len(TOPICS[name].rows)


@for_every_command
def test_the_help_on_a_command_is_the_help_of_that_command(pmpath: Pmpath, name: str) -> None:
    assert pmpath("help", name) == pmpath(name, "--help")


def test_help_alone_is_the_help_of_pmpath(pmpath: Pmpath) -> None:
    assert pmpath("help") == pmpath("--help")


@pytest.mark.parametrize("width", ["30", "40", "60", "79", "120"])
@for_every_command
def test_both_helps_are_the_same_at_any_width(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, name: str, width: str) -> None:
    monkeypatch.setenv("PMPATH_WIDTH", width)
    assert pmpath("help", name) == pmpath(name, "--help")


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_the_help_on_a_command_is_data_for_a_script(pmpath: Pmpath, name: str | None) -> None:
    words = (name,) if name else ()
    data = pmpath("help", *words, "--json").data
    assert data == {"topic": name or "pmpath", "text": pmpath(*words, "--help").out.removesuffix("\n")}


@for_every_command
def test_as_data_a_help_is_the_same_bytes_in_any_terminal(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    usual = pmpath("help", name, "--json")
    monkeypatch.setenv("PMPATH_WIDTH", "40")
    assert pmpath("help", name, "--json") == usual


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("exit-code", "exit-codes"),
        ("exitcodes", "exit-codes"),
        ("env", "environment"),
        ("enviroment", "environment"),
        ("format", "formats"),
        ("asess", "assess"),
        ("transitions", "transition"),
        ("EXIT-CODES", "exit-codes"),
    ],
)
def test_an_unknown_topic_says_what_was_perhaps_meant(pmpath: Pmpath, name: str, meant: str) -> None:
    ran = pmpath("help", name)
    assert ran[:2] == (2, "")
    assert ran.err.startswith(f'pmpath: there is no help on "{name}"\n')
    assert meant in ran.err.splitlines()[1]


@pytest.mark.parametrize("name", ["xyzzy", "", "7"])
def test_a_topic_near_nothing_names_the_topics(pmpath: Pmpath, name: str) -> None:
    assert pmpath("help", name).err.splitlines()[1] == f"  topics: {', '.join(TOPICS)}"


def test_the_help_of_help_names_every_topic(pmpath: Pmpath) -> None:
    assert f"one of {', '.join(TOPICS)}." in flowing(pmpath("help", "--help").out)


def test_the_help_of_pmpath_names_every_topic(pmpath: Pmpath) -> None:
    page = flowing(pmpath("--help").out)
    assert [name for name in TOPICS if name not in page] == []


@for_every_topic
def test_no_topic_has_the_name_of_a_command(name: str) -> None:
    assert name not in COMMANDS


def test_every_error_has_its_code_in_the_topic() -> None:
    codes = {str(kind.exit_code) for kind in errors_of(PmpathError) if kind.__module__ == pmpath.errors.__name__}
    assert codes <= {code for code, _ in EXIT_CODES.rows}


def test_every_code_of_the_topic_is_one_that_the_code_gives() -> None:
    errors = {kind.exit_code for kind in errors_of(PmpathError)}
    signals = {FIRST_CODE + number for number in (1, 2, 15)}
    given = {0, GATE_NOT_MET, BROKEN_PIPE, INTERRUPTED, STOPPED} | errors | signals
    assert {int(code) for code, _ in EXIT_CODES.rows} == given


def test_the_codes_of_the_topic_are_in_order() -> None:
    codes = [int(code) for code, _ in EXIT_CODES.rows]
    assert codes == sorted(codes)


def test_the_readme_has_the_same_codes() -> None:
    assert codes_of_the_readme() == {code for code, _ in EXIT_CODES.rows}


def test_every_variable_that_is_read_is_in_the_topic() -> None:
    named = {word for names, text in ENVIRONMENT.rows for word in VARIABLE.findall(f"{names} {text}")}
    assert set(variables_read()) <= named


def test_every_variable_of_the_topic_is_read() -> None:
    named = {name for names, _ in ENVIRONMENT.rows for name in VARIABLE.findall(names)}
    assert named <= set(variables_read())


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_every_variable_that_a_help_names_is_in_the_topic(pmpath: Pmpath, name: str | None) -> None:
    named = set(VARIABLE.findall(pmpath(*filter(None, [name]), "--help").out))
    assert named <= {word for names, _ in ENVIRONMENT.rows for word in VARIABLE.findall(names)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_document_is_in_the_topic(pmpath: Pmpath, tmp_path: Path, kind: str) -> None:
    sheet = write_sheet(tmp_path / "a.json", example_a())
    assert [pmpath("assess", "--answers", sheet, "--json").code for _ in range(2)] == [0, 0]
    assert pmpath("plan").code == 0
    (tmp_path / "lines.jsonl").write_text("{}\n", "utf-8")
    (tmp_path / "second.yaml").write_text("answers:\n  scope: apm\n", "utf-8")
    (tmp_path / "piece.md").write_text("# Mine\n", "utf-8")
    assert pmpath(*KINDS[kind], "--json").whole["kind"] == kind
    assert re.search(rf"\b{kind}\b", FORMATS.more[0])


def test_no_kind_of_the_topic_is_unknown() -> None:
    kinds = FORMATS.more[0].partition("Kinds: ")[2].rstrip(".").split(", ")
    assert kinds == [*KINDS, "error"]


def test_the_keys_of_a_document_are_those_of_the_topic(pmpath: Pmpath) -> None:
    assert [key for key in pmpath("ladder", "--json").whole if key not in FORMATS.more[0]] == []


def test_the_files_of_the_topic_are_those_that_a_journal_writes(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    home.begun({"scope": "pm"})
    write_sheet(tmp_path / "sheet.json", example_a())
    assert pmpath("assess", "--answers", "sheet.json").code == 0
    assert {path.name for path in home.folder.iterdir()} == {FILE, "journal.lock"} <= {name for name, _ in FILES.rows}


def test_every_exit_code_row_ends_as_a_sentence() -> None:
    rows = [text for topic in TOPICS.values() for _, text in topic.rows]
    assert [text for text in rows if not text.endswith((".", "not overwritten"))] == []
