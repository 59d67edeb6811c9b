"""Several runs at once: every one that tells that it saved did, once and whole; one that cannot wait says that it is busy."""

import json
from collections import Counter

import pytest

from faults.campaign import IS_FULL
from faults.conftest import LayOut, Tally
from faults.judging import wrong_words
from faults.places import KEPT, THEIRS, Place, Ran, command, end, run, start
from pmpath.journal.line import Record, decode

pytestmark = pytest.mark.faults

SIZES = [(2, 5), (4, 25), (8, 25), (16, 250)] if IS_FULL else [(2, 2), (8, 2)]
"""How many write at once, and how often each."""
BUSY = 75


def records(place: Place) -> list[Record | None]:
    """Return all records, None for a damaged line."""
    return [decode(line) for line in place.kept.splitlines()]


def at_once(place: Place, count: int, rounds: int) -> dict[str, Ran]:
    """Let so many processes add evidence at the same time, so often; return what each run said, by its text."""
    found: dict[str, Ran] = {}
    for turn in range(rounds):
        texts = [f"Entry {turn}-{number}" for number in range(count)]
        running = {text: start(place, command("evidence", "add", text)) for text in texts}
        found |= {text: end(process) for text, process in running.items()}
    return found


@pytest.mark.parametrize(("count", "rounds"), SIZES)
def test_what_several_runs_told_is_there_once_and_whole(count: int, rounds: int, lay_out: LayOut, tally: Tally) -> None:
    with lay_out(KEPT) as place:
        said = at_once(place, count, rounds)
        tally(f"runs of {count} at once", len(said))
        found = Counter(record.data["add"]["what"] if record else "damaged" for record in records(place)[KEPT.count(b"\n") :])
        assert found == Counter(text for text, ran in said.items() if ran.code == 0)
        assert [wrong_words(ran, [BUSY]) for ran in said.values() if ran.code] == []
        assert place.kept.startswith(KEPT)
        assert [record.seq for record in records(place) if record] == list(range(1, len(records(place)) + 1))


def test_runs_that_find_no_home_at_the_same_time_all_keep_their_line(lay_out: LayOut) -> None:
    with lay_out(None) as place:
        said = at_once(place, 4, 1)
        assert [ran.code for ran in said.values()] == [0] * 4
        assert len(records(place)) == 4


def test_a_journal_that_is_brought_in_while_others_write_takes_nothing_from_anybody(lay_out: LayOut) -> None:
    with lay_out(KEPT) as place:
        words = [("evidence", "add", f"Entry {number}") for number in range(3)] + [("data", "import", "theirs.jsonl")]
        running = [start(place, command(*each)) for each in words]
        assert [end(process).code for process in running] == [0] * 4
        kept = [record.id for record in records(place) if record]
        theirs = [json.loads(line)["id"] for line in THEIRS.splitlines()]
        assert len(kept) == len(set(kept)) == KEPT.count(b"\n") + 3 + len(theirs)
        assert set(theirs) <= set(kept)


def test_a_run_that_ended_with_the_lock_in_its_hand_blocks_nobody(lay_out: LayOut) -> None:
    with lay_out(KEPT) as place:
        (place.home / "journal.lock").write_text("99999\n", "ascii")
        assert run(place, "evidence", "add", "Not blocked").code == 0
