"""How behavioral stories are told, and how a bank of them is kept."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Text

StoryPartId = Literal["situation", "task", "action", "result", "lesson"]


class StoryPart(Content):
    """One part of a behavioral story."""

    id: StoryPartId
    """Identifier."""
    name: Text
    """As shown."""
    asks: Text
    """What belongs in it."""


class Stories(Content):
    """How stories are told, and when a bank of them is enough."""

    parts: Annotated[list[StoryPart], Field(min_length=5, max_length=5)]
    """The parts of a story, in order."""
    advice: Annotated[list[Text], Field(min_length=3)]
    """How to choose and keep them."""
    overused_from: Annotated[int, Field(ge=2)]
    """Uses from which a story is called overused."""
