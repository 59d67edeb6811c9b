"""An answer sheet to fill in, as commented YAML."""

from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.core.grid import Grid
    from pmpath.model.words import Words

_WIDTH = 96


def sheet_template(grid: "Grid", words: "Words") -> str:
    """Return a sheet with every question as a comment and every answer unknown."""
    return "\n".join(_lines(grid, words)) + "\n"


def _lines(grid: "Grid", words: "Words") -> "Iterator[str]":
    yield from _comment("Answers for pmpath assess --answers FILE. Replace null where you know; null means unknown.", "")
    yield "answers:"
    for question in grid.choices:
        if question in words.competencies:
            yield from _fact(words, question)
        else:
            yield from _comment(words.expectations[question].question)
        yield f"  {question}: null"
    yield from _comment(words.ladder.frame, "")
    for option in words.ladder.answers:
        yield from _comment(f"{option.id}: {option.label}", "")
    yield from _comment("What shows an answer: a list of what was done, with result, who can confirm it, and date.", "")
    yield "evidence: {}"
    yield from _comment("title, environment (startup or corporate), hours_per_week, target (a level)", "")
    yield "context: {}"


def _fact(words: "Words", question: str) -> "Iterator[str]":
    competency = words.competencies[question]
    yield from _comment(competency.question or competency.name)
    if competency.none is not None:
        yield from _comment(f"  none: {competency.none.statement}")
    for part in competency.expectations:
        yield from _comment(f"  {part.level}: {part.question}")


def _comment(text: str, indent: str = "  ") -> "Iterator[str]":
    yield from (f"{indent}# {line}" for line in wrap(text, _WIDTH - len(indent), break_on_hyphens=False))
