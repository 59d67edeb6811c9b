"""The first project of a background, and the document it leaves behind."""

from typing import Annotated

from pydantic import Field, StringConstraints

from pmpath.model.base import Content, Slug, Sourced, Text

FileName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}\.md$")]


class TipStep(Content):
    """One step of the first project."""

    id: Slug
    """Identifier."""
    do: Text
    """What to do."""
    done_when: Text
    """What shows that it is done."""


class Tip(Sourced):
    """The first project that the background is best placed to do."""

    summary: Text
    """The project in a sentence."""
    steps: Annotated[list[TipStep], Field(min_length=3)]
    """Steps in order."""


class Section(Content):
    """A section of the artifact: what to write there."""

    heading: Text
    """Title of the section."""
    prompt: Text
    """What belongs in it."""


class Artifact(Sourced):
    """The document the first project leaves behind."""

    file: FileName
    """Name of the file that `--write` creates."""
    title: Text
    """Title of the document."""
    purpose: Text
    """What it shows to a reader."""
    sections: Annotated[list[Section], Field(min_length=4)]
    """Sections in order."""


class FilledSection(Content):
    """A section of the worked example."""

    heading: Text
    """Title of the section."""
    text: Text
    """What an invented person wrote there."""


class WorkedExample(Content):
    """The artifact filled in for an invented product."""

    title: Text
    """Title of the example."""
    sections: Annotated[list[FilledSection], Field(min_length=4)]
    """The same sections as the artifact."""
