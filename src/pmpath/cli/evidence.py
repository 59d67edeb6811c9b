"""pmpath evidence: what was done, with its result and who can confirm it, and which expectations it shows."""

from typing import Annotated, Final

import typer

from pmpath.cli import completion, lines
from pmpath.cli.sharing import shape

SUBCOMMANDS: Final = {"add": "add", "list": "show_all", "search": "search", "edit": "edit", "rm": "remove"}
"""Subcommand to the function that runs it."""
RUNS_ALONE: Final = True

Number = Annotated[int, typer.Argument(metavar="N", help="Its number in pmpath evidence list.", min=1)]
Shows = Annotated[
    list[str] | None,
    typer.Option(
        "--shows", metavar="ID", help="An expectation or milestone that it shows. Repeat it.", autocompletion=completion.shown
    ),
]


def evidence(*, ctx: typer.Context) -> int:
    """Keep what you did, with its result and who can confirm it; find it again.

    \b
    Examples:
      pmpath evidence add "Ran six interviews on churn" --shows discovery.pm
      pmpath evidence list

    Without a command all of it is listed.
    """
    return show_all(ctx=ctx) if ctx.invoked_subcommand is None else 0


def add(
    *,
    ctx: typer.Context,
    what: Annotated[str | None, typer.Argument(metavar="[WHAT]", help="What you did; asked for where it is left out.")] = None,
    shows: Shows = None,
    result: lines.Result = None,
    who: lines.Who = None,
    date: lines.When = None,
    link: lines.Link = None,
) -> int:
    """Keep a piece of evidence; it is on the disk when pmpath says Saved.

    \b
    Examples:
      pmpath evidence add "Ran six interviews on churn" --shows discovery.pm
      pmpath evidence add "Cut churn" --result "4 to 3 percent" --who "head of support"
    """
    from pmpath.cli.exhibits import add as keep
    from pmpath.cli.outcome import emit, writable
    from pmpath.content.library import find_library

    wanted = writable("evidence", shape(ctx))
    library = find_library(wanted.own)
    given = lines.given_lines({"what": what, "result": result, "who": who, "date": date, "link": link})
    return emit(keep(given, shows or [], library, wanted), wanted, library)


def show_all(
    *,
    ctx: typer.Context,
    shows: Annotated[
        str | None,
        typer.Option("--shows", metavar="ID", help="Only what shows this.", autocompletion=completion.shown),
    ] = None,
) -> int:
    """Show all evidence that is kept, and how good it is.

    \b
    Examples:
      pmpath evidence list
      pmpath evidence list --shows discovery.pm
    """
    from pmpath.cli.exhibits import listing
    from pmpath.cli.outcome import emit
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(listing(shows, library, wanted), wanted, library)


def search(
    *,
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words that all have to be in it.")],
) -> int:
    """Find evidence by its words.

    \b
    Examples:
      pmpath evidence search churn
      pmpath evidence search interviews support --json
    """
    from pmpath.cli.exhibits import found
    from pmpath.cli.outcome import emit
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(found(words, library, wanted), wanted, library)


def edit(
    *,
    ctx: typer.Context,
    number: Number,
    what: Annotated[str | None, typer.Option("--what", metavar="TEXT", help="What you did.")] = None,
    shows: Shows = None,
    result: lines.Result = None,
    who: lines.Who = None,
    date: lines.When = None,
    link: lines.Link = None,
) -> int:
    """Change a piece of evidence; an empty text clears a line.

    \b
    Examples:
      pmpath evidence edit 1 --result "churn from 4 to 3 percent"
      pmpath evidence edit 1 --shows discovery.pm --shows data.pm

    What it read before stays in the journal.
    """
    from pmpath.cli.exhibits import edit as keep
    from pmpath.cli.outcome import emit, writable
    from pmpath.content.library import find_library

    wanted = writable("evidence", shape(ctx))
    library = find_library(wanted.own)
    given = lines.given_lines({"what": what, "result": result, "who": who, "date": date, "link": link})
    return emit(keep(number, given, shows, library, wanted), wanted, library)


def remove(*, ctx: typer.Context, number: Number) -> int:
    """Let a piece of evidence count no longer.

    \b
    Examples:
      pmpath evidence rm 1
      pmpath evidence rm 2 --json

    It stays in the journal, which only pmpath data forget erases.
    """
    from pmpath.cli.exhibits import remove as keep
    from pmpath.cli.outcome import emit, writable
    from pmpath.content.library import find_library

    wanted = writable("evidence", shape(ctx))
    library = find_library(wanted.own)
    return emit(keep(number, wanted), wanted, library)
