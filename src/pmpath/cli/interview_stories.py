"""pmpath interview stories and story: the bank of behavioral stories, and one of them."""

from typing import Annotated

import typer

from pmpath.cli import interview_completion
from pmpath.cli.sharing import shape


def stories(*, ctx: typer.Context) -> int:
    """Show your stories, the competencies they cover, and how often you told each.

    \b
    Examples:
      pmpath interview stories
      pmpath interview stories --format csv
    """
    from pmpath.cli.outcome import emit
    from pmpath.cli.storying import listing
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(listing(library, wanted), wanted, library)


def story(
    *,
    ctx: typer.Context,
    word: Annotated[str, typer.Argument(metavar="N|new|edit|rm", help="A story to show, or what to do.")],
    number: Annotated[int | None, typer.Argument(metavar="[N]", help="The story to edit or rm.", min=1)] = None,
    evidence: Annotated[
        int | None, typer.Option("--evidence", metavar="N", help="Build it from this: pmpath evidence list.", min=1)
    ] = None,
    situation: Annotated[str | None, typer.Option("--situation", metavar="TEXT", help="Where and when it was.")] = None,
    task: Annotated[str | None, typer.Option("--task", metavar="TEXT", help="What you had to do.")] = None,
    action: Annotated[str | None, typer.Option("--action", metavar="TEXT", help="What you did.")] = None,
    result: Annotated[str | None, typer.Option("--result", metavar="TEXT", help="What came of it.")] = None,
    lesson: Annotated[str | None, typer.Option("--lesson", metavar="TEXT", help="What you do differently since.")] = None,
    competency: Annotated[
        list[str] | None,
        typer.Option(
            "--competency",
            metavar="ID",
            help="What it tells about. Repeat it.",
            autocompletion=interview_completion.competencies,
        ),
    ] = None,
) -> int:
    """Show a story, build one from evidence, change it or take it out.

    \b
    Examples:
      pmpath interview story new --evidence 1
      pmpath interview story edit 1 --lesson "Ask support before the survey"

    Its action and result come from the evidence; in a terminal the other parts are asked for. An empty text clears a part.
    """
    from pmpath.cli.lines import given_lines
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.storying import Told, run
    from pmpath.content.library import find_library

    wanted = writable("story", shape(ctx))
    lines = {"situation": situation, "task": task, "action": action, "result": result, "lesson": lesson}
    library = find_library(wanted.own)
    told = Told(given_lines(lines), evidence, competency)
    return emit(run(word, number, told, library, wanted), wanted, library)
