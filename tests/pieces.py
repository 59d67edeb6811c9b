"""Makes templates, examples and reviews of portfolio pieces in one call each."""

from builders import library
from pmpath.content.pieces import example_of, lookup_of, template_of
from pmpath.core.portfolio import review
from pmpath.model.piece import PieceReview
from pmpath.model.piece_kind import PieceKind
from pmpath.model.template import Lookup, Template
from pmpath.render.page import Page
from pmpath.render.piece_kind import KindPage, example_markdown, template_markdown

KINDS = (
    "product-teardown",
    "feature-proposal",
    "side-project",
    "case-study",
    "opportunity-page",
    "business-case",
    "product-brief",
)


def kind(name: str) -> PieceKind:
    """Return a kind of the shipped content."""
    return next(one for one in library().portfolio.kinds if one.id == name)


def template(name: str) -> Template:
    """Return the template of a kind."""
    return template_of(kind(name), library())


def lookup() -> Lookup:
    """Return the words that a review looks for."""
    return lookup_of(library())


def filled(name: str) -> str:
    """Return the example of a kind as Markdown."""
    return example_markdown(template(name), library().portfolio, example_of(kind(name), library()))


def empty(name: str) -> str:
    """Return the template of a kind as Markdown, as it is created."""
    return template_markdown(template(name), library().portfolio)


def reviewed(text: str, name: str = "product-teardown") -> PieceReview:
    """Review a text as a piece of a kind."""
    return review(text, template(name), lookup())


def codes(text: str, name: str = "product-teardown") -> list[str]:
    """Return the codes of what a review finds missing."""
    return [one.code.value for one in reviewed(text, name).findings]


def example_page_of(name: str) -> Page:
    """Return the page of a kind."""
    page = KindPage(kind(name), template(name), example_of(kind(name), library()), library().portfolio)
    return page.build(library().words, ["pmpath portfolio"])
