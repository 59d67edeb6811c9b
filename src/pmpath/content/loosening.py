"""Turns the schema of a whole ladder into that of an overlay: everything may be left out, entries may be moved and removed."""

from typing import Any

from pmpath.content.overlay import AFTER, BEFORE, KINDS, REMOVE

_ID = {"type": "string", "minLength": 1, "maxLength": 140}
_EXTENDS = {**_ID, "description": "What it extends: default, or a file beside it; left out in a whole ladder."}
_PLACING = {
    REMOVE: {"const": True, "description": "Takes the entry out."},
    AFTER: {**_ID, "description": "The entry behind which this one goes."},
    BEFORE: {**_ID, "description": "The entry before which this one goes."},
}


def loosened(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a file that says only what is different, or all of it."""
    entries = {kind.model.__name__: kind.keys for kind in KINDS.values()}
    parts = {name: _part(part, entries.get(name)) for name, part in schema["definitions"].items()}
    properties = {"extends": _EXTENDS, **schema["properties"]}
    return {**schema, "definitions": parts, "properties": properties, "required": ["id", "version"]}


def _part(part: dict[str, Any], keys: tuple[str, ...] | None) -> dict[str, Any]:
    """Return a part with nothing required but the keys of an entry, which may be placed and removed then."""
    left = {name: value for name, value in part.items() if name != "required"}
    if keys is None:
        return left
    return {**left, "required": list(keys), "properties": {**part["properties"], **_PLACING}}
