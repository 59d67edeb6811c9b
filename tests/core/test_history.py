"""What moved between assessments: how far each competency reaches, which answers changed, how far, with which evidence."""

import pytest
from hypothesis import given

from builders import bottom, example_a, grid, top
from pmpath.core.history import movements, reaches
from pmpath.model.answer import Context, Sheet
from pmpath.model.movement import Movement
from strategies import full_sheets, partial_sheets

SHOWN = {"what": "ran six interviews"}


def sheet(answers: dict[str, str], evidence: dict[str, list[dict[str, str]]] | None = None) -> Sheet:
    return Sheet(answers, evidence or {}, Context())


def moved(before: Sheet, after: Sheet) -> list[Movement]:
    return list(movements(grid(), before, after))


def test_every_competency_reaches_as_far_as_its_highest_met_expectation() -> None:
    found = reaches(grid(), [sheet(example_a())])
    assert {name: reach[0] for name, reach in found.items()} == {
        "scope": 2,
        "discovery": 3,
        "data": 2,
        "prioritization": 3,
        "delivery": 3,
        "technology": 3,
        "strategy": 2,
        "business": 1,
        "influence": 2,
        "people": 0,
        "organization": 0,
    }


def test_what_was_not_asked_is_unknown() -> None:
    assert reaches(grid(), [sheet({"scope": "pm"})])["discovery"] == (None,)


def test_a_competency_that_meets_nothing_reaches_nothing() -> None:
    assert set(reaches(grid(), [sheet(bottom())]).values()) == {(0,)}


def test_reaches_stand_in_the_order_of_the_sheets() -> None:
    assert reaches(grid(), [sheet({"scope": "pm"}), sheet({}), sheet({"scope": "vp"})])["scope"] == (2, None, 6)


@given(full_sheets())
def test_the_highest_answers_reach_at_least_as_far_as_any(answers: dict[str, str]) -> None:
    found = reaches(grid(), [sheet(answers), sheet(top())])
    assert all((any_reach or 0) <= (highest or 0) for any_reach, highest in found.values())


def test_an_answer_that_rose_says_by_how_much() -> None:
    before, after = sheet({"discovery.pm": "with-help"}), sheet({"discovery.pm": "lead-others"})
    assert moved(before, after) == [Movement("discovery.pm", "with-help", "lead-others", 2, with_evidence=False)]


def test_an_answer_that_fell_counts_downward() -> None:
    (one,) = moved(sheet({"data.pm": "on-my-own"}), sheet({"data.pm": "not-yet"}))
    assert one.steps == -2


def test_two_words_for_not_done_are_a_change_without_a_step() -> None:
    (one,) = moved(sheet({"data.pm": "no-chance"}), sheet({"data.pm": "not-yet"}))
    assert one.steps == 0


def test_a_fact_moves_by_its_statements() -> None:
    (one,) = moved(sheet({"scope": "none"}), sheet({"scope": "senior-pm"}))
    assert one.steps == 3


@pytest.mark.parametrize("word", ["gone", ""])
def test_an_answer_that_the_ladder_does_not_know_did_not_move(word: str) -> None:
    assert moved(sheet({"data.pm": word}), sheet({"data.pm": "not-yet"})) == []


def test_what_only_one_sheet_answers_did_not_move() -> None:
    assert moved(sheet({"data.pm": "not-yet"}), sheet({"discovery.pm": "not-yet"})) == []


def test_evidence_that_is_new_goes_with_the_movement() -> None:
    before, after = sheet({"discovery.pm": "with-help"}), sheet({"discovery.pm": "on-my-own"}, {"discovery.pm": [SHOWN]})
    assert moved(before, after)[0].with_evidence is True


def test_evidence_that_was_there_before_does_not() -> None:
    evidence = {"discovery.pm": [SHOWN]}
    before, after = sheet({"discovery.pm": "with-help"}, evidence), sheet({"discovery.pm": "on-my-own"}, evidence)
    assert moved(before, after)[0].with_evidence is False


def test_evidence_for_a_fact_stands_under_its_statements() -> None:
    before, after = sheet({"scope": "apm"}), sheet({"scope": "pm"}, {"scope.pm": [SHOWN]})
    assert moved(before, after)[0].with_evidence is True


def test_an_answer_whose_action_the_plan_worked_on_moved_by_the_plan() -> None:
    before, after = (
        sheet({"data.pm": "with-help", "strategy.pm": "with-help"}),
        sheet({"data.pm": "on-my-own", "strategy.pm": "on-my-own"}),
    )
    found = movements(grid(), before, after, ["strategy.pm", "gone.pm"])
    assert [(one.question, one.by_plan) for one in found] == [("data.pm", False), ("strategy.pm", True)]


def test_a_fact_moved_by_the_plan_when_it_worked_on_any_of_its_statements() -> None:
    (one,) = movements(grid(), sheet({"scope": "pm"}), sheet({"scope": "senior-pm"}), {"scope.senior-pm": "standing"})
    assert one.by_plan is True


def test_the_name_of_a_fact_is_no_action() -> None:
    (one,) = movements(grid(), sheet({"scope": "pm"}), sheet({"scope": "senior-pm"}), ["scope", "scope.seni"])
    assert one.by_plan is False


def test_work_that_changed_no_answer_is_no_movement() -> None:
    assert list(movements(grid(), sheet({"data.pm": "with-help"}), sheet({"data.pm": "with-help"}), ["data.pm"])) == []


def test_without_a_plan_nothing_moved_by_it() -> None:
    assert moved(sheet({"data.pm": "with-help"}), sheet({"data.pm": "on-my-own"}))[0].by_plan is False


@given(partial_sheets())
def test_nothing_moves_between_a_sheet_and_itself(answers: dict[str, str]) -> None:
    assert moved(sheet(answers), sheet(answers)) == []


@given(partial_sheets(), partial_sheets())
def test_backward_every_step_is_turned_around(first: dict[str, str], second: dict[str, str]) -> None:
    before, after = sheet(first), sheet(second)
    there, back = moved(before, after), moved(after, before)
    assert [(one.question, one.was, one.now, one.steps) for one in there] == [
        (one.question, one.now, one.was, -one.steps) for one in back
    ]
