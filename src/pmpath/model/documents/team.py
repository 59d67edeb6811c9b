"""The document of pmpath team: several people side by side."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content, ExpectationId, Slug, Text
from pmpath.model.documents.action import WholeAction
from pmpath.model.documents.envelope import LadderFrame
from pmpath.model.documents.ground import Count, LevelId
from pmpath.model.documents.placement import Placement

Name = Annotated[str, Field(min_length=1)]


class Member(Placement):
    """One person, by the name they go by here, and where their answers stand."""

    name: Name
    """Initials or id, one of a kind in the document."""
    second_view: bool
    """Whether somebody else answered about this person's work."""
    answered: Count
    """Questions that have an answer."""
    complete: bool
    """Whether all is answered that the level and the gaps toward the next one take."""
    next_level: LevelId | None
    """The level that the gaps are about; null while the level is open, and at the top."""


class CompetencyRow(Content):
    """One competency, and the highest level that each person meets in it."""

    competency: Slug
    """The competency."""
    levels: dict[Name, LevelId | None]
    """Name to the highest level met; `none` where none is, null where the answers leave it open."""


class SharedGap(Content):
    """An expectation of the next level that two or more people lack."""

    id: ExpectationId
    """The expectation."""
    must_have: bool
    """Whether it has to be given to them."""
    people: list[Name]
    """Who lacks it."""
    action: WholeAction
    """What to do about it, together or each."""


class Teaching(Content):
    """An expectation that one person has shown well enough to teach, and another needs next."""

    id: ExpectationId
    """The expectation."""
    label: Text
    """Its short form."""
    teachers: list[Name]
    """Who leads others in it, or works on their own two levels above."""
    learners: list[Name]
    """Whose next level asks for it."""


class TeamData(Content):
    """Several people side by side, without ranks and without sums."""

    people: list[Member]
    """Everybody, in the order in which they were given."""
    matrix: list[CompetencyRow]
    """Competency by person, in the order of the ladder."""
    shared_gaps: list[SharedGap]
    """What several lack next, that of most people first."""
    teaching: list[Teaching]
    """Who can teach whom, in the order of the ladder."""


class TeamDocument(LadderFrame):
    """What pmpath team --json prints."""

    kind: Literal["team"]
    """Says that the data are about a team."""
    data: TeamData
    """The team."""
