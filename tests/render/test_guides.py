"""Guides as they are laid out, and what stands on them."""

import pytest
from syrupy.assertion import SnapshotAssertion

from builders import library
from pmpath.core.timeline import timeline
from pmpath.model.figure import Figure
from pmpath.model.timeline import Years
from pmpath.render.figures import Dating, add_figures, amount, extent, figure_data, value
from pmpath.render.guide import GuidePage, keys_of
from pmpath.render.guide_list import list_page
from pmpath.render.guide_part import Part
from pmpath.render.guide_parts import add_boards, add_differences, add_pay, add_questions
from pmpath.render.page import Page
from pmpath.render.timeline import Timeline
from render.pages import screen

GUIDES = library().guides
WORDS = library().words
DATING = Dating("2026-11-30", GUIDES.stale_months)
FIGURES = {figure.id: figure for figure in GUIDES.figures}
at_both_widths = pytest.mark.parametrize("width", [40, 80])


def topic_page(name: str, part: Part | None = None) -> Page:
    """Return the page of a topic."""
    topic = next(one for one in GUIDES.topics if one.id == name)
    return GuidePage(topic, GUIDES, DATING, part or Part()).build(WORDS, library().sources, ["pmpath guide"])


def figure(**changed: object) -> Figure:
    """Make a figure."""
    fields: dict[str, object] = {
        "id": "x",
        "about": "Roles",
        "level": None,
        "low": 6000,
        "high": None,
        "shape": "single",
        "unit": "roles",
        "basis": "count",
        "place": "worldwide",
        "as_of": "2024-01-31",
        "tracker": None,
        "direction": None,
        "note": None,
        "correction": None,
        "origin": "extension",
        "sources": ["S-GL"],
    }
    return Figure.model_validate({**fields, **changed})


def timeline_page(years: Years, level: str) -> Page:
    """Return the time of one level, with the place of some years in it."""
    time = next(one for one in GUIDES.topics if one.id == "time")
    figures = [FIGURES[name] for passage in time.passages for name in passage.figures]
    page = Page()
    ranges = [one for one in timeline(WORDS.ladder.levels, figures, years) if one.level == level]
    Timeline(ranges, years, None, WORDS).add(page, DATING)
    return page


@at_both_widths
def test_the_list(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(list_page(GUIDES, ["pmpath guide time"]), width) == snapshot


@at_both_widths
def test_the_market(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(topic_page("market"), width) == snapshot


@at_both_widths
def test_the_time_to_senior_pm_with_years(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(timeline_page(Years(4, 1), "senior-pm"), width) == snapshot


@at_both_widths
def test_startup_and_corporate_side_by_side(width: int, snapshot: SnapshotAssertion) -> None:
    page = Page()
    add_differences(page, GUIDES.environment)
    assert screen(page, width) == snapshot


def test_every_topic_has_its_points_its_figures_and_its_sources_on_the_page() -> None:
    for topic in GUIDES.topics:
        shown = " ".join(screen(topic_page(topic.id), 100).split())
        cited = [point.sources for passage in topic.passages for point in passage.points]
        names = {one.key: one.name for one in library().sources}
        assert [key for keys in cited for key in keys if names[key] not in shown] == [], topic.id
        assert [one for one in topic.links.expectations if f"{one} {WORDS.title(one)}" not in shown] == [], topic.id


def test_an_opinion_says_so_and_advice_stands_apart_behind_what_was_found() -> None:
    lines = [line.strip() for line in screen(topic_page("jobs"), 100).splitlines()]
    outside = lines[lines.index("Outside") : lines.index("Before you send anything")]
    assert any("Opinion: Startups that value" in line for line in outside)
    advice = outside.index("Advice")
    assert not any("Opinion: " in line for line in outside[advice:])


@pytest.mark.parametrize(
    ("number", "written"), [(6000, "6,000"), (53.6, "53.6"), (1_000_000, "1,000,000"), (0, "0"), (22.55, "22.55"), (10, "10")]
)
def test_an_amount_has_separators_and_no_needless_fraction(number: float, written: str) -> None:
    assert amount(number) == written


@pytest.mark.parametrize(
    ("changed", "in_text", "in_table"),
    [
        ({}, "6,000 roles", "6,000 roles"),
        ({"shape": "from"}, "6,000 roles or more", "6,000 roles or more"),
        ({"high": 7000, "shape": "range"}, "6,000 to 7,000 roles", "6,000 to 7,000 roles"),
        ({"shape": "median"}, "6,000 roles", "median 6,000 roles"),
        ({"shape": "average"}, "6,000 roles", "average 6,000 roles"),
        ({"tracker": "TrueUp", "direction": "up"}, "6,000 roles", "6,000 roles (up)"),
    ],
)
def test_a_figure_is_written_by_its_shape(changed: dict[str, object], in_text: str, in_table: str) -> None:
    assert (extent(figure(**changed)), value(figure(**changed))) == (in_text, in_table)


@pytest.mark.parametrize(
    ("today", "said"),
    [("2025-07-31", "2024-01-31"), ("2025-08-31", "2024-01-31, 19 months old"), ("2025-08-30", "2024-01-31")],
)
def test_a_date_carries_its_age_once_it_is_older_than_figures_may_be(today: str, said: str) -> None:
    assert Dating(today, 18).said("2024-01-31") == said


def test_what_has_no_date_has_no_age() -> None:
    assert DATING.said("undated") == "undated"
    assert figure_data(figure(as_of="undated"), DATING)["months_old"] is None
    assert DATING.data(None) == {"as_of": None, "months_old": None, "is_old": False}


def test_figures_of_different_trackers_stand_in_tables_of_their_own() -> None:
    page = Page()
    add_figures(page, [figure(tracker="Alpha", low=1), figure(tracker="Beta", low=2), figure(tracker="Alpha", low=3)], DATING)
    shown = screen(page, 80)
    assert shown.count("Figure ") == 2
    assert shown.index("Counted by Alpha") < shown.index("3 roles") < shown.index("Counted by Beta") < shown.index("2 roles")


def test_a_note_that_is_said_twice_has_one_number() -> None:
    page = Page()
    add_figures(page, [figure(note="Rough."), figure(note="Rough.", correction="It was 5."), figure()], DATING)
    lines = screen(page, 80).splitlines()
    assert [line.split("  ")[0] for line in lines[2:5]] == ["Roles [1]", "Roles [1] [2]", "Roles"]
    assert [line.strip() for line in lines[5:]] == ["1. Rough.", "2. Corrected. It was 5."]


def test_a_level_without_a_figure_says_that_no_source_gives_one() -> None:
    page = Page()
    add_pay(page, {"apm": [], "pm": [figure()]}, WORDS, DATING)
    shown = screen(page, 80)
    assert "Associate Product Manager\nNo source gives a figure that can be shown." in shown


def test_a_place_where_roles_are_found_says_whether_somebody_opened_it_and_when() -> None:
    page = Page()
    add_boards(page, [board for board in GUIDES.boards if board.id in ("trueup", "trackers")], DATING)
    shown = screen(page, 100)
    assert shown.index("Channels") < shown.index("Trackers") < shown.index("Places by name") < shown.index("TrueUp.")
    assert "Named by a source, not opened (2025): https://www.trueup.io" in shown


def test_the_faq_answers_with_the_short_answers_of_the_topics() -> None:
    page = Page()
    add_questions(page, GUIDES)
    shown = " ".join(screen(page, 100).split())
    for asked in GUIDES.questions:
        assert f"More: pmpath guide {asked.topic}" in shown
    assert "{" not in shown


def test_years_that_lie_in_one_range_only_say_which_side() -> None:
    assert "1 year in the role lies below the only range that is known." in " ".join(
        screen(timeline_page(Years(in_role=1), "senior-pm"), 100).split()
    )


def test_the_keys_of_a_topic_hold_those_of_what_only_it_has() -> None:
    environment = next(one for one in GUIDES.topics if one.id == "environment")
    assert {key for one in GUIDES.environment.differences for key in one.sources} <= keys_of(environment, GUIDES)
