"""The ladder as pages: the whole table, one level, two levels side by side."""

from itertools import pairwise
from typing import TYPE_CHECKING

from pmpath.render.page import Page
from pmpath.render.phrases import sentence, span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.ladder import Milestone, Shift
    from pmpath.model.level import Level, Range
    from pmpath.model.words import Words


def ladder_page(words: "Words", next_commands: "Sequence[str]") -> Page:
    """Write the whole ladder: one row a level, grouped by band."""
    page = Page()
    page.text(words.ladder.name, "title")
    for band in words.ladder.bands:
        page.heading(band.name)
        page.text(band.summary)
        page.gap()
        levels = [level for level in words.ladder.levels if level.band == band.id]
        page.table(
            ("Level", "Focus", "Answers for", "Looks ahead", "Manages", "Experience"),
            [
                (level.name, level.focus, level.reach, level.horizon.text, level.manages.text, span(level.from_entry[0]))
                for level in levels
            ],
        )
    page.gap()
    page.text("Years are what public sources name. They vary with the company and place nobody.", "quiet")
    page.commands(next_commands)
    return page


def level_page(words: "Words", level: "Level", next_commands: "Sequence[str]") -> Page:
    """Write everything about one level."""
    page = Page()
    page.text(f"{level.name}: {level.mode}", "title")
    page.text(level.in_one_line)
    page.gap()
    page.text(level.purpose)
    _figures(page, level)
    _decisions(page, level)
    _work(page, words, level)
    _expectations(page, words, level)
    _cautions(page, level)
    _way_out(page, words, level)
    _years(page, level)
    page.gap()
    page.text(f"Origin: {level.origin}. Sources: {', '.join(level.sources)}.", "quiet")
    page.commands(next_commands)
    return page


def _figures(page: Page, level: "Level") -> None:
    page.heading("In short")
    page.fields(
        [
            ("Scope", level.scope),
            ("Looks ahead", level.horizon.text),
            ("Autonomy", level.autonomy),
            ("Success", level.success.text),
            ("Manages", level.manages.text),
            ("Reports to", level.reports_to),
            ("Answers for", level.accountable_for),
            ("Time with", ", ".join(level.time_with)),
            ("Skills", ", ".join(level.skills)),
            ("Stance", level.mindset),
        ]
    )
    for size in level.manages.ranges:
        page.text(f"Team size: {span(size)} ({size.basis}; {_provenance(size)})", "quiet")


def _decisions(page: Page, level: "Level") -> None:
    page.section("Decides", level.decides)
    page.section("Proposes", level.proposes)
    page.section("Asks first", level.asks)


def _work(page: Page, words: "Words", level: "Level") -> None:
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
    page.fields(
        [
            ("From", shift.was),
            ("To", shift.becomes),
            ("Why", shift.why),
            ("Try this week", shift.try_this_week),
            ("It worked when", shift.sign_it_worked),
        ]
    )


def _years(page: Page, level: "Level") -> None:
    page.heading("Years")
    for name, ranges in (("In the level", level.time_in_level), ("Experience", level.from_entry)):
        for one in ranges:
            page.item(f"{name}: {span(one)} ({one.basis}; {_provenance(one)})")
    page.text(sentence(level.years_note))


def _provenance(one: "Range") -> str:
    place = "" if one.place == "not stated" else f"{one.place}; "
    return f"{place}{', '.join(one.sources)}, {one.as_of}"


def comparison_page(words: "Words", lower: "Level", upper: "Level", next_commands: "Sequence[str]") -> Page:
    """Write two levels side by side, the lower one first, with every shift between them."""
    page = Page()
    page.text(f"{lower.name} and {upper.name}", "title")
    page.gap()
    page.table(("", lower.name, upper.name), [(label, *cells) for label, *cells in _contrasts(lower, upper)])
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
    return [
        ("Stance", lower.mode, upper.mode),
        ("Answers for", lower.reach, upper.reach),
        ("Focus", lower.focus, upper.focus),
        ("Scope", lower.scope, upper.scope),
        ("Autonomy", lower.autonomy, upper.autonomy),
        ("Looks ahead", lower.horizon.text, upper.horizon.text),
        ("Success", lower.success.text, upper.success.text),
        ("Manages", lower.manages.text, upper.manages.text),
        ("Reports to", lower.reports_to, upper.reports_to),
        ("Time with", ", ".join(lower.time_with), ", ".join(upper.time_with)),
        ("Experience", span(lower.from_entry[0]), span(upper.from_entry[0])),
    ]


def shifts_between(words: "Words", lower: str, upper: str) -> "list[Shift]":
    """Return the shifts from one level up to another, in order."""
    order = list(words.levels)
    names = order[order.index(lower) : order.index(upper) + 1]
    found = (words.shift(start, to) for start, to in pairwise(names))
    return [shift for shift in found if shift is not None]
