"""Finds what content leaves out though the shipped content has to have it."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from pmpath.content.document import Path
from pmpath.model.base import Leavable, Sourced


def left_out(content: BaseModel) -> Iterator[tuple[Path, str, str]]:
    """Yield each field that only content of one's own may leave out, with what is wrong about it."""
    for path, part in parts_of(content):
        for name, field in type(part).model_fields.items():
            wrong = _wrong(part, name, [mark for mark in field.metadata if isinstance(mark, Leavable)])
            if wrong:
                yield (*path, name), wrong, ""
        if isinstance(part, Sourced) and part.origin == "own":
            yield (*path, "origin"), "the shipped content says where it comes from", ""


def _wrong(part: BaseModel, name: str, marks: list[Leavable]) -> str:
    """Say what is wrong with a field by its marks; nothing where it is as the shipped content has to be."""
    if not marks:
        return ""
    value, at_least = getattr(part, name), marks[0].at_least
    if name not in part.model_fields_set:
        return "this field is missing"
    return f"has to hold at least {at_least}" if isinstance(value, list) and len(value) < at_least else ""


def parts_of(content: object, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Yield every model in some content with its path, from the outside in."""
    steps: Iterable[tuple[str | int, object]] = ()
    if isinstance(content, BaseModel):
        yield path, content
        steps = content
    elif isinstance(content, list):
        steps = enumerate(content)
    for step, part in steps:
        yield from parts_of(part, (*path, step))
