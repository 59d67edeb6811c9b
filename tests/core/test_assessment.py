"""The assessment of whole, partial and compared sheets."""

from collections.abc import Mapping
from itertools import pairwise

import pytest

from builders import BEHAVIORS, PM_BEHAVIORS, Answers, at, bottom, example_a, example_c, example_d, grid, interview, sheet, top
from pmpath.core.assessment import assess
from pmpath.core.course import Depth
from pmpath.model.result import Assessment, Count, Coverage, Estimate, Gap, LevelRange, Margin, Readiness

OWN = "on-my-own"


def assessed(answers: Answers, target: str | None = None, evidence: Mapping[str, object] | None = None) -> Assessment:
    return assess(grid(), answers, evidence, target)


def pm(met: int) -> Answers:
    """Return a PM with both facts and the first behaviors of the level; nothing else is answered."""
    return {"scope": "pm", "people": "none", **at("pm", OWN, BEHAVIORS[:met])}


def missing(result: Assessment) -> list[str]:
    return [gap.id for gap in result.gaps]


def ready(result: Assessment) -> Readiness:
    assert result.readiness is not None
    return result.readiness


def test_an_empty_sheet_settles_nothing_and_everything_is_open() -> None:
    result = assessed({})
    assert result._replace(unanswered=()) == Assessment(
        role=None,
        level=None,
        standing=None,
        level_range=LevelRange("aspiring", "cpo"),
        estimate=Estimate(None, None),
        complete=False,
        next_level=None,
        target=None,
        readiness=None,
        margin=None,
        gaps=(),
        shortest_path=None,
        strengths=(),
        evidence=Coverage(None, None, None),
        because=(),
        next_steps=(),
        unanswered=(),
        at_role=None,
        at_level=None,
    )
    assert sorted(result.unanswered) == sorted(grid().choices)


def test_scope_alone_settles_the_role_and_leaves_the_level_open() -> None:
    result = assessed({"scope": "pm"})
    assert (result.role, result.level, result.level_range) == ("pm", None, LevelRange("aspiring", "pm"))
    assert (result.estimate, result.because) == (Estimate("pm", None), ("scope",))
    assert (result.next_level, result.readiness, result.margin, result.gaps) == (None, None, None, ())


def test_while_the_level_is_open_the_questions_that_settle_it_come_first() -> None:
    result = assessed({"scope": "pm", "discovery.pm": OWN})
    assert result.unanswered[0] == "data.pm"
    assert result.unanswered == (*list(at("pm", "", BEHAVIORS))[1:], *at("apm", "", BEHAVIORS))


def test_a_known_level_with_an_open_list_is_not_complete() -> None:
    result = assessed(pm(4))
    assert (result.role, result.level, result.next_level, result.complete) == ("pm", "pm", "senior-pm", False)
    assert result.shortest_path is None
    assert result.unanswered[:9] == tuple(at("senior-pm", "", BEHAVIORS))
    assert result.unanswered[9:] == tuple(at("pm", "", BEHAVIORS[4:]))


def test_with_an_open_list_the_known_gaps_are_shown_and_make_the_first_steps() -> None:
    result = assessed(pm(4))
    assert missing(result) == ["scope.senior-pm", "people.senior-pm"]
    assert result.next_steps == ("scope.senior-pm", "people.senior-pm")
    assert ready(result) == Readiness(met=0, needed=7, of=10, ready=None, must_haves_missing=("scope.senior-pm",))


def test_standing_is_absent_while_the_holes_could_change_it() -> None:
    assert assessed(pm(4)).standing is None
    assert assessed(pm(5)).standing == "strong"


def test_an_inferred_hole_counts_in_standing_and_counts() -> None:
    result = assessed(pm(4) | {"technology.senior-pm": OWN})
    assert (result.standing, result.at_level, result.at_role) == ("strong", Count(6, 9), Count(6, 9))


def test_an_inferred_hole_is_no_longer_unanswered() -> None:
    assert "technology.pm" in assessed(pm(4)).unanswered
    assert "technology.pm" not in assessed(pm(4) | {"technology.senior-pm": OWN}).unanswered


def test_a_complete_list_with_holes_is_complete() -> None:
    result = assessed(pm(4) | at("senior-pm", "not-yet", BEHAVIORS))
    assert result.complete
    assert result.unanswered == tuple(at("pm", "", BEHAVIORS[4:]))
    assert result.shortest_path is not None
    assert len(result.shortest_path) == 8


def test_the_first_three_steps_are_those_of_the_shortest_path() -> None:
    result = assessed(pm(4) | at("senior-pm", "not-yet", BEHAVIORS))
    assert result.shortest_path is not None
    assert result.next_steps == result.shortest_path[:3]


def test_where_the_path_is_walked_the_steps_go_on_with_the_other_gaps() -> None:
    result = assessed(example_a() | {"scope": "senior-pm"} | at("senior-pm", OWN, BEHAVIORS[:7]), target="senior-pm")
    assert (ready(result).ready, result.shortest_path) == (True, ())
    assert result.next_steps == tuple(missing(result)[:3])


def test_readiness_known_with_an_open_list_gives_a_path_of_the_known_must_haves() -> None:
    result = assessed(pm(8) | at("senior-pm", OWN, BEHAVIORS[:7]))
    assert (ready(result).ready, result.complete) == (True, False)
    assert result.shortest_path == ("scope.senior-pm",)


def test_a_path_is_open_while_a_must_have_of_its_level_is_unanswered() -> None:
    result = assessed(at("apm", OWN, PM_BEHAVIORS), target="apm")
    assert (ready(result).ready, ready(result).must_haves_missing) == (True, ())
    assert result.shortest_path is None


def test_a_role_below_the_ladder_has_no_standing_and_no_counts() -> None:
    result = assessed(bottom())
    assert (result.role, result.standing, result.at_role, result.at_level) == ("aspiring", None, None, None)


def test_a_level_below_the_role_is_shown_with_both_counts() -> None:
    result = assessed(example_d())
    assert (result.role, result.at_role, result.level, result.at_level) == ("director", Count(4, 11), "group-pm", Count(11, 11))


def test_standing_is_the_one_at_the_role() -> None:
    assert assessed(example_d()).standing == "growing"


def test_the_next_level_of_someone_below_their_role_is_a_step_toward_it() -> None:
    held = sheet(scope="cpo", people="cpo", answers=at("pm", OWN, BEHAVIORS))
    result = assessed(held)
    assert (result.role, result.level, result.next_level) == ("cpo", "pm", "senior-pm")
    assert ready(result).must_haves_missing == ()


@pytest.mark.parametrize(("level", "above"), list(pairwise(grid().levels)))
def test_the_next_level_is_the_one_above(level: str, above: str) -> None:
    held = {"scope": level, "people": level} if level in grid().choices["people"] else {"scope": level}
    result = assessed(sheet(answers=held | at(level, OWN, BEHAVIORS)))
    assert (result.level, result.next_level) == (level, above)
    assert {gap.level for gap in result.gaps} == {above}


def test_at_the_top_there_is_no_next_level_no_readiness_and_no_gap() -> None:
    result = assessed(top())
    assert (result.next_level, result.readiness, result.gaps, result.shortest_path) == (None, None, (), None)
    assert (result.complete, result.next_steps) == (True, ())


def test_a_cpo_by_half_has_no_gaps_without_a_target() -> None:
    result = assessed(sheet(scope="cpo", people="cpo", answers=at("cpo", OWN, ("strategy", "influence"))))
    assert (result.level, result.standing, result.gaps) == ("cpo", "holding", ())
    assert result.margin == Margin(up=None, down=1, label="borderline")


def test_a_target_above_takes_readiness_gaps_and_path_to_that_level() -> None:
    result = assessed(example_a(), target="group-pm")
    assert (result.target, result.next_level, result.level) == ("group-pm", "senior-pm", "pm")
    assert {gap.level for gap in result.gaps} == {"group-pm"}
    assert ready(result) == Readiness(0, 6, 9, ready=False, must_haves_missing=("scope.group-pm", "people.group-pm"))
    assert result.shortest_path is not None
    assert len(result.shortest_path) == 8


def test_a_target_at_the_level_shows_what_is_still_missing_there() -> None:
    result = assessed(example_a(), target="pm")
    assert missing(result) == ["business.pm"]
    assert ready(result) == Readiness(7, 6, 8, ready=True, must_haves_missing=())
    assert result.shortest_path == ()
    assert result.next_steps == ("business.pm",)


def test_a_target_below_the_level_shows_that_level() -> None:
    result = assessed(example_a(), target="apm")
    assert (ready(result), result.gaps) == (Readiness(8, 6, 8, ready=True, must_haves_missing=()), ())
    assert (result.shortest_path, result.next_steps) == ((), ())


def test_a_target_at_the_top_gives_a_cpo_readiness_and_gaps() -> None:
    result = assessed(top() | {"strategy.cpo": "with-help"}, target="cpo")
    assert missing(result) == ["strategy.cpo"]
    assert (result.next_level, ready(result).met) == (None, 4)


def test_a_target_changes_neither_role_nor_level_nor_margin_nor_reasons() -> None:
    plain, aimed = assessed(example_a()), assessed(example_a(), target="cpo")
    kept = ("role", "level", "standing", "level_range", "margin", "because", "strengths", "evidence", "next_level")
    assert [getattr(aimed, name) for name in kept] == [getattr(plain, name) for name in kept]


def test_a_target_with_an_open_level_still_gets_its_known_gaps() -> None:
    result = assessed({"scope": "pm", "data.group-pm": "with-help"}, target="group-pm")
    assert (result.level, result.complete) == (None, False)
    assert missing(result) == ["scope.group-pm", "data.group-pm"]
    assert (ready(result).ready, result.shortest_path) == (None, None)


def test_a_target_further_up_marks_what_is_inferred_from_the_level_below() -> None:
    answers = pm(4) | {"delivery.pm": "not-yet", "technology.pm": OWN}
    result = assessed(answers, target="director")
    assert [gap for gap in result.gaps if gap.competency == "delivery"] == [
        Gap(
            id="delivery.director",
            competency="delivery",
            level="director",
            answer=None,
            must_have=False,
            on_path=False,
            reasons=("missing-at-level", "inferred"),
            because=("delivery.pm",),
        )
    ]
    assert result.shortest_path is None
    assert "delivery.director" not in result.unanswered


def test_an_answered_gap_is_not_marked_as_inferred() -> None:
    answers = pm(4) | {"delivery.pm": "not-yet", "technology.pm": OWN, "delivery.director": "with-help"}
    gap = next(gap for gap in assessed(answers, target="director").gaps if gap.competency == "delivery")
    assert (gap.answer, gap.reasons, gap.because) == ("with-help", ("with-help", "missing-at-level"), ("delivery.director",))


def test_with_a_target_the_open_questions_of_that_level_are_the_unanswered_ones() -> None:
    result = assessed(pm(8), target="group-pm")
    assert result.unanswered == tuple(at("group-pm", "", BEHAVIORS))


def test_an_interview_for_a_target_leaves_a_complete_sheet() -> None:
    answers = interview(example_a(), Depth.STANDARD, target=grid().rank_of("director"))
    result = assessed(answers, target="director")
    assert (result.complete, result.level) == (True, "pm")
    assert not set(result.unanswered) & {f"{one}.director" for one in BEHAVIORS}


def test_strengths_are_what_someone_leads_highest_level_first_then_ladder_order() -> None:
    led = dict.fromkeys(("influence.apm", "data.pm", "delivery.pm", "data.vp", "strategy.cpo"), "lead-others")
    assert assessed(sheet(scope="pm", answers=led | {"discovery.cpo": OWN, "business.pm": OWN})).strengths == (
        "strategy.cpo",
        "data.vp",
        "data.pm",
        "delivery.pm",
        "influence.apm",
    )


def test_facts_are_no_strengths() -> None:
    assert assessed({"scope": "cpo", "people": "cpo"}).strengths == ()


def test_evidence_counts_the_met_behaviors_of_the_level_that_have_some() -> None:
    evidence = {"data.pm": [{"what": "a dashboard"}], "business.pm": [{"what": "not met"}], "data.apm": [{"what": "below"}]}
    assert assessed(example_a(), evidence=evidence).evidence == Coverage(covered=1, of=7, backed_level="apm")


def test_an_empty_evidence_entry_counts_as_none() -> None:
    assert assessed(example_a(), evidence={"data.pm": []}).evidence.covered == 0


@pytest.mark.parametrize(
    ("count", "backed"),
    [(0, "apm"), (3, "apm"), (4, "pm"), (7, "pm")],
)
def test_the_backed_level_needs_evidence_for_half_of_the_level(count: int, backed: str) -> None:
    met = ("discovery", "data", "prioritization", "delivery", "technology", "strategy", "influence")
    evidence = dict.fromkeys(list(at("pm", "", met))[:count], "shown")
    assert assessed(example_a(), evidence=evidence).evidence == Coverage(count, 7, backed)


def test_without_evidence_a_level_above_apm_backs_apm_where_help_is_enough() -> None:
    assert assessed(example_c()).evidence == Coverage(covered=0, of=9, backed_level="apm")


def test_help_at_apm_needs_no_evidence_to_back_the_level() -> None:
    result = assessed(sheet(scope="apm", answers=at("apm", "with-help", PM_BEHAVIORS)))
    assert (result.level, result.evidence) == ("apm", Coverage(covered=0, of=8, backed_level="apm"))


def test_the_backed_level_is_open_where_a_short_interview_left_the_levels_below_unanswered() -> None:
    answers = interview(example_a(), Depth.QUICK)
    assert assessed(answers).evidence == Coverage(covered=0, of=4, backed_level=None)


def test_below_the_ladder_there_is_nothing_to_back() -> None:
    assert assessed(bottom()).evidence == Coverage(covered=0, of=0, backed_level="aspiring")


def test_evidence_of_something_unanswered_adds_nothing() -> None:
    assert assessed({}, evidence={"data.pm": "shown"}) == assessed({})


@pytest.mark.parametrize("people", ["none", "senior-pm"])
def test_ready_with_only_the_must_have_missing_is_told_by_readiness_and_path(people: str) -> None:
    result = assessed(example_c() | {"people": people})
    assert (ready(result).ready, ready(result).must_haves_missing) == (True, ("people.group-pm",))
    assert result.shortest_path == ("people.group-pm",)
