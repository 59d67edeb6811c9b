"""The pictures in the README are of real screens, and of today's. PMPATH_PICTURES=write draws them anew."""

import os
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from builders import ROOT, example_a
from e2e.pictures import picture
from e2e.pseudo_terminal import Terminal, digit_for, pmpath_command, question_of, terminal, write_sheet

pytestmark = pytest.mark.terminal

FOLDER = ROOT / "docs" / "pictures"
ANSWERED = ("scope", "discovery.pm", "data.pm", "prioritization.pm", "delivery.pm")


def drawn(name: str, title: str, command: str, person: Terminal) -> str:
    """Return the picture of a screen; write it where that is asked for."""
    svg = picture(title, command, person.characters)
    if os.environ.get("PMPATH_PICTURES") == "write":
        (FOLDER / name).write_text(svg, "utf-8")
    return svg


def kept(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def is_asked(question: str, text: str) -> bool:
    return question_of(text) == question


def test_the_picture_of_a_question_is_of_todays_screen(tmp_path: Path) -> None:
    with terminal(pmpath_command("assess"), columns=80, rows=24, settings={"PMPATH_HOME": str(tmp_path / "home")}) as person:
        for name in (*ANSWERED, "people"):
            person.wait(partial(is_asked, name))
            person.press(digit_for(person.text, name, example_a()[name]))
        person.wait(partial(is_asked, "discovery.senior-pm"))
        assert drawn("question.svg", "A question of pmpath assess", "pmpath assess", person) == kept("question.svg")


def test_the_picture_of_a_result_is_of_todays_screen() -> None:
    sheet = write_sheet(example_a())
    with terminal(pmpath_command("assess", "--answers", sheet.name), columns=80, rows=90) as person:
        assert person.end() == 0
        command = "pmpath assess --answers sheet.json"
        assert drawn("result.svg", "A result of pmpath assess", command, person) == kept("result.svg")


@pytest.mark.parametrize("name", ["question.svg", "result.svg"])
def test_a_picture_is_sound_and_fetches_nothing(name: str) -> None:
    root = ET.fromstring(kept(name))  # noqa: S314 - our own file
    values = [value for element in root.iter() for value in element.attrib.values()]
    assert [value for value in values if "http" in value or "url(" in value] == []
    assert root.find("{http://www.w3.org/2000/svg}title") is not None


@pytest.mark.parametrize("name", ["question.svg", "result.svg"])
def test_the_readme_shows_the_picture(name: str) -> None:
    assert f"docs/pictures/{name}" in (ROOT / "README.md").read_text("utf-8")
