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
    from pmpath.model.figure import Figure
    from pmpath.model.guide import Topic
    from pmpath.model.timeline import Years

TIME: Final = "time"
PAY: Final = "pay"
BY_LEVEL: Final = (TIME, PAY)
"""The topics that can be shown for one level."""


def part_of(topic: "Topic", level: str | None, years: "Years", library: "Library", shape: "Shape") -> Part:
    """Return what only this topic has; for one level, where one is asked for."""
    guides = library.guides
    match topic.id:
        case "time":
            return _time(topic, level, years, library, shape)
        case "pay":
            return _pay(topic, level, library)
        case "environment":
            environment = guides.environment
            return Part(
                lambda page, _: add_differences(page, environment), lambda _: {"differences": differences_data(environment)}
            )
        case "jobs":
            boards = guides.boards
            return Part(
                lambda page, dating: add_boards(page, boards, dating), lambda dating: {"boards": boards_data(boards, dating)}
            )
        case "faq":
            return Part(lambda page, _: add_questions(page, guides), lambda _: {"questions": questions_data(guides)})
        case _:
            return Part()


def _time(topic: "Topic", level: str | None, years: "Years", library: "Library", shape: "Shape") -> Part:
    from pmpath.cli.keeping import last_assessment
    from pmpath.render.timeline import Timeline

    words = library.words
    figures = _of_levels(topic, library)
    wanted = [words.levels[level]] if level else list(words.levels.values())
    ranges = timeline(words.ladder.levels, figures, years)
    shown = [one for one in ranges if words.levels[one.level] in wanted]
    part = Timeline(shown, years, last_assessment(shape.today), words)
    return Part(part.add, lambda dating: {"time": part.data(dating)}, frozenset(figure.id for figure in figures))


def _pay(topic: "Topic", level: str | None, library: "Library") -> Part:
    figures = _of_levels(topic, library)
    levels = [level] if level else library.grid.levels
    pay = {name: [figure for figure in figures if figure.level == name] for name in levels}
    return Part(
        lambda page, dating: add_pay(page, pay, library.words, dating),
        lambda dating: {"pay": pay_data(pay, dating)},
        frozenset(figure.id for figure in figures),
    )


def _of_levels(topic: "Topic", library: "Library") -> "list[Figure]":
    """Return the figures of a topic that are about one level, in the order of the page."""
    figures = {figure.id: figure for figure in library.guides.figures}
    shown = (figures[name] for passage in topic.passages for name in passage.figures)
    return [figure for figure in shown if figure.level is not None]
