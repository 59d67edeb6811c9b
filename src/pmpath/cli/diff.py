"""pmpath diff: what moved between two assessments, and whether evidence came with it."""

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.keeping import open_journal, read_journal
from pmpath.cli.outcome import Forms, Outcome, emit
from pmpath.cli.sharing import shape
from pmpath.cli.standing import of_others
from pmpath.content.library import find_library
from pmpath.errors import UsageError
from pmpath.journal.ladders import of_ladder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.journal.line import Record
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
    from pmpath.journal.assessments import up_to
    from pmpath.journal.plans import progress_between
    from pmpath.render.history import DiffPage, diff_data

    wanted = shape(ctx)
    library = find_library(wanted.own)
    records = read_journal(open_journal(wanted.today))
    own = of_ladder(records, library.identity.id)
    kept = assessments(own)
    numbers = _chosen(len(kept), first, second)
    before, after = (_evidenced(kept[number - 1], records, up_to(own, number)[-1].seq) for number in numbers)
    worked = progress_between(own, *numbers)
    moved = list(movements(library.grid, before.sheet, after.sheet, worked.standings))
    commands = ["pmpath history"]

    def table() -> "Rows":
        from pmpath.render.rows import diff_rows

        return diff_rows(moved)

    outcome = Outcome(
        "diff",
        lambda: diff_data(before, after, moved, worked),
        lambda: DiffPage(before, after, library.words).build(moved, worked, commands),
        commands,
        of_others(records, library),
        forms=Forms(table=table),
    )
    return emit(outcome, wanted, library)


def _chosen(count: int, first: int | None, second: int | None) -> tuple[int, int]:
    """Return the numbers of two of so many assessments, the older one first; the last two unless said."""
    if count < 2:  # noqa: PLR2004 - it takes two to compare
        raise UsageError("there are no two assessments to compare yet", hint="pmpath assess adds one")
    older, newer = sorted((count - 1 if first is None else first, count if second is None else second))
    for number in (older, newer):
        if not 1 <= number <= count:
            raise UsageError(f"there is no assessment {number}", hint=f"they are numbered 1 to {count}; see pmpath history")
    if older == newer:
        raise UsageError("an assessment cannot be compared with itself", hint="see pmpath history for the numbers")
    return older, newer


def _evidenced(kept: "Kept", records: "Sequence[Record]", seq: int) -> "Kept":
    """Return an assessment with all evidence that was kept by then, which is up to a number of the journal."""
    from pmpath.journal.evidence import by_expectation, evidence

    by_then = [record for record in records if record.seq <= seq]
    return kept._replace(sheet=kept.sheet._replace(evidence=by_expectation(evidence(by_then))))
