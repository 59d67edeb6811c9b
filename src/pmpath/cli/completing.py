"""Answers a shell that asks what may stand where Tab is pressed: a line each, a value and behind a tab what it means."""

import os
from typing import TYPE_CHECKING, Final

from typer import TyperException
from typer._click.shell_completion import ShellComplete

from pmpath.cli.boundary import COMPLETING
from pmpath.errors import PmpathError
from pmpath.model.visible import visible

if TYPE_CHECKING:
    from typer._click import Command
    from typer._click.shell_completion import CompletionItem

WORDS: Final = "_PMPATH_WORDS"
"""Variable with the words behind pmpath, apart by `BETWEEN`; the last is the one that is typed."""
BETWEEN: Final = "\x1f"


class Lines(ShellComplete):
    """Finds what may follow, and writes it so that the scripts of every shell can read it."""

    def source_vars(self) -> dict[str, object]:
        """Return nothing: the scripts stand in files and are the same for everybody."""
        return {}

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is typed, and that one."""
        *before, last = os.environ.get(WORDS, "").split(BETWEEN)
        return before, last

    def format_completion(self, item: "CompletionItem") -> str:
        """Return one line; a value of an option stands behind its name and =, where it was typed so."""
        name, equals, _ = self.get_completion_args()[1].partition("=")
        joined = f"{name}=" if equals and name.startswith("-") else ""
        about = visible(" ".join((item.help or "").split()))
        return f"{joined}{item.value}\t{about}" if about else f"{joined}{item.value}"


def complete(command: "Command") -> int:
    """Write what may follow; nothing where the words before make no sense, for a shell has nowhere to show why."""
    from pmpath.cli.output import write_text

    try:
        found = Lines(command, {}, "pmpath", COMPLETING).complete()
    except (TyperException, PmpathError):
        return 0
    write_text(f"{found}\n" if found else "")
    return 0
