"""A page as one HTML file that needs nothing else: no script, no font, no request, readable in light, dark and print."""

import re
from html import escape
from typing import TYPE_CHECKING, Final

from pmpath.model.visible import visible
from pmpath.render.outline import Commands, Listing, outline
from pmpath.render.page import Block, Fields, Sparks, Table
from pmpath.render.picture import TEXT_ID, TITLE_ID, inline
from pmpath.render.picture import style as picture_style
from pmpath.render.scheme import in_both

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmpath.model.forms import Picture
    from pmpath.render.outline import Item, Part, Section
    from pmpath.render.page import Page

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_FIRST_ID: Final = "summary"
_COLORS: Final = """\
body{color:{text};background:{paper}}
h1,h2,h3,dt,th{color:{accent}}
.quiet{color:{quiet}}
h2,td,th{border-color:{line}}
pre{background:{code}}
"""
_SHAPES: Final = """\
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.3}
h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid}
h3{font-size:1rem;margin:1.25rem 0 .25rem}
p,ul,ol,dl,table,pre{margin:.5rem 0}
ul,ol{padding-left:1.5rem}
li{margin:.35rem 0}
dt{font-weight:600;margin-top:.6rem}
dd{margin:0 0 0 1rem}
.wide{overflow-x:auto;overflow-wrap:break-word}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid}
pre{padding:.75rem;white-space:pre-wrap}
figure{margin:1rem 0}
svg{display:block;width:100%;max-width:34rem;height:auto}
@page{margin:18mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}.wide{overflow:visible}h1,h2,h3,dt{break-after:avoid}
tr,li,dd,figure,pre{break-inside:avoid}thead{display:table-header-group}pre{border:1px solid}}
"""


def html_page(page: "Page", picture: "Picture | None" = None) -> str:
    """Return the whole page, the picture under its title."""
    whole = outline(page)
    title = _safe(whole.title)
    styles = _SHAPES + in_both(_COLORS) + (picture_style() if picture else "")
    figure = f"<figure>\n{inline(picture)}</figure>\n" if picture else ""
    sections = _sections(whole.sections)
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{styles}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{figure}{sections}</main>
</body>
</html>
"""


def _sections(sections: "Iterable[Section]") -> str:
    taken = {TITLE_ID, TEXT_ID}
    written = ""
    for section in sections:
        name = _free_id(section.heading, taken)
        heading = f"<h2>{_safe(section.heading)}</h2>\n" if section.heading else ""
        written += f'<section id="{name}">\n{heading}{"".join(map(_part, section.parts))}</section>\n'
    return written


def _free_id(heading: str, taken: set[str]) -> str:
    """Return an id made of the words of a heading, with a number where another section has it, and take it."""
    name = re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-") or _FIRST_ID
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def _part(part: "Part") -> str:
    match part:
        case Block():
            return _paragraph(part)
        case Listing():
            name = "ol" if part.numbered else "ul"
            return f"<{name}>\n{''.join(map(_item, part.items))}</{name}>\n"
        case Commands(texts=texts):
            lines = "\n".join(map(_safe, texts))
            return f"<pre><code>{lines}</code></pre>\n"
        case Fields(rows=rows):
            return _definitions(rows)
        case Sparks(rows=sparks):
            return _definitions((one.label, one.text) for one in sparks)
        case Table():
            return _table(part)


def _paragraph(block: Block) -> str:
    if block.style == "label":
        return f"<h3>{_safe(block.text)}</h3>\n"
    quiet = ' class="quiet"' if block.style == "quiet" else ""
    return f"<p{quiet}>{_safe(block.text)}</p>\n"


def _item(item: "Item") -> str:
    details = "".join(f"<p>{_safe(detail)}</p>\n" for detail in item.details)
    return f"<li>{_safe(item.text)}\n{details}</li>\n"


def _definitions(rows: "Iterable[tuple[str, str]]") -> str:
    written = "".join(f"<dt>{_safe(label)}</dt>\n<dd>{_safe(value)}</dd>\n" for label, value in rows)
    return f"<dl>\n{written}</dl>\n"


def _table(table: Table) -> str:
    """Return a table whose first column names its rows; no word in it is cut, so that it may have to be scrolled."""
    headers = "".join(f'<th scope="col">{_safe(header)}</th>' if header else "<td></td>" for header in table.headers)
    rows = "".join(_row(row) for row in table.rows)
    head = f"<thead>\n<tr>{headers}</tr>\n</thead>"
    return f'<div class="wide">\n<table>\n{head}\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n'


def _row(row: tuple[str, ...]) -> str:
    cells = "".join(f"<td>{_safe(cell)}</td>" for cell in row[1:])
    return f'<tr><th scope="row">{_safe(row[0])}</th>{cells}</tr>\n'


def _safe(text: str) -> str:
    return escape(visible(text))
