"""Keeps what is said about one action of the plan: done, blocked, open again, a note; proposes the answer that follows."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from pmpath.cli.askers import new_asker, somebody_can_answer, stopping_in_order
from pmpath.cli.keeping import present_day, say_what_was_set_aside
from pmpath.cli.lines import LONGEST_LINE
from pmpath.cli.options import one_of
from pmpath.cli.outcome import Outcome, Shape, emit, writable
from pmpath.cli.planning import current_plan
from pmpath.cli.standing import journal_and_records, required_standing
from pmpath.content.library import find_library
from pmpath.content.sheets import wrong_word
from pmpath.core.progress import proposed_answer
from pmpath.errors import UsageError
from pmpath.journal.evidence import item_data
from pmpath.journal.plans import report
from pmpath.model.plan import Plan, Stage, State
from pmpath.model.suggest import did_you_mean
from pmpath.model.visible import visible

if TYPE_CHECKING:
    from pmpath.asking.asker import Asker
    from pmpath.content.library import Library
    from pmpath.journal.journal import Journal
    from pmpath.journal.line import Record


class Finished(NamedTuple):
    """An action that is said to be done, or one step of it, with the answer and the evidence that came along."""

    name: str
    step: str | None = None
    answer: str | None = None
    lines: Mapping[str, str] = {}


def finish(finished: Finished, library: "Library", shape: Shape) -> Outcome:
    """Keep that an action is done; where somebody can answer, ask what the person would answer now."""
    journal, records = journal_and_records(shape)
    plan = required_plan(records, library, shape)
    task = action_named(plan, finished.name)
    finished = _without_last_step(finished, last_step(plan, task))
    now = required_standing(records, library, "a plan").sheet.answers.get(_question(library, task))
    report(journal, {**_finished(finished, task, library), "ladder": library.identity.id})
    proposed = None if finished.step or finished.answer else proposed_answer(library.grid, task, now)
    if proposed is not None and somebody_can_answer(shape):
        with stopping_in_order(lambda: f"Stopped. {library.words.title(task)} is done; what you said of it so far is kept."):
            _Confirmation(library, journal, new_asker(shape), task).ask(now, proposed)
        proposed = None
    return said_of(task, journal, library, shape, proposed=proposed)


def report_state(name: str, state: State, why: str | None, shape: Shape) -> int:
    """Keep that an action is blocked or open again."""
    reason = {"why": fit_to_keep(why)} if why else {}
    return _report(name, {"state": state, **reason}, shape)


def report_note(name: str, text: str, shape: Shape) -> int:
    """Keep a note with an action."""
    return _report(name, {"note": fit_to_keep(text)}, shape)


def required_plan(records: "Sequence[Record]", library: "Library", shape: Shape) -> Plan:
    """Return the plan that is kept; `UsageError` where there is none, or where an assessment is newer."""
    plan = current_plan(records, library, present_day(shape.today))
    if plan is None:
        raise UsageError("no plan is kept for your last assessment", hint="pmpath plan makes one")
    return plan


def action_named(plan: Plan, name: str) -> str:
    """Return the action of a plan by its id, or by its competency where that names only one; `UsageError` otherwise."""
    known = [task.id for task in plan.agreed.tasks]
    found = [one for one in known if name in (one, one.partition(".")[0])]
    if len(found) != 1:
        hint = did_you_mean(name, known) or f"it has {', '.join(known)}"
        raise UsageError(f'the plan has no action "{name}"', hint=hint)
    return found[0]


def last_step(plan: Plan, task: str) -> Stage | None:
    """Return the only step that is left of an action; None where more are left."""
    left = [step.stage for step in plan.schedule.steps if step.task == task]
    return left[0] if len(left) == 1 else None


def fit_to_keep(text: str) -> str:
    """Return a text as it is kept; `UsageError` for an empty one, or one that is too long."""
    kept = visible(text.strip())
    if not 0 < len(kept) <= LONGEST_LINE:
        raise UsageError(f"a note or reason has 1 to {LONGEST_LINE} characters")
    return kept


def said_of(task: str, journal: "Journal", library: "Library", shape: Shape, *, proposed: str | None = None) -> Outcome:
    """Return what there is to say after a report about an action: how it stands, the proposed answer, what is due."""
    from pmpath.render.progress import report_data, report_page

    say_what_was_set_aside(journal)
    plan = required_plan(journal.records(), library, shape)
    commands = [f"pmpath plan done {task} --answer {proposed}"] if proposed else ["pmpath plan"]
    return Outcome(
        "progress",
        lambda: report_data(plan, task, proposed),
        lambda: report_page(plan, task, library.words, proposed, commands),
        commands,
    )


def _report(name: str, said: Mapping[str, Any], shape: Shape) -> int:
    library = find_library(shape.own)
    journal, records = journal_and_records(writable("progress", shape))
    task = action_named(required_plan(records, library, shape), name)
    report(journal, {"task": task, **said, "ladder": library.identity.id})
    return emit(said_of(task, journal, library, shape), shape, library)


def _question(library: "Library", task: str) -> str:
    return library.grid.cells[library.grid.index[task]].question


def _without_last_step(finished: Finished, last: Stage | None) -> Finished:
    """Return what is said of a whole action where its last step is done; `UsageError` for what does not go with a step."""
    step = one_of(finished.step, tuple(Stage), "--step")
    if step is not None and (finished.answer is not None or finished.lines):
        raise UsageError("--step goes without an answer and evidence", hint="those come with the whole action")
    return finished._replace(step=None) if step == last else finished


def _finished(finished: Finished, task: str, library: "Library") -> dict[str, Any]:
    """Return what to keep of an action that is done."""
    if finished.step is not None:
        return {"task": task, "state": State.OPEN, "stage": one_of(finished.step, tuple(Stage), "--step")}
    said: dict[str, Any] = {"task": task, "state": State.DONE}
    if finished.answer is not None:
        said["answer"] = _known_answer(library, _question(library, task), finished.answer)
    return {**said, **_evidence_of(finished, task)}


def _evidence_of(finished: Finished, task: str) -> dict[str, Any]:
    if finished.lines and not finished.lines.get("what"):
        raise UsageError("evidence begins with what you did", hint='add --evidence "what you did"')
    return {"evidence": [item_data(finished.lines, [task])]} if finished.lines else {}


def _known_answer(library: "Library", question: str, word: str) -> str:
    if word not in library.grid.choices[question]:
        message, hint = wrong_word(library.grid, question, word)
        raise UsageError(f"--answer: {message}", hint=hint)
    return word


class _Confirmation:
    """Asks what the person would answer now that an action is done, and what shows it."""

    def __init__(self, library: "Library", journal: "Journal", asker: "Asker", task: str) -> None:
        self._library = library
        self._journal = journal
        self._asker = asker
        self._task = task

    def ask(self, now: str | None, proposed: str) -> None:
        """Ask for the answer, then for evidence where it claims more than before."""
        from pmpath.asking.confirming import ask_answer

        question = _question(self._library, self._task)
        answer = ask_answer(self._asker, self._library.words, question, now, proposed)
        if answer is None:
            return
        report(self._journal, {"task": self._task, "answer": answer, "ladder": self._library.identity.id})
        if answer != now:
            self._ask_evidence()

    def _ask_evidence(self) -> None:
        from pmpath.asking.evidence import ask_lines
        from pmpath.cli.evidencing import EntryKeeper

        prompts = self._library.words.expectations[self._task].evidence
        questions = {"what": prompts.what, "result": prompts.result, "who": prompts.confirm}
        self._asker.say("What shows it? Enter passes.")
        ask_lines(self._asker, questions, EntryKeeper(self._journal, [self._task]), {})
