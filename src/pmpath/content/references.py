"""Checks what no single model can see: that ids exist, are unique, and that every statement has its sources."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from pmpath.content.document import Document, Path
from pmpath.content.findings import Finding, all_unknown, duplicates, expectation_ids, source_findings, unknown
from pmpath.errors import Problem
from pmpath.model.ladder import Ladder
from pmpath.model.piece import Code, Hint
from pmpath.model.piece_kind import PieceKind, PieceSection
from pmpath.model.playbook import Playbook, Playbooks
from pmpath.model.portfolio import Portfolio, Saying
from pmpath.model.project import FilledSection, Section
from pmpath.model.source import Sources
from pmpath.model.template import PART_NAMES


def check_ladder(document: Document, ladder: Ladder, sources: Sources) -> list[Problem]:
    """Return what is wrong between the parts of a ladder."""
    findings = [
        *duplicates(("answers",), [answer.id for answer in ladder.answers]),
        *duplicates(("bands",), [band.id for band in ladder.bands]),
        *duplicates(("competencies",), [competency.id for competency in ladder.competencies]),
        *_level_names(ladder),
        *_level_references(ladder),
        *_competencies(ladder),
        *_shifts(ladder),
        *_milestones(ladder),
        *source_findings(ladder, sources),
    ]
    return [document.problem(*finding) for finding in findings]


def check_sources(document: Document, sources: Sources) -> list[Problem]:
    """Return what is wrong between the sources."""
    return [document.problem(*finding) for finding in duplicates(("sources",), [source.key for source in sources.sources])]


def check_playbooks(document: Document, playbooks: Playbooks, ladder: Ladder, sources: Sources) -> list[Problem]:
    """Return what is wrong between playbooks, ladder and sources."""
    names = [name for playbook in playbooks.playbooks for name in (playbook.id, *playbook.aliases)]
    findings = [
        *duplicates(("playbooks",), names),
        *(found for i, playbook in enumerate(playbooks.playbooks) for found in _playbook(("playbooks", i), playbook, ladder)),
        *source_findings(playbooks, sources),
    ]
    return [document.problem(*finding) for finding in findings]


def check_portfolio(
    document: Document, portfolio: Portfolio, playbooks: Playbooks, ladder: Ladder, sources: Sources
) -> list[Problem]:
    """Return what is wrong between kinds of pieces, playbooks, ladder and sources."""
    books = {playbook.id: playbook for playbook in reversed(playbooks.playbooks)}
    findings = [
        *duplicates(("kinds",), [name for kind in portfolio.kinds for name in (kind.id, *kind.aliases)]),
        *(found for i, kind in enumerate(portfolio.kinds) for found in _piece_kind(("kinds", i), kind, books, ladder)),
        *_sayings(("review", "messages"), portfolio.review.messages, Code),
        *_sayings(("review", "hints"), portfolio.review.hints, Hint),
        *source_findings(portfolio, sources),
    ]
    if [part.id for part in portfolio.parts] != list(PART_NAMES):
        findings.append((("parts",), "not the three parts in order", f"give {', '.join(PART_NAMES)}"))
    return [document.problem(*finding) for finding in findings]


def _level_names(ladder: Ladder) -> Iterator[Finding]:
    names = [name for level in ladder.levels for name in (level.id, *level.aliases)]
    yield from duplicates(("levels",), names)
    for i, level in enumerate(ladder.levels):
        yield from unknown(("levels", i, "band"), level.band, [band.id for band in ladder.bands], "band")


def _level_references(ladder: Ladder) -> Iterator[Finding]:
    expectations = expectation_ids(ladder)
    competencies = [competency.id for competency in ladder.competencies]
    facts = [competency.id for competency in ladder.competencies if competency.kind == "fact"]
    for i, level in enumerate(ladder.levels):
        path: Path = ("levels", i)
        must_haves = [f"{must_have}.{level.id}" for must_have in level.must_haves]
        yield from all_unknown((*path, "must_haves"), level.must_haves, facts, "fact")
        yield from all_unknown((*path, "must_haves"), must_haves, expectations, "expectation")
        yield from all_unknown((*path, "core"), level.core, competencies, "competency")
        for lists, field, known, kind in (
            ("responsibilities", "drives", expectations, "expectation"),
            ("habits", "drives", expectations, "expectation"),
            ("headings", "competencies", competencies, "competency"),
        ):
            for j, item in enumerate(getattr(level, lists)):
                yield from all_unknown((*path, lists, j, field), getattr(item, field), known, kind)


def _competencies(ladder: Ladder) -> Iterator[Finding]:
    order = [level.id for level in ladder.levels]
    for i, competency in enumerate(ladder.competencies):
        path: Path = ("competencies", i, "expectations")
        levels = [part.level for part in competency.expectations]
        yield from duplicates(path, levels)
        for j, level in enumerate(levels):
            yield from unknown((*path, j, "level"), level, order, "level")
        if levels != sorted(levels, key=lambda level: order.index(level) if level in order else 0):
            yield path, "levels are not in the order of the ladder", ""
        fact_parts = {competency.question is not None, competency.none is not None}
        if fact_parts != {competency.kind == "fact"}:
            yield ("competencies", i), "facts, and only facts, have `question` and `none`", ""


def _shifts(ladder: Ladder) -> Iterator[Finding]:
    order = [level.id for level in ladder.levels]
    pairs = [(shift.start, shift.to) for shift in ladder.shifts]
    if pairs != list(pairwise(order)):
        yield ("shifts",), "one shift between each two neighboring levels is needed, lowest first", ""


def _milestones(ladder: Ladder) -> Iterator[Finding]:
    order = [level.id for level in ladder.levels]
    yield from duplicates(("milestones",), [milestone.id for milestone in ladder.milestones])
    for i, milestone in enumerate(ladder.milestones):
        path: Path = ("milestones", i)
        yield from unknown((*path, "from"), milestone.start, order, "level")
        yield from unknown((*path, "to"), milestone.to, order, "level")
        yield from all_unknown((*path, "drives"), milestone.drives, expectation_ids(ladder), "expectation")


def _playbook(path: Path, playbook: Playbook, ladder: Ladder) -> Iterator[Finding]:
    expectations = expectation_ids(ladder)
    lists = (("advantages", "helps_with"), ("reframes", "shows"), ("plan", "closes"))
    for name, field in lists:
        for i, item in enumerate(getattr(playbook, name)):
            yield from all_unknown((*path, name, i, field), getattr(item, field), expectations, "expectation")
    for i, gap in enumerate(playbook.gaps):
        yield from unknown((*path, "gaps", i, "expectation"), gap.expectation, expectations, "expectation")
    for i, step in enumerate(playbook.plan):
        if step.only_to is not None:
            yield from unknown((*path, "plan", i, "only_to"), step.only_to, [level.id for level in ladder.levels], "level")
    yield from duplicates((*path, "plan"), [step.id for step in playbook.plan])
    headings = [section.heading for section in playbook.artifact.sections]
    if headings != [section.heading for section in playbook.worked_example.sections]:
        yield (*path, "worked_example"), "has other sections than the artifact", "use the same headings in the same order"


def _piece_kind(path: Path, kind: PieceKind, books: Mapping[str, Playbook], ladder: Ladder) -> Iterator[Finding]:
    yield from all_unknown((*path, "shows"), kind.shows, expectation_ids(ladder), "expectation")
    if [part.part for part in kind.parts] != list(PART_NAMES):
        yield (*path, "parts"), "not the three parts in order", f"give {', '.join(PART_NAMES)}"
    yield from duplicates((*path, "parts"), [section.heading for part in kind.parts for section in part.sections])
    if kind.background is not None:
        yield from unknown((*path, "background"), kind.background, books, "playbook")
    yield from _document(path, kind, books.get(kind.background or ""))


def _document(path: Path, kind: PieceKind, book: Playbook | None) -> Iterator[Finding]:
    """Yield where the template of a kind is not whole, or not that of its playbook."""
    sections = [section for part in kind.parts for section in part.sections]
    own = {one is not None for one in (kind.file, kind.title, kind.example, *(section.prompt for section in sections))}
    if own != {kind.background is None}:
        hint = "a kind with a background has none of them, another kind has all"
        yield path, "file, title, example and prompts do not fit together", hint
    filled = book.artifact if book else kind.example
    if filled is not None:
        yield from _same_headings((*path, "parts"), sections, filled.sections)


def _same_headings(
    path: Path, sections: Iterable[PieceSection], filled: Iterable[Section | FilledSection]
) -> Iterator[Finding]:
    if [section.heading for section in sections] != [one.heading for one in filled]:
        yield path, "has other sections than its example or the document of its playbook", "use the same headings in order"


def _sayings(path: Path, sayings: Iterable[Saying], needed: Iterable[str]) -> Iterator[Finding]:
    """Yield the texts that are given twice, missing or of no use."""
    given = [one.id for one in sayings]
    yield from duplicates(path, given)
    yield from ((path, f"no text for {name}", "") for name in needed if name not in given)
    yield from all_unknown(path, given, needed, "text")
