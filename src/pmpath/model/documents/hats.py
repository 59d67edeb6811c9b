"""The document of the hats worn and the stages seen."""

from typing import Literal

from pmpath.model.base import Content, ExpectationId, Slug, Sourced, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Time
from pmpath.model.fitting import Worn


class WornHat(Sourced):
    """A hat or a stage, and whether somebody had it."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    worn: Worn
    """Said, inferred from the last assessment, or open."""
    met: list[ExpectationId]
    """Expectations met in the last assessment that speak for it."""
    question: Text
    """Whether it was had, as a question."""
    action: Text
    """What to do where it was not."""
    expectations: list[ExpectationId]
    """Expectations that it helps with."""


class HatsData(Content):
    """Hats and stages."""

    assessed_at: Time | None
    """When the assessment was made that they are inferred from; null where none is kept."""
    hats: list[WornHat]
    """The four hats."""
    stages: list[WornHat]
    """The stages of a product's life."""


class HatsDocument(LadderFrame):
    """What pmpath guide hats prints with --json."""

    kind: Literal["hats"]
    """Says that the data are hats and stages."""
    data: HatsData
    """The hats and stages."""
