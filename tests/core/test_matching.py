"""Texts about the same as a given one: by the words they share, rare ones first, none where none do."""

from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import library
from pmpath.core.matching import MOST_MATCHES, matches

WORDS: Final = st.lists(
    st.sampled_from(["churn", "interviews", "roadmap", "pricing", "strategy", "of", "Team", "team's"]), max_size=6
)
TEXTS: Final = st.dictionaries(st.sampled_from("abcdefgh"), WORDS.map(" ".join), max_size=8)


def test_a_text_that_shares_no_word_is_not_near() -> None:
    assert matches("churn", {"a": "pricing", "b": ""}) == []


def test_without_texts_none_is_near() -> None:
    assert matches("churn", {}) == []


def test_the_text_that_shares_more_comes_first() -> None:
    assert matches("churn pricing team", {"a": "churn pricing", "b": "churn team pricing"}) == ["b", "a"]


def test_a_rare_word_counts_for_more_than_a_common_one() -> None:
    texts = {"a": "team", "b": "team", "c": "team", "d": "churn"}
    assert matches("team churn", texts)[0] == "d"


def test_texts_that_are_equally_near_stand_in_their_own_order() -> None:
    texts = {"z": "churn pricing", "a": "pricing churn", "m": "churn and pricing"}
    assert matches("pricing churn", texts) == ["z", "a", "m"]


def test_texts_with_less_than_half_of_the_best_score_are_not_near() -> None:
    texts = {"a": "churn pricing strategy", "b": "churn", "c": "churn pricing"}
    assert matches("churn pricing strategy", texts) == ["a", "c"]


@pytest.mark.parametrize(("text", "other"), [("interviewed", "interviews"), ("CHURN!", "churn"), ("road-maps", "maps: roads")])
def test_endings_case_and_signs_do_not_matter(text: str, other: str) -> None:
    assert matches(text, {"a": other}) == ["a"]


@pytest.mark.parametrize("word", ["of", "the", "a", "1 2 3"])
def test_short_words_tell_nothing(word: str) -> None:
    assert matches(word, {"a": word}) == []


def test_a_word_that_is_said_often_counts_once() -> None:
    assert matches("churn pricing", {"a": "churn churn churn", "b": "pricing"}) == ["a", "b"]


@pytest.mark.parametrize("most", [0, 1, 2, 9])
def test_no_more_are_named_than_wanted(most: int) -> None:
    assert matches("churn", dict.fromkeys("abcdef", "churn"), most) == list("abcdef")[:most]


def test_five_are_named_unless_said() -> None:
    assert len(matches("churn", dict.fromkeys("abcdefgh", "churn"))) == MOST_MATCHES == 5


@given(WORDS, TEXTS)
def test_only_texts_that_share_a_word_are_near_and_each_once(words: list[str], texts: dict[str, str]) -> None:
    found = matches(" ".join(words), texts)
    stems = {word.lower()[:4] for word in words if len(word) > 3}
    assert len(set(found)) == len(found)
    assert all(stems & {word.lower()[:4] for word in texts[name].split()} for name in found)


@given(WORDS, TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_words_changes_nothing(words: list[str], texts: dict[str, str], dice: Random) -> None:
    mixed = sorted(words, key=lambda _: dice.random())
    assert matches(" ".join(mixed), texts) == matches(" ".join(words), texts)


@given(WORDS.filter(lambda words: any(len(word) > 3 for word in words)), TEXTS)
def test_a_text_is_near_to_itself(words: list[str], texts: dict[str, str]) -> None:
    own = " ".join(words)
    assert "own" in matches(own, {"own": own, **texts}, len(texts) + 1)


def test_evidence_of_interviews_is_near_discovery() -> None:
    texts = {name: part.question for name, part in library().words.expectations.items()}
    found = matches("Interviewed ten users about a problem", texts)
    assert "discovery" in {name.partition(".")[0] for name in found}
