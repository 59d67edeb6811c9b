"""A page collects blocks, fields and tables, top to bottom."""

import pytest

from pmpath.render.page import BLANK, Block, Fields, Page, Piece, Table


def built(*calls: tuple[str, tuple[object, ...]]) -> list[Piece]:
    page = Page()
    for name, arguments in calls:
        getattr(page, name)(*arguments)
    return page.pieces


def test_a_new_page_holds_nothing() -> None:
    assert Page().pieces == []


def test_two_pages_share_nothing() -> None:
    first, second = Page(), Page()
    first.text("one")
    assert second.pieces == []


def test_a_paragraph_keeps_its_text_and_style() -> None:
    assert built(("text", ("Hello", "title"))) == [Block("Hello", "", "", "title")]


def test_a_paragraph_has_no_style_unless_one_is_given() -> None:
    assert built(("text", ("Hello",))) == [Block("Hello")]


def test_the_first_heading_has_no_line_above_it() -> None:
    assert built(("heading", ("Gaps",))) == [Block("Gaps", style="heading")]


def test_a_later_heading_leaves_one_line_free_above_it() -> None:
    assert built(("text", ("Hello",)), ("heading", ("Gaps",))) == [Block("Hello"), BLANK, Block("Gaps", style="heading")]


def test_a_list_item_hangs_under_its_mark() -> None:
    assert built(("item", ("Do it",))) == [Block("Do it", first="  - ", rest="    ")]


@pytest.mark.parametrize(
    ("mark", "first", "rest"), [("1.", "  1. ", "     "), ("10.", "  10. ", "      "), ("*", "  * ", "    ")]
)
def test_the_lines_of_an_item_align_whatever_its_mark(mark: str, first: str, rest: str) -> None:
    assert built(("item", ("Do it", mark))) == [Block("Do it", first=first, rest=rest)]


def test_items_stand_in_the_order_given() -> None:
    assert built(("items", (["one", "two"],))) == [Block("one", "  - ", "    "), Block("two", "  - ", "    ")]


@pytest.mark.parametrize(("mark", "indent"), [("-", 4), ("1.", 5), ("10.", 6)])
def test_a_detail_stands_under_the_text_of_its_item(mark: str, indent: int) -> None:
    detail = built(("item", ("Do it", mark)), ("detail", ("Done when: ok", "quiet")))[-1]
    assert detail == Block("Done when: ok", " " * indent, " " * (indent + 2), "quiet")


def test_a_section_is_a_heading_and_its_items() -> None:
    expected = [Block("Decides", style="heading"), Block("one", "  - ", "    "), Block("two", "  - ", "    ")]
    assert built(("section", ("Decides", ["one", "two"]))) == expected


def test_a_section_of_nothing_is_not_there() -> None:
    assert built(("section", ("Decides", []))) == []


def test_a_gap_is_one_free_line() -> None:
    assert built(("gap", ())) == [BLANK]


def test_fields_keep_labels_with_their_values() -> None:
    assert built(("fields", (iter([("a", "b"), ("c", "d")]),))) == [Fields((("a", "b"), ("c", "d")))]


def test_a_table_keeps_headers_and_rows() -> None:
    assert built(("table", (["x", "y"], iter([["1", "2"]])))) == [Table(("x", "y"), (("1", "2"),))]


def test_a_page_ends_with_what_to_type_next() -> None:
    assert built(("commands", (["pmpath ladder", "pmpath assess"],))) == [
        BLANK,
        Block("pmpath ladder", first="Next: ", rest=" " * 8, style="command"),
        Block("pmpath assess", first="      ", rest=" " * 8, style="command"),
    ]


def test_a_page_without_a_next_command_ends_without_one() -> None:
    assert not any("Next" in piece.first for piece in built(("commands", ([],))) if isinstance(piece, Block))
