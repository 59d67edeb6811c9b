"""Conducts the interview of pmpath assess: goes on where one was left, asks, keeps every answer, says what is kept."""

import json
from typing import TYPE_CHECKING

from pmpath.asking.asker import Choice, Move, Prompt
from pmpath.asking.interview import Conversation, Interview
from pmpath.asking.keeper import Keeper, KeepsNothing
from pmpath.cli.askers import new_asker
from pmpath.cli.keeping import open_journal, read_journal
from pmpath.cli.output import tell
from pmpath.cli.sheet import Gathered
from pmpath.cli.signals import EndedBySignal, Stopped, exit_code_of, leave_in_order
from pmpath.core.course import Course, Depth, Heard, Reason
from pmpath.core.drafts import fit
from pmpath.core.questionnaire import next_question
from pmpath.core.reassessment import question_again
from pmpath.errors import PmpathError, UsageError
from pmpath.model.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.asking.asker import Asker
    from pmpath.cli.assessing import Request
    from pmpath.cli.outcome import Shape
    from pmpath.content.library import Library
    from pmpath.journal.journal import Journal
    from pmpath.journal.line import Record
    from pmpath.model.answer import Sheet

GO_ON, AFRESH = "go-on", "afresh"


class Session:
    """One run of pmpath assess with a person at the terminal, or with what an earlier one kept."""

    def __init__(self, request: "Request", library: "Library", shape: "Shape") -> None:
        """Remember what is asked for; open nothing yet."""
        self._request = request
        self._library = library
        self._shape = shape
        self._journal: Journal | None = None if request.no_save else open_journal(shape.today)
        self._asker: Asker | None = None

    def resumed(self) -> Gathered:
        """Return what an unfinished interview holds, without asking; `UsageError` where there is none."""
        draft = self._required()
        return Gathered(draft.sheet, draft.target)

    def conduct(self, sheet: "Sheet") -> Gathered:
        """Ask for what the sheet lacks, from where an unfinished interview was left if the person wants that."""
        leave_in_order()
        draft = self._left_over()
        if draft is None:
            draft = self._begun(sheet)
        target = self._request.target or sheet.context.target or draft.target
        depth = self._request.depth or Depth(draft.depth)
        grid = self._library.grid
        again = tuple(question_again(grid, name, Reason(why)) for name, why in draft.again.items())
        course = Course(depth, grid.rank_of(target) if target else None, again)
        return self._hold(Interview(grid, self._library.words, course), draft, target)

    def _begun(self, sheet: "Sheet") -> Draft:
        """Return a new interview: from the last assessment where one is kept and no answers are given."""
        target, depth = self._request.target or sheet.context.target, self._request.depth or Depth.STANDARD
        draft = Draft(self._library.identity, depth, target, sheet)
        if self._request.again or self._may_take_up:
            from pmpath.cli.reassessing import taken_up_draft

            return taken_up_draft(draft, self._library, self._shape, is_wanted=self._request.again)
        return draft

    @property
    def _may_take_up(self) -> bool:
        """Whether an interview may start from the last assessment without being told to."""
        return self._journal is not None and not self._request.fresh and not self._request.given.anything

    def _hold(self, interview: Interview, draft: Draft, target: str | None) -> Gathered:
        known = draft.given._replace(evidence=draft.sheet.evidence)
        if not draft.asked and next_question(interview.grid, interview.course, Heard(known.answers)) is None:
            return Gathered(known, target, self._journal)
        keeper = self._keeper(draft)
        conversation = Conversation(interview, self._asking(), keeper, known, draft.asked)
        try:
            sheet = conversation.hold()
        except (KeyboardInterrupt, EOFError, EndedBySignal) as stop:
            raise Stopped(self._farewell(conversation), exit_code_of(stop)) from stop
        except PmpathError:
            tell(f"Your answers so far, as a sheet: {_as_json(conversation.sheet)}")
            raise
        self._asking().say("")
        return Gathered(sheet, target, self._journal, keeper.interview)

    def _keeper(self, draft: Draft) -> Keeper:
        if self._journal is None:
            return KeepsNothing()
        from pmpath.journal.interviews import DraftKeeper

        self._journal.prepare()
        return DraftKeeper(self._journal, draft)

    def _left_over(self) -> Draft | None:
        """Return the unfinished interview to go on with; asks the person unless an option said so."""
        if self._request.resume:
            return self._required()
        if self._journal is None or self._request.fresh or self._request.given.anything:
            return None
        draft = self._unfinished()
        return draft if draft is not None and self._wants_to_go_on(draft) else None

    def _required(self) -> Draft:
        draft = self._unfinished()
        if draft is None:
            raise UsageError("there is no unfinished interview to go on with", hint="pmpath assess starts one")
        return draft

    def _unfinished(self) -> Draft | None:
        if self._journal is None:
            return None
        from pmpath.journal.interviews import unfinished
        from pmpath.journal.ladders import of_ladder

        records = read_journal(self._journal)
        draft = unfinished(of_ladder(records, self._library.identity.id))
        return self._fitted(_with_evidence_of_now(draft, records)) if draft else None

    def _fitted(self, draft: Draft) -> Draft:
        """Keep what the ladder still knows of a draft, and say what was dropped."""
        fitted, dropped = fit(self._library.grid, draft)
        if dropped:
            tell(f"The ladder has changed since; these answers no longer fit and were left out: {', '.join(dropped)}")
        elif draft.ladder.sha256 != self._library.identity.sha256:
            tell("The ladder has changed since; all your answers still fit.")
        return fitted

    def _wants_to_go_on(self, draft: Draft) -> bool:
        answers = "1 answer" if draft.answered == 1 else f"{draft.answered} answers"
        choices = [Choice(GO_ON, "Go on with it", "going on"), Choice(AFRESH, "Start afresh", "starting afresh")]
        prompt = Prompt(
            f"An interview of {draft.begun[:10]} is unfinished: {answers} kept.",
            "This interview",
            "Go on with it, or start afresh?",
            "",
            choices,
            moves=(Move.STOP,),
        )
        try:
            reply = self._asking().choose(prompt)
        except (KeyboardInterrupt, EOFError, EndedBySignal) as stop:
            raise _left_alone(stop) from stop
        if reply is Move.STOP:
            raise _left_alone(EOFError())
        return isinstance(reply, Choice) and reply.word == GO_ON

    def _farewell(self, conversation: Conversation) -> str:
        if self._journal is None:
            return "Stopped. Nothing was kept, as --no-save asks."
        if not conversation.answered:
            return "Stopped before the first answer; there is nothing to keep."
        return f"Stopped. {_kept(conversation.answered, conversation.total)}; go on with: pmpath assess --resume"

    def _asking(self) -> "Asker":
        """Choose how to ask: line by line where that is wanted, or where the terminal can do no more."""
        if self._asker is None:
            self._asker = new_asker(self._shape)
        return self._asker


def _with_evidence_of_now(draft: Draft, records: "Sequence[Record]") -> Draft:
    """Return a draft with the evidence that it began with as it is kept by now."""
    from pmpath.journal.evidence import as_it_reads_now, evidence

    begun = next(place for place, record in enumerate(records) if record.id == draft.id)
    now = as_it_reads_now(draft.given.evidence, evidence(records[:begun]), evidence(records))
    return draft._replace(given=draft.given._replace(evidence=now))


def _kept(answered: int, total: int) -> str:
    if answered < total:
        return f"{answered} of about {total} answers kept"
    return "1 answer kept" if answered == 1 else f"All {answered} answers kept"


def _left_alone(stop: BaseException) -> Stopped:
    return Stopped("Stopped. The unfinished interview is kept.", exit_code_of(stop))


def _as_json(sheet: "Sheet") -> str:
    return json.dumps({"answers": dict(sheet.answers), "evidence": dict(sheet.evidence)})
