"""Results as tables: a row a thing, its columns named, in the order in which the page shows them."""

from builders import example_a, grid, library
from pmpath.core.assessment import assess
from pmpath.core.history import movements
from pmpath.core.transitions import Path, PathStep, transition
from pmpath.model.answer import EMPTY_SHEET, Sheet
from pmpath.model.draft import Kept
from pmpath.model.forms import Rows
from pmpath.render.rows import assessment_rows, diff_rows, history_rows, ladder_rows, transition_rows


def columns(rows: Rows) -> dict[str, list[object]]:
    """Return a table by the names of its columns."""
    header, *body = rows
    return {str(name): [row[at] for row in body] for at, name in enumerate(header)}


def kept(level: str | None) -> Kept:
    sheet = EMPTY_SHEET._replace(answers={"scope": "pm"})
    return Kept("2026-01-05T00:00:00Z", library().identity, sheet, "pm", level, "senior-pm", 4, 7, (), ())


def test_an_assessment_has_a_row_a_gap() -> None:
    result = assess(grid(), example_a(), {}, None)
    table = columns(assessment_rows(result, grid()))
    assert table["id"] == [gap.id for gap in result.gaps]
    assert (table["must_have"][0], table["reasons"][0]) == ("yes", "must-have")


def test_an_assessment_names_hours_and_weeks_as_figures() -> None:
    table = columns(assessment_rows(assess(grid(), example_a(), {}, None), grid()))
    first = grid().cells[grid().index[str(table["id"][0])]]
    assert (table["hours"][0], table["lead_weeks"][0]) == (first.hours, first.lead_weeks)


def test_a_ladder_has_a_row_an_expectation() -> None:
    words = library().words
    assert columns(ladder_rows(words, words.levels))["id"] == list(words.expectations)


def test_one_level_of_a_ladder_has_its_own_expectations() -> None:
    assert set(columns(ladder_rows(library().words, ("pm",)))["level"]) == {"pm"}


def test_a_history_has_a_row_an_assessment_and_an_open_level_is_empty() -> None:
    table = columns(history_rows([kept("pm"), kept(None)]))
    assert (table["number"], table["level"], table["answered"]) == ([1, 2], ["pm", None], [1, 1])


def test_a_diff_has_a_row_an_answer_that_moved() -> None:
    before = Sheet({"scope": "apm", "discovery.pm": "with-help"}, {}, EMPTY_SHEET.context)
    after = before._replace(answers={"scope": "pm", "discovery.pm": "not-yet"})
    assert list(diff_rows(movements(grid(), before, after)))[1:] == [
        ("scope", "apm", "pm", 1, "no", "no"),
        ("discovery.pm", "with-help", "not-yet", -1, "no", "no"),
    ]


def test_a_transition_has_a_row_a_step_in_the_order_of_weeks() -> None:
    playbook = library().playbooks[0]
    steps = [PathStep(step.id, step.hours, step.only_to) for step in playbook.plan]
    path = Path(playbook.id, [gap.expectation for gap in playbook.gaps], steps)
    result = transition(grid(), path, {}, to="apm", hours_per_week=4.0)
    table = columns(transition_rows(result, playbook))
    assert (table["id"], table["last_week"][-1]) == ([slot.id for slot in result.steps], result.weeks)
