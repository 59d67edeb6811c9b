"""What a person would answer now that an action is done: proposed, confirmed, changed or left as it was."""

import pytest

from builders import library, question_texts
from pmpath.asking.asker import Move
from pmpath.asking.confirming import ask_answer
from pmpath.asking.questions import what_counts
from pmpath.asking.scripted import ScriptedAsker

WORDS = library().words


def confirmed(
    *replies: Move | str, question: str = "data.pm", now: str | None = "with-help", proposed: str = "on-my-own"
) -> tuple[str | None, ScriptedAsker]:
    asker = ScriptedAsker({}, moves=replies)
    return ask_answer(asker, WORDS, question, now, proposed), asker


@pytest.mark.parametrize("word", ["on-my-own", "lead-others", "with-help", "not-yet"])
def test_whatever_is_answered_comes_back(word: str) -> None:
    assert confirmed(word)[0] == word


def test_who_skips_leaves_the_answer_as_it_was() -> None:
    assert confirmed(Move.SKIP)[0] is None


def test_who_stops_confirms_nothing() -> None:
    with pytest.raises(EOFError):
        confirmed(Move.STOP)


def test_the_question_is_asked_in_its_own_words_and_begins_at_what_is_proposed() -> None:
    (prompt,) = confirmed("on-my-own")[1].prompts
    assert (prompt.question, prompt.proposed, prompt.earlier) == (question_texts()["data.pm"], "on-my-own", None)
    assert prompt.moves == (Move.COUNTS, Move.SKIP, Move.STOP)


def test_what_was_answered_before_and_what_is_proposed_stand_above() -> None:
    (prompt,) = confirmed("on-my-own")[1].prompts
    assert prompt.header == "When last asked: with help. After this it may be: on your own."


def test_what_was_never_asked_has_nothing_to_be_compared_with() -> None:
    (prompt,) = confirmed("on-my-own", now=None)[1].prompts
    assert prompt.header == "After this it may be: on your own."


def test_a_fact_is_proposed_by_the_label_of_its_statement() -> None:
    answer, asker = confirmed("pm", question="scope", now="none", proposed="pm")
    none, label = WORDS.answer_short("scope", "none"), WORDS.answer_short("scope", "pm")
    assert (answer, asker.prompts[0].header) == ("pm", f"When last asked: {none}. After this it may be: {label}.")


def test_what_counts_is_said_and_the_same_question_asked_again() -> None:
    answer, asker = confirmed(Move.COUNTS, Move.COUNTS, "on-my-own")
    assert (answer, asker.said) == ("on-my-own", [*what_counts(WORDS, "data.pm")] * 2)
    assert asker.prompts == [asker.prompts[0]] * 3
