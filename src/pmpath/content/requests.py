"""Reads what an assistant asks for: arguments against the model of a tool, all problems at once."""

import json
from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError

from pmpath.content.describing import Describing
from pmpath.content.json_reader import read_json
from pmpath.content.problems import problems_of
from pmpath.content.sheets import SheetReader
from pmpath.core.grid import Grid
from pmpath.errors import ContentError, Problem, UsageError
from pmpath.model.answer import Sheet
from pmpath.model.base import Content

Request = TypeVar("Request", bound=Content)

ARGUMENTS = "arguments"
"""What problems call the arguments of a call, which stand in no file."""


def read_request(model: type[Request], arguments: Mapping[str, object]) -> Request:
    """Return the arguments as the model of a tool; `UsageError` with every problem in them."""
    try:
        return model.model_validate(arguments)
    except ValidationError as err:
        document = read_json(json.dumps(arguments).encode(), ARGUMENTS)
        problems = tuple(map(_unplaced, problems_of(err, document, model)))
        raise UsageError("these arguments are not valid", problems=problems) from err


def sheet_in(grid: Grid, parts: Mapping[str, object]) -> Sheet:
    """Return the answer sheet with these parts; `ContentError` with every problem in it."""
    try:
        return SheetReader(grid).read(json.dumps(parts).encode(), f"{ARGUMENTS}.json")
    except ContentError as err:
        raise ContentError(err.message, err.hint, tuple(map(_unplaced, err.problems))) from err


def arguments_schema(model: type[Content]) -> dict[str, object]:
    """Return the JSON Schema of the arguments of a tool."""
    return model.model_json_schema(schema_generator=Describing)


def described(model: type[Content]) -> str:
    """Return what a tool does, for the assistant that chooses one."""
    return " ".join((model.__doc__ or "").split())


def _unplaced(problem: Problem) -> Problem:
    return problem._replace(file=ARGUMENTS, line=None, column=None)
