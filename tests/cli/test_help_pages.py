"""The help of every command and subcommand: each option whole, two examples, brackets kept, readable without color."""

import io
import shlex
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.main import get_command_name

from builders import example_a
from cli.running import Home, Pmpath
from pmpath.cli.group import COMMANDS, load_command
from pmpath.content.starts import read_start

if TYPE_CHECKING:
    from typer._click import Command

SHARED = (
    "--json",
    "--format FORMAT",
    "-o, --output FILE",
    "--force",
    "--ladder FILE",
    "--playbooks FILE",
    "--color WHEN",
    "--no-color",
    "--plain",
    "--accessible",
    "--today DATE",
    "--debug",
    "-h, --help",
)
"""What every command takes."""
LINES = ("--result TEXT", "--who TEXT", "--date DATE", "--link TEXT")
"""The lines of a piece of evidence."""
OPTIONS = {
    "assess": (
        *SHARED,
        "--quick",
        "--full",
        "--target LEVEL",
        "--resume",
        "--fresh",
        "--again",
        "--answers FILE",
        "--answer ID=VALUE",
        "--rater FILE",
        "--template",
        "--env SETTING",
        "--deep-tech / --no-deep-tech",
        "--require LEVEL",
        "--no-save",
        "--no-input",
        "--jsonl",
        "--detail",
        "--texts",
        "--jobs N",
        "--skip N",
    ),
    "transition": (
        *SHARED,
        "--from BACKGROUND",
        "--to LEVEL",
        "--env SETTING",
        "--deep-tech / --no-deep-tech",
        "--hours N",
        "--answers FILE",
        "--answer ID=VALUE",
        "--no-save",
        "--write DIR",
    ),
    "ladder": (*SHARED, "[LEVEL]", "--vs LEVEL"),
    "plan": (
        *SHARED,
        "--target LEVEL",
        "--hours N",
        "--by DATE",
        "--start DATE",
        "--env SETTING",
        "--deep-tech / --no-deep-tech",
        "--fresh",
        "--no-save",
    ),
    "plan checkin": (*SHARED, "--done ID", "--moved ID", "--blocked ID=WHY", "--evidence TEXT"),
    "plan done": (*SHARED, "ID", "--step STEP", "--answer VALUE", "--evidence TEXT", *LINES),
    "plan blocked": (*SHARED, "ID", "--why TEXT"),
    "plan open": (*SHARED, "ID"),
    "plan note": (*SHARED, "ID", "TEXT"),
    "evidence": SHARED,
    "evidence add": (*SHARED, "[WHAT]", "--shows ID", *LINES),
    "evidence list": (*SHARED, "--shows ID"),
    "evidence search": (*SHARED, "WORDS"),
    "evidence edit": (*SHARED, "N", "--what TEXT", "--shows ID", *LINES),
    "evidence rm": (*SHARED, "N"),
    "milestones": (*SHARED, "--for LEVEL", "--thresholds FILE"),
    "milestones mark": (*SHARED, "ID", "[COUNT]", "--evidence N"),
    "case": (*SHARED, "--target LEVEL"),
    "review": SHARED,
    "review export": (*SHARED, "--for NAME"),
    "review compare": (*SHARED, "FILE"),
    "mcp": SHARED,
    "team": (*SHARED, "FILE...", "--as NAMES"),
    "history": SHARED,
    "diff": (*SHARED, "[A]", "[B]"),
    "explain": (*SHARED, "ID"),
    "schema": (*SHARED, "[NAME]"),
    "portfolio": SHARED,
    "portfolio list": SHARED,
    "portfolio kinds": SHARED,
    "portfolio show": (*SHARED, "KIND", "--example"),
    "portfolio new": (*SHARED, "KIND", "DIR"),
    "portfolio review": (*SHARED, "FILE", "--kind KIND", "--no-save"),
    "portfolio mark": (*SHARED, "FILE", "MARK"),
    "interview": SHARED,
    "interview list": SHARED,
    "interview practice": (
        *SHARED,
        "[TYPE]",
        "--level LEVEL",
        "--env SETTING",
        "--from BACKGROUND",
        "--due",
        "--hard",
        "--minutes N",
        "--no-timer",
        "--prompt ID",
        "--answer FILE",
        "--said",
        "--score ID=N",
        "--story N",
        "--no-save",
    ),
    "interview show": (*SHARED, "TYPE"),
    "interview log": (*SHARED, "[N]"),
    "interview score": (*SHARED, "N", "--score ID=N"),
    "interview loop": SHARED,
    "interview stories": SHARED,
    "interview story": (
        *SHARED,
        "N|new|edit|rm",
        "[N]",
        "--evidence N",
        "--situation TEXT",
        "--task TEXT",
        "--action TEXT",
        "--result TEXT",
        "--lesson TEXT",
        "--competency ID",
    ),
    "guide": SHARED,
    "guide list": SHARED,
    "guide show": (*SHARED, "TOPIC", "[LEVEL]", "--level LEVEL", "--years N", "--in-role N"),
    "guide offer": (*SHARED, "[FILE]", "--part PART=AMOUNT", "--currency CODE", "--template"),
    "guide fit": (*SHARED, "--answer ID=CHOICE", "--answers FILE"),
    "guide hats": (*SHARED, "--worn ID"),
    "check": SHARED,
    "init": SHARED,
    "init ladder": SHARED,
    "init playbook": SHARED,
    "data": SHARED,
    "completions": (*SHARED, "SHELL"),
    "data path": SHARED,
    "data check": (*SHARED, "--fix"),
    "data export": SHARED,
    "data import": (*SHARED, "FILE", "--replace"),
    "data forget": (*SHARED, "--no-backup", "-y, --yes"),
    "help": (*SHARED, "[COMMAND|TOPIC]"),
}
SUBCOMMANDS = [name for name in OPTIONS if " " in name]
GROUPS = list(dict.fromkeys(name.partition(" ")[0] for name in SUBCOMMANDS))
SINGLE = [name for name in COMMANDS if name not in GROUPS]
PAGES = [(), *(tuple(name.split()) for name in OPTIONS)]
SERVED = 0 if find_spec("mcp") else 2
"""What an assistant that says nothing leaves; without the extra there is nothing to talk to."""
CODES = {
    "assess": 2,
    "plan checkin": 2,
    "review export --for Dana -o dana.yaml": 73,
    "portfolio review portfolio/product-teardown.md": 66,
    "portfolio review portfolio/notes.md --kind case-study": 66,
    "portfolio mark portfolio/product-teardown.md done": 2,
    "portfolio mark portfolio/product-teardown.md open": 2,
    "mcp": SERVED,
    "mcp --today 2026-12-01": SERVED,
    "interview product-sense --answer answer.txt --json": 66,
    "interview score 1": 2,
    "interview score 1 --accessible": 2,
    "data forget": 2,
    "data import pmpath.jsonl": 66,
    "data import pmpath.jsonl --replace": 66,
}
"""What examples end with that need an interview, a yes, or a file from elsewhere."""
at_widths = pytest.mark.parametrize("width", ["40", "80", "120"])
for_every_page = pytest.mark.parametrize("command", PAGES, ids=["pmpath", *OPTIONS])


def helped(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], width: str = "80") -> str:
    monkeypatch.setenv("COLUMNS", width)
    ran = pmpath(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def loaded(name: str) -> "Command":
    """Return a command, or a subcommand of a group."""
    first, *rest = name.split()
    command = load_command(first)
    for word in rest:
        command = getattr(command, "commands", {})[word]
    return command


def test_the_table_of_options_is_about_every_command() -> None:
    grouped = {name: import_module(f"pmpath.cli.{name}").SUBCOMMANDS for name in GROUPS}
    assert set(OPTIONS) == {*COMMANDS, *(f"{group} {name}" for group, names in grouped.items() for name in names)}


@pytest.mark.parametrize("name", SINGLE)
def test_what_has_subcommands_is_in_the_table_as_a_group(name: str) -> None:
    assert not hasattr(import_module(f"pmpath.cli.{name}"), "SUBCOMMANDS")


@at_widths
@pytest.mark.parametrize("option", [*SHARED, "-V, --version"])
def test_every_option_before_a_command_is_whole_at_any_width(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, *, option: str, width: str
) -> None:
    starts = [line.strip() for line in helped(pmpath, monkeypatch, (), width).splitlines()]
    assert [line for line in starts if line == option or line.startswith(f"{option}  ")] != []


@at_widths
@pytest.mark.parametrize(("name", "option"), [(name, option) for name, options in OPTIONS.items() for option in options])
def test_every_option_is_whole_at_any_width(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, *, name: str, option: str, width: str
) -> None:
    starts = [line.strip() for line in helped(pmpath, monkeypatch, tuple(name.split()), width).splitlines()]
    assert [line for line in starts if line == option or line.startswith(f"{option}  ")] != []


@pytest.mark.parametrize("name", OPTIONS)
def test_no_option_is_without_a_line_in_the_table(name: str) -> None:
    known = {word for option in OPTIONS[name] for word in option.replace(",", "").split() if word.startswith("-")}
    spelled = {spelling for one in loaded(name).params for spelling in one.opts if spelling.startswith("-")}
    assert spelled <= known


@at_widths
@for_every_page
def test_every_help_shows_two_examples_whole(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], width: str
) -> None:
    lines = helped(pmpath, monkeypatch, command, width).splitlines()
    at = lines.index("  Examples:")
    examples = [line.strip() for line in lines[at + 1 : lines.index("", at)]]
    assert len(examples) == 2
    assert all(example.startswith("pmpath ") for example in examples)


@for_every_page
def test_the_examples_of_a_help_can_be_run(
    pmpath: Pmpath, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    live_a_while(pmpath, home, tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    lines = helped(pmpath, monkeypatch, command).splitlines()
    at = lines.index("  Examples:")
    for line in lines[at + 1 : lines.index("", at)]:
        argv = shlex.split(line.strip().partition("   ")[0].partition(" > ")[0])[1:]
        assert pmpath(*argv).code == CODES.get(" ".join(argv), 66 if "sheet.yaml" in argv else 0), argv


def live_a_while(pmpath: Pmpath, home: Home, folder: Path) -> None:
    """Keep three assessments, a plan, evidence and a practice, and lay a sheet into the folder that somebody filled in."""
    for day in ("2026-01-05", "2026-02-05", "2026-03-05"):
        home.assessed(example_a(), day)
    assert pmpath("plan").code == 0
    for what in ("Ran interviews", "Wrote a page"):
        assert pmpath("evidence", "add", what).code == 0
    assert pmpath("interview", "product-sense", "--said").code == 0
    for name, start in (("ladder.yaml", "ladder"), ("playbooks.yaml", "playbook")):
        (folder / name).write_bytes(read_start(start))
    (folder / "dana.yaml").write_text("rater: Dana\nanswers:\n  scope: apm\n", "utf-8")
    (folder / "mia.yaml").write_text("answers:\n  scope: vp\n", "utf-8")
    (folder / "people.jsonl").write_text('{"answers": {"scope": "pm"}}\n{}\n', "utf-8")


@for_every_page
def test_examples_come_before_the_options(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    page = helped(pmpath, monkeypatch, command)
    assert page.index("Examples:") < page.index("Options:")


@pytest.mark.parametrize(
    ("command", "usage"),
    [
        ((), "Usage: pmpath [OPTIONS] COMMAND [ARGS]...\n"),
        (("assess",), "Usage: pmpath assess [OPTIONS]\n"),
        (("transition",), "Usage: pmpath transition [OPTIONS]\n"),
        (("ladder",), "Usage: pmpath ladder [OPTIONS] [LEVEL]\n"),
        (("explain",), "Usage: pmpath explain [OPTIONS] {ID}\n"),
        (("data",), "Usage: pmpath data [OPTIONS] COMMAND [ARGS]...\n"),
        (("data", "import"), "Usage: pmpath data import [OPTIONS] {FILE}\n"),
        (("help",), "Usage: pmpath help [OPTIONS] [COMMAND|TOPIC]\n"),
    ],
)
def test_a_help_keeps_its_brackets(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], usage: str
) -> None:
    assert helped(pmpath, monkeypatch, command).startswith(usage)


@pytest.mark.parametrize("variable", ["FORCE_COLOR", "GITHUB_ACTIONS", "PY_COLORS", "CLICOLOR_FORCE"])
@for_every_page
def test_no_variable_of_the_surroundings_colors_a_help(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], variable: str
) -> None:
    plain = helped(pmpath, monkeypatch, command)
    monkeypatch.setenv(variable, "1")
    assert helped(pmpath, monkeypatch, command) == plain
    assert "\x1b" not in plain


@for_every_page
def test_the_short_flag_shows_the_same_help(pmpath: Pmpath, command: tuple[str, ...]) -> None:
    assert pmpath(*command, "-h") == pmpath(*command, "--help")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_about_a_command_is_the_first_sentence_of_its_help(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    sentences = " ".join(helped(pmpath, monkeypatch, (name,), "120").split())
    assert COMMANDS[name] in sentences
    assert COMMANDS[name] in " ".join(helped(pmpath, monkeypatch, (), "120").split())


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_the_line_about_a_subcommand_is_whole_in_the_help_of_its_group(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    sentence = str(loaded(name).help).partition("\n")[0]
    for width in ("40", "80", "120"):
        assert sentence in " ".join(helped(pmpath, monkeypatch, (name.partition(" ")[0],), width).split()), width


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_a_subcommand_is_called_what_its_table_says(name: str) -> None:
    assert loaded(name).name == name.partition(" ")[2]


@pytest.mark.parametrize("name", SINGLE)
def test_a_command_is_called_what_its_function_is_called(name: str) -> None:
    assert (load_command(name).name, get_command_name(name)) == (name, name)


def test_the_help_says_that_nothing_leaves_the_machine(pmpath: Pmpath) -> None:
    assert "nothing you answer leaves this machine" in pmpath("--help").out


@at_widths
@for_every_page
def test_no_option_name_is_cut_with_dots(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], width: str
) -> None:
    assert "\N{HORIZONTAL ELLIPSIS}" not in helped(pmpath, monkeypatch, command, width)
