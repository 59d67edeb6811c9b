"""pmpath completions: the script with which a shell completes commands, options and ids."""

from pathlib import Path
from typing import Annotated, Final

import typer

from pmpath.cli.outcome import hand_over
from pmpath.cli.sharing import refuse, shape
from pmpath.errors import UsageError
from pmpath.model.suggest import did_you_mean

SHELLS: Final = ("bash", "zsh", "fish")


def _shells(incomplete: str) -> list[str]:
    return [name for name in SHELLS if name.startswith(incomplete)]


def completions(
    *,
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.", autocompletion=_shells)],
) -> int:
    """Print the script that completes pmpath in bash, zsh or fish when you press Tab.

    \b
    Examples:
      pmpath completions bash
      pmpath completions fish -o pmpath.fish

    \b
    Where it goes:
      bash: in ~/.bashrc
        eval "$(pmpath completions bash)"
      zsh: in ~/.zshrc, after compinit
        eval "$(pmpath completions zsh)"
      fish: the file pmpath.fish in
        ~/.config/fish/completions

    pmpath changes no file of yours for it. Take the line or the file away, and it is gone.
    """
    refuse(ctx, "pmpath completions", "format")
    wanted = shape(ctx, raw=True)
    if shell not in SHELLS:
        raise UsageError(
            f'there is no script for "{shell}"', hint=did_you_mean(shell, SHELLS) or f"shells: {', '.join(SHELLS)}"
        )
    hand_over((Path(__file__).with_name("scripts") / f"pmpath.{shell}").read_bytes(), wanted)
    return 0
