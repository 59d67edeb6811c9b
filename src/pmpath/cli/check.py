"""pmpath check: tells what files are and everything that is wrong with them."""

from typing import Annotated

import typer

from pmpath.cli.sharing import shape


def check(
    *,
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="A ladder, playbooks, an answer sheet and others; - reads standard input."),
    ],
) -> int:
    """Say what each file is and everything that is wrong with it, with line and column.

    \b
    Examples:
      pmpath check ladder.yaml
      pmpath check playbooks.yaml sheet.yaml --ladder ladder.yaml

    It knows ladders and overlays, playbooks, the other files of a data folder (portfolio, interview, guides, sources), answer
    sheets (one a line in a .jsonl), thresholds, offers and answers of fit, and tells them by their content. What speaks of a
    ladder is checked by the one in use. The exit code is 65 where anything is wrong.
    """
    from pmpath.cli.checking import run
    from pmpath.cli.outcome import emit, writable
    from pmpath.content.library import find_library

    wanted = writable("check", shape(ctx), "csv")
    library = find_library(wanted.own)
    return emit(run(files, library), wanted, library)
