"""Asking for a story part by part."""

from collections.abc import Mapping

from pmpath.asking.scripted import ScriptedAsker
from pmpath.asking.story import PartAsked, ask_parts

PARTS = [PartAsked(name, name.title(), "Which?") for name in ("situation", "action", "lesson")]


class Notebook:
    """A keeper that remembers every call."""

    def __init__(self) -> None:
        self.kept: list[dict[str, str]] = []

    def keep(self, lines: Mapping[str, str]) -> None:
        self.kept.append(dict(lines))


def asked(*typed: str, known: Mapping[str, str] | None = None) -> tuple[dict[str, str], Notebook, list[str]]:
    notebook, asker = Notebook(), ScriptedAsker({}, typed)
    return ask_parts(asker, PARTS, notebook, known or {}), notebook, asker.said


def test_each_part_is_kept_before_the_next_is_asked() -> None:
    lines, notebook, _ = asked("In May", "", "Ask")
    assert lines == {"situation": "In May", "lesson": "Ask"}
    assert notebook.kept == [{"situation": "In May"}, lines]


def test_what_is_known_is_shown_and_enter_keeps_it() -> None:
    lines, notebook, said = asked("", "", "", known={"action": "Ran\x1bit"})
    assert (lines, notebook.kept) == ({"action": "Ran\x1bit"}, [])
    assert said[1] == "Action: Which? So far: Ran\\u001bit Enter keeps it."
    assert said[0] == "Situation: Which? Enter leaves it open."
