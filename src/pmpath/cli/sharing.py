"""The options that every command takes, before or after its name: how the result looks, which day it is, where a bug is."""

import os
from typing import TYPE_CHECKING, Any, Final

from typer.core import TyperOption

from pmpath.cli import completion
from pmpath.cli.libraries import KEY
from pmpath.cli.options import day, one_of
from pmpath.cli.outcome import Shape
from pmpath.cli.terminal import wants_lines
from pmpath.errors import UsageError
from pmpath.model.own import Own

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typer._click import Context, Parameter

COLORS: Final = ("auto", "always", "never")
FORMATS: Final = ("text", "json", "md", "html", "svg", "csv", "ics")
SUFFIXES: Final = {
    ".txt": "text",
    ".json": "json",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
    ".csv": "csv",
    ".ics": "ics",
}
"""The end of a file's name to the format that it asks for."""
_FLAGS: Final = {
    "json": "The same as --format json: one JSON document and nothing else.",
    "force": "Replace FILE if it is there.",
    "plain": "One fact a line: no tables, no wrapping, ASCII only. [env: PMPATH_PLAIN]",
    "accessible": "Ask line by line and show plain text, for screen readers. [env: PMPATH_ACCESSIBLE, ACCESSIBLE]",
    "no-color": "The same as --color never.",
    "debug": "Show where a bug of pmpath happened. [env: PMPATH_DEBUG]",
}
_NAMING_FILES: Final = ("output", "ladder", "playbooks")
"""Options whose empty value is a mistake to be told, not an option left out."""


def shared_options() -> list[TyperOption]:
    """Return new options to add to a command; what they are given is kept for `shape`."""
    flags = {name: TyperOption(param_decls=[f"--{name}"], help=text, **_flag()) for name, text in _FLAGS.items()}
    color = TyperOption(
        param_decls=["--color"],
        metavar="WHEN",
        help="auto, always or never. [env: PMPATH_COLOR]",
        autocompletion=lambda _ctx, _args, incomplete: completion.colors(incomplete),
        **_value(),
    )
    today = TyperOption(
        param_decls=["--today"], metavar="DATE", help="Take this for the present day. [env: PMPATH_TODAY]", **_value()
    )
    written = [*_written_options(), flags["force"]]
    return [
        flags["json"],
        *written,
        *_own_options(),
        color,
        flags["no-color"],
        flags["plain"],
        flags["accessible"],
        today,
        flags["debug"],
    ]


def _written_options() -> list[TyperOption]:
    formats = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
    chosen = TyperOption(
        param_decls=["--format"],
        metavar="FORMAT",
        help=f"{formats}. Without it, FILE's suffix decides.",
        autocompletion=lambda _ctx, _args, incomplete: completion.formats(incomplete),
        **_value(),
    )
    output = TyperOption(
        param_decls=["-o", "--output"], metavar="FILE", help="Write the result there; - is standard output.", **_value()
    )
    return [chosen, output]


def _own_options() -> list[TyperOption]:
    ladder = TyperOption(
        param_decls=["--ladder"], metavar="FILE", help="Use this ladder, a YAML file. [env: PMPATH_LADDER]", **_value()
    )
    playbooks = TyperOption(
        param_decls=["--playbooks"],
        metavar="FILE",
        help="Use these playbooks for transition. [env: PMPATH_PLAYBOOKS]",
        **_value(),
    )
    return [ladder, playbooks]


def version_option() -> TyperOption:
    """Return the option of the program that asks for its versions, see `wants_version`."""
    return TyperOption(param_decls=["-V", "--version"], help="Show the versions of pmpath, its ladder and Python.", **_flag())


def wants_version(ctx: "Context") -> bool:
    """Say whether the versions are asked for."""
    return f"{KEY}version" in ctx.meta


def shape(ctx: "Context", *, raw: bool = False) -> Shape:
    """Return how the result is wanted, from options and environment; `UsageError` for a choice that is none.

    What is written `raw` may go into a file of any suffix. A file that is there already is refused here, before any work.
    """
    given = {name.removeprefix(KEY): value for name, value in ctx.meta.items() if name.startswith(KEY)}
    accessible = "accessible" in given or wants_lines(os.environ)
    return Shape(
        format=_format(given, raw=raw),
        color=_color(given),
        plain="plain" in given or accessible,
        accessible=accessible,
        today=_today(given),
        output=_output(given),
        force="force" in given,
        own=Own(*(_own_file(given, name) for name in Own._fields)),
    )


def refuse(ctx: "Context", what: str, *names: str) -> None:
    """Refuse options that say how a result is written, for what has one form only."""
    for name in names:
        if f"{KEY}{name}" in ctx.meta:
            raise UsageError(f"{what} takes no --{name}", hint="leave it out: it writes in one way only")


def _flag() -> dict[str, Any]:
    return {"is_flag": True, "default": False, "expose_value": False, "callback": _keep}


def _value() -> dict[str, Any]:
    return {"type": str, "default": None, "expose_value": False, "callback": _keep}


def _keep(ctx: "Context", param: "Parameter", value: str | bool | None) -> None:  # noqa: FBT001 - the framework calls it
    if value or (value is not None and param.name in _NAMING_FILES):
        ctx.meta[f"{KEY}{param.name}"] = value


def _format(given: "Mapping[str, Any]", *, raw: bool) -> str:
    """Return the format that is named, else the one of the file's suffix, else text."""
    named = one_of(given.get("format"), FORMATS, "--format")
    file = given.get("output", "")
    suffix = os.path.splitext(file)[1].lower()  # noqa: PTH122 - a name is looked at, no path is taken
    if "json" in given:
        others = {f"--format {named}": named, f"-o {file}": SUFFIXES.get(suffix)}
        for other, wanted in others.items():
            if wanted not in (None, "json"):
                raise UsageError(f"--json and {other} exclude each other", hint="use one of them")
        return "json"
    return named or _format_of(file, suffix, raw=raw)


def _format_of(file: str, suffix: str, *, raw: bool) -> str:
    """Return the format that a file's suffix asks for; what is written raw is that or JSON."""
    if raw:
        return "json" if suffix == ".json" else "text"
    if suffix and suffix not in SUFFIXES:
        raise UsageError(f"{file} says no format", hint=f"name one with --format: {', '.join(FORMATS)}")
    return SUFFIXES.get(suffix, "text")


def _output(given: "Mapping[str, Any]") -> str | None:
    """Return the file to write, None for standard output; refuse one that cannot be written."""
    file: str = given.get("output", "-")
    if file == "-":
        return None
    if not file or file.endswith(("/", os.sep)):
        raise UsageError(f'-o: "{file}" names no file', hint="name a file, or - for standard output")
    from pathlib import Path

    from pmpath.cli.writing import require_free

    require_free(Path(file), force="force" in given)
    return file


def _own_file(given: "Mapping[str, Any]", name: str) -> str | None:
    """Return the file that an option names, None for none; an empty name is none to open."""
    file: str | None = given.get(name)
    if file == "":
        raise UsageError(f"--{name} names no file", hint="name a YAML file")
    return file


def _color(given: "Mapping[str, Any]") -> str:
    if "no_color" in given:
        return "never"
    name, value = ("--color", given["color"]) if "color" in given else ("PMPATH_COLOR", os.environ.get("PMPATH_COLOR"))
    return one_of(value or "auto", COLORS, name) or "auto"


def _today(given: "Mapping[str, Any]") -> str | None:
    name, value = ("--today", given["today"]) if "today" in given else ("PMPATH_TODAY", os.environ.get("PMPATH_TODAY"))
    return day(value or None, name)
