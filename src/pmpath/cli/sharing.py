"""The options that every command takes, before or after its name: how the result looks, which day it is, where a bug is."""

import os
from typing import TYPE_CHECKING, Any, Final

from typer.core import TyperOption

from pmpath.cli import completion
from pmpath.cli.options import day, one_of
from pmpath.cli.outcome import Shape
from pmpath.cli.terminal import wants_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typer._click import Context, Parameter

COLORS: Final = ("auto", "always", "never")
_FLAGS: Final = {
    "json": "Write one JSON document and nothing else to standard output.",
    "plain": "One fact a line: no tables, no wrapping, ASCII only. [env: PMPATH_PLAIN]",
    "accessible": "Ask line by line and show plain text, for screen readers. [env: PMPATH_ACCESSIBLE, ACCESSIBLE]",
    "no-color": "The same as --color never.",
    "debug": "Show where a bug of pmpath happened. [env: PMPATH_DEBUG]",
}
_KEY: Final = "pmpath."


def shared_options() -> list[TyperOption]:
    """Return new options to add to a command; what they are given is kept for `shape`."""
    options = {name: TyperOption(param_decls=[f"--{name}"], help=text, **_flag()) for name, text in _FLAGS.items()}
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
    return [options["json"], color, options["no-color"], options["plain"], options["accessible"], today, options["debug"]]


def version_option() -> TyperOption:
    """Return the option of the program that asks for its versions, see `wants_version`."""
    return TyperOption(param_decls=["-V", "--version"], help="Show the versions of pmpath, its ladder and Python.", **_flag())


def wants_version(ctx: "Context") -> bool:
    """Say whether the versions are asked for."""
    return f"{_KEY}version" in ctx.meta


def shape(ctx: "Context") -> Shape:
    """Return how the result is wanted, from options and environment; `UsageError` for a choice that is none."""
    given = {name.removeprefix(_KEY): value for name, value in ctx.meta.items() if name.startswith(_KEY)}
    accessible = "accessible" in given or wants_lines(os.environ)
    return Shape(
        json="json" in given,
        color=_color(given),
        plain="plain" in given or accessible,
        accessible=accessible,
        today=_today(given),
    )


def _flag() -> dict[str, Any]:
    return {"is_flag": True, "default": False, "expose_value": False, "callback": _keep}


def _value() -> dict[str, Any]:
    return {"type": str, "default": None, "expose_value": False, "callback": _keep}


def _keep(ctx: "Context", param: "Parameter", value: str | bool | None) -> None:  # noqa: FBT001 - the framework calls it
    if value:
        ctx.meta[f"{_KEY}{param.name}"] = value


def _color(given: "Mapping[str, Any]") -> str:
    if "no_color" in given:
        return "never"
    name, value = ("--color", given["color"]) if "color" in given else ("PMPATH_COLOR", os.environ.get("PMPATH_COLOR"))
    return one_of(value or "auto", COLORS, name) or "auto"


def _today(given: "Mapping[str, Any]") -> str | None:
    name, value = ("--today", given["today"]) if "today" in given else ("PMPATH_TODAY", os.environ.get("PMPATH_TODAY"))
    return day(value or None, name)
