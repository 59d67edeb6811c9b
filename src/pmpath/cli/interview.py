"""pmpath interview: practice with seven types of questions, answer first, then the rubric; stories; the stages of a loop."""

from typing import Annotated, Final

import typer

from pmpath.cli import completion, interview_completion
from pmpath.cli.interview_stories import stories, story
from pmpath.cli.sharing import shape

SUBCOMMANDS: Final = {
    "list": "show_all",
    "practice": "practice",
    "show": "show",
    "log": "log",
    "score": "score",
    "loop": "loop",
    "stories": stories.__name__,
    "story": story.__name__,
}
"""Subcommand to the function that runs it."""
RUNS_ALONE: Final = True
OTHERWISE: Final = "practice"
"""The subcommand that takes a word, or options, that are no other's: a type of question."""

_Type = Annotated[
    str | None,
    typer.Argument(metavar="[TYPE]", help="A type of question: pmpath interview.", autocompletion=interview_completion.types),
]
_Scores = Annotated[
    list[str] | None,
    typer.Option(
        "--score",
        metavar="ID=N",
        help="A criterion with 1 to 3 points by its anchors. Repeat it for all five.",
        autocompletion=interview_completion.scores,
    ),
]


def interview(*, ctx: typer.Context) -> int:
    """Practice interview questions: your answer first, then the rubric.

    \b
    Examples:
      pmpath interview product-sense
      pmpath interview --from engineer

    Without a command the types are listed with what is due. A type practices it; pmpath interview practice --help
    has the options.
    """
    return show_all(ctx=ctx) if ctx.invoked_subcommand is None else 0


def show_all(*, ctx: typer.Context) -> int:
    """Show the types of questions: what each tests, when you practiced it, your last scores, what is due.

    \b
    Examples:
      pmpath interview list
      pmpath interview list --format csv
    """
    from pmpath.cli.outcome import emit
    from pmpath.cli.rehearsed import overview
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(overview(library, wanted), wanted, library)


def practice(
    *,
    ctx: typer.Context,
    question_type: _Type = None,
    level: Annotated[
        str | None,
        typer.Option("--level", metavar="LEVEL", help="Prompts asked at this level.", autocompletion=completion.levels),
    ] = None,
    env: Annotated[
        str | None,
        typer.Option(
            "--env",
            metavar="SETTING",
            help="startup or corporate: prompts and remarks for it.",
            autocompletion=completion.settings,
        ),
    ] = None,
    background: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="BACKGROUND",
            help="What this background is tested on.",
            autocompletion=completion.backgrounds,
        ),
    ] = None,
    due: Annotated[bool, typer.Option("--due", help="The type that is due.")] = False,
    hard: Annotated[bool, typer.Option("--hard", help="Show no steps before the answer.")] = False,
    minutes: Annotated[
        int | None, typer.Option("--minutes", metavar="N", help="Minutes of the timer, 1 to 120.", min=1, max=120)
    ] = None,
    no_timer: Annotated[bool, typer.Option("--no-timer", help="Switch the timer off.")] = False,
    prompt: Annotated[
        str | None,
        typer.Option("--prompt", metavar="ID", help="This prompt.", autocompletion=interview_completion.prompts),
    ] = None,
    answer: Annotated[
        str | None, typer.Option("--answer", metavar="FILE", help="Your answer as text; - reads standard input.")
    ] = None,
    said: Annotated[bool, typer.Option("--said", help="You said it aloud; nothing is typed.")] = False,
    score: _Scores = None,
    story: Annotated[
        int | None, typer.Option("--story", metavar="N", help="The story you tell: pmpath interview stories.", min=1)
    ] = None,
    no_save: Annotated[bool, typer.Option("--no-save", help="Keep nothing of it.")] = False,
) -> int:
    """Practice one question: the prompt, your answer, then the rubric.

    \b
    Examples:
      pmpath interview product-sense --hard --minutes 10
      pmpath interview product-sense --answer answer.txt --json

    The prompt practiced least comes first. In a terminal you type the answer, write it in your editor or say it aloud; then you
    score it by anchors. For typed text pmpath names the words it looked for and found; it never says how good an answer is.
    """
    from pmpath.cli.options import ENVIRONMENTS, one_of
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.picking import Wanted
    from pmpath.cli.practicing import Given, run, timer
    from pmpath.content.library import find_library

    shown = writable("practice", shape(ctx), "csv")
    wanted = Wanted(
        type=question_type,
        level=level,
        environment=one_of(env, ENVIRONMENTS, "--env"),
        background=background,
        due=due,
        hard=hard,
        minutes=timer(minutes, off=no_timer),
        prompt=prompt,
    )
    given = Given(answer, said, tuple(score or ()), story, not no_save)
    library = find_library(shown.own)
    return emit(run(wanted, given, library, shown), shown, library)


def show(
    *,
    ctx: typer.Context,
    question_type: Annotated[
        str,
        typer.Argument(metavar="TYPE", help="A type of question: pmpath interview.", autocompletion=interview_completion.types),
    ],
) -> int:
    """Show one type: what it tests, steps, mistakes, the rubric with its anchors, prompts, a strong and a weak answer.

    \b
    Examples:
      pmpath interview show product-sense
      pmpath interview show estimation --format md
    """
    from pmpath.cli.outcome import emit
    from pmpath.cli.rehearsed import show as outcome_of
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(outcome_of(question_type, library), wanted, library)


def log(
    *,
    ctx: typer.Context,
    number: Annotated[int | None, typer.Argument(metavar="[N]", help="One practice, with its answer in full.", min=1)] = None,
) -> int:
    """Show the practice that is kept: day, type, prompt, scores, what was found; with a number one answer in full.

    \b
    Examples:
      pmpath interview log
      pmpath interview log 1
    """
    from pmpath.cli.outcome import emit
    from pmpath.cli.rehearsed import log as outcome_of
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(outcome_of(number, library, wanted), wanted, library)


def score(
    *,
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help="Its number in pmpath interview log.", min=1)],
    given: _Scores = None,
) -> int:
    """Score a kept answer by the anchors, or score it anew.

    \b
    Examples:
      pmpath interview score 1
      pmpath interview score 1 --accessible
    """
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.rehearsed import score as keep
    from pmpath.content.library import find_library

    wanted = writable("practice", shape(ctx), "csv")
    library = find_library(wanted.own)
    return emit(keep(number, given or (), library, wanted), wanted, library)


def loop(*, ctx: typer.Context) -> int:
    """Show the stages of an interview loop and how to prepare for each, with the loops of two companies.

    \b
    Examples:
      pmpath interview loop
      pmpath interview loop -o loop.md
    """
    from pmpath.cli.outcome import emit
    from pmpath.cli.rehearsed import loop as outcome_of
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(outcome_of(library), wanted, library)
