"""Checks interview practice for what no single model can see: rubrics that are whole, prompts and levels that exist."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, get_args

from pmpath.content.document import Document, Path
from pmpath.content.findings import Finding, all_unknown, duplicates, source_findings, unknown
from pmpath.errors import Problem
from pmpath.model.ladder import Ladder
from pmpath.model.playbook import Playbooks
from pmpath.model.practice import Interview
from pmpath.model.practiced import Message
from pmpath.model.question import QuestionType
from pmpath.model.scoring import CriterionId, DimensionId, PartId
from pmpath.model.source import Sources
from pmpath.model.story import STORY_PARTS

ALWAYS: Final = ("user", "outcome")
"""Parts that every type is looked through for: a user's problem joined to a result."""


def check_interview(document: Document, interview: Interview, ladder: Ladder, sources: Sources) -> list[Problem]:
    """Return what is wrong between types, rubrics, prompts, ladder and sources."""
    types = interview.types
    scoring = interview.scoring
    findings = [
        *duplicates(("types",), [name for one in types for name in (one.id, *one.aliases)]),
        *duplicates(("types",), [question.id for one in types for question in one.questions]),
        *(found for i, one in enumerate(types) for found in _type(("types", i), one, ladder)),
        *_all_in_order(("scoring", "criteria"), [one.id for one in scoring.criteria], get_args(CriterionId)),
        *_all_in_order(("scoring", "dimensions"), [one.id for one in scoring.dimensions], get_args(DimensionId)),
        *_all_in_order(("scoring", "parts"), [one.id for one in scoring.parts], get_args(PartId)),
        *_all_in_order(("stories", "parts"), [one.id for one in interview.stories.parts], STORY_PARTS),
        *_messages(interview),
        *_loop(interview),
        *source_findings(interview, sources.sources),
    ]
    return [document.problem(*finding) for finding in findings]


def check_focus(document: Document, playbooks: Playbooks, interview: Interview) -> list[Problem]:
    """Return which playbooks name a type of question that there is none of."""
    known = [one.id for one in interview.types]
    return [
        document.problem(*finding)
        for i, playbook in enumerate(playbooks.playbooks)
        for j, focus in enumerate(playbook.interview_focus)
        for finding in unknown(("playbooks", i, "interview_focus", j, "type"), focus.type, known, "type of question")
    ]


def _type(path: Path, one: QuestionType, ladder: Ladder) -> Iterator[Finding]:
    levels = [level.id for level in ladder.levels]
    yield from _all_in_order((*path, "rubric"), [anchored.criterion for anchored in one.rubric], get_args(CriterionId))
    yield from duplicates((*path, "steps"), [step.id for step in one.steps])
    yield from duplicates((*path, "needs"), one.needs)
    for name in _absent(one):
        yield (*path, "needs"), f"{name} is missing", "every type asks for a user and an outcome"
    for i, question in enumerate(one.questions):
        yield from all_unknown((*path, "questions", i, "levels"), question.levels, levels, "level")
    for name, answered in (("good", one.good), ("weak", one.weak)):
        yield from unknown((*path, name, "question"), answered.question, [question.id for question in one.questions], "prompt")
    if one.good.question != one.weak.question:
        yield (*path, "weak", "question"), "answers another prompt than the good answer", "both answer the same prompt"


def _absent(one: QuestionType) -> Iterator[str]:
    return (name for name in ALWAYS if name not in one.needs)


def _messages(interview: Interview) -> Iterator[Finding]:
    path: Path = ("scoring", "messages")
    given = [one.id for one in interview.scoring.messages]
    yield from duplicates(path, given)
    yield from ((path, f"no text for {name}", "") for name in Message if name not in given)
    yield from all_unknown(path, given, Message, "text")


def _loop(interview: Interview) -> Iterator[Finding]:
    known = [one.id for one in interview.types]
    yield from duplicates(("loop", "stages"), [stage.id for stage in interview.loop.stages])
    for i, stage in enumerate(interview.loop.stages):
        yield from all_unknown(("loop", "stages", i, "types"), stage.types, known, "type of question")


def _all_in_order(path: Path, given: Sequence[str], wanted: Iterable[str]) -> Iterator[Finding]:
    """Yield that a list is not each of these once, in their order."""
    if list(given) != list(wanted):
        yield path, "not each of them once, in order", f"give {', '.join(wanted)}"
