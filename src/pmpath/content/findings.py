"""Findings that every check of content may make: ids given twice, ids that lead nowhere, statements without their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmpath.content.document import Path
from pmpath.content.leaving import parts_of
from pmpath.model.base import Sourced
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from pmpath.model.ladder import Ladder
    from pmpath.model.source import Source

_SOURCES_NEEDED = {"article": 1, "reconstructed": 2, "extension": 1, "default": 0, "own": 0}

Finding = tuple[Path, str, str]


def expectation_ids(ladder: Ladder) -> list[str]:
    """Return the ids of all expectations, `competency.level`."""
    return [f"{competency.id}.{part.level}" for competency in ladder.competencies for part in competency.expectations]


def duplicates(path: Path, names: Iterable[str]) -> Iterator[Finding]:
    """Yield each name that stands twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield path, f"{name} is given twice", "each id and alias belongs to one entry"
        seen.add(name)


def unknown(path: Path, name: str, known: Iterable[str], kind: str) -> Iterator[Finding]:
    """Yield a name that is none of those that are known."""
    known = list(known)
    if name not in known:
        yield path, f"no such {kind}: {name}", did_you_mean(name, known)


def all_unknown(path: Path, names: Iterable[str], known: Iterable[str], kind: str) -> Iterator[Finding]:
    """Yield each name of a list that is none of those that are known."""
    known = list(known)
    for i, name in enumerate(names):
        yield from unknown((*path, i), name, known, kind)


def source_findings(content: BaseModel, sources: Iterable[Source]) -> Iterator[Finding]:
    """Yield statements whose sources are unknown, or too few for their origin."""
    known = [source.key for source in sources]
    for path, part in parts_of(content):
        if not isinstance(part, Sourced):
            continue
        keys = part.sources
        yield from all_unknown((*path, "sources"), keys, known, "source")
        if len(set(keys)) < _SOURCES_NEEDED[part.origin]:
            yield (
                path,
                f"too few sources for origin {part.origin}",
                f"name {_SOURCES_NEEDED[part.origin]} or more of sources.yaml",
            )
