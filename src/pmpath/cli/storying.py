"""What pmpath interview stories and story do: show the bank, build a story from evidence, change it, take it out."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pmpath.cli.askers import new_asker, somebody_can_answer, stopping_in_order
from pmpath.cli.keeping import say_what_was_set_aside
from pmpath.cli.options import one_of
from pmpath.cli.outcome import Forms, Outcome, Shape
from pmpath.cli.standing import journal_and_records
from pmpath.core.storytelling import uses
from pmpath.errors import UsageError
from pmpath.journal.evidence import evidence
from pmpath.journal.practice import practices
from pmpath.journal.stories import add, change, remove, stories
from pmpath.model.suggest import did_you_mean
from pmpath.model.visible import visible

if TYPE_CHECKING:
    from pmpath.content.library import Library
    from pmpath.journal.journal import Journal
    from pmpath.journal.line import Record
    from pmpath.model.evidence import Evidence
    from pmpath.model.story import KeptStory
    from pmpath.render.stories import Bank

ACTIONS = ("new", "edit", "rm")
"""What can be done with a story beside showing it by its number."""


class Told(NamedTuple):
    """What options say of a story: its lines by part, the number of the evidence, competencies, None where not said."""

    lines: Mapping[str, str]
    evidence: int | None = None
    competencies: Sequence[str] | None = None

    @property
    def anything(self) -> bool:
        """Say whether any line or competency is given."""
        return bool(self.lines) or self.competencies is not None


class StoryKeeper:
    """Keeps one story: adds it once, then keeps how it reads."""

    def __init__(self, journal: "Journal", evidence: str | None, competencies: Sequence[str], name: str = "") -> None:
        """Take what it was built from, what it tells about, and its id where it is kept already."""
        self._journal = journal
        self._evidence = evidence
        self._competencies = tuple(competencies)
        self.name = name

    def keep(self, lines: Mapping[str, str]) -> None:
        """Keep the lines as they are so far."""
        if self.name:
            change(self._journal, self.name, lines, self._competencies)
        else:
            self.name = add(self._journal, lines, evidence=self._evidence, competencies=self._competencies).id


def listing(library: "Library", shape: Shape) -> Outcome:
    """Return the bank: all stories, and the competencies against them."""
    from pmpath.render.stories import bank_data, bank_page, bank_rows

    bank = _bank(journal_and_records(shape)[1], library)
    first = [f"pmpath interview story {bank.stories[0].number}"] if bank.stories else []
    commands = [*first, _new_command(bank)]
    return Outcome(
        "stories",
        lambda: bank_data(bank),
        lambda: bank_page(bank, commands),
        commands,
        forms=Forms(table=lambda: bank_rows(bank)),
    )


def run(word: str, number: int | None, told: Told, library: "Library", shape: Shape) -> Outcome:
    """Do with a story what the word says; a number alone shows it."""
    if word.isascii() and word.isdigit():
        if number is not None or told.anything:
            raise UsageError("a number alone shows a story", hint=f"pmpath interview story edit {word} changes it")
        return _shown(journal_and_records(shape)[1], int(word), library)
    match one_of(word, ACTIONS, "story"):
        case "new":
            return _new(told, library, shape)
        case "edit":
            return _edit(_required(number), told, library, shape)
        case _:
            return _remove(_required(number), library, shape)


def _required(number: int | None) -> int:
    if number is None:
        raise UsageError("say which story", hint="see pmpath interview stories for the numbers")
    return number


def _new(told: Told, library: "Library", shape: Shape) -> Outcome:
    """Build a story, from evidence where one is named; ask for what is missing where somebody can answer."""
    journal, records = journal_and_records(shape)
    entry = _evidence(records, told.evidence) if told.evidence is not None else None
    lines = _said({**_prefilled(entry), **told.lines})
    shown = _shown_by(entry, library) if told.competencies is None else _competencies(told.competencies, library)
    keeper = StoryKeeper(journal, entry.id if entry else None, shown)
    if lines:
        keeper.keep(lines)
    if somebody_can_answer(shape) and not told.lines:
        _ask_parts(keeper, lines, library, shape)
    if not keeper.name:
        hint = "name evidence with --evidence N, or tell it with --situation, --task, --action, --result, --lesson"
        raise UsageError("nothing was said, so no story is kept", hint=hint)
    return _saved(keeper.name, journal, library)


def _edit(number: int, told: Told, library: "Library", shape: Shape) -> Outcome:
    """Change parts of a story; ask for them where none is given and somebody can answer."""
    journal, records = journal_and_records(shape)
    story = _numbered(records, number)
    if told.evidence is not None:
        raise UsageError("a story stays with the evidence it was built from", hint="pmpath interview story new --evidence N")
    shown = story.competencies if told.competencies is None else _competencies(told.competencies, library)
    keeper = StoryKeeper(journal, story.evidence, shown, story.id)
    if told.anything:
        keeper.keep(_changed(story, told))
    elif somebody_can_answer(shape):
        _ask_parts(keeper, story.lines, library, shape)
    else:
        raise UsageError("say what to change", hint="--situation, --task, --action, --result, --lesson or --competency")
    return _saved(story.id, journal, library)


def _changed(story: "KeptStory", told: Told) -> dict[str, str]:
    """Return the lines of a story with some changed, and without those that are cleared."""
    lines = _said({**story.lines, **told.lines})
    if not lines:
        raise UsageError("a story keeps one part at least", hint=f"pmpath interview story rm {story.number} takes it out")
    return lines


def _said(lines: Mapping[str, str]) -> dict[str, str]:
    """Return the lines that say something."""
    return {name: line for name, line in lines.items() if line}


def _remove(number: int, library: "Library", shape: Shape) -> Outcome:
    journal, records = journal_and_records(shape)
    story = _numbered(records, number)
    remove(journal, story.id)
    say_what_was_set_aside(journal)
    return _outcome(story, _bank(records, library), ["pmpath interview stories"], "Removed. ")


def _ask_parts(keeper: StoryKeeper, lines: Mapping[str, str], library: "Library", shape: Shape) -> None:
    from pmpath.asking.story import PartAsked, ask_parts

    parts = [PartAsked(part.id, part.name, part.asks) for part in library.interview.stories.parts]
    with stopping_in_order(lambda: "Stopped. What you said so far is kept." if keeper.name else "Stopped."):
        ask_parts(new_asker(shape), parts, keeper, lines)


def _prefilled(entry: "Evidence | None") -> dict[str, str]:
    """Return the parts of a story that a piece of evidence says already."""
    if entry is None:
        return {}
    result = {"result": entry.lines["result"]} if entry.lines.get("result") else {}
    return {"action": entry.what, **result}


def _shown_by(entry: "Evidence | None", library: "Library") -> list[str]:
    """Return the competencies that a piece of evidence shows something of."""
    shown = [name.partition(".")[0] for name in (entry.shows if entry else ()) if "." in name]
    return [name for name in dict.fromkeys(shown) if name in library.words.competencies]


def _competencies(given: Sequence[str], library: "Library") -> list[str]:
    """Return the competencies in options, which commas may part; `UsageError` for what is none."""
    names = [name.strip() for one in given for name in one.split(",") if name.strip()]
    known = library.words.competencies
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f"competencies: {', '.join(known)}"
            raise UsageError(f'--competency: there is no competency "{visible(name[:64])}"', hint=hint)
    return list(dict.fromkeys(names))


def _evidence(records: "Sequence[Record]", number: int) -> "Evidence":
    from pmpath.cli.exhibits import numbered

    return numbered(evidence(records), number)


def _numbered(records: "Sequence[Record]", number: int) -> "KeptStory":
    for story in stories(records):
        if story.number == number:
            return story
    raise UsageError(f"there is no story {number}", hint="see pmpath interview stories for the numbers")


def _saved(name: str, journal: "Journal", library: "Library") -> Outcome:
    say_what_was_set_aside(journal)
    records = journal.records()
    story = next(one for one in stories(records) if one.id == name)
    return _outcome(story, _bank(records, library), _commands_for(story), "Saved. ")


def _shown(records: "Sequence[Record]", number: int, library: "Library") -> Outcome:
    story = _numbered(records, number)
    return _outcome(story, _bank(records, library), _commands_for(story))


def _commands_for(story: "KeptStory") -> list[str]:
    """Return what comes next: to fill what is open, else to tell it."""
    if story.missing:
        return [f"pmpath interview story edit {story.number}", "pmpath interview stories"]
    return [f"pmpath interview behavioral --story {story.number}", "pmpath interview stories"]


def _outcome(story: "KeptStory", bank: "Bank", commands: list[str], said: str = "") -> Outcome:
    from pmpath.render.stories import story_data, story_page

    return Outcome("story", lambda: story_data(story, bank), lambda: story_page(story, bank, commands, said), commands)


def _bank(records: "Sequence[Record]", library: "Library") -> "Bank":
    from pmpath.render.stories import Bank

    return Bank(
        stories(records),
        uses(practices(records)),
        {entry.id: entry for entry in evidence(records)},
        {name: one.name for name, one in library.words.competencies.items() if one.kind != "fact"},
        library.interview.stories,
    )


def _new_command(bank: "Bank") -> str:
    """Return the command that builds a story: from the first evidence that none was built from, where there is one."""
    told = {story.evidence for story in bank.stories}
    fresh = next((entry.number for entry in bank.evidence.values() if entry.id not in told), None)
    return "pmpath interview story new" + (f" --evidence {fresh}" if fresh else "")
