"""What a line of each type says. One that says something else was not written by pmpath, whatever its checksum."""

from collections.abc import Callable, Mapping
from math import inf
from typing import Any, Final

from pmpath.journal.line import Type
from pmpath.model.answer import Context
from pmpath.model.day import last_day_of
from pmpath.model.evidence import LINES
from pmpath.model.hours import LEAST_HOURS, MOST_HOURS
from pmpath.model.plan import Stage, State
from pmpath.model.practiced import How
from pmpath.model.story import STORY_PARTS

Shape = Callable[[object], bool]

MOST_HOURS_OF_A_TASK: Final = 200
MOST_WEEKS: Final = 520
MOST_TASKS: Final = 500
LAST_YEAR: Final = "9000"
"""A plan that begins later would end beyond the calendar."""


def is_written_by_us(kind: str, data: Mapping[str, Any]) -> bool:
    """Say whether a line of a type can say this; what a type of a newer program says is not known."""
    forms = _FORMS.get(kind)
    if forms is None:
        return True
    form = next((form for key, form in forms.items() if key in data), None)
    return form(data) if form is not None else kind == Type.DRAFT  # a draft that answers nothing says nothing


def _text(value: object) -> bool:
    return isinstance(value, str)


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _day(value: object) -> bool:
    return isinstance(value, str) and last_day_of(value) == value and value < LAST_YEAR


def _number(least: float, most: float) -> Shape:
    return lambda value: isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most


def _whole(least: int, most: float) -> Shape:
    return lambda value: type(value) is int and least <= value <= most


def _word(*words: str) -> Shape:
    return lambda value: value in words


def _maybe(shape: Shape) -> Shape:
    return lambda value: value is None or shape(value)


def _list(shape: Shape, most: float = inf) -> Shape:
    return lambda value: isinstance(value, list) and len(value) <= most and all(map(shape, value))


def _mapping(shape: Shape) -> Shape:
    return lambda value: isinstance(value, dict) and all(map(shape, value.values()))


def _fields(given: Mapping[str, Shape], further: Mapping[str, Shape] | None = None, *, only: bool = False) -> Shape:
    """Return the shape of a mapping with these fields, `further` ones where they are there, no other where `only` is true."""
    known = {**given, **(further or {})}

    def fits(value: object) -> bool:
        if not isinstance(value, dict) or (only and not value.keys() <= known.keys()):
            return False
        return given.keys() <= value.keys() and all(shape(value[name]) for name, shape in known.items() if name in value)

    return fits


_LADDER: Final = _fields({"id": _text, "version": _text, "sha256": _text})
_MAYBE_TEXT: Final = _maybe(_text)
_TEXTS: Final = _list(_text)
_LINES: Final = _fields({}, dict.fromkeys(LINES, _MAYBE_TEXT))
_ITEM: Final = _fields({"shows": _TEXTS}, dict.fromkeys(LINES, _MAYBE_TEXT))
_PARTS: Final = _fields({}, dict.fromkeys(STORY_PARTS, _MAYBE_TEXT))
_HOURS: Final = _number(LEAST_HOURS, MOST_HOURS)
_CONTEXT: Final = _fields(
    {},
    {
        **dict.fromkeys(Context._fields, _MAYBE_TEXT),
        "hours_per_week": _maybe(_HOURS),
        "deeply_technical": _maybe(_flag),
    },
    only=True,
)
_SHEET: Final = _fields({"answers": _mapping(_text), "evidence": _mapping(_list(_LINES)), "context": _CONTEXT})
_ASSESSMENT: Final = _fields(
    {
        "ladder": _LADDER,
        "sheet": _SHEET,
        **dict.fromkeys(("role", "level", "goal"), _MAYBE_TEXT),
        **dict.fromkeys(("met", "needed"), _maybe(_whole(0, inf))),
        "because": _TEXTS,
        "next_steps": _TEXTS,
    }
)
_TRANSITION: Final = _fields({"ladder": _LADDER, "sheet": _SHEET, "background": _text})
_BEGUN_DRAFT: Final = _fields(
    {"ladder": _LADDER, "depth": _text, "target": _MAYBE_TEXT, "given": _SHEET}, {"again": _mapping(_text)}
)
_TASK: Final = _fields(
    {
        "id": _text,
        "hours": _number(0, MOST_HOURS_OF_A_TASK),
        "lead_weeks": _whole(0, MOST_WEEKS),
        "needs_yes": _flag,
    }
)
_PLAN: Final = _fields(
    {
        "ladder": _LADDER,
        "to": _text,
        "hours": _HOURS,
        "start": _day,
        "by": _maybe(_day),
        "environment": _MAYBE_TEXT,
        "tasks": _list(_TASK, MOST_TASKS),
        "is_settled": _flag,
    },
    {"deeply_technical": _maybe(_flag)},
)
_STEP: Final = _fields(
    {"task": _text},
    {
        "state": _word(*State),
        "why": _MAYBE_TEXT,
        "stage": _word(*Stage),
        "note": _text,
        "answer": _MAYBE_TEXT,
        "evidence": _list(_ITEM),
        "ladder": _MAYBE_TEXT,
    },
)
_CHECKIN: Final = _fields({"steps": _list(_STEP), "evidence": _list(_ITEM)}, {"ladder": _MAYBE_TEXT})
_ROUND: Final = _fields(
    {"type": _text, "question": _text, "level": _text},
    {"setting": _MAYBE_TEXT, "minutes": _maybe(_whole(0, inf)), "hard": _flag},
    only=True,
)
_PRACTICED: Final = _fields(
    {"of": _text},
    {
        "text": _text,
        "how": _word(*How),
        "seconds": _maybe(_whole(0, inf)),
        "score": _mapping(_whole(1, 3)),
        "story": _text,
    },
)
_FORMS: Final[Mapping[str, Mapping[str, Shape]]] = {
    Type.ASSESSMENT: {"sheet": _ASSESSMENT},
    Type.TRANSITION: {"sheet": _TRANSITION},
    Type.DRAFT: {
        "begin": _fields({"begin": _BEGUN_DRAFT}),
        "question": _fields({"interview": _text, "question": _text, "answer": _MAYBE_TEXT}),
        "interview": _fields({"interview": _text, "expectation": _text, "evidence": _LINES}),
    },
    Type.EVIDENCE: {
        "add": _fields({"add": _ITEM}),
        "remove": _fields({"remove": _text}),
        "change": _fields({"change": _text, "to": _ITEM}),
    },
    Type.PLAN: {"tasks": _PLAN},
    Type.STEP: {"task": _STEP},
    Type.CHECKIN: {"steps": _CHECKIN},
    Type.MILESTONE: {"milestone": _fields({"milestone": _text, "count": _number(0, 1e12)})},
    Type.PIECE: {
        "begin": _fields({"begin": _text, "kind": _text}),
        "review": _fields({"review": _text, "kind": _text, "findings": _whole(0, inf)}),
        "mark": _fields({"mark": _text, "done": _flag}),
    },
    Type.PRACTICE: {"begin": _fields({"begin": _ROUND}), "of": _PRACTICED},
    Type.STORY: {
        "add": _fields({"add": _PARTS, "evidence": _MAYBE_TEXT, "competencies": _TEXTS}),
        "remove": _fields({"remove": _text}),
        "change": _fields({"change": _text, "to": _PARTS, "competencies": _TEXTS}),
    },
}
"""Type to the forms that its lines have, each by the key that it begins with."""
