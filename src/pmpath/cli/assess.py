"""pmpath assess: asks or reads answers, says where they place someone, what is missing and what to do next."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli import completion, options
from pmpath.cli.terminal import is_set
from pmpath.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.cli.assessing import Request
    from pmpath.cli.sheet import Given
    from pmpath.core.course import Depth

_EXCLUSIVE = (
    ("--resume", "--fresh"),
    ("--resume", "--again"),
    ("--resume", "--no-save"),
    ("--resume", "--answers"),
    ("--resume", "--answer"),
    ("--again", "--fresh"),
    ("--again", "--answers"),
)


def assess(
    *,
    ctx: typer.Context,
    quick: Annotated[bool, typer.Option("--quick", help="Ask until the level is known, no further.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Ask every question.")] = False,
    target: Annotated[
        str | None,
        typer.Option(
            "--target",
            metavar="LEVEL",
            help="Compare with this level, not the next.",
            autocompletion=completion.levels,
        ),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the unfinished interview.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start anew, whatever is kept or unfinished.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Start from your last assessment, as an interview does.")] = False,
    answers: options.Answers = None,
    answer: options.Answer = None,
    rater: Annotated[
        str | None, typer.Option("--rater", metavar="FILE", help="Answer about somebody else's work, in this sheet.")
    ] = None,
    template: Annotated[bool, typer.Option("--template", help="Write an answer sheet to fill in.")] = False,
    env: options.Environment = None,
    deep_tech: options.DeepTech = None,
    require: Annotated[
        str | None,
        typer.Option(
            "--require",
            metavar="LEVEL",
            help="Exit 4 unless the level is settled and at least this.",
            autocompletion=completion.levels,
        ),
    ] = None,
    no_save: Annotated[bool, typer.Option("--no-save", help="Keep nothing.")] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never ask; absent answers stay unknown. [env: PMPATH_NO_INPUT]")
    ] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One sheet a line in, one JSON document a line out.")] = False,
    detail: Annotated[bool, typer.Option("--detail", help="With --jsonl: write all of --json but the texts.")] = False,
    texts: Annotated[bool, typer.Option("--texts", help="With --jsonl: write all of --json.")] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", metavar="N", show_default=False, help="With --jsonl: N processes; 0 takes every core.")
    ] = 1,
    skip: Annotated[
        int, typer.Option("--skip", metavar="N", show_default=False, help="With --jsonl: pass over the first N lines.")
    ] = 0,
) -> int:
    """Say where you stand, what is missing for the next level, and what to do next.

    \b
    Examples:
      pmpath assess                                   about 14 questions
      pmpath assess --answers sheet.yaml --json       the same for a script

    Every answer of an interview is kept on this machine as you give it, and never leaves it.
    """
    from pmpath.cli.assessing import Request, emit_template, run
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.sharing import refuse, shape
    from pmpath.content.library import find_library

    if jsonl:
        refuse(ctx, "--jsonl", "format", "output")
    elif jobs != 1 or skip or detail or texts:
        raise UsageError("--detail, --texts, --jobs and --skip go with --jsonl", hint="add --jsonl, or leave them out")
    wanted = shape(ctx, raw=template)
    library = find_library(wanted.own)
    if template:
        return emit_template(library, wanted)
    if rater is not None:
        own = {"--answers": answers, "--answer": answer, "--require": require}
        _refuse_beside_rater({**own, "--resume": resume, "--again": again, "--jsonl": jsonl})
        from pmpath.cli.rating import rate

        return emit(rate(rater, library, wanted), wanted, library)
    may_ask = not no_input and not is_set(os.environ, "PMPATH_NO_INPUT")
    request = Request(
        given=_given(answers, answer, may_ask=may_ask, json=wanted.json),
        depth=_depth(quick=quick, full=full),
        target=options.level_named(library, target, "--target"),
        setting=options.setting(env, deep_tech=deep_tech),
        require=options.level_named(library, require, "--require"),
        resume=resume,
        fresh=fresh,
        again=again,
        no_save=no_save,
    )
    _refuse_contradictions(request)
    if jsonl:
        from pmpath.cli.batching import Batching, run_batch

        return run_batch(request, library, wanted, Batching(jobs, skip, detail=detail, texts=texts))
    writable("assessment", wanted, "svg", "csv")
    return emit(run(request, library, wanted), wanted, library)


def _given(file: str | None, answers: list[str] | None, *, may_ask: bool, json: bool) -> "Given":
    from pmpath.cli.sheet import Given

    given = Given(file=file, options=tuple(answers or ()))
    return given._replace(may_ask=may_ask and not (json and given.anything))


def _depth(*, quick: bool, full: bool) -> "Depth | None":
    from pmpath.core.course import Depth

    if quick and full:
        raise UsageError("--quick and --full exclude each other", hint="use one of them")
    if quick:
        return Depth.QUICK
    return Depth.FULL if full else None


def _refuse_beside_rater(given: "Mapping[str, object]") -> None:
    """Refuse what is about one's own assessment where somebody else's work is answered about."""
    for name, is_given in given.items():
        if is_given:
            raise UsageError(f"--rater and {name} exclude each other", hint="--rater takes one sheet and nothing else")


def _refuse_contradictions(request: "Request") -> None:
    """Refuse options that cannot both be meant; what goes on is what was kept."""
    given = {
        "--resume": request.resume,
        "--fresh": request.fresh,
        "--again": request.again,
        "--no-save": request.no_save,
        "--answers": request.given.file is not None,
        "--answer": bool(request.given.options),
    }
    for one, other in _EXCLUSIVE:
        if given[one] and given[other]:
            raise UsageError(f"{one} and {other} exclude each other", hint="use one of them")
