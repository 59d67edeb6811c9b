"""The document of pmpath portfolio, its list and what it keeps."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, Slug, Text
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Count, Day
from pmpath.model.piece import PieceStage

Hours = Annotated[float, Field(gt=0)]

Words = Annotated[str, Field(max_length=4000)]


class ListedPiece(Content):
    """A piece that is kept, and what to do with it next."""

    path: Words
    """Where it is, as the person gave it."""
    kind: Slug
    """Its kind."""
    day: Day
    """The day on which something was last said of it."""
    findings: Count | None
    """What the last review counted; null before one."""
    done: bool
    """Whether the person says that it is done."""
    stage: PieceStage
    """How far it is, by what is kept."""
    next: Words
    """What to do next."""


class ListedKind(Content):
    """A kind of piece."""

    id: Slug
    """Identifier."""
    name: Text
    """As shown."""
    headline: bool
    """Whether it is one to begin with."""
    background: Slug | None
    """The background whose document it is; null where anybody's."""
    file: Words
    """Name of the file that new creates."""
    hours: Hours
    """Own work in hours."""
    stage: PieceStage
    """Planned, or begun where a piece of this kind is kept."""
    purpose: Text
    """What it shows to a reader."""
    fits: Text
    """Whom it fits."""


class PortfolioData(Content):
    """The pieces that are kept, and the kinds there are."""

    pieces: list[ListedPiece]
    """Pieces, in the order in which they were begun."""
    kinds: list[ListedKind]
    """All kinds."""


class PortfolioDocument(LadderFrame):
    """What pmpath portfolio, list, kinds, new and mark print with --json."""

    kind: Literal["portfolio"]
    """Says that the data are a portfolio."""
    data: PortfolioData
    """The portfolio."""
