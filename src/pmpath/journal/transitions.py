"""Saved transitions: one line each, with the way that was asked for and the answers it was laid out from."""

from pmpath.journal.journal import Journal
from pmpath.journal.line import Record, Type
from pmpath.journal.sheets import sheet_data
from pmpath.model.answer import Sheet
from pmpath.model.identity import LadderIdentity
from pmpath.model.route import Transition


def save(journal: Journal, ladder: LadderIdentity, sheet: Sheet, result: Transition) -> Record:
    """Keep a transition that was laid out from someone's own answers."""
    said = {
        "ladder": ladder._asdict(),
        "background": result.background,
        "to": result.to,
        "hours_per_week": result.hours_per_week,
        "weeks": result.weeks,
        "sheet": sheet_data(sheet),
    }
    return journal.append(Type.TRANSITION, said)
