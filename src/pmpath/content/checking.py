"""Checks a file of any kind by what is in use: the ladder, the playbooks, our sources."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar, cast

from pydantic import BaseModel

from pmpath.content.files import read_given, shown_name
from pmpath.content.fit_answers import read_fit_answers
from pmpath.content.guide_references import check_guides
from pmpath.content.many_sheets import ManySheets
from pmpath.content.offers import read_offer
from pmpath.content.own import beside, checked, in_order, read_ladder, references_hold
from pmpath.content.playbooks import read_playbooks
from pmpath.content.reading import read_document
from pmpath.content.recognizing import LINES, elsewhere, recognized, unknown
from pmpath.content.references import check_portfolio, check_sources
from pmpath.content.rehearsal import check_interview
from pmpath.content.sheets import SheetReader
from pmpath.content.thresholds import read_thresholds
from pmpath.errors import ContentError, MissingFileError, Problem
from pmpath.model.check import FileCheck
from pmpath.model.guide import Guides
from pmpath.model.portfolio import Portfolio
from pmpath.model.practice import Interview
from pmpath.model.source import Sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.content.document import Document
    from pmpath.content.library import Library
    from pmpath.model.playbook import Playbooks

Model = TypeVar("Model", bound=BaseModel)
Counts = Mapping[str, int]
_MANY: Final = "answer sheets"


class _Given(NamedTuple):
    """A file that is checked, and what it is checked by."""

    content: bytes
    name: str
    document: "Document"
    library: "Library"

    @property
    def sources(self) -> Sources:
        """Our sources."""
        return self.library.shipped.as_base().sources


Found = tuple[Counts, tuple[Problem, ...]]


def check_file(name: str, library: "Library") -> FileCheck:
    """Return what a file is, how much is in it and all that is wrong with it."""
    shown = shown_name(name)
    try:
        if name.endswith(LINES):
            return FileCheck(shown, _MANY, {"sheets": len(ManySheets(library.grid).read([name]))}, ())
        content = read_given(name)
        document = read_document(content, shown)
    except MissingFileError as err:
        message = err.message.removeprefix(f"{shown}: ")
        return FileCheck(shown, None, {}, (Problem(shown, None, None, "", message, err.hint),), is_missing=True)
    except ContentError as err:
        problems = tuple(one._replace(hint=one.hint or elsewhere(name)) for one in _placed(err.problems))
        return FileCheck(shown, None, {}, problems)
    what = recognized(document, library)
    if what is None:
        return FileCheck(shown, None, {}, (unknown(document, _CHECKS),))
    try:
        counts, problems = _CHECKS[what](_Given(content, shown, document, library))
    except ContentError as err:
        counts, problems = {}, err.problems
    return FileCheck(shown, what, {} if problems else counts, _placed(problems))


def _placed(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return problems with a place each: what is about a file as a whole stands at its beginning."""
    return tuple(one if one.line is not None else one._replace(line=1, column=1) for one in problems)


def _ladder(given: _Given) -> Found:
    own = read_ladder(given.content, given.name, given.library.shipped.as_base())
    ladder = own.ladder
    expectations = sum(len(one.expectations) for one in ladder.competencies)
    counts = {"levels": len(ladder.levels), "competencies": len(ladder.competencies), "expectations": expectations}
    return {**counts, "milestones": len(ladder.milestones)}, own.problems


def _referring(
    given: _Given, model: type[Model], check: Callable[[Model], "Sequence[Problem]"]
) -> tuple[Model, tuple[Problem, ...]]:
    """Return what a model makes of a file, and what it and a check of its references find wrong."""
    content, problems = checked(given.document, model)
    if references_hold(problems):
        problems += beside(problems, check(content))
    return content, in_order(problems, [given.name])


def _playbooks(given: _Given) -> Found:
    playbooks, problems = read_playbooks(given.content, given.name, given.library.words.ladder, given.sources)
    return {"playbooks": len(playbooks.playbooks), "steps": sum(len(one.plan) for one in playbooks.playbooks)}, problems


def _portfolio(given: _Given) -> Found:
    books = cast("Playbooks", _Books(given.library.playbooks))
    portfolio, problems = _referring(
        given, Portfolio, lambda one: check_portfolio(given.document, one, books, given.library.words.ladder, given.sources)
    )
    return {"kinds": len(portfolio.kinds)}, problems


class _Books(NamedTuple):
    """Playbooks as a file of them has them."""

    playbooks: "tuple[object, ...]"


def _interview(given: _Given) -> Found:
    interview, problems = _referring(
        given, Interview, lambda one: check_interview(given.document, one, given.library.words.ladder, given.sources)
    )
    return {"types": len(interview.types), "prompts": sum(len(one.questions) for one in interview.types)}, problems


def _guides(given: _Given) -> Found:
    guides, problems = _referring(
        given, Guides, lambda one: check_guides(given.document, one, given.library.words.ladder, given.sources)
    )
    return {"topics": len(guides.topics), "figures": len(guides.figures), "questions": len(guides.questions)}, problems


def _sources(given: _Given) -> Found:
    sources, problems = _referring(given, Sources, lambda one: check_sources(given.document, one))
    return {"sources": len(sources.sources)}, problems


def _thresholds(given: _Given) -> Found:
    known = [one.id for one in given.library.words.ladder.milestones]
    return {"thresholds": len(read_thresholds(given.content, given.name, known))}, ()


def _sheet(given: _Given) -> Found:
    sheet = SheetReader(given.library.grid).read(given.content, given.name)
    return {"answers": len(sheet.answers), "evidence": sum(map(len, sheet.evidence.values()))}, ()


def _offer(given: _Given) -> Found:
    return {"parts": len(read_offer(given.content, given.name, given.library.guides.offer.parts).parts)}, ()


def _fit_answers(given: _Given) -> Found:
    return {"answers": len(read_fit_answers(given.content, given.name, given.library.guides.environment.fit))}, ()


_CHECKS: Final[Mapping[str, Callable[[_Given], Found]]] = MappingProxyType(
    {
        "ladder": _ladder,
        "overlay": _ladder,
        "playbooks": _playbooks,
        "portfolio": _portfolio,
        "interview": _interview,
        "guides": _guides,
        "sources": _sources,
        "answer sheet": _sheet,
        "thresholds": _thresholds,
        "offer": _offer,
        "fit answers": _fit_answers,
    }
)
"""What a file is to the function that checks it."""
KINDS: Final = frozenset((*_CHECKS, _MANY))
"""What a file can be."""
