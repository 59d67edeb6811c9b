"""A type of interview question on a page and as data: what it tests, steps, mistakes, rubric, settings, two whole answers."""

from typing import TYPE_CHECKING

from pmpath.render.page import Page
from pmpath.render.phrases import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.practice import Interview
    from pmpath.model.question import Anchored, Answered, PracticeStep, Question, QuestionType
    from pmpath.model.scoring import Criterion
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

MOST_POINTS = 3
"""The points of the upper anchor."""


class QuestionTypePage:
    """Writes one type as a page."""

    def __init__(self, one: "QuestionType", interview: "Interview", words: "Words") -> None:
        """Keep the type and where its words come from."""
        self._type = one
        self._criteria = {criterion.id: criterion for criterion in interview.scoring.criteria}
        self._parts = {part.id: part for part in interview.scoring.parts}
        self._words = words
        self._page = Page()

    def build(self, next_commands: "Sequence[str]") -> Page:
        """Return the page."""
        one = self._type
        self._page.text(f"{one.name}, {one.minutes} minutes", "title")
        self._page.text(one.tests)
        self._page.text(f"The user: {one.user_problem}")
        self._page.text(f"The outcome: {one.business_outcome}")
        self._page.heading("Steps")
        add_steps(self._page, one.steps)
        self._mistakes()
        self._rubric()
        self._page.section("In a startup", [one.startup])
        self._page.section("In a large company", [one.corporate])
        looked_for = [f"{self._parts[name].name}: {self._parts[name].looks_for}" for name in one.needs]
        self._page.section("What pmpath looks for in a typed answer", looked_for)
        self._questions()
        self._answer("An answer that reaches the upper anchors", one.good)
        self._answer("An answer to the same prompt that does not", one.weak)
        self._page.gap()
        self._page.text(_origin(one.origin, one.sources), "quiet")
        self._page.commands(next_commands)
        return self._page

    def _mistakes(self) -> None:
        self._page.heading("What often goes wrong")
        for mistake in self._type.mistakes:
            self._page.item(mistake.text)
            self._page.detail(f"Instead: {mistake.instead}")

    def _rubric(self) -> None:
        self._page.heading("The rubric: give each one, two or three points")
        for anchored in self._type.rubric:
            criterion = self._criteria[anchored.criterion]
            self._page.text(f"{criterion.name}: {criterion.asks}", "label")
            for points, anchor in enumerate(anchored.anchors, start=1):
                self._page.item(anchor, mark=f"{points}.")

    def _questions(self) -> None:
        self._page.heading("Prompts")
        for question in self._type.questions:
            self._page.item(f"{question.text} ({question.id}; {asked_at(question, self._words)})")

    def _answer(self, heading: str, answered: "Answered") -> None:
        self._page.heading(heading)
        question = next(one for one in self._type.questions if one.id == answered.question)
        self._page.text(question.text, "label")
        for paragraph in filter(None, map(str.strip, answered.text.split("\n"))):
            self._page.text(paragraph)
        self._page.text(f"Why: {answered.why}")


def add_steps(page: Page, steps: "Sequence[PracticeStep]") -> None:
    """Add the steps of a type with how each may sound."""
    for place, step in enumerate(steps, start=1):
        page.item(sentence(step.do), mark=f"{place}.")
        page.detail(step.say, "quiet")


def asked_at(question: "Question", words: "Words") -> str:
    """Say at which levels a prompt is asked, and where."""
    levels = ", ".join(words.level_short(level) for level in question.levels)
    where = {"startup": "; startups", "corporate": "; large companies"}.get(question.setting, "")
    return f"{levels}{where}"


def type_data(one: "QuestionType", interview: "Interview") -> "dict[str, Json]":
    """Return a type as data."""
    return {
        "id": one.id,
        "name": one.name,
        "headline": one.headline,
        "minutes": one.minutes,
        "tests": one.tests,
        "user_problem": one.user_problem,
        "business_outcome": one.business_outcome,
        "steps": [_step_data(step) for step in one.steps],
        "mistakes": [
            {"text": each.text, "instead": each.instead, "origin": each.origin, "sources": each.sources}
            for each in one.mistakes
        ],
        "rubric": rubric_data(one.rubric, interview.scoring.criteria),
        "startup": one.startup,
        "corporate": one.corporate,
        "needs": one.needs,
        "questions": [question_data(question) for question in one.questions],
        "good": vars(one.good),
        "weak": vars(one.weak),
        "origin": one.origin,
        "sources": one.sources,
    }


def rubric_data(rubric: "Sequence[Anchored]", criteria: "Sequence[Criterion]") -> "list[Json]":
    """Return a rubric as data: each criterion with what it asks and its three anchors."""
    by_id = {criterion.id: criterion for criterion in criteria}
    return [
        {
            "criterion": each.criterion,
            "name": by_id[each.criterion].name,
            "asks": by_id[each.criterion].asks,
            "dimension": each.dimension,
            "anchors": each.anchors,
        }
        for each in rubric
    ]


def question_data(question: "Question") -> "dict[str, Json]":
    """Return a prompt as data."""
    return {
        "id": question.id,
        "text": question.text,
        "levels": question.levels,
        "setting": question.setting,
        "ownership": question.ownership,
        "follow_up": question.follow_up,
        "origin": question.origin,
        "sources": question.sources,
    }


def _step_data(step: "PracticeStep") -> "dict[str, Json]":
    return {"id": step.id, "do": step.do, "say": step.say, "signs": step.signs}


def _origin(origin: str, sources: "Sequence[str]") -> str:
    """Say where a type comes from; the name of a source is what pmpath explain takes."""
    known = {
        "article": "As the article says",
        "reconstructed": "Reconstructed from public sources",
        "default": "A choice of ours",
    }
    said = known.get(origin, "Beyond the article")
    return f"{said}: {', '.join(sources)}." if sources else f"{said}."
