"""What a check found as a page: one line a problem, with its place; one line a file that is sound."""

from typing import TYPE_CHECKING, Final

from pmpath.render.page import Page
from pmpath.render.phrases import counted, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.errors import Problem
    from pmpath.model.check import FileCheck
    from pmpath.model.forms import Rows
    from pmpath.render.envelope import Json


def check_page(found: "Sequence[FileCheck]", next_commands: "Sequence[str]") -> Page:
    """Write every problem on a line of its own, then the files that are sound, then how many problems there are."""
    page = Page()
    for line in (line for one in found for line in _lines(one)):
        page.path(line)
    count = sum(len(one.problems) for one in found)
    if count:
        wrong = sum(1 for one in found if one.problems)
        page.gap()
        page.text(f"{counted(count, 'problem', 'problems')} in {counted(wrong, 'file', 'files')}.".capitalize())
    page.commands(next_commands)
    return page


def check_data(found: "Sequence[FileCheck]") -> "dict[str, Json]":
    """Return what was found as data."""
    return {
        "files": [
            {
                "file": one.file,
                "what": one.what,
                "counts": dict(one.counts),
                "problems": [problem._asdict() for problem in one.problems],
            }
            for one in found
        ],
        "problems": sum(len(one.problems) for one in found),
    }


def check_rows(found: "Sequence[FileCheck]") -> "Rows":
    """Return the problems."""
    header = ("file", "line", "column", "path", "message", "hint")
    return [header, *(tuple(problem) for one in found for problem in one.problems)]


def _lines(one: "FileCheck") -> "list[str]":
    return [_line(problem) for problem in one.problems] or [f"{one.file}  {_sound(one)}"]


def _line(problem: "Problem") -> str:
    place = ":".join(str(part) for part in problem[:3] if part is not None)
    return "  ".join(filter(None, (place, problem.path, problem.message, problem.hint)))


def _sound(one: "FileCheck") -> str:
    """Say what a file is and how much is in it: "ladder: 7 levels, 11 competencies"."""
    counts = [f"{count} {_noun(noun, count)}" for noun, count in one.counts.items() if count]
    return f"{one.what}: {listed(counts) or 'nothing in it yet'}"


def _noun(noun: str, count: int) -> str:
    return _ONE.get(noun, noun) if count == 1 else noun


_ONE: Final = {
    "levels": "level",
    "competencies": "competency",
    "expectations": "expectation",
    "milestones": "milestone",
    "playbooks": "playbook",
    "steps": "step",
    "kinds": "kind",
    "sources": "source",
    "thresholds": "threshold",
    "answers": "answer",
    "sheets": "sheet",
    "types": "type",
    "prompts": "prompt",
    "topics": "topic",
    "figures": "figure",
    "questions": "question",
    "parts": "part",
}
"""What is counted to the word for one of it."""
