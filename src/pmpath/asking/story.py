"""Asks for a story part by part. Each part is kept before the next is asked."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmpath.asking.asker import Asker
from pmpath.asking.evidence import LONGEST_LINE, LineKeeper
from pmpath.model.visible import visible


class PartAsked(NamedTuple):
    """A part of a story: its id, its name, and what belongs in it."""

    id: str
    name: str
    asks: str


def ask_parts(asker: Asker, parts: Sequence[PartAsked], keeper: LineKeeper, known: Mapping[str, str]) -> dict[str, str]:
    """Ask for each part in turn and return all lines; Enter keeps what is known of a part, or leaves it open."""
    lines = dict(known)
    for part in parts:
        before = f"So far: {visible(lines[part.id])} Enter keeps it." if part.id in lines else "Enter leaves it open."
        line = visible(asker.line(f"{part.name}: {part.asks} {before}"))[:LONGEST_LINE]
        if line:
            lines[part.id] = line
            keeper.keep(lines)
    return lines
