"""Interview practice at a glance: each type with what it tests, when it was practiced, the last scores, and what is due."""

from typing import TYPE_CHECKING, NamedTuple

from pmpath.render.page import Page
from pmpath.render.phrases import counted, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.core.practice import Standing
    from pmpath.model.forms import Rows
    from pmpath.model.practice import Interview
    from pmpath.model.question import QuestionType
    from pmpath.render.envelope import Json


class Overview(NamedTuple):
    """How practice of every type stands on a day."""

    interview: "Interview"
    standings: "Sequence[Standing]"
    today: str

    @property
    def rows(self) -> "list[tuple[QuestionType, Standing]]":
        """The types with how practice of each stands."""
        types: dict[str, QuestionType] = {one.id: one for one in self.interview.types}
        return [(types[one.type], one) for one in self.standings]


def interview_page(overview: Overview, next_commands: "Sequence[str]", note: str = "") -> Page:
    """Write the types, those to begin with first; `note` says what was asked for and could not be had."""
    page = Page()
    done = sum(len(one.practices) for one in overview.standings)
    types = counted(len(overview.standings), "type of question", "types of questions")
    so_far = f"{counted(done, 'practice', 'practices')} so far" if done else "no practice yet"
    page.text(note or f"Interview practice: {types}, {so_far}", "title")
    for one, standing in overview.rows:
        _add_type(page, one, standing, overview)
    if not done:
        page.section("What interviews look for", [aim.text for aim in overview.interview.aims])
    page.commands(next_commands)
    return page


def interview_data(overview: Overview) -> "dict[str, Json]":
    """Return the types with how practice of each stands."""
    return {
        "aims": [{"text": one.text, "origin": one.origin, "sources": one.sources} for one in overview.interview.aims],
        "spacing_days": overview.interview.scoring.spacing_days,
        "types": [_type_data(one, standing, overview) for one, standing in overview.rows],
    }


def interview_rows(overview: Overview) -> "Rows":
    """Return the types, one a row."""
    criteria = [one.id for one in overview.interview.scoring.criteria]
    header = ("id", "name", "headline", "minutes", "prompts", "practiced", "last", "due", "due_on", *criteria)
    return [header, *(_row(one, standing, overview) for one, standing in overview.rows)]


def points_in_words(scores: "Mapping[str, int]", interview: "Interview") -> str:
    """Write scores by the names of their criteria: "User 2, Structure 3"."""
    named = ((one.name, scores.get(one.id)) for one in interview.scoring.criteria)
    return ", ".join(f"{name} {points}" for name, points in named if points is not None)


def _add_type(page: Page, one: "QuestionType", standing: "Standing", overview: Overview) -> None:
    page.heading(_in_line(one))
    page.text(one.tests)
    page.text(sentence(_practiced(standing, overview)))
    scored = standing.last_scored
    if scored is not None:
        page.text(f"Your last scores, of 3 each: {points_in_words(scored.scores, overview.interview)}.")


def _in_line(one: "QuestionType") -> str:
    first = ", one to begin with" if one.headline else ""
    return f"{one.name} ({one.id}), {one.minutes} minutes{first}"


def _practiced(standing: "Standing", overview: Overview) -> str:
    if standing.last is None:
        return "Not practiced yet"
    times = counted(len(standing.practices), "time", "times")
    due = f"due since {standing.due_on}" if standing.is_due(overview.today) else f"due again on {standing.due_on}"
    return f"Practiced {times}, last on {standing.last.day}; {due}"


def _type_data(one: "QuestionType", standing: "Standing", overview: Overview) -> "dict[str, Json]":
    scored = standing.last_scored
    return {
        "id": one.id,
        "name": one.name,
        "headline": one.headline,
        "minutes": one.minutes,
        "tests": one.tests,
        "prompts": len(one.questions),
        "practiced": len(standing.practices),
        "last": standing.last.day if standing.last else None,
        "last_scores": dict(scored.scores) if scored else None,
        "due": standing.is_due(overview.today),
        "due_on": standing.due_on,
    }


def _row(one: "QuestionType", standing: "Standing", overview: Overview) -> tuple[str | int | None, ...]:
    scores = standing.last_scored.scores if standing.last_scored else {}
    return (
        one.id,
        one.name,
        "yes" if one.headline else "no",
        one.minutes,
        len(one.questions),
        len(standing.practices),
        standing.last.day if standing.last else None,
        "yes" if standing.is_due(overview.today) else "no",
        standing.due_on,
        *(scores.get(criterion.id) for criterion in overview.interview.scoring.criteria),
    )
