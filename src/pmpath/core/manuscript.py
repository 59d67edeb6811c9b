"""Reads a Markdown text against a template: what stands under which heading, and the sentences of it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pmpath.model.template import Section, Template

_LONGEST_HEADING: Final = 200
"""A longer line is no heading."""
_DEEPEST: Final = 6
_PLAIN_LEVEL: Final = _DEEPEST + 1
"""The level of a heading that stands on a line of its own without a mark."""
_FRAGMENT_WORDS: Final = 5
"""A line of this many words that stands in a question of the template belongs to it."""
_NUMBERED: Final = re.compile(r"^\d{1,3}[.)]\s+")
_CENTURIES: Final = ("19", "20")
_YEAR_DIGITS: Final = 4
_ENDING: Final = re.compile(r"[.!?][\"')\]*_]*\s+(?=[^a-z\s])")
_BEGINS_ANEW: Final = re.compile(r"\s*(?:[-*+|>]|\d{1,3}[.)]\s)")


class Line(NamedTuple):
    """A line and its number, counted from 1."""

    number: int
    text: str


class Passage(NamedTuple):
    """What stands under a heading: the line of the heading, the question of the template if it is left, own lines."""

    heading: int | None
    prompt: int | None
    lines: Sequence[Line]

    @property
    def text(self) -> str:
        """The own text in one."""
        return "\n".join(line.text for line in self.lines)

    @property
    def words(self) -> int:
        """How many words the own text has."""
        return len(tokens(self.text))


class Reading(NamedTuple):
    """A text as it was read: passages by heading, lines under none of them, and the line that begins a left example."""

    passages: Mapping[str, Passage]
    loose: Passage
    example: int | None


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a text in lower case."""
    return "".join(char if char.isalnum() else " " for char in text.lower().replace("'", "")).split()


def is_year(word: str) -> bool:
    """Say whether a word is a year of this century or the last."""
    return len(word) == _YEAR_DIGITS and word.startswith(_CENTURIES) and word.isdigit()


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not blank, however they end."""
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return [Line(number, line) for number, line in enumerate(whole.split("\n"), start=1) if line and not line.isspace()]


def plain(line: str) -> str:
    """Return a heading without its marks, its number and its case."""
    if len(line) > _LONGEST_HEADING:
        return ""
    bare = line.strip().strip("#").strip().strip("*_").strip()
    return " ".join(_NUMBERED.sub("", bare).strip("*_").rstrip(":.").split()).casefold()


def level_of(line: str) -> int:
    """Return the level of a heading by its marks, 0 for a line that is none."""
    bare = line.strip()
    marks = len(bare) - len(bare.lstrip("#"))
    return marks if 0 < marks <= _DEEPEST and bare[marks : marks + 1] in ("", " ", "\t") else 0


def read(text: str, template: Template, example_mark: str) -> Reading:
    """Read a text; headings are known by their words, at any level. The same heading twice is one passage."""
    reader = _Reader(template)
    example = None
    for line in lines_of(text):
        if line.text.strip().startswith(example_mark):
            example = line.number
            break
        reader.take(line)
    return reader.reading(example)


def sentences(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the sentences of some lines, none of them blank, each with the line it begins on."""
    for paragraph in filter(None, _paragraphs(lines)):
        texts = [line.text.strip() for line in paragraph]
        starts = _starts(texts)
        whole = " ".join(texts)
        begin = 0
        for end in (*(found.end() for found in _ENDING.finditer(whole)), len(whole)):
            yield Line(paragraph[bisect_right(starts, begin) - 1].number, whole[begin:end].strip())
            begin = end


def _starts(texts: Sequence[str]) -> list[int]:
    """Return where each text begins when one blank joins them."""
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + 1)
    return starts


def _paragraphs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines that read on; a blank line, an item of a list and a row of a table begin anew."""
    run: list[Line] = []
    for line in lines:
        if run and not _reads_on(run[-1], line):
            yield run
            run = []
        run.append(line)
    yield run


def _reads_on(last: Line, line: Line) -> bool:
    return last.number + 1 == line.number and not _BEGINS_ANEW.match(line.text)


class _Reader:
    """Sorts lines under the headings of a template."""

    def __init__(self, template: Template) -> None:
        self._sections = {plain(section.heading): section for section in template.sections}
        self._asked = {section.heading: " ".join(tokens(section.prompt)) for section in template.sections}
        self._headings: dict[str, int] = {}
        self._prompts: dict[str, int] = {}
        self._lines: dict[str, list[Line]] = {section.heading: [] for section in template.sections}
        self._loose: list[Line] = []
        self._open: Section | None = None
        self._level = 0

    def take(self, line: Line) -> None:
        """Sort one line: a heading of the template, another heading, or text."""
        section = self._sections.get(plain(line.text))
        level = level_of(line.text)
        if section is not None:
            self._open, self._level = section, level or _PLAIN_LEVEL
            self._headings.setdefault(section.heading, line.number)
        elif level:
            self._close(level)
        elif not _is_comment(line.text):
            self._add(line)

    def _close(self, level: int) -> None:
        """Take a heading that is not of the template: a lower one belongs to the passage, another ends it."""
        if level <= self._level:
            self._open = None

    def _add(self, line: Line) -> None:
        if self._open is None:
            self._loose.append(line)
        elif _is_of(line.text, self._asked[self._open.heading]):
            self._prompts.setdefault(self._open.heading, line.number)
        else:
            self._lines[self._open.heading].append(line)

    def reading(self, example: int | None) -> Reading:
        """Return what was read."""
        passages = {
            heading: Passage(self._headings.get(heading), self._prompts.get(heading), lines)
            for heading, lines in self._lines.items()
        }
        return Reading(passages, Passage(None, None, self._loose), example)


def _is_comment(line: str) -> bool:
    bare = line.strip()
    return bare.startswith("<!--") and bare.endswith("-->")


def _is_of(line: str, asked: str) -> bool:
    """Say whether a line is a question of the template, or a piece of it that an editor wrapped."""
    words = tokens(line)
    return len(words) >= _FRAGMENT_WORDS and " ".join(words) in asked
