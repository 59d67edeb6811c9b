"""Options that several commands share, and what turns their words into ids."""

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli import completion
from pmpath.errors import UsageError
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pmpath.content.library import Library
    from pmpath.model.setting import Setting

Environment = Annotated[
    str | None,
    typer.Option(
        "--env",
        metavar="SETTING",
        help="startup or corporate: changes actions and their order.",
        autocompletion=completion.settings,
    ),
]
DeepTech = Annotated[
    bool | None, typer.Option("--deep-tech/--no-deep-tech", help="Say that the product itself is deeply technical.")
]
Answers = Annotated[
    str | None, typer.Option("--answers", metavar="FILE", help="An answer sheet, YAML or JSON; - reads standard input.")
]
Answer = Annotated[
    list[str] | None,
    typer.Option(
        "--answer", metavar="ID=VALUE", help="One answer: id and value. Repeat it.", autocompletion=completion.answers
    ),
]

ENVIRONMENTS = ("startup", "corporate")
FIRST_DAY, LAST_DAY = "1900-01-01", "2999-12-31"
"""What can be a day of a plan or of an assessment."""


def setting(environment: str | None, *, deep_tech: bool | None) -> "Setting":
    """Return where the work happens, as the options say it; `UsageError` for a setting that is none."""
    from pmpath.model.setting import Setting

    return Setting(one_of(environment, ENVIRONMENTS, "--env"), deep_tech)


def one_of(value: str | None, allowed: tuple[str, ...], option: str) -> str | None:
    """Return the value if it is allowed or absent; `UsageError` otherwise."""
    if value is None or value in allowed:
        return value
    raise UsageError(
        f'{option} does not know "{value}"', hint=did_you_mean(value, allowed) or f"use one of: {', '.join(allowed)}"
    )


def day(value: str | None, option: str) -> str | None:
    """Return a day as YYYY-MM-DD, None for none; `UsageError` for what is no day of these centuries."""
    if value is None:
        return None
    from pmpath.model.day import last_day_of

    known = last_day_of(value) if len(value) == len(FIRST_DAY) else None
    if known is None or not FIRST_DAY <= known <= LAST_DAY:
        hint = f"write it as YYYY-MM-DD, from {FIRST_DAY} to {LAST_DAY}"
        raise UsageError(f'{option} does not know the day "{value}"', hint=hint)
    return known


def level_named(library: "Library", name: str | None, option: str) -> str | None:
    """Return the level id for an id, alias or title, None for none; `UsageError` with the nearest one otherwise."""
    if name is None or name in library.grid.levels:
        return name
    found = library.words.find_level(name)
    if found is None:
        hint = did_you_mean(name, library.words.level_names()) or f"levels: {', '.join(library.grid.levels)}"
        raise UsageError(f'{option}: no such level: "{name}"', hint=hint)
    return found
