"""Finds what only one guide has: time and pay level by level, startup and corporate, boards, the questions of the FAQ."""

from typing import TYPE_CHECKING, Final

from pmpath.core.timeline import timeline
from pmpath.render.guide_part import Part
from pmpath.render.guide_parts import (
    add_boards,
    add_differences,
    add_pay,
    add_questions,
    boards_data,
    differences_data,
    pay_data,
    questions_data,
)

if TYPE_CHECKING:
    from pmpath.cli.outcome import Shape
    from pmpath.content.library import Library
    from pmpath.model.draft import Kept
    from pmpath.model.figure import Figure
    from pmpath.model.guide import Guides, Topic
    from pmpath.model.timeline import Years

TIME: Final = "time"
PAY: Final = "pay"
BY_LEVEL: Final = (TIME, PAY)
"""The topics that can be shown for one level."""


def part_of(topic: "Topic", level: str | None, years: "Years", library: "Library", shape: "Shape") -> Part:
    """Return what only this topic has; for one level, where one is asked for."""
    if topic.id == TIME:
        return _time(topic, level, years, library, shape)
    if topic.id == PAY:
        return _pay(topic, level, library)
    return _others(library.guides).get(topic.id, Part())


def _others(guides: "Guides") -> dict[str, Part]:
    """Return what topics have that are the same for every level."""
    environment, boards = guides.environment, guides.boards
    return {
        "environment": Part(
            lambda page, _: add_differences(page, environment), lambda _: {"differences": differences_data(environment)}
        ),
        "jobs": Part(
            lambda page, dating: add_boards(page, boards, dating), lambda dating: {"boards": boards_data(boards, dating)}
        ),
        "faq": Part(lambda page, _: add_questions(page, guides), lambda _: {"questions": questions_data(guides)}),
    }


def _time(topic: "Topic", level: str | None, years: "Years", library: "Library", shape: "Shape") -> Part:
    from pmpath.cli.keeping import last_assessment
    from pmpath.render.timeline import Timeline

    words, figures = library.words, _of_levels(topic, library)
    last = last_assessment(shape.today, library.identity.id)
    ranges = timeline(words.ladder.levels, figures, years._replace(role=_role(level, last)))
    shown = [one for one in ranges if level in (None, one.level)]
    part = Timeline(shown, years, last, words)
    keys = frozenset(key for one in shown for key in one.record.sources)
    apart = frozenset(figure.id for figure in figures)
    return Part(part.add, lambda dating: {"time": part.data(dating)}, apart, level, keys)


def _role(level: str | None, last: "Kept | None") -> str | None:
    """Return the level whose role the person speaks of: the one asked about, else that of the last assessment."""
    return level or (last.role if last else None)


def _pay(topic: "Topic", level: str | None, library: "Library") -> Part:
    figures = _of_levels(topic, library)
    levels = [level] if level else library.grid.levels
    pay = {name: [figure for figure in figures if figure.level == name] for name in levels}
    return Part(
        lambda page, dating: add_pay(page, pay, library.words, dating),
        lambda dating: {"pay": pay_data(pay, dating)},
        frozenset(figure.id for figure in figures),
        level,
        frozenset(key for shown in pay.values() for figure in shown for key in figure.sources),
    )


def _of_levels(topic: "Topic", library: "Library") -> "list[Figure]":
    """Return the figures of a topic that are about one level, in the order of the page."""
    figures = {figure.id: figure for figure in library.guides.figures}
    shown = (figures[name] for passage in topic.passages for name in passage.figures)
    return [figure for figure in shown if figure.level is not None]
