"""Wrong references in interview practice, each refused with its place and what to do."""

from pathlib import Path
from typing import Final, NamedTuple

import pytest

from data_folder import GONE, INTERVIEW, TRANSITIONS, changed_folder, refusal, said, shipped

ORDERED: Final = "not each of them once, in order"
CRITERIA: Final = "give substance, structure, user, outcome, trade-off"
FIRST_STEP: Final = shipped(INTERVIEW)["types"][1]["steps"][0]["id"]
TWICE: Final = "each id and alias belongs to one entry"


class Case(NamedTuple):
    """One change to a shipped file, and where and how it is refused."""

    path: str
    value: object
    place: str
    message: str
    hint: str = ""


CASES: Final = (
    Case("types.0.rubric.1.criterion", "substance", "types.0.rubric", ORDERED, CRITERIA),
    Case("scoring.criteria.0.id", "user", "scoring.criteria", ORDERED, CRITERIA),
    Case("scoring.messages.0", GONE, "scoring.messages", "no text for no-signs"),
    Case("scoring.messages.0.id", "no-sings", "scoring.messages", "no text for no-signs"),
    Case("types.1.aliases.0", "product-sense", "types", "product-sense is given twice", TWICE),
    Case("types.1.steps.1.id", FIRST_STEP, "types.1.steps", f"{FIRST_STEP} is given twice", TWICE),
    Case("types.0.questions.0.levels.0", "amp", "types.0.questions.0.levels.0", "no such level: amp", "did you mean apm?"),
    Case("types.0.good.question", "nothing", "types.0.good.question", "no such prompt: nothing"),
    Case("loop.stages.1.id", "recruiter-call", "loop.stages", "recruiter-call is given twice", TWICE),
    Case(
        "types.0.needs",
        ["pain", "evidence", "measure", "outcome"],
        "types.0.needs",
        "user is missing",
        "every type asks for a user and an outcome",
    ),
    Case("types.0.needs", ["user", "user", "pain", "outcome"], "types.0.needs", "user is given twice", TWICE),
)
"""Each with the first of what is said."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.path} {case.message}")
def test_what_does_not_fit_is_refused_with_its_place(tmp_path: Path, case: Case) -> None:
    problems = said(refusal(changed_folder(tmp_path, INTERVIEW, {case.path: case.value})).problems)
    assert (case.place, case.message, case.hint) in problems


def test_the_weak_answer_is_to_the_prompt_of_the_good_one(tmp_path: Path) -> None:
    other = next(one["id"] for one in shipped(INTERVIEW)["types"][0]["questions"] if one["id"] not in answered())
    (problem,) = refusal(changed_folder(tmp_path, INTERVIEW, {"types.0.weak.question": other})).problems
    assert (problem.path, problem.hint) == ("types.0.weak.question", "both answer the same prompt")


def answered() -> set[str]:
    """Return the prompts of the first type that have an answer."""
    return {shipped(INTERVIEW)["types"][0][name]["question"] for name in ("good", "weak")}


def test_a_playbook_names_types_that_there_are(tmp_path: Path) -> None:
    folder = changed_folder(tmp_path, TRANSITIONS, {"playbooks.0.interview_focus.0.type": "juggling"})
    (problem,) = refusal(folder).problems
    assert problem.path == "playbooks.0.interview_focus.0.type"


def test_a_focus_on_a_type_that_was_taken_away_is_refused(tmp_path: Path) -> None:
    problems = refusal(changed_folder(tmp_path, INTERVIEW, {"types.6": GONE})).problems
    assert {problem.message for problem in problems if problem.file == TRANSITIONS} == {"no such type of question: technical"}


@pytest.mark.parametrize("as_of", ["2024", "2024-06", "2024-06-25"])
def test_an_example_is_dated(tmp_path: Path, as_of: str) -> None:
    from pmpath.content.compiler import compile_folder

    assert compile_folder(changed_folder(tmp_path, INTERVIEW, {"loop.examples.0.as_of": as_of}))


@pytest.mark.parametrize("as_of", ["June 2024", "24", "undated"])
def test_a_date_that_is_none_is_refused(tmp_path: Path, as_of: str) -> None:
    (problem,) = refusal(changed_folder(tmp_path, INTERVIEW, {"loop.examples.0.as_of": as_of})).problems
    assert problem.path == "loop.examples.0.as_of"
