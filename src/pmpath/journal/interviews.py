"""Interviews under way: each answer is a line of its own, and the lines folded together are the draft."""

from collections.abc import Mapping, Sequence
from typing import Any

from pmpath.journal.journal import Journal
from pmpath.journal.line import Record, Type
from pmpath.journal.sheets import identity_of, sheet_data, sheet_of
from pmpath.model.draft import Draft


class DraftKeeper:
    """Keeps the answers of one interview; each call returns when the drive has them."""

    def __init__(self, journal: Journal, draft: Draft) -> None:
        """Take a draft that goes on, or a new one without an id, which the first answer writes down."""
        self._journal = journal
        self._draft = draft

    @property
    def interview(self) -> str | None:
        """The id of the interview; None while nothing of it is written."""
        return self._draft.id or None

    def answered(self, question: str, word: str | None) -> None:
        """Keep an answer; None for a question that was skipped."""
        self._append({"question": question, "answer": word})

    def shown(self, expectation: str, lines: Mapping[str, str]) -> None:
        """Keep a piece of evidence."""
        self._append({"expectation": expectation, "evidence": dict(lines)})

    def _append(self, said: Mapping[str, Any]) -> None:
        if not self._draft.id:
            self._draft = self._draft._replace(id=_begin(self._journal, self._draft))
        self._journal.append(Type.DRAFT, {"interview": self._draft.id, **said})


def _begin(journal: Journal, draft: Draft) -> str:
    """Write down that an interview begins, with what is known before its first question; return its id."""
    start = {
        "ladder": draft.ladder._asdict(),
        "depth": draft.depth,
        "target": draft.target,
        "given": sheet_data(draft.given),
        "again": dict(draft.again),
    }
    return journal.append(Type.DRAFT, {"begin": start}).id


def unfinished(records: Sequence[Record]) -> Draft | None:
    """Return the last interview that was begun, if it holds an answer and came to no result."""
    begun = [record for record in records if record.type == Type.DRAFT and "begin" in record.data]
    if not begun:
        return None
    start = begun[-1]
    draft = _opened(start)
    for record in records:
        if record.data.get("interview") != start.id:
            continue
        if record.type == Type.ASSESSMENT:
            return None
        draft = _with(draft, record.data)
    return draft if draft.answered else None


def _opened(start: Record) -> Draft:
    said = start.data["begin"]
    return Draft(
        identity_of(said["ladder"]),
        said["depth"],
        said["target"],
        sheet_of(said["given"]),
        again=said.get("again", {}),  # interviews of before have none
        id=start.id,
        begun=start.at,
    )


def _with(draft: Draft, said: Mapping[str, Any]) -> Draft:
    if "question" in said:
        return draft._replace(asked={**draft.asked, said["question"]: said["answer"]})
    return draft._replace(evidence={**draft.evidence, said["expectation"]: said["evidence"]})
