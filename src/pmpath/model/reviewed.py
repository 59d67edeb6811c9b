"""A practice beside what it was about: what a look found in it, and the practice of its type before it. Plain: no pydantic."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pmpath.model.practiced import KeptPractice, Look
    from pmpath.model.question import Question, QuestionType
    from pmpath.model.story import KeptStory


class Earlier(NamedTuple):
    """The practice of the same type before, and what a look finds in it, None where nothing was typed."""

    practice: "KeptPractice"
    look: "Look | None"


class ReviewedPractice(NamedTuple):
    """A practice to be shown. `look` is None where nothing was typed; `story` is the one that was told, None for none."""

    practice: "KeptPractice"
    type: "QuestionType"
    question: "Question"
    look: "Look | None"
    before: Earlier | None = None
    story: "KeptStory | None" = None
