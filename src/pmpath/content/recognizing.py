"""Tells by its content what a file is. Knows the keys of each kind of file, not what may stand below them."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pmpath.content.own import EXTENDS
from pmpath.content.thresholds import KEY
from pmpath.model.guide import Guides
from pmpath.model.ladder import Ladder
from pmpath.model.portfolio import Portfolio
from pmpath.model.practice import Interview
from pmpath.model.sheet import AnswerSheet
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pmpath.content.document import Data, Document
    from pmpath.content.library import Library
    from pmpath.errors import Problem

LINES: Final = (".jsonl", ".ndjson")
"""How the names of files end that hold one sheet a line."""
_ANYWHERE: Final = frozenset(("id", "version", "name"))
_KEYS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "answer sheet": frozenset(AnswerSheet.model_fields),
        "ladder": frozenset(Ladder.model_fields) - _ANYWHERE - {"sources"},
        "playbooks": frozenset(("playbooks",)),
        "portfolio": frozenset(Portfolio.model_fields) - _ANYWHERE,
        "interview": frozenset(Interview.model_fields) - _ANYWHERE,
        "guides": frozenset(Guides.model_fields) - _ANYWHERE,
        "sources": frozenset(("sources",)),
        "thresholds": frozenset((KEY,)),
        "offer": frozenset(("currency", "parts")),
    }
)
"""What a file is to the keys by which it is known."""
_OTHERWISE: Final[Mapping[tuple[str, str], type]] = MappingProxyType(
    {("answer sheet", "answers"): list, ("offer", "parts"): list, ("portfolio", "parts"): dict}
)
"""Where two kinds of files share a key: what stands below it in the other one."""
_ELSEWHERE: Final = {
    (".md", ".markdown"): "pmpath portfolio review FILE looks at a piece of a portfolio",
    LINES: "pmpath data check looks at what is kept, pmpath team and assess --jsonl read one sheet a line",
}
"""How a name ends to what reads such a file."""


def recognized(document: "Document", library: "Library") -> str | None:
    """Return what a file is, by the most keys that it has of each kind; None where it has none of any."""
    data = _fields(document.data)
    if EXTENDS in data:
        return "overlay"
    found = {what: sum(_speaks_for(what, key, data[key]) for key in data) for what in _KEYS}
    best = max(found, key=lambda what: found[what])
    if best == "answer sheet" and _is_about_fit(data, library):
        return "fit answers"
    return best if found[best] else None


def unknown(document: "Document", kinds: Collection[str]) -> "Problem":
    """Return what is said of a file that is none of the kinds: the word that is nearly one, or what there is."""
    known = sorted({EXTENDS, *(key for keys in _KEYS.values() for key in keys)})
    path = next(((key,) for key in _fields(document.data) if did_you_mean(key, known)), ())
    hint = did_you_mean(path[0], known) if path else f"it knows {', '.join(kinds)}; pmpath schema describes them"
    return document.problem(path, "this is no file that pmpath knows", elsewhere(document.name) or hint)


def elsewhere(name: str) -> str:
    """Return which command reads a file that is told by its name alone; nothing where its content says what it is."""
    return next((hint for ends, hint in _ELSEWHERE.items() if name.endswith(ends)), "")


def _fields(data: "Data") -> "dict[str, Data]":
    return data if isinstance(data, dict) else {}


def _speaks_for(what: str, key: str, value: "Data") -> bool:
    """Say whether a key, with what stands below it, makes a file one of a kind."""
    other = _OTHERWISE.get((what, key))
    return key in _KEYS[what] and (other is None or not isinstance(value, other))


def _is_about_fit(data: "dict[str, Data]", library: "Library") -> bool:
    """Say whether answers are those to the questions of fit: more of their ids are than are questions of the ladder."""
    ids = _fields(data.get("answers")).keys()
    if not ids - library.grid.choices.keys():
        return False
    return len(ids & {one.id for one in library.guides.environment.fit}) > len(ids & library.grid.choices.keys())
