"""Which type is due, which prompt comes next, and which scores count for what."""

import pytest

from pmpath.core.practice import Prompt, Standing, first_due, least_practiced, next_prompt, points_by_dimension, standings
from pmpath.model.practiced import How, KeptPractice
from practice import ALL_TWOS, practiced

HEADLINES = {"sense": True, "strategy": True, "metrics": False, "estimation": False}
TODAY = "2026-01-12"


def standing(*practices: KeptPractice) -> tuple[Standing, ...]:
    return standings(HEADLINES, practices, 7)


def due(*practices: KeptPractice) -> str | None:
    found = first_due(standing(*practices), TODAY)
    return found.type if found else None


def on(day: str) -> list[KeptPractice]:
    return [practiced(name, day) for name in HEADLINES]


# what is due


def test_a_type_that_was_never_practiced_is_due_at_once_headlines_first() -> None:
    assert due() == "sense"
    assert due(practiced("sense", TODAY)) == "strategy"
    assert due(practiced("sense", "2025-01-01"), practiced("strategy", "2025-01-01")) == "metrics"


@pytest.mark.parametrize(("day", "is_due"), [("2026-01-05", True), ("2026-01-06", False), ("2026-01-12", False)])
def test_a_type_comes_back_after_the_same_days_for_all(day: str, is_due: bool) -> None:  # noqa: FBT001 - a case of a table
    ones = standing(*on(day))
    assert [one.is_due(TODAY) for one in ones] == [is_due] * 4
    assert (first_due(ones, TODAY) is not None) is is_due


def test_the_type_that_is_due_longest_comes_first() -> None:
    practices = [*on("2026-01-03"), practiced("sense", "2026-01-04"), practiced("strategy", "2026-01-04")]
    assert due(*practices) == "metrics"


def test_of_types_due_on_one_day_a_headline_comes_first() -> None:
    assert due(*reversed(on("2026-01-01"))) == "sense"


def test_an_unfinished_answer_and_a_type_that_is_gone_bring_nothing_forward() -> None:
    ones = standing(practiced("sense", TODAY, how=None), practiced("gone", TODAY))
    assert [one.last for one in ones] == [None] * 4


def test_the_last_practice_and_the_last_scores_are_known() -> None:
    scored = practiced("sense", "2026-01-01", scores=ALL_TWOS)
    later = practiced("sense", "2026-01-02")
    (one, other, *_) = standing(scored, later)
    assert (one.last, one.last_scored, other.last_scored) == (later, scored, None)


def test_least_practiced_comes_by_times_then_by_day_then_by_order() -> None:
    practices = [*on("2026-01-10"), practiced("sense", TODAY), practiced("strategy", "2026-01-11")]
    assert least_practiced(standing(*practices)).type == "metrics"
    assert least_practiced(standing(*on(TODAY))).type == "sense"
    assert least_practiced(standing(practiced("sense", TODAY), practiced("sense", TODAY))).type == "strategy"


# which prompt

PROMPTS = (
    Prompt("low", (1,)),
    Prompt("both", (1, 2)),
    Prompt("small", (2,), "startup"),
    Prompt("large", (2,), "corporate"),
    Prompt("high", (5,)),
)


def prompts(rank: int, setting: str | None = None, *, count: int) -> list[str]:
    """Return the prompts that come one after the other."""
    done: list[str] = []
    for _ in range(count):
        done.append(next_prompt(PROMPTS, done, rank=rank, setting=setting))
    return done


def test_prompts_of_a_level_come_in_their_order_and_then_again() -> None:
    assert prompts(2, count=4) == ["both", "small", "large", "both"]


@pytest.mark.parametrize(
    ("setting", "order"), [("startup", ["small", "both", "small"]), ("corporate", ["large", "both", "large"])]
)
def test_prompts_of_a_setting_come_first_and_none_of_the_other(setting: str, order: list[str]) -> None:
    assert prompts(2, setting, count=3) == order


@pytest.mark.parametrize(("rank", "first"), [(0, "low"), (4, "high"), (7, "high"), (3, "both")])
def test_where_none_is_asked_at_a_level_the_nearest_one_comes(rank: int, first: str) -> None:
    assert prompts(rank, count=1) == [first]


def test_where_none_is_asked_in_a_setting_all_come() -> None:
    only = [Prompt("small", (2,), "startup")]
    assert next_prompt(only, [], rank=2, setting="corporate") == "small"


# scores

COUNTING = {"user": "product-sense", "outcome": "strategic-mind", "structure": "bias", "trade-off": "bias"}


def test_points_count_for_the_dimension_of_their_criterion() -> None:
    assert points_by_dimension(COUNTING, {"user": 3, "structure": 1, "trade-off": 2}) == {
        "product-sense": {"user": 3},
        "bias": {"structure": 1, "trade-off": 2},
    }


def test_without_scores_no_dimension_has_points() -> None:
    assert points_by_dimension(COUNTING, {}) == {}


def test_a_half_is_what_time_left_means() -> None:
    one = practiced(how=How.TYPED)
    assert [one._replace(seconds=seconds).has_time_left for seconds in (None, 599, 600)] == [False, True, False]
    assert not one._replace(seconds=1, round=one.round._replace(minutes=None)).has_time_left
