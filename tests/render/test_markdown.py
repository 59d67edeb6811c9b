"""A page as Markdown: every word of it, and nothing that a text could smuggle in. Read back by a parser of CommonMark."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pmpath.model.visible import visible
from pmpath.render.markdown import markdown
from pmpath.render.page import Page, Spark
from render.hostile import HOSTILE, hostile_texts
from render.pages import every_page, flowing, texts_of, words_of
from render.test_layout import pages

PAGES = dict(every_page())
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "strong", "inline", "text", "fence", "softbreak"}
TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
every_hostile_text = pytest.mark.parametrize("text", HOSTILE)


def tokens(written: str) -> Iterator[Token]:
    """Yield every token of a file, those inside lines too."""
    for token in READER.parse(written):
        yield token
        yield from token.children or ()


def kinds(written: str) -> set[str]:
    return {token.type.removesuffix("_open").removesuffix("_close") for token in tokens(written)}


def said(written: str) -> str:
    """Return the text that a reader sees, a block a line."""
    blocks = (token for token in READER.parse(written) if token.type in ("inline", "fence"))
    return "\n".join("".join(part.content for part in token.children or (token,)) for token in blocks)


def page_of(text: str) -> Page:
    """Return a page with a text in every place."""
    page = Page()
    page.text(text, "title")
    page.text(text)
    page.text(text, "label")
    page.heading(text)
    page.item(text)
    page.detail(text)
    page.item(text, mark="1.")
    page.detail(text)
    page.fields([(text, text)])
    page.table((text, text), [(text, text)])
    page.sparks([Spark(text, (1, None), 2, text)])
    page.commands([text])
    return page


@pytest.mark.parametrize("name", PAGES)
def test_every_word_of_a_page_is_in_it(name: str) -> None:
    wanted = Counter(word for text in texts_of(PAGES[name]) for word in words_of(text))
    found = Counter(word.removesuffix(":") for word in said(markdown(PAGES[name])).split())
    assert Counter({word.removesuffix(":"): count for word, count in wanted.items()}) - found == Counter()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_made_of_headings_lists_tables_and_commands(name: str) -> None:
    assert kinds(markdown(PAGES[name])) <= OURS | TABLES


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_title_and_ends_with_one_newline(name: str) -> None:
    written = markdown(PAGES[name])
    assert [token.tag for token in tokens(written) if token.type == "heading_open"].count("h1") == 1
    assert (written.endswith("\n"), written.endswith("\n\n")) == (True, False)


def test_the_same_page_is_the_same_file() -> None:
    assert [markdown(page) for page in dict(every_page()).values()] == list(map(markdown, PAGES.values()))


def test_a_small_page_reads_like_this() -> None:
    page = Page()
    page.text("Where you are", "title")
    page.text("It's on-my-own.")
    page.heading("Steps")
    page.item("Ask", mark="1.")
    page.detail("Done when: asked")
    page.fields([("From", "here"), ("To", "there")])
    page.table(("", "PM"), [("Scope", "a | b")])
    page.sparks([Spark("Data", (1, 2), 2, "APM, now PM")])
    page.commands(["pmpath assess"])
    assert markdown(page) == (
        "# Where you are\n\nIt's on-my-own.\n\n## Steps\n\n1. Ask\n   - Done when: asked\n\n"
        "* **From**: here\n* **To**: there\n\n"
        "|  | PM |\n| --- | --- |\n| Scope | a \\| b |\n\n+ **Data**: APM, now PM\n\n## Next\n\n```\npmpath assess\n```\n"
    )


@every_hostile_text
def test_a_hostile_text_is_read_as_it_was_written(text: str) -> None:
    assert set(map(flowing, said(markdown(page_of(text))).splitlines())) <= {
        flowing(visible(text)),
        flowing(f"{visible(text).strip()}: {visible(text)}"),
        "Next",
        "",
    }


@every_hostile_text
def test_a_hostile_text_is_no_markup(text: str) -> None:
    assert kinds(markdown(page_of(text))) <= OURS | TABLES


@every_hostile_text
def test_a_hostile_text_changes_no_block(text: str) -> None:
    usual = [token.type for token in READER.parse(markdown(page_of("text")))]
    assert [token.type for token in READER.parse(markdown(page_of(text)))] == usual


@every_hostile_text
def test_a_hostile_text_is_no_address_to_a_generous_reader(text: str) -> None:
    written = markdown(page_of(text)).partition("## Next")[0]
    assert re.findall(r"(?<!\\)(://|\]\()|www\.", written) == []


@settings(max_examples=200)
@given(text=hostile_texts)
@example(text="\\")
@example(text="a  ")
def test_whatever_a_text_is_it_stays_a_text(text: str) -> None:
    written = markdown(page_of(text))
    assert kinds(written) <= OURS | TABLES
    assert flowing(visible(text)) in {flowing(line) for line in said(written).splitlines()}


@settings(max_examples=200)
@given(page=pages(hostile_texts))
def test_whatever_a_page_holds_nothing_hidden_is_in_it(page: Page) -> None:
    assert [char for char in markdown(page) if not char.isprintable() and char not in "\n\u3000\xa0"] == []


def test_a_command_with_a_fence_in_it_ends_no_fence() -> None:
    page = Page()
    page.commands(["```", "pmpath assess"])
    assert [token.content for token in tokens(markdown(page)) if token.type == "fence"] == ["```\npmpath assess\n"]
