"""A short series of questions that are not kept: answered, skipped, gone back over, left."""

from typing import Final

import pytest

from pmpath.asking.asker import Move
from pmpath.asking.quiz import QuizQuestion, ask_all
from pmpath.asking.scripted import ScriptedAsker

QUESTIONS: Final = [
    QuizQuestion(name, name.capitalize(), f"{name}?", {"yes": "Yes", "no": "Not yet"}) for name in ("one", "two", "three")
]


def asked(*replies: Move | str) -> tuple[dict[str, str], ScriptedAsker]:
    """Return the answers of a person who replies so, in order, and the asker."""
    person = ScriptedAsker({}, moves=replies)
    return ask_all(person, QUESTIONS), person


def test_each_question_is_asked_with_its_place_and_its_choices() -> None:
    answers, person = asked("yes", "no", "yes")
    assert answers == {"one": "yes", "two": "no", "three": "yes"}
    assert [(one.header, one.title, one.question) for one in person.prompts][1] == ("2 of 3", "Two", "two?")
    assert [choice.label for choice in person.prompts[0].choices] == ["Yes", "Not yet"]


def test_what_is_skipped_is_left_out() -> None:
    assert asked(Move.SKIP, "no", Move.SKIP)[0] == {"two": "no"}


def test_going_back_shows_the_earlier_answer_and_takes_another() -> None:
    answers, person = asked("yes", Move.BACK, "no", "no", "no")
    assert (person.prompts[2].earlier, answers["one"]) == ("yes", "no")


def test_going_back_from_the_first_question_asks_it_again() -> None:
    assert len(asked(Move.BACK, "yes", "yes", "yes")[1].prompts) == 4


def test_an_answer_that_is_skipped_later_is_gone() -> None:
    assert asked("yes", Move.BACK, Move.SKIP, "no", "no")[0] == {"two": "no", "three": "no"}


def test_stopping_ends_it() -> None:
    with pytest.raises(EOFError):
        asked("yes", Move.STOP)


def test_no_questions_take_no_answers() -> None:
    assert ask_all(ScriptedAsker({}), []) == {}


def test_the_line_that_stays_ends_with_one_period() -> None:
    person = ScriptedAsker({}, moves=["yes"])
    ask_all(person, [QuizQuestion("one", "One", "one?", {"yes": "Yes, often."})])
    assert [(choice.label, choice.short) for choice in person.prompts[0].choices] == [("Yes, often.", "Yes, often")]
