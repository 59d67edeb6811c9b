"""Tables and cells of Markdown, for the pages of the reference."""

from collections.abc import Iterable, Sequence


def cell(text: str) -> str:
    """Return a text as it may stand in a cell."""
    return " ".join(text.split()).replace("|", "\\|")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, one row a line."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines)


def code(*words: str) -> str:
    """Return words as code, one after the other."""
    return ", ".join(f"`{word}`" for word in words)
