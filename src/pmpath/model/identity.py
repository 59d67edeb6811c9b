"""Which ladder a result was computed with."""

from typing import NamedTuple


class LadderIdentity(NamedTuple):
    """Id and version of a ladder, and the SHA-256 of the bytes of its YAML file in hexadecimal."""

    id: str
    version: str
    sha256: str
