"""Assessments that were saved, and how sheets stand in records."""

import json
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Answers, example_a, example_d, grid, top
from journal.making import NOW, add, opened, record
from pmpath.core.assessment import assess
from pmpath.journal.assessments import history, last, save, since_last, up_to
from pmpath.journal.journal import Journal
from pmpath.journal.line import Type
from pmpath.journal.sheets import identity_of, sheet_data, sheet_of
from pmpath.model.answer import EMPTY_SHEET, Context, Sheet
from pmpath.model.draft import Kept
from pmpath.model.identity import LadderIdentity
from strategies import partial_sheets

LADDER: Final = LadderIdentity("pm", "2026.1", "ab" * 32)
LINES: Final = st.dictionaries(st.sampled_from(["what", "result", "who"]), st.text(max_size=10), max_size=3)
CONTEXTS: Final = st.builds(
    Context,
    st.none() | st.text(max_size=10),
    st.none() | st.text(max_size=10),
    st.none() | st.floats(0, 168, allow_nan=False),
    st.none() | st.sampled_from(grid().levels),
    st.none() | st.booleans(),
)
SHEETS: Final = st.builds(
    Sheet,
    partial_sheets(),
    st.dictionaries(st.sampled_from(sorted(grid().index)), st.lists(LINES, max_size=2), max_size=3),
    CONTEXTS,
    st.none(),
)
"""Sheets of a person's own: what somebody else answers never enters a journal."""


def saved(journal: Journal, sheet: Sheet, target: str | None = None, interview: str | None = None) -> Kept:
    """Save an assessment and return what a new process finds."""
    save(journal, LADDER, sheet, assess(grid(), sheet.answers, sheet.evidence, target), interview)
    found = last(opened(journal.path.parent).records())
    assert found is not None
    return found


def of(answers: Answers) -> Sheet:
    return Sheet(answers, {}, Context())


def test_where_nothing_was_saved_there_is_nothing(tmp_path: Path) -> None:
    assert last(opened(tmp_path).records()) is None


def test_drafts_are_no_assessments() -> None:
    assert last([record(1), record(2)]) is None


def test_what_the_assessment_said_comes_back(tmp_path: Path) -> None:
    sheet = of(example_a())
    said = assess(grid(), sheet.answers)
    ready = said.readiness
    assert ready is not None
    assert saved(opened(tmp_path), sheet) == Kept(
        NOW, LADDER, sheet, said.role, said.level, said.next_level, ready.met, ready.needed, said.because, said.next_steps
    )


def test_the_goal_is_the_target_where_one_was_named(tmp_path: Path) -> None:
    assert saved(opened(tmp_path), of(example_a()), "director").goal == "director"


def test_at_the_top_there_is_no_goal_and_no_readiness(tmp_path: Path) -> None:
    found = saved(opened(tmp_path), of(top()))
    assert (found.goal, found.met, found.needed) == (None, None, None)


def test_a_sheet_that_settles_nothing_is_kept_too(tmp_path: Path) -> None:
    found = saved(opened(tmp_path), EMPTY_SHEET)
    assert (found.role, found.level, found.sheet) == (None, None, EMPTY_SHEET)


def test_the_whole_sheet_comes_back_with_its_context_and_evidence(tmp_path: Path) -> None:
    context = Context("Lead 日本", "startup", 7.5, "director")
    sheet = Sheet(example_d(), {"data.pm": [{"what": "a", "result": "b", "who": "c"}, {"what": "d"}]}, context)
    assert saved(opened(tmp_path), sheet).sheet == sheet


def test_the_history_has_all_that_were_saved_the_oldest_first_and_no_drafts(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    first = saved(journal, of(example_a()))
    add(journal, "a draft")
    second = saved(journal, of(example_d()))
    assert history(opened(tmp_path).records()) == [first, second]


def test_the_last_one_that_was_saved_counts(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    saved(journal, of(example_a()))
    assert saved(journal, of(example_d())).sheet.answers == example_d()


def test_the_last_one_is_last_by_its_number_and_not_by_its_date(tmp_path: Path) -> None:
    times = iter(["9999-12-31T23:59:59Z", "2026-01-01T00:00:00Z"])
    journal = Journal(tmp_path, lambda: next(times))
    saved(journal, of(example_a()))
    assert saved(journal, of(example_d())).at == "2026-01-01T00:00:00Z"


def test_drafts_behind_an_assessment_do_not_hide_it(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    found = saved(journal, of(example_a()))
    journal.append(Type.DRAFT, {"begin": {}})
    assert last(journal.records()) == found


@pytest.mark.parametrize("interview", [None, "0123456789ab"])
def test_a_saved_assessment_names_the_interview_that_it_ends(interview: str | None, tmp_path: Path) -> None:
    journal = opened(tmp_path)
    saved(journal, of(example_a()), interview=interview)
    assert journal.records()[-1].data["interview"] == interview


def test_saving_returns_the_record_that_was_written(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    written = save(journal, LADDER, of(example_a()), assess(grid(), example_a()), None)
    assert (written.seq, written.type) == (1, Type.ASSESSMENT)


def two_assessments(tmp_path: Path) -> Journal:
    """Return a journal with a draft before, between and behind two assessments."""
    journal = opened(tmp_path)
    add(journal, "before")
    saved(journal, of(example_a()))
    add(journal, "between")
    saved(journal, of(example_d()))
    add(journal, "behind")
    return journal


@pytest.mark.parametrize(("number", "end"), [(1, 2), (2, 4)])
def test_the_records_up_to_an_assessment_end_with_it(number: int, end: int, tmp_path: Path) -> None:
    records = two_assessments(tmp_path).records()
    assert list(up_to(records, number)) == list(records[:end])


def test_an_assessment_that_there_is_not_has_no_records_up_to_it(tmp_path: Path) -> None:
    with pytest.raises(IndexError):
        up_to(two_assessments(tmp_path).records(), 3)


def test_what_came_since_is_behind_the_last_assessment(tmp_path: Path) -> None:
    assert [one.data["text"] for one in since_last(two_assessments(tmp_path).records())] == ["behind"]


def test_before_the_first_assessment_everything_came_since() -> None:
    assert list(since_last([record(1), record(2)])) == [record(1), record(2)]


def test_right_behind_an_assessment_nothing_came_since(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    saved(journal, of(example_a()))
    assert list(since_last(journal.records())) == []


def test_what_came_since_goes_by_number_and_not_by_date(tmp_path: Path) -> None:
    times = iter(["2026-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2020-01-01T00:00:00Z"])
    journal = Journal(tmp_path, lambda: next(times))
    add(journal, "before")
    saved(journal, of(example_a()))
    add(journal, "behind")
    assert [one.data["text"] for one in since_last(journal.records())] == ["behind"]


@given(SHEETS)
def test_every_sheet_comes_back_from_its_record(sheet: Sheet) -> None:
    assert sheet_of(json.loads(json.dumps(sheet_data(sheet)))) == sheet


def test_a_sheet_stands_in_a_record_with_the_keys_of_a_sheet_file() -> None:
    sheet = Sheet({"scope": "pm"}, {}, Context(target="director"))
    assert sheet_data(sheet) == {"answers": {"scope": "pm"}, "evidence": {}, "context": {"target": "director"}}


def test_a_ladder_identity_comes_back_from_its_record() -> None:
    assert identity_of(json.loads(json.dumps(LADDER._asdict()))) == LADDER
