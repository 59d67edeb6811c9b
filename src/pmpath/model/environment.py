"""Startup and corporate side by side, what speaks for each, the hats and the stages of a product's life."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, ExpectationId, Slug, Sourced, Text


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
