"""Says in plain words, with file, line and column, what a model refused."""

from functools import cache
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ValidationError

from pmpath.content.bounds import MAX_PROBLEMS
from pmpath.content.document import Path, Placed
from pmpath.content.foremost import foremost
from pmpath.errors import Problem
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MESSAGES: Final = {
    "extra_forbidden": "no such field",
    "missing": "this field is missing",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "list_type": "must be a list",
    "dict_type": "must be a mapping",
    "model_type": "must be a mapping",
    "literal_error": "not a word that is known here",
}


def problems_of(error: ValidationError, document: Placed, model: type[BaseModel]) -> list[Problem]:
    """Return every problem that a model found in a document, in the order of the file."""
    details = error.errors(include_url=False, include_input=False)[: MAX_PROBLEMS + 1]
    return foremost(dict.fromkeys(_problem(detail, document, model) for detail in details))


def _problem(detail: "ErrorDetails", document: Placed, model: type[BaseModel]) -> Problem:
    kind = detail["type"]
    path = _path_in(document, tuple(detail["loc"]))
    said = _MESSAGES.get(kind, detail["msg"].removeprefix("Value error, "))
    if kind == "extra_forbidden":
        return document.problem(path, said, did_you_mean(str(path[-1]), _fields(model)))
    expected = detail.get("ctx", {}).get("expected", "")
    return document.problem(path, said, f"use one of: {expected}".replace("'", "") if kind == "literal_error" else "")


def _path_in(document: Placed, loc: Path) -> Path:
    """Leave out the steps of a model's path that are not in the document: names of union members."""
    path: Path = ()
    for step in loc:
        if (*path, step) in document.places or step == loc[-1]:
            path = (*path, step)
    return path


@cache
def _fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Return every field name of a model and of the models in it."""
    schema = model.model_json_schema()
    return tuple(name for part in (schema, *schema.get("$defs", {}).values()) for name in part.get("properties", {}))
