"""Turns JSON bytes into plain data with places. Strict like the YAML reader; knows nothing of YAML."""

import json

from pmpath.content.bounds import MAX_DIGITS
from pmpath.content.document import Data, Document, refuse_large, unreadable
from pmpath.content.json_places import RefusedError, json_places


def read_json(content: bytes, name: str) -> Document:
    """Read one JSON document; raise `ContentError` with the place of the first thing that cannot be read."""
    refuse_large(content, name)
    try:
        text = content.decode("utf-8-sig")
        data: Data = json.loads(text, parse_int=_digits)
        return Document(name, data, json_places(text))
    except json.JSONDecodeError as err:
        raise unreadable(name, (err.lineno, err.colno), f"not valid JSON: {err.msg}") from err
    except UnicodeDecodeError as err:
        raise unreadable(name, None, "not valid JSON: the file is not UTF-8") from err
    except RecursionError as err:
        raise unreadable(name, None, "nested too deeply") from err
    except RefusedError as err:
        raise unreadable(name, err.place, err.message) from err


def _digits(digits: str) -> int:
    """Read a whole number; one with too many digits is refused later, with its place."""
    return int(digits[: MAX_DIGITS + 1])
