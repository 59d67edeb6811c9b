"""pmpath plan: the actions of the shortest path in weeks, from the last assessment."""

from typing import Annotated

import typer

from pmpath.cli import completion, options
from pmpath.cli.sharing import shape


def plan(
    *,
    ctx: typer.Context,
    target: Annotated[
        str | None,
        typer.Option("--target", metavar="LEVEL", help="Plan toward this level.", autocompletion=completion.levels),
    ] = None,
    hours: Annotated[float | None, typer.Option("--hours", metavar="N", help="Hours a week; 4 unless said.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="DATE", help="Say whether it can be done by then.")] = None,
    start: Annotated[str | None, typer.Option("--start", metavar="DATE", help="Begin on this day, not today.")] = None,
    env: options.Environment = None,
) -> int:
    """Lay out in weeks what is missing for the next level, from your last assessment.

    \b
    Examples:
      pmpath plan --hours 4
      pmpath plan --by 2027-06-30            can it be done by then?

    Six tenths of the hours are planned; the rest goes to what comes between.
    """
    from pmpath.cli.outcome import emit
    from pmpath.cli.planning import Request, run
    from pmpath.cli.transitioning import hours_a_week
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library()
    request = Request(
        target=options.level_named(library, target, "--target"),
        hours=hours_a_week(hours),
        by=options.day(by, "--by"),
        start=options.day(start, "--start"),
        environment=options.one_of(env, options.ENVIRONMENTS, "--env"),
    )
    return emit(run(request, library, wanted), wanted, library)
