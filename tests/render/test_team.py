"""The page of a team as it is laid out, and what never stands on it."""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from builders import Answers, bottom, example_a, example_b, example_c, grid, library, top
from pmpath.core.team import team
from pmpath.model.answer import EMPTY_SHEET, Sheet
from pmpath.model.team import Team
from pmpath.render.page import Page
from pmpath.render.team import TeamPage, team_data, team_rows
from render.pages import PARTIAL, WIDTHS, flowing, screen

AHEAD: Answers = {**example_a(), "data.senior-pm": "on-my-own"}
TEAM: dict[str, Answers] = {"DN": example_a(), "JP": AHEAD, "LS": PARTIAL, "MK": example_c()}
at_every_width = pytest.mark.parametrize("width", WIDTHS)


def sheet(answers: Answers) -> Sheet:
    return EMPTY_SHEET._replace(answers=answers)


def team_of(people: dict[str, Answers]) -> Team:
    return team(grid(), {name: sheet(answers) for name, answers in people.items()})


def page_of(people: dict[str, Answers]) -> Page:
    return TeamPage(team_of(people), library().words).build(["pmpath explain data.senior-pm"])


@at_every_width
def test_a_team(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(page_of(TEAM), width) == snapshot


@at_every_width
def test_one_person_alone(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(page_of({"DN": example_b()}), width) == snapshot


def test_many_teachers_are_counted() -> None:
    people = {"DN": example_a(), **{f"T{number}": top() for number in range(5)}}
    assert "T0, T1, T2 and two others can show it; DN can use it next." in flowing(screen(page_of(people), 80))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (PARTIAL, "LS: a partial sheet with four answers; the level is at most Product Manager."),
        ({}, "LS: a partial sheet with no answers; the level is at most"),
        ({**bottom(), "scope": "pm", **example_a()}, None),
        (
            {question: word for question, word in example_a().items() if question != "data.senior-pm"},
            "LS: a partial sheet with 56 answers; more gaps than are listed here are possible.",
        ),
    ],
)
def test_a_sheet_says_when_it_is_partial(answers: Answers, said: str | None) -> None:
    text = flowing(screen(page_of({"LS": answers}), 80))
    assert said in text if said else "partial" not in text


def test_an_open_level_is_said_from_both_ends() -> None:
    answers = {name: word for name, word in example_c().items() if not name.endswith(".group-pm")} | {"people": "group-pm"}
    assert "the level is at least Senior Product Manager and at most" in flowing(screen(page_of({"LS": answers}), 80))


def test_a_second_view_is_named_as_one() -> None:
    found = team(grid(), {"DN": sheet(example_a())._replace(rater="Dana Novak")})
    text = screen(TeamPage(found, library().words).build([]), 80)
    assert ("DN: answered by somebody else, not by the person." in text, "Novak" in text) == (True, False)


def test_nobody_is_ranked_or_added_up() -> None:
    text = screen(page_of(TEAM), 80)
    assert re.findall(r"%|\brank \d|\bscore|\baverage|\btotal|\bweak|\bbest\b|\bworst\b", text, re.IGNORECASE) == []


def test_the_table_holds_ids_and_a_row_for_where_each_is_placed() -> None:
    header, *rows = team_rows(team_of(TEAM), library().words)
    assert (header, rows[0], rows[-1]) == (
        ("id", "DN", "JP", "LS", "MK"),
        ("scope", "pm", "pm", "pm", "group-pm"),
        ("placed_at", "pm", "pm", None, "senior-pm"),
    )
    assert [row[0] for row in rows[:-1]] == list(library().words.competencies)


def test_the_data_name_every_person_in_every_row() -> None:
    data = team_data(team_of(TEAM), grid(), library().words)
    matrix = data["matrix"]
    assert isinstance(matrix, list)
    assert [list(row["levels"]) for row in matrix] == [list(TEAM)] * len(library().words.competencies)
