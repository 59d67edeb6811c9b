"""What there is to do where no level is above, as lines of a page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.road import Road
    from pmpath.render.page import Page


def add_roads(page: "Page", roads: "Sequence[Road]") -> None:
    """Write each road with its first step, and where they come from; nothing where there is none."""
    if not roads:
        return
    page.heading("From here")
    for road in roads:
        page.item(road.text)
        page.detail(f"First: {road.step}")
    sources = list(dict.fromkeys(key for road in roads for key in road.sources))
    if sources:
        page.text(f"Sources: {', '.join(sources)}.", "quiet")
