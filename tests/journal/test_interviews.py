"""Answers of an interview, kept one by one, and the draft that they make."""

import errno
from pathlib import Path
from typing import Final

import pytest

from builders import example_a, grid
from journal.faults import Fault, FaultyDisk
from journal.making import NOW, opened
from pmpath.core.assessment import assess
from pmpath.errors import OutputError
from pmpath.journal.assessments import save
from pmpath.journal.interviews import DraftKeeper, unfinished
from pmpath.journal.journal import Journal
from pmpath.journal.line import Type
from pmpath.journal.sheets import sheet_data
from pmpath.model.answer import Context, Sheet
from pmpath.model.draft import Draft
from pmpath.model.identity import LadderIdentity

LADDER: Final = LadderIdentity("pm", "2026.1", "ab" * 32)
GIVEN: Final = Sheet({"scope": "pm"}, {"data.pm": [{"what": "Ran a test"}]}, Context(title="PM", hours_per_week=4.5))
NEW: Final = Draft(LADDER, "standard", "senior-pm", GIVEN)


def begun(journal: Journal, draft: Draft = NEW) -> DraftKeeper:
    """Begin an interview with its first answer."""
    keeper = DraftKeeper(journal, draft)
    keeper.answered("data.apm", "on-my-own")
    return keeper


def found(journal: Journal) -> Draft:
    draft = unfinished(opened(journal.path.parent).records())
    assert draft is not None
    return draft


def end(journal: Journal, interview: str | None) -> None:
    """Save an assessment that ends an interview."""
    sheet = Sheet(example_a(), {}, Context())
    save(journal, LADDER, sheet, assess(grid(), sheet.answers), interview)


def test_an_empty_journal_holds_no_interview(tmp_path: Path) -> None:
    assert unfinished(opened(tmp_path).records()) is None


def test_an_interview_without_a_word_writes_nothing(tmp_path: Path) -> None:
    keeper = DraftKeeper(opened(tmp_path), NEW)
    assert keeper.interview is None
    assert list(tmp_path.iterdir()) == []


def test_the_first_answer_gives_the_interview_its_name(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    assert keeper.interview == journal.records()[0].id


def test_the_beginning_is_written_once(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    keeper.answered("data.pm", "with-help")
    keeper.shown("data.pm", {"what": "a"})
    assert ["begin" in one.data for one in journal.records()] == [True, False, False, False]


def test_what_was_known_before_comes_back_whole(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    assert found(journal) == NEW._replace(asked={"data.apm": "on-my-own"}, id=keeper.interview or "", begun=NOW)


def test_an_interview_without_target_and_given_answers_comes_back_so(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    begun(journal, Draft(LADDER, "quick"))
    assert (found(journal).depth, found(journal).target, found(journal).given) == ("quick", None, Draft(LADDER, "quick").given)


def test_what_is_to_be_asked_again_comes_back_in_its_order_with_its_reasons(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    again = {"scope": "worked-on", "data.pm": "open-before", "data.apm": "narrow"}
    begun(journal, NEW._replace(again=again))
    assert list(found(journal).again.items()) == list(again.items())


def test_what_was_asked_again_already_still_stands_among_what_is_asked_again(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    begun(journal, NEW._replace(again={"data.apm": "narrow"}))
    assert found(journal).again == {"data.apm": "narrow"}


def test_an_interview_that_an_older_version_began_has_nothing_to_ask_again(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    start = {"ladder": LADDER._asdict(), "depth": "standard", "target": "senior-pm", "given": sheet_data(GIVEN)}
    name = journal.append(Type.DRAFT, {"begin": start}).id
    journal.append(Type.DRAFT, {"interview": name, "question": "data.apm", "answer": "on-my-own"})
    assert found(journal) == NEW._replace(asked={"data.apm": "on-my-own"}, id=name, begun=NOW)


def test_answers_come_back_in_the_order_of_asking(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    for name in ("strategy.pm", "data.pm", "business.apm"):
        keeper.answered(name, "with-help")
    assert list(found(journal).asked) == ["data.apm", "strategy.pm", "data.pm", "business.apm"]


def test_a_skipped_question_comes_back_without_an_answer(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    begun(journal).answered("data.pm", None)
    assert found(journal).asked == {"data.apm": "on-my-own", "data.pm": None}


def test_an_answer_that_was_changed_keeps_its_place(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    keeper.answered("data.pm", "with-help")
    keeper.answered("data.apm", "lead-others")
    assert list(found(journal).asked.items()) == [("data.apm", "lead-others"), ("data.pm", "with-help")]


def test_an_answer_that_was_skipped_later_is_no_answer(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    keeper.answered("data.pm", "with-help")
    keeper.answered("data.pm", None)
    assert found(journal).asked == {"data.apm": "on-my-own", "data.pm": None}


def test_a_skipped_question_that_was_answered_later_has_its_answer(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    keeper.answered("data.pm", None)
    keeper.answered("data.pm", "with-help")
    assert found(journal).asked["data.pm"] == "with-help"


def test_evidence_comes_back_as_it_was_last(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    keeper.shown("data.apm", {"what": "Ran a test"})
    keeper.shown("data.apm", {"what": "Ran a test", "result": "+3 %"})
    keeper.shown("data.pm", {"what": "日本"})
    assert found(journal).evidence == {"data.apm": {"what": "Ran a test", "result": "+3 %"}, "data.pm": {"what": "日本"}}


def test_an_interview_of_skipped_questions_only_is_no_draft(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = DraftKeeper(journal, NEW)
    keeper.answered("data.apm", None)
    keeper.answered("data.pm", None)
    assert unfinished(journal.records()) is None


def test_an_interview_of_evidence_only_is_no_draft(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    DraftKeeper(journal, NEW).shown("data.apm", {"what": "Ran a test"})
    assert unfinished(journal.records()) is None


def test_an_interview_that_came_to_its_result_is_no_draft(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    end(journal, begun(journal).interview)
    assert unfinished(journal.records()) is None


@pytest.mark.parametrize("other", [None, "another"])
def test_the_result_of_something_else_leaves_the_draft(other: str | None, tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    end(journal, other)
    assert found(journal).id == keeper.interview


def test_an_answer_after_the_result_opens_nothing_again(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    end(journal, keeper.interview)
    keeper.answered("data.pm", "with-help")
    assert unfinished(journal.records()) is None


def test_only_the_interview_that_was_begun_last_counts(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    begun(journal)
    last = begun(journal, NEW._replace(depth="quick"))
    assert (found(journal).id, found(journal).depth) == (last.interview, "quick")


def test_an_earlier_interview_does_not_come_back_when_the_last_has_its_result(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    begun(journal)
    end(journal, begun(journal).interview)
    assert unfinished(journal.records()) is None


def test_an_earlier_interview_does_not_come_back_when_the_last_has_no_answer(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    begun(journal)
    DraftKeeper(journal, NEW).answered("data.apm", None)
    assert unfinished(journal.records()) is None


def test_an_interview_begun_after_a_result_counts(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    end(journal, begun(journal).interview)
    assert begun(journal).interview == found(journal).id


def test_two_interviews_at_the_same_time_keep_their_answers_apart(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    first, second = begun(journal), begun(opened(tmp_path))
    first.answered("data.pm", "not-yet")
    second.answered("strategy.pm", "with-help")
    first.shown("data.apm", {"what": "of the first"})
    second.answered("data.apm", "lead-others")
    first.answered("strategy.pm", "not-yet")
    assert found(journal).asked == {"data.apm": "lead-others", "strategy.pm": "with-help"}
    assert found(journal).evidence == {}


def test_the_result_of_the_earlier_of_two_interviews_leaves_the_later(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    first, second = begun(journal), begun(opened(tmp_path))
    end(journal, first.interview)
    assert found(journal).id == second.interview


def test_an_interview_that_goes_on_adds_to_what_it_holds(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    begun(journal)
    later = opened(tmp_path)
    DraftKeeper(later, found(journal)).answered("data.pm", "with-help")
    assert found(journal).asked == {"data.apm": "on-my-own", "data.pm": "with-help"}
    assert sum("begin" in one.data for one in later.records()) == 1


def test_an_interview_that_goes_on_has_its_name_at_once(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    assert DraftKeeper(journal, found(journal)).interview == keeper.interview


def test_an_answer_that_could_not_be_kept_is_not_in_the_draft(tmp_path: Path) -> None:
    disk = FaultyDisk()
    journal = opened(tmp_path, disk)
    keeper = begun(journal)
    disk.arm(Fault(1, errno.ENOSPC))
    with pytest.raises(OutputError):
        keeper.answered("data.pm", "with-help")
    disk.arm(None)
    keeper.answered("strategy.pm", "with-help")
    assert found(journal).asked == {"data.apm": "on-my-own", "strategy.pm": "with-help"}


def test_a_beginning_that_could_not_be_kept_is_written_with_the_next_answer(tmp_path: Path) -> None:
    disk = FaultyDisk(Fault(1, errno.ENOSPC))
    journal = opened(tmp_path, disk)
    keeper = DraftKeeper(journal, NEW)
    with pytest.raises(OutputError):
        keeper.answered("data.pm", "with-help")
    assert keeper.interview is None
    disk.arm(None)
    keeper.answered("data.pm", "with-help")
    assert found(journal).given == GIVEN


def test_the_draft_is_dated_by_its_beginning(tmp_path: Path) -> None:
    times = iter(["2026-01-01T00:00:00Z", "2026-02-02T00:00:00Z"])
    journal = Journal(tmp_path, lambda: next(times))
    begun(journal)
    assert found(journal).begun == "2026-01-01T00:00:00Z"


def test_drafts_are_records_of_their_type(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    begun(journal)
    assert {one.type for one in journal.records()} == {Type.DRAFT}


@pytest.mark.parametrize("kind", [Type.PIECE, Type.PRACTICE])
def test_what_else_was_begun_since_hides_no_interview(kind: Type, tmp_path: Path) -> None:
    journal = opened(tmp_path)
    keeper = begun(journal)
    journal.append(kind, {"begin": "strategy.md"})
    assert found(journal).id == keeper.interview
