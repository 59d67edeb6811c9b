"""A road on from the highest level of a ladder."""

from pmpath.model.base import Slug, Sourced, Text


class Road(Sourced):
    """A way on from a level that has none above it."""

    id: Slug
    """Identifier."""
    text: Text
    """Where it leads."""
    step: Text
    """What to do first."""
