"""Reads answer sheets: a short test accepts what is plainly valid; the pydantic model decides and explains all else.

Sheets come as YAML or JSON. Ids and words are those of a grid; every problem is reported with its place.
"""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, Final, NamedTuple

from pmpath.content.bounds import MAX_BYTES
from pmpath.content.document import Data, Document
from pmpath.content.foremost import foremost
from pmpath.core.grid import Grid
from pmpath.core.states import States
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
_LOOSE_COLON: Final = re.compile(rb'"\s+:')


def _parsed(content: bytes) -> Any:
    return json.loads(content.removeprefix(BOM_UTF8).decode())


class Placing(NamedTuple):
    """What of a sheet places it: the states of its answers, and the target that it names."""

    states: States
    target: str | None


class SheetReader:
    """Reads sheets for one grid. Keeps what it needs to accept many of them fast."""

    def __init__(self, grid: Grid, parse: Callable[[bytes], Any] = _parsed) -> None:
        """Look up what is allowed once; `parse` reads JSON and raises `ValueError` for what is none."""
        self._grid = grid
        self._parse = parse
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
        return self.take(self.plain_json(content))

    def take(self, data: Any) -> Sheet | None:
        """Return the sheet in data when it is plainly valid; None when the model has to look."""
        return self._sheet(data) if self.placing(data) else None

    def plain_json(self, content: bytes) -> Any:
        """Return JSON in which no key is given twice; None when that has to be looked at."""
        if len(content) > MAX_BYTES:
            return None
        try:
            data = self._parse(content)
        except (ValueError, RecursionError):
            return None
        return data if _is_each_key_given_once(content, data) else _read_strictly(content)

    def placing(self, data: Any) -> Placing | None:
        """Return what placing needs; None where something is not plainly valid."""
        if type(data) is not dict or not data.keys() <= _SHEET_KEYS:
            return None
        answers = data.get("answers")
        if type(answers) is not dict and answers is not None:
            return None
        try:
            states = self._grid.states_of_known(answers or {})
        except (KeyError, TypeError):
            return None
        if len(data) > ("answers" in data) and not self._is_plain_beside(data):
            return None
        context = data.get("context")
        return Placing(states, context.get("target") if context else None)

    def _is_plain_beside(self, data: Mapping[str, Any]) -> bool:
        """Say whether what stands beside the answers is plainly valid."""
        rater = data.get("rater")
        return (
            self._is_plain_evidence(data.get("evidence"))
            and self._is_plain_context(data.get("context"))
            and (rater is None or _is_plain_line(rater))
        )

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
            if question not in self._grid.choices:
                yield document.problem(("answers", question), *unknown_id(self._grid, question))
            elif isinstance(word, str) and word not in self._grid.choices[question]:
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


def _is_each_key_given_once(content: bytes, data: object) -> bool:
    """Say whether it is plain that JSON gives no key twice.

    Each key has a colon of its own: where there are no more of them than keys that were kept, none was given twice. Texts hold
    colons too; behind a quote they only do where that is escaped.
    """
    if type(data) is not dict:
        return False
    keys = _keys_in(data)
    return content.count(b":") == keys or (content.count(b'":') == keys and not _LOOSE_COLON.search(content))


def _keys_in(data: Mapping[str, object]) -> int:
    """Count the keys of a sheet, or fewer where it is none."""
    parts = [part for part in data.values() if type(part) is dict]
    evidence = data.get("evidence")
    lists = [items for items in evidence.values() if type(items) is list] if type(evidence) is dict else ()
    return len(data) + sum(map(len, parts)) + sum(len(item) for items in lists for item in items if type(item) is dict)


def _read_strictly(content: bytes) -> Any:
    """Return JSON that gives no key twice, else None."""
    try:
        return json.loads(content, object_pairs_hook=_unique)
    except (ValueError, RecursionError):
        return None


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
