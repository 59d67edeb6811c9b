"""The answer sheet as people and scripts write it."""

from typing import Annotated, Final, Literal

from pydantic import Field, WithJsonSchema

from pmpath.model.answer import RANKS
from pmpath.model.base import Content
from pmpath.model.hours import LEAST_HOURS, MOST_HOURS

Line = Annotated[str, Field(max_length=2000)]
_SLUG: Final = "[a-z0-9][a-z0-9-]{0,63}"
_BY_QUESTION: Final = {
    f"^{_SLUG}$": {"anyOf": [{"type": "string", "pattern": f"^{_SLUG}$"}, {"type": "null"}]},
    rf"^{_SLUG}\.{_SLUG}$": {"enum": [*RANKS, None]},
}
"""What a schema can say of answers without a ladder: a fact takes an id, a behavior one of the words."""


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
    hours_per_week: Annotated[float, Field(ge=LEAST_HOURS, le=MOST_HOURS)] | None = None
    """Hours a week for the plan."""
    target: Annotated[Line, Field(json_schema_extra={"pattern": f"^{_SLUG}$"})] | None = None
    """Level to compare with instead of the next one."""
    deeply_technical: bool | None = None
    """Whether the product itself is deeply technical; in a startup technology then counts as much as elsewhere."""


Answers = Annotated[dict[str, str | None], WithJsonSchema({"type": "object", "patternProperties": _BY_QUESTION})]
Items = Annotated[list[Evidence], Field(max_length=200)]
EvidenceById = Annotated[dict[str, Items], Field(json_schema_extra={"propertyNames": {"pattern": rf"^{_SLUG}\.{_SLUG}$"}})]


class AnswerSheet(Content):
    """Answers, evidence and context; everything is optional."""

    answers: Answers | None = None
    """Question id to level id, `none` or answer word; null or absent is unknown."""
    evidence: EvidenceById | None = None
    """Expectation id to what shows it."""
    context: Context | None = None
    """Situation of the person."""
    rater: Line | None = None
    """Who answers, where it is about somebody else's work."""
