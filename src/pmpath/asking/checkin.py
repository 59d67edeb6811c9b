"""A check-in: for each action that is due, how it went. Each reply is kept before the next question is shown."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from pmpath.asking.asker import Asker, Choice, Move, Prompt
from pmpath.model.plan import Stage, State
from pmpath.model.visible import visible

LONGEST_LINE = 2000
DONE, STEP, MOVED, BLOCKED, RESTED = "done", "step", "moved", "blocked", "rested"


class Asked(NamedTuple):
    """An action that a check-in asks about: its id and title, and the step that is due, which `step` says in words.

    `is_last` says that no other step is left.
    """

    task: str
    title: str
    stage: Stage
    step: str
    is_last: bool = False


class ReportKeeper(Protocol):
    """Keeps what is said about an action; the call returns when it is safe."""

    def __call__(self, said: Mapping[str, str], /) -> None:
        """Keep a report: `task`, and what of `state`, `stage` and `why` was said."""


def ask_each(asker: Asker, asked: Sequence[Asked], keep: ReportKeeper) -> list[str]:
    """Ask about each action and keep the reply; return the ids of those that something was said about."""
    said: list[str] = []
    for place, one in enumerate(asked, start=1):
        reply = asker.choose(_prompt(one, place, len(asked)))
        if reply is Move.STOP:
            raise EOFError
        if isinstance(reply, Choice) and reply.word != RESTED:
            keep({"task": one.task, **_report(asker, one, reply.word)})
            said.append(one.task)
    return said


def _prompt(one: Asked, place: int, count: int) -> Prompt:
    choices = [
        Choice(DONE, "All of it is done", "done"),
        Choice(STEP, f"This step is behind me: {one.step}", "one step further"),
        Choice(MOVED, "It moved; there is more to do in this step", "moved"),
        Choice(BLOCKED, "It is blocked", "blocked"),
        Choice(RESTED, "I did not get to it", "rested"),
    ]
    header = f"{place} of {count}"
    return Prompt(header, one.title, f"{one.title}. How did it go?", f"Due: {one.step}", choices, moves=(Move.SKIP, Move.STOP))


def _report(asker: Asker, one: Asked, word: str) -> dict[str, str]:
    match word:
        case "done":
            return {"state": State.DONE}
        case "step":
            return {"state": State.DONE} if one.is_last else {"state": State.OPEN, "stage": one.stage}
        case "blocked":
            why = visible(asker.line("What is in the way? Enter passes."))[:LONGEST_LINE]
            return {"state": State.BLOCKED, **({"why": why} if why else {})}
        case _:
            return {"state": State.OPEN}
