"""pmpath history: all assessments that were kept, and how far each competency reached."""

from typing import TYPE_CHECKING

import typer

from pmpath.cli.keeping import open_journal, read_journal
from pmpath.cli.outcome import Forms, Outcome, emit
from pmpath.cli.sharing import shape
from pmpath.cli.standing import of_others
from pmpath.content.library import find_library
from pmpath.journal.ladders import of_ladder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.cli.outcome import Shape
    from pmpath.content.library import Library
    from pmpath.model.draft import Kept
    from pmpath.model.forms import Picture, Rows
    from pmpath.model.movement import Reach


def history(*, ctx: typer.Context) -> int:
    """Show all assessments that were kept, and how far each competency reached.

    \b
    Examples:
      pmpath history
      pmpath history --json
    """
    wanted = shape(ctx)
    library = find_library(wanted.own)
    return emit(run(library, wanted), wanted, library)


def run(library: "Library", wanted: "Shape") -> Outcome:
    """Return all assessments that are kept."""
    from pmpath.core.history import reaches
    from pmpath.journal.assessments import history as assessments
    from pmpath.render.history import history_data, history_page

    records = read_journal(open_journal(wanted.today))
    kept = assessments(of_ladder(records, library.identity.id))
    reached = reaches(library.grid, [one.sheet for one in kept])
    commands = ["pmpath diff"] if len(kept) > 1 else ["pmpath assess"]
    return Outcome(
        "history",
        lambda: history_data(kept, reached),
        lambda: history_page(kept, reached, library.words, commands),
        commands,
        of_others(records, library),
        forms=_forms(kept, reached, library),
    )


def _forms(kept: "Sequence[Kept]", reached: "Mapping[str, tuple[Reach, ...]]", library: "Library") -> Forms:
    def picture() -> "Picture":
        from pmpath.render.reach import reach_picture

        latest = {name: each[-1] if each else None for name, each in reached.items()}
        return reach_picture(latest, kept[-1].goal if kept else None, library.words)

    def table() -> "Rows":
        from pmpath.render.rows import history_rows

        return history_rows(kept)

    return Forms(picture, table)
