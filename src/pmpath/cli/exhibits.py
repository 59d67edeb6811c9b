"""What pmpath evidence does: adds, shows, finds, changes and removes pieces of evidence."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pmpath.cli.askers import new_asker, somebody_can_answer, stopping_in_order
from pmpath.cli.evidencing import EntryKeeper, confirm_shows, likely_shown, shown_ids
from pmpath.cli.keeping import present_day, say_what_was_set_aside
from pmpath.cli.outcome import Forms, Outcome, Shape
from pmpath.cli.standing import journal_and_records
from pmpath.core.quality import quality
from pmpath.errors import UsageError
from pmpath.journal.evidence import change, evidence
from pmpath.journal.evidence import remove as take_out

if TYPE_CHECKING:
    from pmpath.content.library import Library
    from pmpath.journal.journal import Journal
    from pmpath.model.evidence import Evidence

QUESTIONS = {
    "what": "What did you do? One line.",
    "result": "What came of it, before and after where there is a number? Enter passes.",
    "who": "Who can confirm it? Enter passes.",
    "link": "Where can it be seen: an address or a file? Enter passes.",
}


def add(lines: Mapping[str, str], shows: Sequence[str], library: "Library", shape: Shape) -> Outcome:
    """Keep a piece of evidence; ask for what is missing where somebody can answer."""
    journal, _ = journal_and_records(shape)
    lines = _said(lines)
    keeper = EntryKeeper(journal, shown_ids(library.words, shows))
    asks = somebody_can_answer(shape)
    if "what" in lines:
        keeper.keep(lines)
    elif not asks:
        raise UsageError("evidence begins with what you did", hint='pmpath evidence add "what you did"')
    if asks:
        lines = _asked(lines, keeper, library, shape)
    if not keeper.name:
        raise UsageError("nothing was said, so nothing was kept", hint='pmpath evidence add "what you did"')
    return _saved(_entry_of(journal, lines), journal, library, shape)


def edit(number: int, lines: Mapping[str, str], shows: Sequence[str] | None, library: "Library", shape: Shape) -> Outcome:
    """Keep how a piece of evidence reads from now on."""
    journal, records = journal_and_records(shape)
    entry = numbered(evidence(records), number)
    if not lines and shows is None:
        raise UsageError("say what to change", hint="--what, --result, --who, --date, --link or --shows")
    now = _changed(entry, lines)
    shown = entry.shows if shows is None else shown_ids(library.words, shows)
    change(journal, entry.id, now, shown)
    return _saved(entry._replace(lines=now, shows=shown), journal, library, shape)


def _changed(entry: "Evidence", lines: Mapping[str, str]) -> dict[str, str]:
    """Return the lines of a piece of evidence with some changed, and without those that are cleared."""
    now = _said({**entry.lines, **lines})
    if "what" not in now:
        raise UsageError("evidence keeps what you did", hint=f"pmpath evidence rm {entry.number} takes it out")
    return now


def remove(number: int, shape: Shape) -> Outcome:
    """Take a piece of evidence out of what counts."""
    from pmpath.render.evidence import evidence_data, removed_page

    journal, records = journal_and_records(shape)
    entry = numbered(evidence(records), number)
    take_out(journal, entry.id)
    say_what_was_set_aside(journal)
    good, commands = quality(entry, present_day(shape.today)), ["pmpath evidence list"]
    return Outcome(
        "evidence",
        lambda: {"removed": True, **evidence_data(entry, good)},
        lambda: removed_page(entry, commands),
        commands,
    )


def listing(shows: str | None, library: "Library", shape: Shape) -> Outcome:
    """Return all evidence, or only that which shows one thing."""
    _, records = journal_and_records(shape)
    wanted = shown_ids(library.words, [shows] if shows else [])
    return _listed([one for one in evidence(records) if set(wanted) <= set(one.shows)], library, shape)


def found(words: Sequence[str], library: "Library", shape: Shape) -> Outcome:
    """Return the evidence that has all of the words in it, however they are written."""
    _, records = journal_and_records(shape)
    wanted = [word.lower() for word in words if word.strip()]
    if not wanted:
        raise UsageError("there is no word to search for", hint="pmpath evidence list shows all")
    return _listed([one for one in evidence(records) if all(word in _text(one) for word in wanted)], library, shape)


def _text(entry: "Evidence") -> str:
    return " ".join((*entry.lines.values(), *entry.shows)).lower()


def _asked(lines: Mapping[str, str], keeper: EntryKeeper, library: "Library", shape: Shape) -> Mapping[str, str]:
    """Ask for what was not given, and for what it shows; return all lines."""
    from pmpath.asking.evidence import ask_lines

    asker = new_asker(shape)
    with stopping_in_order(lambda: "Stopped. What you said so far is kept." if keeper.name else "Stopped."):
        if "what" not in lines:
            questions = {name: question for name, question in QUESTIONS.items() if name not in lines}
            lines = ask_lines(asker, questions, keeper, lines)
        if "what" in lines:
            confirm_shows(asker, library.words, keeper, lines)
    return lines


def _entry_of(journal: "Journal", lines: Mapping[str, str]) -> "Evidence":
    """Return the entry with these lines, which was kept just now or before."""
    known = _said(lines)
    return next(one for one in evidence(journal.records()) if one.lines == known)


def _said(lines: Mapping[str, str]) -> dict[str, str]:
    """Return the lines that say something."""
    return {name: line for name, line in lines.items() if line}


def numbered(entries: "Sequence[Evidence]", number: int) -> "Evidence":
    """Return a piece of evidence by its number; `UsageError` where there is none."""
    for entry in entries:
        if entry.number == number:
            return entry
    raise UsageError(f"there is no evidence {number}", hint="see pmpath evidence list for the numbers")


def _saved(entry: "Evidence", journal: "Journal", library: "Library", shape: Shape) -> Outcome:
    from pmpath.render.evidence import evidence_data, saved_page

    say_what_was_set_aside(journal)
    good = quality(entry, present_day(shape.today))
    likely = [] if entry.shows else likely_shown(library.words, entry.lines)
    commands = [f"pmpath evidence edit {entry.number} --shows {likely[0]}"] if likely else ["pmpath evidence list"]
    return Outcome(
        "evidence",
        lambda: {**evidence_data(entry, good), "suggested": likely},
        lambda: saved_page(entry, good, likely, library.words, commands),
        commands,
    )


def _listed(entries: "Sequence[Evidence]", library: "Library", shape: Shape) -> Outcome:
    from pmpath.render.evidence import evidence_data, list_page
    from pmpath.render.rows import evidence_rows

    today = present_day(shape.today)
    judged = [(one, quality(one, today)) for one in entries]
    commands = ["pmpath case"] if entries else ['pmpath evidence add "what you did"']
    return Outcome(
        "evidence",
        lambda: {"evidence": [evidence_data(*one) for one in judged]},
        lambda: list_page(judged, library.words, commands),
        commands,
        forms=Forms(table=lambda: evidence_rows(judged)),
    )
