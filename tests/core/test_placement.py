"""Role, level, standing and the states that evidence backs."""

from collections.abc import Mapping

import pytest

from builders import BEHAVIORS, SETTINGS, Answers, Dice, Setting, at, bottom, grid, sheet, simulated, top, uniform
from core.reference import SMALL_LADDERS, every_sheet, outcomes, place
from pmpath.core.evidence import backed_states
from pmpath.core.grid import Grid
from pmpath.core.placement import (
    AnswerNeededError,
    bounds,
    holds,
    level_id,
    level_rank,
    role_rank,
    standing,
)
from pmpath.core.states import States

LEVELS = ("apm", "pm", "senior-pm", "group-pm", "director", "vp", "cpo")
FIRST = ("discovery", "data", "prioritization", "strategy", "business", "influence", "organization")


def role(answers: Answers) -> str:
    return level_id(grid(), role_rank(grid(), grid().states(answers)))


def level(answers: Answers) -> str:
    return level_id(grid(), level_rank(grid(), grid().states(answers)))


def met_at(name: str, count: int, facts: Answers) -> Answers:
    """Return a sheet with facts as given and the first `count` behaviors met at one level only."""
    behaviors = list(at(name, "on-my-own", BEHAVIORS).items())
    return sheet(answers=facts | dict(behaviors[:count]))


def needed_for(answers: Answers) -> str:
    with pytest.raises(AnswerNeededError) as raised:
        level_rank(grid(), grid().states(answers))
    return grid().cells[raised.value.index].id


@pytest.mark.parametrize("scope", ["none", *LEVELS])
def test_scope_alone_gives_the_role_up_to_senior_pm(scope: str) -> None:
    reached = ("none", *LEVELS).index(scope)
    expected = ("aspiring", *LEVELS)[min(reached, 3)]
    assert role(sheet(scope=scope)) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("none", "senior-pm"),
        ("senior-pm", "senior-pm"),
        ("group-pm", "group-pm"),
        ("director", "director"),
        ("vp", "vp"),
        ("cpo", "cpo"),
    ],
)
def test_people_limits_the_role_from_group_pm_up(people: str, expected: str) -> None:
    assert role(sheet(scope="cpo", people=people)) == expected


@pytest.mark.parametrize("scope", ["none", "apm", "pm", "senior-pm", "group-pm", "director"])
def test_the_lower_of_the_two_facts_gives_the_role(scope: str) -> None:
    assert role(sheet(scope=scope, people="cpo")) == ("aspiring" if scope == "none" else scope)


def test_behaviors_never_give_a_role() -> None:
    assert role(top() | {"scope": "none"}) == "aspiring"
    assert role(sheet(scope="vp", people="vp")) == role(top() | {"scope": "vp", "people": "vp"}) == "vp"


@pytest.mark.parametrize(
    ("name", "behaviors", "facts"),
    [
        ("apm", 4, {"scope": "apm"}),
        ("pm", 4, {"scope": "pm"}),
        ("senior-pm", 5, {"scope": "senior-pm"}),
        ("senior-pm", 4, {"scope": "senior-pm", "people": "senior-pm"}),
        ("group-pm", 4, {"scope": "group-pm", "people": "group-pm"}),
        ("director", 4, {"scope": "director", "people": "director"}),
        ("vp", 3, {"scope": "vp", "people": "vp"}),
        ("cpo", 2, {"scope": "cpo", "people": "cpo"}),
    ],
)
def test_a_level_holds_from_half_of_its_expectations_rounded_up_facts_included(
    name: str, behaviors: int, facts: Answers
) -> None:
    assert level(met_at(name, behaviors, facts)) == name
    assert level(met_at(name, behaviors - 1, facts)) == "aspiring"


def test_a_level_needs_no_lower_level_to_hold() -> None:
    answers = met_at("director", 4, {"scope": "director", "people": "director"})
    assert not any(holds(grid(), grid().states(answers), rank) for rank in (1, 2, 3, 4))
    assert level(answers) == "director"


def test_what_is_met_at_other_levels_is_never_added_up() -> None:
    answers: Answers = {}
    for name in LEVELS:
        answers |= at(name, "lead-others", ("discovery", "data", "prioritization"))
    assert level(sheet(scope="pm", answers=answers)) == "aspiring"


def test_the_level_is_never_above_the_role() -> None:
    assert level(top() | {"scope": "pm"}) == "pm"
    assert level(top() | {"people": "none"}) == "senior-pm"


def test_the_level_is_the_highest_that_holds_below_the_role() -> None:
    answers = sheet(scope="cpo", people="cpo", answers=at("pm", "on-my-own", BEHAVIORS))
    assert (role(answers), level(answers)) == ("cpo", "pm")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("not-yet", "aspiring"),
        ("no-chance", "aspiring"),
        ("with-help", "apm"),
        ("on-my-own", "apm"),
        ("lead-others", "apm"),
    ],
)
def test_help_is_enough_at_apm(word: str, expected: str) -> None:
    assert level(sheet(scope="apm", answers=at("apm", word, BEHAVIORS))) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("not-yet", "aspiring"),
        ("no-chance", "aspiring"),
        ("with-help", "aspiring"),
        ("on-my-own", "pm"),
        ("lead-others", "pm"),
    ],
)
def test_help_is_not_enough_from_pm_up(word: str, expected: str) -> None:
    assert level(sheet(scope="pm", answers=at("pm", word, BEHAVIORS))) == expected


def test_no_chance_places_like_not_yet() -> None:
    none = sheet(scope="pm", answers=at("pm", "on-my-own", ("discovery", "data", "strategy", "influence")))
    for question in (one for one, word in none.items() if word == "not-yet"):
        assert level(none | {question: "no-chance"}) == level(none) == "pm"


def test_everything_at_its_top_is_cpo() -> None:
    assert (role(top()), level(top())) == ("cpo", "cpo")


def test_everything_at_its_bottom_is_aspiring() -> None:
    assert (role(bottom()), level(bottom())) == ("aspiring", "aspiring")


@pytest.mark.parametrize("rank", range(8))
def test_the_id_of_a_rank_is_its_level_and_zero_is_aspiring(rank: int) -> None:
    assert level_id(grid(), rank) == ("aspiring", *LEVELS)[rank]


@pytest.mark.parametrize("small", SMALL_LADDERS)
def test_every_sheet_of_a_small_ladder_is_placed_by_the_letter_of_the_rules(small: Grid) -> None:
    for answers in every_sheet(small):
        states = small.states(answers)
        assert {(role_rank(small, states), level_rank(small, states))} == outcomes(small, answers)


@pytest.mark.parametrize("setting", SETTINGS)
def test_simulated_people_are_placed_by_the_letter_of_the_rules(setting: Setting) -> None:
    dice = Dice(5)
    for _ in range(500):
        answers = simulated(dice, setting)
        states = grid().states(answers)
        assert (role_rank(grid(), states), level_rank(grid(), states)) == place(answers)


def test_sheets_drawn_at_random_are_placed_by_the_letter_of_the_rules() -> None:
    dice = Dice(7)
    for _ in range(2000):
        answers = uniform(dice)
        states = grid().states(answers)
        assert (role_rank(grid(), states), level_rank(grid(), states)) == place(answers)


@pytest.mark.parametrize(
    ("answers", "needed"),
    [
        ({}, "scope.apm"),
        ({"scope": "pm"}, "discovery.pm"),
        ({"scope": "group-pm"}, "people.group-pm"),
        ({"scope": "group-pm", "people": "none"}, "discovery.senior-pm"),
        ({"scope": "apm", "discovery.apm": "with-help"}, "data.apm"),
        ({"scope": "pm", **at("pm", "not-yet", BEHAVIORS[:5])}, "discovery.apm"),
        ({"scope": "cpo", "people": "cpo"}, "prioritization.cpo"),
    ],
)
def test_placement_asks_for_the_first_answer_that_it_needs(answers: Answers, needed: str) -> None:
    assert needed_for(answers) == needed


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"scope": "none"}, "aspiring"),
        ({"scope": "apm", **at("apm", "with-help", BEHAVIORS[:4])}, "apm"),
        ({"scope": "pm", **at("pm", "on-my-own", BEHAVIORS[4:8])}, "pm"),
        ({"scope": "apm", **at("apm", "not-yet", BEHAVIORS[:5])}, "aspiring"),
    ],
)
def test_placement_reads_no_more_than_it_needs(answers: Answers, expected: str) -> None:
    assert level(answers) == expected


def test_people_is_not_read_up_to_senior_pm() -> None:
    assert role({"scope": "senior-pm"}) == "senior-pm"


def test_the_needed_answer_is_kept_with_the_signal() -> None:
    assert AnswerNeededError(12).index == 12
    assert AnswerNeededError(12).args == (12,)


@pytest.mark.parametrize(
    ("name", "holding", "strong"),
    [
        ("apm", 5, 6),
        ("pm", 5, 6),
        ("senior-pm", 6, 8),
        ("group-pm", 6, 8),
        ("director", 6, 8),
        ("vp", 5, 6),
        ("cpo", 4, 5),
    ],
)
def test_standing_is_growing_under_half_holding_from_half_and_strong_from_two_thirds(
    name: str, holding: int, strong: int
) -> None:
    rank = grid().rank_of(name)
    for met in range(len(grid().rows[rank]) + 1):
        states = [False] * len(grid().cells)
        for i in grid().rows[rank][:met]:
            states[i] = True
        expected = "strong" if met >= strong else "holding" if met >= holding else "growing"
        assert standing(grid(), States.of(states), rank) == expected


def test_standing_is_open_while_absent_answers_could_change_it() -> None:
    facts = {"scope": "pm"}
    assert standing(grid(), grid().states(facts | at("pm", "on-my-own", BEHAVIORS[:4])), 2) is None
    assert standing(grid(), grid().states(facts | at("pm", "on-my-own", BEHAVIORS[:5])), 2) == "strong"
    assert standing(grid(), grid().states(facts | at("pm", "not-yet", BEHAVIORS[:5])), 2) == "growing"


def test_there_is_no_standing_below_the_ladder() -> None:
    assert standing(grid(), grid().states(bottom()), 0) is None


def test_standing_looks_at_its_own_level_only() -> None:
    answers = sheet(scope="pm", answers=at("apm", "lead-others", BEHAVIORS) | at("senior-pm", "lead-others", BEHAVIORS))
    assert standing(grid(), grid().states(answers), 2) == "growing"


def backed(answers: Answers, evidence: Mapping[str, object]) -> States:
    """Return what evidence alone backs of these answers."""
    return backed_states(grid(), grid().states(answers), evidence)


def test_claims_without_evidence_count_as_done_with_help() -> None:
    answers = {
        "scope": "pm",
        "data.pm": "on-my-own",
        "delivery.pm": "lead-others",
        "business.pm": "with-help",
        "strategy.pm": "not-yet",
        "technology.pm": "no-chance",
    }
    assert backed(answers, {}) == grid().states(answers | {"data.pm": "with-help", "delivery.pm": "with-help"})


def test_a_claim_with_evidence_stays_and_an_empty_entry_is_none() -> None:
    answers = {"data.pm": "on-my-own", "delivery.pm": "lead-others"}
    evidence = {"data.pm": [{"what": "a dashboard"}], "delivery.pm": []}
    assert backed(answers, evidence) == grid().states({"data.pm": "on-my-own", "delivery.pm": "with-help"})


def test_facts_need_no_evidence() -> None:
    facts = {"scope": "vp", "people": "vp"}
    assert backed(facts, {}) == grid().states(facts)


def test_help_is_enough_where_it_is_for_the_answer_too() -> None:
    answers = at("apm", "lead-others", BEHAVIORS)
    assert backed(answers, {}) == grid().states(answers)


def test_what_backs_a_level_never_adds_an_answer() -> None:
    assert backed({}, {"data.pm": ["something"], "gone.pm": ["something"]}) == grid().states({})


def test_the_evidence_backed_level_follows_the_same_rule() -> None:
    answers = sheet(scope="pm", answers=at("pm", "on-my-own", BEHAVIORS) | at("apm", "on-my-own", BEHAVIORS))
    four = dict.fromkeys(at("pm", "", FIRST[:4]), "shown")
    assert bounds(grid(), backed(answers, four)).level == 2
    three = dict(list(four.items())[:3])
    assert bounds(grid(), backed(answers, three)).level == 1
