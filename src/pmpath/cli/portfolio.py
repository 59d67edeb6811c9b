"""pmpath portfolio: pieces that show how you work; begins them, looks at them, and says which part is missing."""

from typing import Annotated, Final

import typer

from pmpath.cli import piece_completion
from pmpath.cli.sharing import shape

SUBCOMMANDS: Final = {
    "list": "show_all",
    "kinds": "show_kinds",
    "show": "show",
    "new": "new",
    "review": "review",
    "mark": "mark",
}
"""Subcommand to the function that runs it."""
RUNS_ALONE: Final = True

Kind = Annotated[
    str,
    typer.Argument(metavar="KIND", help="A kind of piece: pmpath portfolio kinds.", autocompletion=piece_completion.kinds),
]


def portfolio(*, ctx: typer.Context) -> int:
    """Begin pieces that show how you work, and look at them for parts that are missing.

    \b
    Examples:
      pmpath portfolio new product-teardown portfolio
      pmpath portfolio kinds

    Without a command the pieces are listed. The files are yours: plain Markdown that opens without pmpath.
    """
    return show_all(ctx=ctx) if ctx.invoked_subcommand is None else 0


def show_all(*, ctx: typer.Context) -> int:
    """Show your pieces with how far they are and what is next, and the kinds that are not begun.

    \b
    Examples:
      pmpath portfolio list
      pmpath portfolio list --json
    """
    from pmpath.cli.outcome import emit
    from pmpath.cli.pieces import listing
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(listing(library, wanted), wanted, library)


def show_kinds(*, ctx: typer.Context) -> int:
    """Show the kinds of pieces: what each shows to a reader who hires, and how long it takes.

    \b
    Examples:
      pmpath portfolio kinds
      pmpath portfolio kinds --format csv
    """
    from pmpath.cli.outcome import emit
    from pmpath.cli.pieces import kinds
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(kinds(library, wanted), wanted, library)


def show(
    *,
    ctx: typer.Context,
    kind: Kind,
    example: Annotated[bool, typer.Option("--example", help="Only the filled-in example, as Markdown.")] = False,
) -> int:
    """Show a kind of piece: purpose, steps, checklist, template and a filled-in example.

    \b
    Examples:
      pmpath portfolio show product-teardown
      pmpath portfolio show case-study --example
    """
    from pmpath.cli.outcome import emit, hand_over_text, no_form
    from pmpath.cli.pieces import example_text
    from pmpath.cli.pieces import show as outcome_of
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    if not example or wanted.json:
        return emit(outcome_of(kind, library), wanted, library)
    if wanted.format not in ("text", "md"):
        raise no_form("an example", wanted.format, ("text", "json", "md"))
    hand_over_text(example_text(kind, library), wanted)
    return 0


def new(
    *,
    ctx: typer.Context,
    kind: Kind,
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The folder for the file; it is created where it is missing.")],
) -> int:
    """Create the file of a piece with its headings and questions, and keep that it is begun.

    \b
    Examples:
      pmpath portfolio new product-teardown portfolio
      pmpath portfolio new business-case .
    """
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.pieces import new as create
    from pmpath.content.library import find_library

    wanted = writable("portfolio", shape(ctx), "csv")
    library = find_library(wanted.own)
    return emit(create(kind, folder, library, wanted), wanted, library)


def review(
    *,
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The piece in Markdown; - reads standard input.")],
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="KIND", help="Its kind, where the file does not say it.", autocompletion=piece_completion.kinds
        ),
    ] = None,
    no_save: Annotated[bool, typer.Option("--no-save", help="Keep nothing of it.")] = False,
) -> int:
    """Look at a piece for parts, evidence, an option turned down and the basis of forecasts.

    \b
    Examples:
      pmpath portfolio review portfolio/product-teardown.md
      pmpath portfolio review portfolio/notes.md --kind case-study

    It names what is missing with its line and judges nothing. Findings are a result: the exit code is 0.
    """
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.pieces import review as look_at
    from pmpath.content.library import find_library

    wanted = writable("piece-review", shape(ctx), "csv")
    library = find_library(wanted.own)
    return emit(look_at(file, kind, library, None if no_save else wanted), wanted, library)


def mark(
    *,
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A piece, as pmpath portfolio lists it.")],
    word: Annotated[str, typer.Argument(metavar="MARK", help="done, or open to take it back.")],
) -> int:
    """Say that a piece is done, by your own word, or open again.

    \b
    Examples:
      pmpath portfolio mark portfolio/product-teardown.md done
      pmpath portfolio mark portfolio/product-teardown.md open
    """
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.pieces import mark as keep
    from pmpath.content.library import find_library

    wanted = writable("portfolio", shape(ctx), "csv")
    library = find_library(wanted.own)
    return emit(keep(file, word, library, wanted), wanted, library)
