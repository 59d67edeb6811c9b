"""What typed answers are looked through for: the parts of a type, in the order in which missing ones are named, and steps."""

from typing import TYPE_CHECKING

from pmpath.model.practiced import Sought

if TYPE_CHECKING:
    from pmpath.model.practice import Interview
    from pmpath.model.question import QuestionType


def parts_of(one: "QuestionType", interview: "Interview") -> tuple[Sought, ...]:
    """Return the parts that answers of a type are looked through for."""
    wanted = (part for part in interview.scoring.parts if part.id in one.needs)
    return tuple(Sought(part.id, tuple(part.words), part.numbers) for part in wanted)


def steps_of(one: "QuestionType") -> tuple[Sought, ...]:
    """Return the steps of a type with the words that tell of each."""
    return tuple(Sought(step.id, tuple(step.signs)) for step in one.steps)
