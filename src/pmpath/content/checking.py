"""Tells by its content what a file is, and checks it by what is in use: the ladder, the playbooks, our sources."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from pmpath.content.files import read_given, shown_name
from pmpath.content.own import EXTENDS, beside, checked, in_order, read_ladder, references_hold
from pmpath.content.playbooks import read_playbooks
from pmpath.content.reading import read_document
from pmpath.content.references import check_portfolio, check_sources
from pmpath.content.sheets import SheetReader
from pmpath.content.thresholds import KEY, read_thresholds
from pmpath.errors import ContentError, MissingFileError, Problem
from pmpath.model.check import FileCheck
from pmpath.model.ladder import Ladder
from pmpath.model.portfolio import Portfolio
from pmpath.model.sheet import AnswerSheet
from pmpath.model.source import Sources
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pmpath.content.document import Document
    from pmpath.content.library import Library
    from pmpath.model.playbook import Playbooks

Counts = Mapping[str, int]
_ANYWHERE: Final = frozenset(("id", "version", "name"))


class _Given(NamedTuple):
    """A file that is checked, and what it is checked by."""

    content: bytes
    name: str
    document: "Document"
    library: "Library"


Found = tuple[Counts, tuple[Problem, ...]]


def check_file(name: str, library: "Library") -> FileCheck:
    """Return what a file is, how much is in it and all that is wrong with it."""
    shown = shown_name(name)
    try:
        content = read_given(name)
        document = read_document(content, shown)
    except MissingFileError as err:
        message = err.message.removeprefix(f"{shown}: ")
        return FileCheck(shown, None, {}, (Problem(shown, None, None, "", message, err.hint),), is_missing=True)
    except ContentError as err:
        return FileCheck(shown, None, {}, _placed(err.problems))
    what = _recognized(document)
    if what is None:
        return FileCheck(shown, None, {}, (_unknown(document),))
    try:
        counts, problems = _CHECKS[what](_Given(content, shown, document, library))
    except ContentError as err:
        counts, problems = {}, err.problems
    return FileCheck(shown, what, {} if problems else counts, _placed(problems))


def _placed(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return problems with a place each: what is about a file as a whole stands at its beginning."""
    return tuple(one if one.line is not None else one._replace(line=1, column=1) for one in problems)


def _recognized(document: "Document") -> str | None:
    """Return what a file is, by the most keys that it has of each kind."""
    data = document.data if isinstance(document.data, dict) else {}
    if EXTENDS in data:
        return "overlay"
    found = {what: len(data.keys() & keys) for what, keys in _KEYS.items()}
    if isinstance(data.get("answers"), list):
        found["answer sheet"] = 0
    best = max(found, key=lambda what: found[what])
    return best if found[best] else None


def _unknown(document: "Document") -> Problem:
    data = document.data if isinstance(document.data, dict) else {}
    known = sorted({EXTENDS, *(key for keys in _KEYS.values() for key in keys)})
    path = next(((key,) for key in data if did_you_mean(key, known)), ())
    hint = did_you_mean(path[0], known) if path else f"it knows {', '.join(_CHECKS)}; pmpath schema describes them"
    return document.problem(path, "this is no file that pmpath knows", hint)


def _ladder(given: _Given) -> Found:
    own = read_ladder(given.content, given.name, given.library.shipped.as_base())
    ladder = own.ladder
    expectations = sum(len(one.expectations) for one in ladder.competencies)
    counts = {"levels": len(ladder.levels), "competencies": len(ladder.competencies), "expectations": expectations}
    return {**counts, "milestones": len(ladder.milestones)}, own.problems


def _playbooks(given: _Given) -> Found:
    sources = given.library.shipped.as_base().sources
    playbooks, problems = read_playbooks(given.content, given.name, given.library.words.ladder, sources)
    return {"playbooks": len(playbooks.playbooks), "steps": sum(len(one.plan) for one in playbooks.playbooks)}, problems


def _portfolio(given: _Given) -> Found:
    library = given.library
    portfolio, problems = checked(given.document, Portfolio)
    books = cast("Playbooks", _Books(library.playbooks))
    if references_hold(problems):
        sources = library.shipped.as_base().sources
        problems += beside(problems, check_portfolio(given.document, portfolio, books, library.words.ladder, sources))
    return {"kinds": len(portfolio.kinds)}, in_order(problems, [given.name])


class _Books(NamedTuple):
    """Playbooks as a file of them has them."""

    playbooks: "tuple[object, ...]"


def _sources(given: _Given) -> Found:
    sources, problems = checked(given.document, Sources)
    problems += check_sources(given.document, sources) if references_hold(problems) else []
    return {"sources": len(sources.sources)}, in_order(problems, [given.name])


def _thresholds(given: _Given) -> Found:
    known = [one.id for one in given.library.words.ladder.milestones]
    return {"thresholds": len(read_thresholds(given.content, given.name, known))}, ()


def _sheet(given: _Given) -> Found:
    sheet = SheetReader(given.library.grid).read(given.content, given.name)
    return {"answers": len(sheet.answers), "evidence": sum(map(len, sheet.evidence.values()))}, ()


_KEYS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "answer sheet": frozenset(AnswerSheet.model_fields),
        "ladder": frozenset(Ladder.model_fields) - _ANYWHERE - {"sources"},
        "playbooks": frozenset(("playbooks",)),
        "portfolio": frozenset(Portfolio.model_fields) - _ANYWHERE,
        "sources": frozenset(("sources",)),
        "thresholds": frozenset((KEY,)),
    }
)
"""What a file is to the keys by which it is known."""
_CHECKS: Final[Mapping[str, Callable[[_Given], Found]]] = MappingProxyType(
    {
        "ladder": _ladder,
        "overlay": _ladder,
        "playbooks": _playbooks,
        "portfolio": _portfolio,
        "sources": _sources,
        "answer sheet": _sheet,
        "thresholds": _thresholds,
    }
)
"""What a file is to the function that checks it."""
