"""What a check found in one file. Plain."""

from collections.abc import Mapping
from typing import NamedTuple

from pmpath.errors import Problem


class FileCheck(NamedTuple):
    """One file: what it is in a word, None where that is not known; how much is in it; all that is wrong with it."""

    file: str
    what: str | None
    counts: Mapping[str, int]
    problems: tuple[Problem, ...]
    is_missing: bool = False
