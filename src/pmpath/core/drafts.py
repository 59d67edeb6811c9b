"""Fits an interview that was kept to the ladder of today, which may have changed since."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TypeVar

from pmpath.core.grid import Grid
from pmpath.model.answer import Sheet
from pmpath.model.draft import Draft

Lines = TypeVar("Lines")


def fit(grid: Grid, draft: Draft) -> tuple[Draft, tuple[str, ...]]:
    """Return the draft with what the ladder still knows, and the ids of the answers that it does not."""
    before = draft.given
    asked = {name: word for name, word in draft.asked.items() if _fits(grid, name, word)}
    answers = {name: word for name, word in before.answers.items() if _fits(grid, name, word)}
    context = before.context._replace(target=_level(grid, before.context.target))
    fitted = draft._replace(
        asked=asked,
        again={name: reason for name, reason in draft.again.items() if name in answers},
        given=Sheet(answers, _shown(grid, before.evidence), context),
        evidence=_shown(grid, draft.evidence),
        target=_level(grid, draft.target),
    )
    dropped = (*_gone(draft.asked, asked), *_gone(before.answers, answers))
    return fitted, tuple(dict.fromkeys(dropped))


def _fits(grid: Grid, question: str, word: str | None) -> bool:
    return question in grid.choices and word in (None, *grid.choices[question])


def _gone(before: Iterable[str], now: Container[str]) -> Iterator[str]:
    return (name for name in before if name not in now)


def _shown(grid: Grid, evidence: Mapping[str, Lines]) -> dict[str, Lines]:
    return {name: lines for name, lines in evidence.items() if name in grid.index}


def _level(grid: Grid, level: str | None) -> str | None:
    return level if level in grid.levels else None
