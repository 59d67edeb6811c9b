"""The evidence that holds: what was added, changed and removed, and what came along with assessments, steps and check-ins."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Answers, example_a, grid
from journal.making import NOW, opened
from pmpath.core.assessment import assess
from pmpath.journal.assessments import save
from pmpath.journal.evidence import add, as_it_reads_now, by_expectation, change, evidence, item_data, remove
from pmpath.journal.journal import Journal
from pmpath.journal.line import Record, Type
from pmpath.journal.plans import check_in, report
from pmpath.model.answer import Context, Sheet
from pmpath.model.evidence import Evidence
from pmpath.model.identity import LadderIdentity

LADDER: Final = LadderIdentity("pm", "2026.1", "ab" * 32)
TODAY: Final = NOW[:10]
RAN: Final = {"what": "Ran six interviews"}
CUT: Final = {"what": "Cut churn", "result": "4 to 3 percent", "who": "head of support"}


def held(journal: Journal) -> list[Evidence]:
    """Return what a new process finds."""
    return evidence(opened(journal.path.parent).records())


def read(journal: Journal) -> list[tuple[int, Mapping[str, str], tuple[str, ...]]]:
    """Return number, lines and what is shown of all that holds."""
    return [(entry.number, entry.lines, entry.shows) for entry in held(journal)]


def assessed(journal: Journal, shown: Mapping[str, list[Mapping[str, str]]], answers: Answers | None = None) -> Record:
    sheet = Sheet(answers or example_a(), shown, Context())
    return save(journal, LADDER, sheet, assess(grid(), sheet.answers, sheet.evidence), None)


def test_without_records_nothing_holds() -> None:
    assert evidence([]) == []


def test_what_was_added_holds_with_its_number_id_and_day(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    record = add(journal, CUT, ["data.pm", "business.pm"])
    assert held(journal) == [Evidence(1, record.id, TODAY, CUT, ("data.pm", "business.pm"))]


def test_what_it_says_first_is_what_was_done(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, CUT, [])
    assert held(journal)[0].what == "Cut churn"


def test_lines_that_are_empty_or_unknown_are_not_kept() -> None:
    lines = {"link": "a", "what": "b", "who": "", "mood": "fine"}
    assert item_data(lines, ("data.pm",)) == {"what": "b", "link": "a", "shows": ["data.pm"]}


def test_evidence_stands_in_the_order_in_which_it_was_written_down(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for what in "cab":
        add(journal, {"what": what}, [])
    assert [(entry.number, entry.what) for entry in held(journal)] == [(1, "c"), (2, "a"), (3, "b")]


# Changed and removed


def test_what_was_changed_reads_as_it_was_changed_to_and_keeps_its_number_place_and_day(tmp_path: Path) -> None:
    times = iter(["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z"])
    journal = Journal(tmp_path, lambda: next(times))
    first = add(journal, RAN, ["data.pm"])
    add(journal, {"what": "b"}, [])
    change(journal, first.id, CUT, ["business.pm"])
    assert held(journal)[0] == Evidence(1, first.id, "2026-01-01", CUT, ("business.pm",))


def test_the_last_change_counts(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    name = add(journal, RAN, []).id
    change(journal, name, CUT, [])
    change(journal, name, {"what": "c"}, [])
    assert read(journal) == [(1, {"what": "c"}, ())]


def test_what_was_removed_holds_no_longer_and_its_number_is_not_given_again(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    name = add(journal, RAN, []).id
    remove(journal, name)
    add(journal, CUT, [])
    assert read(journal) == [(2, CUT, ())]


def test_what_was_removed_and_added_again_is_a_new_one(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    remove(journal, add(journal, RAN, ["data.pm"]).id)
    again = add(journal, RAN, [])
    assert held(journal) == [Evidence(2, again.id, TODAY, RAN, ())]


def test_a_change_of_what_was_removed_brings_nothing_back(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    name = add(journal, RAN, []).id
    remove(journal, name)
    change(journal, name, CUT, [])
    assert held(journal) == []


@pytest.mark.parametrize("name", ["", "0", "another"])
def test_what_is_not_known_can_neither_be_changed_nor_removed(name: str, tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, RAN, [])
    change(journal, name, CUT, [])
    remove(journal, name)
    assert read(journal) == [(1, RAN, ())]


def test_the_beginning_of_an_id_is_no_id(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    remove(journal, add(journal, RAN, []).id[:6])
    assert read(journal) == [(1, RAN, ())]


# What reads the same


def test_what_reads_the_same_is_one_entry_that_shows_more(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    first = add(journal, RAN, ["data.pm", "strategy.pm"])
    add(journal, RAN, ["strategy.pm", "discovery.pm"])
    assert held(journal) == [Evidence(1, first.id, TODAY, RAN, ("data.pm", "strategy.pm", "discovery.pm"))]


@pytest.mark.parametrize("more", [{"result": "x"}, {"who": "x"}, {"date": "x"}, {"link": "x"}])
def test_any_other_line_makes_another_entry(more: dict[str, str], tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, RAN, [])
    add(journal, {**RAN, **more}, [])
    assert [number for number, *_ in read(journal)] == [1, 2]


def test_lines_in_another_order_read_the_same(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, CUT, [])
    add(journal, dict(reversed(CUT.items())), [])
    assert read(journal) == [(1, CUT, ())]


def test_what_was_changed_is_not_what_it_read_before(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    change(journal, add(journal, RAN, []).id, CUT, [])
    add(journal, RAN, ["data.pm"])
    assert read(journal) == [(1, CUT, ()), (2, RAN, ("data.pm",))]


def test_what_was_added_as_something_known_can_go_on_to_be_written(tmp_path: Path) -> None:
    """Asked line by line, a piece begins with what was done, which may read like an older piece until its result comes."""
    journal = opened(tmp_path)
    add(journal, RAN, ["data.pm"])
    second = add(journal, RAN, [])
    change(journal, second.id, {**RAN, "result": "two bets dropped"}, ["discovery.pm"])
    found = [(lines, shows) for _, lines, shows in read(journal)]
    assert ({**RAN, "result": "two bets dropped"}, True) in [(lines, "discovery.pm" in shows) for lines, shows in found]


def test_what_was_added_as_something_known_can_be_said_to_show_more(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, RAN, ["data.pm"])
    second = add(journal, RAN, [])
    change(journal, second.id, RAN, ["discovery.pm"])
    assert "discovery.pm" in {name for _, _, shows in read(journal) for name in shows}


# What other records carry


def test_the_evidence_of_an_assessment_holds_for_its_expectations(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    record = assessed(journal, {"data.pm": [RAN, CUT], "discovery.pm": [RAN]})
    assert held(journal) == [
        Evidence(1, f"{record.id}-0", TODAY, RAN, ("data.pm", "discovery.pm")),
        Evidence(2, f"{record.id}-1", TODAY, CUT, ("data.pm",)),
    ]


def test_an_assessment_that_carries_what_is_kept_adds_nothing(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, RAN, ["data.pm"])
    before = read(journal)
    assessed(journal, by_expectation(held(journal)))
    assert read(journal) == before


def test_the_evidence_of_an_assessment_can_be_changed_and_removed(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    name = assessed(journal, {"data.pm": [RAN], "discovery.pm": [CUT]}).id
    change(journal, f"{name}-0", {"what": "c"}, ["data.pm"])
    remove(journal, f"{name}-1")
    assert read(journal) == [(1, {"what": "c"}, ("data.pm",))]


def test_evidence_that_was_changed_and_carried_again_stands_once(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    name = assessed(journal, {"data.pm": [RAN]}).id
    change(journal, f"{name}-0", CUT, ["data.pm"])
    assessed(journal, by_expectation(held(journal)))
    assert read(journal) == [(1, CUT, ("data.pm",))]


def test_the_evidence_of_a_step_holds(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    record = report(journal, {"task": "data.pm", "state": "done", "evidence": [item_data(RAN, ["data.pm"])]})
    assert held(journal) == [Evidence(1, f"{record.id}-0", TODAY, RAN, ("data.pm",))]


def test_a_step_without_evidence_carries_none(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    report(journal, {"task": "data.pm", "note": "x"})
    assert held(journal) == []


def test_the_evidence_of_a_check_in_holds_and_may_show_nothing_yet(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    check_in(journal, [{"task": "data.pm", "state": "open"}], [item_data(RAN, []), item_data(CUT, ["data.pm"])])
    assert read(journal) == [(1, RAN, ()), (2, CUT, ("data.pm",))]


def test_drafts_and_plans_carry_no_evidence(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.append(Type.DRAFT, {"interview": "a", "expectation": "data.pm", "evidence": RAN})
    journal.append(Type.PLAN, {"evidence": [item_data(RAN, [])]})
    assert held(journal) == []


def test_evidence_is_numbered_in_the_order_of_the_journal_whatever_its_dates(tmp_path: Path) -> None:
    times = iter(["9999-12-31T00:00:00Z", "2020-01-01T00:00:00Z"])
    journal = Journal(tmp_path, lambda: next(times))
    add(journal, RAN, [])
    add(journal, CUT, [])
    assert [(entry.number, entry.added) for entry in held(journal)] == [(1, "9999-12-31"), (2, "2020-01-01")]


# The way a sheet carries it


def test_evidence_by_expectation_has_the_lines_under_all_that_they_show() -> None:
    entries = [Evidence(1, "a", TODAY, RAN, ("data.pm", "talks")), Evidence(2, "b", TODAY, CUT, ("data.pm",))]
    assert by_expectation(entries) == {"data.pm": [RAN, CUT], "talks": [RAN]}


def test_what_shows_nothing_stands_under_nothing() -> None:
    assert by_expectation([Evidence(1, "a", TODAY, RAN)]) == {}


# Any journal


WHAT: Final = st.sampled_from(["a", "b"])
SHOWS: Final = st.lists(st.sampled_from(["data.pm", "scope.pm"]), max_size=2, unique=True)
ITEMS: Final = st.builds(lambda what, shows: {"what": what, "shows": shows}, WHAT, SHOWS)
ENTRIES: Final = st.integers(1, 6).map(lambda seq: f"{seq:012x}")
SAID: Final[st.SearchStrategy[tuple[Type, dict[str, Any]]]] = st.one_of(
    ITEMS.map(lambda item: (Type.EVIDENCE, {"add": item})),
    st.tuples(ENTRIES, ITEMS).map(lambda pair: (Type.EVIDENCE, {"change": pair[0], "to": pair[1]})),
    ENTRIES.map(lambda name: (Type.EVIDENCE, {"remove": name})),
    st.lists(ITEMS, max_size=2).map(lambda items: (Type.CHECKIN, {"steps": [], "evidence": items})),
)


def numbered(said: list[tuple[Type, dict[str, Any]]]) -> list[Record]:
    return [Record(seq, f"{seq:012x}", NOW, kind, data) for seq, (kind, data) in enumerate(said, start=1)]


def prefixes(records: list[Record]) -> Iterator[list[Record]]:
    return (records[:end] for end in range(len(records) + 1))


@given(st.lists(SAID, max_size=12))
def test_numbers_and_ids_are_given_once_and_numbers_rise(said: list[tuple[Type, dict[str, Any]]]) -> None:
    found = evidence(numbered(said))
    assert [entry.number for entry in found] == sorted({entry.number for entry in found})
    assert len({entry.id for entry in found}) == len(found)


@given(st.lists(SAID, max_size=12))
def test_what_a_number_once_was_it_stays(said: list[tuple[Type, dict[str, Any]]]) -> None:
    names: dict[int, str] = {}
    for some in prefixes(numbered(said)):
        for entry in evidence(some):
            assert names.setdefault(entry.number, entry.id) == entry.id


@given(st.lists(SAID, max_size=12), WHAT, SHOWS)
def test_what_is_added_last_holds_and_shows_what_it_shows(
    said: list[tuple[Type, dict[str, Any]]], what: str, shows: list[str]
) -> None:
    records = numbered([*said, (Type.EVIDENCE, {"add": {"what": what, "shows": shows}})])
    assert any(entry.what == what and set(shows) <= set(entry.shows) for entry in evidence(records))


def test_what_does_not_say_what_was_done_is_no_evidence(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    add(journal, {"who": "Ann"}, ["data.pm"])
    add(journal, RAN, ["data.pm"])
    assert read(journal) == [(1, RAN, ("data.pm",))]


# The evidence of a sheet of before


def kept(lines: Mapping[str, str], *shows: str) -> Evidence:
    return Evidence(1, "e1", TODAY, lines, shows)


def test_a_sheet_that_carries_nothing_kept_stays_as_it_is() -> None:
    given_then = {"data.pm": [CUT]}
    assert as_it_reads_now(given_then, [kept(RAN, "data.pm")], [kept(RAN, "data.pm")]) == given_then


def test_kept_evidence_of_a_sheet_reads_as_it_was_changed_to() -> None:
    then, now = [kept(RAN, "data.pm")], [kept(CUT, "business.pm")]
    assert as_it_reads_now({"data.pm": [RAN]}, then, now) == {"data.pm": [], "business.pm": [CUT]}


def test_kept_evidence_that_was_removed_leaves_a_sheet() -> None:
    assert as_it_reads_now({"data.pm": [RAN]}, [kept(RAN, "data.pm")], []) == {"data.pm": []}


def test_what_a_sheet_has_of_its_own_comes_first() -> None:
    held_now = [kept(RAN, "data.pm")]
    assert as_it_reads_now({"data.pm": [RAN, CUT]}, held_now, held_now) == {"data.pm": [CUT, RAN]}
