"""Writes docs/reference from the program: `PYTHONPATH=src .venv/bin/python tools/reference_pages.py docs/reference`.

Every page says what the program itself says: its options, tables, schemas and content. No sentence of a page stands here but
those between the tables. `docs/reference/glossary.md` and `README.md` are written by hand and left alone.
"""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pmpath.content.published import PUBLISHED
from pmpath.content.schemas import FILES
from pmpath.render.topics import TOPICS, Topic
from reference_commands import commands_page
from reference_content import ids_page, ladder_page
from reference_python import python_page
from reference_tables import table

TITLES: Final[Mapping[str, tuple[str, tuple[str, str]]]] = MappingProxyType(
    {
        "exit-codes": ("Exit codes", ("code", "meaning")),
        "environment": ("Environment variables", ("variable", "what it does")),
        "formats": ("Formats", ("format", "what it is")),
        "files": ("Files", ("file", "what it is")),
    }
)
"""Topic of `pmpath help` to the title of its page and the heads of its table."""


SCHEMAS: Final = """\
# Schemas

JSON Schemas, draft-07. `pmpath schema NAME` prints one; the same files stand in `schema/`.
[Sheet and pipeline](../how-to/sheet-and-pipeline.md) shows how an editor and a pipeline use them."""
DOCUMENTS: Final = """\
A document's schema is called like its `kind`, and describes the whole envelope. Where a file has that name already, the
document's ends in `-document`."""


def topic_page(name: str, topic: Topic) -> str:
    """Write a topic of `pmpath help` as a page."""
    title, heads = TITLES[name]
    rows = [(", ".join(f"`{word}`" for word in names.split(", ")), text) for names, text in topic.rows]
    parts = [f"# {title}", f"`pmpath help {name}` shows the same.", topic.title, table(heads, rows), *topic.more]
    return "\n\n".join(parts)


def schemas_page() -> str:
    """List the schemas that pmpath publishes: of files, then of documents."""
    files = [(f"`{name}`", text) for name, text in PUBLISHED.items() if name in FILES]
    documents = [(f"`{name}`", text) for name, text in PUBLISHED.items() if name not in FILES]
    heads = ("schema", "what it describes")
    return "\n\n".join((SCHEMAS, "## Of files", table(heads, files), "## Of documents", DOCUMENTS, table(heads, documents)))


PAGES: Final[Mapping[str, Callable[[], str]]] = MappingProxyType(
    {
        "commands": commands_page,
        **{name: partial(topic_page, name, topic) for name, topic in TOPICS.items()},
        "schemas": schemas_page,
        "ladder": ladder_page,
        "ids": ids_page,
        "python": python_page,
    }
)
"""Page of the reference to what writes it."""


def page_text(name: str) -> str:
    """Return the text of a page's file."""
    head = "<!-- Written by tools/reference_pages.py from the program. Change the program, not this page. -->"
    return f"{head}\n\n{PAGES[name]()}\n"


def write_pages(folder: Path) -> None:
    """Write the file of every page."""
    for name in PAGES:
        (folder / f"{name}.md").write_text(page_text(name), "utf-8")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
