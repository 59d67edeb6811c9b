"""Saved assessments: one line each, with the whole sheet and what it said."""

from collections.abc import Sequence

from pmpath.journal.journal import Journal
from pmpath.journal.line import Record, Type
from pmpath.journal.sheets import identity_of, sheet_data, sheet_of
from pmpath.model.answer import Sheet
from pmpath.model.draft import Kept
from pmpath.model.identity import LadderIdentity
from pmpath.model.result import Assessment


def save(journal: Journal, ladder: LadderIdentity, sheet: Sheet, result: Assessment, interview: str | None) -> Record:
    """Keep an assessment; `interview` names the draft that it ends."""
    ready = result.readiness
    said = {
        "interview": interview,
        "ladder": ladder._asdict(),
        "sheet": sheet_data(sheet),
        "role": result.role,
        "level": result.level,
        "goal": result.target or result.next_level,
        "met": ready.met if ready else None,
        "needed": ready.needed if ready else None,
        "because": result.because,
        "next_steps": result.next_steps,
    }
    return journal.append(Type.ASSESSMENT, said)


def last(records: Sequence[Record]) -> Kept | None:
    """Return the assessment that was saved last."""
    return next((_kept(record) for record in reversed(records) if record.type == Type.ASSESSMENT), None)


def history(records: Sequence[Record]) -> list[Kept]:
    """Return all assessments, the oldest first."""
    return [_kept(record) for record in records if record.type == Type.ASSESSMENT]


def up_to(records: Sequence[Record], number: int) -> Sequence[Record]:
    """Return the records up to an assessment, which is counted from 1, and with it."""
    places = [place for place, record in enumerate(records) if record.type == Type.ASSESSMENT]
    return records[: places[number - 1] + 1]


def since_last(records: Sequence[Record]) -> Sequence[Record]:
    """Return the records behind the last assessment."""
    places = [place for place, record in enumerate(records) if record.type == Type.ASSESSMENT]
    return records[places[-1] + 1 :] if places else records


def _kept(record: Record) -> Kept:
    said = record.data
    return Kept(
        at=record.at,
        ladder=identity_of(said["ladder"]),
        sheet=sheet_of(said["sheet"]),
        role=said["role"],
        level=said["level"],
        goal=said["goal"],
        met=said["met"],
        needed=said["needed"],
        because=tuple(said["because"]),
        next_steps=tuple(said["next_steps"]),
    )
