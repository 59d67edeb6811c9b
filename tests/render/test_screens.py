"""Whole screens of the shipped content, kept as snapshots at 40, 80 and 120 columns."""

import pytest
from syrupy.assertion import SnapshotAssertion

from builders import at, example_a, library, sheet, startup_pm, top
from render.pages import (
    COMPARISONS,
    SHEETS,
    WIDTHS,
    assessment_page,
    flowing,
    greeting_page,
    one_level_page,
    path_page,
    screen,
    two_levels_page,
    whole_ladder_page,
)

at_every_width = pytest.mark.parametrize("width", WIDTHS)


@at_every_width
@pytest.mark.parametrize("name", SHEETS)
def test_the_assessment_of_a_sheet(name: str, width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(assessment_page(SHEETS[name]), width) == snapshot


def test_the_assessment_in_a_startup_says_what_differs_there(snapshot: SnapshotAssertion) -> None:
    assert screen(assessment_page(SHEETS["a"], environment="startup"), 80) == snapshot


@pytest.mark.parametrize("width", [40, 80])
def test_the_assessment_in_a_startup_names_what_comes_later_and_why(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(assessment_page(startup_pm(), environment="startup"), width) == snapshot


def test_the_assessment_in_a_large_company_says_that_the_order_stays(snapshot: SnapshotAssertion) -> None:
    assert screen(assessment_page(startup_pm(), environment="corporate"), 80) == snapshot


def test_the_assessment_against_a_target_two_levels_up(snapshot: SnapshotAssertion) -> None:
    assert screen(assessment_page(SHEETS["a"], target="group-pm"), 80) == snapshot


def test_the_assessment_with_evidence_counts_it(snapshot: SnapshotAssertion) -> None:
    assert screen(assessment_page(SHEETS["a"], evidenced=True), 80) == snapshot


def test_the_assessment_at_the_top_of_the_ladder(snapshot: SnapshotAssertion) -> None:
    assert screen(assessment_page(top()), 80) == snapshot


@at_every_width
def test_the_whole_ladder(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(whole_ladder_page(), width) == snapshot


@at_every_width
def test_the_page_of_one_level(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(one_level_page("pm"), width) == snapshot


@at_every_width
@pytest.mark.parametrize(("lower", "upper"), COMPARISONS)
def test_two_levels_side_by_side(lower: str, upper: str, width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(two_levels_page(lower, upper), width) == snapshot


@at_every_width
def test_the_path_of_an_engineer_without_answers(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(path_page("engineer"), width) == snapshot


@at_every_width
def test_the_path_of_an_engineer_with_answers(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(path_page("engineer", example_a(), environment="startup", to="pm"), width) == snapshot


@at_every_width
def test_the_greeting(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(greeting_page(), width) == snapshot


@pytest.mark.parametrize("level", library().words.levels)
def test_every_text_of_a_level_is_on_its_page_at_40_columns(level: str) -> None:
    one = library().words.levels[level]
    lists = (one.decides, one.proposes, one.asks, one.stop_doing, one.seat_check or [], one.skills, one.time_with)
    assert one.horizon
    assert one.success
    assert one.manages
    said = [one.name, one.purpose, one.scope, one.in_one_line, one.horizon.text, one.autonomy, one.success.text]
    said += [one.manages.text, one.reports_to, one.accountable_for, one.mindset]
    texts = [str(text) for text in said]
    texts += [text for texts in lists for text in texts]
    texts += [duty.text for duty in one.responsibilities]
    texts += [text for mode in one.failure_modes for text in (mode.sign, mode.instead)]
    page = flowing(screen(one_level_page(level), 40))
    assert [text for text in texts if flowing(text) not in page] == []


@pytest.mark.parametrize("level", library().words.levels)
def test_every_label_of_a_level_is_on_its_page_at_40_columns(level: str) -> None:
    words = library().words
    labels = [part.label for part in words.expectations.values() if part.level == level]
    page = flowing(screen(one_level_page(level), 40))
    assert [label for label in labels if label not in page] == []


@pytest.mark.parametrize("background", [playbook.id for playbook in library().playbooks])
def test_every_text_of_a_playbook_is_on_its_page_at_40_columns(background: str) -> None:
    book = next(playbook for playbook in library().playbooks if playbook.id == background)
    texts = [book.summary, book.challenge.text, book.tip.summary, book.artifact.title, book.startup, book.artifact.purpose]
    texts += [advantage.text for advantage in book.advantages]
    texts += [text for one in book.watch_outs for text in (one.text, one.instead)]
    texts += [text for one in book.reframes for text in (one.before, one.after)]
    texts += [text for focus in book.interview_focus for text in (focus.why, focus.practice)]
    texts += [step.do for step in book.tip.steps] + [step.do for step in book.plan if step.only_to in (None, "apm")]
    page = flowing(screen(path_page(background, environment="startup"), 40))
    assert [text for text in texts if text and flowing(text) not in page] == []


@pytest.mark.parametrize("name", SHEETS)
def test_no_screen_of_a_sheet_speaks_in_percent_or_praise(name: str) -> None:
    text = screen(assessment_page(SHEETS[name]), 80).lower()
    assert [word for word in ("%", "percent", "probab", "congratul", "great job", "weak") if word in text] == []


@pytest.mark.parametrize("name", SHEETS)
def test_a_screen_of_a_sheet_says_once_that_it_is_a_self_rating(name: str) -> None:
    assert screen(assessment_page(SHEETS[name]), 80).count("your own view") == 1


@pytest.mark.parametrize("name", SHEETS)
def test_a_screen_of_a_sheet_ends_with_the_next_command(name: str) -> None:
    assert screen(assessment_page(SHEETS[name]), 80).splitlines()[-1] == "Next: pmpath ladder"


@pytest.mark.parametrize("name", ["a", "b", "c", "d", "e"])
def test_a_screen_says_place_then_why_then_gaps_then_steps(name: str) -> None:
    text = screen(assessment_page(SHEETS[name]), 80)
    places = [
        text.index(part) for part in ("You ", "What decides it", "\nTo ", "Next step" if name in "bc" else "Next t", "own view")
    ]
    assert places == sorted(places)


def test_a_senior_pm_without_reports_reads_of_the_other_road() -> None:
    branch = library().words.levels["senior-pm"].branch or "no branch"
    assert flowing(branch) in flowing(screen(assessment_page(SHEETS["c"]), 80))


def test_a_director_who_shows_less_reads_both_levels_by_name() -> None:
    first = flowing(screen(assessment_page(SHEETS["d"]), 80))
    assert first.startswith("You hold a Director of Product role; what you show so far is Group Product Manager (11 of 11).")


def test_must_haves_come_first_among_the_gaps() -> None:
    lines = screen(assessment_page(SHEETS["a"]), 100).splitlines()
    kinds = [line.split("  ")[1] for line in lines if line.startswith(("  to be given", "  shortest way", "  later"))]
    assert kinds == ["to be given", *["shortest way"] * 3, *["later"] * 3]


def test_an_associate_reads_the_article_before_a_vowel() -> None:
    answers = sheet(scope="apm", answers=at("apm", "on-my-own", ("discovery", "data", "delivery", "strategy")))
    assert screen(assessment_page(answers), 80).startswith("You are an Associate Product Manager")
