"""An interview that was kept, fitted to the ladder of today."""

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from builders import grid, small_grid
from pmpath.core.drafts import fit
from pmpath.core.grid import Grid
from pmpath.model.answer import NONE, Answers, Context, Sheet
from pmpath.model.draft import Draft
from pmpath.model.identity import LadderIdentity
from strategies import any_sheets

LADDER: Final = LadderIdentity("pm", "2026.1", "ab" * 32)
EMPTY: Final = Draft(LADDER, "standard", id="0123456789ab", begun="2026-11-23T01:30:00Z")


def given_answers(answers: Answers, context: Context | None = None) -> Sheet:
    return Sheet(answers, {}, context or Context())


def fitted(draft: Draft, to: Grid | None = None) -> tuple[Draft, tuple[str, ...]]:
    return fit(to or small_grid(), draft)


def test_what_the_ladder_still_knows_is_kept_as_it_is() -> None:
    draft = EMPTY._replace(
        target="l2",
        given=given_answers({"reach": "l1"}),
        asked={"b0.l1": "on-my-own", "b1.l1": None, "b2.l1": "with-help"},
        evidence={"b0.l1": {"what": "a"}},
    )
    assert fitted(draft) == (draft, ())


def test_an_empty_draft_stays_empty() -> None:
    assert fitted(EMPTY) == (EMPTY, ())


def test_an_answer_to_a_question_that_is_gone_is_dropped_and_named() -> None:
    draft = EMPTY._replace(asked={"b0.l1": "on-my-own", "gone.l1": "on-my-own"})
    assert fitted(draft) == (EMPTY._replace(asked={"b0.l1": "on-my-own"}), ("gone.l1",))


def test_an_answer_word_that_is_gone_is_dropped_and_named() -> None:
    draft = EMPTY._replace(asked={"reach": "l9", "b0.l1": "sometimes"})
    assert fitted(draft) == (EMPTY, ("reach", "b0.l1"))


def test_a_skipped_question_stays_skipped() -> None:
    draft = EMPTY._replace(asked={"reach": None})
    assert fitted(draft) == (draft, ())


def test_a_skipped_question_that_is_gone_is_dropped_and_named() -> None:
    assert fitted(EMPTY._replace(asked={"gone.l1": None})) == (EMPTY, ("gone.l1",))


def test_an_answer_given_before_that_is_gone_is_dropped_and_named() -> None:
    draft = EMPTY._replace(given=given_answers({"reach": NONE, "gone.l1": "on-my-own", "b0.l1": "sometimes"}))
    found, dropped = fitted(draft)
    assert found.given.answers == {"reach": NONE}
    assert dropped == ("gone.l1", "b0.l1")


def test_what_was_dropped_is_named_in_the_order_of_asking_first() -> None:
    draft = EMPTY._replace(given=given_answers({"c": "l1"}), asked={"b": "l1", "a": "l1"})
    assert fitted(draft)[1] == ("b", "a", "c")


def test_the_order_of_asking_stays() -> None:
    asked = {"b2.l1": "with-help", "gone": "l1", "b0.l1": "with-help", "b1.l1": "not-yet"}
    assert list(fitted(EMPTY._replace(asked=asked))[0].asked) == ["b2.l1", "b0.l1", "b1.l1"]


def test_evidence_for_an_expectation_that_is_gone_is_left_out() -> None:
    draft = EMPTY._replace(evidence={"b0.l1": {"what": "a"}, "gone.l1": {"what": "b"}})
    assert fitted(draft)[0].evidence == {"b0.l1": {"what": "a"}}


def test_a_target_that_is_gone_is_left_out() -> None:
    assert fitted(EMPTY._replace(target="l9"))[0].target is None


def test_the_context_and_the_evidence_given_before_stay() -> None:
    sheet = Sheet({"reach": "l1"}, {"b0.l1": [{"what": "a"}]}, Context("PM", "startup", 5, "l2"))
    assert fitted(EMPTY._replace(given=sheet))[0].given == sheet


def test_evidence_given_before_for_an_expectation_that_is_gone_is_left_out() -> None:
    sheet = Sheet({}, {"b0.l1": [{"what": "a"}], "gone.l1": [{"what": "b"}]}, Context())
    assert fitted(EMPTY._replace(given=sheet))[0].given.evidence == {"b0.l1": [{"what": "a"}]}


def test_a_target_given_before_that_is_gone_is_left_out() -> None:
    assert fitted(EMPTY._replace(given=given_answers({}, Context(title="PM", target="l9"))))[0].given.context == Context("PM")


def test_an_answer_that_is_gone_is_named_even_where_one_given_before_takes_its_place() -> None:
    draft = EMPTY._replace(given=given_answers({"b0.l1": "with-help"}), asked={"b0.l1": "sometimes"})
    found, dropped = fitted(draft)
    assert (found.sheet.answers, dropped) == ({"b0.l1": "with-help"}, ("b0.l1",))


def test_who_and_when_stay() -> None:
    found, _ = fitted(EMPTY._replace(asked={"gone": "l1"}))
    assert (found.id, found.begun, found.ladder, found.depth) == (EMPTY.id, EMPTY.begun, LADDER, "standard")


@given(any_sheets())
def test_every_answer_of_the_shipped_ladder_fits_it(answers: Answers) -> None:
    draft = EMPTY._replace(asked=answers)
    assert fitted(draft, grid()) == (draft, ())


@given(any_sheets(), st.integers(1, 5), st.integers(1, 5))
def test_what_is_kept_and_what_is_named_make_up_all_that_was_asked(answers: Answers, levels: int, behaviors: int) -> None:
    mixed = {**answers, "reach": "l3", "b0.l1": "on-my-own", "b4.l5": "not-yet"}
    found, dropped = fitted(EMPTY._replace(asked=mixed), small_grid(levels, behaviors))
    assert {*found.asked, *dropped} == set(mixed)
    assert set(found.asked).isdisjoint(dropped)


@given(any_sheets(), st.integers(1, 5))
def test_fitting_twice_changes_nothing_more(answers: Answers, levels: int) -> None:
    once, _ = fitted(EMPTY._replace(asked={**answers, "reach": "l2"}, target="l2"), small_grid(levels))
    assert fitted(once, small_grid(levels)) == (once, ())
