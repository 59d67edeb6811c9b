"""What pmpath milestones does: shows how the milestones of a level stand, and keeps what the person says of one."""

import os
from collections.abc import Iterator, Sequence
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from pmpath.cli.exhibits import numbered
from pmpath.cli.keeping import say_what_was_set_aside
from pmpath.cli.outcome import Forms, Outcome, Shape
from pmpath.cli.standing import journal_and_records, standing_now
from pmpath.core.assessment import assess
from pmpath.core.milestones import standings
from pmpath.errors import UsageError
from pmpath.journal.evidence import change, evidence
from pmpath.journal.home import home_folder
from pmpath.journal.milestones import counts
from pmpath.journal.milestones import mark as keep_mark
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pmpath.content.library import Library
    from pmpath.journal.line import Record
    from pmpath.model.ladder import Milestone
    from pmpath.model.milestone import MilestoneStanding
    from pmpath.model.words import Words

OWN_FILE = "milestones.yaml"
"""The file in the home folder with a person's own thresholds."""


def checklist(level: str | None, thresholds: str | None, library: "Library", shape: Shape) -> Outcome:
    """Return how the milestones stand on the way out of a level, the person's own where none is named."""
    _, records = journal_and_records(shape)
    return _checklist(level or _own_level(records, library), thresholds, records, library)


def mark(name: str, count: float | None, numbers: Sequence[int], library: "Library", shape: Shape) -> Outcome:
    """Keep how far the person is with a milestone, and link the evidence that shows it."""
    milestone = _milestone(library, name)
    if count is not None and not isfinite(count):
        raise UsageError("how far you are is a number, 0 or more", hint=f"pmpath milestones mark {name} 1")
    journal, records = journal_and_records(shape)
    linked = [numbered(evidence(records), number) for number in numbers]
    reached = own_thresholds(None, library).get(name, milestone.threshold.value)
    keep_mark(journal, name, reached if count is None else count)
    for entry in linked:
        change(journal, entry.id, entry.lines, tuple(dict.fromkeys((*entry.shows, name))))
    say_what_was_set_aside(journal)
    return _checklist(milestone.start, None, journal.records(), library)


def milestone_standings(
    milestones: "Sequence[Milestone]", records: "Sequence[Record]", own: dict[str, float]
) -> "list[MilestoneStanding]":
    """Return how milestones stand by what is kept."""
    ours = {one.id: one.threshold.value for one in milestones}
    return standings(ours, own, counts(records), evidence(records))


def own_thresholds(name: str | None, library: "Library") -> dict[str, float]:
    """Return the person's own thresholds from a named file, else from the home folder; none where there is no such file."""
    path = Path(name) if name is not None else home_folder(os.environ) / OWN_FILE
    if name is None and not path.exists():
        return {}
    from pmpath.content.files import read_given
    from pmpath.content.thresholds import read_thresholds

    known = [one.id for words in _spoken_of(name, library) for one in words.ladder.milestones]
    return read_thresholds(read_given(str(path)), str(path), known)


def _spoken_of(name: str | None, library: "Library") -> "Iterator[Words]":
    """Yield the ladders whose milestones a file may speak of: the one in home may speak of those of the shipped one too."""
    yield library.words
    if name is None and library.own.ladder is not None:
        yield library.shipped.words


def _checklist(level: str, thresholds: str | None, records: "Sequence[Record]", library: "Library") -> Outcome:
    from pmpath.render.milestones import milestones_data, milestones_page
    from pmpath.render.rows import milestone_rows

    milestones = [one for one in library.words.ladder.milestones if one.start == level]
    stand = milestone_standings(milestones, records, own_thresholds(thresholds, library))
    entries = {entry.number: entry for entry in evidence(records)}
    commands = _next_commands(stand)
    return Outcome(
        "milestones",
        lambda: milestones_data(level, stand, library.words),
        lambda: milestones_page(level, stand, entries, library.words, commands),
        commands,
        forms=Forms(table=lambda: milestone_rows(stand)),
    )


def _next_commands(stand: "Sequence[MilestoneStanding]") -> list[str]:
    claimed = next((one for one in stand if one.reached == "claimed"), None)
    if claimed is not None:
        return [f'pmpath evidence add "what you did" --shows {claimed.id}']
    still_open = next((one for one in stand if one.reached == "open"), None)
    return [f"pmpath milestones mark {still_open.id}"] if still_open else ["pmpath case"]


def _own_level(records: "Sequence[Record]", library: "Library") -> str:
    now = standing_now(records, library)
    if now is None:
        raise UsageError("which level to leave is not known yet", hint="name it with --for, or begin with pmpath assess")
    result = assess(library.grid, now.sheet.answers)
    level = result.level or result.level_range.low
    return level if level in library.grid.levels else library.grid.levels[0]


def _milestone(library: "Library", name: str) -> "Milestone":
    known = {one.id: one for one in library.words.ladder.milestones}
    if name not in known:
        hint = did_you_mean(name, known) or "see pmpath milestones --for LEVEL for the ids"
        raise UsageError(f'there is no milestone "{name}"', hint=hint)
    return known[name]
