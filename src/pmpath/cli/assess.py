"""pmpath assess: asks or reads answers, says where they place someone, what is missing and what to do next."""

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli import options
from pmpath.errors import UsageError

if TYPE_CHECKING:
    from pmpath.cli.sheet import Given
    from pmpath.core.questionnaire import Depth


def assess(
    *,
    quick: Annotated[bool, typer.Option("--quick", help="Ask until the level is known, no further.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Ask every question.")] = False,
    target: Annotated[
        str | None, typer.Option("--target", metavar="LEVEL", help="Compare with this level, not the next.")
    ] = None,
    answers: options.Answers = None,
    answer: options.Answer = None,
    template: Annotated[bool, typer.Option("--template", help="Write an answer sheet to fill in.")] = False,
    env: options.Environment = None,
    require: Annotated[
        str | None, typer.Option("--require", metavar="LEVEL", help="Exit 4 unless the level is settled and at least this.")
    ] = None,
    no_save: Annotated[bool, typer.Option("--no-save", help="Keep nothing. Nothing is kept in this version anyway.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; absent answers stay unknown.")] = False,
    json: options.Json = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One sheet a line in, one JSON document a line out.")] = False,
    texts: Annotated[bool, typer.Option("--texts", help="With --jsonl: write the texts of actions too.")] = False,
    color: options.Color = "auto",
) -> int:
    """Say where you stand, what is missing for the next level, and what to do next.

    \b
    Examples:
      pmpath assess                                   about 14 questions
      pmpath assess --answers sheet.yaml --json       the same for a script

    Your answers stay on this machine.
    """
    from pmpath.cli.assessing import Request, emit_template, run
    from pmpath.cli.outcome import emit
    from pmpath.content.library import find_library

    library = find_library()
    shape = options.shape(json=json, color=color)
    if template:
        return emit_template(library, shape)
    request = Request(
        given=_given(answers, answer, no_input=no_input, json=json),
        depth=_depth(quick=quick, full=full),
        target=options.level_named(library, target, "--target"),
        environment=options.one_of(env, options.ENVIRONMENTS, "--env"),
        require=options.level_named(library, require, "--require"),
    )
    if jsonl:
        from pmpath.cli.batch import run_batch

        return run_batch(request, library, texts=texts)
    return emit(run(request, library), shape, library)


def _given(file: str | None, answers: list[str] | None, *, no_input: bool, json: bool) -> "Given":
    from pmpath.cli.sheet import Given

    given = Given(file=file, options=tuple(answers or ()))
    return given._replace(may_ask=not no_input and not (json and given.anything))


def _depth(*, quick: bool, full: bool) -> "Depth":
    from pmpath.core.questionnaire import Depth

    if quick and full:
        raise UsageError("--quick and --full exclude each other", hint="use one of them")
    if quick:
        return Depth.QUICK
    return Depth.FULL if full else Depth.STANDARD
