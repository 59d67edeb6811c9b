"""The document of pmpath explain: one competency, expectation, level, answer or source."""

from typing import Literal

from pmpath.model.base import Content, ExpectationId, Slug, SourceKey
from pmpath.model.competency import Competency, Expectation
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Answer, QuestionId, Time
from pmpath.model.ladder import AnswerOption
from pmpath.model.level import Level
from pmpath.model.source import Source


class LastAnswers(Content):
    """What the person answered last time."""

    at: Time
    """When that assessment was kept, in UTC."""
    answers: dict[QuestionId, Answer | None]
    """Question to its answer; null where it was not asked."""
    decided: list[QuestionId]
    """The questions among them whose answers decided the level."""


class ExplainedCompetency(Competency):
    """A competency explained."""

    what: Literal["competency"]
    """Says that it is a competency."""
    last: LastAnswers | None
    """What was answered last time; null where no assessment is kept."""


class ExplainedExpectation(Expectation):
    """An expectation explained."""

    what: Literal["expectation"]
    """Says that it is an expectation."""
    id: ExpectationId
    """Identifier: competency and level."""
    last: LastAnswers | None
    """What was answered last time; null where no assessment is kept."""


class ExplainedLevel(Level):
    """A level explained."""

    what: Literal["level"]
    """Says that it is a level."""
    last: LastAnswers | None
    """What was answered last time; null where no assessment is kept."""


class ExplainedAnswer(AnswerOption):
    """An answer to a behavior explained."""

    what: Literal["answer"]
    """Says that it is an answer."""
    last: LastAnswers | None
    """Where it was given last time; null where no assessment is kept."""


class ExplainedSource(Source):
    """A source explained."""

    what: Literal["source"]
    """Says that it is a source."""
    id: SourceKey
    """Its key."""
    cited_by: list[QuestionId]
    """Levels and expectations that rest on it."""
    guides: list[Slug]
    """Guides that rest on it."""
    last: LastAnswers | None
    """Empty for a source; null where no assessment is kept."""


class ExplanationDocument(LadderFrame):
    """What pmpath explain --json prints."""

    kind: Literal["explanation"]
    """Says that the data are an explanation."""
    data: ExplainedCompetency | ExplainedExpectation | ExplainedLevel | ExplainedAnswer | ExplainedSource
    """What is explained; `what` says which kind of thing it is."""
