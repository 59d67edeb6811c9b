"""An interview as far as it got: how much is answered, and which sheet that makes."""

from typing import Final

import pytest

from pmpath.model.answer import EMPTY_SHEET, Context, Sheet
from pmpath.model.draft import Draft
from pmpath.model.identity import LadderIdentity

EMPTY: Final = Draft(LadderIdentity("pm", "2026.1", "ab" * 32), "standard")
GIVEN: Final = Sheet({"scope": "pm", "people": "none"}, {"data.pm": [{"what": "a"}, {"what": "b"}]}, Context(title="PM"))


@pytest.mark.parametrize(
    ("asked", "count"),
    [({}, 0), ({"a": None}, 0), ({"a": "not-yet"}, 1), ({"a": "none", "b": None, "c": "with-help"}, 2)],
)
def test_questions_that_were_skipped_are_not_counted_as_answered(asked: dict[str, str | None], count: int) -> None:
    assert EMPTY._replace(asked=asked).answered == count


def test_answers_given_before_are_not_counted() -> None:
    assert EMPTY._replace(given=GIVEN).answered == 0


def test_an_empty_draft_makes_an_empty_sheet() -> None:
    assert EMPTY.sheet == EMPTY_SHEET


def test_what_was_given_before_is_in_the_sheet() -> None:
    assert EMPTY._replace(given=GIVEN).sheet == GIVEN


def test_what_was_answered_is_in_the_sheet_behind_what_was_given() -> None:
    answers = EMPTY._replace(given=GIVEN, asked={"data.pm": "on-my-own", "data.apm": "lead-others"}).sheet.answers
    assert list(answers.items()) == [
        ("scope", "pm"),
        ("people", "none"),
        ("data.pm", "on-my-own"),
        ("data.apm", "lead-others"),
    ]


def test_what_was_skipped_is_not_in_the_sheet() -> None:
    assert EMPTY._replace(asked={"data.pm": None, "data.apm": "with-help"}).sheet.answers == {"data.apm": "with-help"}


def test_a_question_that_was_skipped_keeps_the_answer_given_before() -> None:
    assert EMPTY._replace(given=GIVEN, asked={"scope": None, "data.pm": None}).sheet.answers == {
        "scope": "pm",
        "people": "none",
    }


def test_what_is_to_be_asked_again_keeps_its_answer_until_then() -> None:
    assert EMPTY._replace(given=GIVEN, again={"scope": "worked-on"}).sheet == GIVEN


def test_an_answer_of_the_interview_goes_before_one_given_before() -> None:
    assert EMPTY._replace(given=GIVEN, asked={"scope": "director"}).sheet.answers["scope"] == "director"


def test_evidence_of_the_interview_is_one_entry_of_the_sheet() -> None:
    lines = {"what": "Ran a test", "result": "+3 %"}
    assert EMPTY._replace(evidence={"data.apm": lines}).sheet.evidence == {"data.apm": [lines]}


def test_evidence_given_before_stays_beside_that_of_the_interview() -> None:
    evidence = EMPTY._replace(given=GIVEN, evidence={"data.apm": {"what": "c"}}).sheet.evidence
    assert evidence == {**GIVEN.evidence, "data.apm": [{"what": "c"}]}


def test_the_context_given_before_is_that_of_the_sheet() -> None:
    assert EMPTY._replace(given=GIVEN, asked={"data.pm": "with-help"}).sheet.context == Context(title="PM")


def test_making_the_sheet_changes_nothing_of_the_draft() -> None:
    draft = EMPTY._replace(given=GIVEN, asked={"scope": None}, evidence={"data.apm": {"what": "c"}})
    before = (dict(draft.given.answers), dict(draft.given.evidence), dict(draft.asked))
    assert draft.sheet.answers == {"scope": "pm", "people": "none"}
    assert (draft.given.answers, draft.given.evidence, draft.asked) == before
