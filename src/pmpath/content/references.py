"""Checks what no single model can see: that ids exist, are unique, and that every statement has its sources.

Models are named in annotations only, so that a ladder is checked without loading those of playbooks and pieces.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from pmpath.content.bounds import MAX_PROBLEMS
from pmpath.content.findings import Finding, all_unknown, duplicates, expectation_ids, source_findings, unknown
from pmpath.content.leaving import left_out
from pmpath.model.answer import NONE, RANKS
from pmpath.model.piece import Code, Hint
from pmpath.model.template import PART_NAMES
from pmpath.model.words import ASPIRING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pmpath.content.document import Path, Placed
    from pmpath.errors import Problem
    from pmpath.model.ladder import Ladder
    from pmpath.model.piece_kind import PieceKind, PieceSection
    from pmpath.model.playbook import Playbook, Playbooks
    from pmpath.model.portfolio import Portfolio, Saying
    from pmpath.model.project import FilledSection, Section
    from pmpath.model.source import Source, Sources

_RESERVED = {NONE, ASPIRING, *RANKS}
"""Words of answers and results, which no level may be called by."""


def check_ladder(document: Placed, ladder: Ladder, sources: Sources, *, own: bool = False) -> list[Problem]:
    """Return what is wrong between the parts of a ladder; one's `own` may leave out what the shipped one has."""
    findings = chain(
        duplicates(("answers",), [answer.id for answer in ladder.answers]),
        duplicates(("bands",), [band.id for band in ladder.bands]),
        duplicates(("competencies",), [competency.id for competency in ladder.competencies]),
        _level_names(ladder),
        _level_references(ladder),
        _room(ladder),
        _competencies(ladder),
        _own_shifts(ladder) if own else _shifts(ladder),
        _settings(ladder),
        _milestones(ladder),
        duplicates(("sources",), [source.key for source in known_sources(ladder, sources)]),
        source_findings(ladder, known_sources(ladder, sources)),
        () if own else left_out(ladder),
    )
    return _located(document, findings)


def check_sources(document: Placed, sources: Sources) -> list[Problem]:
    """Return what is wrong between the sources."""
    return [document.problem(*finding) for finding in duplicates(("sources",), [source.key for source in sources.sources])]


def known_sources(ladder: Ladder, sources: Sources) -> list[Source]:
    """Return the sources that a ladder may cite: all of ours, and its own."""
    return [*sources.sources, *(ladder.sources or ())]


def check_playbooks(
    document: Placed, playbooks: Playbooks, ladder: Ladder, sources: Sources, *, own: bool = False
) -> list[Problem]:
    """Return what is wrong between playbooks, ladder and sources; one's `own` need not say where statements come from."""
    names = [name for playbook in playbooks.playbooks for name in (playbook.id, *playbook.aliases)]
    findings = chain(
        duplicates(("playbooks",), names),
        (found for i, playbook in enumerate(playbooks.playbooks) for found in _playbook(("playbooks", i), playbook, ladder)),
        source_findings(playbooks, known_sources(ladder, sources)),
        () if own else left_out(playbooks),
    )
    return _located(document, findings)


def check_portfolio(
    document: Placed, portfolio: Portfolio, playbooks: Playbooks, ladder: Ladder, sources: Sources
) -> list[Problem]:
    """Return what is wrong between kinds of pieces, playbooks, ladder and sources."""
    books = {playbook.id: playbook for playbook in reversed(playbooks.playbooks)}
    findings = [
        *duplicates(("kinds",), [name for kind in portfolio.kinds for name in (kind.id, *kind.aliases)]),
        *(found for i, kind in enumerate(portfolio.kinds) for found in _piece_kind(("kinds", i), kind, books, ladder)),
        *_sayings(("review", "messages"), portfolio.review.messages, Code),
        *_sayings(("review", "hints"), portfolio.review.hints, Hint),
        *source_findings(portfolio, known_sources(ladder, sources)),
        *left_out(portfolio),
    ]
    if [part.id for part in portfolio.parts] != list(PART_NAMES):
        findings.append((("parts",), "not the three parts in order", f"give {', '.join(PART_NAMES)}"))
    return [document.problem(*finding) for finding in findings]


def _located(document: Placed, findings: Iterable[Finding]) -> list[Problem]:
    """Return findings with their places, no more of them than anybody reads: each may take a search for the nearest word."""
    return [document.problem(*finding) for finding in islice(findings, MAX_PROBLEMS + 1)]


def _level_names(ladder: Ladder) -> Iterator[Finding]:
    names = [name for level in ladder.levels for name in (level.id, *level.aliases)]
    yield from duplicates(("levels",), names)
    for i, level in enumerate(ladder.levels):
        if level.id in _RESERVED:
            yield ("levels", i, "id"), f"{level.id} means something else already", "call the level otherwise"
        if level.band is not None:
            yield from unknown(("levels", i, "band"), level.band, [band.id for band in ladder.bands], "band")
        elif any(other.band is not None for other in ladder.levels):
            yield ("levels", i), "this level has no band, others have one", "give each level a band, or none"


def _room(ladder: Ladder) -> Iterator[Finding]:
    """Yield the levels at which placement has nothing to go by."""
    by_level = Counter(part.level for competency in ladder.competencies for part in competency.expectations)
    for i, level in enumerate(ladder.levels):
        if by_level[level.id] <= len(level.must_haves):
            hint = f"give a competency an expectation at {level.id} that is no must-have"
            yield ("levels", i), "nothing is expected at this level beside its must-haves", hint
        if not level.must_haves and any(other.must_haves for other in ladder.levels):
            yield (
                ("levels", i),
                "this level has no must-have, others have one",
                "name a fact in must_haves at each level, or at none",
            )


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


def _settings(ladder: Ladder) -> Iterator[Finding]:
    behaviors = [competency.id for competency in ladder.competencies if competency.kind == "behavior"]
    yield from duplicates(("settings",), [rule.id for rule in ladder.settings])
    for i, rule in enumerate(ladder.settings):
        yield from all_unknown(("settings", i, "later"), rule.later, behaviors, "behavior")


def _own_shifts(ladder: Ladder) -> Iterator[Finding]:
    """Yield the shifts that lead from no level to the one above it, or do so twice."""
    neighbors = list(pairwise(level.id for level in ladder.levels))
    seen: list[tuple[str, str]] = []
    for i, shift in enumerate(ladder.shifts):
        pair = (shift.start, shift.to)
        if pair not in neighbors:
            yield (
                ("shifts", i),
                f"{shift.start} and {shift.to} are no neighbors",
                "a shift leads from a level to the one above it",
            )
        elif pair in seen:
            yield ("shifts", i), f"the shift from {shift.start} to {shift.to} is given twice", "give each shift once"
        seen.append(pair)


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
