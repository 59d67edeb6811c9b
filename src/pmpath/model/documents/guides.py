"""The document of the list of guides."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Slug, Text
from pmpath.model.documents.envelope import LadderFrame


class ListedGuide(Content):
    """A guide in the list."""

    id: Slug
    """Identifier."""
    title: Text
    """As shown."""
    question: Text
    """The question that it answers."""
    aliases: list[Slug]
    """What may be typed instead of the id."""
    short: Text
    """The short answer."""


class GuidesData(Content):
    """All guides."""

    version: Annotated[str, Field(min_length=1)]
    """Version of the content."""
    stale_months: Annotated[int, Field(ge=1)]
    """Age in months from which figures count as old."""
    topics: list[ListedGuide]
    """In the order of the list shown."""


class GuidesDocument(LadderFrame):
    """What pmpath guide and guide list print with --json."""

    kind: Literal["guides"]
    """Says that the data are the list of guides."""
    data: GuidesData
    """The list."""
