"""The answer sheet as people and scripts write it."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content

Line = Annotated[str, Field(max_length=2000)]


class Evidence(Content):
    """One thing that shows an expectation."""

    what: Annotated[str, Field(min_length=1, max_length=2000)]
    """What was done."""
    result: Line | None = None
    """What came of it, with before and after where there is a number."""
    who: Line | None = None
    """Who can confirm it."""
    date: Line | None = None
    """When it happened."""
    link: Line | None = None
    """Where it can be seen: an address or a file."""


class Context(Content):
    """What is known about the situation; it places nobody."""

    title: Line | None = None
    """Present job title."""
    environment: Literal["startup", "corporate"] | None = None
    """Where the work happens."""
    hours_per_week: Annotated[float, Field(gt=0, le=80)] | None = None
    """Hours a week for the plan."""
    target: Line | None = None
    """Level to compare with instead of the next one."""


class AnswerSheet(Content):
    """Answers, evidence and context; everything is optional."""

    answers: dict[str, str | None] | None = None
    """Question id to level id, `none` or answer word; null or absent is unknown."""
    evidence: dict[str, Annotated[list[Evidence], Field(max_length=200)]] | None = None
    """Expectation id to what shows it."""
    context: Context | None = None
    """Situation of the person."""
    rater: Line | None = None
    """Who answers, where it is about somebody else's work."""
