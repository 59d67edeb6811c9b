"""pmpath init: writes the start of a ladder or of playbooks of one's own."""

from typing import Annotated, Final

import typer

from pmpath.cli.sharing import shape

SUBCOMMANDS: Final = {"ladder": "ladder", "playbook": "playbook"}
"""Subcommand to the function that runs it."""

Folder = Annotated[str, typer.Argument(metavar="DIR", help="The folder for the files; it is created where it is missing.")]


def init() -> None:
    """Write the start of a ladder or playbook of your own, with comments that say how to go on.

    \b
    Examples:
      pmpath init ladder our-ladder
      pmpath init playbook our-ladder
    """


def ladder(*, ctx: typer.Context, folder: Folder) -> int:
    """Write a ladder to begin with: an overlay over the shipped one, and its schema for editors.

    \b
    Examples:
      pmpath init ladder our-ladder
      pmpath init ladder . --force
    """
    return _begin("ladder", folder, ctx)


def playbook(*, ctx: typer.Context, folder: Folder) -> int:
    """Write a playbook to begin with: the way of one more background into product, and its schema for editors.

    \b
    Examples:
      pmpath init playbook our-ladder
      pmpath init playbook . --force
    """
    return _begin("playbook", folder, ctx)


def _begin(what: str, folder: str, ctx: typer.Context) -> int:
    from pmpath.cli.outcome import emit, writable
    from pmpath.cli.starting import begin

    wanted = writable("start", shape(ctx))
    return emit(begin(what, folder, wanted), wanted)
