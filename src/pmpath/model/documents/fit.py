"""The document of the questions of fit, and the file that answers are read from."""

from typing import Literal

from pmpath.model.base import Content, Slug, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.fitting import Leaning


class GivenReason(Content):
    """An answer and the reason that it gives."""

    question: Slug
    """The question."""
    choice: Slug
    """The choice."""
    reason: Text
    """The reason."""


class OpenChoice(Content):
    """A choice on offer."""

    id: Slug
    """Identifier."""
    text: Text
    """The choice, as a person would say it."""
    speaks_for: Literal["startup", "corporate", "either"]
    """The setting that it gives a reason for."""


class OpenQuestion(Content):
    """A question with its choices."""

    id: Slug
    """Identifier."""
    question: Text
    """The question."""
    choices: list[OpenChoice]
    """Choices in order."""


class FitData(Content):
    """What speaks for which setting. A reason for the one is a reason against the other."""

    startup: list[GivenReason]
    """Reasons for a startup."""
    corporate: list[GivenReason]
    """Reasons for a large company."""
    neither: list[GivenReason]
    """Answers that give a reason for neither."""
    open: list[Slug]
    """Questions that were not answered."""
    leaning: Leaning
    """Which setting has more reasons; even where it is as many, few where there are too few to say."""
    questions: list[OpenQuestion]
    """All questions."""
    limits: Text
    """What the questions cannot tell."""


class FitDocument(LadderFrame):
    """What pmpath guide fit prints with --json."""

    kind: Literal["fit"]
    """Says that the data are reasons of fit."""
    data: FitData
    """The reasons."""


class FitAnswers(Content):
    """Answers to the questions of fit, as pmpath guide fit --answers reads them."""

    answers: dict[Slug, Slug | None]
    """Question to choice; null is not answered."""
