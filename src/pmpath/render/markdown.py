"""A page as Markdown. Whatever stands in a text stays text: no markup, no link, no HTML comes of it."""

import re
from typing import TYPE_CHECKING, Final

from pmpath.model.visible import visible
from pmpath.render.outline import Commands, Listing, outline
from pmpath.render.page import Block, Fields, Sparks, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmpath.render.outline import Item, Part
    from pmpath.render.page import Page

_SIGNS: Final = re.compile(r"[\\`*_\[\]<>&|~#$@]|:(?=//|\w)|(?<=www)\.", re.IGNORECASE)
"""What is markup wherever it stands, begins an address, or names a person or a picture on some sites."""
_FIRST: Final = re.compile(r"^([-+=]|\d+(?=[.)]))")
"""What is markup at the beginning of a line."""


def markdown(page: "Page") -> str:
    """Return the whole page, ending with one newline."""
    whole = outline(page)
    blocks = [f"# {_text(whole.title)}"]
    for section in whole.sections:
        blocks += [f"## {_text(section.heading)}"] if section.heading else []
        blocks += map(_part, section.parts)
    return "\n\n".join(blocks) + "\n"


def _part(part: "Part") -> str:
    """Return a part; lists of different kinds have marks of their own, which keeps neighbors apart."""
    match part:
        case Block(text=text, style=style):
            return f"### {_text(text)}" if style == "label" else _text(text)
        case Listing():
            return _listing(part)
        case Commands(texts=texts):
            return _code(texts)
        case Fields(rows=rows):
            return _definitions(rows, "*")
        case Sparks(rows=sparks):
            return _definitions(((one.label, one.text) for one in sparks), "+")
        case Table():
            return _table(part)


def _text(text: str) -> str:
    """Return a text of one line with a backslash before every sign that would be markup."""
    said = _SIGNS.sub(r"\\\g<0>", visible(text).strip())
    first = _FIRST.match(said)
    if first is None:
        return said
    at = first.end() if said[0].isdigit() else 0
    return f"{said[:at]}\\{said[at:]}"


def _listing(listing: Listing) -> str:
    marks = (f"{place}." if listing.numbered else "-" for place in range(1, len(listing.items) + 1))
    return "\n".join(_item(item, mark) for item, mark in zip(listing.items, marks, strict=True))


def _item(item: "Item", mark: str) -> str:
    indent = " " * (len(mark) + 1)
    return "\n".join([f"{mark} {_text(item.text)}", *(f"{indent}- {_text(detail)}" for detail in item.details)])


def _definitions(rows: "Iterable[tuple[str, str]]", mark: str) -> str:
    return "\n".join(f"{mark} **{_text(label)}**: {_text(value)}" for label, value in rows)


def _table(table: Table) -> str:
    rule = tuple("---" for _ in table.headers)
    rows = [tuple(map(_text, table.headers)), rule, *(tuple(map(_text, row)) for row in table.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _code(commands: "Iterable[str]") -> str:
    """Return commands as a block of code, whose fence is longer than any in them."""
    lines = "\n".join(map(visible, commands))
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", lines))])
    return f"{fence}\n{lines}\n{fence}"
