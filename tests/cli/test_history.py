"""pmpath history and diff: what was kept before, and what moved."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from builders import Answers, example_a
from cli.running import Pmpath, flowing, write_sheet

SHOWN = {"discovery.pm": [{"what": "ran six interviews"}]}


def assessed(pmpath: Pmpath, day: str, answers: Answers, **parts: Mapping[str, object]) -> None:
    name = write_sheet(Path(f"{day}.json"), answers, **parts)
    assert pmpath("assess", "--answers", name, "--json", "--today", day).code == 0


@pytest.fixture
def two(pmpath: Pmpath) -> None:
    """Keep two assessments, three months apart."""
    before = {**example_a(), "discovery.pm": "with-help", "strategy.pm": "with-help", "data.pm": "lead-others"}
    assessed(pmpath, "2026-05-04", {**before, "business.pm": "no-chance"})
    assessed(pmpath, "2026-08-03", {**example_a(), "business.pm": "not-yet"}, evidence=SHOWN)


def test_without_an_assessment_the_history_says_how_to_begin(pmpath: Pmpath) -> None:
    ran = pmpath("history")
    assert (ran.code, ran.out) == (0, "No assessment is kept yet.\n\nNext: pmpath assess\n")


@pytest.mark.usefixtures("two")
def test_the_history_has_a_row_for_each_assessment_with_day_role_level_and_readiness(pmpath: Pmpath) -> None:
    rows = [line.split() for line in pmpath("history").out.splitlines() if line[:1].isdigit()]
    assert rows == [
        ["1", "2026-05-04", "PM", "PM", "Senior", "PM", "4", "of", "7"],
        ["2", "2026-08-03", "PM", "PM", "Senior", "PM", "4", "of", "7"],
    ]


@pytest.mark.usefixtures("two")
def test_each_competency_has_a_bar_an_assessment_and_says_it_in_words(pmpath: Pmpath) -> None:
    lines = [" ".join(line.split()) for line in pmpath("history").out.splitlines()]
    assert "Strategy \u2582\u2583 APM, now PM" in lines
    assert "Delivery \u2584\u2584 Senior PM, as before" in lines


@pytest.mark.usefixtures("two")
def test_plain_has_the_words_without_the_bars(pmpath: Pmpath) -> None:
    assert "Strategy: APM, now PM" in pmpath("history", "--plain").out.splitlines()


@pytest.mark.usefixtures("two")
def test_as_data_the_history_has_levels_and_reaches(pmpath: Pmpath) -> None:
    data = pmpath("history", "--json").data
    assert [one["at"] for one in data["assessments"]] == ["2026-05-04T00:00:00Z", "2026-08-03T00:00:00Z"]
    assert data["reaches"]["strategy"] == [1, 2]


@pytest.mark.usefixtures("two")
def test_the_difference_tells_evidence_from_none_and_up_from_down(pmpath: Pmpath) -> None:
    text = flowing(pmpath("diff").out)
    assert "Moved up, with new evidence \u2022 Discovery, PM: with help, now on your own" in text
    assert "Moved up, without new evidence \u2022 Strategy, PM: with help, now on your own" in text
    assert "may be within the noise of asking again" in text
    assert "Moved down \u2022 Data, PM: leading others, now on your own" in text
    assert "Put another way \u2022 Business, PM: no chance so far, now not yet" in text


@pytest.mark.usefixtures("two")
def test_the_difference_as_data_names_each_answer_that_moved(pmpath: Pmpath) -> None:
    moved = pmpath("diff", "--json").data["moved"]
    assert [(one["question"], one["steps"], one["with_evidence"]) for one in moved] == [
        ("discovery.pm", 1, True),
        ("data.pm", -1, False),
        ("strategy.pm", 1, False),
        ("business.pm", 0, False),
    ]


@pytest.mark.usefixtures("two")
def test_the_older_one_comes_first_whichever_is_named_first(pmpath: Pmpath) -> None:
    assert pmpath("diff", "2", "1").out == pmpath("diff", "1", "2").out == pmpath("diff").out


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("numbers", [("3",), ("1", "9"), ("-1",), ("1", "1"), ("x",)])
def test_a_number_that_is_none_of_them_is_a_mistake_of_the_command_line(pmpath: Pmpath, numbers: tuple[str, ...]) -> None:
    ran = pmpath("diff", *numbers)
    assert (ran.code, ran.out) == (2, "")


def test_one_assessment_is_not_enough_to_compare(pmpath: Pmpath) -> None:
    assessed(pmpath, "2026-05-04", example_a())
    ran = pmpath("diff")
    assert (ran.code, ran.err) == (2, "pmpath: there are no two assessments to compare yet\n  pmpath assess adds one\n")


def test_the_same_answers_twice_moved_nothing(pmpath: Pmpath) -> None:
    assessed(pmpath, "2026-05-04", example_a())
    assessed(pmpath, "2026-08-03", example_a())
    assert "No answer changed." in pmpath("diff").out


def test_a_competency_that_was_not_asked_says_so(pmpath: Pmpath) -> None:
    assessed(pmpath, "2026-05-04", {"scope": "pm"})
    assert "Discovery       ?  not asked" in pmpath("history").out
