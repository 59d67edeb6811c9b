"""pmpath milestones: what is met, claimed and open on the way out of a level."""

from typing import Annotated, Final

import typer

from pmpath.cli import completion, options
from pmpath.cli.sharing import shape
from pmpath.errors import UsageError

SUBCOMMANDS: Final = {"mark": "mark"}
"""Subcommand to the function that runs it."""
RUNS_ALONE: Final = True


def milestones(
    *,
    ctx: typer.Context,
    level: Annotated[
        str | None,
        typer.Option("--for", metavar="LEVEL", help="The level to leave; yours unless said.", autocompletion=completion.levels),
    ] = None,
    thresholds: Annotated[
        str | None,
        typer.Option("--thresholds", metavar="FILE", help="Your own figures; milestones.yaml beside the journal unless said."),
    ] = None,
) -> int:
    """Show what is met, claimed and open on the way out of a level.

    \b
    Examples:
      pmpath milestones --for pm
      pmpath milestones mark changes-end-to-end 2

    A milestone is met when its figure is reached and evidence shows it; without evidence it is claimed.
    """
    from pmpath.cli.outcome import emit
    from pmpath.cli.progressing import checklist
    from pmpath.content.library import find_library

    if ctx.invoked_subcommand is not None:
        if level is not None or thresholds is not None:
            raise UsageError(
                f"options of pmpath milestones do not go with {ctx.invoked_subcommand}", hint="give one command at a time"
            )
        return 0
    wanted = shape(ctx)
    library = find_library(wanted.own)
    outcome = checklist(options.level_named(library, level, "--for"), thresholds, library, wanted)
    return emit(outcome, wanted, library)


def mark(
    *,
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help="The milestone.", autocompletion=completion.shown)],
    count: Annotated[
        float | None, typer.Argument(metavar="[COUNT]", help="How far you are; reached unless said, 0 takes it back.", min=0)
    ] = None,
    evidence: Annotated[
        list[int] | None,
        typer.Option("--evidence", metavar="N", help="Number of the evidence that shows it. Repeat it."),
    ] = None,
) -> int:
    """Say how far you are with a milestone, and what shows it.

    \b
    Examples:
      pmpath milestones mark interviews-changed-backlog 3
      pmpath milestones mark changes-end-to-end
    """
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.progressing import mark as keep
    from pmpath.content.library import find_library

    wanted = writable("milestones", shape(ctx), "csv")
    library = find_library(wanted.own)
    return emit(keep(name, count, evidence or [], library, wanted), wanted, library)
