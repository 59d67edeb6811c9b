"""Every parser as a function of bytes that raises nothing but our own errors; for Hypothesis and for Atheris."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from builders import grid, library
from hostile.readers import fit_answers, offer, overlay, piece, playbooks, sheet, text_of_document, thresholds, whole_ladder
from pieces import lookup, template
from pmpath.cli.assisting import Desk
from pmpath.cli.outcome import Shape
from pmpath.content.fit_answers import read_fit_answers
from pmpath.content.json_reader import read_json
from pmpath.content.offers import read_offer
from pmpath.content.own import read_ladder
from pmpath.content.playbooks import read_playbooks
from pmpath.content.reading import read_document
from pmpath.content.sheets import SheetReader
from pmpath.content.thresholds import read_thresholds
from pmpath.core.assessment import assess
from pmpath.core.portfolio import review
from pmpath.errors import PmpathError
from pmpath.journal.assessments import history
from pmpath.journal.evidence import evidence
from pmpath.journal.interviews import unfinished
from pmpath.journal.journal import parse
from pmpath.journal.line import Record, encode
from pmpath.journal.milestones import counts
from pmpath.journal.pieces import pieces
from pmpath.journal.plans import last_plan, progress
from pmpath.journal.practice import practices
from pmpath.journal.stories import stories
from pmpath.model.visible import visible

Target = Callable[[bytes], object]


def _milestones() -> list[str]:
    return [one.id for one in library().words.ladder.milestones]


@cache
def _reader() -> SheetReader:
    return SheetReader(grid())


def _sheet(content: bytes) -> None:
    assess(grid(), _reader().read(content, "bad.json").answers)


def _sheet_yaml(content: bytes) -> None:
    assess(grid(), _reader().read(content, "bad.yaml").answers)


def _ladder(content: bytes) -> None:
    read_ladder(content, "bad.yaml", library().as_base())


def _playbooks(content: bytes) -> None:
    base = library().as_base()
    read_playbooks(content, "bad.yaml", library().words.ladder, base.sources)


def _journal(content: bytes) -> None:
    """Read a journal and all that it says; every record can be written again."""
    records = [one for one in parse(content).records if one.is_known]
    for fold in (history, evidence, unfinished, counts, pieces, last_plan, progress, practices, stories):
        fold(records)
    for record in records:
        encode(record)


def _record(content: bytes) -> None:
    """Read a line with the right checksum that says this."""
    data = read_json(content, "bad.json").data
    kind, said = (data.get("type"), data.get("data")) if isinstance(data, dict) else (None, None)
    if isinstance(kind, str) and isinstance(said, dict):
        _journal(encode(Record(1, "0" * 12, "2026-01-05T09:00:00Z", kind, said)))


def _piece(content: bytes) -> None:
    review(visible(content.decode("utf-8", "replace"), lines=True), template("product-teardown"), lookup())


@cache
def _desk() -> Desk:
    return Desk(Shape(format="json", today="2026-11-23"))


def _call(content: bytes) -> None:
    """Call a tool as an assistant does; what it is answered with can be sent."""
    data = read_json(content, "bad.json").data
    name, given = (data.get("tool"), data.get("arguments")) if isinstance(data, dict) else (None, None)
    if isinstance(given, dict):
        answer = _desk().answer(str(name), given)
        json.dumps(answer.document, ensure_ascii=False, allow_nan=False).encode()


TARGETS: Final[Mapping[str, Target]] = {
    "json": lambda content: read_json(content, "bad.json"),
    "yaml": lambda content: read_document(content, "bad.yaml"),
    "sheet": _sheet,
    "sheet as yaml": _sheet_yaml,
    "ladder": _ladder,
    "playbooks": _playbooks,
    "thresholds": lambda content: read_thresholds(content, "bad.yaml", _milestones()),
    "offer": lambda content: read_offer(content, "bad.yaml", library().guides.offer.parts),
    "fit answers": lambda content: read_fit_answers(content, "bad.yaml", library().guides.environment.fit),
    "journal": _journal,
    "record": _record,
    "piece": _piece,
    "calls": _call,
}
"""Parser to what it does with bytes; `PmpathError` is the one thing that may come out."""


CALLS: Final[Mapping[str, Mapping[str, object]]] = {
    "status": {},
    "ladder": {"level": "pm", "vs": "senior-pm"},
    "explain": {"id": "discovery.pm"},
    "assess": {"answers": {"scope": "pm", "discovery.pm": "on-my-own"}, "target": "senior-pm", "env": "startup"},
    "plan": {"answers": {"scope": "pm"}, "hours": 5, "by": "2027-03-01", "start": "2026-12-01"},
    "transition": {"background": "engineer", "answers": {"scope": "none"}, "hours": 4},
    "history": {},
    "guides": {},
    "guide": {"topic": "pay", "level": "pm"},
    "schema": {"name": "answers"},
}
"""Tool to arguments that it takes."""


_SUFFIXES: Final = {"json": ("json",), "sheet": ("json",)}
"""The suffixes of sound inputs, where a target takes only one."""


@cache
def seeds(target: str) -> tuple[bytes, ...]:
    """Return sound inputs of a target to begin with."""
    documents: dict[str, tuple[Callable[[], Any], ...]] = {
        "ladder": (whole_ladder, overlay),
        "playbooks": (playbooks,),
        "thresholds": (thresholds,),
        "offer": (offer,),
        "fit answers": (fit_answers,),
        "piece": (piece,),
    }
    if target == "journal":
        return (b"".join(map(encode, records())),)
    if target == "record":
        return tuple(json.dumps({"type": one.type, "data": one.data}).encode() for one in records())
    if target == "calls":
        return tuple(json.dumps({"tool": name, "arguments": arguments}).encode() for name, arguments in CALLS.items())
    suffixes = _SUFFIXES.get(target, ("json", "yaml"))
    return tuple(text_of_document(make(), suffix) for make in documents.get(target, (sheet,)) for suffix in suffixes)


def survives(target: str, content: bytes) -> None:
    """Give bytes to a target; whatever it raises that is no error of ours goes on."""
    try:
        TARGETS[target](content)
    except PmpathError:
        return


@cache
def records() -> tuple[Record, ...]:
    """Return a record of every type in every form."""
    ladder, day = library().identity._asdict(), "2026-01-05"
    item = {"what": "Shipped it", "result": "two bets dropped", "shows": ["discovery.pm"]}
    kept = {"answers": sheet()["answers"], "evidence": sheet()["evidence"], "context": sheet()["context"]}
    level = {"role": "pm", "level": "pm", "goal": "senior-pm", "met": 1, "needed": 4}
    task = {"id": "discovery.senior-pm", "hours": 12, "lead_weeks": 2, "needs_yes": False}
    around = {"environment": None, "deeply_technical": None, "is_settled": True}
    practiced = {
        "type": "product-sense",
        "question": "ps-pharmacy-carer",
        "level": "pm",
        "setting": None,
        "minutes": 20,
        "hard": False,
    }
    parts = {"situation": "s", "task": "t", "action": "a", "result": "r"}
    said: tuple[tuple[str, dict[str, Any]], ...] = (
        ("assessment", {"interview": None, "ladder": ladder, "sheet": kept, **level, "because": ["scope"], "next_steps": []}),
        (
            "transition",
            {"ladder": ladder, "background": "engineer", "to": "apm", "hours_per_week": 4, "weeks": 9, "sheet": kept},
        ),
        ("draft", {"begin": {"ladder": ladder, "depth": "standard", "target": None, "given": kept, "again": {"scope": "old"}}}),
        ("draft", {"interview": "3", "question": "scope", "answer": "pm"}),
        ("draft", {"interview": "3", "expectation": "discovery.pm", "evidence": {"what": "Ran interviews"}}),
        ("evidence", {"add": item}),
        ("evidence", {"change": "6", "to": item}),
        ("evidence", {"remove": "6"}),
        (
            "plan",
            {"ladder": ladder, "to": "senior-pm", "hours": 5, "start": day, "by": "2026-06-01", "tasks": [task], **around},
        ),
        ("step", {"task": task["id"], "state": "blocked", "why": "waiting", "ladder": "default"}),
        ("step", {"task": task["id"], "stage": "learn", "note": "read", "answer": "with-help", "evidence": [item]}),
        ("checkin", {"steps": [{"task": task["id"], "state": "done"}], "evidence": [item], "ladder": "default"}),
        ("milestone", {"milestone": "team-number-moved", "count": 2.0}),
        ("piece", {"begin": "a.md", "kind": "case-study"}),
        ("piece", {"review": "a.md", "kind": "case-study", "findings": 3}),
        ("piece", {"mark": "a.md", "done": True}),
        ("practice", {"begin": practiced}),
        ("practice", {"of": "17", "text": "I would ask"}),
        ("practice", {"of": "17", "how": "typed", "seconds": 300}),
        ("practice", {"of": "17", "score": {"substance": 2}}),
        ("practice", {"of": "17", "story": "21"}),
        ("story", {"add": parts, "evidence": "6", "competencies": ["discovery"]}),
        ("story", {"change": "22", "to": parts, "competencies": []}),
        ("story", {"remove": "22"}),
    )
    return tuple(Record(seq, str(seq), f"{day}T09:00:00Z", kind, data) for seq, (kind, data) in enumerate(said, start=1))
