"""What speaks for a startup and what for a large company, on a page and as data. Reasons only."""

from typing import TYPE_CHECKING, Final

from pmpath.model.fitting import Leaning
from pmpath.render.page import Page
from pmpath.render.phrases import counted, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.model.environment import Environment, FitChoice
    from pmpath.model.fitting import Fit, Reason
    from pmpath.model.forms import Rows
    from pmpath.render.envelope import Json

_LEANINGS: Final = {
    Leaning.STARTUP: "More of what you said speaks for a startup. Weigh the reasons; their number decides nothing.",
    Leaning.CORPORATE: "More of what you said speaks for a large company. Weigh the reasons; their number decides nothing.",
    Leaning.EVEN: "As much of what you said speaks for the one as for the other. The reasons have to decide, not their number.",
    Leaning.FEW: "Too little of what you said speaks for either side to lean anywhere.",
}


class FitPage:
    """Writes what the answers give reasons for."""

    def __init__(self, found: "Fit", environment: "Environment") -> None:
        """Keep what was found, and the words of the questions."""
        self._found = found
        self._environment = environment
        self._choices = {(question.id, one.id): one for question in environment.fit for one in question.choices}

    def build(self, next_commands: "Sequence[str]") -> Page:
        """Return the page: reasons for each setting and against it; the questions where there are no answers."""
        page = Page()
        found = self._found
        if len(found.open) == len(self._environment.fit):
            self._add_questions(page)
        else:
            page.text("A startup or a large company: your reasons", "title")
            page.text(_LEANINGS[found.leaning])
            self._add_side(page, "a startup", found.startup, found.corporate)
            self._add_side(page, "a large company", found.corporate, found.startup)
            page.section("Speaks for neither", [self._said(reason) for reason in found.neither])
            page.section("Not answered", [self._question(name) for name in found.open])
        page.gap()
        page.text(self._environment.limits, "quiet")
        page.commands(next_commands)
        return page

    def _add_side(self, page: Page, name: str, reasons: "Sequence[Reason]", against: "Sequence[Reason]") -> None:
        page.heading(f"For {name}")
        page.items(self._said(reason) for reason in reasons)
        if not reasons:
            page.text("Nothing that you said speaks for it.")
        if against:
            other = counted(len(against), "reason", "reasons")
            page.text(f"Against it: the {other} for the other side.", "quiet")

    def _add_questions(self, page: Page) -> None:
        page.text("A startup or a large company: what to ask yourself", "title")
        for question in self._environment.fit:
            page.heading(question.question)
            page.items(f"{choice.text} ({question.id}={choice.id})" for choice in question.choices)

    def _said(self, reason: "Reason") -> str:
        choice = self._choices[reason]
        return f"{sentence(choice.reason)} You said: {_quoted(choice)}"

    def _question(self, name: str) -> str:
        return next(one.question for one in self._environment.fit if one.id == name)


def fit_data(found: "Fit", environment: "Environment") -> "dict[str, Json]":
    """Return the reasons as data, with all questions and their choices."""
    texts = {(question.id, one.id): one for question in environment.fit for one in question.choices}

    def said(reasons: "Sequence[Reason]") -> "list[Json]":
        return [{**one._asdict(), "reason": texts[one].reason} for one in reasons]

    return {
        "startup": said(found.startup),
        "corporate": said(found.corporate),
        "neither": said(found.neither),
        "open": found.open,
        "leaning": found.leaning,
        "questions": [
            {
                "id": question.id,
                "question": question.question,
                "choices": [{"id": one.id, "text": one.text, "speaks_for": one.speaks_for} for one in question.choices],
            }
            for question in environment.fit
        ],
        "limits": environment.limits,
    }


def fit_rows(found: "Fit", environment: "Environment") -> "Rows":
    """Return each question with the choice that was made and what it speaks for."""
    return [("question", "choice", "speaks_for"), *_rows(found, environment)]


def _rows(found: "Fit", environment: "Environment") -> "Iterator[tuple[str, str | None, str | None]]":
    chosen = {one.question: one.choice for one in (*found.startup, *found.corporate, *found.neither)}
    for question in environment.fit:
        choice = next((one for one in question.choices if one.id == chosen.get(question.id)), None)
        yield question.id, choice.id if choice else None, choice.speaks_for if choice else None


def _quoted(choice: "FitChoice") -> str:
    return f'"{sentence(choice.text)}"'
