"""A kind of portfolio piece: its page, its data, and its template and example as Markdown that people own."""

from typing import TYPE_CHECKING

from pmpath.core.portfolio import FRONT
from pmpath.render.page import Page
from pmpath.render.pieces import hours_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.model.piece_kind import PieceKind
    from pmpath.model.portfolio import Portfolio
    from pmpath.model.project import WorkedExample
    from pmpath.model.template import Section, Template
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json


class KindPage:
    """Writes one kind as a page."""

    def __init__(self, kind: "PieceKind", template: "Template", example: "WorkedExample", portfolio: "Portfolio") -> None:
        """Keep the kind and what belongs to it."""
        self._kind = kind
        self._template = template
        self._example = example
        self._parts = portfolio.parts
        self._page = Page()

    def build(self, words: "Words", next_commands: "Sequence[str]") -> Page:
        """Return the page; `words` name the expectations that the piece gives evidence for."""
        kind = self._kind
        self._page.text(f"{kind.name}, about {hours_of(kind)} hours", "title")
        self._page.text(kind.purpose)
        self._page.text(f"For: {kind.fits}")
        self._steps()
        self._page.section("Before you show it", kind.checklist)
        self._sections()
        self._page.section("What a reviewer looks for", [claim.text for claim in kind.reviewer])
        self._mistakes()
        self._page.section("In a startup", [kind.startup])
        self._page.section("In a large company", [kind.corporate])
        self._page.section("It can be evidence for", [f"{words.title(name)} ({name})" for name in kind.shows])
        self._filled()
        self._page.commands(next_commands)
        return self._page

    def _steps(self) -> None:
        self._page.heading("How to make it")
        for place, step in enumerate(self._kind.steps, start=1):
            self._page.item(f"{step.do} ({step.hours} h)", mark=f"{place}.")

    def _sections(self) -> None:
        self._page.heading(f'The template, {self._template.file}: "{self._template.title}"')
        for part in self._parts:
            self._page.text(part.title, "label")
            for section in self._template.sections:
                if section.part == part.id:
                    self._page.item(section.heading)
                    self._page.detail(section.prompt, "quiet")

    def _mistakes(self) -> None:
        self._page.heading("What often goes wrong")
        for mistake in self._kind.mistakes:
            self._page.item(mistake.text)
            self._page.detail(f"Instead: {mistake.instead}")

    def _filled(self) -> None:
        self._page.heading(f"An example: {self._example.title}")
        for section in self._example.sections:
            self._page.text(section.heading, "label")
            self._page.text(section.text)


def kind_data(kind: "PieceKind", template: "Template", example: "WorkedExample") -> "dict[str, Json]":
    """Return a kind as data."""
    return {
        "id": kind.id,
        "name": kind.name,
        "headline": kind.headline,
        "background": kind.background,
        "purpose": kind.purpose,
        "fits": kind.fits,
        "hours": hours_of(kind),
        "steps": [{"do": step.do, "hours": step.hours} for step in kind.steps],
        "checklist": kind.checklist,
        "file": template.file,
        "title": template.title,
        "sections": [_section_data(section) for section in template.sections],
        "reviewer": [{"text": one.text, "origin": one.origin, "sources": one.sources} for one in kind.reviewer],
        "mistakes": [
            {"text": one.text, "instead": one.instead, "origin": one.origin, "sources": one.sources} for one in kind.mistakes
        ],
        "startup": kind.startup,
        "corporate": kind.corporate,
        "shows": kind.shows,
        "example": {
            "title": example.title,
            "sections": [{"heading": one.heading, "text": one.text} for one in example.sections],
        },
        "origin": kind.origin,
        "sources": kind.sources,
    }


def template_markdown(template: "Template", portfolio: "Portfolio") -> str:
    """Write the document of a kind to fill in; its first line says of which kind it is."""
    texts = {section.heading: f"_{section.prompt}_\n" for section in template.sections}
    return _markdown(template, portfolio, template.title, texts)


def example_markdown(template: "Template", portfolio: "Portfolio", example: "WorkedExample") -> str:
    """Write the example of a kind as the file that it would be."""
    return _markdown(template, portfolio, example.title, {one.heading: one.text for one in example.sections})


def _markdown(template: "Template", portfolio: "Portfolio", title: str, texts: "dict[str, str]") -> str:
    lines = [f"{FRONT} {template.kind} -->", "", f"# {title}", ""]
    for part in portfolio.parts:
        lines += [f"## {part.title}", ""]
        for section in _of_part(template, part.id):
            lines += [f"### {section.heading}", "", texts[section.heading], ""]
    return "\n".join(lines)


def _of_part(template: "Template", part: str) -> "Iterator[Section]":
    return (section for section in template.sections if section.part == part)


def _section_data(section: "Section") -> "dict[str, Json]":
    needs = {"evidence": section.needs_evidence, "option": section.holds_options}
    return {
        "heading": section.heading,
        "part": section.part,
        "prompt": section.prompt,
        "needs": [name for name, is_needed in needs.items() if is_needed],
    }
