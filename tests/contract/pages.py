"""Reads the written pages of the project: headings, links, pictures, blocks. What a page says of the program, tests compare."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from builders import ROOT

WRITTEN: Final = tuple(
    sorted(
        str(path.relative_to(ROOT))
        for pattern in ("*.md", "docs/**/*.md", "data/*.md", "examples/*.md")
        for path in ROOT.glob(pattern)
    )
)
"""Every page of the project, by its path."""
_FENCE: Final = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK: Final = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
_PICTURE: Final = re.compile(r"<img src=\"([^\"]+)\"|!\[[^\]]*\]\(([^)\s]+)\)")
_HEADING: Final = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: what it is in, and its text."""

    page: str
    language: str
    text: str


@cache
def text_of(page: str) -> str:
    """Return the text of a page."""
    return (ROOT / page).read_text("utf-8")


def prose_of(page: str) -> str:
    """Return a page without its blocks."""
    return _FENCE.sub("", text_of(page))


def blocks_in(*languages: str) -> Iterator[Block]:
    """Yield the blocks of all pages in these languages."""
    for page in WRITTEN:
        for found in _FENCE.finditer(text_of(page)):
            if found[1] in languages:
                yield Block(page, found[1], found[2])


def links_in(page: str) -> list[str]:
    """Return where the links of a page lead, web addresses left out."""
    return [target for target in _LINK.findall(prose_of(page)) if "://" not in target]


def pictures_in(page: str) -> list[str]:
    """Return the pictures that a page shows."""
    return [one or other for one, other in _PICTURE.findall(prose_of(page))]


def anchors_of(page: str) -> set[str]:
    """Return the anchors of a page's headings, as its readers make them: a heading that comes twice gets a number."""
    seen: Counter[str] = Counter()
    anchors = set()
    for heading in _HEADING.findall(prose_of(page)):
        anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        anchors.add(f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor)
        seen[anchor] += 1
    return anchors


def target_of(page: str, link: str) -> tuple[Path, str]:
    """Return the file that a link of a page leads to, and the anchor in it."""
    path, _, anchor = link.partition("#")
    return (ROOT / page).parent.joinpath(path).resolve() if path else (ROOT / page).resolve(), anchor


def rows_of(text: str) -> dict[str, str]:
    """Return the rows of all tables of a text: the first cell to the whole row."""
    lines = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
    return {line.split(" | ")[0].removeprefix("| ").rstrip(" |"): line for line in lines}


def section_of(page: str, heading: str) -> str:
    """Return what stands under a heading, up to the next heading of any kind; empty where there is none."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text_of(page), re.MULTILINE | re.DOTALL)
    return found[1] if found else ""
