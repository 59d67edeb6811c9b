"""The pages of pmpath data: where answers are kept, and how they are."""

from typing import TYPE_CHECKING

from pmpath.render.page import Page
from pmpath.render.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pmpath.model.health import Health
    from pmpath.render.envelope import Json


def path_page(path: "Path") -> Page:
    """Write where answers are kept."""
    page = Page()
    page.path(str(path))
    return page


def path_data(path: "Path") -> "dict[str, Json]":
    """Return where answers are kept."""
    return {"path": str(path), "exists": path.exists()}


def health_page(health: "Health", next_commands: "Sequence[str]") -> Page:
    """Write how the journal is."""
    page = Page()
    page.text("Everything that is kept is sound." if health.is_sound else "Not everything that is kept is sound.", "title")
    page.path(health.path)
    page.text(f"{counted(health.entries, 'entry', 'entries')} can be read.".capitalize())
    page.items(f"Line {line} is damaged." for line in health.damaged)
    notes = (
        (health.torn_bytes, f"The end is damaged: {counted(health.torn_bytes, 'byte', 'bytes')} that are no entry."),
        (health.foreign, f"A newer pmpath wrote {counted(health.foreign, 'entry', 'entries')}; install it to write more."),
        (health.readable_by_others, "Other people of this machine can read it; chmod 600 mends that."),
    )
    page.items(note for is_so, note in notes if is_so)
    page.section("Set aside or unfinished", health.strays)
    page.section("Copies from before changes", health.copies)
    if next_commands:
        page.commands(next_commands)
    return page


def health_data(health: "Health") -> "dict[str, Json]":
    """Return how the journal is."""
    return {
        "path": health.path,
        "sound": health.is_sound,
        "entries": health.entries,
        "damaged": health.damaged,
        "torn_bytes": health.torn_bytes,
        "foreign": health.foreign,
        "readable_by_others": health.readable_by_others,
        "strays": health.strays,
        "copies": health.copies,
    }


def added_page(count: int) -> Page:
    """Write how many entries came in."""
    page = Page()
    page.text(f"{counted(count, 'entry', 'entries')} came in.".capitalize())
    return page


def forgotten_page(count: int, copy: "Path | None") -> Page:
    """Write what was erased and where the copy is."""
    page = Page()
    page.text(f"{counted(count, 'entry is', 'entries are')} erased.".capitalize())
    if copy is not None:
        page.text("A copy is kept:")
        page.path(str(copy))
        page.text("pmpath data forget --no-backup removes the copies too.")
    return page
