"""A team: what each person shows, what several lack next, who can teach whom; nobody ranked, nothing added up."""

from collections.abc import Mapping
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from builders import Answers, bottom, example_a, example_c, grid, top
from pmpath.core.assessment import assess
from pmpath.core.team import team
from pmpath.model.answer import EMPTY_SHEET, Sheet
from pmpath.model.team import SharedGap, Teaching, Team
from strategies import full_sheets, partial_sheets

NAMES: Final = ("Ann", "Ben", "Cy", "Di")
LEARNER: Final = example_a()
"""Lacks data at the next level, among others."""


def team_of(**people: Answers) -> Team:
    return team(grid(), {name: EMPTY_SHEET._replace(answers=answers) for name, answers in people.items()})


def level_of(answers: Answers, competency: str) -> str | None:
    return team_of(Ann=answers).members[0].levels[competency]


def teaching(name: str, **people: Answers) -> Teaching | None:
    return next((one for one in team_of(**people).teaching if one.id == name), None)


def teams() -> SearchStrategy[dict[str, Sheet]]:
    """Draw teams of up to four."""
    sheets = st.one_of(full_sheets(), partial_sheets()).map(lambda answers: EMPTY_SHEET._replace(answers=answers))
    return st.lists(sheets, min_size=1, max_size=len(NAMES)).map(lambda drawn: dict(zip(NAMES, drawn, strict=False)))


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({}, None),
        ({"data.apm": "not-yet"}, "none"),
        ({"data.apm": "with-help"}, "apm"),
        ({"data.pm": "with-help"}, None),
        ({"data.pm": "on-my-own"}, "pm"),
        ({"data.apm": "not-yet", "data.pm": "on-my-own"}, "pm"),
        ({"data.apm": "on-my-own", "data.pm": "not-yet"}, "apm"),
        ({"data.pm": "on-my-own", "data.vp": "lead-others"}, "vp"),
    ],
)
def test_a_competency_reaches_as_far_as_it_is_met_and_is_open_while_nothing_says(answers: Answers, level: str | None) -> None:
    assert level_of(answers, "data") == level


@pytest.mark.parametrize(("word", "level"), [("none", "none"), ("apm", "apm"), ("vp", "vp")])
def test_a_fact_reaches_as_far_as_its_statement(word: str, level: str) -> None:
    assert level_of({"scope": word}, "scope") == level


def test_a_member_is_placed_by_the_rules_of_an_assessment() -> None:
    (member,) = team_of(Ann=LEARNER).members
    assert member.result == assess(grid(), LEARNER)


def test_a_target_of_a_sheet_changes_nothing_for_the_team() -> None:
    sheet = EMPTY_SHEET._replace(answers=LEARNER, context=EMPTY_SHEET.context._replace(target="vp"))
    assert team(grid(), {"Ann": sheet}) == team_of(Ann=LEARNER)


def test_a_sheet_of_somebody_else_is_marked() -> None:
    sheets = {"Ann": EMPTY_SHEET._replace(rater="Dana"), "Ben": EMPTY_SHEET}
    assert [one.second_view for one in team(grid(), sheets).members] == [True, False]


def test_what_one_person_lacks_is_not_shared() -> None:
    assert team_of(Ann=LEARNER, Ben=top()).shared == ()


def test_what_two_lack_for_their_next_level_is_shared_in_ladder_order_where_as_many_lack_it() -> None:
    shared = team_of(Ann=LEARNER, Ben=LEARNER).shared
    gaps = {gap.id for gap in assess(grid(), LEARNER).gaps}
    assert [gap.id for gap in shared] == [cell.id for cell in grid().cells if cell.id in gaps]
    assert {gap.people for gap in shared} == {("Ann", "Ben")}


def test_what_most_people_lack_comes_first() -> None:
    shared = team_of(Ann=LEARNER, Ben=LEARNER | {"scope": "pm", "data.senior-pm": "on-my-own"}, Cy=LEARNER).shared
    counts = [len(gap.people) for gap in shared]
    assert (counts, shared[-1]) == (
        sorted(counts, reverse=True),
        SharedGap("data.senior-pm", must_have=False, people=("Ann", "Cy")),
    )


def test_what_has_to_be_given_is_marked() -> None:
    assert [gap.id for gap in team_of(Ann=LEARNER, Ben=LEARNER).shared if gap.must_have] == ["scope.senior-pm"]


def test_the_same_competency_at_two_levels_is_not_shared() -> None:
    assert team_of(Ann=bottom(), Ben=LEARNER).shared == ()


@pytest.mark.parametrize(
    ("answers", "can"),
    [
        ({"data.senior-pm": "lead-others"}, True),
        ({"data.senior-pm": "on-my-own"}, False),
        ({"data.group-pm": "on-my-own"}, False),
        ({"data.group-pm": "lead-others"}, True),
        ({"data.director": "on-my-own"}, True),
        ({"data.director": "with-help"}, False),
        ({"data.pm": "lead-others"}, False),
        ({"discovery.senior-pm": "lead-others"}, False),
        ({}, False),
    ],
)
def test_who_leads_others_or_stands_two_levels_above_can_teach(answers: Answers, *, can: bool) -> None:
    found = teaching("data.senior-pm", Ann=LEARNER, Ben=answers)
    assert found == (Teaching("data.senior-pm", ("Ben",), ("Ann",)) if can else None)


def test_who_lacks_it_does_not_teach_it() -> None:
    above = LEARNER | {"data.group-pm": "lead-others"}
    assert teaching("data.senior-pm", Ann=LEARNER, Ben=above) is None


def test_a_fact_is_not_taught() -> None:
    found = team_of(Ann=LEARNER, Ben=top())
    assert {"scope.senior-pm", "people.senior-pm"}.isdisjoint(one.id for one in found.teaching)


def test_teachers_and_learners_stand_in_the_order_of_the_team() -> None:
    found = teaching("data.senior-pm", Cy=LEARNER, Ben=top(), Ann=LEARNER, Di=example_c())
    assert found == Teaching("data.senior-pm", ("Ben", "Di"), ("Cy", "Ann"))


def cells(found: Team) -> Mapping[str, object]:
    return {one.name: one for one in found.members}


@settings(max_examples=200)
@given(teams(), st.permutations(NAMES))
def test_the_order_of_the_people_changes_only_the_order_of_names(sheets: dict[str, Sheet], order: list[str]) -> None:
    found, other = team(grid(), sheets), team(grid(), {name: sheets[name] for name in order if name in sheets})
    assert cells(found) == cells(other)
    assert [(gap.id, gap.must_have, set(gap.people)) for gap in found.shared] == [
        (gap.id, gap.must_have, set(gap.people)) for gap in other.shared
    ]
    assert [(one.id, set(one.teachers), set(one.learners)) for one in found.teaching] == [
        (one.id, set(one.teachers), set(one.learners)) for one in other.teaching
    ]


@settings(max_examples=200)
@given(teams())
def test_one_more_sheet_changes_nothing_about_the_others(sheets: dict[str, Sheet]) -> None:
    before, after = team(grid(), dict(list(sheets.items())[:-1])), team(grid(), sheets)
    assert after.members[:-1] == before.members
    assert {gap.id for gap in before.shared} <= {gap.id for gap in after.shared}


@settings(max_examples=200)
@given(teams())
def test_a_teacher_is_no_learner_and_both_are_of_the_team(sheets: dict[str, Sheet]) -> None:
    for one in team(grid(), sheets).teaching:
        assert set(one.teachers).isdisjoint(one.learners)
        assert {*one.teachers, *one.learners} <= set(sheets)
        assert (bool(one.teachers), bool(one.learners)) == (True, True)
