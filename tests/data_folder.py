"""Makes data folders to compile: copies of the shipped content as plain data, changed in one place and written out."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from builders import ROOT
from pmpath.content.compiler import compile_folder
from pmpath.errors import ContentError, Problem

Raw = dict[str, Any]
"""A content file as plain data."""

SHIPPED: Final = ROOT / "data"
LADDER: Final = "ladder.yaml"
TRANSITIONS: Final = "transitions.yaml"
PORTFOLIO: Final = "portfolio.yaml"
INTERVIEW: Final = "interview.yaml"
GUIDES: Final = "guides.yaml"
SOURCES: Final = "sources.yaml"
FILES: Final = (LADDER, TRANSITIONS, PORTFOLIO, INTERVIEW, GUIDES, SOURCES)
GONE: Final = object()
"""Stands for "take this key or item away" in `change`."""


class TextLoader(yaml.CSafeLoader):
    """Reads YAML as a second opinion: like the library's own safe loader, but dates stay text."""


TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def _shipped(name: str) -> Raw:
    data: Raw = TextLoader((SHIPPED / name).read_text("utf-8")).get_single_data()
    return data


def shipped(name: str) -> Raw:
    """Return a shipped file as plain data that may be changed."""
    return deepcopy(_shipped(name))


def change(data: Raw, path: str, value: object) -> None:
    """Put a value at a dotted path, `levels.0.band`; `GONE` takes away what is there."""
    *steps, last = (int(step) if step.isdecimal() else step for step in path.split("."))
    parent: Any = data
    for step in steps:
        parent = parent[step]
    if value is GONE:
        del parent[last]
    elif isinstance(parent, list) and last == len(parent):
        parent.append(value)
    else:
        parent[last] = value


def write(folder: Path, changed: Mapping[str, Raw] | None = None) -> Path:
    """Write the files into a folder: the changed ones as JSON, which is YAML too, the others as shipped."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        given = (changed or {}).get(name)
        text = (SHIPPED / name).read_text("utf-8") if given is None else json.dumps(given, indent=2)
        (folder / name).write_text(text, "utf-8")
    return folder


def changed_folder(folder: Path, name: str, changes: Mapping[str, object]) -> Path:
    """Write the shipped files with some changes to one of them."""
    data = shipped(name)
    for path, value in changes.items():
        change(data, path, value)
    return write(folder, {name: data})


def refusal(folder: Path) -> ContentError:
    """Compile a folder that cannot be compiled and return the error."""
    with pytest.raises(ContentError) as caught:
        compile_folder(folder)
    return caught.value


def said(problems: tuple[Problem, ...]) -> list[tuple[str, str, str]]:
    """Return path, message and hint of each problem."""
    return [(problem.path, problem.message, problem.hint) for problem in problems]


def place_in(file: Path, path: str) -> tuple[int, int]:
    """Find line and column of a dotted path by composing the file: the key of a field, the start of an item."""
    node: Any = yaml.compose(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    mark = node.start_mark
    for step in path.split("."):
        if isinstance(node, yaml.SequenceNode):
            node = node.value[int(step)]
            mark = node.start_mark
        else:
            key, node = next((key, value) for key, value in node.value if key.value == step)
            mark = key.start_mark
    return mark.line + 1, mark.column + 1


def texts(data: object) -> Iterator[str]:
    """Return every text in plain data, keys left out."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from texts(value)
    elif isinstance(data, list):
        for item in data:
            yield from texts(item)


def parts(data: object, path: str = "") -> Iterator[tuple[str, Raw]]:
    """Return every mapping in plain data with its dotted path."""
    if isinstance(data, dict):
        yield path, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        yield from parts(value, f"{path}.{step}".lstrip("."))
