"""Guides: sourced topic pages, the places where roles are found, the FAQ."""

from typing import Annotated, Final, Literal

from pydantic import Field

from pmpath.model.base import Content, ExpectationId, Slug, Sourced, Text
from pmpath.model.environment import Environment
from pmpath.model.figure import AsOf, Figure
from pmpath.model.offer import Offer

NEEDED: Final = ("time", "degree", "environment", "pay", "market", "discovery", "future", "jobs", "managing", "faq")
"""The topics that commands and other content lead to; others may stand beside them."""


class Point(Sourced):
    """One statement of a guide."""

    id: Slug
    """Identifier, unlike that of any other statement of the topic."""
    text: Text
    """The statement."""
    kind: Literal["fact", "opinion", "advice"]
    """A fact that was found, an opinion that is marked as one, or advice of ours."""
    as_of: AsOf | None
    """When it was so; null for what does not age."""
    action: Text | None
    """One thing to do about it; null where there is none."""


class Passage(Content):
    """A part of a guide under a heading."""

    id: Slug
    """Identifier."""
    heading: Text
    """Title of the part."""
    points: list[Point]
    """Statements in order."""
    figures: list[Slug]
    """Figures shown here, by id."""


class Links(Content):
    """What a guide leads to in the rest of pmpath."""

    levels: list[Slug]
    """Levels."""
    expectations: list[ExpectationId]
    """Expectations, each with its action."""
    commands: Annotated[list[Annotated[str, Field(pattern=r"^pmpath\b")]], Field(min_length=1)]
    """Command lines that come next, the most useful first."""


class Topic(Sourced):
    """A page about one thing that people ask."""

    id: Slug
    """Identifier."""
    title: Text
    """As shown."""
    question: Text
    """What people ask, in their words."""
    aliases: list[Slug]
    """What people type instead of the id."""
    short: Text
    """The answer in a few sentences; its figures are those of `figures`, written as {figure-id}."""
    passages: Annotated[list[Passage], Field(min_length=1)]
    """The page."""
    links: Links
    """What it leads to."""


class Board(Sourced):
    """A place where roles are found."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    address: Annotated[str, Field(pattern=r"^https?://[^\s]+$")] | None
    """Web address; null for a kind of channel."""
    channel: Slug
    """The kind of channel it belongs to."""
    for_whom: Text
    """When it is worth the time."""
    first_step: Text
    """What to do first."""
    checked_on: AsOf
    """When it was last seen named in a source."""
    checked: bool
    """Whether somebody opened it on that day, or it was only named."""


class Asked(Content):
    """A common question and where its answer stands."""

    id: Slug
    """Identifier."""
    question: Text
    """The question."""
    topic: Slug
    """The topic whose short answer is the answer."""


class Guides(Content):
    """All guides."""

    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,32}$")]
    """Version of the content."""
    stale_months: Annotated[int, Field(ge=1)]
    """Age from which a figure says how old it is."""
    topics: Annotated[list[Topic], Field(min_length=1)]
    """In the order of the list shown."""
    figures: Annotated[list[Figure], Field(min_length=1)]
    """Every figure that a topic shows."""
    environment: Environment
    """Startup or corporate."""
    offer: Offer
    """The offer worksheet."""
    boards: Annotated[list[Board], Field(min_length=6)]
    """Channels, then boards."""
    questions: Annotated[list[Asked], Field(min_length=3)]
    """The FAQ."""
