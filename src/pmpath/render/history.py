"""All assessments as a page, and what moved between two of them."""

from typing import TYPE_CHECKING, Final

from pmpath.model.plan import State
from pmpath.model.words import ASPIRING
from pmpath.render.page import Page, Spark
from pmpath.render.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.model.draft import Kept
    from pmpath.model.movement import Movement, Reach
    from pmpath.model.plan import Progress
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

_UP_SHOWN: Final = "Moved up, with new evidence"
_UP: Final = "Moved up, without new evidence"
_DOWN: Final = "Moved down"
_SAME: Final = "Put another way"
_STATES: Final = {State.DONE: "done", State.BLOCKED: "blocked", State.OPEN: "worked on"}
_KINDS: Final = (_UP_SHOWN, _UP, _DOWN, _SAME)


def history_page(
    kept: "Sequence[Kept]", reaches: "Mapping[str, tuple[Reach, ...]]", words: "Words", next_commands: "Sequence[str]"
) -> Page:
    """Write all assessments, the oldest first, and how far each competency reached."""
    page = Page()
    if not kept:
        page.text("No assessment is kept yet.")
        page.commands(next_commands)
        return page
    page.text(f"{counted(len(kept), 'assessment', 'assessments')}".capitalize(), "title")
    page.gap()
    rows = [(str(place), *_row(one, words)) for place, one in enumerate(kept, start=1)]
    page.table(("No.", "Date", "Role", "Level", "Toward", "Met"), rows)
    page.heading("How far each competency reaches")
    top = len(words.levels)
    page.sparks(Spark(words.competencies[name].short, each, top, _reached(each, words)) for name, each in reaches.items())
    page.commands(next_commands)
    return page


class DiffPage:
    """Writes what moved between two assessments as a page, the older one first."""

    def __init__(self, before: "Kept", after: "Kept", words: "Words") -> None:
        """Keep both assessments and where the words come from."""
        self._before = before
        self._after = after
        self._words = words
        self._page = Page()

    def build(self, moved: "Sequence[Movement]", worked: "Progress", next_commands: "Sequence[str]") -> Page:
        """Return the page; `worked` is what was said about the plan in between."""
        page = self._page
        page.text(f"From {self._before.at[:10]} to {self._after.at[:10]}", "title")
        page.gap()
        page.fields(self._places())
        for kind in _KINDS:
            self._section(kind, [one for one in moved if _kind(one) == kind])
        if not moved:
            page.gap()
            page.text("No answer changed.")
        self._plan(worked)
        page.commands(next_commands)
        return page

    def _places(self) -> list[tuple[str, str]]:
        before, after, words = self._before, self._after, self._words
        return [
            ("Role", _change(_level(before.role, words), _level(after.role, words))),
            ("Level", _change(_level(before.level, words), _level(after.level, words))),
            ("Toward", _change(_toward(before, words), _toward(after, words))),
        ]

    def _section(self, kind: str, moved: "Sequence[Movement]") -> None:
        self._page.section(kind, [self._moved(one) for one in moved])
        if kind == _UP and any(one.steps == 1 for one in moved):
            self._page.text("One step without evidence may be within the noise of asking again.", "quiet")

    def _moved(self, one: "Movement") -> str:
        words = self._words
        was, now = (words.answer_short(one.question, word) for word in (one.was, one.now))
        return f"{words.question_title(one.question)}: {was}, now {now}{' (the plan worked on it)' if one.by_plan else ''}"

    def _plan(self, worked: "Progress") -> None:
        lines = [
            f"{self._words.title(name)}: {_STATES[one.state]}"
            for name, one in worked.standings.items()
            if name in self._words.expectations
        ]
        if worked.checkins:
            lines.append(f"{counted(len(worked.checkins), 'check-in', 'check-ins')}".capitalize())
        self._page.section("What the plan did", lines)


def history_data(kept: "Sequence[Kept]", reaches: "Mapping[str, tuple[Reach, ...]]") -> "dict[str, Json]":
    """Return all assessments as data, the oldest first, and the highest level rank that each competency reached."""
    return {"assessments": [_data(one) for one in kept], "reaches": dict(reaches)}


def diff_data(before: "Kept", after: "Kept", moved: "Sequence[Movement]", worked: "Progress") -> "dict[str, Json]":
    """Return what moved as data, and what was said about the plan in between."""
    states: list[Json] = [{"id": name, "state": one.state, "why": one.why} for name, one in worked.standings.items()]
    return {
        "before": _data(before),
        "after": _data(after),
        "moved": [one._asdict() for one in moved],
        "plan": {"actions": states, "checkins": worked.checkins},
    }


def _data(one: "Kept") -> "dict[str, Json]":
    return {
        "at": one.at,
        "ladder": one.ladder._asdict(),
        "role": one.role,
        "level": one.level,
        "goal": one.goal,
        "met": one.met,
        "needed": one.needed,
        "answered": len(one.sheet.answers),
    }


def _row(one: "Kept", words: "Words") -> tuple[str, str, str, str, str]:
    goal = words.level_short(one.goal) if one.goal else "-"
    met = "-" if one.needed is None else f"{one.met} of {one.needed}"
    return (one.at[:10], _level(one.role, words), _level(one.level, words), goal, met)


def _level(level: str | None, words: "Words") -> str:
    if level is None:
        return "open"
    return "on the way" if level == ASPIRING else words.level_short(level)


def _toward(one: "Kept", words: "Words") -> str:
    if one.goal is None or one.needed is None:
        return "nothing above"
    return f"{words.level_short(one.goal)}, {one.met} met where {one.needed} are needed"


def _change(before: str, after: str) -> str:
    return f"{after}, as before" if before == after else f"{before}, now {after}"


def _reached(each: "Sequence[Reach]", words: "Words") -> str:
    known = [reach for reach in each if reach is not None]
    if not known:
        return "not asked"
    names = ["none yet", *(words.level_short(level) for level in words.levels)]
    return _change(names[known[0]], names[known[-1]]) if len(known) > 1 else names[known[0]]


def _kind(one: "Movement") -> str:
    if one.steps > 0:
        return _UP_SHOWN if one.with_evidence else _UP
    return _DOWN if one.steps < 0 else _SAME
