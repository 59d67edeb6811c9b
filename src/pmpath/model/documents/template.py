"""The document of a sheet to fill in."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import QuestionId

Nothing = Annotated[dict[str, None], Field(max_length=0)]


class EmptySheet(Content):
    """A sheet without any answer."""

    answers: dict[QuestionId, None]
    """Every question; null is unknown."""
    evidence: Nothing
    """Nothing yet."""
    context: Nothing
    """Nothing yet."""


class SecondViewSheet(EmptySheet):
    """A sheet for somebody who knows the person's work."""

    rater: str | None
    """Who answers; null where nobody was named."""


class TemplateDocument(LadderFrame):
    """What pmpath assess --template and pmpath review export print with --json."""

    kind: Literal["template"]
    """Says that the data are a sheet to fill in."""
    data: EmptySheet | SecondViewSheet
    """The sheet."""
