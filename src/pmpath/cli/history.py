"""pmpath history: all assessments that were kept, and how far each competency reached."""

import typer

from pmpath.cli.keeping import open_journal, read_journal
from pmpath.cli.outcome import Outcome, emit
from pmpath.cli.sharing import shape
from pmpath.content.library import find_library


def history(*, ctx: typer.Context) -> int:
    """Show all assessments that were kept, and how far each competency reached.

    \b
    Examples:
      pmpath history
      pmpath history --json
    """
    from pmpath.core.history import reaches
    from pmpath.journal.assessments import history as assessments
    from pmpath.render.history import history_data, history_page

    wanted = shape(ctx)
    library = find_library()
    kept = assessments(read_journal(open_journal(wanted.today)))
    reached = reaches(library.grid, [one.sheet for one in kept])
    commands = ["pmpath diff"] if len(kept) > 1 else ["pmpath assess"]
    outcome = Outcome(
        "history",
        lambda: history_data(kept, reached),
        lambda: history_page(kept, reached, library.words, commands),
        commands,
    )
    return emit(outcome, wanted, library)
