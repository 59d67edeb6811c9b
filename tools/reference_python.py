"""The page of the Python names: what `pmpath` exports, what it returns, the errors, each with its types."""

import inspect
import json
import re
from itertools import chain
from typing import TYPE_CHECKING, Final

import pmpath
from pmpath import Assessment, Ladder, errors
from pmpath.content.schemas import schema_text
from pmpath.model import result
from reference_tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

INTRODUCTION: Final = """\
# Python

What `from pmpath import ...` offers. [Use it from Python](../how-to/use-it-from-python.md) has examples that run.
The package is typed (`py.typed`).

## What is stable

The names on this page, in `pmpath`, `pmpath.errors` and, for the records of a result, `pmpath.model.result`, with their
parameters, fields and types. They follow semantic versioning: what a program uses of them keeps working until the major version
changes. A minor version may add a name, a parameter with a default, a field or an error; a patch changes none of them. The ids
in a result belong to the ladder and change with its version, not with that of pmpath.
Everything else in the package is internal and may change with any version."""
DIFFERENT: Final = {
    "next_steps": "The ids of the first actions of the path, three at most; the texts stand in the JSON document.",
    "at_role": "What is met of all that the role asks; None while open. Not in the JSON document.",
    "at_level": "What is met of all that the level asks; None while open. Not in the JSON document.",
}
"""Fields that are not what the JSON document has by their name."""
RECORDS: Final = (result.LevelRange, result.Estimate, result.Readiness, result.Margin, result.Gap, result.Coverage)
"""Records of a result; the schema of the JSON document describes parts of the same names and fields."""
DESCRIBED: Final = json.loads(schema_text("assessment"))["definitions"]
COUNT: Final = {"met": "Expectations that are met.", "of": "All that are asked."}


def python_page() -> str:
    """Write the page."""
    parts = [
        INTRODUCTION,
        table(("name", "what it is"), [(f"`{name}`", _kind(name)) for name in pmpath.__all__]),
        *_function("load", pmpath.load),
        *_function("assess", pmpath.assess),
        "## Ladder",
        _first(Ladder),
        _members(),
        "## Assessment",
        f"{_first(Assessment)} Its fields, and those of the records in it, cannot be changed.",
        _fields(Assessment, _said("AssessmentData") | DIFFERENT),
        *chain.from_iterable((f"### {one.__name__}", _first(one), _fields(one, _said(one.__name__))) for one in RECORDS),
        "### Count",
        _first(result.Count),
        _fields(result.Count, COUNT),
        "## Errors",
        "In `pmpath.errors`; `PmpathError` is in `pmpath` too. Each has `message`, `hint` and `problems`, some `Problem`s.",
        table(("error", "code", "exit code", "what it means"), _errors()),
        "### Problem",
        _first(errors.Problem),
        table(("field", "type"), [(f"`{name}`", f"`{_type(kind)}`") for name, kind in errors.Problem.__annotations__.items()]),
    ]
    return "\n\n".join(parts)


def _first(one: object) -> str:
    """Return a docstring without its examples, as one paragraph."""
    text = inspect.getdoc(one) or ""
    return " ".join(text.partition("\n>>>")[0].split())


def _kind(name: str) -> str:
    known = getattr(pmpath, name)
    if isinstance(known, str):
        return "The version of the package, a string."
    return _first(known)


def _function(name: str, function: "Callable[..., object]") -> "Iterator[str]":
    yield f"## {name}"
    yield f"```text\n{name}{_signature(function)}\n```"
    yield _first(function)


def _signature(function: "Callable[..., object]") -> str:
    return _type(str(inspect.signature(function)).replace("'", ""))


def _members() -> str:
    properties = [(name, one) for name, one in vars(Ladder).items() if isinstance(one, property)]
    rows = [("`identity`", "`LadderIdentity`", "Id and version of the ladder, and the SHA-256 of its file.")]
    rows += [
        (f"`{name}`", f"`{_type(one.fget.__annotations__['return'])}`", _first(one)) for name, one in properties if one.fget
    ]
    signature = _signature(Ladder.assess).replace("self, ", "")
    return table(("member", "type", "what it is"), [*rows, (f"`assess{signature}`", "`Assessment`", _first(Ladder.assess))])


def _said(name: str) -> dict[str, str]:
    """Return what the schema says of the fields of a part of the document."""
    fields = DESCRIBED[name]["properties"]
    return {field: one["description"].replace("null", "None") for field, one in fields.items()}


def _fields(record: type, said: "Mapping[str, str]") -> str:
    rows = [(f"`{name}`", f"`{_type(kind)}`", said[name]) for name, kind in record.__annotations__.items()]
    return table(("field", "type", "what it is"), rows)


def _type(kind: object) -> str:
    """Return a type as it is written, without the modules of its names."""
    text = kind if isinstance(kind, str) else kind.__name__ if type(kind) is type else str(kind)
    return re.sub(r"\b[a-z_.]+\.(?=[A-Z])", "", text)


def _errors() -> "Iterator[tuple[str, str, str, str]]":
    for name, one in vars(errors).items():
        if isinstance(one, type) and issubclass(one, errors.PmpathError):
            yield f"`{name}`", f"`{one.code}`", str(one.exit_code), _first(one)
