"""Rules that interview practice keeps: seven whole types, prompts apart from each other, answers that the look tells apart."""

from collections.abc import Iterator
from itertools import combinations
from types import SimpleNamespace
from typing import Final, cast

import pytest

from builders import grid, library
from pmpath.cli.interview import SUBCOMMANDS
from pmpath.cli.picking import SUBCOMMANDS as SAID_TO_EXIST
from pmpath.core.manuscript import tokens
from pmpath.model.question import Question
from practice import CRITERIA, DUMP, STRUCTURED, TYPES, WITH_A_USER, looked, type_of

INTERVIEW: Final = library().interview
QUESTIONS: Final = [question for one in INTERVIEW.types for question in one.questions]
ALIKE: Final = 0.5
"""From this share of words in common on, two prompts are the same one in other words."""
SMALL: Final = frozenset(tokens("a an and are as at by do for from has how in is it of on or our that the they to we what"))
for_every_type = pytest.mark.parametrize("name", TYPES)


def words_of(question: Question) -> set[str]:
    return set(tokens(question.text)) - SMALL


def likeness(one: Question, other: Question) -> float:
    """Return the share of words that two prompts have in common."""
    ours, theirs = words_of(one), words_of(other)
    return len(ours & theirs) / len(ours | theirs)


def near(questions: list[Question]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(questions, 2):
        if likeness(one, other) >= ALIKE:
            yield one.id, other.id


# the types


def test_there_are_seven_types_and_the_two_to_begin_with_come_first() -> None:
    assert tuple(one.id for one in INTERVIEW.types) == TYPES
    assert [one.id for one in INTERVIEW.types if one.headline] == ["product-sense", "product-strategy"]


@for_every_type
def test_a_type_has_what_it_takes_to_practice_it(name: str) -> None:
    one = type_of(name)
    assert (len(one.steps) >= 4, len(one.mistakes) >= 3, len(one.questions) >= 8) == (True, True, True)
    assert len(one.tests) > 20
    assert one.startup != one.corporate


@for_every_type
def test_a_rubric_has_five_criteria_with_three_anchors_that_differ(name: str) -> None:
    rubric = type_of(name).rubric
    assert tuple(one.criterion for one in rubric) == CRITERIA
    assert [one.criterion for one in rubric if len(set(one.anchors)) < 3] == []


@for_every_type
def test_a_rubric_joins_a_user_problem_to_a_business_outcome(name: str) -> None:
    one = type_of(name)
    assert (len(one.user_problem) > 20, len(one.business_outcome) > 20) == (True, True)
    assert {"user", "outcome"} <= set(one.needs)
    assert {"user", "outcome"} <= {each.criterion for each in one.rubric}


@for_every_type
def test_every_dimension_counts_somewhere_and_none_is_unknown(name: str) -> None:
    known = [one.id for one in INTERVIEW.scoring.dimensions]
    assert known == ["product-sense", "strategic-mind", "bias-for-action"]
    assert {one.dimension for one in type_of(name).rubric} <= set(known)


def test_what_was_lost_of_the_article_is_reconstructed_and_says_so() -> None:
    lost = [type_of("product-sense"), type_of("product-strategy")]
    assert [(one.origin, len(set(one.sources)) >= 2) for one in lost] == [("reconstructed", True)] * 2


@for_every_type
def test_no_alias_is_a_command(name: str) -> None:
    one = type_of(name)
    assert {one.id, *one.aliases} & set(SUBCOMMANDS) == set()


def test_did_you_mean_knows_every_command_of_interview() -> None:
    assert tuple(SUBCOMMANDS) == SAID_TO_EXIST


# the prompts


def test_there_are_seventy_prompts_or_more_ten_of_each_type_at_least() -> None:
    assert [one.id for one in INTERVIEW.types if len(one.questions) < 10] == []
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS) >= 70


def test_no_two_prompts_are_the_same_in_other_words() -> None:
    assert list(near(QUESTIONS)) == []


def test_the_measure_of_likeness_finds_a_prompt_in_other_words() -> None:
    one = QUESTIONS[0]
    other = SimpleNamespace(id="other", text=f"Please. {one.text}")
    assert list(near([one, cast("Question", other)])) != []


@for_every_type
def test_the_prompts_of_a_type_are_spread_over_the_levels(name: str) -> None:
    asked = {level for question in type_of(name).questions for level in question.levels}
    assert len(asked & set(grid().levels)) >= 5
    assert asked <= set(grid().levels)


@for_every_type
def test_the_prompts_of_a_type_know_both_settings(name: str) -> None:
    settings = {question.setting for question in type_of(name).questions}
    assert {"startup", "corporate"} <= settings


def test_four_behavioral_prompts_or_more_ask_for_ownership_or_growth_from_nothing() -> None:
    assert sum(question.ownership for question in type_of("behavioral").questions) >= 4


# the look


@for_every_type
def test_a_good_answer_has_more_signs_than_the_weak_one_to_the_same_prompt(name: str) -> None:
    one = type_of(name)
    good, weak = looked(one.good.text, name), looked(one.weak.text, name)
    assert good.signs > weak.signs
    assert "user" in weak.missing
    assert {"user", "outcome"} & set(good.missing) == set()


@for_every_type
def test_a_good_answer_has_more_signs_than_a_list_of_features(name: str) -> None:
    assert looked(type_of(name).good.text, name).signs > looked(DUMP, name).signs


@for_every_type
def test_structure_without_a_user_has_fewer_signs_than_a_user_with_a_measure(name: str) -> None:
    structure, user = looked(STRUCTURED, name), looked(WITH_A_USER, name)
    assert ("user" in structure.missing, "user" in user.missing, "measure" in user.missing) == (True, False, False)
    assert structure.signs < user.signs


@for_every_type
def test_the_first_thing_named_about_an_answer_without_a_user_is_the_user(name: str) -> None:
    assert looked(DUMP, name).missing[0] == "user"
    assert looked(STRUCTURED, name).missing[0] == "user"


def test_missing_people_and_proof_are_named_before_the_rest() -> None:
    assert [part.id for part in INTERVIEW.scoring.parts][:4] == ["user", "pain", "evidence", "outcome"]


def test_every_word_that_is_looked_for_can_be_found() -> None:
    lists = [part.words for part in INTERVIEW.scoring.parts] + [step.signs for one in INTERVIEW.types for step in one.steps]
    blank = [word for words in lists for word in words if not tokens(word)]
    twice = [word for words in lists for word in words if words.count(word) > 1]
    assert (blank, twice) == ([], [])


# the loop and the stories


def test_a_loop_has_stages_and_two_dated_examples_with_sources() -> None:
    loop = INTERVIEW.loop
    assert len(loop.stages) >= 6
    assert [(len(one.as_of) >= 4, len(one.sources) >= 1, len(one.stages) >= 4) for one in loop.examples] == [
        (True, True, True)
    ] * 2


def test_a_story_is_told_in_five_parts() -> None:
    assert [part.id for part in INTERVIEW.stories.parts] == ["situation", "task", "action", "result", "lesson"]


def test_every_focus_of_a_playbook_is_a_type() -> None:
    assert {focus.type for playbook in library().playbooks for focus in playbook.interview_focus} <= set(TYPES)
