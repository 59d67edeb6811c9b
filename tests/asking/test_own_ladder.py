"""An interview by a ladder of three levels that leaves out examples, reasons and near misses."""

from pathlib import Path

import pytest

from own_ladders import DESIGNER_ANSWERS, write
from pmpath.asking.asker import Move
from pmpath.asking.interview import Conversation, Interview
from pmpath.asking.keeper import KeepsNothing
from pmpath.asking.scripted import ScriptedAsker
from pmpath.content.library import Library, find_library
from pmpath.core.assessment import assess
from pmpath.core.course import Course, Depth
from pmpath.model.answer import EMPTY_SHEET, Sheet
from pmpath.model.own import Own

ALL = {**DESIGNER_ANSWERS, "critique.junior": "on-my-own"}


@pytest.fixture
def ladder(tmp_path: Path) -> Library:
    """Return the ladder of three levels."""
    return find_library(Own(str(tmp_path / write(tmp_path))))


def held(ladder: Library, depth: Depth, moves: tuple[Move, ...] = ()) -> tuple[Sheet, ScriptedAsker]:
    """Hold an interview with somebody who answers as a designer does; return the sheet and what was said."""
    texts = {name: part.question for name, part in ladder.words.expectations.items()}
    texts |= {name: one.question for name, one in ladder.words.competencies.items() if one.question}
    asker = ScriptedAsker({texts[name]: word for name, word in ALL.items()}, moves=moves)
    interview = Interview(ladder.grid, ladder.words, Course(depth))
    return Conversation(interview, asker, KeepsNothing(), EMPTY_SHEET).hold(), asker


@pytest.mark.parametrize("depth", Depth)
def test_every_depth_places_the_same_way(ladder: Library, depth: Depth) -> None:
    sheet, _ = held(ladder, depth)
    assert assess(ladder.grid, sheet.answers).level == "designer"
    assert len(sheet.answers) == len(ladder.grid.choices) or depth is not Depth.FULL


def test_what_a_ladder_leaves_out_is_left_out_of_what_is_explained(ladder: Library) -> None:
    _, asker = held(ladder, Depth.QUICK, (Move.COUNTS, Move.WHY))
    said = "\n".join(asker.said)
    assert "- The flows of one team\n" in said
    assert "\nRemit\n" in said
    assert "None" not in said.partition("None of your work")[0]
    assert "This counts" not in said


def test_a_question_says_which_levels_it_decides_between(ladder: Library) -> None:
    _, asker = held(ladder, Depth.STANDARD)
    headers = [prompt.header for prompt in asker.prompts]
    assert any("decides Junior or Designer" in header for header in headers)
    assert any("completes your list for Lead" in header for header in headers)
