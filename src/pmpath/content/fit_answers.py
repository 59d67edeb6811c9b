"""Reads answers to the questions of fit: a small YAML or JSON file, checked with the place of every problem."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pmpath.content.document import Data, Document
from pmpath.content.foremost import foremost
from pmpath.content.reading import read_data
from pmpath.errors import ContentError, Problem
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pmpath.model.environment import FitQuestion

KEY = "answers"


def read_fit_answers(content: bytes, name: str, questions: "Sequence[FitQuestion]") -> dict[str, str]:
    """Return question to choice, what is null left out; raise `ContentError` with every problem in the file."""
    document = read_data(content, name)
    problems = foremost(_problems(document, questions))
    if problems:
        raise ContentError("these answers are not valid", problems=tuple(problems))
    return {question: word for question, word in _answers(document.data).items() if isinstance(word, str)}


def problem_with(name: str, word: Data, questions: "Sequence[FitQuestion]") -> tuple[str, str] | None:
    """Return message and hint for an answer that is none; None for one that is."""
    choices = {question.id: [choice.id for choice in question.choices] for question in questions}
    if name not in choices:
        return "no such question", did_you_mean(name, choices) or f"questions: {', '.join(choices)}"
    if word in (None, *choices[name]):
        return None
    near = did_you_mean(str(word), choices[name])
    return "no such choice", f"{near} use one of: {', '.join(choices[name])}".strip()


def _answers(data: Data) -> dict[str, Data]:
    answers = data.get(KEY) if isinstance(data, dict) else None
    return answers if isinstance(answers, dict) else {}


def _problems(document: Document, questions: "Sequence[FitQuestion]") -> Iterator[Problem]:
    if not _is_shaped(document.data):
        yield document.problem((), f"a file of answers has one key, {KEY}", f"write {KEY}: and below it ID: CHOICE")
    for name, word in _answers(document.data).items():
        problem = problem_with(name, word, questions)
        if problem is not None:
            yield document.problem((KEY, name), *problem)


def _is_shaped(data: Data) -> bool:
    return isinstance(data, dict) and set(data) == {KEY} and isinstance(data[KEY], dict)
