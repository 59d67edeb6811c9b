"""pmpath transition: the playbook from another job into a first product role."""

from typing import Annotated

import typer

from pmpath.cli import completion, options


def transition(
    *,
    ctx: typer.Context,
    background: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="BACKGROUND", help="engineer, designer, marketer, ...", autocompletion=completion.backgrounds
        ),
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="LEVEL", help="The first product role.", autocompletion=completion.levels)
    ] = None,
    env: options.Environment = None,
    deep_tech: options.DeepTech = None,
    hours: Annotated[
        float | None, typer.Option("--hours", metavar="N", help="Hours a week for the move; 4 unless said.")
    ] = None,
    answers: options.Answers = None,
    answer: options.Answer = None,
    no_save: Annotated[bool, typer.Option("--no-save", help="Keep nothing, though answers are given.")] = False,
    write: Annotated[
        str | None, typer.Option("--write", metavar="DIR", help="Create the first project's document there.")
    ] = None,
) -> int:
    """Show the way from another job into a first product role.

    \b
    Examples:
      pmpath transition --from engineer
      pmpath transition --from designer --answers sheet.yaml --hours 6
    """
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.sharing import shape
    from pmpath.cli.sheet import Given
    from pmpath.cli.transitioning import Request, begin_artifact, find_playbook, first_role, hours_a_week, run, write_artifact
    from pmpath.content.library import find_library

    wanted = writable("transition", shape(ctx), "csv")
    library = find_library(wanted.own)
    playbook = find_playbook(library, background)
    request = Request(
        background=playbook.id,
        to=first_role(library, to),
        given=Given(file=answers, options=tuple(answer or ())),
        setting=options.setting(env, deep_tech=deep_tech),
        hours=hours_a_week(hours),
        write=write,
    )
    outcome = run(request, playbook, library, None if no_save else wanted)
    if write is not None and no_save:
        write_artifact(playbook, write, force=wanted.force)
    elif write is not None:
        begin_artifact(playbook, write, library, wanted)
    return emit(outcome, wanted, library)
