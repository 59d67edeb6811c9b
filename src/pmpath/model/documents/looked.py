"""What a look through a typed answer found, as documents show it."""

from pmpath.model.base import Content, Slug, Text
from pmpath.model.documents.ground import Count, Place
from pmpath.model.scoring import PartId


class Counted(Content):
    """A count of signs by weight; it says nothing about how good an answer is."""

    found: Count
    """What was found."""
    of: Place
    """What could be found."""


class SignFound(Content):
    """A word or number that was found."""

    word: str
    """The word or phrase that was looked for, or the number."""
    line: Place
    """The line where it stands first."""


class PartLooked(Content):
    """A part and what was found of it."""

    id: PartId
    """Identifier."""
    name: Text
    """As shown."""
    weight: Place
    """What it weighs in the count of signs."""
    found: list[SignFound]
    """What was found; empty where nothing was."""


class StepLooked(Content):
    """A step and what was found of it."""

    id: Slug
    """Identifier."""
    do: Text
    """What to do."""
    found: list[SignFound]
    """What was found; empty where nothing was."""


class PartMissing(Content):
    """A part without a sign."""

    id: PartId
    """Identifier."""
    message: Text
    """What is missing."""
    hint: Text
    """What to add."""


class StepMissing(Content):
    """A step without a sign."""

    id: Slug
    """Identifier."""
    message: str
    """What is missing."""


class LookData(Content):
    """What was looked for and found."""

    signs: Count
    """The count of signs by weight; all steps together weigh 2."""
    of: Place
    """What could be found."""
    parts: list[PartLooked]
    """The parts, those that matter most first."""
    steps: list[StepLooked]
    """The steps."""
    missing: list[PartMissing]
    """Parts without a sign, those that matter most first."""
    steps_not_seen: list[StepMissing]
    """Steps without a sign."""
