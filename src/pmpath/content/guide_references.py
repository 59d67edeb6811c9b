"""Checks between the parts of the guides: that what they name exists, and that every figure is shown and shown once."""

from collections.abc import Iterator

from pmpath.content.document import Document, Path
from pmpath.content.findings import Finding, all_unknown, duplicates, expectation_ids, source_findings, unknown
from pmpath.errors import Problem
from pmpath.model.blank import blanks
from pmpath.model.environment import Environment
from pmpath.model.guide import NEEDED, Guides, Topic
from pmpath.model.ladder import Ladder
from pmpath.model.source import Sources

FIRST_DIFFERENCES = ("scope", "autonomy")


def check_guides(document: Document, guides: Guides, ladder: Ladder, sources: Sources) -> list[Problem]:
    """Return what is wrong between guides, ladder and sources."""
    findings = [
        *_topics(guides, ladder),
        *_figures(guides, ladder),
        *_environment(guides.environment, ladder),
        *duplicates(("offer", "parts"), [part.id for part in guides.offer.parts]),
        *duplicates(("boards",), [board.id for board in guides.boards]),
        *_questions(guides),
        *_of_competencies(guides, ladder),
        *source_findings(guides, sources.sources),
    ]
    return [document.problem(*finding) for finding in findings]


def _topics(guides: Guides, ladder: Ladder) -> Iterator[Finding]:
    given = [topic.id for topic in guides.topics]
    yield from duplicates(("topics",), [name for topic in guides.topics for name in (topic.id, *topic.aliases)])
    yield from ((("topics",), f"no topic {name}", "") for name in NEEDED if name not in given)
    figures = [figure.id for figure in guides.figures]
    for i, topic in enumerate(guides.topics):
        path: Path = ("topics", i)
        yield from _topic(path, topic, figures)
        levels, expectations = [level.id for level in ladder.levels], expectation_ids(ladder)
        yield from all_unknown((*path, "links", "levels"), topic.links.levels, levels, "level")
        yield from all_unknown((*path, "links", "expectations"), topic.links.expectations, expectations, "expectation")


def _of_competencies(guides: Guides, ladder: Ladder) -> Iterator[Finding]:
    given = [topic.id for topic in guides.topics]
    missing = [one for one in ladder.competencies if one.guide and one.guide not in given]
    yield from ((("topics",), f"no topic {one.guide}, which {one.id} names", "") for one in missing)


def _topic(path: Path, topic: Topic, figures: list[str]) -> Iterator[Finding]:
    yield from duplicates((*path, "passages"), [passage.id for passage in topic.passages])
    yield from duplicates((*path, "passages"), [point.id for passage in topic.passages for point in passage.points])
    for name in blanks(topic.short):
        yield from unknown((*path, "short"), name, figures, "figure")
    for j, passage in enumerate(topic.passages):
        yield from all_unknown((*path, "passages", j, "figures"), passage.figures, figures, "figure")
        for k, point in enumerate(passage.points):
            for name in blanks(f"{point.text} {point.action}"):
                yield from unknown((*path, "passages", j, "points", k), name, figures, "figure")


def _figures(guides: Guides, ladder: Ladder) -> Iterator[Finding]:
    shown = [name for topic in guides.topics for passage in topic.passages for name in passage.figures]
    yield from duplicates(("figures",), [figure.id for figure in guides.figures])
    yield from duplicates(("topics",), shown)
    for i, figure in enumerate(guides.figures):
        if figure.id not in shown:
            yield ("figures", i), f"figure {figure.id} is shown nowhere", "name it in a passage"
        if figure.level is not None:
            yield from unknown(("figures", i, "level"), figure.level, [level.id for level in ladder.levels], "level")


def _environment(environment: Environment, ladder: Ladder) -> Iterator[Finding]:
    path: Path = ("environment",)
    names = [difference.id for difference in environment.differences]
    yield from duplicates((*path, "differences"), names)
    if tuple(names[:2]) != FIRST_DIFFERENCES:
        yield (*path, "differences"), "scope and autonomy come first", ""
    yield from duplicates((*path, "fit"), [question.id for question in environment.fit])
    for i, question in enumerate(environment.fit):
        yield from duplicates((*path, "fit", i, "choices"), [choice.id for choice in question.choices])
    yield from duplicates((*path, "hats"), [hat.id for hat in (*environment.hats, *environment.stages)])
    for name, hats in (("hats", environment.hats), ("stages", environment.stages)):
        for i, hat in enumerate(hats):
            yield from all_unknown((*path, name, i, "expectations"), hat.expectations, expectation_ids(ladder), "expectation")


def _questions(guides: Guides) -> Iterator[Finding]:
    yield from duplicates(("questions",), [asked.id for asked in guides.questions])
    topics = [topic.id for topic in guides.topics]
    for i, asked in enumerate(guides.questions):
        yield from unknown(("questions", i, "topic"), asked.topic, topics, "topic")
        if asked.topic == "faq":
            yield ("questions", i, "topic"), "a question is answered by another topic", ""
