"""Interview practice in a terminal: typed, said aloud, stopped in the middle of a line; scored by one key; the story bank."""

import sys
from functools import partial
from pathlib import Path

import pytest

from cli.running import compiled_folder
from e2e.practicing import at_choice, at_line_of, choose, score_all, screen, type_line
from e2e.pseudo_terminal import CTRL_C, CTRL_D, ENTER, at_line, fresh_settings, kept, pmpath_command, terminal

pytestmark = pytest.mark.terminal

LINE_BY_LINE = {"PMPATH_ACCESSIBLE": "1"}
PRACTICE = ("interview", "product-sense")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content as a package carries it, so that no command compiles it anew."""
    return compiled_folder(tmp_path_factory.mktemp("content") / "data")


@pytest.fixture(autouse=True)
def _settled(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMPATH_DATA_DIR", str(content))
    monkeypatch.setenv("PMPATH_TODAY", "2026-11-23")
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


def test_product_sense_is_practiced_twice_and_the_second_time_another_prompt_comes() -> None:
    with terminal(pmpath_command(*PRACTICE)) as person:
        choose(person, "1")
        type_line(person, "Rosa, a nurse, struggles with the list.")
        type_line(person, "I asked her: it takes 20 minutes.")
        type_line(person, ".")
        score_all(person)
        assert person.end() == 0
        first = person.text
    assert "Saved. Practice 1: Product sense" in first
    assert '"a nurse" (line 1)' in first
    with terminal(pmpath_command(*PRACTICE)) as person:
        choose(person, "2")
        person.wait(lambda text: text.endswith("Enter when you are done. >"))
        person.press(ENTER)
        score_all(person, "3")
        assert person.end() == 0
        assert "Saved. Practice 2: Product sense" in person.text
        assert "The time before, 2026-11-23" in person.text
        assert "You took" in person.text
    questions = [said["begin"]["question"] for said in kept() if "begin" in said]
    assert len(set(questions)) == 2
    log = screen("interview", "log")
    assert "Two practices" in log
    assert "Scores: Substance 3, Structure 3, User 3, Outcome 3, Trade-off 3." in log


def test_what_was_typed_is_kept_where_somebody_stops_in_the_middle_of_a_line() -> None:
    with terminal(pmpath_command(*PRACTICE)) as person:
        choose(person, "1")
        type_line(person, "One whole line.")
        person.wait(at_line)
        person.press("and half")
        person.wait(lambda text: text.endswith("and half"))
        person.press(CTRL_C)
        assert person.end() == 130
        assert person.text.endswith("Stopped. What you wrote is kept as practice 1: pmpath interview log 1")
        assert person.settings() == fresh_settings()
    assert [said["text"] for said in kept() if "text" in said] == ["One whole line.", "and half"]
    assert "Unfinished: what was typed so far." in screen("interview", "log", "1")


def test_an_answer_is_kept_where_somebody_stops_while_scoring_and_scored_later() -> None:
    with terminal(pmpath_command(*PRACTICE, "--hard", "--no-timer")) as person:
        choose(person, "1")
        assert "Steps:" not in person.text
        type_line(person, "One line.")
        person.wait(at_line)
        person.press(CTRL_D)
        person.wait(lambda text: "1 of 5" in text and at_choice(text))
        person.press("3")
        person.wait(lambda text: "2 of 5" in text and at_choice(text))
        person.press("q")
        assert person.end() == 3
        assert person.text.endswith("score it with: pmpath interview score 1")
    with terminal(pmpath_command("interview", "score", "1")) as person:
        score_all(person)
        assert person.end() == 0
        assert "One line." in person.text
    assert "Substance 2" in screen("interview", "log")


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, "q"])
def test_who_stops_before_answering_leaves_nothing(key: str) -> None:
    with terminal(pmpath_command(*PRACTICE)) as person:
        person.wait(at_choice)
        person.press(key)
        assert person.end() == (130 if key == CTRL_C else 3)
        assert person.text.endswith("Stopped. Nothing was said yet, so nothing is kept.")
    assert kept() == []


def test_line_by_line_the_same_is_asked_and_kept() -> None:
    with terminal(pmpath_command(*PRACTICE), settings=LINE_BY_LINE) as person:
        choose(person, f"1{ENTER}")
        person.wait(lambda text: text.endswith("what you typed is kept."))
        person.press(f"Rosa struggles.{ENTER}.{ENTER}")
        score_all(person, f"1{ENTER}")
        assert person.end() == 0
    assert [said["text"] for said in kept() if "text" in said] == ["Rosa struggles."]
    assert next(said["score"] for said in kept() if "score" in said) == {"substance": 1}


def test_an_answer_from_an_editor_is_kept(tmp_path: Path) -> None:
    script = tmp_path / "editor.py"
    script.write_text("import sys\nopen(sys.argv[1], 'a').write('She struggles.')\n", "utf-8")
    with terminal(pmpath_command(*PRACTICE), settings={"EDITOR": f"{sys.executable} {script}"}) as person:
        choose(person, "2")
        score_all(person)
        assert person.end() == 0
        assert "Written in an editor in" in person.text
    assert [said["text"] for said in kept() if "text" in said] == ["She struggles."]


def test_a_story_is_built_from_evidence_told_and_counted_in_the_bank() -> None:
    assert "Saved as evidence 1" in screen(
        "evidence", "add", "Ran six interviews", "--result", "churn fell", "--shows", "discovery.pm"
    )
    with terminal(pmpath_command("interview", "story", "new", "--evidence", "1")) as person:
        type_line(person, "In May, before the renewal.")
        for part in ("Task: ", "Action: ", "Result: "):
            person.wait(partial(at_line_of, part))
            person.press(ENTER)
        person.wait(lambda text: "Lesson: " in text)
        type_line(person, "Ask sooner.")
        assert person.end() == 0
        assert "Saved. Story 1: Ran six interviews" in person.text
    with terminal(pmpath_command("interview", "behavioral")) as person:
        choose(person, "2")
        person.wait(at_line)
        person.press(ENTER)
        person.wait(lambda text: text.endswith("Enter for none of them. >"))
        person.press(f"1{ENTER}")
        score_all(person)
        assert person.end() == 0
        assert "Told: story 1, Ran six interviews" in person.text
    bank = screen("interview", "stories")
    assert "Told one time in practice." in bank
    assert "Customer discovery 1 1" in bank
