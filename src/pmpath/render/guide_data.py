"""A guide as data: texts with their figures filled in, figures with their age, sources by name; and the list of guides."""

from typing import TYPE_CHECKING

from pmpath.core.age import months_old
from pmpath.model.blank import filled
from pmpath.render.data import fields
from pmpath.render.figures import figure_data, words_of
from pmpath.render.guide import keys_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.model.figure import Figure
    from pmpath.model.forms import Cell, Rows
    from pmpath.model.guide import Guides, Point, Topic
    from pmpath.model.source import Source
    from pmpath.render.envelope import Json
    from pmpath.render.figures import Dating

PARTS = ("time", "pay", "differences", "boards", "questions")
"""What only some guides have."""
_COLUMNS = ("id", "about", "level", "low", "high", "shape", "unit", "basis", "place", "tracker", "direction")


def guides_data(guides: "Guides") -> "dict[str, Json]":
    """Return the list of guides as data."""
    words = words_of(guides.figures)
    return {
        "version": guides.version,
        "stale_months": guides.stale_months,
        "topics": [
            {
                "id": topic.id,
                "title": topic.title,
                "question": topic.question,
                "aliases": topic.aliases,
                "short": filled(topic.short, words),
            }
            for topic in guides.topics
        ],
    }


def guide_data(
    topic: "Topic", guides: "Guides", sources: "Sequence[Source]", dating: "Dating", parts: "Mapping[str, Json]"
) -> "dict[str, Json]":
    """Return one guide as data; `parts` holds what only this one has."""
    figures = {figure.id: figure for figure in guides.figures}
    words = words_of(guides.figures)
    cited = keys_of(topic, guides)
    return {
        "id": topic.id,
        "title": topic.title,
        "question": topic.question,
        "aliases": topic.aliases,
        "short": filled(topic.short, words),
        "stale_months": guides.stale_months,
        "passages": [
            {
                "id": passage.id,
                "heading": passage.heading,
                "points": [_point_data(point, words, dating) for point in passage.points],
                "figures": [figure_data(figures[name], dating) for name in passage.figures],
            }
            for passage in topic.passages
        ],
        "levels": topic.links.levels,
        "expectations": topic.links.expectations,
        "cited": [_source_data(one, dating) for one in sources if one.key in cited],
        "origin": topic.origin,
        "sources": topic.sources,
        **dict.fromkeys(PARTS),
        **parts,
    }


def figure_rows(topic: "Topic", guides: "Guides", dating: "Dating", level: str | None) -> "Rows":
    """Return the figures of a guide as a table, those of one level where one is asked for."""
    figures = {figure.id: figure for figure in guides.figures}
    shown = [figures[name] for passage in topic.passages for name in passage.figures]
    shown = [figure for figure in shown if level in (None, figure.level)]
    return [(*_COLUMNS, "as_of", "months_old", "sources"), *(_figure_row(figure, dating) for figure in shown)]


def guides_rows(guides: "Guides") -> "Rows":
    """Return the list of guides as a table."""
    return [("id", "title", "question"), *((topic.id, topic.title, topic.question) for topic in guides.topics)]


def _figure_row(figure: "Figure", dating: "Dating") -> "Sequence[Cell]":
    cells = (getattr(figure, name) for name in _COLUMNS)
    return (*cells, figure.as_of, months_old(figure.as_of, dating.today), " ".join(figure.sources))


def _point_data(point: "Point", words: "Mapping[str, str]", dating: "Dating") -> "dict[str, Json]":
    said = {"text": filled(point.text, words), "action": filled(point.action, words) if point.action else None}
    return {**fields(point), **said, **dating.data(point.as_of)}


def _source_data(one: "Source", dating: "Dating") -> "dict[str, Json]":
    said = {name: value for name, value in fields(one).items() if name in ("key", "name", "address", "date", "quality")}
    return {**said, "months_old": dating.data(one.date)["months_old"]}
