"""pmpath diff: what moved between two assessments, and whether evidence came with it."""

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.keeping import open_journal, read_journal
from pmpath.cli.outcome import Forms, Outcome, emit
from pmpath.cli.sharing import shape
from pmpath.content.library import find_library
from pmpath.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.draft import Kept
    from pmpath.model.forms import Rows


def diff(
    *,
    ctx: typer.Context,
    first: Annotated[
        int | None, typer.Argument(metavar="[A]", help="Number of an assessment in pmpath history; the last but one.")
    ] = None,
    second: Annotated[int | None, typer.Argument(metavar="[B]", help="Number of another; the last.")] = None,
) -> int:
    """Show what moved between two assessments, and whether evidence came with it.

    \b
    Examples:
      pmpath diff                            the last two
      pmpath diff 1 3                        the first and the third
    """
    from pmpath.core.history import movements
    from pmpath.journal.assessments import history as assessments
    from pmpath.render.history import diff_data, diff_page

    wanted = shape(ctx)
    library = find_library()
    kept = assessments(read_journal(open_journal(wanted.today)))
    before, after = _chosen(kept, first, second)
    moved = list(movements(library.grid, before.sheet, after.sheet))
    commands = ["pmpath history"]

    def table() -> "Rows":
        from pmpath.render.rows import diff_rows

        return diff_rows(moved)

    outcome = Outcome(
        "diff",
        lambda: diff_data(before, after, moved),
        lambda: diff_page((before, after), moved, library.words, commands),
        commands,
        forms=Forms(table=table),
    )
    return emit(outcome, wanted, library)


def _chosen(kept: "Sequence[Kept]", first: int | None, second: int | None) -> "tuple[Kept, Kept]":
    """Return two assessments by their numbers, the older one first."""
    if len(kept) < 2:  # noqa: PLR2004 - it takes two to compare
        raise UsageError("there are no two assessments to compare yet", hint="pmpath assess adds one")
    numbers = sorted((first or len(kept) - 1, second or len(kept)))
    for number in numbers:
        if not 1 <= number <= len(kept):
            raise UsageError(f"there is no assessment {number}", hint=f"they are numbered 1 to {len(kept)}; see pmpath history")
    if numbers[0] == numbers[1]:
        raise UsageError("an assessment cannot be compared with itself", hint="see pmpath history for the numbers")
    return kept[numbers[0] - 1], kept[numbers[1] - 1]
