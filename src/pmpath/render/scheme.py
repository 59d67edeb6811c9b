"""The colors of files that are handed over, for light and for dark surroundings. Nothing is said by color alone."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LIGHT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "paper": "#ffffff",
        "text": "#1b1d21",
        "quiet": "#51565e",
        "accent": "#0b57a4",
        "code": "#f0f2f5",
        "line": "#7b818b",
        "bar": "#2f74b5",
        "mark": "#9a3412",
    }
)
DARK: Final[Mapping[str, str]] = MappingProxyType(
    {
        "paper": "#15171b",
        "text": "#e8eaed",
        "quiet": "#b3b8c0",
        "accent": "#8ab8f2",
        "code": "#23262c",
        "line": "#868d97",
        "bar": "#5b9bdd",
        "mark": "#f2a272",
    }
)


def in_both(rules: str) -> str:
    """Return style rules with the colors named `{paper}` and so on, for light, and on dark screens for dark."""
    light, dark = _filled(rules, LIGHT), _filled(rules, DARK)
    return f"{light}@media screen and (prefers-color-scheme:dark){{\n{dark}}}\n"


def _filled(rules: str, colors: Mapping[str, str]) -> str:
    for name, color in colors.items():
        rules = rules.replace(f"{{{name}}}", color)
    return rules
