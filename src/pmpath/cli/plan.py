"""pmpath plan: the actions of the shortest path in weeks, and how they go."""

from typing import Annotated, Final

import typer

from pmpath.cli import completion, lines, options
from pmpath.cli.sharing import shape
from pmpath.errors import UsageError

SUBCOMMANDS: Final = {"checkin": "checkin", "done": "done", "blocked": "blocked", "open": "reopen", "note": "note"}
"""Subcommand to the function that runs it."""
RUNS_ALONE: Final = True

Action = Annotated[
    str,
    typer.Argument(metavar="ID", help="The action, by its id or its competency.", autocompletion=completion.actions),
]


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
    deep_tech: options.DeepTech = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Make a new plan; take over nothing of the one before.")] = False,
    no_save: Annotated[bool, typer.Option("--no-save", help="Only show it; keep nothing.")] = False,
) -> int:
    """Lay out in weeks what is missing for the next level, and keep track of how it goes.

    \b
    Examples:
      pmpath plan --hours 4
      pmpath plan --by 2027-06-30            can it be done by then?

    Six tenths of the hours are planned; the rest goes to what comes between. The plan is made from your last assessment
    and kept; without options the one that is kept is shown, as it stands today.
    """
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.planning import Request, run
    from pmpath.cli.transitioning import hours_a_week
    from pmpath.content.library import find_library

    wanted = writable("plan", shape(ctx), "csv", "ics")
    library = find_library(wanted.own)
    request = Request(
        target=options.level_named(library, target, "--target"),
        hours=hours_a_week(hours),
        by=options.day(by, "--by"),
        start=options.day(start, "--start"),
        setting=options.setting(env, deep_tech=deep_tech),
        fresh=fresh,
        no_save=no_save,
    )
    if ctx.invoked_subcommand is None:
        return emit(run(request, library, wanted), wanted, library)
    if request != Request():
        raise UsageError(f"options of pmpath plan do not go with {ctx.invoked_subcommand}", hint="give one command at a time")
    return 0


def checkin(
    *,
    ctx: typer.Context,
    done: Annotated[list[str] | None, typer.Option("--done", metavar="ID", help="This action is done.")] = None,
    moved: Annotated[list[str] | None, typer.Option("--moved", metavar="ID", help="This one moved.")] = None,
    blocked: Annotated[list[str] | None, typer.Option("--blocked", metavar="ID=WHY", help="This one is blocked.")] = None,
    evidence: Annotated[str | None, typer.Option("--evidence", metavar="TEXT", help="One thing you did, in a line.")] = None,
) -> int:
    """Say in two minutes how the week went: what is done, moved or blocked, and one line of evidence.

    \b
    Examples:
      pmpath plan checkin
      pmpath plan checkin --moved strategy --evidence "Two bets agreed with sales"
    """
    from pmpath.cli.checkin import Said, run
    from pmpath.cli.outcome import emit, writable
    from pmpath.content.library import find_library

    wanted = writable("checkin", shape(ctx))
    library = find_library(wanted.own)
    said = Said(tuple(done or ()), tuple(moved or ()), tuple(blocked or ()), evidence)
    return emit(run(said, library, wanted), wanted, library)


def done(
    *,
    ctx: typer.Context,
    name: Action,
    step: Annotated[
        str | None,
        typer.Option("--step", metavar="STEP", help="One step only: with-help, ask, learn or alone."),
    ] = None,
    answer: Annotated[str | None, typer.Option("--answer", metavar="VALUE", help="Your answer to its question now.")] = None,
    evidence: Annotated[str | None, typer.Option("--evidence", metavar="TEXT", help="What you did.")] = None,
    result: lines.Result = None,
    who: lines.Who = None,
    date: lines.When = None,
    link: lines.Link = None,
) -> int:
    """Say that an action is done; confirm what you would answer now, with evidence.

    \b
    Examples:
      pmpath plan done strategy
      pmpath plan done strategy --answer on-my-own --evidence "Wrote the strategy for search"
    """
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.reporting import Finished, finish
    from pmpath.content.library import find_library

    wanted = writable("progress", shape(ctx))
    library = find_library(wanted.own)
    shown = lines.given_lines({"what": evidence, "result": result, "who": who, "date": date, "link": link})
    return emit(finish(Finished(name, step, answer, shown), library, wanted), wanted, library)


def blocked(
    *,
    ctx: typer.Context,
    name: Action,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="What is in the way.")] = None,
) -> int:
    """Say that an action cannot go on, and why; the plan goes on with the others.

    \b
    Examples:
      pmpath plan blocked scope --why "my lead is away until May"
      pmpath plan open scope                 it can go on
    """
    from pmpath.cli.reporting import report_state
    from pmpath.model.plan import State

    return report_state(name, State.BLOCKED, why, shape(ctx))


def reopen(*, ctx: typer.Context, name: Action) -> int:
    """Take an action up again that was blocked or done.

    \b
    Examples:
      pmpath plan open scope
      pmpath plan open strategy.senior-pm
    """
    from pmpath.cli.reporting import report_state
    from pmpath.model.plan import State

    return report_state(name, State.OPEN, None, shape(ctx))


def note(
    *, ctx: typer.Context, name: Action, text: Annotated[str, typer.Argument(metavar="TEXT", help="What to remember.")]
) -> int:
    """Keep a note with an action.

    \b
    Examples:
      pmpath plan note strategy "ask Finance for the churn figures first"
      pmpath plan note scope "talk moved to March"
    """
    from pmpath.cli.reporting import report_note

    return report_note(name, text, shape(ctx))
