"""Answers to the questions of fit, read from a file."""

import pytest

from builders import library
from pmpath.content.fit_answers import read_fit_answers
from pmpath.errors import ContentError

QUESTIONS = library().guides.environment.fit


def read(text: str) -> dict[str, str]:
    return read_fit_answers(text.encode(), "fit.yaml", QUESTIONS)


def test_answers_are_read_and_what_is_null_is_left_out() -> None:
    assert read("answers:\n  breadth: one-kind\n  hours: null\n") == {"breadth": "one-kind"}


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("[]", (1, 1), "a file of answers has one key, answers", "write answers: and below it ID: CHOICE"),
        ("answers: 3", (1, 1), "a file of answers has one key, answers", "write answers: and below it ID: CHOICE"),
        ("answers: {}\nx: 1", (1, 1), "a file of answers has one key, answers", "write answers: and below it ID: CHOICE"),
        ("answers:\n  bredth: one-kind", (2, 3), "no such question", "did you mean breadth?"),
        ("answers:\n  xyzzy: 1", (2, 3), "no such question", f"questions: {', '.join(one.id for one in QUESTIONS)}"),
        (
            "answers:\n  deciding: alone",
            (2, 3),
            "no such choice",
            "did you mean alone-soon? use one of: alone-soon, with-many",
        ),
        ("answers:\n  deciding: 9", (2, 3), "no such choice", "use one of: alone-soon, with-many"),
    ],
)
def test_what_is_no_answer_is_named_with_its_place(text: str, place: tuple[int, int], message: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        read(text)
    (problem,) = caught.value.problems
    assert ((problem.line, problem.column), problem.message, problem.hint) == (place, message, hint)
