"""The shape of the code stays small and in its layers: a budget that fails the build."""

import ast
import re
from itertools import chain
from math import ceil

import pytest

from builders import grid, library
from contract.structure import Function, Source, sources

SOURCES = sources()
FUNCTIONS: list[Function] = list(chain.from_iterable(source.functions for source in SOURCES))
COMMANDS = (
    "cli/assess.py",
    "cli/ladder.py",
    "cli/transition.py",
    "cli/explain.py",
    "cli/help.py",
    "cli/plan.py",
    "cli/evidence.py",
    "cli/interview.py",
    "cli/interview_stories.py",
    "cli/guide.py",
)
PRINTING = {"print", "pprint", "echo", "secho", "typer.echo", "typer.secho", "print_json"}
EXITING = {"exit", "quit", "sys.exit", "os._exit", "typer.Exit", "typer.Abort", "SystemExit"}
ASKING = {"input", "getpass", "typer.prompt", "typer.confirm"}
HOMES = {
    "typer": ("cli/",),
    "rich": ("render/", "cli/output.py"),
    "questionary": ("asking/terminal.py",),
    "prompt_toolkit": ("asking/terminal.py",),
    "yaml": ("content/reader.py",),
    "pydantic": ("content/", "model/"),
    "platformdirs": ("content/", "journal/"),
    "icalendar": ("render/calendar.py",),
    "mcp": ("cli/assistant.py",),
    "anyio": ("cli/assistant.py",),
}
MODULE_NAMES = re.compile(r"(^|_)(utils?|helpers?|common|misc|manager|service|shared|stuff|lib|tools)$")


def percentile(values: list[int], share: float) -> int:
    ranked = sorted(values)
    return ranked[ceil(share * len(ranked)) - 1]


def calling(names: set[str]) -> dict[str, list[int]]:
    """Return the files that call one of these, with the lines."""
    found = {source.name: [line for line, name in source.calls() if name in names] for source in SOURCES}
    return {name: lines for name, lines in found.items() if lines}


def imported(source: Source) -> set[str]:
    """Return the top names of everything a file imports, wherever it does."""
    names: set[str] = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_there_is_code_to_look_at() -> None:
    assert len(SOURCES) > 40
    assert len(FUNCTIONS) > 200


def test_no_function_body_is_longer_than_40_lines() -> None:
    assert [(function.where, function.body) for function in FUNCTIONS if function.body > 40] == []


def test_nineteen_of_twenty_function_bodies_have_at_most_18_lines() -> None:
    assert percentile([function.body for function in FUNCTIONS], 0.95) <= 18


def test_no_function_has_more_than_ten_branches() -> None:
    assert [(function.where, function.branches) for function in FUNCTIONS if function.branches > 10] == []


def test_nineteen_of_twenty_functions_have_at_most_five_branches() -> None:
    assert percentile([function.branches for function in FUNCTIONS], 0.95) <= 5


def test_statements_stand_at_most_three_deep() -> None:
    assert [(function.where, function.depth) for function in FUNCTIONS if function.depth > 3] == []


def test_nineteen_of_twenty_functions_take_at_most_four_parameters() -> None:
    assert percentile([len(function.parameters) for function in FUNCTIONS], 0.95) <= 4


def test_only_commands_take_more_than_five_parameters() -> None:
    many = {function.where for function in FUNCTIONS if len(function.parameters) > 5}
    assert [where for where in many if not where.startswith(COMMANDS)] == []


def test_no_parameter_has_a_default_that_can_change() -> None:
    mutable = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    defaults = [(one.where, default) for one in FUNCTIONS for default in (*one.node.args.defaults, *one.node.args.kw_defaults)]
    assert [where for where, default in defaults if isinstance(default, mutable)] == []


def test_every_parameter_and_every_return_value_is_annotated() -> None:
    bare = [one.where for one in FUNCTIONS if one.node.returns is None or any(arg.annotation is None for arg in one.parameters)]
    assert bare == []


def test_no_module_has_more_than_350_lines_of_code() -> None:
    assert [(source.name, len(source.code)) for source in SOURCES if len(source.code) > 350] == []


def test_nineteen_of_twenty_modules_have_at_most_250_lines_of_code() -> None:
    assert percentile([len(source.code) for source in SOURCES], 0.95) <= 250


def test_no_module_offers_more_than_ten_names() -> None:
    assert [(source.name, len(source.public_names())) for source in SOURCES if len(source.public_names()) > 10] == []


def test_every_module_class_and_function_says_what_it_is_for() -> None:
    undocumented = [where for source in SOURCES for where, text in source.documented() if not text]
    assert undocumented == []


def test_a_package_holds_no_logic() -> None:
    packages = [source for source in SOURCES if source.name.endswith("__init__.py")]
    allowed = (ast.Expr, ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom)
    assert [source.name for source in packages if not all(isinstance(node, allowed) for node in source.tree.body)] == []


def test_no_module_is_named_after_nothing() -> None:
    names = [source.name.rpartition("/")[2].removesuffix(".py") for source in SOURCES]
    assert [name for name in names if MODULE_NAMES.search(name)] == []


def test_everything_is_caught_in_one_place_only() -> None:
    broad = [
        source.name
        for source in SOURCES
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    ]
    assert broad == ["cli/boundary.py"]


def test_nothing_prints() -> None:
    assert set(calling(PRINTING)) <= {"cli/output.py"}


def test_standard_output_is_used_in_one_module_and_by_the_version() -> None:
    used = {source.name for source in SOURCES if source.mentions("sys.stdout")}
    assert used == {"cli/output.py", "cli/app.py"}


def test_one_module_leaves_the_program() -> None:
    assert set(calling(EXITING)) == {"__main__.py"}


def test_nothing_asks_behind_the_back_of_the_asker() -> None:
    assert calling(ASKING) == {}


@pytest.mark.parametrize(("package", "homes"), HOMES.items())
def test_a_library_stays_in_its_layer(package: str, homes: tuple[str, ...]) -> None:
    users = {source.name for source in SOURCES if package in imported(source)}
    assert [name for name in users if not name.startswith(homes)] == []


def test_imports_are_absolute() -> None:
    relative = [
        source.name for source in SOURCES for node in ast.walk(source.tree) if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_nothing_is_global() -> None:
    kinds = (ast.Global, ast.Nonlocal)
    assert [source.name for source in SOURCES if any(isinstance(node, kinds) for node in ast.walk(source.tree))] == []


def test_the_core_knows_no_clock_file_environment_or_chance() -> None:
    outside = {"os", "sys", "pathlib", "io", "time", "datetime", "random", "secrets", "subprocess", "socket", "json", "logging"}
    assert [source.name for source in SOURCES if source.name.startswith("core/") and imported(source) & outside] == []


def test_nothing_reaches_for_the_network() -> None:
    network = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "httpx", "webbrowser"}
    assert [source.name for source in SOURCES if imported(source) & network] == []


def test_no_level_of_the_ladder_stands_in_the_code() -> None:
    ids = "|".join(sorted(map(re.escape, grid().levels), key=len, reverse=True))
    named = re.compile(rf"(?<![\w-])(?:{ids})(?![\w-])")
    found = [(source.name, line, text) for source in SOURCES for line, text in source.literals if named.search(text)]
    assert found == []


def test_no_name_of_a_level_stands_in_the_code() -> None:
    names = [name for level in library().words.ladder.levels for name in (level.name, level.short) if " " in name]
    found = [(s.name, line, text) for s in SOURCES for line, text in s.literals if any(name in text for name in names)]
    assert found == []


def test_no_question_or_advice_of_the_ladder_stands_in_the_code() -> None:
    parts = library().words.expectations.values()
    said = {text for part in parts for text in (part.question, part.label, part.action.do, part.action.cue)}
    found = [(source.name, line) for source in SOURCES for line, text in source.literals if text in said]
    assert found == []


def test_no_background_stands_in_the_code() -> None:
    names = {playbook.id for playbook in library().playbooks} - {"other"}
    found = [(source.name, line, text) for source in SOURCES for line, text in source.literals if text in names]
    assert found == []
