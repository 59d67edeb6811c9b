"""What assistants may ask for: one model a tool. Its docstring describes the tool, those of its fields the arguments."""

from typing import Annotated, Literal

from pydantic import Field

from pmpath.model.base import Content
from pmpath.model.hours import LEAST_HOURS, MOST_HOURS
from pmpath.model.sheet import Answers, Context, EvidenceById, Line

_Environment = Literal["startup", "corporate"]
_Hours = Annotated[float, Field(ge=LEAST_HOURS, le=MOST_HOURS)]


class StatusRequest(Content):
    """Say where the person stands and what is next, from what they saved. Reads only."""


class LadderRequest(Content):
    """Show the whole ladder of product roles, one level of it, or what changes between two levels. Reads only."""

    level: Line | None = None
    """A level by id, alias or title; without it the whole ladder."""
    vs: Line | None = None
    """Another level to compare it with."""


class ExplainRequest(Content):
    """Explain one id: what it asks, the wording of its question, what counts as evidence, its sources. Reads only.

    Use it to word each question that `assess` names as unanswered.
    """

    id: Line
    """A competency, an expectation such as discovery.pm, a level, an answer word or a source key."""


class AssessRequest(Content):
    """Place the answers that the person gave: role, level, why, what is missing, next steps, what is still unanswered.

    Pass only answers that the person gave; leave out what they did not answer. Keeps nothing unless `save` is true.
    """

    answers: Answers
    """Question id to not-yet, no-chance, with-help, on-my-own or lead-others; scope and people take a level id or none."""
    evidence: EvidenceById | None = None
    """Expectation id to what shows it."""
    context: Context | None = None
    """Situation of the person; it places nobody."""
    target: Line | None = None
    """A level to compare with instead of the next one."""
    env: _Environment | None = None
    """Changes how actions are done and what comes first."""
    deep_tech: bool | None = None
    """Whether the product itself is deeply technical; in a startup technology then counts as much as elsewhere."""
    save: bool = False
    """Keep the assessment in the person's journal. True only where the person said so."""


class PlanRequest(Content):
    """Show the plan that the person keeps, or preview another one for other hours, dates or targets.

    Begins with an assessment that is kept. Keeps nothing unless `save` is true.
    """

    target: Line | None = None
    """The level to plan toward."""
    hours: _Hours | None = None
    """_Hours a week."""
    by: Line | None = None
    """The day to be done by, YYYY-MM-DD."""
    start: Line | None = None
    """The day to begin on, YYYY-MM-DD."""
    env: _Environment | None = None
    """Changes how actions are done and what comes first."""
    deep_tech: bool | None = None
    """Whether the product itself is deeply technical; in a startup technology then counts as much as elsewhere."""
    save: bool = False
    """Keep the plan in the person's journal, in place of the one before. True only where the person said so."""


class TransitionRequest(Content):
    """Show the way from another job into a first product role: strengths, gaps, first project, weeks. Reads only."""

    background: Line
    """The job the person comes from, such as engineer, designer or marketer."""
    to: Line | None = None
    """The first product role: one of the two lowest levels."""
    env: _Environment | None = None
    """Changes how steps are done and what comes first."""
    deep_tech: bool | None = None
    """Whether the product itself is deeply technical; in a startup technology then counts as much as elsewhere."""
    hours: _Hours | None = None
    """_Hours a week; 4 unless said."""
    answers: Answers | None = None
    """Answers that the person gave, as for assess; gaps then come from them."""


class HistoryRequest(Content):
    """Show all assessments that the person kept, and how far each competency reached. Reads only."""


class GuidesRequest(Content):
    """List the guides, sourced pages on time, pay, the market, degrees, startups, job boards and more. Reads only."""


class GuideRequest(Content):
    """Show one guide with its figures, their sources and dates. Pass on dates and opinions as such. Reads only."""

    topic: Line
    """A topic that guides lists, such as pay or market."""
    level: Line | None = None
    """Only this level: time and pay."""
    years: Annotated[float, Field(ge=0, le=60)] | None = None
    """Years in product: time."""


class SchemaRequest(Content):
    """Return the JSON Schema of a file or a document, such as answers or assessment. Reads only."""

    name: Line
    """The name of the schema."""
