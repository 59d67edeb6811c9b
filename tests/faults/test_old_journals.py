"""Journals of every version are kept for ever: each reads as it read then, no byte changes by reading, and commands work on it.

`data/` holds one of each version, made by commands of that version, with every kind of line; beside it stands what it says.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from faults.campaign import some
from faults.conftest import LayOut
from faults.deeds import LINES, Deed
from faults.places import DATA, KEPT, goes_on, run
from faults.test_homes import LOOKS
from journal.making import opened
from pmpath.journal.assessments import history
from pmpath.journal.evidence import evidence
from pmpath.journal.interviews import unfinished
from pmpath.journal.line import Record, Type, decode
from pmpath.journal.milestones import counts
from pmpath.journal.pieces import pieces
from pmpath.journal.plans import last_plan, progress, progress_between
from pmpath.journal.practice import practices
from pmpath.journal.stories import stories

pytestmark = pytest.mark.faults

JOURNALS = sorted(DATA.glob("journal-*.jsonl"))
each_journal = pytest.mark.parametrize("journal", JOURNALS, ids=lambda path: path.stem)


def read(records: Sequence[Record]) -> dict[str, Any]:
    """Return everything that a journal says, as JSON values."""
    return {
        "assessments": plain(history(records)),
        "evidence": plain(evidence(records)),
        "unfinished interview": plain(unfinished(records)),
        "milestones": plain(counts(records)),
        "pieces": plain(pieces(records)),
        "plan": plain(last_plan(records)),
        "progress": plain(progress(records)),
        "progress before": plain(progress_between(records, 2, 3)),
        "practice": plain(practices(records)),
        "stories": plain(stories(records)),
    }


def plain(value: object) -> object:
    """Return a value as JSON has it; a record is its fields by name."""
    if hasattr(value, "_asdict"):
        return plain(value._asdict())
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def differing(then: object, now: object, where: str = "") -> list[str]:
    """Return where what is read now is not what was read then; fields that a later version adds are no difference."""
    if isinstance(then, dict) and isinstance(now, dict):
        return [one for key, value in then.items() for one in differing(value, now.get(key), f"{where}/{key}")]
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        return [one for place, value in enumerate(then) for one in differing(value, now[place], f"{where}/{place}")]
    return [] if then == now else [f"{where}: {then!r} is {now!r}"]


@each_journal
def test_a_journal_of_every_version_reads_as_it_read_then(journal: Path, tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").write_bytes(journal.read_bytes())
    records = opened(tmp_path).records()
    assert len(records) == journal.read_bytes().count(b"\n")
    then = json.loads(journal.with_suffix(".read.json").read_text("utf-8"))
    assert differing(then, read(records)) == []


def test_the_newest_journal_has_every_kind_of_line() -> None:
    found = [record for line in JOURNALS[-1].read_bytes().splitlines() if (record := decode(line))]
    assert {record.type for record in found} == set(Type)


@each_journal
@pytest.mark.parametrize("words", some(LOOKS, 5), ids=" ".join)
def test_looking_at_a_journal_of_any_version_changes_no_byte_and_no_time(
    words: tuple[str, ...], journal: Path, lay_out: LayOut
) -> None:
    with lay_out(journal.read_bytes()) as place:
        before = place.files, place.journal.stat().st_mtime_ns, sorted(place.home.iterdir())
        ran = run(place, *words)
        assert (ran.code, ran.err) == (0, "")
        assert (place.files, place.journal.stat().st_mtime_ns, sorted(place.home.iterdir())) == before


@each_journal
@pytest.mark.parametrize("deed", some([one for one in LINES if one.kept == KEPT], 4), ids=lambda deed: deed.name)
def test_commands_that_write_go_on_behind_the_lines_of_any_version(deed: Deed, journal: Path, lay_out: LayOut) -> None:
    with lay_out(journal.read_bytes()) as place:
        assert run(place, *deed.words).code == 0
        assert place.kept.startswith(journal.read_bytes())
        assert goes_on(place) == []
