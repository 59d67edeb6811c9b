"""A page as one HTML file: every word of it, well formed, and nothing in it that loads, runs or leads anywhere."""

from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from pmpath.model.forms import Bar, Picture
from pmpath.model.visible import visible
from pmpath.render.html import html_page
from pmpath.render.page import Page
from render.hostile import HOSTILE, hostile_texts
from render.pages import assessment_page, every_page, texts_of, words_of
from render.test_layout import pages
from render.test_markdown import page_of

PAGES = dict(every_page())
VOID = {"meta"}
ALLOWED = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "h1",
    "h2",
    "h3",
    "section",
    "div",
    "p",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "pre",
    "code",
    "figure",
    "svg",
    "desc",
    "rect",
    "path",
    "text",
}
ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "id", "class", "scope"}
DRAWING = {"xmlns", "viewbox", "role", "aria-labelledby", "x", "y", "width", "height", "rx", "d", "text-anchor"}
UNSEEN = {"title", "style", "desc"}
PICTURE = Picture("How far", "One bar.", (Bar("Data", 1, 2),), ("APM", "PM"))
every_hostile_text = pytest.mark.parametrize("text", HOSTILE)


class Reader(HTMLParser):
    """Reads a file and keeps what it is made of; a tag that closes nothing, or is never closed, is an error."""

    def __init__(self, written: str) -> None:
        """Read it whole."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self.other: list[str] = []
        self.feed(written)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag and its attributes."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that closes itself."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep a text with the tag it stands in."""
        self.texts.append((self.open[-1] if self.open else "", data))

    def handle_comment(self, data: str) -> None:
        """Keep what nobody should have written."""
        self.other.append(data)

    def handle_pi(self, data: str) -> None:
        """Keep what nobody should have written."""
        self.other.append(data)

    def values(self, name: str) -> list[str]:
        """Return the values of an attribute."""
        return [value for _, called, value in self.attributes if called == name]

    def said(self) -> str:
        """Return all that a person reads."""
        return " ".join(text for tag, text in self.texts if tag not in UNSEEN)


def read(page: Page, picture: Picture | None = None) -> Reader:
    return Reader(html_page(page, picture))


@pytest.mark.parametrize("name", PAGES)
def test_every_word_of_a_page_is_in_it(name: str) -> None:
    wanted = Counter(word for text in texts_of(PAGES[name]) for word in words_of(text))
    assert wanted - Counter(read(PAGES[name]).said().split()) == Counter()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_well_formed_and_made_of_known_tags(name: str) -> None:
    found = read(PAGES[name], PICTURE)
    assert (set(found.tags) <= ALLOWED, found.other) == (True, [])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_title_and_a_section_of_its_own_id_under_every_heading(name: str) -> None:
    found = read(PAGES[name], PICTURE)
    assert (found.tags.count("h1"), len(found.values("id"))) == (1, len(set(found.values("id"))))
    sections = [value for tag, called, value in found.attributes if (tag, called) == ("section", "id")]
    assert len(sections) == found.tags.count("section") >= found.tags.count("h2")


def test_it_says_its_language_its_signs_and_its_title() -> None:
    found = read(PAGES["ladder"])
    titles = [text for tag, text in found.texts if tag in ("title", "h1")]
    assert (found.values("lang"), found.values("charset"), len(set(titles))) == (["en"], ["utf-8"], 1)
    assert found.tags[:2] == ["html", "head"]
    assert html_page(PAGES["ladder"]).startswith("<!DOCTYPE html>\n")


def test_it_fits_a_small_screen() -> None:
    assert ("meta", "content", "width=device-width, initial-scale=1") in read(PAGES["ladder"]).attributes


def test_it_forbids_itself_to_load_or_run_anything() -> None:
    assert ("meta", "content", "default-src 'none'; style-src 'unsafe-inline'") in read(PAGES["ladder"]).attributes


@pytest.mark.parametrize("name", PAGES)
def test_no_attribute_leads_anywhere_or_runs(name: str) -> None:
    found = {called for _, called, _ in read(PAGES[name], PICTURE).attributes}
    assert found <= ATTRIBUTES | DRAWING


def test_the_style_loads_nothing() -> None:
    rules = "".join(text for tag, text in read(PAGES["ladder"], PICTURE).texts if tag == "style")
    assert [start for start in ("url(", "@import", "@font-face", "//", "expression") if start in rules] == []


def test_it_has_a_style_for_dark_and_for_print() -> None:
    rules = html_page(PAGES["ladder"])
    assert [
        rule for rule in ("prefers-color-scheme:dark", "@media print", "@page", "break-inside:avoid") if rule not in rules
    ] == []


def test_a_table_names_its_columns_and_rows() -> None:
    page = Page()
    page.table(("Level", "Focus"), [("PM", "a team"), ("VP", "many")])
    assert read(page).values("scope") == ["col", "col", "row", "row"]


def test_a_column_without_a_name_has_no_header() -> None:
    page = Page()
    page.table(("", "PM"), [("Scope", "a team")])
    assert read(page).values("scope") == ["col", "row"]


def test_headings_that_are_alike_get_ids_of_their_own() -> None:
    page = Page()
    page.text("title", "title")
    for heading in ("To do", "to do!", "\u65e5\u672c", "picture title"):
        page.heading(heading)
        page.text("text")
    ids = [value for tag, name, value in read(page, PICTURE).attributes if (tag, name) == ("section", "id")]
    assert ids == ["to-do", "to-do-2", "summary", "picture-title-2"]


def test_the_picture_stands_under_the_title() -> None:
    tags = read(PAGES["ladder"], PICTURE).tags
    assert tags[tags.index("h1") + 1 : tags.index("h1") + 3] == ["figure", "svg"]


def test_without_a_picture_there_is_no_style_for_one() -> None:
    assert ".reach" not in html_page(PAGES["ladder"])


def test_commands_are_for_copying() -> None:
    found = read(assessment_page({"scope": "pm"}))
    assert ("code", "pmpath ladder") in found.texts


def test_the_same_page_is_the_same_file() -> None:
    assert [html_page(page) for page in dict(every_page()).values()] == list(map(html_page, PAGES.values()))


@every_hostile_text
def test_a_hostile_text_is_read_as_it_was_written(text: str) -> None:
    said = [shown for _, shown in read(page_of(text), Picture(text, text, (Bar(text, 1),), (text,))).texts]
    assert said.count(visible(text)) >= 12 or [shown.strip() for shown in said].count(visible(text).strip()) >= 12


@every_hostile_text
def test_a_hostile_text_adds_no_tag_and_no_attribute(text: str) -> None:
    usual, found = read(page_of("text")), read(page_of(text))
    assert (found.tags, len(found.attributes), found.other) == (usual.tags, len(usual.attributes), [])


@settings(max_examples=200)
@given(page=pages(hostile_texts))
def test_whatever_a_page_holds_it_stays_text(page: Page) -> None:
    found = read(page, PICTURE)
    assert (set(found.tags) <= ALLOWED, found.other) == (True, [])
    assert {called for _, called, _ in found.attributes} <= ATTRIBUTES | DRAWING
    assert [char for char in found.said() if not char.isprintable() and char not in "\n\u3000\xa0" and char.strip()] == []
