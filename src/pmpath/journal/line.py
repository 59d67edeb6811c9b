"""One line of the journal: a JSON object in ASCII with a sequence number, a time and a checksum over the rest."""

import json
from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256
from math import isfinite
from typing import Any, Final, NamedTuple

VERSION: Final = 1
"""The version of the line format that this program writes; it reads all up to this one."""

Data = Mapping[str, Any]
"""What a record says, as JSON values; which keys depends on its type."""

FIRST_DAY: Final = "1970-01-01"
_SUM_KEY: Final = b',"sum":"'
_SUM_DIGITS: Final = 8
_KEYS: Final = {"v": int, "seq": int, "id": str, "at": str, "type": str, "data": dict, "sum": str}


class Type(StrEnum):
    """What a record is about."""

    DRAFT = "draft"
    ASSESSMENT = "assessment"
    TRANSITION = "transition"
    EVIDENCE = "evidence"
    PLAN = "plan"
    STEP = "step"
    CHECKIN = "checkin"
    MILESTONE = "milestone"
    PIECE = "piece"
    PRACTICE = "practice"
    STORY = "story"


class Record(NamedTuple):
    """One entry: `seq` counts from 1 and orders, `at` is UTC as YYYY-MM-DDTHH:MM:SSZ and never orders."""

    seq: int
    id: str
    at: str
    type: str
    data: Data
    v: int = VERSION

    @property
    def day(self) -> str:
        """The day of its time, YYYY-MM-DD; the first of all days where the time is none."""
        from pmpath.model.day import last_day_of

        return last_day_of(self.at[:10]) or FIRST_DAY

    @property
    def is_known(self) -> bool:
        """Say whether this program understands it."""
        return self.v <= VERSION and self.type in set(Type)


def encode(record: Record) -> bytes:
    """Return the line of a record with its newline; `sum` is the first 8 hexadecimal digits of the rest's SHA-256."""
    keys = {"v": record.v, "seq": record.seq, "id": record.id, "at": record.at, "type": record.type, "data": record.data}
    body = json.dumps(keys, separators=(",", ":"), allow_nan=False).encode()
    return b'%s%s%s"}\n' % (body[:-1], _SUM_KEY, _digest(body))


def decode(line: bytes) -> Record | None:
    """Return the record of a line without its newline; None where the line is damaged.

    A line of a newer version is returned as it is, its checksum unlooked at, for its rules are not known.
    """
    try:
        keys = json.loads(line, parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError):
        return None
    if not isinstance(keys, dict) or not _has_keys(keys):
        return None
    record = Record(keys["seq"], keys["id"], keys["at"], keys["type"], keys["data"], keys["v"])
    return record if record.v > VERSION or _is_sound(line) else None


def _finite(digits: str) -> float:
    """Read a number; `ValueError` for one that no line can hold."""
    number = float(digits)
    if isfinite(number):
        return number
    msg = f"{digits} is no figure"
    raise ValueError(msg)


def _has_keys(keys: Mapping[str, object]) -> bool:
    return all(type(keys.get(name)) is kind for name, kind in _KEYS.items())


def _is_sound(line: bytes) -> bool:
    body, _, digest = line.rpartition(_SUM_KEY)
    return digest == _digest(body + b"}") + b'"}'


def _digest(body: bytes) -> bytes:
    return sha256(body).hexdigest()[:_SUM_DIGITS].encode()
