"""A prompt to practice with, on a page and as data: for whom, how long, its steps, how to answer it."""

from typing import TYPE_CHECKING, NamedTuple

from pmpath.render.page import Page
from pmpath.render.question_type import add_steps, question_data, rubric_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.model.forms import Rows
    from pmpath.model.playbook import InterviewFocus
    from pmpath.model.practice import Interview
    from pmpath.model.practiced import Round
    from pmpath.model.question import Question, QuestionType
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json


class Picked(NamedTuple):
    """A prompt that was picked, its type and round, and what a background is tested on where one was named."""

    type: "QuestionType"
    question: "Question"
    round: "Round"
    focus: "Sequence[InterviewFocus]" = ()


class Texts:
    """The words around a prompt; the same for a page and for a terminal that asks."""

    def __init__(self, picked: Picked, interview: "Interview", words: "Words") -> None:
        """Keep the prompt and where its words come from."""
        self._picked = picked
        self._types = {one.id: one.name for one in interview.types}
        self._words = words

    def header(self) -> str:
        """Say of which type the prompt is, for which level, and how long an answer may take."""
        practiced = self._picked.round
        where = {"startup": ", in a startup", "corporate": ", in a large company"}.get(practiced.setting or "", "")
        time = f"{practiced.minutes} minutes" if practiced.minutes else "no timer"
        return f"{self._picked.type.name}, {self._words.level_name(practiced.level)}{where}, {time}"

    def variant(self) -> str:
        """Say how the setting asks it; empty where none is given."""
        one = self._picked.type
        return {"startup": one.startup, "corporate": one.corporate}.get(self._picked.round.setting or "", "")

    def focus(self) -> "Iterator[tuple[str, str]]":
        """Yield what a background is tested on, and how to practice it."""
        for one in self._picked.focus:
            yield f"{self._types[one.type]}: {one.why}", f"Practice: {one.practice}"

    def timer(self) -> str:
        """Say how the timer goes, and how it is switched off."""
        minutes = self._picked.round.minutes
        return f"The timer is on: {minutes} minutes. --no-timer switches it off." if minutes else "The timer is off."


def question_page(picked: Picked, interview: "Interview", words: "Words", next_commands: "Sequence[str]") -> Page:
    """Write a prompt with its steps, unless they are hidden, and how to answer it."""
    texts = Texts(picked, interview, words)
    page = Page()
    if picked.focus:
        page.heading("What this background is tested on")
        for text, practice in texts.focus():
            page.item(text)
            page.detail(practice)
        page.gap()
    page.text(texts.header(), "title")
    page.text(picked.question.text)
    if texts.variant():
        page.text(texts.variant(), "quiet")
    if not picked.round.hard:
        page.heading("Steps")
        add_steps(page, picked.type.steps)
    page.heading("Answer first, then score it")
    page.text("In a terminal pmpath takes your answer and asks for the scores. A script hands both over, as below.")
    page.commands(next_commands)
    return page


def question_document(picked: Picked, interview: "Interview") -> "dict[str, Json]":
    """Return a prompt as data; `steps` is null where they are hidden."""
    one, practiced = picked.type, picked.round
    return {
        "type": one.id,
        "name": one.name,
        "tests": one.tests,
        "question": question_data(picked.question),
        "level": practiced.level,
        "setting": practiced.setting,
        "minutes": practiced.minutes,
        "steps": None if practiced.hard else [{"id": step.id, "do": step.do, "say": step.say} for step in one.steps],
        "rubric": rubric_data(one.rubric, interview.scoring.criteria),
        "focus": [{"type": each.type, "why": each.why, "practice": each.practice} for each in picked.focus],
    }


def question_rows(picked: Picked, interview: "Interview") -> "Rows":
    """Return the rubric that an answer is scored by, a criterion a row."""
    asks = {criterion.id: criterion.asks for criterion in interview.scoring.criteria}
    header = ("criterion", "dimension", "asks", "1", "2", "3")
    return [header, *((one.criterion, one.dimension, asks[one.criterion], *one.anchors) for one in picked.type.rubric)]
