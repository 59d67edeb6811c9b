"""A line says what its type can say; one that says anything else is damaged, whatever its checksum."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hostile.targets import records
from journal.making import file_in, opened
from pmpath.errors import ContentError
from pmpath.journal.journal import parse
from pmpath.journal.line import Record, Type, encode
from pmpath.journal.shapes import is_written_by_us
from pmpath.journal.upkeep import examine, mend

SOUND = records()
by_record = pytest.mark.parametrize("record", SOUND, ids=lambda one: f"{one.seq} {one.type} {next(iter(one.data))}")
WRONG: list[tuple[str, Mapping[str, object]]] = [
    ("evidence", {}),
    ("evidence", {"add": {"what": "x"}}),
    ("evidence", {"add": {"what": 1, "shows": []}}),
    ("evidence", {"remove": None}),
    ("plan", {"tasks": []}),
    ("step", {"task": "x", "state": "gone"}),
    ("step", {"task": 1}),
    ("checkin", {"steps": [{}], "evidence": []}),
    ("milestone", {"milestone": "x", "count": True}),
    ("milestone", {"milestone": "x", "count": -1}),
    ("piece", {"mark": "x"}),
    ("practice", {"begin": {"type": "x", "question": "x", "level": "pm", "more": 1}}),
    ("practice", {"of": "x", "how": "sung"}),
    ("story", {"change": "x", "to": [], "competencies": []}),
    ("draft", {"interview": "x"}),
    ("draft", {"begin": {}}),
]


def changed(record: Record, **data: object) -> Record:
    return record._replace(data={**record.data, **data})


@by_record
def test_what_pmpath_writes_is_known(record: Record) -> None:
    assert is_written_by_us(record.type, record.data)


@by_record
def test_nothing_is_said_that_cannot_be(record: Record) -> None:
    assert is_written_by_us(record.type, dict(record.data) | {"a key of later": 1})
    assert not is_written_by_us(record.type, {key: {"x": object()} for key in record.data})


@pytest.mark.parametrize(("kind", "data"), WRONG, ids=str)
def test_what_pmpath_never_writes_is_known_too(kind: str, data: Mapping[str, object]) -> None:
    assert not is_written_by_us(kind, data)


@pytest.mark.parametrize(
    "change",
    [
        {"start": "2026-02-30"},
        {"start": "9999-12-31"},
        {"by": "soon"},
        {"hours": 0},
        {"hours": "5"},
        {"tasks": [{"id": "x", "hours": 1e9, "lead_weeks": 0, "needs_yes": False}]},
        {"tasks": [{"id": "x", "hours": 1, "lead_weeks": 10**9, "needs_yes": False}]},
        {"tasks": [{"id": "x", "hours": 1, "lead_weeks": 0, "needs_yes": False}] * 501},
    ],
    ids=lambda change: str(change)[:60],
)
def test_a_plan_that_ends_beyond_the_calendar_was_never_made(change: Mapping[str, object]) -> None:
    (plan,) = (one for one in SOUND if one.type == Type.PLAN)
    assert not is_written_by_us(plan.type, changed(plan, **change).data)


def test_a_draft_that_answers_nothing_says_nothing() -> None:
    assert is_written_by_us(Type.DRAFT, {"text": "x"})


def test_a_type_of_a_newer_program_may_say_anything() -> None:
    assert is_written_by_us("mood", {"x": 1})


def test_a_line_of_a_newer_version_may_say_anything() -> None:
    assert len(parse(encode(SOUND[0]._replace(v=2, data={}))).records) == 1


def test_a_line_that_says_what_it_cannot_is_damaged_and_can_be_taken_out(tmp_path: Path) -> None:
    bad = SOUND[1]._replace(data={"ladder": 1})
    file_in(tmp_path, b"".join(map(encode, (SOUND[0], bad, SOUND[2]))))
    journal = opened(tmp_path)
    assert (len(journal.records()), [one.line for one in journal.problems()]) == (2, [2])
    with pytest.raises(ContentError, match="damaged"):
        journal.append(Type.MILESTONE, {"milestone": "x", "count": 1})
    mend(journal)
    assert examine(journal).is_sound


@pytest.mark.parametrize("figure", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_figure_that_no_line_can_hold_is_damage(figure: str) -> None:
    line = encode(SOUND[0]).replace(b'"needed":4', f'"needed":{figure}'.encode())
    assert parse(line).records == ()
