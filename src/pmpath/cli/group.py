"""The command group: knows its commands by name and imports one when it runs."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup
from typer.main import get_command

from pmpath.cli.outcome import RAW_FORMATS, no_form
from pmpath.cli.output import screen_width
from pmpath.cli.sharing import refuse, shape, shared_options, version_option, wants_version
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typer._click import Command, Context, HelpFormatter
    from typer._click.shell_completion import CompletionItem

COMMANDS: Final = {
    "assess": "Say where you stand, what is missing for the next level, and what to do next.",
    "transition": "Show the way from another job into a first product role.",
    "ladder": "Show the ladder, one level, or two levels side by side.",
    "plan": "Lay out in weeks what is missing for the next level, and keep track of how it goes.",
    "evidence": "Keep what you did, with its result and who can confirm it; find it again.",
    "milestones": "Show what is met, claimed and open on the way out of a level.",
    "case": "Write the case for your promotion from what is shown, and name what is not.",
    "review": "Let someone who knows your work answer the same questions, and compare.",
    "team": "Show what several people show, what they need next, and who can teach whom.",
    "history": "Show all assessments that were kept, and how far each competency reached.",
    "diff": "Show what moved between two assessments, and whether evidence came with it.",
    "explain": "Explain one thing: what it asks, what counts, where it comes from, what it decided last time.",
    "portfolio": "Begin pieces that show how you work, and look at them for parts that are missing.",
    "interview": "Practice interview questions: your answer first, then the rubric.",
    "guide": "Show what is known about time, pay, the market and other questions, with sources and dates.",
    "check": "Say what each file is and everything that is wrong with it, with line and column.",
    "init": "Write the start of a ladder or playbook of your own, with comments that say how to go on.",
    "schema": "Print the JSON Schema of a document or a file, for editors and pipelines.",
    "mcp": "Let an assistant call pmpath over the Model Context Protocol, on this machine alone.",
    "data": "Show where answers are kept; check them, take them away, bring them in, erase them.",
    "completions": "Print the script that completes pmpath in bash, zsh or fish when you press Tab.",
    "help": "Show the help of a command, or a topic that holds for all of them.",
}
"""Command to its help in one line; each stands in the module of its name."""

HELP_WIDTH: Final = 80
_NARROW: Final = 60
_OPTION_COLUMN: Final = 30
_NARROW_COLUMN: Final = 8
"""Columns for the names of options; a name that takes more stands above its help."""
_HELP_OPTIONS: Final = ["-h", "--help"]


def context_settings() -> dict[str, object]:
    """Return the settings of every help page: both help options, and the width of the terminal."""
    return {"help_option_names": _HELP_OPTIONS, "terminal_width": min(screen_width(), HELP_WIDTH)}


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

    def shell_complete(self, ctx: "Context", incomplete: str) -> "list[CompletionItem]":
        """Offer the commands from the table, without loading them, or the options."""
        return super().shell_complete(ctx, incomplete) if incomplete.startswith("-") else _begun(incomplete, COMMANDS)

    def invoke(self, ctx: "Context") -> object:
        """Show the versions where they are asked for, and nothing else; run the command otherwise."""
        if not wants_version(ctx):
            return super().invoke(ctx)
        from pmpath.cli.overview import show_version

        refuse(ctx, "--version", "output")
        wanted = shape(ctx)
        if wanted.format not in RAW_FORMATS:
            raise no_form("version", wanted.format, RAW_FORMATS)
        return show_version(wanted)

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """List the options, then the commands."""
        _write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """List the commands with their one-line helps, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


class Single(TyperCommand):
    """A command whose help is readable on a narrow page."""

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """List the arguments and the options."""
        _write_options(self, ctx, formatter)


class Subcommands(TyperGroup):
    """A group whose commands stand in one module; its help says what each does in a whole sentence.

    A word that is none of its commands is the first argument of the command that the module calls `OTHERWISE`.
    """

    otherwise: str | None = None

    def resolve_command(self, ctx: "Context", args: list[str]) -> "tuple[str | None, Command | None, list[str]]":
        """Find the command; another word goes to the one that takes all others."""
        if self.otherwise is None or args[0] in self.commands or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        return self.otherwise, self.commands[self.otherwise], args

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Take the arguments; an option of the command that takes all others needs no word before it."""
        return super().parse_args(ctx, args if self.otherwise is None else self._named(args, self.otherwise))

    def _named(self, args: list[str], otherwise: str) -> list[str]:
        """Put the name of the command that takes all others before the first option that is only its own."""
        own = {name: one for one in self.params for name in one.opts}
        theirs = {name for one in self.commands[otherwise].params for name in one.opts} - own.keys()
        place = 0
        while place < len(args):
            name, equals, _ = args[place].partition("=")
            if name in theirs:
                return [*args[:place], otherwise, *args[place:]]
            if name not in own:
                return args
            place += 1 if equals or getattr(own[name], "is_flag", False) else 2
        return args

    def shell_complete(self, ctx: "Context", incomplete: str) -> "list[CompletionItem]":
        """Offer the options, or the commands and the words of the one that takes all others."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        found = _begun(incomplete, {name: _first_sentence(one) for name, one in self.commands.items()})
        if self.otherwise is None:
            return found
        words = next(one for one in self.commands[self.otherwise].params if isinstance(one, TyperArgument))
        return [*words.shell_complete(ctx, incomplete), *found]

    def format_options(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """List the options, then the commands."""
        _write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """List the commands with the first sentence of their help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _first_sentence(one)) for name, one in self.commands.items()])


def _first_sentence(command: "Command") -> str:
    """Return what a command does, in a sentence."""
    return (command.help or "").partition("\n")[0]


def _begun(incomplete: str, known: "Mapping[str, str]") -> "list[CompletionItem]":
    """Return the commands that begin so, with what they do."""
    from typer._click.shell_completion import CompletionItem

    return [CompletionItem(name, help=about) for name, about in known.items() if name.startswith(incomplete)]


def _write_options(command: "Command", ctx: "Context", formatter: "HelpFormatter") -> None:
    """List arguments and options, on a narrow page each above its help, so that no long name is cut."""
    column = _OPTION_COLUMN if formatter.width >= _NARROW else _NARROW_COLUMN
    for title, kind in (("Arguments", "argument"), ("Options", "option")):
        records = (param.get_help_record(ctx) for param in command.get_params(ctx) if param.param_type_name == kind)
        known = list(filter(None, records))
        if known:
            with formatter.section(title):
                formatter.write_dl(known, col_max=column)


def load_command(name: str) -> "Command":
    """Build the Typer command, or the group of commands, that stands in the module of its name."""
    module = import_module(f"pmpath.cli.{name}")
    several = getattr(module, "SUBCOMMANDS", None)
    app = typer.Typer(cls=Subcommands, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    for one in several or (name,):
        app.command(one, cls=Single, context_settings=context_settings())(
            getattr(module, one if several is None else several[one])
        )
    if several is not None:
        app.callback(invoke_without_command=getattr(module, "RUNS_ALONE", False))(getattr(module, name))
    command = get_command(app)
    if isinstance(command, Subcommands):
        command.otherwise = getattr(module, "OTHERWISE", None)
    return _with_shared_options(command)


def build() -> "Command":
    """Build the group with the greeting."""
    app = typer.Typer(
        cls=LazyGroup,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=context_settings(),
        invoke_without_command=True,
        subcommand_metavar="COMMAND [ARGS]...",
    )
    app.callback(invoke_without_command=True)(pmpath)
    command = get_command(app)
    command.params.insert(0, version_option())
    return _with_shared_options(command)


def help_text(name: str | None, width: int) -> str:
    """Return the help page of a command, or of pmpath itself, for so many columns."""
    if name is None:
        command, called = build(), "pmpath"
    else:
        command, called = load_command(name), f"pmpath {name}"
    return command.get_help(typer.Context(command, info_name=called, terminal_width=width, help_option_names=_HELP_OPTIONS))


def _with_shared_options(command: "Command") -> "Command":
    command.params[:0] = shared_options()
    for one in getattr(command, "commands", {}).values():
        _with_shared_options(one)
    return command


def pmpath(ctx: typer.Context) -> int:
    """Coach product managers and people on their way into product.

    \b
    Examples:
      pmpath assess                        about 14 questions, 4 minutes
      pmpath transition --from engineer    from another job into product

    \b
    More:
      pmpath                               where you stand and what is next
      pmpath help exit-codes               also: environment, formats, files

    Offline: nothing you answer leaves this machine.
    """
    if ctx.invoked_subcommand is None:
        from pmpath.cli.overview import show_status

        return show_status(shape(ctx))
    return 0
