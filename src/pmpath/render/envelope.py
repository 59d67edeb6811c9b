"""The JSON of every command: one envelope, the same bytes for the same input, ASCII only."""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pmpath.errors import PmpathError
    from pmpath.model.identity import LadderIdentity

SCHEMA_VERSION: Final = "1.0"
_ENCODER: Final = json.JSONEncoder(separators=(",", ":"), allow_nan=False)

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


class Warned(NamedTuple):
    """Something that the reader of the data should know: a code of the contract and a sentence."""

    code: str
    message: str


class Stamp(NamedTuple):
    """What made a result: the version of pmpath, and the ladder where one was read."""

    version: str
    identity: "LadderIdentity | None" = None


def envelope(
    kind: str,
    data: Mapping[str, Json],
    stamp: "Stamp",
    *,
    warnings: Sequence[Warned] = (),
    next_commands: Sequence[str] = (),
) -> bytes:
    """Return one line of JSON with its newline."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "kind": kind,
        "pmpath_version": stamp.version,
        "ladder": stamp.identity._asdict() if stamp.identity else None,
        "data": data,
        "warnings": [warning._asdict() for warning in warnings],
        "next_commands": list(next_commands),
    }
    return _ENCODER.encode(whole).encode() + b"\n"


def around_data(kind: str, stamp: "Stamp") -> tuple[bytes, bytes]:
    """Return what stands before and behind the data in an envelope, for those who write many of a kind."""
    before, key, after = envelope(kind, {}, stamp).partition(b'"data":{}')
    return before + key.removesuffix(b"{}"), after


def error_data(error: "PmpathError") -> dict[str, Json]:
    """Return an error as data: code, message, hint, exit code and every problem with its place."""
    return {
        "code": error.code,
        "message": error.message,
        "hint": error.hint,
        "exit_code": error.exit_code,
        "problems": [problem._asdict() for problem in error.problems],
    }
