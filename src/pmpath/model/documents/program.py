"""The documents about the program itself: help, versions, schemas."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Slug, Text
from pmpath.model.documents.envelope import BareFrame, LadderFrame

Line = Annotated[str, Field(min_length=1)]


class TopicHelp(Content):
    """A topic that holds for all commands."""

    topic: Slug
    """The topic."""
    title: Line
    """Its first sentence."""
    rows: dict[str, Line]
    """Name to what it stands for."""
    more: list[Line]
    """What else there is to say."""


class CommandHelp(Content):
    """The help of a command."""

    topic: Slug
    """The command; `pmpath` for all of them."""
    text: Line
    """The help as it is shown in 80 columns."""


class HelpDocument(BareFrame):
    """What pmpath help --json prints."""

    kind: Literal["help"]
    """Says that the data are a help."""
    data: TopicHelp | CommandHelp
    """A topic, or the help of a command."""


class VersionData(Content):
    """Which versions these are; that of the ladder stands in `ladder`."""

    version: Line
    """Version of pmpath."""
    python: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
    """Version of Python."""


class VersionDocument(LadderFrame):
    """What pmpath --version --json prints."""

    kind: Literal["version"]
    """Says that the data are versions."""
    data: VersionData
    """The versions."""


class SchemaEntry(Content):
    """A schema that pmpath publishes."""

    name: Slug
    """Its name, as given to pmpath schema."""
    about: Text
    """What it describes."""


class SchemasData(Content):
    """All schemas that pmpath publishes."""

    schemas: list[SchemaEntry]
    """The schemas: first those of files, then those of documents."""


class SchemasDocument(BareFrame):
    """What pmpath schema --json prints; with a name it prints the schema itself."""

    kind: Literal["schemas"]
    """Says that the data are a list of schemas."""
    data: SchemasData
    """The list."""
