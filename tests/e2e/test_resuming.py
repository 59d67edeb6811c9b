"""Going on with an interview: after a kill, after the ladder changed, afresh; and when nothing may be kept at all."""

import json
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from builders import Answers, choice_label, example_a, example_b, example_d
from data_folder import GONE, GUIDES, LADDER, Raw, change, changed_folder, shipped, write
from e2e.pseudo_terminal import (
    CTRL_C,
    ENTER,
    REVIEW,
    Terminal,
    answer_until,
    at_line,
    at_review,
    in_shell,
    into_file,
    journal,
    kept,
    kept_answers,
    kept_results,
    pass_review,
    pmpath_command,
    question_of,
    run,
    terminal,
    written,
)

pytestmark = pytest.mark.terminal

OFFER = "Go on with it, or start afresh?"
NOTHING_LEFT = "there is no unfinished interview to go on with"


def leave_after(count: int, answers: Answers, by: Callable[[Terminal], object] | None = None) -> list[str]:
    """Leave an interview after so many answers, with Ctrl-C or another way; return what was answered."""
    with terminal(pmpath_command("assess")) as person:
        asked = answer_until(person, answers, f"{count + 1} of about ")
        (by or (lambda one: one.press(CTRL_C)))(person)
        person.end()
    return asked[:count]


def killed(person: Terminal) -> None:
    person.wait(lambda text: question_of(text) is not None)
    person.child.kill(signal.SIGKILL)


def finish_way_in() -> None:
    """Come to the result of someone on the way in after one question."""
    with terminal(pmpath_command("assess", "--quick")) as person:
        person.wait(question_of)
        person.press("8")
        pass_review(person)
        assert person.end() == 0


def at_offer(text: str) -> bool:
    return OFFER in text and text.endswith(("q stop", "q stop:"))


def test_an_interview_killed_after_seven_answers_goes_on_with_the_eighth_question() -> None:
    asked = leave_after(7, example_a(), killed)
    assert kept_answers() == {name: example_a()[name] for name in asked}
    with terminal(pmpath_command("assess", "--resume")) as person:
        text = person.wait(lambda text: question_of(text) == "data.senior-pm")
        assert text.startswith("8 of about ")
        assert OFFER not in text
        answer_until(person, example_a(), "Enter passes.")
        for _ in range(4):
            person.wait(at_line)
            person.press(ENTER)
        pass_review(person)
        assert person.end() == 0
        assert "You are a Product Manager" in person.text
    assert (len(kept_answers()), kept_results()) == (18, 1)


def test_the_next_interview_offers_to_go_on_and_does() -> None:
    leave_after(2, example_a())
    with terminal(pmpath_command("assess")) as person:
        assert "is unfinished: 2 answers kept." in person.wait(at_offer)
        person.press(ENTER)
        text = person.wait(lambda text: question_of(text) == "data.pm")
        assert "This interview: going on" in text
        person.press("b")
        person.wait(lambda text: question_of(text) == "discovery.pm" and person.cursor_line.strip().startswith("> 4 "))


def test_starting_afresh_asks_from_the_first_question_and_keeps_the_earlier_one_until_then() -> None:
    leave_after(2, example_a())
    with terminal(pmpath_command("assess")) as person:
        person.wait(at_offer)
        person.press("2")
        assert "1 of about 15" in person.wait(lambda text: question_of(text) == "scope")
        person.press("q")
        assert person.end() == 3
    with terminal(pmpath_command("assess", "--resume")) as person:
        person.wait(lambda text: question_of(text) == "data.pm")


def test_fresh_asks_from_the_first_question_without_an_offer() -> None:
    leave_after(2, example_a())
    with terminal(pmpath_command("assess", "--fresh")) as person:
        text = person.wait(lambda text: question_of(text) == "scope")
        assert OFFER not in text
        assert text.startswith("1 of about 15")


def test_after_a_finished_interview_nothing_is_left_to_go_on_with() -> None:
    finish_way_in()
    with terminal(pmpath_command("assess", "--resume")) as person:
        assert person.end() == 2
        assert NOTHING_LEFT in person.text


def test_after_a_finished_interview_the_next_begins_without_an_offer() -> None:
    finish_way_in()
    with terminal(pmpath_command("assess")) as person:
        text = person.wait(question_of)
        assert "This goes on from your assessment of " in text
        assert "is unfinished" not in text


def test_after_a_finished_interview_one_may_begin_afresh() -> None:
    finish_way_in()
    with terminal(pmpath_command("assess", "--fresh")) as person:
        assert person.wait(lambda text: question_of(text) == "scope").startswith("1 of about 15")


def test_where_nothing_was_begun_there_is_nothing_to_go_on_with() -> None:
    with terminal(pmpath_command("assess", "--resume")) as person:
        assert person.end() == 2
        assert NOTHING_LEFT in person.text


def test_an_interview_left_at_its_review_goes_on_there() -> None:
    with terminal(pmpath_command("assess", "--quick")) as person:
        person.wait(question_of)
        person.press("8")
        person.wait(at_review)
        person.press(CTRL_C)
        assert person.end() == 130
    with terminal(pmpath_command("assess", "--resume")) as person:
        pass_review(person)
        assert person.end() == 0
    assert kept_results() == 1


def test_what_was_skipped_stays_skipped_and_evidence_stays_given() -> None:
    with terminal(pmpath_command("assess", "--quick")) as person:
        person.wait(lambda text: question_of(text) == "scope")
        person.press("6")
        person.wait(lambda text: question_of(text) == "discovery.pm")
        person.press("s")
        person.wait(lambda text: question_of(text) == "data.pm")
        person.press("e")
        person.wait(at_line)
        person.press(f"Set the measures.{ENTER}")
        person.wait(lambda text: "Set the measures." in text and at_line(text))
        person.press(CTRL_C)
        assert person.end() == 130
    with terminal(pmpath_command("assess", "--resume")) as person:
        person.wait(lambda text: question_of(text) == "data.pm")
        asked = answer_until(person, example_a(), "Enter passes.")
        assert "discovery.pm" not in asked
        assert "Data: " not in person.wait(at_line).rpartition("Enter passes.")[2]


def test_without_a_terminal_what_is_kept_is_placed_as_far_as_it_goes() -> None:
    leave_after(2, example_a())
    ran = run(pmpath_command("assess", "--resume", "--json"))
    assert ran.code == 0
    assert json.loads(ran.out)["data"]["complete"] is False


def test_a_ladder_of_another_version_says_that_all_answers_still_fit(tmp_path: Path) -> None:
    leave_after(2, example_a())
    folder = changed_folder(tmp_path / "ladder", LADDER, {"version": "2099.1"})
    with terminal(pmpath_command("assess", "--resume"), settings={"PMPATH_DATA_DIR": str(folder)}) as person:
        text = person.wait(lambda text: question_of(text) == "data.pm")
    assert text.startswith("The ladder has changed since; all your answers still fit.")


def test_a_ladder_that_lost_a_question_says_which_answer_was_left_out(tmp_path: Path) -> None:
    assert leave_after(3, example_d())[-1] == "discovery.director"
    folder = folder_without(tmp_path / "ladder", "discovery", "director")
    with terminal(pmpath_command("assess", "--resume"), settings={"PMPATH_DATA_DIR": str(folder)}) as person:
        text = person.wait(lambda text: question_of(text) == "data.director")
    assert text.startswith("The ladder has changed since; these answers no longer fit and were left out: discovery.director")
    assert "3 of about " in text


def folder_without(folder: Path, competency: str, level: str) -> Path:
    """Write the shipped files without one expectation and what refers to it."""
    ladder, guides = shipped(LADDER), shipped(GUIDES)
    for path, value in without(ladder, competency, level).items():
        change(ladder, path, value)
    for topic in guides["topics"]:
        links = topic["links"]
        links["expectations"] = [name for name in links["expectations"] if name != f"{competency}.{level}"]
    return write(folder, {LADDER: ladder, GUIDES: guides})


def without(ladder: Raw, competency: str, level: str) -> dict[str, object]:
    """Return the changes that take one expectation out of the ladder."""
    at = next(place for place, one in enumerate(ladder["competencies"]) if one["id"] == competency)
    parts = [part["level"] for part in ladder["competencies"][at]["expectations"]]
    changes: dict[str, object] = {f"competencies.{at}.expectations.{parts.index(level)}": GONE}
    for rank, one in enumerate(ladder["levels"]):
        for place, duty in enumerate(one["responsibilities"]):
            kept_drives = [name for name in duty.get("drives", []) if name != f"{competency}.{level}"]
            if kept_drives != duty.get("drives", []):
                changes[f"levels.{rank}.responsibilities.{place}.drives"] = kept_drives
    return changes


@pytest.mark.parametrize(
    "script", ['yes | "$@"', '"$@" < /dev/null', 'yes | "$@" --no-save', 'yes | "$@" --fresh'], ids=lambda script: script
)
def test_without_a_person_nothing_is_asked_and_no_file_is_written(script: str) -> None:
    ran = run(["/bin/sh", "-c", script, "sh", *pmpath_command("assess")])
    assert ran.code == 2
    assert written() == []


def test_answers_for_a_script_that_keeps_nothing_write_no_file() -> None:
    assert run(pmpath_command("assess", "--answer", "scope=pm", "--json", "--no-save"), stdin=subprocess.DEVNULL).code == 0
    assert written() == []


def test_going_on_and_looking_at_it_change_no_line_that_was_written() -> None:
    leave_after(2, example_a())
    before = journal().read_bytes()
    with terminal(pmpath_command("assess")) as person:
        person.wait(at_offer)
        person.press("q")
        assert person.end() == 3
    assert journal().read_bytes() == before


def test_a_keeper_that_may_not_write_says_so_before_the_first_question(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be", encoding="ascii")
    with terminal(pmpath_command("assess"), settings={"PMPATH_HOME": str(blocked)}) as person:
        assert person.end() == 74
        assert "--no-save" in person.text
        assert question_of(person.text) is None


def by_line(person: Terminal, answers: Answers) -> list[str]:
    """Answer each question line by line until the review; return the ids in their order."""
    asked: list[str] = []
    while True:
        text = person.wait(lambda text: text.endswith(REVIEW) or question_of(text) not in (None, *asked))
        question = question_of(text)
        if question is None or question in asked:
            return asked
        asked.append(question)
        shown = text[text.rfind(" 1 ") :]
        digit = shown[shown.index(choice_label(question, answers[question])) - 2]
        person.press(digit + ENTER)


@pytest.mark.parametrize(
    ("options", "settings"),
    [
        (("--accessible",), {}),
        (("--plain",), {}),
        ((), {"PMPATH_ACCESSIBLE": "1"}),
        ((), {"ACCESSIBLE": "1"}),
        ((), {"TERM": "dumb"}),
    ],
    ids=str,
)
def test_questions_come_line_by_line_where_that_is_wanted(options: tuple[str, ...], settings: dict[str, str]) -> None:
    with terminal(pmpath_command("assess", *options), settings=settings) as person:
        person.wait(lambda text: text.endswith("Answer 1-8, ? what counts, w why this, e evidence, b back, s skip, q stop:"))
        assert b"\x1b" not in person.raw


def test_a_whole_interview_line_by_line_draws_nothing_twice_and_ends_in_the_result() -> None:
    with terminal(pmpath_command("assess", "--accessible")) as person:
        assert len(by_line(person, example_b())) == 9
        person.press(ENTER)
        assert person.end() == 0
        assert b"\x1b" not in person.raw.partition(b"Saved: ")[0]
        assert "Ownership and scope: No product work yet." in person.text
        assert person.text.index("Saved: ") < person.text.index("You are")
    assert (len(kept_answers()), kept_results()) == (9, 1)


def test_an_interview_left_line_by_line_goes_on_on_the_whole_screen() -> None:
    with terminal(pmpath_command("assess", "--accessible")) as person:
        person.wait(question_of)
        person.press(f"6{ENTER}")
        person.wait(lambda text: question_of(text) == "discovery.pm")
        person.press(f"q{ENTER}")
        assert person.end() == 3
    with terminal(pmpath_command("assess", "--resume")) as person:
        person.wait(lambda text: question_of(text) == "discovery.pm")


def test_json_into_a_file_line_by_line_is_one_document(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    with terminal(into_file(pmpath_command("assess", "--json", "--accessible"), file)) as person:
        by_line(person, example_b())
        person.press(ENTER)
        assert person.end() == 0
    assert file.read_bytes().count(b"\n") == 1
    assert json.loads(file.read_bytes())["kind"] == "assessment"


def test_a_closed_standard_input_writes_no_file() -> None:
    assert run(in_shell("<&-", pmpath_command("assess"))).code == 2
    assert written() == []


def test_the_journal_names_its_ladder_once_and_each_answer_in_a_line_of_its_own() -> None:
    leave_after(3, example_a())
    assert [list(said)[-1] for said in kept() if "question" in said] == ["answer"] * 3
    assert sum("begin" in said for said in kept()) == 1
