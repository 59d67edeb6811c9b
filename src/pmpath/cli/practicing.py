"""What pmpath interview TYPE does: picks a prompt, takes the answer from options or from the person, keeps it, shows it."""

import os
from collections.abc import Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from pmpath.cli.askers import new_asker, somebody_can_answer, stopping_in_order
from pmpath.cli.keeping import present_day, say_what_was_set_aside
from pmpath.cli.outcome import Forms, Outcome, Shape
from pmpath.cli.picking import Known, Wanted, pick
from pmpath.cli.practice_keeper import Holder, JournalHolder
from pmpath.cli.rehearsed import overview_outcome, practice_outcome
from pmpath.cli.standing import journal_and_records
from pmpath.errors import UsageError
from pmpath.journal.assessments import last
from pmpath.journal.ladders import of_ladder
from pmpath.journal.practice import practices
from pmpath.journal.stories import stories
from pmpath.model.practiced import How, Message
from pmpath.model.suggest import did_you_mean
from pmpath.model.visible import visible

if TYPE_CHECKING:
    from pmpath.asking.practice import Rated, Setup
    from pmpath.content.library import Library
    from pmpath.journal.journal import Journal
    from pmpath.journal.line import Record
    from pmpath.model.question import QuestionType
    from pmpath.render.question import Picked

BEHAVIORAL = "behavioral"
"""The type whose answers are stories."""
MOST_POINTS = 3


class Given(NamedTuple):
    """An answer as options give it: a file, or said aloud; points by criterion, the number of a story, whether to keep it."""

    file: str | None = None
    said: bool = False
    scores: Sequence[str] = ()
    story: int | None = None
    keep: bool = True

    @property
    def anything(self) -> bool:
        """Say whether an answer is given."""
        return self.file is not None or self.said


def run(wanted: Wanted, given: Given, library: "Library", shape: Shape) -> Outcome:
    """Practice with a prompt; without an answer and a terminal hand the prompt over."""
    journal, records = journal_and_records(shape)
    known = Known(practices(records), last(of_ladder(records, library.identity.id)), present_day(shape.today))
    picked = pick(wanted, known, library)
    if picked is None:
        return overview_outcome(records, library, shape, only_due=True)
    holder = _holder(picked, given, journal, records, known.today)
    if given.anything:
        _take_given(given, holder, picked, library)
    elif given.scores:
        raise UsageError(
            "--score needs an answer", hint="give it with --answer FILE or --said; pmpath interview score N scores later"
        )
    elif somebody_can_answer(shape):
        _ask(holder, picked, (given, records), library, shape)
    else:
        return _prompt(picked, library)
    say_what_was_set_aside(journal)
    return practice_outcome(holder.practice, journal.records(), library, saved=given.keep)


def timer(minutes: int | None, *, off: bool) -> int | None:
    """Return the minutes of the timer, None for those of the type, 0 for none; `UsageError` where both are asked for."""
    if off and minutes is not None:
        raise UsageError("--minutes and --no-timer exclude each other", hint="use one of them")
    return 0 if off else minutes


def _holder(picked: "Picked", given: Given, journal: "Journal", records: "Sequence[Record]", today: str) -> Holder:
    numbered = {story.number: story.id for story in stories(records)}
    if given.story is not None and given.story not in numbered:
        raise UsageError(f"there is no story {given.story}", hint="see pmpath interview stories for the numbers")
    held = Holder(picked.round, today, numbered)
    if not given.keep:
        return held
    return JournalHolder(journal, held, numbered)


def _take_given(given: Given, holder: Holder, picked: "Picked", library: "Library") -> None:
    """Take the answer that options give; everything is looked at before anything is kept."""
    points = scores_in(given.scores, picked.type, library)
    text = _text_of(given)
    holder.begin()
    if text:
        holder.write(text)
    holder.finish(How.SAID if given.said else How.FILE, None)
    if given.story is not None:
        holder.tell(given.story)
    for criterion, point in points.items():
        holder.score(criterion, point)


def _text_of(given: Given) -> str:
    """Return the text of the file that is named, made visible; empty where the answer was said aloud."""
    if given.file is None:
        return ""
    if given.said:
        raise UsageError("--answer and --said exclude each other", hint="use one of them")
    from pmpath.content.pieces import read_piece

    text = read_piece(given.file).replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).strip("\n")
    if not text.strip():
        raise UsageError("the answer is empty", hint="write a line or more, or use --said")
    return visible(text, lines=True)


def scores_in(given: Sequence[str], one: "QuestionType", library: "Library") -> Mapping[str, int]:
    """Return the points in options, ID=1..3; `UsageError` where one is none or not all five are there."""
    known = [anchored.criterion for anchored in one.rubric]
    points: dict[str, int] = {}
    for text in given:
        criterion, value = _score_in(text, known, one.id)
        points[criterion] = value
    absent = [criterion.id for criterion in library.interview.scoring.criteria if criterion.id not in points]
    if points and absent:
        raise UsageError(f"not scored: {', '.join(absent)}", hint="score all five criteria or none: --score ID=1..3")
    return points


def _score_in(text: str, known: "Sequence[str]", type_name: str) -> tuple[str, int]:
    name, _, value = text.partition("=")
    criterion = name.strip().lower()
    if criterion not in known:
        hint = did_you_mean(criterion, known) or f"criteria: {', '.join(known)}"
        raise UsageError(f'--score: there is no criterion "{visible(name[:64])}"', hint=hint)
    if value.strip() not in map(str, range(1, MOST_POINTS + 1)):
        hint = f"write {criterion}=1, {criterion}=2 or {criterion}=3; the anchors: pmpath interview show {type_name}"
        raise UsageError(f'--score: "{visible(value[:64])}" is no score', hint=hint)
    return criterion, int(value)


def _ask(holder: Holder, picked: "Picked", around: "tuple[Given, Sequence[Record]]", library: "Library", shape: Shape) -> None:
    """Let the person answer and score; what they said is kept wherever they stop."""
    from pmpath.asking.practice import Rehearsal
    from pmpath.cli.editor import own_editor

    given, records = around
    setup = _setup(picked, given, records, library)
    editor = own_editor(os.environ, [setup.opening[0], *_wrapped(picked.question.text)])
    rehearsal = Rehearsal(new_asker(shape), holder, monotonic, editor)
    with stopping_in_order(lambda: farewell(holder)):
        rehearsal.hold(setup)
        if given.story is not None:
            holder.tell(given.story)


def _setup(picked: "Picked", given: Given, records: "Sequence[Record]", library: "Library") -> "Setup":
    from pmpath.asking.practice import Setup
    from pmpath.render.question import Texts
    from pmpath.render.stories import short_title

    texts = Texts(picked, library.interview, library.words)
    opening = [texts.header(), "", picked.question.text, *filter(None, [texts.variant()]), ""]
    if picked.focus:
        tested = [f"- {text} {practice}" for text, practice in texts.focus()]
        opening = ["What this background is tested on:", *tested, "", *opening]
    if not picked.round.hard:
        opening += ["Steps:", *(f"{place:3}  {step.do}" for place, step in enumerate(picked.type.steps, start=1)), ""]
    told = picked.type.id == BEHAVIORAL and given.story is None
    own = [(story.number, short_title(story)) for story in stories(records)] if told else []
    messages: dict[str, str] = {one.id: one.text for one in library.interview.scoring.messages}
    over, empty = messages[Message.TIME_UP], messages[Message.EMPTY]
    return Setup(opening, picked.round.minutes, rubric_of(picked.type, library), own, over, empty)


def rubric_of(one: "QuestionType", library: "Library") -> "list[Rated]":
    """Return the criteria of a type with their anchors, in the order in which they are scored."""
    from pmpath.asking.practice import Rated

    criteria = {criterion.id: criterion for criterion in library.interview.scoring.criteria}
    return [
        Rated(each.criterion, criteria[each.criterion].name, criteria[each.criterion].asks, each.anchors) for each in one.rubric
    ]


def farewell(holder: Holder) -> str:
    """Say what is kept where the person stops."""
    practice = holder.practice
    if not practice.number:
        return "Stopped. Nothing was kept." if holder.has_words else "Stopped. Nothing was said yet, so nothing is kept."
    if practice.how is None:
        return f"Stopped. What you wrote is kept as practice {practice.number}: pmpath interview log {practice.number}"
    number, scores = practice.number, " with the scores so far" if practice.scores else ""
    return f"Stopped. Your answer is kept as practice {number}{scores}; score it with: pmpath interview score {number}"


def _prompt(picked: "Picked", library: "Library") -> Outcome:
    from pmpath.render.question import question_document, question_page, question_rows

    name = picked.question.id
    commands = [
        f"pmpath interview {picked.type.id} --prompt {name} --answer answer.txt",
        f"pmpath interview {picked.type.id} --prompt {name} --said",
        f"pmpath interview show {picked.type.id}",
    ]
    return Outcome(
        "question",
        lambda: question_document(picked, library.interview),
        lambda: question_page(picked, library.interview, library.words, commands),
        commands,
        forms=Forms(table=lambda: question_rows(picked, library.interview)),
    )


def _wrapped(text: str) -> list[str]:
    from textwrap import wrap

    return wrap(text, 76)
