"""The command group: knows its commands by name and imports one when it runs."""

import os
from importlib import import_module
from typing import TYPE_CHECKING, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

from pmpath.cli.terminal import page_width
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

COMMANDS: Final = {
    "assess": "Say where you stand, what is missing for the next level, and what to do next.",
    "transition": "Show the way from another job into a first product role.",
    "ladder": "Show the ladder, one level, or two levels side by side.",
}
"""Command to its help in one line; each stands in the module of its name."""

HELP_WIDTH: Final = 80


def context_settings() -> dict[str, object]:
    """Return the settings of every help page: both help options, and the width of the terminal."""
    return {"help_option_names": ["-h", "--help"], "terminal_width": min(page_width(os.environ), HELP_WIDTH)}


class LazyGroup(TyperGroup):
    """Lists commands from a table; loads a command's module only to run it or to show its help."""

    def list_commands(self, ctx: "Context") -> list[str]:
        """Return the command names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":
        """Import and return one command; None where there is none of that name."""
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: "Context", args: list[str]) -> "tuple[str | None, Command | None, list[str]]":
        """Find the command, or say which one was perhaps meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            hint = did_you_mean(name, COMMANDS) or f"commands: {', '.join(COMMANDS)}"
            ctx.fail(f"no such command: {name}; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """List the commands with their one-line helps, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def load_command(name: str) -> "Command":
    """Build the Typer command that stands in the module of its name."""
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    app.command(name, context_settings=context_settings())(getattr(import_module(f"pmpath.cli.{name}"), name))
    return get_command(app)


def build() -> "Command":
    """Build the group with completion and the greeting."""
    app = typer.Typer(
        cls=LazyGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=context_settings(),
        invoke_without_command=True,
        subcommand_metavar="COMMAND [ARGS]...",
    )
    app.callback(invoke_without_command=True)(greet)
    return get_command(app)


def greet(
    ctx: typer.Context,
    *,
    version: bool = typer.Option(False, "-V", "--version", help="Show the version and leave."),
    debug: bool = typer.Option(False, "--debug", help="Show where a bug of pmpath happened."),
) -> int:
    """Coach product managers and people on their way into product.

    \b
    Examples:
      pmpath assess                        about 14 questions, 4 minutes
      pmpath transition --from engineer    from another job into product

    Offline: nothing you answer leaves this machine.
    """
    if ctx.invoked_subcommand is None:
        from pmpath.cli.output import show_page
        from pmpath.render.greeting import greeting_page

        show_page(greeting_page(), "auto")
    return 0
