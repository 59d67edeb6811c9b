"""What speaks for a startup and what for a large company, and which hats were worn."""

import pytest

from builders import library
from pmpath.core.fit import FEWEST_REASONS, fit, hats_worn
from pmpath.model.fitting import Leaning, Reason, Worn

ENVIRONMENT = library().guides.environment
QUESTIONS = ENVIRONMENT.fit
SIDES = ("startup", "corporate")


def answers(*sides: str) -> dict[str, str]:
    """Answer the first questions, each with the choice that speaks for a side."""
    return {
        question.id: next(choice.id for choice in question.choices if choice.speaks_for == side)
        for question, side in zip(QUESTIONS, sides, strict=False)
    }


def test_an_answer_gives_a_reason_for_its_side_in_the_order_of_the_questions() -> None:
    said = answers("startup", "corporate", "startup")
    found = fit(QUESTIONS, dict(reversed(said.items())))
    first, second, third = (Reason(*one) for one in said.items())
    assert (found.startup, found.corporate, found.neither) == ((first, third), (second,), ())


def test_what_was_not_answered_is_open() -> None:
    assert fit(QUESTIONS, answers("startup")).open == tuple(question.id for question in QUESTIONS[1:])


def test_an_answer_for_neither_side_is_no_reason() -> None:
    question = next(one for one in QUESTIONS if any(choice.speaks_for == "either" for choice in one.choices))
    choice = next(choice.id for choice in question.choices if choice.speaks_for == "either")
    found = fit(QUESTIONS, {question.id: choice})
    assert (found.startup, found.corporate, found.neither) == ((), (), (Reason(question.id, choice),))


@pytest.mark.parametrize(
    ("sides", "leaning"),
    [
        ((), Leaning.FEW),
        (("startup", "startup"), Leaning.FEW),
        (("startup", "corporate"), Leaning.FEW),
        (("startup", "startup", "startup"), Leaning.STARTUP),
        (("corporate", "corporate", "startup"), Leaning.CORPORATE),
        (("startup", "corporate", "startup", "corporate"), Leaning.EVEN),
    ],
)
def test_nothing_leans_on_few_reasons_or_on_as_many(sides: tuple[str, ...], leaning: Leaning) -> None:
    assert fit(QUESTIONS, answers(*sides)).leaning is leaning


@pytest.mark.parametrize("side", SIDES)
def test_every_question_can_speak_for_either_side(side: str) -> None:
    found = fit(QUESTIONS, answers(*[side] * len(QUESTIONS)))
    assert (len(getattr(found, side)), found.leaning) == (len(QUESTIONS), side)
    assert len(QUESTIONS) > FEWEST_REASONS


def test_a_hat_is_worn_by_word_else_inferred_from_what_is_met_else_open() -> None:
    said, inferred, *_, last = ENVIRONMENT.hats
    met = {inferred.expectations[0]}
    found = {one.id: one for one in hats_worn(ENVIRONMENT.hats, [said.id], met)}
    assert found[said.id].worn is Worn.SAID
    assert (found[inferred.id].worn, found[inferred.id].met) == (Worn.INFERRED, (inferred.expectations[0],))
    assert (found[last.id].worn, found[last.id].is_open) == (Worn.OPEN, True)


def test_a_hat_that_is_met_and_said_is_said() -> None:
    (hat, *_) = ENVIRONMENT.hats
    (found,) = hats_worn([hat], [hat.id], hat.expectations)
    assert (found.worn, found.met, found.is_open) == (Worn.SAID, tuple(hat.expectations), False)
