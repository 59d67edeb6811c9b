"""Signs in a typed answer: words with their lines, numbers, weights; and that care for users weighs more than structure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.core.signs import STEPS, look, weight_of
from pmpath.model.practiced import Sign, Sought
from practice import sought

PARTS = ("user", "pain", "evidence", "outcome", "measure", "options", "cut", "risk", "next-step")
WORDS = Sought("user", ("a nurse", "trade-off", "she", "%", "cant"))


def signs(text: str, one: Sought = WORDS) -> list[Sign]:
    return list(look(text, [one], []).parts[0].signs)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I picture a nurse.", [("a nurse", 1)]),
        ("A NURSE", [("a nurse", 1)]),
        ("one\n\nA\nnurse", [("a nurse", 3)]),
        ("A nurse\r\nand a nurse", [("a nurse", 1)]),
        ("The trade-off and the trade off", [("trade-off", 1)]),
        ("She can't", [("she", 1), ("cant", 1)]),
        ("five %", [("%", 1)]),
        ("sheet a nursery", []),
        ("", []),
        ("  \n \n", []),
        ("3. she", [("she", 1)]),
    ],
)
def test_a_phrase_is_found_as_whole_words_with_the_line_where_it_begins(text: str, found: list[tuple[str, int]]) -> None:
    assert signs(text) == [Sign(*one) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It takes 20 minutes, then 30.", ["20"]),
        ("4% of them", ["4"]),
        ("In 2024 and 1999", []),
        ("In 2024 it was 7", ["7"]),
        ("1. A list\n2) of points", []),
        ("12. June", []),
        ("none", []),
    ],
)
def test_the_first_number_counts_unless_it_is_a_year_or_numbers_a_list(text: str, found: list[str]) -> None:
    assert [sign.word for sign in signs(text, Sought("measure", ("x",), numbers=True))] == found


def test_where_numbers_do_not_count_none_is_found() -> None:
    assert signs("20 minutes", Sought("user", ("x",))) == []


def test_missing_parts_come_in_the_order_in_which_they_are_looked_for() -> None:
    seen = look("the pain", sought("user", "pain", "evidence", "outcome"), [])
    assert seen.missing == ("user", "evidence", "outcome")


def test_steps_without_a_sign_are_named_apart() -> None:
    seen = look("goal then choice", [], sought("goal", "segment", "choice"))
    assert seen.steps_not_seen == ("segment",)
    assert [step.id for step in seen.steps if step.signs] == ["goal", "choice"]


@pytest.mark.parametrize(("text", "count"), [("", 0), ("a", 0), ("a b", 1), ("a b c", 1), ("a b c d", 2)])
def test_all_steps_together_weigh_two_one_for_half_of_them(text: str, count: int) -> None:
    seen = look(text, [], sought("a", "b", "c", "d"))
    assert (seen.signs, seen.of) == (count, STEPS)


def test_without_steps_only_parts_count() -> None:
    assert look("user", sought("user", "risk"), [])[2:] == (4, 5)


def test_people_proof_and_result_weigh_most() -> None:
    assert [weight_of(part) for part in PARTS] == [4, 4, 4, 4, 3, 1, 1, 1, 1]


def test_a_user_with_a_measure_weighs_more_than_every_sign_of_structure() -> None:
    steps = sought("goal", "segment", "choice")
    structure = look("goal segment choice options cut risk next step", sought(*PARTS), steps)
    user = look("user measure", sought(*PARTS), steps)
    assert structure.signs < user.signs


@given(st.lists(st.sampled_from(PARTS)), st.sampled_from(PARTS))
def test_one_more_sign_never_lowers_the_count(said: list[str], more: str) -> None:
    text = " ".join(one.replace("-", " ") for one in said)
    parts = sought(*PARTS)
    assert look(text, parts, []).signs <= look(f"{text} {more.replace('-', ' ')}", parts, []).signs


@given(st.text(max_size=200))
def test_whatever_the_text_the_count_stays_in_its_bounds(text: str) -> None:
    seen = look(text, [WORDS, *sought(*PARTS[1:], numbers=True)], sought("goal", "choice"))
    assert 0 <= seen.signs <= seen.of
    assert all(1 <= sign.line <= max(1, len(text)) for part in seen.parts for sign in part.signs)
