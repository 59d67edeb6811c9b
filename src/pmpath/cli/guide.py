"""pmpath guide: sourced pages about what people ask; the worksheet for an offer, the questions of fit, the hats."""

from typing import Annotated, Final

import typer

from pmpath.cli import completion, guide_completion
from pmpath.cli.sharing import shape

SUBCOMMANDS: Final = {"list": "show_all", "show": "show", "offer": "offer", "fit": "fit", "hats": "hats"}
"""Subcommand to the function that runs it."""
RUNS_ALONE: Final = True
OTHERWISE: Final = "show"
"""The subcommand that takes a topic, with or without its own name before it."""

_Years = Annotated[float | None, typer.Option("--years", metavar="N", help="Your years in product, for the guide about time.")]
_YearsInRole = Annotated[
    float | None, typer.Option("--in-role", metavar="N", help="Your years in your present role, for the guide about time.")
]


def guide(*, ctx: typer.Context) -> int:
    """Show what is known about time, pay, the market and other questions, with sources and dates.

    \b
    Examples:
      pmpath guide time --years 4    time to each level, and where yours lie
      pmpath guide pay senior-pm     what is known of the pay at one level

    Without a command the topics are listed; pmpath guide TOPIC shows one. Nothing is looked up: it all works offline.
    """
    return show_all(ctx=ctx) if ctx.invoked_subcommand is None else 0


def show_all(*, ctx: typer.Context) -> int:
    """List the topics with the question that each answers.

    \b
    Examples:
      pmpath guide
      pmpath guide list --json
    """
    from pmpath.cli.guides import listing
    from pmpath.cli.outcome import emit
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(listing(library), wanted, library)


def show(
    *,
    ctx: typer.Context,
    topic: Annotated[
        str, typer.Argument(metavar="TOPIC", help="A topic: pmpath guide.", autocompletion=guide_completion.topics)
    ],
    level: Annotated[
        str | None,
        typer.Argument(metavar="[LEVEL]", help="Only this level: time and pay.", autocompletion=completion.levels),
    ] = None,
    at_level: Annotated[
        str | None,
        typer.Option("--level", metavar="LEVEL", help="The same as LEVEL.", autocompletion=completion.levels),
    ] = None,
    years: _Years = None,
    in_role: _YearsInRole = None,
) -> int:
    """Show one topic; pmpath guide TOPIC does the same.

    \b
    Examples:
      pmpath guide time senior-pm --years 4
      pmpath guide market
    """
    from pmpath.cli.guides import Asked
    from pmpath.cli.guides import show as outcome_of
    from pmpath.cli.outcome import emit
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    asked = Asked(topic, (level, at_level), years, in_role)
    return emit(outcome_of(asked, library, wanted), wanted, library)


def offer(
    *,
    ctx: typer.Context,
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="The worksheet, YAML or JSON; - reads standard input.")
    ] = None,
    part: Annotated[
        list[str] | None,
        typer.Option(
            "--part",
            metavar="PART=AMOUNT",
            help="One part, or one thing about it: base=120000, equity.years=4. Repeat it.",
            autocompletion=guide_completion.parts,
        ),
    ] = None,
    currency: Annotated[str | None, typer.Option("--currency", metavar="CODE", help="Such as USD or EUR.")] = None,
    template: Annotated[bool, typer.Option("--template", help="Write a worksheet to fill in.")] = False,
) -> int:
    """Add up an offer: cash of the first and of a usual year, what may be worth nothing apart, and what to ask.

    \b
    Examples:
      pmpath guide offer --template > offer.yaml
      pmpath guide offer --part base=120000 --part equity=40000

    Equity is never added to cash. Nothing of it is kept.
    """
    from pmpath.cli.offering import SaidHere, run, template_text
    from pmpath.cli.outcome import RAW_FORMATS, emit, hand_over_text, no_form
    from pmpath.content.library import find_library

    wanted = shape(ctx, raw=template)
    library = find_library(wanted.own)
    if template and wanted.format not in RAW_FORMATS:
        raise no_form("template", wanted.format, RAW_FORMATS)
    if template and not wanted.json:
        hand_over_text(template_text(library), wanted)
        return 0
    said = SaidHere(file, tuple(part or ()), currency)
    return emit(run(said, library), wanted, library)


def fit(
    *,
    ctx: typer.Context,
    answer: Annotated[
        list[str] | None,
        typer.Option(
            "--answer", metavar="ID=CHOICE", help="One answer. Repeat it.", autocompletion=guide_completion.fit_answers
        ),
    ] = None,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="FILE", help="Answers, YAML or JSON; - reads standard input.")
    ] = None,
) -> int:
    """Ask what suits you, and give the reasons for and against a startup and a large company.

    \b
    Examples:
      pmpath guide fit
      pmpath guide fit --json

    Reasons, not a score. Without a terminal and without answers the questions are shown. Nothing of it is kept.
    """
    from pmpath.cli.fitting import run_fit
    from pmpath.cli.outcome import emit, writable
    from pmpath.content.library import find_library

    wanted = writable("fit", shape(ctx), "csv")
    library = find_library(wanted.own)
    return emit(run_fit(answers, tuple(answer or ()), library, wanted), wanted, library)


def hats(
    *,
    ctx: typer.Context,
    worn: Annotated[
        list[str] | None,
        typer.Option("--worn", metavar="ID", help="A hat or stage you had. Repeat it.", autocompletion=guide_completion.hats),
    ] = None,
) -> int:
    """Show which hats of a product person you wore, which stages of a product's life you saw, and how to get the others.

    \b
    Examples:
      pmpath guide hats
      pmpath guide hats --worn analyst --json

    What your last assessment shows counts, and is marked as inferred. Nothing of it is kept.
    """
    from pmpath.cli.fitting import run_hats
    from pmpath.cli.outcome import emit, writable
    from pmpath.content.library import find_library

    wanted = writable("hats", shape(ctx), "csv")
    library = find_library(wanted.own)
    return emit(run_hats(tuple(worn or ()), library, wanted), wanted, library)
