"""Published role texts as independent raters read them, placed without their titles: a test of sense."""

import json
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

import pytest

from builders import Answers, grid
from pmpath.core.assessment import assess
from pmpath.model.result import Assessment

DATA = Path(__file__).with_name("role_texts.json")
RATERS = (1, 2, 3)


class Rating(NamedTuple):
    """What one rater read out of one text; a level counts from 1, absent is silence."""

    text: str
    rater: int
    expected: str
    acceptable: tuple[str, ...]
    levels: Mapping[str, int | None]
    with_help: tuple[str, ...]


@cache
def ratings() -> tuple[Rating, ...]:
    texts = cast("list[dict[str, object]]", json.loads(DATA.read_text("utf-8")))
    return tuple(_rating(text, rater) for text in texts for rater in RATERS)


def _rating(text: Mapping[str, object], rater: int) -> Rating:
    said = cast("Mapping[str, object]", text[f"rater_{rater}"])
    return Rating(
        text=str(text["id"]),
        rater=rater,
        expected=str(text["expected_level"]),
        acceptable=tuple(cast("list[str]", text["also_acceptable"])),
        levels=cast("Mapping[str, int | None]", said["levels"]),
        with_help=tuple(cast("list[str]", said["with_help"])),
    )


def answers_of(rating: Rating) -> Answers:
    """Return the answer sheet: on one's own up to the pick, not yet above it, with help at the pick where it says so."""
    answers: Answers = {}
    for cell in grid().cells:
        pick = rating.levels[cell.competency]
        if pick is None:
            continue
        if cell.is_fact:
            answers[cell.question] = grid().levels[pick - 1] if pick else "none"
        elif cell.rank == pick and cell.competency in rating.with_help:
            answers[cell.question] = "with-help"
        else:
            answers[cell.question] = "on-my-own" if cell.rank <= pick else "not-yet"
    return answers


@cache
def placed(rater: int) -> tuple[tuple[Rating, Assessment], ...]:
    return tuple((one, assess(grid(), answers_of(one))) for one in ratings() if one.rater == rater)


def rank(level: str) -> int:
    return ("aspiring", *grid().levels).index(level)


def role_of(result: Assessment) -> str:
    assert result.estimate.role is not None
    return result.estimate.role


def shares(rater: int) -> tuple[float, float, float]:
    """Return which share of texts got the exact role, an acceptable one, one within a level."""
    found = placed(rater)
    roles = [(one, role_of(result)) for one, result in found]
    exact = sum(role == one.expected for one, role in roles)
    acceptable = sum(role in (one.expected, *one.acceptable) for one, role in roles)
    near = sum(abs(rank(role) - rank(one.expected)) <= 1 for one, role in roles)
    return exact / len(found), acceptable / len(found), near / len(found)


def table(rater: int) -> str:
    lines = [f"rater {rater}: text, expected (also acceptable), role, level, range"]
    for one, result in placed(rater):
        role = role_of(result)
        mark = "=" if role == one.expected else "~" if role in one.acceptable else "x"
        expected = " ".join((one.expected, *(f"({level})" for level in one.acceptable)))
        spread = f"{result.level_range.low} to {result.level_range.high}"
        lines.append(f"{mark} {one.text:25}{expected:24}{role:11}{result.estimate.level or '-':11}{spread}")
    return "\n".join([*lines, "exact {:.0%}, acceptable {:.0%}, within one level {:.0%}".format(*shares(rater))])


def test_there_are_34_texts_each_read_by_three_raters() -> None:
    assert len(ratings()) == 102
    assert len({one.text for one in ratings()}) == 34
    assert {len(one.levels) for one in ratings()} == {11}


def test_the_data_carries_ids_levels_and_ratings_and_no_text() -> None:
    texts = cast("list[dict[str, object]]", json.loads(DATA.read_text("utf-8")))
    raters = {f"rater_{rater}" for rater in RATERS}
    assert {key for text in texts for key in text} == {"id", "expected_level", "also_acceptable", *raters}
    inside = {key for text in texts for rater in raters for key in cast("dict[str, object]", text[rater])}
    assert inside == {"levels", "with_help"}


@pytest.mark.parametrize("rater", RATERS)
def test_every_text_says_enough_for_a_role(rater: int) -> None:
    sys.stdout.write(f"{table(rater)}\n")
    assert all(result.estimate.role is not None for _, result in placed(rater))


def test_the_present_wording_gives_an_acceptable_role_for_at_least_80_percent() -> None:
    _, acceptable, _ = shares(3)
    assert acceptable >= 0.80, table(3)


def test_the_present_wording_is_within_one_level_for_at_least_97_percent() -> None:
    _, _, near = shares(3)
    assert near >= 0.97, table(3)


@pytest.mark.parametrize(("rater", "published"), [(1, (74, 82, 100)), (2, (74, 82, 100)), (3, (82, 91, 100))])
def test_each_rater_gives_the_published_shares(rater: int, published: tuple[int, int, int]) -> None:
    assert tuple(round(100 * share) for share in shares(rater)) == published, table(rater)


@pytest.mark.parametrize("rater", RATERS)
def test_the_estimate_always_lies_in_the_range(rater: int) -> None:
    for one, result in placed(rater):
        level = result.estimate.level
        assert level is None or rank(level) <= rank(result.level_range.high), one.text


@pytest.mark.parametrize("rater", RATERS)
def test_a_text_that_is_silent_on_a_competency_leaves_its_questions_open(rater: int) -> None:
    for one, _ in placed(rater):
        silent = {competency for competency, pick in one.levels.items() if pick is None}
        assert not {question.partition(".")[0] for question in answers_of(one)} & silent
