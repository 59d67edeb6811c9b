"""A page as a document: a title, sections, and in them paragraphs, lists, tables and commands. For files, not for screens."""

from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath.render.page import Block, Fields, Sparks, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.render.page import Page, Piece


class Item(NamedTuple):
    """One item of a list, with the lines that belong to it."""

    text: str
    details: list[str]


class Listing(NamedTuple):
    """A list, numbered or not."""

    numbered: bool
    items: list[Item]


class Commands(NamedTuple):
    """What to type next, a command a line."""

    texts: list[str]


Part = Block | Listing | Commands | Fields | Table | Sparks


class Section(NamedTuple):
    """A heading and what stands below it; the heading of what stands below the title itself is empty."""

    heading: str
    parts: list[Part]


class Outline(NamedTuple):
    """A whole document."""

    title: str
    sections: list[Section]


NEXT: Final = "Next"
"""The heading above the commands."""
_UNTITLED: Final = "pmpath"


def outline(page: "Page") -> Outline:
    """Sort the pieces of a page into a document; a page without a title is called by its first text."""
    title = _title([piece for piece in page.pieces if isinstance(piece, Block)])
    sections = [Section("", [])]
    for piece in page.pieces:
        if piece is not title:
            _add(sections, piece)
    return Outline(title.text if title else _UNTITLED, [one for one in sections if any(one)])


def _title(blocks: "Sequence[Block]") -> Block | None:
    named = next((one for one in blocks if one.style == "title"), None)
    return named or next((one for one in blocks if one.text and one.style + one.first == ""), None)


def _add(sections: list[Section], piece: "Piece") -> None:
    if not isinstance(piece, Block):
        sections[-1].parts.append(piece)
    elif piece.style == "heading":
        sections.append(Section(piece.text, []))
    elif piece.style == "command":
        _add_command(sections, piece.text)
    elif piece.text:
        _add_text(sections[-1].parts, piece)


def _add_text(parts: list[Part], block: Block) -> None:
    if not block.first:
        parts.append(block)
    elif block.first.strip():
        _add_item(parts, block)
    else:
        _add_detail(parts, block)


def _add_command(sections: list[Section], text: str) -> None:
    parts = sections[-1].parts
    last = parts[-1] if parts else None
    if isinstance(last, Commands):
        last.texts.append(text)
    else:
        sections.append(Section(NEXT, [Commands([text])]))


def _add_item(parts: list[Part], block: Block) -> None:
    """Add an item to the list that it goes on with, or begin a list."""
    numbered = block.first.strip().rstrip(".").isdigit()
    last = parts[-1] if parts else None
    if isinstance(last, Listing) and last.numbered is numbered:
        last.items.append(Item(block.text, []))
    else:
        parts.append(Listing(numbered, [Item(block.text, [])]))


def _add_detail(parts: list[Part], block: Block) -> None:
    last = parts[-1] if parts else None
    if isinstance(last, Listing):
        last.items[-1].details.append(block.text)
    else:
        parts.append(block)
