"""The stages of an interview loop, and the loops of real companies."""

from typing import Annotated

from pydantic import Field, StringConstraints

from pmpath.model.base import Content, Slug, Sourced, Text
from pmpath.model.question import TypeId


class Stage(Sourced):
    """A stage of a usual interview loop."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    who: Text
    """Who sits there."""
    tests: Text
    """What it is about."""
    prepare: Text
    """What to bring."""
    types: list[TypeId]
    """Types of questions asked there."""


class RealLoop(Sourced):
    """The loop of one company, as it published it."""

    company: Text
    """The company."""
    as_of: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
    """Day, month or year of the text: YYYY-MM-DD, YYYY-MM or YYYY."""
    stages: Annotated[list[Text], Field(min_length=4)]
    """Its stages in order, in our words."""
    takes: Text
    """How long it takes, as the company says."""


class Loop(Content):
    """The stages of a loop, and two real ones."""

    stages: Annotated[list[Stage], Field(min_length=6)]
    """Stages in order."""
    examples: Annotated[list[RealLoop], Field(min_length=2)]
    """Loops of real companies."""
    note: Text
    """What differs from company to company."""
