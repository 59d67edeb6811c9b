"""What a setting does to the order of work, and all that it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import PM_BEHAVIORS, Answers, at, grid, sheet, small_grid
from pmpath.core.assessment import assess
from pmpath.core.gaps import WEIGHTS, gaps, in_setting
from pmpath.core.inference import Inference
from pmpath.core.transitions import Path, PathStep, transition
from pmpath.model.answer import Context
from pmpath.model.result import Gap
from pmpath.model.setting import COUNTS_LESS, NOWHERE, Rule, Setting, counted_less
from strategies import full_sheets, partial_sheets

OWN = "on-my-own"
STARTUP = Setting("startup")
ORDERED = ("gaps", "shortest_path", "next_steps")
"""What of an assessment has an order that a setting may change."""
STEPS = (
    PathStep("draw", 2, None, "learn", ("technology.apm", "technology.pm")),
    PathStep("talk", 3, None, "learn", ("discovery.apm",)),
    PathStep("cut", 4, "pm", "do", ("technology.pm",)),
    PathStep("slice", 4, None, "do", ("technology.pm", "prioritization.pm")),
    PathStep("ask", 1, None, "do", ()),
)
USUAL = ("scope.apm", "technology.apm", "data.apm", "technology.pm", "business.apm")
settings_any = st.builds(Setting, st.sampled_from([None, "startup", "corporate"]), st.sampled_from([None, True, False]))


def held(**senior: str) -> Answers:
    """Return a PM who lacks technology at PM and answers so at Senior PM."""
    low = at("apm", OWN, PM_BEHAVIORS) | at("pm", OWN, [one for one in PM_BEHAVIORS if one != "technology"])
    return sheet(scope="pm", answers=low | {f"{name}.senior-pm": word for name, word in senior.items()})


def order(answers: Answers, setting: Setting = NOWHERE) -> list[str]:
    return [gap.competency for gap in assess(grid(), answers, setting=setting).gaps]


def small(less: str, **met: str) -> list[Gap]:
    """Return the gaps of the invented ladder at its second level where one competency counts less."""
    ladder = small_grid()
    answers = {question: choices[0] for question, choices in ladder.choices.items()} | {"reach": "l1"}
    answers |= {name.replace("_", "."): word for name, word in met.items()}
    found = gaps(ladder, answers, Inference(ladder.states(answers), {}), level=0, goal=2)
    return list(in_setting(ladder, found, [less]))


@pytest.mark.parametrize(
    ("less", "met", "expected"),
    [
        ("none of them", {}, ["reach.l2", "b2.l2", "b1.l2", "b0.l2"]),
        ("b1", {}, ["reach.l2", "b2.l2", "b1.l2", "b0.l2"]),
        ("b2", {}, ["reach.l2", "b2.l2", "b1.l2", "b0.l2"]),
        ("b2", {"b1_l2": "with-help"}, ["reach.l2", "b1.l2", "b2.l2", "b0.l2"]),
        ("b2", {"b2_l2": "with-help"}, ["reach.l2", "b2.l2", "b1.l2", "b0.l2"]),
        ("b0", {"b0_l2": "with-help"}, ["reach.l2", "b2.l2", "b0.l2", "b1.l2"]),
        ("reach", {}, ["reach.l2", "b2.l2", "b1.l2", "b0.l2"]),
    ],
)
def test_what_counts_less_moves_back_within_the_path_and_within_the_rest(
    less: str, met: dict[str, str], expected: list[str]
) -> None:
    assert [gap.id for gap in small(less, **met)] == expected


def test_what_counts_less_says_so_as_its_last_reason_and_a_must_have_never_does() -> None:
    assert {gap.id: gap.reasons for gap in small("b2", b2_l2="with-help")}["b2.l2"] == ("core", "with-help", COUNTS_LESS)
    assert [gap.reasons for gap in small("reach") if gap.must_have] == [("must-have",)]


def test_to_count_less_takes_back_what_a_core_competency_adds() -> None:
    assert WEIGHTS[COUNTS_LESS] == -WEIGHTS["core"]


def test_technology_comes_before_work_with_no_reason_elsewhere_and_after_it_in_a_startup() -> None:
    answers = held(technology="with-help", data=OWN, discovery=OWN, prioritization=OWN)
    assert order(answers)[:5] == ["scope", "influence", "strategy", "technology", "people"]
    assert order(answers, STARTUP)[:5] == ["scope", "influence", "strategy", "people", "technology"]


@pytest.mark.parametrize(
    "setting",
    [NOWHERE, Setting("corporate"), Setting("startup", deeply_technical=True), Setting(None, deeply_technical=False)],
    ids=str,
)
def test_elsewhere_and_for_a_deeply_technical_product_the_order_stays(setting: Setting) -> None:
    answers = held(technology="with-help", data=OWN, discovery=OWN, prioritization=OWN)
    assert assess(grid(), answers, setting=setting) == assess(grid(), answers)


def test_a_product_that_is_said_not_to_be_deeply_technical_is_like_one_of_which_nothing_is_said() -> None:
    answers = held(technology="with-help")
    assert assess(grid(), answers, setting=Setting("startup", deeply_technical=False)) == assess(
        grid(), answers, setting=STARTUP
    )


@given(partial_sheets(), settings_any)
def test_a_setting_changes_the_order_of_work_and_nothing_else(answers: Answers, setting: Setting) -> None:
    plain, placed = (assess(grid(), answers, setting=one) for one in (NOWHERE, setting))
    kept = {name: value for name, value in plain._asdict().items() if name not in ORDERED}
    assert kept == {name: value for name, value in placed._asdict().items() if name not in ORDERED}
    assert sorted(plain.shortest_path or ()) == sorted(placed.shortest_path or ())
    assert (plain.shortest_path is None) == (placed.shortest_path is None)


@given(partial_sheets(), settings_any)
def test_a_setting_neither_adds_nor_takes_away_a_gap(answers: Answers, setting: Setting) -> None:
    plain, placed = (assess(grid(), answers, setting=one).gaps for one in (NOWHERE, setting))
    unmarked = [gap._replace(reasons=tuple(reason for reason in gap.reasons if reason != COUNTS_LESS)) for gap in placed]
    assert sorted(unmarked) == sorted(plain)
    assert [gap.on_path for gap in placed] == [gap.on_path for gap in plain]


@given(full_sheets())
def test_in_a_startup_only_technology_moves_and_only_back(answers: Answers) -> None:
    plain, startup = order(answers), order(answers, STARTUP)
    assert [one for one in plain if one != "technology"] == [one for one in startup if one != "technology"]
    if "technology" in plain:
        assert startup.index("technology") >= plain.index("technology")


@given(partial_sheets())
def test_no_must_have_comes_later_because_of_a_setting(answers: Answers) -> None:
    plain, startup = (assess(grid(), answers, setting=one).gaps for one in (NOWHERE, STARTUP))
    for place, gap in enumerate(startup):
        assert not gap.must_have or place <= [one.id for one in plain].index(gap.id)


@given(partial_sheets(), st.sampled_from([None, "corporate"]))
def test_the_exception_gives_the_order_without_a_setting(answers: Answers, other: str | None) -> None:
    exception = assess(grid(), answers, setting=Setting("startup", deeply_technical=True))
    assert exception == assess(grid(), answers, setting=Setting(other)) == assess(grid(), answers)


# The path from another job


def laid(answers: Answers, to: str = "pm", less: tuple[str, ...] = ("technology",)) -> tuple[list[str], list[str]]:
    """Return gaps and steps of an invented path, each in order."""
    result = transition(grid(), Path("engineer", USUAL, STEPS, less), answers, to=to, hours_per_week=4)
    return [gap.id for gap in result.gaps], [step.id for step in result.steps]


def test_a_step_that_closes_only_what_counts_less_comes_last_of_its_phase() -> None:
    assert laid({})[1] == ["talk", "draw", "slice", "ask", "cut"]
    assert laid({}, less=())[1] == ["draw", "talk", "cut", "slice", "ask"]


def test_usual_gaps_that_count_less_come_after_the_others() -> None:
    assert laid({})[0] == ["scope.pm", "data.apm", "business.apm", "technology.apm", "technology.pm"]


def test_what_is_unmet_keeps_its_place_before_what_is_usual() -> None:
    answers = {"technology.apm": "not-yet", "data.apm": "not-yet"}
    assert laid(answers, to="apm")[0] == ["scope.apm", "data.apm", "technology.apm", "business.apm"]
    assert laid(answers, to="apm", less=())[0] == ["scope.apm", "data.apm", "technology.apm", "business.apm"]
    shorter = {"technology.apm": "not-yet", "delivery.apm": "not-yet", "prioritization.apm": "not-yet"}
    assert laid(shorter, to="apm")[0].index("technology.apm") == 3
    assert laid(shorter, to="apm", less=())[0].index("technology.apm") == 2


def test_a_gap_on_the_way_says_whether_it_counts_less() -> None:
    result = transition(grid(), Path("engineer", USUAL, STEPS, ("technology", "scope")), {}, to="apm", hours_per_week=4)
    assert {gap.id for gap in result.gaps if gap.counts_less} == {"technology.apm"}


@given(partial_sheets(), st.sampled_from(["apm", "pm"]))
def test_a_setting_changes_neither_what_is_on_the_way_nor_how_long_it_takes(answers: Answers, to: str) -> None:
    plain, startup = laid(answers, to, ()), laid(answers, to)
    assert [sorted(part) for part in plain] == [sorted(part) for part in startup]
    weeks = [
        transition(grid(), Path("engineer", USUAL, STEPS, less), answers, to=to, hours_per_week=4).weeks
        for less in ((), ("technology",))
    ]
    assert weeks[0] == weeks[1]


# What was said last


@pytest.mark.parametrize(
    ("said", "before", "expected"),
    [
        (NOWHERE, NOWHERE, NOWHERE),
        (STARTUP, NOWHERE, STARTUP),
        (NOWHERE, Setting("startup", deeply_technical=True), Setting("startup", deeply_technical=True)),
        (Setting("corporate"), Setting("startup", deeply_technical=True), Setting("corporate", deeply_technical=True)),
        (
            Setting(None, deeply_technical=False),
            Setting("startup", deeply_technical=True),
            Setting("startup", deeply_technical=False),
        ),
    ],
)
def test_what_is_said_stands_over_what_was_said_before(said: Setting, before: Setting, expected: Setting) -> None:
    assert said.over(before) == expected
    context = Context("PM", before.environment, 4, "vp", before.deeply_technical)
    assert context.within(said) == Context("PM", expected.environment, 4, "vp", expected.deeply_technical)


@pytest.mark.parametrize(
    ("unless", "setting", "expected"),
    [
        ("deeply-technical", STARTUP, ("b1",)),
        ("deeply-technical", Setting("startup", deeply_technical=True), ()),
        (None, Setting("startup", deeply_technical=True), ("b1",)),
        (None, Setting("corporate"), ()),
        (None, NOWHERE, ()),
    ],
)
def test_a_rule_holds_in_its_setting_unless_its_exception_does(
    unless: str | None, setting: Setting, expected: tuple[str, ...]
) -> None:
    assert counted_less({"startup": Rule(("b1",), unless)}, setting) == expected
