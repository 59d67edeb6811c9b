"""What pmpath interview shows: the types, one type, one practice, the log of all, the stages of a loop."""

from typing import TYPE_CHECKING

from pmpath.cli.askers import new_asker, somebody_can_answer, stopping_in_order
from pmpath.cli.keeping import present_day, say_what_was_set_aside
from pmpath.cli.outcome import Forms, Outcome, Shape
from pmpath.cli.picking import find_type, standings_of
from pmpath.cli.standing import journal_and_records
from pmpath.content.practice import parts_of, steps_of
from pmpath.core.practice import first_due
from pmpath.core.signs import look
from pmpath.errors import UsageError
from pmpath.journal.practice import practices
from pmpath.journal.stories import stories
from pmpath.model.reviewed import Earlier, ReviewedPractice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.content.library import Library
    from pmpath.journal.line import Record
    from pmpath.model.practiced import KeptPractice, Look
    from pmpath.model.question import Question, QuestionType


def overview(library: "Library", shape: Shape) -> Outcome:
    """Return all types with how practice of each stands."""
    return overview_outcome(journal_and_records(shape)[1], library, shape)


def overview_outcome(records: "Sequence[Record]", library: "Library", shape: Shape, *, only_due: bool = False) -> Outcome:
    """Return all types; `only_due` says that what is due was asked for, and nothing is."""
    from pmpath.render.interview import Overview, interview_data, interview_page, interview_rows

    today = present_day(shape.today)
    ones = standings_of(practices(records), library)
    shown = Overview(library.interview, ones, today)
    due = first_due(ones, today)
    next_one = due or min(ones, key=lambda one: one.due_on or "")
    note = f"Nothing is due before {next_one.due_on}." if only_due else ""
    commands = [f"pmpath interview {next_one.type}", f"pmpath interview show {next_one.type}", "pmpath interview loop"]
    return Outcome(
        "interview",
        lambda: interview_data(shown),
        lambda: interview_page(shown, commands, note),
        commands,
        forms=Forms(table=lambda: interview_rows(shown)),
    )


def show(name: str, library: "Library") -> Outcome:
    """Return one type with all that belongs to it."""
    from pmpath.render.question_type import QuestionTypePage, type_data

    one = find_type(library, name)
    commands = [f"pmpath interview {one.id}", f"pmpath interview {one.id} --hard"]
    return Outcome(
        "question-type",
        lambda: type_data(one, library.interview),
        lambda: QuestionTypePage(one, library.interview, library.words).build(commands),
        commands,
    )


def log(number: int | None, library: "Library", shape: Shape) -> Outcome:
    """Return all practice that is kept, or one with its answer."""
    from pmpath.render.practice_data import listed_data, log_rows
    from pmpath.render.practice_log import log_page

    _, records = journal_and_records(shape)
    if number is not None:
        return practice_outcome(_numbered(records, number), records, library, saved=False, with_answer=True)
    reviewed = [one for one in (_reviewed(each, records, library) for each in practices(records)) if one is not None]
    due = first_due(standings_of(practices(records), library), present_day(shape.today))
    shown = [f"pmpath interview log {reviewed[-1].practice.number}"] if reviewed else []
    commands = [*shown, "pmpath interview --due" if due else "pmpath interview"]
    return Outcome(
        "practice-log",
        lambda: {"practices": [listed_data(one) for one in reviewed]},
        lambda: log_page(reviewed, library.interview, commands),
        commands,
        forms=Forms(table=lambda: log_rows(reviewed, library.interview)),
    )


def score(number: int, given: "Sequence[str]", library: "Library", shape: Shape) -> Outcome:
    """Keep scores of a practice that is kept already; ask for them where none are given."""
    from pmpath.cli.practice_keeper import Holder, JournalHolder
    from pmpath.cli.practicing import rubric_of, scores_in

    journal, records = journal_and_records(shape)
    practice = _numbered(records, number)
    one = find_type(library, practice.round.type)
    points = scores_in(given, one, library)
    held = Holder(practice.round, practice.day, {})
    held.practice = practice
    holder = JournalHolder(journal, held, {})
    if points:
        holder.score_all(points)
    elif somebody_can_answer(shape):
        from pmpath.asking.practice import Rehearsal

        asker = new_asker(shape)
        for text in _asked(practice, one):
            asker.say(text)
        with stopping_in_order(lambda: f"Stopped. The scores so far are kept; go on with: pmpath interview score {number}"):
            Rehearsal(asker, holder, lambda: 0.0, None).score(rubric_of(one, library))
    else:
        raise UsageError(
            "a score is given by its anchors, and there is no terminal to ask in", hint="--score ID=1..3, for all five"
        )
    say_what_was_set_aside(journal)
    return practice_outcome(holder.practice, journal.records(), library, saved=True)


def _asked(practice: "KeptPractice", one: "QuestionType") -> "list[str]":
    """Return the prompt and the answer that are to be scored."""
    prompt = [question.text for question in one.questions if question.id == practice.round.question]
    return [f"Practice {practice.number}: {one.name}", *prompt, "", *practice.text.splitlines()]


def loop(library: "Library") -> Outcome:
    """Return the stages of an interview loop, and real examples."""
    from pmpath.render.loop import loop_data, loop_page, loop_rows

    stages = library.interview.loop
    types: dict[str, str] = {one.id: one.name for one in library.interview.types}
    sources = {source.key: source for source in library.sources}
    commands = ["pmpath interview", "pmpath interview stories"]
    return Outcome(
        "loop",
        lambda: loop_data(stages),
        lambda: loop_page(stages, types, sources, commands),
        commands,
        forms=Forms(table=lambda: loop_rows(stages)),
    )


def practice_outcome(
    practice: "KeptPractice", records: "Sequence[Record]", library: "Library", *, saved: bool, with_answer: bool = False
) -> Outcome:
    """Return one practice beside the one of its type before it; the page has the answer where that is wanted."""
    from pmpath.render.practice import PracticePage, Said
    from pmpath.render.practice_data import practice_data, practice_rows

    reviewed = _reviewed(practice, records, library)
    if reviewed is None:
        raise UsageError(f"practice {practice.number} is about a prompt that is gone", hint="pmpath data export has its text")
    scored = [] if practice.scores or not practice.number else [f"pmpath interview score {practice.number}"]
    commands = [*scored, f"pmpath interview show {practice.round.type}", "pmpath interview --due"]
    return Outcome(
        "practice",
        lambda: practice_data(reviewed, library.interview),
        lambda: PracticePage(reviewed, library.interview, library.words).build(Said(saved, with_answer, commands)),
        commands,
        forms=Forms(table=lambda: practice_rows(reviewed)),
    )


def _numbered(records: "Sequence[Record]", number: int) -> "KeptPractice":
    for one in practices(records):
        if one.number == number:
            return one
    raise UsageError(f"there is no practice {number}", hint="see pmpath interview log for the numbers")


def _reviewed(practice: "KeptPractice", records: "Sequence[Record]", library: "Library") -> ReviewedPractice | None:
    """Return a practice beside what it was about; None where the content has its prompt no longer."""
    asked = _asked_of(practice, library)
    if asked is None:
        return None
    one, question = asked
    told = next((story for story in stories(records) if story.id == practice.story), None)
    return ReviewedPractice(
        practice, one, question, _look(practice, one, library), _before(practice, records, one, library), told
    )


def _asked_of(practice: "KeptPractice", library: "Library") -> "tuple[QuestionType, Question] | None":
    for one in library.interview.types:
        for question in one.questions:
            if (one.id, question.id) == (practice.round.type, practice.round.question):
                return one, question
    return None


def _before(practice: "KeptPractice", records: "Sequence[Record]", one: "QuestionType", library: "Library") -> Earlier | None:
    numbers = range(1, practice.number or len(records) + 1)
    done = (each for each in practices(records) if each.number in numbers and each.how is not None)
    earlier = [each for each in done if each.round.type == one.id]
    return Earlier(earlier[-1], _look(earlier[-1], one, library)) if earlier else None


def _look(practice: "KeptPractice", one: "QuestionType", library: "Library") -> "Look | None":
    """Look through what was typed; there is nothing to look through where the answer was said."""
    if not practice.text.strip():
        return None
    return look(practice.text, parts_of(one, library.interview), steps_of(one))
