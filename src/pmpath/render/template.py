"""An answer sheet to fill in, as commented YAML: empty, or with what is answered so far."""

import json
from textwrap import wrap
from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath.model.answer import EMPTY_SHEET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.core.grid import Grid
    from pmpath.model.answer import Sheet
    from pmpath.model.words import Words

_WIDTH = 96
_OPENING: Final = ("Answers for pmpath assess --answers FILE. Replace null where you know; null means unknown.",)
_SECOND_VIEW: Final = (
    'This sheet is about the work of the person who gave it to you. "You" in the questions is that person.',
    "Answer by what you have seen yourself. Replace null where you know; null means you cannot tell.",
    "In a terminal: pmpath assess --rater FILE. Then give the file back; nothing of it is kept elsewhere.",
)


class Template(NamedTuple):
    """What a sheet to fill in holds: which questions in which order, what is answered so far, who answers."""

    questions: "Sequence[str]"
    sheet: "Sheet" = EMPTY_SHEET


def sheet_template(grid: "Grid", words: "Words") -> str:
    """Return a sheet with every question as a comment and every answer unknown."""
    return _written(Template(list(grid.choices)), words, _OPENING)


def second_view_template(template: Template, words: "Words") -> str:
    """Return a sheet for somebody who knows the person's work."""
    return _written(template, words, _SECOND_VIEW)


def template_json(template: Template) -> str:
    """Return a sheet as a JSON document that can be read as one."""
    sheet = template.sheet
    parts = {
        "rater": sheet.rater,
        "answers": {question: sheet.answers.get(question) for question in template.questions},
        "evidence": {name: [dict(item) for item in items] for name, items in sheet.evidence.items()},
        "context": _context(sheet),
    }
    return json.dumps(parts, indent=2) + "\n"


def _written(template: Template, words: "Words", opening: "Sequence[str]") -> str:
    return "\n".join(_lines(template, words, opening)) + "\n"


def _lines(template: Template, words: "Words", opening: "Sequence[str]") -> "Iterator[str]":
    sheet = template.sheet
    for text in opening:
        yield from _comment(text, "")
    if sheet.rater is not None:
        yield f"rater: {json.dumps(sheet.rater)}"
    yield "answers:"
    for question in template.questions:
        yield from _fact(words, question) if question in words.competencies else _behavior(words, question)
        yield f"  {question}: {sheet.answers.get(question, 'null')}"
    yield from _comment(words.ladder.frame, "")
    yield from (line for option in words.ladder.answers for line in _comment(f"{option.id}: {option.label}", ""))
    yield from _comment("What shows an answer: a list of what was done, with result, who can confirm it, date and link.", "")
    yield from _evidence(sheet)
    yield from _comment(
        "title, environment (startup or corporate), deeply_technical (true or false: the product itself), hours_per_week, "
        "target (a level)",
        "",
    )
    yield f"context: {json.dumps(_context(sheet))}"


def _context(sheet: "Sheet") -> "dict[str, str | float]":
    return {name: value for name, value in sheet.context._asdict().items() if value is not None}


def _evidence(sheet: "Sheet") -> "Iterator[str]":
    """Yield the evidence, each text as a JSON string, which is YAML too."""
    if not sheet.evidence:
        yield "evidence: {}"
        return
    yield "evidence:"
    for name, items in sheet.evidence.items():
        yield f"  {name}:"
        for item in items:
            yield f"    - {json.dumps(dict(item))}"


def _behavior(words: "Words", question: str) -> "Iterator[str]":
    yield from _comment(words.expectations[question].question)


def _fact(words: "Words", question: str) -> "Iterator[str]":
    competency = words.competencies[question]
    yield from _comment(competency.question or competency.name)
    if competency.none is not None:
        yield from _comment(f"  none: {competency.none.statement}")
    for part in competency.expectations:
        yield from _comment(f"  {part.level}: {part.question}")


def _comment(text: str, indent: str = "  ") -> "Iterator[str]":
    yield from (f"{indent}# {line}" for line in wrap(text, _WIDTH - len(indent), break_on_hyphens=False))
