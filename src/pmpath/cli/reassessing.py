"""Starts an assessment from the last one: its answers stay, and only what may have moved is asked again."""

from typing import TYPE_CHECKING

from pmpath.cli.output import tell
from pmpath.cli.standing import Now, journal_and_records, required_standing, standing_now
from pmpath.core.reassessment import asked_again
from pmpath.journal.assessments import since_last
from pmpath.journal.ladders import of_ladder
from pmpath.journal.plans import last_plan
from pmpath.model.setting import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.cli.outcome import Shape
    from pmpath.content.library import Library
    from pmpath.journal.line import Record
    from pmpath.model.answer import Sheet
    from pmpath.model.draft import Draft
    from pmpath.model.setting import Setting


def taken_up(sheet: "Sheet", library: "Library", shape: "Shape") -> "Sheet":
    """Return the sheet of the last assessment with these answers over it; `UsageError` where none is kept."""
    _, records = journal_and_records(shape)
    return _over(required_standing(records, library, "--again"), _planned(records, library), sheet)


def taken_up_draft(draft: "Draft", library: "Library", shape: "Shape", *, is_wanted: bool) -> "Draft":
    """Return an interview that goes on from the last assessment; the same interview where none is kept.

    Raises `UsageError` where none is kept though it `is_wanted`.
    """
    _, records = journal_and_records(shape)
    now = required_standing(records, library, "--again") if is_wanted else standing_now(records, library)
    if now is None:
        return draft
    sheet = _over(now, _planned(records, library), draft.given)
    target = draft.target or sheet.context.target
    again = asked_again(library.grid, sheet.answers, now.progress.standings, target)
    questions = {one.id: str(one.reason) for one in again if one.id not in draft.given.answers}
    tell(_said(now, len(questions)))
    return draft._replace(given=sheet, target=target, again=questions)


def _planned(records: "Sequence[Record]", library: "Library") -> "Setting":
    """Return the setting of the plan that was made since the last assessment by the ladder in use."""
    plan = last_plan(since_last(of_ladder(records, library.identity.id)))
    return plan.setting if plan else NOWHERE


def _over(now: Now, planned: "Setting", sheet: "Sheet") -> "Sheet":
    """Return the sheet of the last assessment with answers and setting of another over it; a plan may have named a setting."""
    setting = sheet.context.setting.over(planned)
    return now.sheet._replace(answers={**now.sheet.answers, **sheet.answers}, context=now.sheet.context.within(setting))


def _said(now: Now, count: int) -> str:
    questions = "1 answer" if count == 1 else f"{count} answers"
    return (
        f"This goes on from your assessment of {now.kept.at[:10]}: {questions} may have moved and come first; the others "
        "stay. pmpath assess --fresh asks everything anew.\n"
    )
