"""The ladder as pages: the whole table, one level, two levels side by side."""

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pmpath.render.page import Page
from pmpath.render.phrases import sentence
from pmpath.render.roads import add_roads
from pmpath.render.stages import experience, horizon, manages, span, success

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pmpath.model.ladder import Milestone, Shift
    from pmpath.model.level import Level, Range
    from pmpath.model.words import Words


def ladder_page(words: "Words", next_commands: "Sequence[str]") -> Page:
    """Write the whole ladder: one row a level, grouped by band where there are bands."""
    page = Page()
    page.text(words.ladder.name, "title")
    _unbanded(page, words)
    for band in words.ladder.bands:
        page.heading(band.name)
        page.text(band.summary)
        page.gap()
        _levels(page, [level for level in words.ladder.levels if level.band == band.id])
    if any(level.from_entry for level in words.ladder.levels):
        page.gap()
        page.text("Years are what public sources name. They vary with the company and place nobody.", "quiet")
    page.commands(next_commands)
    return page


def _unbanded(page: Page, words: "Words") -> None:
    """Add the levels that belong to no band; in a ladder without bands those are all."""
    levels = [level for level in words.ladder.levels if level.band is None]
    if levels:
        page.gap()
        _levels(page, levels)


def _levels(page: Page, levels: "Sequence[Level]") -> None:
    """Add a table of levels with the columns that any of them fills; at the least the line that each has."""
    columns = [[text(level) for level in levels] for text in _COLUMNS.values()]
    filled = [(header, cells) for header, cells in zip(_COLUMNS, columns, strict=True) if any(cells)]
    if not filled:
        filled = [("In short", [level.in_one_line for level in levels])]
    headers, cells = zip(*filled, strict=True)
    rows = zip((level.name for level in levels), *cells, strict=True)
    page.table(("Level", *headers), ([one or _NOTHING for one in row] for row in rows))


_NOTHING: Final = "-"
_COLUMNS: Final["Mapping[str, Callable[[Level], str | None]]"] = MappingProxyType(
    {
        "Focus": lambda level: level.focus,
        "Answers for": lambda level: level.reach,
        "Looks ahead": horizon,
        "Manages": manages,
        "Experience": experience,
    }
)
"""Column of the table of levels to what stands in it."""


def level_page(words: "Words", level: "Level", next_commands: "Sequence[str]") -> Page:
    """Write everything about one level."""
    page = Page()
    page.text(f"{level.name}: {level.mode}" if level.mode else level.name, "title")
    page.text(level.in_one_line)
    if level.purpose:
        page.gap()
        page.text(level.purpose)
    _figures(page, level)
    _decisions(page, level)
    _work(page, words, level)
    _expectations(page, words, level)
    _cautions(page, level)
    _way_out(page, words, level)
    add_roads(page, words.roads(level.id))
    _years(page, level)
    page.gap()
    sources = f" Sources: {', '.join(level.sources)}." if level.sources else ""
    page.text(f"Origin: {level.origin}.{sources}", "quiet")
    page.commands(next_commands)
    return page


def _figures(page: Page, level: "Level") -> None:
    rows = (
        ("Scope", level.scope),
        ("Looks ahead", horizon(level)),
        ("Autonomy", level.autonomy),
        ("Success", success(level)),
        ("Manages", manages(level)),
        ("Reports to", level.reports_to),
        ("Answers for", level.accountable_for),
        ("Time with", ", ".join(level.time_with)),
        ("Skills", ", ".join(level.skills)),
        ("Stance", level.mindset),
    )
    said = [(label, text) for label, text in rows if text]
    if said:
        page.heading("In short")
        page.fields(said)
    for size in level.manages.ranges if level.manages else ():
        page.text(f"Team size: {span(size)} ({size.basis}; {_provenance(size)})", "quiet")


def _decisions(page: Page, level: "Level") -> None:
    page.section("Decides", level.decides)
    page.section("Proposes", level.proposes)
    page.section("Asks first", level.asks)


def _work(page: Page, words: "Words", level: "Level") -> None:
    if level.responsibilities:
        page.heading("What the work is")
    for duty in level.responsibilities:
        page.item(duty.text)
        if duty.before:
            page.detail(f"One level below: {duty.before}", "quiet")
    page.section("What to stop doing", level.stop_doing)
    page.section("Weekly habits", [habit.do for habit in level.habits])
    page.section("Is it a good seat?", level.seat_check)
    for group in level.headings:
        page.heading(f"Read under {group.name.lower()}")
        page.text(", ".join(words.competencies[one].name for one in group.competencies))


def _expectations(page: Page, words: "Words", level: "Level") -> None:
    page.heading("What is expected")
    page.fields((name, part.label) for name, part in words.expectations.items() if part.level == level.id)


def _cautions(page: Page, level: "Level") -> None:
    if level.failure_modes:
        page.heading("What stops helping here")
    for mode in level.failure_modes:
        page.item(mode.sign)
        page.detail(f"Instead: {mode.instead}")
    for note in filter(None, (level.branch, level.overlap)):
        page.gap()
        page.text(note)


def _way_out(page: Page, words: "Words", level: "Level") -> None:
    milestones = [milestone for milestone in words.ladder.milestones if milestone.start == level.id]
    if milestones:
        page.heading(f"Milestones toward {words.level_name(milestones[0].to)}")
    for milestone in milestones:
        _milestone(page, milestone)
    for shift in filter(lambda shift: shift.start == level.id, words.ladder.shifts):
        _shift(page, words, shift)


def _milestone(page: Page, milestone: "Milestone") -> None:
    threshold = milestone.threshold
    ours = " (a default of ours)" if threshold.default else ""
    page.item(milestone.text)
    page.detail(f"Counts from: {threshold.value:g} {threshold.unit}{ours}. Evidence: {milestone.question}", "quiet")


def _shift(page: Page, words: "Words", shift: "Shift") -> None:
    page.heading(f"The shift to {words.level_name(shift.to)}")
    rows = (
        ("From", shift.was),
        ("To", shift.becomes),
        ("Why", shift.why),
        ("Try this week", shift.try_this_week),
        ("It worked when", shift.sign_it_worked),
    )
    page.fields([(label, text) for label, text in rows if text])


def _years(page: Page, level: "Level") -> None:
    if any((level.time_in_level, level.from_entry, level.years_note)):
        page.heading("Years")
    for name, ranges in (("In the level", level.time_in_level), ("Experience", level.from_entry)):
        for one in ranges:
            page.item(f"{name}: {span(one)} ({one.basis}; {_provenance(one)})")
    if level.years_note:
        page.text(sentence(level.years_note))


def _provenance(one: "Range") -> str:
    place = "" if one.place == "not stated" else f"{one.place}; "
    return f"{place}{', '.join(one.sources)}, {one.as_of}"


def comparison_page(words: "Words", lower: "Level", upper: "Level", next_commands: "Sequence[str]") -> Page:
    """Write two levels side by side, the lower one first, with every shift between them."""
    page = Page()
    page.text(f"{lower.name} and {upper.name}", "title")
    page.gap()
    page.table(("", lower.name, upper.name), _contrasts(lower, upper))
    for shift in shifts_between(words, lower.id, upper.id):
        page.heading(f"What changes toward {words.level_name(shift.to)}")
        page.items(shift.differences)
        _shift(page, words, shift)
    page.heading(f"Expected of a {upper.name}, not yet of a {lower.name}")
    page.fields((name, part.label) for name, part in words.expectations.items() if part.level == upper.id)
    for note in dict.fromkeys(filter(None, (lower.overlap, upper.overlap))):
        page.gap()
        page.text(note)
    page.commands(next_commands)
    return page


def _contrasts(lower: "Level", upper: "Level") -> list[tuple[str, str, str]]:
    """Return what both levels say, or one of them, row by row."""
    rows = (
        ("In short", _short(lower), _short(upper)),
        ("Stance", lower.mode, upper.mode),
        ("Answers for", lower.reach, upper.reach),
        ("Focus", lower.focus, upper.focus),
        ("Scope", lower.scope, upper.scope),
        ("Autonomy", lower.autonomy, upper.autonomy),
        ("Looks ahead", horizon(lower), horizon(upper)),
        ("Success", success(lower), success(upper)),
        ("Manages", manages(lower), manages(upper)),
        ("Reports to", lower.reports_to, upper.reports_to),
        ("Time with", ", ".join(lower.time_with), ", ".join(upper.time_with)),
        ("Experience", experience(lower), experience(upper)),
    )
    return [(label, low or _NOTHING, high or _NOTHING) for label, low, high in rows if any((low, high))]


def _short(level: "Level") -> str:
    """Return the line that stands for a level where no focus does."""
    return "" if level.focus else level.in_one_line


def shifts_between(words: "Words", lower: str, upper: str) -> "list[Shift]":
    """Return the shifts from one level up to another, in order."""
    order = list(words.levels)
    names = order[order.index(lower) : order.index(upper) + 1]
    found = (words.shift(start, to) for start, to in pairwise(names))
    return [shift for shift in found if shift is not None]
