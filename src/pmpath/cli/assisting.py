"""What assistants can call: a table of tools over the outcomes of the commands. Knows no protocol and prints nothing."""

import json
import os
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath import __version__
from pmpath.cli import assessing, explain, guides, history, ladder, options, overview, planning, transitioning
from pmpath.cli.outcome import Outcome, Shape, document
from pmpath.cli.sheet import Given
from pmpath.content.library import Library, find_library
from pmpath.content.published import PUBLISHED, read_schema
from pmpath.content.requests import read_request, sheet_in
from pmpath.errors import OutputError, PmpathError, UsageError
from pmpath.model import requests
from pmpath.model.setting import Setting
from pmpath.model.suggest import did_you_mean
from pmpath.render.envelope import Stamp, envelope, error_data

if TYPE_CHECKING:
    from pmpath.model.answer import Sheet
    from pmpath.model.base import Content

Document = dict[str, object]
"""A JSON object, as --json prints it."""


class Tool(NamedTuple):
    """One thing to call: the model of its arguments, what it does, the schema of what it returns, whether it can save."""

    name: str
    request: "type[Content]"
    run: "Callable[..., Outcome | Document]"
    schema: str | None
    can_save: bool = False


class Answer(NamedTuple):
    """What a call is answered with: a document, and whether that is an error."""

    document: Document
    is_error: bool = False


class Desk:
    """Answers the calls of one assistant. Looks into the journal anew each time, and writes only what a call says to save."""

    def __init__(self, shape: Shape) -> None:
        """Keep which day it is."""
        self._shape = shape

    @cached_property
    def _library(self) -> Library:
        return find_library(self._shape.own)

    def answer(self, name: str, arguments: Mapping[str, object]) -> Answer:
        """Return the document of a call, or that of the error which keeps it from being made."""
        try:
            return Answer(self._made(tool_named(name), arguments))
        except PmpathError as error:
            return _refusal(error)
        except OSError as error:
            return _refusal(OutputError(f"cannot read or write: {os.strerror(error.errno or 0).lower()}"))

    def _made(self, tool: Tool, arguments: Mapping[str, object]) -> Document:
        result = tool.run(read_request(tool.request, arguments), self._library, self._shape)
        return _loaded(document(result, self._library)) if isinstance(result, Outcome) else result


def tool_named(name: str) -> Tool:
    """Return a tool; `UsageError` with the nearest one where none is called so."""
    names = [tool.name for tool in TOOLS]
    if name not in names:
        raise UsageError(f"no such tool: {name}", hint=did_you_mean(name, names) or f"tools: {', '.join(names)}")
    return TOOLS[names.index(name)]


def _refusal(error: PmpathError) -> Answer:
    return Answer(_loaded(envelope("error", error_data(error), Stamp(__version__))), is_error=True)


def _loaded(content: bytes) -> Document:
    """Return JSON as data; a half of a sign that an old journal may hold, which the protocol cannot send, is replaced."""
    sendable = json.dumps(json.loads(content), ensure_ascii=False).encode("utf-8", "replace")
    loaded: Document = json.loads(sendable)
    return loaded


def _status(_request: requests.StatusRequest, library: Library, shape: Shape) -> Outcome:
    return overview.run(library, shape)


def _ladder(request: requests.LadderRequest, library: Library, _shape: Shape) -> Outcome:
    if request.vs is not None and request.level is None:
        raise UsageError("vs needs a level to compare with", hint="name both levels")
    first, second = (options.level_named(library, name, key) for key, name in (("level", request.level), ("vs", request.vs)))
    return ladder.run(library, first, second)


def _explain(request: requests.ExplainRequest, library: Library, shape: Shape) -> Outcome:
    return explain.run(request.id, library, shape)


def _assess(request: requests.AssessRequest, library: Library, shape: Shape) -> Outcome:
    wanted = assessing.Request(
        Given(may_ask=False, sheet=_sheet(request, library)),
        target=options.level_named(library, request.target, "target"),
        setting=Setting(request.env, request.deep_tech),
        no_save=not request.save,
    )
    return assessing.run(wanted, library, shape)


def _plan(request: requests.PlanRequest, library: Library, shape: Shape) -> Outcome:
    wanted = planning.Request(
        target=options.level_named(library, request.target, "target"),
        hours=request.hours,
        by=options.day(request.by, "by"),
        start=options.day(request.start, "start"),
        setting=Setting(request.env, request.deep_tech),
        no_save=not request.save,
    )
    return planning.run(wanted, library, shape)


def _transition(request: requests.TransitionRequest, library: Library, _shape: Shape) -> Outcome:
    playbook = transitioning.find_playbook(library, request.background)
    wanted = transitioning.Request(
        background=playbook.id,
        to=transitioning.first_role(library, request.to),
        given=Given(may_ask=False, sheet=_sheet(request, library)),
        setting=Setting(request.env, request.deep_tech),
        hours=request.hours,
    )
    return transitioning.run(wanted, playbook, library)


def _history(_request: requests.HistoryRequest, library: Library, shape: Shape) -> Outcome:
    return history.run(library, shape)


def _guides(_request: requests.GuidesRequest, library: Library, _shape: Shape) -> Outcome:
    return guides.listing(library)


def _guide(request: requests.GuideRequest, library: Library, shape: Shape) -> Outcome:
    return guides.show(guides.Asked(request.topic, (request.level, None), request.years), library, shape)


def _schema(request: requests.SchemaRequest, _library: Library, _shape: Shape) -> Document:
    if request.name not in PUBLISHED:
        hint = did_you_mean(request.name, PUBLISHED) or f"schemas: {', '.join(PUBLISHED)}"
        raise UsageError(f'there is no schema "{request.name}"', hint=hint)
    return _loaded(read_schema(request.name))


def _sheet(request: "requests.AssessRequest | requests.TransitionRequest", library: Library) -> "Sheet":
    return sheet_in(library.grid, request.model_dump(include={"answers", "evidence", "context"}, exclude_none=True))


TOOLS: Final = (
    Tool("status", requests.StatusRequest, _status, "status"),
    Tool("ladder", requests.LadderRequest, _ladder, "ladder-document"),
    Tool("explain", requests.ExplainRequest, _explain, "explanation"),
    Tool("assess", requests.AssessRequest, _assess, "assessment", can_save=True),
    Tool("plan", requests.PlanRequest, _plan, "plan", can_save=True),
    Tool("transition", requests.TransitionRequest, _transition, "transition"),
    Tool("history", requests.HistoryRequest, _history, "history"),
    Tool("guides", requests.GuidesRequest, _guides, "guides-document"),
    Tool("guide", requests.GuideRequest, _guide, "guide"),
    Tool("schema", requests.SchemaRequest, _schema, None),
)
"""Every tool in the order of the list shown. A further one takes a model of its arguments and a line here."""
