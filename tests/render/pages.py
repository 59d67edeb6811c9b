"""Makes the pages of the shipped content in one call each, and looks at how they are laid out."""

from collections.abc import Iterator, Mapping

from builders import Answers, example_a, example_b, example_c, example_d, example_e, grid, library
from pmpath.cli.transitioning import path_of
from pmpath.core.assessment import assess
from pmpath.core.transitions import transition
from pmpath.model.answer import Context, Sheet
from pmpath.model.glyphs import ASCII, Glyphs
from pmpath.model.setting import Setting
from pmpath.model.visible import visible
from pmpath.render.assessment import AssessmentPage
from pmpath.render.ladder import comparison_page, ladder_page, level_page
from pmpath.render.layout import lay_out, lay_out_plain
from pmpath.render.page import Block, Page, Sparks
from pmpath.render.status import Status, status_page
from pmpath.render.transition import TransitionPage

WIDTHS = (40, 80, 120)
PARTIAL: Answers = {"scope": "pm", "discovery.pm": "on-my-own", "data.pm": "on-my-own", "strategy.pm": "with-help"}
SHEETS: Mapping[str, Answers] = {
    "a": example_a(),
    "b": example_b(),
    "c": example_c(),
    "d": example_d(),
    "e": example_e(),
    "partial": PARTIAL,
}
EVIDENCE = {"discovery.pm": [{"what": "Twelve interviews", "who": "My lead"}]}
COMPARISONS = (("pm", "senior-pm"), ("vp", "cpo"))


def assessment_page(
    answers: Answers, *, environment: str | None = None, target: str | None = None, evidenced: bool = False
) -> Page:
    """Return the page of a sheet."""
    evidence = EVIDENCE if evidenced else {}
    sheet = Sheet(answers, evidence, Context())
    result = assess(grid(), answers, evidence, target, setting=Setting(environment))
    page = AssessmentPage(result, sheet=sheet, grid=grid(), words=library().words)
    return page.build(Setting(environment), ["pmpath ladder"])


def whole_ladder_page() -> Page:
    """Return the page of the whole ladder."""
    return ladder_page(library().words, ["pmpath ladder apm", "pmpath assess"])


def one_level_page(level: str) -> Page:
    """Return the page of one level."""
    words = library().words
    return level_page(words, words.levels[level], ["pmpath assess"])


def two_levels_page(lower: str, upper: str) -> Page:
    """Return the page that compares two levels."""
    words = library().words
    return comparison_page(words, words.levels[lower], words.levels[upper], ["pmpath assess"])


def path_page(background: str, answers: Answers | None = None, *, environment: str | None = None, to: str = "apm") -> Page:
    """Return the page of a transition at four hours a week."""
    playbook = next(one for one in library().playbooks if one.id == background)
    setting = Setting(environment)
    path = path_of(playbook, grid().counts_less(setting))
    result = transition(grid(), path, answers or {}, to=to, hours_per_week=4.0)
    page = TransitionPage(result, playbook=playbook, words=library().words)
    return page.build(setting, ["pmpath assess"])


def greeting_page() -> Page:
    """Return the page for somebody of whom nothing is kept."""
    return status_page(Status("2026-01-05", (), None, None), library().words, ["pmpath assess"])


def every_page() -> Iterator[tuple[str, Page]]:
    """Yield every kind of page of the shipped content, with a name."""
    yield "greeting", greeting_page()
    yield "ladder", whole_ladder_page()
    levels = grid().levels
    yield from ((level, one_level_page(level)) for level in levels)
    pairs = [(low, high) for rank, low in enumerate(levels) for high in levels[rank + 1 :]]
    yield from ((f"{low} and {high}", two_levels_page(low, high)) for low, high in pairs)
    yield from ((f"sheet {name}", assessment_page(answers, environment="startup")) for name, answers in SHEETS.items())
    for playbook in library().playbooks:
        yield f"from {playbook.id}", path_page(playbook.id, environment="corporate")
        yield f"from {playbook.id} with answers", path_page(playbook.id, example_a(), to="pm")


def screen(page: Page, width: int, glyphs: Glyphs = ASCII) -> str:
    """Return the page as it is read at a width."""
    return "".join(f"{line.text}\n" for line in lay_out(page, width, glyphs))


def plain(page: Page) -> str:
    """Return the page as plain lines."""
    return "".join(f"{line.text}\n" for line in lay_out_plain(page))


def texts_of(page: Page) -> Iterator[str]:
    """Yield every text that stands in the pieces of a page."""
    for piece in page.pieces:
        if isinstance(piece, Block):
            yield piece.text
            continue
        if isinstance(piece, Sparks):
            yield from (text for spark in piece.rows for text in (spark.label, spark.text))
            continue
        headers = getattr(piece, "headers", ())
        yield from headers
        for row in piece.rows:
            yield from row


def words_of(text: str) -> list[str]:
    """Return the words of a text as a screen shows them."""
    return visible(text).split()


def flowing(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return " ".join(text.split())
