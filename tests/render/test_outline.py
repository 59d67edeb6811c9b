"""A page as a document: what is its title, what stands in which section, which details belong to which item."""

from pmpath.render.outline import Commands, Item, Listing, Outline, Section, outline
from pmpath.render.page import Block, Fields, Page, Spark, Sparks, Table


def page_with(*kinds: str) -> Page:
    """Return a page with a text of each kind, called by its kind."""
    page = Page()
    for kind in kinds:
        getattr(page, kind)(kind)
    return page


def parts_of(page: Page) -> list[object]:
    return [part for section in outline(page).sections for part in section.parts]


def test_an_empty_page_is_called_by_the_program() -> None:
    assert outline(Page()) == Outline("pmpath", [])


def test_the_title_is_the_text_in_its_style() -> None:
    page = Page()
    page.text("before")
    page.text("called so", "title")
    assert outline(page) == Outline("called so", [Section("", [Block("before")])])


def test_a_page_without_a_title_is_called_by_its_first_text() -> None:
    assert outline(page_with("text", "item")).title == "text"


def test_a_page_that_begins_with_a_heading_is_called_by_the_text_below() -> None:
    assert outline(page_with("heading", "text")) == Outline("text", [Section("heading", [])])


def test_a_page_of_a_path_is_called_by_it() -> None:
    assert outline(page_with("path")) == Outline("path", [])


def test_a_page_of_a_list_is_called_by_the_program() -> None:
    assert outline(page_with("item")).title == "pmpath"


def test_a_heading_begins_a_section() -> None:
    page = page_with("text", "heading", "item")
    assert outline(page).sections == [Section("heading", [Listing(numbered=False, items=[Item("item", [])])])]


def test_a_second_title_is_a_text() -> None:
    page = Page()
    page.text("one", "title")
    page.text("two", "title")
    assert [part.text for part in parts_of(page) if isinstance(part, Block)] == ["two"]


def test_neighboring_items_are_one_list() -> None:
    page = page_with("text", "item", "item")
    assert parts_of(page) == [Listing(numbered=False, items=[Item("item", []), Item("item", [])])]


def test_details_belong_to_the_item_above() -> None:
    page = page_with("text", "item", "detail", "detail", "item")
    assert parts_of(page) == [Listing(numbered=False, items=[Item("item", ["detail", "detail"]), Item("item", [])])]


def test_a_detail_without_an_item_is_a_text() -> None:
    assert parts_of(page_with("text", "detail")) == [Block("detail", "", "  ")]


def test_a_detail_below_a_text_between_is_a_text() -> None:
    texts = [part.text for part in parts_of(page_with("text", "item", "text", "detail")) if isinstance(part, Block)]
    assert texts == ["text", "detail"]


def test_numbers_make_a_list_of_their_own() -> None:
    page = page_with("text", "item")
    page.item("one", mark="1.")
    page.item("two", mark="2.")
    numbered = Listing(numbered=True, items=[Item("one", []), Item("two", [])])
    assert parts_of(page) == [Listing(numbered=False, items=[Item("item", [])]), numbered]


def test_tables_fields_and_bars_stay_as_they_are() -> None:
    page = page_with("text")
    page.table(("a", "b"), [("1", "2")])
    page.fields([("label", "value")])
    page.sparks([Spark("label", (1, None), 2, "in words")])
    kinds = (
        Table(("a", "b"), (("1", "2"),)),
        Fields((("label", "value"),)),
        Sparks((Spark("label", (1, None), 2, "in words"),)),
    )
    assert parts_of(page) == list(kinds)


def test_commands_are_one_part_in_a_section_of_their_own() -> None:
    page = page_with("text", "heading")
    page.commands(["pmpath assess", "pmpath ladder"])
    assert outline(page).sections[-1] == Section("Next", [Commands(["pmpath assess", "pmpath ladder"])])


def test_commands_stand_below_a_heading_that_is_called_like_theirs() -> None:
    page = page_with("text")
    page.heading("Next")
    page.commands(["pmpath assess"])
    assert Commands(["pmpath assess"]) in parts_of(page)
