"""Records of several ladders in one journal: each ladder sees its own, and how many there are of others."""

from collections.abc import Mapping
from typing import Any

import pytest

from pmpath.journal.ladders import of_ladder, others
from pmpath.journal.line import Record, Type

A, B = ({"ladder": {"id": name, "version": "1", "sha256": "0"}} for name in "ab")


def record(seq: int, kind: Type, data: Mapping[str, Any]) -> Record:
    return Record(seq, f"id{seq}", "2026-01-01T00:00:00Z", kind, data)


def numbers(records: list[Record], ladder: str) -> list[int]:
    return [one.seq for one in of_ladder(records, ladder)]


RECORDS = [
    record(1, Type.DRAFT, {"begin": A}),
    record(2, Type.DRAFT, {"begin": B}),
    record(3, Type.DRAFT, {"interview": "id1", "question": "x", "answer": None}),
    record(4, Type.DRAFT, {"interview": "id2", "question": "x", "answer": None}),
    record(5, Type.ASSESSMENT, A),
    record(6, Type.STEP, {"task": "x"}),
    record(7, Type.PLAN, B),
    record(8, Type.CHECKIN, {"steps": [], "evidence": []}),
    record(9, Type.STEP, {"task": "x", "ladder": "a"}),
    record(10, Type.TRANSITION, B),
    record(11, Type.EVIDENCE, {"add": {}}),
    record(12, Type.MILESTONE, {"milestone": "x", "count": 1}),
    record(13, Type.PIECE, {"begin": "x.md", "kind": "y"}),
    record(14, Type.STEP, {"task": "x"}),
]


@pytest.mark.parametrize(
    ("ladder", "seen"), [("a", [1, 3, 5, 6, 9, 11, 12, 13]), ("b", [2, 4, 7, 8, 10, 11, 12, 13, 14]), ("c", [11, 12, 13])]
)
def test_a_ladder_sees_its_own_and_what_belongs_to_none(ladder: str, seen: list[int]) -> None:
    assert numbers(RECORDS, ladder) == seen


def test_a_report_before_any_assessment_belongs_to_none() -> None:
    assert numbers([record(1, Type.STEP, {"task": "x"})], "a") == [1]


def test_an_answer_of_an_interview_that_nobody_began_belongs_to_none() -> None:
    assert numbers([record(1, Type.DRAFT, {"interview": "id0", "question": "x", "answer": None})], "a") == [1]


@pytest.mark.parametrize(("ladder", "counts"), [("a", {"b": 1}), ("b", {"a": 2}), ("c", {"a": 2, "b": 1})])
def test_assessments_of_others_are_counted(ladder: str, counts: dict[str, int]) -> None:
    records = [record(seq, Type.ASSESSMENT, one) for seq, one in enumerate((A, B, A), start=1)]
    assert others([*records, *RECORDS[:4]], ladder) == counts
