"""Stories as they are kept: added, changed, taken out; a number stays with its story."""

from pathlib import Path

from journal.making import add as add_text
from journal.making import opened
from pmpath.journal.line import Type
from pmpath.journal.stories import add, change, remove, stories
from pmpath.model.story import KeptStory

LINES = {"action": "Ran interviews", "result": "Churn fell"}


def kept(folder: Path) -> list[KeptStory]:
    return stories(opened(folder).records())


def test_where_nobody_told_a_story_there_is_none(tmp_path: Path) -> None:
    add_text(opened(tmp_path), "text")
    assert kept(tmp_path) == []


def test_a_story_comes_back_with_what_it_was_built_from(tmp_path: Path) -> None:
    record = add(opened(tmp_path), LINES, evidence="e1", competencies=["data"])
    assert record.type == Type.STORY
    assert kept(tmp_path) == [KeptStory(1, record.id, "2026-11-23", LINES, "e1", ("data",))]


def test_lines_come_in_the_order_of_telling_and_blank_or_unknown_ones_not_at_all(tmp_path: Path) -> None:
    add(opened(tmp_path), {"lesson": "Ask", "task": "", "mood": "calm", "situation": "In May"}, evidence=None, competencies=())
    assert [list(one.lines) for one in kept(tmp_path)] == [["situation", "lesson"]]


def test_a_change_holds_from_then_on_and_the_evidence_stays(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    name = add(journal, LINES, evidence="e1", competencies=["data"]).id
    change(journal, name, {"task": "Find out"}, ["discovery"])
    assert [(one.lines, one.evidence, one.competencies) for one in kept(tmp_path)] == [
        ({"task": "Find out"}, "e1", ("discovery",))
    ]


def test_a_number_stays_with_its_story_when_another_is_taken_out(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    first = add(journal, LINES, evidence=None, competencies=()).id
    add(journal, {"task": "Two"}, evidence=None, competencies=())
    remove(journal, first)
    add(journal, {"task": "Three"}, evidence=None, competencies=())
    assert [one.number for one in kept(tmp_path)] == [2, 3]


def test_changing_or_removing_what_is_not_there_says_nothing(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    change(journal, "x", LINES, ())
    remove(journal, "x")
    assert kept(tmp_path) == []
