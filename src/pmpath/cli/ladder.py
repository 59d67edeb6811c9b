"""pmpath ladder: the whole ladder, one level, or two levels side by side."""

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli import completion, options
from pmpath.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pmpath.cli.outcome import Forms, Outcome
    from pmpath.content.library import Library
    from pmpath.model.forms import Rows
    from pmpath.model.words import Words


def ladder(
    *,
    ctx: typer.Context,
    level: Annotated[
        str | None, typer.Argument(metavar="[LEVEL]", help="A level by id, alias or title.", autocompletion=completion.levels)
    ] = None,
    versus: Annotated[
        str | None, typer.Option("--vs", metavar="LEVEL", help="Compare with this level.", autocompletion=completion.levels)
    ] = None,
) -> int:
    """Show the ladder, one level, or two levels side by side.

    \b
    Examples:
      pmpath ladder senior-pm                what a Senior PM answers for
      pmpath ladder pm --vs senior-pm        what changes between the two
    """
    from pmpath.cli.outcome import emit
    from pmpath.cli.sharing import shape
    from pmpath.content.library import find_library

    wanted = shape(ctx)
    library = find_library(wanted.own)
    if versus is not None and level is None:
        raise UsageError("--vs needs a level to compare with", hint=f"write pmpath ladder LEVEL --vs {versus}")
    first = options.level_named(library, level, "LEVEL")
    second = options.level_named(library, versus, "--vs")
    return emit(run(library, first, second), wanted, library)


def run(library: "Library", level: str | None, versus: str | None) -> "Outcome":
    """Return the whole ladder, one level, or a comparison of two."""
    if level is None:
        return _whole(library)
    if versus is None:
        return _level(library, level)
    if versus == level:
        raise UsageError("a level cannot be compared with itself", hint=f"see pmpath ladder {level}")
    lower, upper = sorted((level, versus), key=library.grid.rank_of)
    return _comparison(library, lower, upper)


def _whole(library: "Library") -> "Outcome":
    from pmpath.cli.outcome import Outcome
    from pmpath.render.data import ladder_data
    from pmpath.render.ladder import ladder_page

    next_commands = [f"pmpath ladder {library.grid.levels[0]}", "pmpath assess"]
    words = library.words
    return Outcome(
        "ladder",
        lambda: ladder_data(words),
        lambda: ladder_page(words, next_commands),
        next_commands,
        forms=_forms(words, words.levels),
    )


def _level(library: "Library", name: str) -> "Outcome":
    from pmpath.cli.outcome import Outcome
    from pmpath.render.data import level_data
    from pmpath.render.ladder import level_page

    words, levels = library.words, library.grid.levels
    next_commands = [
        *_neighbor(levels, library.grid.rank_of(name)),
        f"pmpath assess --target {name}",
        f"pmpath guide time {name}",
    ]
    level = words.levels[name]
    return Outcome(
        "ladder",
        lambda: level_data(words, level),
        lambda: level_page(words, level, next_commands),
        next_commands,
        forms=_forms(words, (name,)),
    )


def _neighbor(levels: "Sequence[str]", rank: int) -> "Iterator[str]":
    """Yield the comparison with the level above, at the top with the one below; nothing where there is one level only."""
    if len(levels) > 1:
        lower = min(rank, len(levels) - 1)
        yield f"pmpath ladder {levels[lower - 1]} --vs {levels[lower]}"


def _comparison(library: "Library", lower: str, upper: str) -> "Outcome":
    from pmpath.cli.outcome import Outcome
    from pmpath.render.data import comparison_data
    from pmpath.render.ladder import comparison_page, shifts_between

    words = library.words
    low, high = words.levels[lower], words.levels[upper]
    next_commands = [f"pmpath assess --target {upper}", f"pmpath ladder {upper}"]
    return Outcome(
        "ladder",
        lambda: comparison_data(words, low, high, shifts_between(words, lower, upper)),
        lambda: comparison_page(words, low, high, next_commands),
        next_commands,
        forms=_forms(words, (lower, upper)),
    )


def _forms(words: "Words", levels: "Collection[str]") -> "Forms":
    from pmpath.cli.outcome import Forms

    def table() -> "Rows":
        from pmpath.render.rows import ladder_rows

        return ladder_rows(words, levels)

    return Forms(table=table)
