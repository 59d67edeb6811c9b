"""The options of every command, before or after its name, the variables behind them, and what they refuse."""

import io
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from builders import ROOT, SetVariable
from cli.running import Home, Pmpath
from cli.test_exit_codes import broken_data
from pmpath.cli.app import main
from pmpath.cli.group import COMMANDS as NAMES

COMMANDS = [
    ("ladder",),
    ("ladder", "pm", "--vs", "senior-pm"),
    ("explain", "discovery.pm"),
    ("explain", "S-GL"),
    ("transition", "--from", "engineer"),
    ("assess", "--answer", "scope=pm"),
    ("assess", "--template"),
    ("help", "exit-codes"),
    ("help", "assess"),
]
OPTIONS = [
    ("--json",),
    ("--plain",),
    ("--accessible",),
    ("--debug",),
    ("--no-color",),
    ("--color", "always"),
    ("--color", "never"),
    ("--today", "2031-02-03"),
    ("--json", "--today", "2031-02-03"),
    ("--plain", "--color", "always"),
]
BAD = [
    (("--color", "sometimes"), '--color does not know "sometimes"'),
    (("--color", "alway"), '--color does not know "alway"'),
    (("--color", "Always"), '--color does not know "Always"'),
    (("--today", "tomorrow"), '--today does not know the day "tomorrow"'),
    (("--today", "2026-02-30"), '--today does not know the day "2026-02-30"'),
    (("--today", "02/03/2026"), '--today does not know the day "02/03/2026"'),
    (("--today", "2026-01-01T00:00"), '--today does not know the day "2026-01-01T00:00"'),
]
BAD_VARIABLES = [
    ("PMPATH_COLOR", "sometimes", 'PMPATH_COLOR does not know "sometimes"'),
    ("PMPATH_TODAY", "tomorrow", 'PMPATH_TODAY does not know the day "tomorrow"'),
    ("PMPATH_TODAY", "2026-13-01", 'PMPATH_TODAY does not know the day "2026-13-01"'),
]
ALWAYS, NEVER = ("--color", "always"), ("--color", "never")
LOWER: Mapping[str, Mapping[str, str]] = {
    "nothing": {},
    "terminal type": {"TERM": "dumb"},
    "clicolor": {"CLICOLOR": "0"},
    "force": {"FORCE_COLOR": "1"},
    "clicolor force": {"CLICOLOR_FORCE": "1"},
    "no color": {"NO_COLOR": "1"},
    "own always": {"PMPATH_COLOR": "always"},
    "own never": {"PMPATH_COLOR": "never"},
}
COLOR: list[tuple[tuple[str, ...], Mapping[str, str], bool, bool]] = [
    *[(ALWAYS, lower, False, True) for lower in LOWER.values()],
    *[(NEVER, lower, True, False) for lower in LOWER.values()],
    *[(("--no-color",), lower, True, False) for lower in LOWER.values()],
    (("--color", "auto"), {"PMPATH_COLOR": "always"}, False, False),
    (("--color", "auto"), {"PMPATH_COLOR": "never"}, True, True),
    ((), {"PMPATH_COLOR": "always", "NO_COLOR": "1", "TERM": "dumb"}, False, True),
    ((), {"PMPATH_COLOR": "never", "FORCE_COLOR": "1"}, True, False),
    ((), {"PMPATH_COLOR": "auto", "NO_COLOR": "1"}, True, False),
    ((), {"PMPATH_COLOR": "", "FORCE_COLOR": "1"}, False, True),
    ((), {"NO_COLOR": "1", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}, True, False),
    ((), {"FORCE_COLOR": "1", "CLICOLOR": "0", "TERM": "dumb"}, False, True),
    ((), {"CLICOLOR_FORCE": "1", "CLICOLOR": "0", "TERM": "dumb"}, False, True),
    ((), {"CLICOLOR": "0", "TERM": "xterm"}, True, False),
    ((), {"CLICOLOR": "1", "TERM": "dumb"}, True, False),
    ((), {"TERM": "xterm"}, True, True),
    ((), {"TERM": "xterm"}, False, False),
]
MEANT = [
    (("asess",), "assess"),
    (("explian", "pm"), "explain"),
    (("ladder", "--jsn"), "--json"),
    (("assess", "--targt", "pm"), "--target"),
    (("--colour", "always"), "--color"),
    (("assess", "--resum"), "--resume"),
    (("ladder", "senor-pm"), "senior-pm"),
    (("ladder", "pm", "--vs", "direktor"), "director"),
    (("assess", "--answer", "scope=pm", "--target", "grup-pm"), "group-pm"),
    (("assess", "--answer", "scope=pm", "--require", "snior-pm"), "senior-pm"),
    (("transition", "--from", "engineer", "--to", "product-manger"), "product-manager"),
    (("transition", "--from", "enginer"), "engineer"),
    (("transition", "--from", "desinger"), "designer"),
    (("transition", "--from", "engineer", "--env", "corprate"), "corporate"),
    (("assess", "--answer", "discovry.pm=not-yet"), "discovery"),
    (("assess", "--answer", "discovery.senor-pm=not-yet"), "senior-pm"),
    (("assess", "--answer", "discovery.pm=withhelp"), "with-help"),
    (("assess", "--answer", "scope=senor-pm"), "senior-pm"),
    (("explain", "strategy.vpp"), "strategy.vp"),
    (("help", "file"), "files"),
    (("ladder", "--color", "neverr"), "never"),
]


class Screen(io.TextIOWrapper):
    """Standard output that says whether it is a terminal, over bytes that can be looked at."""

    def __init__(self, *, terminal: bool) -> None:
        """Begin with nothing written."""
        self.bytes = io.BytesIO()
        self._terminal = terminal
        super().__init__(self.bytes, encoding="utf-8", write_through=True)

    def isatty(self) -> bool:
        """Say what was said at the beginning."""
        return self._terminal


@pytest.mark.parametrize("options", OPTIONS, ids=" ".join)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_option_stands_before_or_after_the_name_of_a_command(
    pmpath: Pmpath, command: tuple[str, ...], options: tuple[str, ...]
) -> None:
    after = pmpath(*command, *options)
    assert (after.code, after.err) == (0, "")
    assert pmpath(*options, *command) == after
    assert pmpath(command[0], *options, *command[1:]) == after


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_options_before_and_after_add_up(pmpath: Pmpath, command: tuple[str, ...]) -> None:
    both = pmpath(*command, "--plain", "--color", "always")
    assert pmpath("--plain", *command, "--color", "always") == both
    assert pmpath("--color", "always", *command, "--plain") == both


def test_the_option_after_the_name_stands_over_the_one_before(pmpath: Pmpath) -> None:
    assert "\x1b" not in pmpath("--color", "always", "ladder", "--color", "never").out
    assert "\x1b" in pmpath("--color", "never", "ladder", "--color", "always").out


def test_no_color_stands_over_a_color(pmpath: Pmpath) -> None:
    assert "\x1b" not in pmpath("--no-color", "ladder", "--color", "always").out


@pytest.mark.parametrize("options", OPTIONS, ids=" ".join)
def test_an_option_works_without_a_command(pmpath: Pmpath, home: Home, options: tuple[str, ...]) -> None:
    home.assessed({"scope": "pm"})
    ran = pmpath(*options)
    assert (ran.code, ran.err, bool(ran.out)) == (0, "", True)


@pytest.mark.parametrize("options", OPTIONS, ids=" ".join)
def test_an_option_works_with_the_version(pmpath: Pmpath, options: tuple[str, ...]) -> None:
    ran = pmpath("--version", *options)
    assert (ran.code, ran.err) == (0, "")
    assert ran == pmpath(*options, "--version")


@pytest.mark.parametrize("options", [(), ("--json",)], ids=["text", "json"])
def test_the_version_before_a_command_is_all_that_is_shown(pmpath: Pmpath, options: tuple[str, ...]) -> None:
    assert pmpath("--version", *options, "ladder") == pmpath("--version", *options)


@pytest.mark.parametrize("case", COLOR, ids=str)
def test_color_is_decided_by_option_then_variables_then_terminal(
    monkeypatch: pytest.MonkeyPatch, setting: SetVariable, case: tuple[tuple[str, ...], Mapping[str, str], bool, bool]
) -> None:
    options, settings, is_terminal, colored = case
    screen = Screen(terminal=is_terminal)
    setting("TERM", "xterm")
    for name, value in settings.items():
        setting(name, value)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", screen)
        assert main(["ladder", *options]) == 0
    assert (b"\x1b" in screen.bytes.getvalue()) is colored


def test_plain_lines_may_have_color(pmpath: Pmpath) -> None:
    colored = pmpath("ladder", "--plain", "--color", "always").out
    assert "\x1b[" in colored


@pytest.mark.parametrize("name", ["PMPATH_PLAIN", "PMPATH_ACCESSIBLE", "ACCESSIBLE"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_variable_asks_for_plain_lines_as_the_option_does(
    pmpath: Pmpath, setting: SetVariable, command: tuple[str, ...], name: str
) -> None:
    plain = pmpath(*command, "--plain")
    setting(name, "1")
    assert pmpath(*command) == plain


@pytest.mark.parametrize("value", ["", "0"])
@pytest.mark.parametrize("name", ["PMPATH_PLAIN", "PMPATH_ACCESSIBLE", "ACCESSIBLE"])
def test_a_plain_switch_of_nothing_or_0_is_off(pmpath: Pmpath, setting: SetVariable, name: str, value: str) -> None:
    laid_out = pmpath("ladder")
    setting(name, value)
    assert pmpath("ladder") == laid_out


@pytest.mark.parametrize("value", ["", "0"])
def test_a_debug_switch_of_nothing_or_0_is_off(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, setting: SetVariable, tmp_path: Path, value: str
) -> None:
    broken_data(tmp_path, monkeypatch)
    setting("PMPATH_DEBUG", value)
    assert "Traceback" not in pmpath("ladder").err


@pytest.mark.parametrize(("value", "is_kept"), [("", True), ("0", True), ("1", False)])
def test_a_switch_against_the_cache_is_off_at_nothing_or_0(
    pmpath: Pmpath, setting: SetVariable, home: Home, value: str, *, is_kept: bool
) -> None:
    setting("PMPATH_DATA_DIR", str(ROOT / "data"))
    setting("PMPATH_NO_CACHE", value)
    assert pmpath("ladder").code == 0
    assert (home.folder / "cache").exists() is is_kept


@pytest.mark.parametrize("name", ["PMPATH_COLOR", "PMPATH_TODAY", "PMPATH_WIDTH", "PMPATH_HOME", "PMPATH_DATA_DIR"])
def test_an_empty_variable_is_none(pmpath: Pmpath, setting: SetVariable, name: str) -> None:
    setting("XDG_DATA_HOME", "/nonexistent")
    usual = pmpath("ladder")
    setting(name, "")
    assert pmpath("ladder") == usual


@pytest.mark.parametrize(("options", "message"), BAD)
@pytest.mark.parametrize("command", [*COMMANDS, ()], ids=" ".join)
def test_a_bad_choice_is_named_with_its_option(
    pmpath: Pmpath, command: tuple[str, ...], options: tuple[str, ...], message: str
) -> None:
    for argv in ((*command, *options), (*options, *command)):
        ran = pmpath(*argv)
        assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", f"pmpath: {message}")


@pytest.mark.parametrize("variable", BAD_VARIABLES, ids=str)
@pytest.mark.parametrize("command", [*COMMANDS, ()], ids=" ".join)
def test_a_bad_variable_is_named(
    pmpath: Pmpath, setting: SetVariable, command: tuple[str, ...], variable: tuple[str, str, str]
) -> None:
    name, value, message = variable
    setting(name, value)
    ran = pmpath(*command)
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", f"pmpath: {message}")


@pytest.mark.parametrize(("name", "value", "message"), BAD_VARIABLES)
def test_a_bad_variable_is_an_error_of_the_contract(
    pmpath: Pmpath, setting: SetVariable, name: str, value: str, message: str
) -> None:
    setting(name, value)
    error = pmpath("ladder", "--json").error
    assert (error["code"], error["message"]) == ("usage", message)


def test_an_option_stands_over_a_bad_variable(pmpath: Pmpath, setting: SetVariable) -> None:
    usual = pmpath("ladder")
    setting("PMPATH_COLOR", "sometimes")
    setting("PMPATH_TODAY", "tomorrow")
    assert pmpath("ladder", "--color", "auto", "--today", "2026-01-01") == usual
    assert pmpath("ladder", "--no-color", "--today", "2026-01-01") == usual


def test_the_option_for_the_day_stands_over_the_variable(pmpath: Pmpath, setting: SetVariable, home: Home) -> None:
    home.assessed({"scope": "pm"}, "2026-01-05")
    setting("PMPATH_TODAY", "2026-01-07")
    assert ", yesterday." in pmpath("--today", "2026-01-06").out


@pytest.mark.parametrize("bracket", ["[env: PMPATH_COLOR]", "[env: PMPATH_TODAY]", "[OPTIONS]"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("settings", [{}, {"FORCE_COLOR": "1"}, {"PMPATH_WIDTH": "40"}], ids=str)
def test_the_brackets_of_a_help_survive(
    pmpath: Pmpath, setting: SetVariable, *, name: str, bracket: str, settings: dict[str, str]
) -> None:
    for variable, value in settings.items():
        setting(variable, value)
    assert bracket in " ".join(pmpath(name, "--help").out.split())


@pytest.mark.parametrize(("argv", "meant"), MEANT, ids=lambda one: " ".join(one) if isinstance(one, tuple) else one)
def test_a_slip_of_the_hand_gets_the_word_that_was_meant(pmpath: Pmpath, argv: tuple[str, ...], meant: str) -> None:
    ran = pmpath(*argv)
    assert ran[:2] == (2, "")
    assert meant in ran.err.replace(argv[-1], "", 1).split("\n  see ")[0]


@pytest.mark.parametrize("name", NAMES)
def test_debug_changes_no_result(pmpath: Pmpath, name: str) -> None:
    argv = {"explain": ("explain", "pm"), "assess": ("assess", "--answer", "scope=pm"), "mcp": ("mcp", "--json")}.get(
        name, (name,)
    )
    assert pmpath(*argv, "--debug") == pmpath(*argv)
