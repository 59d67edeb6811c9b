"""What a level says in figures and short texts; nothing where a ladder leaves it out."""

from typing import TYPE_CHECKING

from pmpath.render.phrases import figure

if TYPE_CHECKING:
    from pmpath.model.level import Level, Range


def span(one: "Range") -> str:
    """Write a range: "1-2 years", "20+ years"."""
    ends = f"{figure(one.low)}-{figure(one.high)}" if one.high is not None else f"{figure(one.low)}+"
    return f"{ends} {one.unit}"


def horizon(level: "Level") -> str:
    """Write how far ahead a level plans."""
    return level.horizon.text if level.horizon else ""


def success(level: "Level") -> str:
    """Write how success is measured."""
    return level.success.text if level.success else ""


def manages(level: "Level") -> str:
    """Write whom a level manages."""
    return level.manages.text if level.manages else ""


def experience(level: "Level") -> str:
    """Write the years of experience that the first source names."""
    return span(level.from_entry[0]) if level.from_entry else ""
