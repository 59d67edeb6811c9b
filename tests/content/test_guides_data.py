"""Rules that the guides keep: figures whole and at one with the ladder, both sides shown, opinions marked."""

import re
from typing import Final

import pytest

from builders import library
from data_folder import GUIDES, LADDER, Raw, shipped, texts
from pmpath.cli.group import COMMANDS
from pmpath.cli.guide import SUBCOMMANDS
from pmpath.model.guide import NEEDED

ARTICLE: Final = "W-UND"
WHOLE: Final = ("about", "low", "shape", "unit", "basis", "place", "as_of", "origin", "sources")
FIGURES: Final[list[Raw]] = shipped(GUIDES)["figures"]
TO_COME: Final = {"interview"}
"""Commands that texts name and that stand in no table yet."""


def figure(name: str) -> Raw:
    return next(one for one in FIGURES if one["id"] == name)


def topic(name: str) -> Raw:
    found: Raw = next(one for one in shipped(GUIDES)["topics"] if one["id"] == name)
    return found


def points(name: str, passage: str) -> list[Raw]:
    found: list[Raw] = next(one["points"] for one in topic(name)["passages"] if one["id"] == passage)
    return found


def test_every_topic_is_there_with_its_question() -> None:
    assert {one["id"] for one in shipped(GUIDES)["topics"]} == set(NEEDED)


@pytest.mark.parametrize("one", FIGURES, ids=[one["id"] for one in FIGURES])
def test_a_figure_says_all_that_it_takes_to_read_it(one: Raw) -> None:
    assert [name for name in WHOLE if one[name] in (None, "", [])] == []


def test_every_range_of_years_on_the_ladder_is_a_figure_of_the_guides_and_the_same() -> None:
    def said(one: Raw) -> tuple[object, ...]:
        return (one["low"], one["high"], one["unit"], one["basis"], one["as_of"], frozenset(one["sources"]))

    known = {(one["level"], *said(one)) for one in FIGURES}
    ranges = [(level["id"], *said(one)) for level in shipped(LADDER)["levels"] for one in _years(level)]
    assert ranges
    assert [one for one in ranges if one not in known] == []


def _years(level: Raw) -> list[Raw]:
    return [*level["time_in_level"], *level["from_entry"]]


def test_every_team_size_of_the_ladder_is_a_figure_of_the_guides() -> None:
    known = {(one["level"], one["low"], one["high"], one["basis"]) for one in FIGURES}
    ranges = [(level["id"], one) for level in shipped(LADDER)["levels"] for one in level["manages"]["ranges"]]
    assert [one for level, one in ranges if (level, one["low"], one["high"], one["basis"]) not in known] == []


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("time-apm-article", 1, 2), ("time-senior-article", 3, 6), ("pay-director-article", 125_000, 175_000)],
)
def test_the_figures_of_the_article_stand_beside_others_for_the_same_level(name: str, low: float, high: float) -> None:
    one = figure(name)
    assert (one["low"], one["high"], one["origin"], one["sources"]) == (low, high, "article", [ARTICLE])
    others = [other for other in FIGURES if other["level"] == one["level"] and ARTICLE not in other["sources"]]
    assert len(others) > 2


def test_the_misdated_rise_is_that_of_2025_against_the_low_of_2023_with_a_correction() -> None:
    one = figure("market-above-2023-low")
    assert (one["low"], one["as_of"], one["sources"]) == (53.6, "2025", ["W-LEN25", "W-DPS"])
    assert "2023" in one["basis"]
    assert "2024" in one["correction"]


def test_nothing_else_is_corrected() -> None:
    assert [one["id"] for one in FIGURES if one["correction"]] == ["market-above-2023-low"]


def test_the_market_points_both_ways_and_says_who_counts() -> None:
    market = [one for one in FIGURES if one["tracker"]]
    assert {one["direction"] for one in market} == {"up", "down"}
    assert {name for passage in topic("market")["passages"] for name in passage["figures"]} == {one["id"] for one in market}
    assert len({one["tracker"] for one in market}) > 2


def test_pay_says_what_it_covers_and_its_currency() -> None:
    pay = [figure(name) for passage in topic("pay")["passages"] for name in passage["figures"]]
    assert {one["unit"] for one in pay} == {"US dollars a year", "British pounds a year"}
    known = re.compile(r"^(base|total|salary as stated|unclear|cash)\b")
    assert [one["id"] for one in pay if not known.match(one["basis"])] == []


def test_the_article_gives_no_figure_for_executives_and_its_basis_is_called_unclear() -> None:
    executives = [one for one in FIGURES if one["level"] in ("vp", "cpo") and one["unit"].endswith("a year")]
    assert [one["id"] for one in executives if ARTICLE in one["sources"]] == []
    (said,) = [point["text"] for point in points("pay", "executives") if point["id"] == "executives-article"]
    assert "total, unclear" in said


def test_the_link_of_the_article_about_pay_is_called_unchecked() -> None:
    (said,) = [point["text"] for point in points("pay", "director") if point["id"] == "director-cpoclub"]
    assert "unchecked" in said


@pytest.mark.parametrize(
    ("name", "passage", "point"),
    [
        ("time", "senior-pm", "senior-startup-quickest"),
        ("market", "up", "up-engine"),
        ("degree", "settings", "setting-startup"),
        ("environment", "startup-gives", "gives-visible"),
    ],
)
def test_an_opinion_is_marked_as_one(name: str, passage: str, point: str) -> None:
    assert next(one["kind"] for one in points(name, passage) if one["id"] == point) == "opinion"


def test_all_that_is_said_of_the_future_is_opinion_or_advice_with_one_action_a_theme() -> None:
    themes = points("future", "six-themes")
    assert [(one["kind"], bool(one["action"])) for one in themes] == [("opinion", True)] * 6
    assert any(re.search(r"\bAI\b", one["text"]) for one in themes)


def test_discovery_has_four_risks_six_steps_and_methods() -> None:
    assert len(points("discovery", "four-risks")) == 4
    assert [one["id"] for one in points("discovery", "cycle") if one["id"].startswith("step-")][4:]
    assert len(points("discovery", "methods")) >= 3


def test_three_skills_and_four_things_stand_above_a_degree() -> None:
    core = [one["id"] for one in points("degree", "core-skills") if one["kind"] == "opinion"]
    assert core == ["core-empathy", "core-communication", "core-business"]
    assert [one["id"].partition("-")[2] for one in points("degree", "beyond-degree")] == [
        "curiosity",
        "problem-solving",
        "domain",
        "rallying",
    ]


def test_nothing_that_is_asked_or_scored_is_about_a_degree() -> None:
    asked = [part.question for part in library().words.expectations.values()]
    facts = [one.question or "" for one in library().words.competencies.values()]
    assert [text for text in (*asked, *facts) if re.search(r"\b(degree|diploma|university)\b", text)] == []


def test_scope_and_autonomy_come_first_and_both_columns_are_filled() -> None:
    differences = shipped(GUIDES)["environment"]["differences"]
    assert [one["id"] for one in differences][:2] == ["scope", "autonomy"]
    assert [one["id"] for one in differences if not (one["startup"] and one["corporate"])] == []


def test_the_hats_are_four_and_the_stages_six_each_with_an_action() -> None:
    environment = shipped(GUIDES)["environment"]
    assert [hat["id"] for hat in environment["hats"]] == ["strategist", "marketer", "designer", "analyst"]
    assert [hat["id"] for hat in environment["stages"]] == ["discover", "define", "build", "launch", "learn", "retire"]
    assert all(hat["action"] and hat["expectations"] for hat in (*environment["hats"], *environment["stages"]))


def test_every_choice_of_fit_can_be_made_and_every_question_has_two_sides() -> None:
    for question in shipped(GUIDES)["environment"]["fit"]:
        assert {"startup", "corporate"} <= {choice["speaks_for"] for choice in question["choices"]}


def test_the_parts_of_pay_are_seven_and_equity_alone_may_be_worth_nothing() -> None:
    parts = shipped(GUIDES)["offer"]["parts"]
    assert [one["id"] for one in parts] == ["base", "bonus", "sign-on", "equity", "benefits", "relocation", "profit-share"]
    assert [one["id"] for one in parts if one["certainty"] == "uncertain"] == ["equity"]


def test_every_place_by_name_belongs_to_a_channel_and_says_when_it_was_seen() -> None:
    boards = shipped(GUIDES)["boards"]
    channels = {one["id"] for one in boards if one["address"] is None}
    assert {one["channel"] for one in boards} <= channels
    assert all(one["checked_on"] for one in boards)


def test_the_questions_of_the_article_are_among_those_people_ask() -> None:
    asked = {one["topic"] for one in shipped(GUIDES)["questions"]}
    assert {"time", "degree", "environment"} <= asked
    assert asked <= set(NEEDED) - {"faq"}


def test_the_road_without_reports_is_marked_as_an_extension() -> None:
    assert "The article leaves that road out; it is our addition." in topic("managing")["short"]
    assert "article" not in {one["origin"] for one in points("managing", "two-roads")}


def test_the_article_is_said_to_come_from_a_marketplace_for_startups() -> None:
    (bias,) = points("environment", "bias")
    assert "W-UND3" in bias["sources"]


def test_no_alias_of_a_topic_is_a_command_of_the_guide() -> None:
    names = {name for one in shipped(GUIDES)["topics"] for name in (one["id"], *one["aliases"])}
    assert names & set(SUBCOMMANDS) == set()


def test_every_command_that_a_text_names_is_one() -> None:
    named = {word for text in texts(shipped(GUIDES)) for word in re.findall(r"\bpmpath ([a-z]+)", text)}
    about = {"asks", "leans"}
    assert named - about - TO_COME <= set(COMMANDS)
