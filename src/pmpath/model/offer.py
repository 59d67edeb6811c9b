"""The worksheet for an offer: the parts of pay, and what to ask about each."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Slug, Sourced, Text


class PayPart(Sourced):
    """A part of an offer."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    certainty: Literal["cash", "conditional", "uncertain", "in-kind"]
    """Cash that is promised, cash on a condition, what may be worth nothing, or what is not paid as money."""
    once: bool
    """Whether it is paid once and not every year."""
    ask: Text
    """What to ask about it."""


class Offer(Content):
    """The worksheet for an offer."""

    parts: Annotated[list[PayPart], Field(min_length=7, max_length=7)]
    """The parts of pay."""
    questions: Annotated[list[Text], Field(min_length=4)]
    """What to ask before signing."""
    rule: Text
    """Why unvested equity is never added to cash."""
