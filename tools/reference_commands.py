"""The page of all commands: what each is for, its arguments and options with their defaults, its examples."""

from itertools import chain
from textwrap import dedent
from typing import TYPE_CHECKING, Final

import typer
from typer.core import TyperArgument, TyperOption

from pmpath.cli.group import COMMANDS, build, load_command
from reference_tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from typer._click import Command

NOTHING: Final = "none"
"""What stands for the default of an option that has none."""
INTRODUCTION: Final = """\
# Commands

`pmpath COMMAND --help` shows the same for one command. Every command also takes the
[options of all commands](#options-of-all-commands), before or after its name. What they end with:
[exit codes](exit-codes.md)."""


def called(name: str, command: "Command") -> str:
    """Return the line that says how a command is called."""
    words = [one.make_metavar(typer.Context(command)) for one in command.params if isinstance(one, TyperArgument)]
    if getattr(command, "commands", None):
        words.append("[COMMAND]" if getattr(command, "invoke_without_command", False) else "COMMAND")
    return " ".join(["pmpath", name, "[OPTIONS]", *words])


def every_command() -> "Iterator[tuple[str, Command]]":
    """Yield each command and each command of a command, by what is typed."""
    for name in COMMANDS:
        command = load_command(name)
        yield name, command
        yield from ((f"{name} {word}", one) for word, one in getattr(command, "commands", {}).items())


def own_options(command: "Command") -> list[TyperOption]:
    """Return the options that are a command's own."""
    return [one for one in command.params if isinstance(one, TyperOption) and one.expose_value]


def shared_options() -> list[TyperOption]:
    """Return the options that every command takes, and those of pmpath alone behind them."""
    return [one for one in build().params if isinstance(one, TyperOption)]


def commands_page() -> str:
    """Write the page."""
    parts = [INTRODUCTION, _contents(), "## pmpath", "Shows where you stand and what is next, by what is kept."]
    parts.extend(chain.from_iterable(_section(name, command) for name, command in every_command()))
    parts.extend(
        (
            "## Options of all commands",
            "The last three are options of `pmpath` alone.",
            _options(shared_options()),
            "`-h` and `--help` show the help of any command.",
        )
    )
    return "\n\n".join(parts)


def _contents() -> str:
    return table(("command", "what it does"), [(f"[`{name}`](#pmpath-{name})", text) for name, text in COMMANDS.items()])


def _section(name: str, command: "Command") -> "Iterator[str]":
    """Yield the parts of one command's section; commands of a command stand one heading lower."""
    yield f"{'###' if ' ' in name else '##'} pmpath {name}"
    yield from _told(command.help or "", before_examples=True)
    yield f"```text\n{called(name, command)}\n```"
    below = [f"[`{word}`](#pmpath-{name}-{word})" for word in getattr(command, "commands", {})]
    if below:
        yield f"Its commands: {', '.join(below)}."
    arguments = [one for one in command.params if isinstance(one, TyperArgument)]
    if arguments:
        yield table(("argument", "what it is"), [(f"`{_metavar(one)}`", one.help or "") for one in arguments])
    options = own_options(command)
    if options:
        yield _options(options)
    yield from _told(command.help or "", before_examples=False)


def _metavar(one: TyperArgument) -> str:
    return one.make_metavar(typer.Context(typer.core.TyperCommand("pmpath")))


def _options(options: "Sequence[TyperOption]") -> str:
    return table(("option", "default", "what it does"), [(_names(one), _default(one), one.help or "") for one in options])


def _names(option: TyperOption) -> str:
    """Return an option as it is typed: its names, what it takes, whether it may be repeated."""
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    value = "" if option.is_flag else f" `{option.metavar}`"
    return f"{names}{value}{', repeatable' if option.multiple else ''}"


def _default(option: TyperOption) -> str:
    """Return what an option is where nobody says it."""
    if option.is_flag:
        return NOTHING if option.secondary_opts else "off"
    return NOTHING if option.default is None else f"`{option.default}`"


def _told(text: str, *, before_examples: bool) -> "Iterator[str]":
    """Yield the paragraphs of a help before its examples, or the examples and what follows, the examples as a block."""
    paragraphs = [part.strip("\n") for part in text.replace("\b", "").split("\n\n")]
    at = next(place for place, part in enumerate(paragraphs) if part.lstrip().startswith("Examples:"))
    if before_examples:
        yield from paragraphs[:at]
        return
    examples = dedent(paragraphs[at].partition("\n")[2])
    yield f"```text\n{examples}\n```"
    yield from (" ".join(part.split()) for part in paragraphs[at + 1 :])
