"""Where statements come from."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, SourceKey, Text


class Source(Content):
    """One public page or project that statements are drawn from."""

    key: SourceKey
    """Key used in the other files."""
    name: Text
    """Short name."""
    address: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    """Web address."""
    file: Text | None
    """Path inside a repository."""
    commit: Annotated[str, Field(pattern=r"^[0-9a-f]{7,40}$")] | None
    """Commit that was read."""
    date: Text
    """ISO date or year of the text; "undated" where it has none."""
    read_how: Literal["whole", "part", "excerpt"]
    """How much of it was read."""
    license: Text
    """License as seen; "not stated" otherwise."""
    quality: Literal["strong", "good", "fair", "weak", "unreliable"]
    """How far to trust it."""
    note: Text
    """What it is good for, and its limits."""


class Sources(Content):
    """All sources."""

    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,32}$")]
    """Version of the content."""
    sources: Annotated[list[Source], Field(min_length=1)]
    """In the order of the list shown."""
