"""The list of published schemas as a page."""

from typing import TYPE_CHECKING

from pmpath.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.render.envelope import Json


def schemas_page(published: "Mapping[str, str]", next_commands: "Sequence[str]") -> Page:
    """Write which schemas there are and what each describes."""
    page = Page()
    page.text("JSON Schemas, draft-07, of the files that pmpath reads and of the documents that it prints.", "title")
    page.gap()
    page.fields(published.items())
    page.commands(next_commands)
    return page


def schemas_data(published: "Mapping[str, str]") -> "dict[str, Json]":
    """Return which schemas there are as data."""
    return {"schemas": [{"name": name, "about": about} for name, about in published.items()]}
