"""A guide as a page: the short answer, what is known, figures with date and source, advice apart, sources by name."""

from typing import TYPE_CHECKING

from pmpath.model.blank import filled
from pmpath.render.figures import add_figures, words_of
from pmpath.render.page import Page
from pmpath.render.phrases import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.base import Sourced
    from pmpath.model.guide import Guides, Passage, Point, Topic
    from pmpath.model.source import Source
    from pmpath.model.words import Words
    from pmpath.render.figures import Dating
    from pmpath.render.guide_part import Part

ADVICE = "Advice"


class GuidePage:
    """Writes one topic as a page."""

    def __init__(self, topic: "Topic", guides: "Guides", dating: "Dating", part: "Part") -> None:
        """Keep the topic, and the part that only this one has."""
        self._topic = topic
        self._guides = guides
        self._dating = dating
        self._figures = {figure.id: figure for figure in guides.figures}
        self._words = words_of(guides.figures)
        self._part = part
        self._page = Page()

    def build(self, words: "Words", sources: "Sequence[Source]", next_commands: "Sequence[str]") -> Page:
        """Return the page; what only this topic has stands between the short answer and the passages."""
        if self._part.level is None:
            self._whole(words)
        else:
            self._page.text(f"{self._topic.title}: {words.level_name(self._part.level)}", "title")
            self._part.add(self._page, self._dating)
        self._sources(sources)
        self._page.commands(next_commands)
        return self._page

    def _whole(self, words: "Words") -> None:
        self._page.text(self._topic.title, "title")
        self._page.text(self._topic.question, "quiet")
        self._page.gap()
        self._page.text(self._fill(self._topic.short))
        self._part.add(self._page, self._dating)
        for passage in self._topic.passages:
            self._passage(passage)
        self._links(words)

    def _fill(self, text: str) -> str:
        return filled(text, self._words)

    def _passage(self, passage: "Passage") -> None:
        """Add a part: what was found, its figures, and what we advise."""
        figures = [self._figures[name] for name in passage.figures if name not in self._part.figures]
        advice = [point for point in passage.points if point.kind == "advice"]
        found = [point for point in passage.points if point.kind != "advice"]
        if found or figures or advice:
            self._page.heading(passage.heading)
        self._points(found)
        if figures:
            self._page.gap()
            add_figures(self._page, figures, self._dating)
        self._advice(advice, behind=bool(found or figures))

    def _advice(self, advice: "Sequence[Point]", *, behind: bool) -> None:
        """Add what we advise, apart from what was found where there is any."""
        if advice and behind:
            self._page.gap()
        if advice:
            self._page.text(ADVICE, "label")
        self._points(advice)

    def _points(self, points: "Sequence[Point]") -> None:
        for point in points:
            self._point(point)

    def _point(self, point: "Point") -> None:
        mark = "Opinion: " if point.kind == "opinion" else ""
        self._page.item(f"{mark}{sentence(self._fill(point.text))}{self._grounds(point)}")
        if point.action:
            self._page.detail(f"Do: {sentence(self._fill(point.action))}")

    def _grounds(self, point: "Point") -> str:
        """Return the sources and the date of a statement in brackets; advice of ours has none."""
        dated = self._dating.said(point.as_of) if point.as_of else ""
        grounds = "; ".join(filter(None, (", ".join(point.sources), dated)))
        return f" ({grounds})" if grounds else ""

    def _links(self, words: "Words") -> None:
        links = self._topic.links
        levels = [(name, words.level_name(name)) for name in links.levels]
        expectations = [(name, words.title(name)) for name in links.expectations]
        if levels or expectations:
            self._page.heading("On the ladder: pmpath explain ID")
            self._page.fields([*levels, *expectations])

    def _sources(self, sources: "Sequence[Source]") -> None:
        cited = keys_of(self._topic, self._guides) if self._part.level is None else self._part.keys
        if not cited:
            return
        self._page.heading("Sources, with their date and how far to trust them")
        self._page.fields(
            (one.key, f"{one.name}; {self._dating.said(one.date)}; {one.quality}") for one in sources if one.key in cited
        )


def keys_of(topic: "Topic", guides: "Guides") -> set[str]:
    """Return the keys of all sources that a topic rests on, with what only this one has."""
    figures = {figure.id: figure for figure in guides.figures}
    points = [point for passage in topic.passages for point in passage.points]
    shown = [figures[name] for passage in topic.passages for name in passage.figures]
    return {key for one in (topic, *points, *shown, *_own(topic, guides)) for key in one.sources}


def _own(topic: "Topic", guides: "Guides") -> "Sequence[Sourced]":
    match topic.id:
        case "environment":
            return (*guides.environment.differences, *guides.environment.hats, *guides.environment.stages)
        case "pay":
            return guides.offer.parts
        case "jobs":
            return guides.boards
        case _:
            return ()
