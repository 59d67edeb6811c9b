"""What a background brings along, what turns, and what to watch out for."""

from typing import Annotated

from pydantic import Field

from pmpath.model.base import ExpectationId, Slug, Sourced, Text


class Trait(Sourced):
    """One statement of a playbook with an id: a challenge or a piece of mindset."""

    id: Slug
    """Identifier."""
    text: Text
    """The statement."""


class Advantage(Trait):
    """Something the background brings along."""

    helps_with: Annotated[list[ExpectationId], Field(min_length=1)]
    """Expectations it helps with."""


class WatchOut(Trait):
    """A habit of the background that works against product work."""

    instead: Text
    """What to do instead."""


class Turn(Sourced):
    """The change of mindset from the background into product."""

    was: Text
    """The old stance."""
    becomes: Text
    """The new stance."""
    try_this_week: Text
    """One behavior to try within a week."""
    sign_it_worked: Text
    """What shows that it worked."""
