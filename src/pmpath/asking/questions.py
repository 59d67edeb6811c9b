"""The words of an interview: a question as a prompt, what counts as an answer to it, why it is asked."""

from collections.abc import Iterator

from pmpath.asking.asker import MOVE_NAMES, Choice, Prompt
from pmpath.core.course import Question, Reason
from pmpath.model.answer import NONE
from pmpath.model.words import Words

SECONDS_A_QUESTION = 15
_AGAIN = {
    Reason.WORKED_ON: "asked again: your plan worked on it",
    Reason.OPEN_BEFORE: "asked again: it was open last time",
    Reason.SECOND_VIEW: "asked of both of you",
    Reason.NARROW: "asked again: your level rests on it, with little to spare",
}


def prompt_of(words: Words, name: str, header: str, earlier: str | None = None) -> Prompt:
    """Return the question of that id as a prompt."""
    fact = words.competencies.get(name)
    title = words.question_title(name)
    if fact is not None and fact.question is not None and fact.none is not None:
        statements = [Choice(part.level, part.question, part.label) for part in reversed(fact.expectations)]
        choices = [*statements, Choice(NONE, fact.none.statement, fact.none.label)]
        return Prompt(header, title, fact.question, "", choices, earlier)
    options = [Choice(option.id, option.label, option.short) for option in words.ladder.answers]
    return Prompt(header, title, words.expectations[name].question, words.ladder.frame, options, earlier)


def progress(place: int, total: int) -> str:
    """Say how far an interview is: "7 of about 15, 3 minutes left"; `place` counts from 1."""
    left = max(1, round((total - place + 1) * SECONDS_A_QUESTION / 60))
    return f"{place} of about {max(place, total)}, {left} {'minute' if left == 1 else 'minutes'} left"


def reason(words: Words, question: Question) -> str:
    """Say what a question decides or completes."""
    levels = list(words.levels)
    here = words.level_short(levels[question.rank - 1])
    match question.reason:
        case Reason.PLACES if question.id in words.competencies:
            return "decides which role you answer for"
        case Reason.PLACES:
            below = words.level_short(levels[question.rank - 2]) if question.rank > 1 else "the way in"
            return f"decides {below} or {here}"
        case Reason.COMPLETES_LIST:
            return f"completes your list for {here}"
        case Reason.FILLS_HOLE:
            return f"completes the picture at {here}"
        case Reason.WANTED_ALL:
            return f"part of the full set, {here}"
        case _:
            return _AGAIN[question.reason]


def what_counts(words: Words, name: str) -> Iterator[str]:
    """Yield what counts as a yes and what does not, what each answer means, and what the keys do."""
    yield from _counted(words, name)
    yield "Keys: " + ", ".join(f"{move} {what}" for move, what in MOVE_NAMES.items())


def _counted(words: Words, name: str) -> Iterator[str]:
    fact = words.competencies.get(name)
    if fact is not None:
        yield "The highest statement that is true today counts, whatever your title says. For example:"
        yield from (": ".join((f"- {part.label}", *part.counts_if[:1])) for part in reversed(fact.expectations))
        return
    part = words.expectations[name]
    if part.counts_if:
        yield "This counts:"
    yield from (f"- {example}" for example in part.counts_if)
    if part.does_not_count:
        yield f"This does not count: {part.does_not_count}"
    yield "What the answers mean:"
    yield from (f"- {option.short}: {option.meaning}" for option in words.ladder.answers)


def why_asked(words: Words, name: str, because: str) -> Iterator[str]:
    """Yield why a question is asked; `because` says what its answer decides, where that is known."""
    competency = words.competencies[name.partition(".")[0]]
    yield ": ".join(filter(None, (competency.name, competency.why or competency.summary)))
    if because:
        yield f"Your answer {because}."
