"""A person's own thresholds of milestones: a small YAML file, checked against the ladder."""

from collections.abc import Collection, Iterator
from math import inf

from pmpath.content.document import Document
from pmpath.content.foremost import foremost
from pmpath.content.reader import read_yaml
from pmpath.errors import ContentError, Problem
from pmpath.model.suggest import did_you_mean

KEY = "thresholds"


def read_thresholds(content: bytes, name: str, known: Collection[str]) -> dict[str, float]:
    """Return milestone id to the figure that it counts from; raise `ContentError` with every problem in the file."""
    document = read_yaml(content, name)
    problems = foremost(_problems(document, known))
    if problems:
        raise ContentError("this file of thresholds is not valid", problems=tuple(problems))
    return {one: float(figure) for one, figure in _figures(document).items() if isinstance(figure, int | float)}


def _figures(document: Document) -> dict[str, object]:
    figures = document.data.get(KEY) if isinstance(document.data, dict) else None
    return dict(figures) if isinstance(figures, dict) else {}


def _problems(document: Document, known: Collection[str]) -> Iterator[Problem]:
    data = document.data
    if not isinstance(data, dict) or set(data) != {KEY} or not isinstance(data[KEY], dict):
        yield document.problem((), f"a file of thresholds has one key, {KEY}", f"write {KEY}: and below it MILESTONE: NUMBER")
    for name, figure in _figures(document).items():
        if name not in known:
            hint = did_you_mean(name, known) or f"ids: {', '.join(known)}"
            yield document.problem((KEY, name), f'there is no milestone "{name}"', hint)
        if not _is_threshold(figure):
            yield document.problem((KEY, name), "this is no number above 0", "")


def _is_threshold(figure: object) -> bool:
    return isinstance(figure, int | float) and not isinstance(figure, bool) and 0 < figure < inf
