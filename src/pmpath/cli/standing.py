"""Where the person stands now: the last assessment that is kept, with the answers and the evidence that came since."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pmpath.cli.keeping import open_journal, read_journal
from pmpath.core.drafts import fit
from pmpath.core.progress import brought_up
from pmpath.errors import UsageError
from pmpath.journal.assessments import last
from pmpath.journal.evidence import by_expectation, evidence
from pmpath.journal.ladders import of_ladder, others
from pmpath.journal.plans import progress
from pmpath.model.answer import Sheet
from pmpath.model.draft import Draft, Kept
from pmpath.model.evidence import Evidence
from pmpath.model.plan import Progress

if TYPE_CHECKING:
    from pmpath.cli.outcome import Shape
    from pmpath.content.library import Library
    from pmpath.journal.journal import Journal
    from pmpath.journal.line import Record
    from pmpath.render.envelope import Warned


class Now(NamedTuple):
    """Where someone stands: the last assessment, the sheet as it is now, what was said of the plan, all evidence."""

    kept: Kept
    sheet: Sheet
    progress: Progress
    evidence: Sequence[Evidence]


def standing_now(records: "Sequence[Record]", library: "Library") -> Now | None:
    """Return where someone stands by what is kept; None before the first assessment."""
    own = of_ladder(records, library.identity.id)
    kept = last(own)
    if kept is None:
        return None
    fitted, _ = fit(library.grid, Draft(kept.ladder, "", given=kept.sheet))
    said, entries = progress(own), evidence(records)
    return Now(kept, brought_up(library.grid, fitted.given, said, by_expectation(entries)), said, entries)


def required_standing(records: "Sequence[Record]", library: "Library", what: str) -> Now:
    """Return where someone stands; `UsageError` before the first assessment, which `what` begins with."""
    now = standing_now(records, library)
    if now is None:
        hint = " ".join(("pmpath assess makes one.", *(note.message for note in of_others(records, library))))
        raise UsageError(f"{what} begins with an assessment, and none is kept yet", hint=hint.removesuffix("."))
    return now


def of_others(records: "Sequence[Record]", library: "Library") -> "Sequence[Warned]":
    """Say how many assessments belong to other ladders, which are not looked at."""
    from pmpath.render.ladders import other_ladders

    return other_ladders(others(records, library.identity.id), library.identity.id)


def journal_and_records(shape: "Shape") -> "tuple[Journal, Sequence[Record]]":
    """Open the person's journal and return it with its records."""
    journal = open_journal(shape.today)
    return journal, read_journal(journal)
