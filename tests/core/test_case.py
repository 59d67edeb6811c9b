"""The case for a level: what is shown and since when, what holds below, what is only said, what is missing."""

from collections.abc import Iterable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Answers, example_a, grid
from pmpath.core.assessment import assess
from pmpath.core.case import Past, build_case
from pmpath.model.answer import Context, Sheet
from pmpath.model.case import Case, Claim
from pmpath.model.evidence import Evidence
from strategies import full_sheets, levels

TODAY: Final = "2026-11-23"
LOWER: Final = {**example_a(), "discovery.senior-pm": "with-help"}


def entries(*shows: Iterable[str]) -> list[Evidence]:
    return [Evidence(n, f"{n:x}", TODAY, {"what": f"did {n}"}, tuple(one)) for n, one in enumerate(shows, start=1)]


def case(*shows: Iterable[str], answers: Answers | None = None, past: Iterable[Past] = (), target: str = "senior-pm") -> Case:
    """Return the case of worked example A, with the answers of today behind those of the days before."""
    now = answers or example_a()
    return build_case(grid(), Sheet(now, {}, Context()), entries(*shows), [*past, Past(TODAY, now)], target)


def claims(made: Case) -> list[str]:
    return [claim.id for claim in (*made.shown, *made.held)]


def test_what_is_met_and_shown_is_claimed_with_its_answer_and_its_evidence() -> None:
    made = case(["discovery.senior-pm"], ["data.pm"], ["discovery.senior-pm"])
    assert made.shown == (Claim("discovery.senior-pm", "on-my-own", (1, 3), TODAY, 1),)


def test_what_is_met_without_evidence_is_said_and_not_claimed() -> None:
    made = case(["discovery.senior-pm"])
    assert made.said == ("prioritization.senior-pm", "delivery.senior-pm", "technology.senior-pm")


def test_what_is_shown_and_not_met_is_not_claimed() -> None:
    assert claims(case(["data.senior-pm"], ["scope.senior-pm"])) == []


def test_evidence_of_a_milestone_claims_nothing() -> None:
    assert claims(case(["changes-end-to-end"])) == []


def test_a_fact_that_is_met_is_named_as_a_fact() -> None:
    made = case(answers={**example_a(), "scope": "senior-pm"})
    assert (made.facts, "scope.senior-pm" in made.said) == (("scope.senior-pm",), False)


def test_a_fact_that_is_shown_is_claimed() -> None:
    made = case(["scope.senior-pm"], answers={**example_a(), "scope": "director"})
    assert (made.shown[0], made.facts) == (Claim("scope.senior-pm", "director", (1,), TODAY, 1), ())


def test_what_is_shown_below_holds_the_highest_level_first_and_in_the_order_of_the_ladder() -> None:
    made = case(["delivery.apm", "discovery.apm"], ["data.pm", "discovery.pm", "discovery.senior-pm"])
    assert [claim.id for claim in made.held] == ["discovery.pm", "data.pm", "discovery.apm", "delivery.apm"]


def test_what_is_shown_above_the_level_is_no_part_of_its_case() -> None:
    assert claims(case(["discovery.senior-pm"], ["discovery.pm"], target="pm")) == ["discovery.pm"]


def test_what_is_not_met_and_needs_no_yes_is_missing_in_the_order_of_the_ladder() -> None:
    made = case()
    assert made.missing == tuple(
        cell.id
        for cell in grid().cells
        if cell.rank == 3 and not cell.must_have and not grid().states(example_a()).at(grid().index[cell.id])
    )
    assert "scope.senior-pm" not in made.missing


def test_the_case_has_the_assessment_against_its_level() -> None:
    assert case(target="director").result == assess(grid(), example_a(), {}, "director")


def test_a_claim_is_met_since_the_first_day_of_an_unbroken_run() -> None:
    past = [Past("2026-01-01", LOWER), Past("2026-03-01", example_a()), Past("2026-06-01", example_a())]
    (claim,) = case(["discovery.senior-pm"], past=past).shown
    assert (claim.since, claim.times) == ("2026-03-01", 3)


@pytest.mark.parametrize("between", [LOWER, {}, {"discovery.senior-pm": "sometimes"}], ids=["lower", "not asked", "unknown"])
def test_a_day_on_which_it_was_not_met_breaks_the_run(between: Answers) -> None:
    past = [Past("2026-01-01", example_a()), Past("2026-03-01", between), Past("2026-06-01", example_a())]
    (claim,) = case(["discovery.senior-pm"], past=past).shown
    assert (claim.since, claim.times) == ("2026-06-01", 2)


def test_what_is_met_since_today_is_met_since_today() -> None:
    (claim,) = case(["discovery.senior-pm"], past=[Past("2026-01-01", LOWER)]).shown
    assert (claim.since, claim.times) == (TODAY, 1)


def test_a_higher_answer_before_counts_as_met() -> None:
    led = {**example_a(), "discovery.senior-pm": "lead-others"}
    (claim,) = case(["discovery.senior-pm"], past=[Past("2026-01-01", led)]).shown
    assert (claim.answer, claim.since) == ("on-my-own", "2026-01-01")


SHOWS: Final = st.lists(st.lists(st.sampled_from([*grid().index, "talks"]), max_size=4, unique=True), max_size=8)


@given(full_sheets(), SHOWS, levels())
def test_everything_of_the_level_is_shown_or_a_fact_or_said_or_missing_or_needs_a_yes(
    answers: Answers, shows: list[list[str]], target: str
) -> None:
    made = case(*shows, answers=answers, target=target)
    named = [*(claim.id for claim in made.shown), *made.facts, *made.said, *made.missing]
    yes = made.result.readiness.must_haves_missing if made.result.readiness else ()
    row = [grid().cells[i].id for i in grid().rows[grid().rank_of(target)]]
    assert sorted([*named, *yes]) == sorted(row)


@given(full_sheets(), SHOWS, levels())
def test_nothing_is_claimed_that_is_not_met_or_carries_no_evidence(
    answers: Answers, shows: list[list[str]], target: str
) -> None:
    made = case(*shows, answers=answers, target=target)
    states = dict(zip(grid().index, grid().states(answers).each, strict=True))
    shown = {name for one in shows for name in one}
    assert all(states[name] and name in shown for name in claims(made))
