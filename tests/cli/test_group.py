"""A group whose other words go to one of its commands."""

from typing import TYPE_CHECKING

import pytest
import typer

from pmpath.cli.group import COMMANDS, Subcommands, load_command

if TYPE_CHECKING:
    from typer._click import Command

GROUPS = [name for name in COMMANDS if isinstance(load_command(name), Subcommands)]


def group(name: str) -> Subcommands:
    command = load_command(name)
    assert isinstance(command, Subcommands)
    return command


def resolved(name: str, *words: str) -> "tuple[str | None, Command | None, list[str]]":
    command = group(name)
    return command.resolve_command(typer.Context(command, info_name=name), list(words))


def test_a_word_that_is_no_command_is_the_first_argument_of_the_one_that_takes_it() -> None:
    name, command, rest = resolved("guide", "pay", "pm")
    assert (name, command, rest) == ("show", command, ["pay", "pm"])


def test_a_command_keeps_its_name_and_its_words() -> None:
    assert resolved("guide", "offer", "a.yaml")[::2] == ("offer", ["a.yaml"])


def test_an_option_is_nothing_to_take() -> None:
    with pytest.raises(Exception, match="nope"):
        resolved("guide", "--nope")


@pytest.mark.parametrize("name", [name for name in GROUPS if group(name).otherwise is None])
def test_a_group_without_such_a_command_takes_its_own_only(name: str) -> None:
    with pytest.raises(Exception, match="xyzzy"):
        resolved(name, "xyzzy")


@pytest.mark.parametrize("name", [name for name in GROUPS if group(name).otherwise is not None])
def test_the_command_that_takes_other_words_is_one_of_the_group(name: str) -> None:
    assert group(name).otherwise in group(name).commands
