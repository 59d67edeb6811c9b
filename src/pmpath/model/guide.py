"""Guides: sourced topic pages, their figures and opinions, the comparison of settings, the offer worksheet, the FAQ."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from pmpath.model.base import Content, ExpectationId, Slug, Sourced, Text

TopicId = Literal["time", "degree", "environment", "pay", "market", "discovery", "future", "jobs", "managing", "faq"]
DAY = r"^(\d{4}(-\d{2}(-\d{2})?)?|undated)$"
"""An ISO day, month or year, or `undated`."""


class Figure(Sourced):
    """A number with all that it takes to read it."""

    id: Slug
    """Identifier, unlike that of any other figure."""
    about: Text
    """What is counted, in a phrase."""
    level: Slug | None
    """The level it is about; null where it is about none."""
    low: float
    """Lower end, or the figure itself."""
    high: float | None
    """Upper end; null when open-ended or a single figure."""
    shape: Literal["range", "from", "single", "median", "average"]
    """How low and high are to be read."""
    unit: Text
    """What is counted: years, US dollars a year, percent."""
    basis: Text
    """What it covers: base, total, salary as stated, share of respondents. Says unclear where the source is."""
    place: Text
    """Country, region or company; "not stated" where the source does not say."""
    as_of: Annotated[str, Field(pattern=DAY)]
    """When it was so."""
    tracker: Text | None
    """Who counts, for figures of a market; figures of different trackers are never compared."""
    direction: Literal["up", "down"] | None
    """Which way a figure of a market points; null for all others."""
    note: Text | None
    """What a reader has to know."""
    correction: Text | None
    """What the article says instead, and why that is not taken over; null where nothing was corrected."""

    @model_validator(mode="after")
    def _ordered(self) -> "Figure":
        if self.high is not None and self.high <= self.low:
            msg = "high is not above low"
            raise ValueError(msg)
        if (self.shape == "range") != (self.high is not None):
            msg = "a range has low and high, anything else only low"
            raise ValueError(msg)
        return self


class Point(Sourced):
    """One statement of a guide."""

    id: Slug
    """Identifier, unlike that of any other statement of the topic."""
    text: Text
    """The statement."""
    kind: Literal["fact", "opinion", "advice"]
    """A fact that was found, an opinion that is marked as one, or advice of ours."""
    as_of: Annotated[str, Field(pattern=DAY)] | None
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

    id: TopicId
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


class Difference(Sourced):
    """How a startup and a large company differ in one respect."""

    id: Slug
    """Identifier."""
    name: Text
    """The respect: scope, autonomy, and so on."""
    startup: Annotated[list[Text], Field(min_length=1)]
    """In a startup, statements in order."""
    corporate: Annotated[list[Text], Field(min_length=1)]
    """In a large company."""


class FitChoice(Content):
    """An answer to a question of fit, and the reason it gives."""

    id: Slug
    """Identifier."""
    text: Text
    """The answer, as a person would say it."""
    speaks_for: Literal["startup", "corporate", "either"]
    """The setting that it gives a reason for; `either` gives none."""
    reason: Text
    """The reason, in a sentence that names the work and not the person."""


class FitQuestion(Content):
    """A question about which setting fits."""

    id: Slug
    """Identifier."""
    question: Text
    """The question."""
    choices: Annotated[list[FitChoice], Field(min_length=2, max_length=4)]
    """Answers on offer."""


class Hat(Sourced):
    """A role that one person plays beside others in a startup, or a stage of a product's life."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    question: Text
    """Whether it was worn, as a question to answer with yes or no."""
    action: Text
    """What to do where it was not."""
    expectations: Annotated[list[ExpectationId], Field(min_length=1)]
    """Expectations it helps with."""


class Environment(Content):
    """Startup and corporate side by side, a quiz of fit, the four hats, the stages of a product's life."""

    differences: Annotated[list[Difference], Field(min_length=6)]
    """Scope and autonomy first."""
    fit: Annotated[list[FitQuestion], Field(min_length=6, max_length=9)]
    """The questions of fit."""
    hats: Annotated[list[Hat], Field(min_length=4, max_length=4)]
    """The four hats."""
    stages: Annotated[list[Hat], Field(min_length=6, max_length=6)]
    """The stages of a product's life."""
    limits: Text
    """What the quiz cannot tell."""


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
    checked_on: Annotated[str, Field(pattern=DAY)]
    """When it was last seen named in a source."""
    checked: bool
    """Whether somebody opened it on that day, or it was only named."""


class Asked(Content):
    """A common question and where its answer stands."""

    id: Slug
    """Identifier."""
    question: Text
    """The question."""
    topic: TopicId
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
