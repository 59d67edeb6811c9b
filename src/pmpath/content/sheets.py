"""Reads answer sheets: a short test accepts what is plainly valid; the pydantic model decides and explains all else.

Sheets come as YAML or JSON. Ids and words are those of a grid; every problem is reported with its place.
"""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from pmpath.content.bounds import MAX_BYTES
from pmpath.content.document import Data, Document
from pmpath.content.foremost import foremost
from pmpath.core.grid import Grid
from pmpath.errors import ContentError, Problem
from pmpath.model.answer import RANKS, Context, Sheet
from pmpath.model.hours import LEAST_HOURS, MOST_HOURS
from pmpath.model.suggest import did_you_mean

_SHEET_KEYS: Final = frozenset({"answers", "evidence", "context", "rater"})
_EVIDENCE_KEYS: Final = frozenset({"what", "result", "who", "date", "link"})
_ENVIRONMENTS: Final = (None, "startup", "corporate")
_TRUTHS: Final = (bool, type(None))
_MOST_ITEMS: Final = 200
_LONGEST_LINE: Final = 2000


class SheetReader:
    """Reads sheets for one grid. Keeps what it needs to accept many of them fast."""

    def __init__(self, grid: Grid) -> None:
        """Look up the allowed answers of every question once."""
        self._grid = grid
        self._choices = {question: frozenset((*choices, None)) for question, choices in grid.choices.items()}
        self._evidenced = frozenset(cell.id for cell in grid.cells)

    def read(self, content: bytes, name: str) -> Sheet:
        """Return the sheet in a file; raise `ContentError` with every problem in it."""
        is_json = name.endswith(".json") or (not name.endswith((".yaml", ".yml")) and content.lstrip()[:1] == b"{")
        if is_json:
            sheet = self.accept(content)
            if sheet is not None:
                return sheet
        return self._explain(_document(content, name, is_json=is_json))

    def accept(self, content: bytes) -> Sheet | None:
        """Return the sheet in JSON bytes when it is plainly valid; None when the model has to look."""
        if len(content) > MAX_BYTES:
            return None
        try:
            data = _loaded(content.removeprefix(BOM_UTF8).decode())
        except (ValueError, RecursionError):
            return None
        return self.take(data)

    def take(self, data: Any) -> Sheet | None:
        """Return the sheet in data when it is plainly valid; None when the model has to look."""
        return self._sheet(data) if self._is_plain(data) else None

    def _is_plain(self, data: object) -> bool:
        if type(data) is not dict or not data.keys() <= _SHEET_KEYS:
            return False
        answers, evidence, context = data.get("answers"), data.get("evidence"), data.get("context")
        return (
            self._are_plain_answers(answers)
            and self._is_plain_evidence(evidence)
            and self._is_plain_context(context)
            and (data.get("rater") is None or _is_plain_line(data["rater"]))
        )

    def _are_plain_answers(self, answers: object) -> bool:
        if type(answers) is not dict:
            return answers is None
        choices = self._choices
        try:
            return all(word in choices[question] for question, word in answers.items())
        except (KeyError, TypeError):
            return False

    def _is_plain_evidence(self, evidence: object) -> bool:
        if type(evidence) is not dict:
            return evidence is None
        return evidence.keys() <= self._evidenced and all(
            type(items) is list and len(items) <= _MOST_ITEMS and all(map(_is_plain_item, items)) for items in evidence.values()
        )

    def _is_plain_context(self, context: object) -> bool:
        if type(context) is not dict:
            return context is None
        hours, title = context.get("hours_per_week"), context.get("title")
        return (
            context.keys() <= set(Context._fields)
            and (title is None or _is_plain_line(title))
            and context.get("environment") in _ENVIRONMENTS
            and context.get("target") in (None, *self._grid.levels)
            and type(context.get("deeply_technical")) in _TRUTHS
            and (hours is None or (type(hours) in (int, float) and LEAST_HOURS <= hours <= MOST_HOURS))
        )

    def _explain(self, document: Document) -> Sheet:
        """Let the model decide; report what it and the grid refuse, all at once."""
        from pydantic import ValidationError

        from pmpath.content.problems import problems_of
        from pmpath.model.sheet import AnswerSheet

        problems: list[Problem] = []
        try:
            sheet = AnswerSheet.model_validate(document.data)
            data = sheet.model_dump(exclude_none=True)
        except ValidationError as err:
            problems, data = problems_of(err, document, AnswerSheet), {}
        problems = foremost(chain(problems, self._vocabulary_problems(document)))
        if problems:
            raise ContentError("this answer sheet is not valid", problems=tuple(problems))
        return self._sheet(data)

    def _vocabulary_problems(self, document: Document) -> Iterator[Problem]:
        data = document.data if isinstance(document.data, dict) else {}
        answers, evidence, context = (data.get(key) for key in ("answers", "evidence", "context"))
        if isinstance(answers, dict):
            yield from self._answer_problems(document, answers)
        for name in evidence if isinstance(evidence, dict) else ():
            if name not in self._evidenced:
                yield document.problem(("evidence", name), *unknown_id(self._grid, name))
        target = context.get("target") if isinstance(context, dict) else None
        if isinstance(target, str) and target not in self._grid.levels:
            hint = did_you_mean(target, self._grid.levels) or "use one of: " + ", ".join(self._grid.levels)
            yield document.problem(("context", "target"), f'no such level: "{target}"', hint)

    def _answer_problems(self, document: Document, answers: dict[str, Data]) -> Iterator[Problem]:
        for question, word in answers.items():
            if question not in self._choices:
                yield document.problem(("answers", question), *unknown_id(self._grid, question))
            elif isinstance(word, str) and word not in self._choices[question]:
                yield document.problem(("answers", question), *wrong_word(self._grid, question, word))

    def _sheet(self, data: dict[str, Any]) -> Sheet:
        known = {question: word for question, word in (data.get("answers") or {}).items() if word is not None}
        return Sheet(known, data.get("evidence") or {}, Context(**(data.get("context") or {})), data.get("rater"))


def questions_in(content: bytes, name: str) -> list[str]:
    """Return the ids that stand under `answers` in a sheet, answered or not."""
    is_json = name.endswith(".json")
    data = _document(content, name, is_json=is_json).data
    answers = data.get("answers") if isinstance(data, dict) else None
    return list(answers) if isinstance(answers, dict) else []


def unknown_id(grid: Grid, question: str) -> tuple[str, str]:
    """Return message and hint for an id that is no question of the grid."""
    competency, dot, level = question.partition(".")
    facts_first = sorted(grid.cells, key=lambda cell: not cell.is_fact)
    competencies = list(dict.fromkeys(cell.competency for cell in facts_first))
    if competency not in competencies:
        return "no such competency", did_you_mean(competency, competencies) or "use one of: " + ", ".join(competencies)
    if not dot:
        return "the level is missing", f"write {competency}.LEVEL, for example {_first_id(grid, competency)}"
    if competency in grid.choices:
        return "a fact has one answer for all levels", f"write {competency}: and a level id or none"
    levels = [grid.levels[cell.rank - 1] for cell in grid.cells if cell.competency == competency]
    return f"{competency} has no such level", did_you_mean(level, levels) or "use one of: " + ", ".join(levels)


def wrong_word(grid: Grid, question: str, word: str) -> tuple[str, str]:
    """Return message and hint for an answer that the question does not have."""
    choices = grid.choices[question]
    near = "" if question not in dict.fromkeys(cell.competency for cell in grid.cells) else did_you_mean(word, choices)
    kind = "an answer" if choices == tuple(RANKS) else f"a statement of {question}"
    return f'"{word}" is not {kind}', " ".join(filter(None, (near, "use one of: " + ", ".join(choices))))


def _first_id(grid: Grid, competency: str) -> str:
    return next(cell.id for cell in grid.cells if cell.competency == competency)


def _document(content: bytes, name: str, *, is_json: bool) -> Document:
    document = _read(content, name, is_json=is_json and bool(content.strip()))
    if document.data is None:
        problem = Problem(name, None, None, "", "the file is empty", "pmpath assess --template writes a sheet to fill in")
        raise ContentError("this answer sheet is empty", problems=(problem,))
    return document


def _read(content: bytes, name: str, *, is_json: bool) -> Document:
    if is_json:
        from pmpath.content.json_reader import read_json

        return read_json(content, name)
    from pmpath.content.reader import read_yaml

    return read_yaml(content, name)


def _loaded(text: str) -> Any:
    """Return JSON in which no key is given twice, or raise `ValueError`.

    Each key has a colon of its own: where there are no more of them than keys that were kept, none was given twice.
    """
    data = json.loads(text)
    parts = [part for part in data.values() if type(part) is dict] if type(data) is dict else []
    if type(data) is dict and text.count(":") == len(data) + sum(map(len, parts)):
        return data
    return json.loads(text, object_pairs_hook=_unique)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        msg = "a key is given twice"
        raise ValueError(msg)
    return found


def _is_plain_item(item: object) -> bool:
    return (
        type(item) is dict
        and bool(item.get("what"))
        and item.keys() <= _EVIDENCE_KEYS
        and all(map(_is_plain_line, item.values()))
    )


def _is_plain_line(line: object) -> bool:
    return type(line) is str and line.isprintable() and len(line) <= _LONGEST_LINE
