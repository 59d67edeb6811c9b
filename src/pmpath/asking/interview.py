"""The interview: asks what placement needs next, then for evidence of what decided, then lets every answer be changed.

Each answer is kept before the next question is shown.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmpath.asking.asker import Asker, Choice, Move, Prompt
from pmpath.asking.keeper import Keeper
from pmpath.asking.questions import progress, prompt_of, reason, what_counts, why_asked
from pmpath.core.course import Course, Heard, Question
from pmpath.core.deciding import deciding_answers
from pmpath.core.grid import Grid
from pmpath.core.questionnaire import expected_total, next_question
from pmpath.model.answer import EVIDENCED_FROM, RANKS, Sheet
from pmpath.model.visible import visible
from pmpath.model.words import Words

LONGEST_LINE = 2000
"""Characters of one line of evidence, as in an answer sheet."""
LONGEST_ECHO = 20
"""Characters of a wrong input that are repeated."""


class Interview(NamedTuple):
    """What an interview is about: the ladder and how it goes.

    `note` stands with every question where it is about somebody else's work; evidence is not asked for then.
    """

    grid: Grid
    words: Words
    course: Course = Course()
    note: str = ""


class Conversation:
    """One interview with one person."""

    def __init__(
        self, interview: Interview, asker: Asker, keeper: Keeper, sheet: Sheet, asked: Mapping[str, str | None] | None = None
    ) -> None:
        """Begin with what the sheet knows; `asked` holds the questions of an interview that goes on, None for skipped."""
        self._interview = interview
        self._asker = asker
        self._keeper = keeper
        self._sheet = sheet
        self._asked = dict(asked or {})
        self._evidence = dict(sheet.evidence)
        self._passed: set[str] = set()
        self._typed: dict[str, str | None] = {}

    @property
    def answered(self) -> int:
        """How many questions of this interview have an answer."""
        return sum(1 for word in self._asked.values() if word is not None)

    @property
    def total(self) -> int:
        """About how many questions it takes in all."""
        return expected_total(self._interview.grid, self._course, self._heard)

    @property
    def sheet(self) -> Sheet:
        """The sheet as far as it is known, with an answer that was typed and could not be kept."""
        answers = {**self._heard.answers, **{name: word for name, word in self._typed.items() if word is not None}}
        return self._sheet._replace(answers=answers, evidence=self._evidence)

    @property
    def _heard(self) -> Heard:
        answers = {**self._sheet.answers, **{name: word for name, word in self._asked.items() if word is not None}}
        skipped = frozenset(name for name, word in self._asked.items() if word is None)
        return Heard(answers, len(self._asked), skipped)

    @property
    def _course(self) -> Course:
        """The course from here on: what was asked again is behind it."""
        course = self._interview.course
        return course._replace(again=tuple(one for one in course.again if one.id not in self._asked))

    def hold(self) -> Sheet:
        """Ask for what the sheet lacks and return the fuller sheet; where nothing is lacking, nothing is asked."""
        self._ask_open()
        if self._asked:
            self._review()
        return self.sheet

    def _ask_open(self) -> None:
        """Ask all that is worth asking, then for evidence of what decided."""
        while question := next_question(self._interview.grid, self._course, self._heard):
            self._ask(question)
        if self._asked and not self._interview.note:
            self._ask_evidence()

    def _ask(self, question: Question) -> None:
        """Ask a question until it is answered or skipped; going back asks an earlier one in its place."""
        order = list(self._asked)
        place = len(order)
        because = reason(self._interview.words, question)
        name = question.id
        while self._choose(name, place, because) is Move.BACK:
            self._asker.say("")
            if place == 0:
                self._asker.say("This is the first question.")
                continue
            place -= 1
            name, because = order[place], ""

    def _choose(self, name: str, place: int, because: str) -> Move | None:
        """Ask one question until it is answered, skipped or left; return the move that left it.

        `because` says what the answer decides; empty for a question that was asked before.
        """
        while True:
            reply = self._asker.choose(self._prompt(name, place, because))
            match reply:
                case Choice(word=word):
                    self._keep(name, word)
                    return None
                case Move.SKIP:
                    self._keep(name, None)
                    self._asker.say(f"  {self._interview.words.question_title(name)}: {self._skipped(name)}")
                    return None
                case Move.BACK:
                    return Move.BACK
                case Move.STOP:
                    raise EOFError
                case _:
                    self._explain(reply, name, because)

    def _prompt(self, name: str, place: int, because: str) -> Prompt:
        header = f"{progress(place + 1, self.total)} - {because or 'changes your answer'}"
        earlier = self._asked.get(name) or self._sheet.answers.get(name)
        prompt = prompt_of(self._interview.words, name, header, earlier)
        return prompt._replace(frame=" ".join(filter(None, (self._interview.note, prompt.frame))))

    def _keep(self, name: str, word: str | None) -> None:
        self._typed = {name: word}
        self._keeper.answered(name, word)
        self._asked[name] = word
        self._typed = {}

    def _explain(self, move: Move, name: str, because: str) -> None:
        words = self._interview.words
        if move is Move.EVIDENCE and name in words.expectations:
            self._ask_lines(name)
        elif move is Move.EVIDENCE:
            self._say(["Others can check a fact, so it needs no line of evidence. Behaviors take one."])
        else:
            self._say(what_counts(words, name) if move is Move.COUNTS else why_asked(words, name, because))

    def _say(self, texts: Iterable[str]) -> None:
        for text in ("", *texts, ""):
            self._asker.say(text)

    def _review(self) -> None:
        """Show all answers of this interview; let any be changed, and ask what a change makes worth asking."""
        while True:
            self._say(["Your answers", *self._reviewed()])
            typed = self._asker.line("Type a number to change an answer; Enter shows the result, q stops.")
            if not typed:
                return
            if typed.lower() == Move.STOP:
                raise EOFError
            names = dict(zip(map(str, range(1, len(self._asked) + 1)), self._asked, strict=True))
            if typed in names:
                self._choose(names[typed], int(typed) - 1, "")  # going back keeps the answer as it was
                self._ask_open()
            else:
                self._asker.say(f"There is no answer {typed[:LONGEST_ECHO]}; they are numbered 1 to {len(self._asked)}.")

    def _reviewed(self) -> Iterable[str]:
        words = self._interview.words
        for place, (name, word) in enumerate(self._asked.items(), start=1):
            now = self._skipped(name) if word is None else words.answer_short(name, word)
            yield f"{place:3}  {words.question_title(name)}: {now}"

    def _skipped(self, name: str) -> str:
        return "skipped, stays as it was" if name in self._sheet.answers else "skipped"

    def _ask_evidence(self) -> None:
        """Ask for a line of evidence, once, for each deciding behavior that claims to be done alone and has none yet."""
        wanted = [name for name in self._without_evidence() if name not in self._passed]
        if wanted:
            self._say([_evidence_opening(len(wanted))])
        for name in wanted:
            self._passed.add(name)
            self._ask_lines(name)

    def _without_evidence(self) -> list[str]:
        grid, answers = self._interview.grid, self._heard.answers
        deciding = deciding_answers(grid, grid.states(answers))
        done_alone = [name for name in deciding if RANKS.get(answers[name], 0) >= EVIDENCED_FROM]
        return [name for name in done_alone if not self._evidence.get(name)]

    def _ask_lines(self, name: str) -> None:
        """Ask for what was done, with which result and who can confirm it; keep each line as it comes.

        Asked again in the same interview, the new lines stand for the earlier ones, in the sheet as in what is kept.
        """
        prompts = self._interview.words.expectations[name].evidence
        title = self._interview.words.title(name)
        others = self._sheet.evidence.get(name, ())
        lines: dict[str, str] = {}
        for key, question in (("what", f"{title}. {prompts.what}"), ("result", prompts.result), ("who", prompts.confirm)):
            line = visible(self._asker.line(question))[:LONGEST_LINE]
            if line:
                lines[key] = line
                self._evidence[name] = [*others, dict(lines)]
                self._keeper.shown(name, lines)
            elif key == "what":
                return


def _evidence_opening(count: int) -> str:
    if count == 1:
        return "1 answer decides where you stand. A line of evidence makes it easier to stand by. Enter passes."
    return f"{count} answers decide where you stand. A line of evidence makes each easier to stand by. Enter passes."
