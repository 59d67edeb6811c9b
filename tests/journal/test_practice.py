"""Interview practice as it is kept: each line, how the answer was given, each score, the story."""

from pathlib import Path

import pytest

from journal.making import add, opened
from pmpath.journal.journal import Journal
from pmpath.journal.line import Type
from pmpath.journal.practice import begin, finish, practices, score, tell, write
from pmpath.model.practiced import How, KeptPractice
from practice import ALL_TWOS, round_of


def kept(folder: Path) -> list[KeptPractice]:
    return practices(opened(folder).records())


def begun(journal: Journal, *lines: str) -> str:
    name = begin(journal, round_of()).id
    for line in lines:
        write(journal, name, line)
    return name


def test_where_nobody_practiced_there_is_none() -> None:
    assert practices([]) == []


def test_what_was_begun_with_nothing_said_is_no_practice(tmp_path: Path) -> None:
    begun(opened(tmp_path))
    assert kept(tmp_path) == []


def test_lines_that_were_typed_are_an_unfinished_practice(tmp_path: Path) -> None:
    name = begun(opened(tmp_path), "One.", "", "Two.")
    assert kept(tmp_path) == [KeptPractice(1, name, "2026-11-23", round_of(), None, "One.\n\nTwo.\n")]


@pytest.mark.parametrize("seconds", [None, 0, 312])
@pytest.mark.parametrize("how", How)
def test_a_whole_answer_says_how_it_was_given_and_how_long_it_took(tmp_path: Path, how: How, seconds: int | None) -> None:
    journal = opened(tmp_path)
    record = finish(journal, begun(journal), how, seconds)
    assert record.type == Type.PRACTICE
    assert [(one.how, one.seconds) for one in kept(tmp_path)] == [(how, seconds)]


def test_scores_add_up_and_the_last_one_holds(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    name = begun(journal, "One.")
    score(journal, name, {"user": 1})
    score(journal, name, {"outcome": 3})
    score(journal, name, {"user": 2})
    assert [one.scores for one in kept(tmp_path)] == [{"user": 2, "outcome": 3}]


def test_a_story_that_was_told_is_kept_by_its_id(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    tell(journal, begun(journal, "One."), "abc")
    assert [one.story for one in kept(tmp_path)] == ["abc"]


def test_practice_is_numbered_in_the_order_in_which_it_was_begun(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    first, second = begun(journal, "One."), begun(journal, "Two.")
    score(journal, first, ALL_TWOS)
    finish(journal, second, How.TYPED, None)
    assert [(one.number, one.id) for one in kept(tmp_path)] == [(1, first), (2, second)]


def test_what_is_said_of_a_practice_that_nobody_began_says_nothing(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for record in (
        write(journal, "x", "a"),
        finish(journal, "x", How.SAID, 1),
        score(journal, "x", {}),
        tell(journal, "x", "s"),
    ):
        assert record.type == Type.PRACTICE
    assert kept(tmp_path) == []


def test_what_this_program_does_not_know_of_a_practice_is_passed_over(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    name = begun(journal, "One.")
    journal.append(Type.PRACTICE, {"of": name, "mood": "calm"})
    assert [one.text for one in kept(tmp_path)] == ["One.\n"]


def test_other_records_say_nothing_of_practice(tmp_path: Path) -> None:
    add(opened(tmp_path), "text")
    assert kept(tmp_path) == []
