"""No command that writes is left out of the fault tests."""

from importlib import import_module

import pytest

from faults.deeds import DEEDS
from pmpath.cli.group import COMMANDS

pytestmark = pytest.mark.faults

LOOKING = {
    *("ladder", "evidence", "evidence list", "evidence search", "milestones", "case", "review", "review compare", "team"),
    *("history", "diff", "explain", "portfolio", "portfolio list", "portfolio kinds", "portfolio show", "interview"),
    *("interview list", "interview show", "interview log", "interview loop", "interview stories", "guide", "guide show"),
    *(
        "guide list",
        "guide offer",
        "guide fit",
        "guide hats",
        "check",
        "init",
        "schema",
        "mcp",
        "data",
        "data path",
        "completions",
        "help",
    ),
}
"""Commands that only show something, where no file is asked for with -o; an assistant saves by the ways of these deeds."""
SPOKEN = {"interview product-sense": "interview practice", "interview story": "interview story"}
"""Deeds that call a command by another word than its name."""


def commands() -> set[str]:
    """Return every command, and every command of a command."""
    found = set(COMMANDS)
    for name in COMMANDS:
        parts = getattr(import_module(f"pmpath.cli.{name}"), "SUBCOMMANDS", {})
        found |= {f"{name} {part}" for part in parts}
    return found


def test_every_command_either_is_a_deed_or_only_shows_something() -> None:
    spoken = {" ".join(deed.words[:length]) for deed in DEEDS for length in (1, 2)}
    tried = {SPOKEN.get(words, words) for words in spoken}
    assert sorted(commands() - tried - LOOKING) == []


def test_what_only_shows_something_is_a_command() -> None:
    assert sorted(LOOKING - commands()) == []
