"""A picture of bars as SVG, drawn by hand: no font, no script and no address in it, and all of it in words too."""

from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath.model.visible import visible
from pmpath.render.scheme import in_both

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.forms import Bar, Picture

NOT_ASKED: Final = "not asked"
TITLE_ID: Final = "picture-title"
TEXT_ID: Final = "picture-text"
_LEGEND: Final = "Bar: what is shown so far. Diamond: the goal. Dashed: not asked."
_WIDTH: Final = 480
_LEFT: Final = 16
_RIGHT: Final = 40
_LINE: Final = 17
_SMALL_LINE: Final = 14
_TITLE: Final = 24
"""From one line of text to the next, in small text, and below the title."""
_BAR: Final = 12
_GAP: Final = 14
_CHARS: Final = 62
"""Letters that stand beside each other in a line."""
_COLORS: Final = """\
.reach .paper{fill:{paper}}
.reach text{fill:{text};stroke:{paper}}
.reach .small{fill:{quiet}}
.reach .grid{stroke:{line}}
.reach .bar{fill:{bar}}
.reach .open{stroke:{line}}
.reach .mark{fill:{mark};stroke:{paper}}
"""
_SHAPES: Final = """\
.reach text{font:13px system-ui,sans-serif;stroke-width:4px;paint-order:stroke}
.reach .name{font-weight:600;font-size:15px}
.reach .small{font-size:12px}
.reach .grid{stroke-width:1;stroke-dasharray:1 3}
.reach .open{fill:none;stroke-width:1.5;stroke-dasharray:5 4}
"""


class _Drawn(NamedTuple):
    """Pieces of SVG, and how far down the picture they reach."""

    pieces: list[str]
    bottom: int


def svg(picture: "Picture") -> str:
    """Return the picture as a file of its own."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_drawing(picture, f"<style>{style()}</style>", alone=True)}'


def inline(picture: "Picture") -> str:
    """Return the picture as a part of a page that has its `style`."""
    return _drawing(picture, "", alone=False)


def style() -> str:
    """Return the style rules of the picture."""
    return _SHAPES + in_both(_COLORS)


def bar_words(bar: "Bar", scale: "Sequence[str]") -> str:
    """Say in words what a bar shows: "Discovery: Senior PM, the goal is Group PM"."""
    names = ("none yet", *scale)
    reached = NOT_ASKED if bar.value is None else names[bar.value]
    goal = "" if bar.target is None else f", the goal is {names[bar.target]}"
    return f"{bar.label}: {reached}{goal}"


def _drawing(picture: "Picture", style_element: str, *, alone: bool) -> str:
    head = _head(picture)
    body = _body(picture, head.bottom)
    height = body.bottom + _LINE
    size = f'width="{_WIDTH}" height="{height}" ' if alone else ""
    box = f'{size}viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{TITLE_ID} {TEXT_ID}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="reach" {box}>',
        f'<title id="{TITLE_ID}">{_safe(picture.title)}</title>',
        f'<desc id="{TEXT_ID}">{_safe(picture.description)}</desc>',
        style_element,
        f'<rect class="paper" width="{_WIDTH}" height="{height}"/>' if alone else "",
        *_grid(picture.scale, head.bottom, body.bottom - _LINE),
        *head.pieces,
        *body.pieces,
        "</svg>",
    ]
    return "".join(f"{part}\n" for part in parts if part)


def _head(picture: "Picture") -> _Drawn:
    """Draw the title and, a word a line, the names of the steps above them."""
    words = [visible(name).split() or [""] for name in picture.scale]
    tallest = max(map(len, words), default=0)
    top = _LINE + _TITLE
    pieces = [_text(_LEFT, _LINE, picture.title, "name")]
    for step, name in enumerate(words, start=1):
        for line, word in enumerate(name, start=tallest - len(name)):
            pieces.append(_text(_at(step, picture.scale), top + line * _SMALL_LINE, word, "small", anchor="middle"))
    return _Drawn(pieces, top + tallest * _SMALL_LINE)


def _body(picture: "Picture", top: int) -> _Drawn:
    """Draw the bars under each other, each below its words, and what the signs mean below them all."""
    pieces: list[str] = []
    y = top
    for bar in picture.bars:
        for line in wrap(visible(bar_words(bar, picture.scale)), _CHARS):
            y += _LINE
            pieces.append(_text(_LEFT, y, line))
        pieces += _bar(bar, picture.scale, y + 5)
        y += _BAR + _GAP
    return _Drawn([*pieces, _text(_LEFT, y + _LINE, _LEGEND, "small")], y + _LINE)


def _bar(bar: "Bar", scale: "Sequence[str]", y: int) -> list[str]:
    end = _at(len(scale) if bar.value is None else bar.value, scale)
    shape = f'x="{_LEFT}" y="{y}" width="{max(3, end - _LEFT)}" height="{_BAR}" rx="2"'
    drawn = [f'<rect class="{"open" if bar.value is None else "bar"}" {shape}/>']
    if bar.target is not None:
        x, middle = _at(bar.target, scale), y + _BAR // 2
        drawn.append(f'<path class="mark" d="M{x} {middle - 9}l7 9l-7 9l-7 -9z"/>')
    return drawn


def _grid(scale: "Sequence[str]", top: int, bottom: int) -> list[str]:
    lines = (_at(step, scale) for step in range(1, len(scale) + 1))
    return [f'<path class="grid" d="M{x} {top}V{bottom}"/>' for x in lines]


def _at(step: int, scale: "Sequence[str]") -> int:
    return _LEFT + step * (_WIDTH - _LEFT - _RIGHT) // max(1, len(scale))


def _text(x: int, y: int, text: str, kind: str = "", *, anchor: str = "") -> str:
    extra = (f' class="{kind}"' if kind else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text x="{x}" y="{y}"{extra}>{_safe(text)}</text>'


def _safe(text: str) -> str:
    return escape(visible(text))
