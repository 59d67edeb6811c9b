"""The five worked examples of placement, figure by figure."""

from typing import NamedTuple

import pytest

from builders import (
    BEHAVIORS,
    PM_BEHAVIORS,
    Answers,
    at,
    example_a,
    example_b,
    example_c,
    example_d,
    example_e,
    grid,
    interview,
    sheet,
)
from pmpath.core.assessment import assess
from pmpath.core.course import Course, Depth, Heard, Question, Reason
from pmpath.core.questionnaire import next_question
from pmpath.model.result import Assessment, Count, Coverage, Estimate, LevelRange, Margin, Readiness

EXAMPLES = {"A": example_a(), "B": example_b(), "C": example_c(), "D": example_d(), "E": example_e()}


def assessed(name: str) -> Assessment:
    return assess(grid(), EXAMPLES[name])


def asked(name: str) -> list[Question]:
    """Return the questions of a standard interview in the order of asking."""
    answers: Answers = {}
    questions = []
    while question := next_question(grid(), Course(), Heard(answers, len(answers))):
        questions.append(question)
        answers[question.id] = EXAMPLES[name][question.id]
    return questions


def asked_because(name: str, reason: Reason) -> list[str]:
    return [question.id for question in asked(name) if question.reason is reason]


class Figures(NamedTuple):
    """What the published examples say."""

    role: str
    level: str
    standing: str | None
    at_role: Count | None
    at_level: Count | None
    next_level: str
    readiness: Readiness


PUBLISHED = {
    "A": Figures(
        role="pm",
        level="pm",
        standing="strong",
        at_role=Count(8, 9),
        at_level=Count(8, 9),
        next_level="senior-pm",
        readiness=Readiness(met=4, needed=7, of=10, ready=False, must_haves_missing=("scope.senior-pm",)),
    ),
    "B": Figures(
        role="aspiring",
        level="aspiring",
        standing=None,
        at_role=None,
        at_level=None,
        next_level="apm",
        readiness=Readiness(met=6, needed=6, of=8, ready=True, must_haves_missing=("scope.apm",)),
    ),
    "C": Figures(
        role="senior-pm",
        level="senior-pm",
        standing="strong",
        at_role=Count(11, 11),
        at_level=Count(11, 11),
        next_level="group-pm",
        readiness=Readiness(met=9, needed=6, of=9, ready=True, must_haves_missing=("people.group-pm",)),
    ),
    "D": Figures(
        role="director",
        level="group-pm",
        standing="growing",
        at_role=Count(4, 11),
        at_level=Count(11, 11),
        next_level="director",
        readiness=Readiness(met=2, needed=6, of=9, ready=False, must_haves_missing=()),
    ),
    "E": Figures(
        role="aspiring",
        level="aspiring",
        standing=None,
        at_role=None,
        at_level=None,
        next_level="apm",
        readiness=Readiness(met=5, needed=6, of=8, ready=False, must_haves_missing=("scope.apm",)),
    ),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_example_gives_its_published_figures(name: str) -> None:
    result = assessed(name)
    assert (
        Figures(
            role=str(result.role),
            level=str(result.level),
            standing=result.standing,
            at_role=result.at_role,
            at_level=result.at_level,
            next_level=str(result.next_level),
            readiness=result.readiness or Readiness(-1, -1, -1, None, ()),
        )
        == PUBLISHED[name]
    )


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_full_sheet_is_complete_and_leaves_nothing_open(name: str) -> None:
    result = assessed(name)
    level = str(result.level)
    assert result.complete
    assert result.unanswered == ()
    assert result.level_range == LevelRange(level, level)
    assert result.estimate == Estimate(PUBLISHED[name].role, level)
    assert result.target is None


@pytest.mark.parametrize("name", PUBLISHED)
@pytest.mark.parametrize("depth", [Depth.QUICK, Depth.STANDARD, Depth.FULL])
def test_an_interview_of_any_depth_gives_the_role_and_level_of_the_full_sheet(name: str, depth: Depth) -> None:
    result = assess(grid(), interview(EXAMPLES[name], depth))
    assert (result.role, result.level) == (PUBLISHED[name].role, PUBLISHED[name].level)


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_standard_interview_shows_the_same_figures_and_list_as_the_full_sheet(name: str) -> None:
    short, full = assess(grid(), interview(EXAMPLES[name], Depth.STANDARD)), assessed(name)
    assert (short.complete, short.readiness, short.shortest_path) == (True, full.readiness, full.shortest_path)
    assert [gap.id for gap in short.gaps] == [gap.id for gap in full.gaps]
    assert (short.standing, short.at_role, short.at_level, short.margin) == (
        full.standing,
        full.at_role,
        full.at_level,
        full.margin,
    )


@pytest.mark.parametrize(
    ("name", "placing", "with_list", "in_all"),
    [("A", 5, 15, 18), ("B", 1, 9, 9), ("C", 6, 15, 15), ("D", 13, 15, 19), ("E", 1, 9, 9)],
)
def test_the_interview_takes_its_number_of_questions(name: str, placing: int, with_list: int, in_all: int) -> None:
    places, lists = asked_because(name, Reason.PLACES), asked_because(name, Reason.COMPLETES_LIST)
    assert (len(places), len(places) + len(lists), len(asked(name))) == (placing, with_list, in_all)


@pytest.mark.parametrize(("name", "count"), [("A", 5), ("B", 1), ("C", 6), ("D", 13), ("E", 1)])
def test_the_quick_interview_asks_what_places_and_nothing_else(name: str, count: int) -> None:
    quick = interview(EXAMPLES[name], Depth.QUICK)
    assert list(quick) == asked_because(name, Reason.PLACES)
    assert len(quick) == count


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_full_interview_asks_all_57_questions_each_once(name: str) -> None:
    assert interview(EXAMPLES[name], Depth.FULL) == EXAMPLES[name]
    assert len(EXAMPLES[name]) == 57


def test_a_is_placed_by_scope_and_four_answers_at_its_level() -> None:
    assert asked_because("A", Reason.PLACES) == ["scope", "discovery.pm", "data.pm", "prioritization.pm", "delivery.pm"]


def test_a_completes_its_list_with_the_ten_open_questions_of_the_next_level() -> None:
    assert asked_because("A", Reason.COMPLETES_LIST) == ["people", *at("senior-pm", "not-yet", BEHAVIORS)]


def test_a_is_asked_only_for_the_holes_that_the_next_level_does_not_show() -> None:
    assert asked_because("A", Reason.FILLS_HOLE) == ["strategy.pm", "business.pm", "influence.pm"]


def test_a_gets_its_answer_on_technology_inferred_and_still_counts_8_of_9() -> None:
    short = interview(EXAMPLES["A"], Depth.STANDARD)
    assert "technology.pm" not in short
    assert assess(grid(), short).at_level == Count(8, 9)


def test_a_rests_on_scope_and_four_behaviors() -> None:
    assert assessed("A").because == ("scope", "discovery.pm", "data.pm", "prioritization.pm", "delivery.pm")


def test_a_is_fair_with_two_answers_up_and_four_down() -> None:
    assert assessed("A").margin == Margin(up=2, down=4, label="fair")


def test_two_answers_up_bring_a_to_senior_pm() -> None:
    raised = EXAMPLES["A"] | {"scope": "senior-pm", "data.senior-pm": "on-my-own"}
    assert assess(grid(), raised).level == "senior-pm"


@pytest.mark.parametrize("answer", [{"scope": "senior-pm"}, {"data.senior-pm": "on-my-own", "strategy.senior-pm": "on-my-own"}])
def test_scope_alone_or_behaviors_alone_do_not_bring_a_to_senior_pm(answer: Answers) -> None:
    assert assess(grid(), EXAMPLES["A"] | answer).level == "pm"


def test_four_answers_lower_bring_a_down_and_three_do_not() -> None:
    lower = at("pm", "with-help", ("discovery", "data", "prioritization"))
    assert assess(grid(), EXAMPLES["A"] | lower).level == "pm"
    assert assess(grid(), EXAMPLES["A"] | lower | {"delivery.pm": "with-help"}).level == "apm"


def test_a_has_seven_gaps_with_their_reasons() -> None:
    assert {gap.id.removesuffix(".senior-pm"): gap.reasons for gap in assessed("A").gaps} == {
        "scope": ("must-have",),
        "people": (),
        "data": ("with-help",),
        "strategy": ("core", "with-help"),
        "business": ("missing-at-level",),
        "influence": ("core", "with-help"),
        "organization": (),
    }


def test_a_begins_with_scope_then_the_core_competencies_that_are_half_done() -> None:
    gaps = [gap.id for gap in assessed("A").gaps]
    assert gaps[0] == "scope.senior-pm"
    assert set(gaps[1:3]) == {"strategy.senior-pm", "influence.senior-pm"}
    assert set(gaps[3:5]) == {"data.senior-pm", "business.senior-pm"}
    assert set(gaps[5:]) == {"people.senior-pm", "organization.senior-pm"}


def test_a_gets_ready_by_scope_and_three_more() -> None:
    result = assessed("A")
    assert result.shortest_path == tuple(gap.id for gap in result.gaps)[:4]
    assert result.next_steps == result.shortest_path[:3]


def test_a_leads_others_in_delivery_and_that_is_its_strength() -> None:
    assert assessed("A").strengths == ("delivery.pm",)


def test_a_without_evidence_backs_apm_where_help_is_enough() -> None:
    assert assessed("A").evidence == Coverage(covered=0, of=7, backed_level="apm")


def test_b_is_ready_and_only_scope_is_missing() -> None:
    result = assessed("B")
    assert result.shortest_path == ("scope.apm",)
    assert result.next_steps == ("scope.apm",)
    assert {gap.id for gap in result.gaps} == {"scope.apm", "prioritization.apm", "technology.apm"}


def test_b_counts_help_at_apm_as_met() -> None:
    without = EXAMPLES["B"] | {"delivery.apm": "not-yet"}
    ready = assess(grid(), without).readiness
    assert ready is not None
    assert (ready.met, ready.ready) == (5, False)


def test_b_is_asked_scope_and_the_eight_behaviors_of_apm() -> None:
    assert [question.id for question in asked("B")] == ["scope", *at("apm", "not-yet", PM_BEHAVIORS)]


def test_b_is_one_answer_below_apm_and_has_no_level_below() -> None:
    assert assessed("B").margin == Margin(up=1, down=None, label="borderline")
    assert assess(grid(), EXAMPLES["B"] | {"scope": "apm"}).level == "apm"


def test_c_is_held_back_by_people_alone() -> None:
    result = assessed("C")
    assert [(gap.id, gap.reasons) for gap in result.gaps] == [("people.group-pm", ("must-have",))]
    assert result.shortest_path == ("people.group-pm",)


def test_c_with_three_pms_to_manage_is_a_strong_group_pm() -> None:
    result = assess(grid(), EXAMPLES["C"] | {"people": "group-pm"})
    assert (result.role, result.level, result.standing, result.at_role) == ("group-pm", "group-pm", "strong", Count(11, 11))


def test_c_is_placed_by_both_facts_and_four_behaviors() -> None:
    senior = ("discovery.senior-pm", "data.senior-pm", "prioritization.senior-pm", "delivery.senior-pm")
    assert assessed("C").because == ("scope", "people", *senior)


def test_c_has_every_behavior_up_to_senior_pm_as_a_strength_highest_first() -> None:
    expected = [*at("senior-pm", "", BEHAVIORS), *at("pm", "", BEHAVIORS), *at("apm", "", BEHAVIORS)]
    assert list(assessed("C").strengths) == expected
    assert len(expected) == 25


def test_d_holds_a_director_role_and_shows_group_pm() -> None:
    result = assessed("D")
    assert (result.role, result.level, result.next_level) == ("director", "group-pm", "director")
    assert result.margin == Margin(up=2, down=6, label="fair")


def test_d_needs_four_more_behaviors_and_no_fact() -> None:
    path = assessed("D").shortest_path
    assert path is not None
    assert len(path) == 4
    assert path[:2] == ("organization.director", "strategy.director")


def test_d_rests_on_the_facts_four_behaviors_held_and_six_not_yet_shown() -> None:
    held = ("discovery.group-pm", "data.group-pm", "prioritization.group-pm", "delivery.group-pm")
    missing = ("discovery", "data", "delivery", "technology", "strategy", "business")
    assert assessed("D").because == ("scope", "people", *held, *(f"{one}.director" for one in missing))


def test_e_is_blocked_by_scope_and_the_output_says_so() -> None:
    result = assessed("E")
    assert result.because == ("scope",)
    assert result.gaps[0].id == "scope.apm"
    assert result.gaps[0].reasons == ("must-have",)


def test_e_would_hold_the_most_that_scope_alone_allows_once_it_had_scope() -> None:
    result = assess(grid(), EXAMPLES["E"] | {"scope": "cpo"})
    assert (result.role, result.level) == ("senior-pm", "senior-pm")
    assert result.at_level == Count(6, 11)


def test_e_shows_29_strengths_that_place_nobody() -> None:
    assert len(assessed("E").strengths) == 29
    assert assess(grid(), sheet()).level == assessed("E").level
