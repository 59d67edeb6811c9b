"""A person's run in a real pseudo-terminal: questions read from the screen, keys pressed, the result read."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from builders import PLACES_A, STANDARD_A, Answers, choice_label, example_a, example_b, grid, library, question_texts
from e2e.pseudo_terminal import (
    DOWN,
    ENTER,
    READY,
    REVIEW,
    Terminal,
    answer_until,
    flat,
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
    write_sheet,
    written,
)

pytestmark = pytest.mark.terminal

EVIDENCED_A = PLACES_A[1:]
EVIDENCE_BEGINS = "Enter passes."
EVIDENCE = {"what": "Asked ten users about [price].", "result": "Dropped a feature: 20 % less.", "who": "Kim, design"}


def asked_a(count: int = len(STANDARD_A)) -> Answers:
    return {name: example_a()[name] for name in STANDARD_A[:count]}


def evidence_lines(name: str) -> tuple[str, str, str]:
    prompts = library().words.expectations[name].evidence
    return prompts.what, prompts.result, prompts.confirm


def type_line(person: Terminal, question: str, line: str) -> None:
    person.wait(lambda text: text.endswith(f"{flat(question)} >"))
    person.press(line + ENTER)


def type_evidence(person: Terminal, name: str, evidence: Mapping[str, str]) -> None:
    for question, line in zip(evidence_lines(name), evidence.values(), strict=True):
        type_line(person, question, line)


def pass_evidence(person: Terminal, *names: str) -> None:
    for name in names:
        type_line(person, evidence_lines(name)[0], "")


def finish(person: Terminal, *names: str) -> int:
    """Pass every line of evidence, leave the answers as they are, and return the exit code."""
    pass_evidence(person, *names)
    pass_review(person)
    return person.end()


def page_lines(columns: int, answers: Answers, evidence: Mapping[str, object] | None = None, *options: str) -> list[str]:
    sheet = write_sheet(answers, evidence)
    command = pmpath_command("assess", "--answers", str(sheet), *options)
    return run(command, settings={"PMPATH_WIDTH": str(columns)}).out.decode().splitlines()


def data_of(answers: Answers, evidence: Mapping[str, object] | None = None) -> Any:
    return json.loads(run(pmpath_command("assess", "--json", "--answers", str(write_sheet(answers, evidence)))).out)


def screen_ends_with(person: Terminal, lines: list[str]) -> bool:
    shown = "\n".join(person.lines).rstrip().split("\n")
    return shown[-len(lines) :] == lines


@pytest.mark.parametrize("columns", [40, 80])
def test_a_whole_interview_ends_in_the_page_of_its_answers(columns: int) -> None:
    with terminal(pmpath_command("assess"), columns) as person:
        assert answer_until(person, example_a(), EVIDENCE_BEGINS) == STANDARD_A
        type_evidence(person, EVIDENCED_A[0], EVIDENCE)
        assert finish(person, *EVIDENCED_A[1:]) == 0
        assert screen_ends_with(person, page_lines(columns, asked_a(), {"discovery.pm": [EVIDENCE]}))


@pytest.mark.parametrize("columns", [40, 80])
def test_the_result_stands_in_the_order_of_what_matters(columns: int) -> None:
    with terminal(pmpath_command("assess"), columns) as person:
        answer_until(person, example_a(), EVIDENCE_BEGINS)
        assert finish(person, *EVIDENCED_A) == 0
        text = person.text
    shown = [
        "You are a Product Manager, and a strong one: you show 8 of the 9 things expected.",
        "Two answers would have to be higher to place you further up, four lower to place you further down.",
        "What decides it",
        "To Senior Product Manager: 4 of the 7 you need",
        "to be given",
        "shortest way",
        "later",
        "Next three steps",
        "Done when:",
        "This is your own view of your work",
        "Next: pmpath plan",
    ]
    assert [one for one in shown if one not in text] == []
    places = [text.index(one) for one in shown]
    assert places == sorted(places)
    assert text.endswith("Next: pmpath plan pmpath ladder pm --vs senior-pm")


def test_each_question_is_shown_whole_with_its_place_and_its_reason() -> None:
    with terminal(pmpath_command("assess"), 40) as person:
        answer_until(person, example_a(), EVIDENCE_BEGINS)
        text = person.text
    assert "1 of about 15, 4 minutes left - decides which role you answer for Which of these" in text
    assert f"2 of about 15, 4 minutes left - decides APM or PM {question_texts()['discovery.pm']}" in text
    assert f"6 of about 15, 2 minutes left - completes your list for Senior PM {question_texts()['people']}" in text
    assert f"18 of about 18, 1 minute left - completes the picture at PM {question_texts()['influence.pm']}" in text


def test_one_line_stays_of_an_answer_and_its_choices_go() -> None:
    with terminal(pmpath_command("assess")) as person:
        answer_until(person, example_a(), EVIDENCE_BEGINS)
        lines, text = person.lines, person.text
    words = library().words
    answered = [f"  {words.question_title(name)}: {words.answer_short(name, word)}" for name, word in asked_a().items()]
    assert [line for line in lines if line in answered] == answered
    assert [word for word in grid().choices["data.pm"] if choice_label("data.pm", word) in text] == []
    assert READY not in text


def test_the_review_shows_every_answer_and_then_the_result_comes() -> None:
    with terminal(pmpath_command("assess")) as person:
        answer_until(person, example_a(), EVIDENCE_BEGINS)
        pass_evidence(person, *EVIDENCED_A)
        text = person.wait(lambda text: REVIEW in text)
        assert text.index("Your answers") < text.index("1 Ownership and scope: Own one") < text.index("18 Influence, PM: on")
        assert "You are" not in text
        pass_review(person)
        assert person.end() == 0
        assert "You are a Product Manager" in person.text


def test_a_finished_interview_is_kept_and_says_where() -> None:
    with terminal(pmpath_command("assess")) as person:
        answer_until(person, example_b(), REVIEW)
        pass_review(person)
        assert person.end() == 0
        assert f"Saved: {journal()}" in "".join(person.lines)
    assert kept_answers() == {name: example_b()[name] for name in kept_answers()}
    assert (len(kept_answers()), kept_results()) == (9, 1)


def test_without_saving_nothing_is_kept_and_nothing_said_of_it() -> None:
    with terminal(pmpath_command("assess", "--no-save", "--quick")) as person:
        answer_until(person, example_b(), REVIEW)
        pass_review(person)
        assert person.end() == 0
        assert "Saved" not in person.text
    assert written() == []


@pytest.mark.parametrize("name", ["scope", "people"])
@pytest.mark.parametrize("columns", [40, 80])
def test_every_statement_of_a_fact_can_be_read_whole(name: str, columns: int) -> None:
    other = "people" if name == "scope" else "scope"
    with terminal(pmpath_command("assess", "--answer", f"{other}=director"), columns) as person:
        person.wait(lambda text: question_of(text) == name)
        text = person.text
    labels = [choice_label(name, word) for word in reversed(grid().choices[name])]
    assert [f"{place} {label}" for place, label in enumerate(labels, start=1) if f"{place} {label}" not in text] == []


def test_the_question_with_the_longest_answers_fits_an_ordinary_terminal() -> None:
    with terminal(pmpath_command("assess"), 80, rows=24) as person:
        text = person.wait(lambda text: question_of(text) == "scope")
    labels = [choice_label("scope", word) for word in grid().choices["scope"]]
    assert [label for label in labels if label not in text] == []
    assert flat(question_texts()["scope"]) in text


def test_arrows_and_enter_answer_in_a_terminal() -> None:
    with terminal(pmpath_command("assess", "--answer", "scope=pm")) as person:
        person.wait(lambda text: question_of(text) == "discovery.pm")
        person.press(DOWN + DOWN + ENTER)
        text = person.wait(lambda text: question_of(text) == "data.pm")
    assert "Discovery, PM: with help" in text


def test_evidence_is_asked_only_for_what_decided_and_is_done_alone() -> None:
    with terminal(pmpath_command("assess")) as person:
        answer_until(person, example_a(), EVIDENCE_BEGINS)
        assert finish(person, *EVIDENCED_A) == 0
        text = person.text
    asked = [
        name for name in grid().choices if "." in name and f"{library().words.title(name)}. {evidence_lines(name)[0]}" in text
    ]
    assert asked == EVIDENCED_A
    assert evidence_lines("discovery.pm")[1] not in text


def test_nobody_on_the_way_in_is_asked_for_evidence() -> None:
    with terminal(pmpath_command("assess")) as person:
        asked = answer_until(person, example_b(), REVIEW)
        assert len(asked) == 9
        assert finish(person) == 0
        assert screen_ends_with(person, page_lines(80, {name: example_b()[name] for name in asked}))
        assert EVIDENCE_BEGINS not in person.text


def test_json_into_a_file_is_one_document_and_the_prompts_are_on_the_screen(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    with terminal(into_file(pmpath_command("assess", "--json"), file)) as person:
        assert answer_until(person, example_a(), EVIDENCE_BEGINS) == STANDARD_A
        type_evidence(person, EVIDENCED_A[0], EVIDENCE)
        assert finish(person, *EVIDENCED_A[1:]) == 0
        assert "You are a" not in person.text
    content = file.read_bytes()
    assert content.count(b"\n") == 1
    assert b"\x1b" not in content
    assert json.loads(content) == data_of(asked_a(), {"discovery.pm": [EVIDENCE]})


def test_the_page_into_a_file_is_free_of_prompts_and_codes(tmp_path: Path) -> None:
    file = tmp_path / "result.txt"
    with terminal(into_file(pmpath_command("assess", "--quick"), file)) as person:
        answer_until(person, example_a(), EVIDENCE_BEGINS)
        assert finish(person, *EVIDENCED_A) == 0
    assert file.read_text(encoding="utf-8").splitlines() == page_lines(80, asked_a(len(PLACES_A)))


def test_prompts_keep_to_the_width_of_the_terminal_when_the_result_goes_to_a_file(tmp_path: Path) -> None:
    with terminal(into_file(pmpath_command("assess", "--json"), tmp_path / "result.json"), 40) as person:
        text = person.wait(lambda text: READY in text)
    assert question_texts()["scope"] in text


def test_a_quick_interview_ends_when_the_level_is_known() -> None:
    with terminal(pmpath_command("assess", "--quick")) as person:
        assert answer_until(person, example_a(), EVIDENCE_BEGINS) == PLACES_A
        assert finish(person, *EVIDENCED_A) == 0
        assert screen_ends_with(person, page_lines(80, asked_a(len(PLACES_A))))


def test_a_full_interview_asks_everything() -> None:
    with terminal(pmpath_command("assess", "--full")) as person:
        asked = answer_until(person, example_b(), REVIEW)
        assert set(asked) == set(grid().choices)
        assert finish(person) == 0
        assert screen_ends_with(person, page_lines(80, example_b()))


@pytest.mark.parametrize("count", [1, 10, 17])
def test_a_partial_sheet_is_asked_only_for_the_rest(count: int) -> None:
    sheet = write_sheet(asked_a(count))
    with terminal(pmpath_command("assess", "--answers", str(sheet))) as person:
        assert answer_until(person, example_a(), EVIDENCE_BEGINS) == STANDARD_A[count:]
        assert finish(person, *EVIDENCED_A) == 0
        assert screen_ends_with(person, page_lines(80, asked_a()))


def test_evidence_in_a_sheet_is_not_asked_for_again() -> None:
    sheet = write_sheet(asked_a(len(STANDARD_A) - 1), {"data.pm": [EVIDENCE]})
    with terminal(pmpath_command("assess", "--answers", str(sheet))) as person:
        answer_until(person, example_a(), EVIDENCE_BEGINS)
        assert finish(person, "discovery.pm", "prioritization.pm", "delivery.pm") == 0
        assert f"{library().words.title('data.pm')}. {evidence_lines('data.pm')[0]}" not in person.text


def test_a_sheet_that_leaves_nothing_to_ask_has_its_result_at_once_and_is_kept() -> None:
    with terminal(pmpath_command("assess", "--answers", str(write_sheet(asked_a())))) as person:
        assert person.end() == 0
        assert person.text.startswith("You are a Product Manager")
        assert "Enter" not in person.text
        assert "Saved" not in person.text
    assert (len(kept()), kept_results()) == (1, 1)


def test_a_sheet_that_leaves_nothing_to_ask_is_not_kept_where_nothing_is_to_be() -> None:
    with terminal(pmpath_command("assess", "--answers", str(write_sheet(asked_a())), "--no-save")) as person:
        assert person.end() == 0
        assert person.text.startswith("You are a Product Manager")
    assert written() == []


def test_a_target_changes_what_is_asked_and_compared() -> None:
    with terminal(pmpath_command("assess", "--target", "group-pm")) as person:
        asked = answer_until(person, example_a(), EVIDENCE_BEGINS)
        assert finish(person, *EVIDENCED_A) == 0
        given = {name: example_a()[name] for name in asked}
        assert screen_ends_with(person, page_lines(80, given, None, "--target", "group-pm"))
    assert "influence.group-pm" in asked
    assert "influence.senior-pm" not in asked


@pytest.mark.parametrize("options", [("--json",), ("--no-input",), ("--no-input", "--json")])
def test_answers_given_for_a_script_are_not_asked_about_in_a_terminal(options: tuple[str, ...]) -> None:
    with terminal(pmpath_command("assess", "--answer", "scope=pm", *options)) as person:
        assert person.end() == 0
        assert READY not in person.text
        assert "Enter" not in person.text


def test_no_answers_and_no_input_is_an_error_in_a_terminal_too() -> None:
    with terminal(pmpath_command("assess", "--no-input")) as person:
        assert person.end() == 2
        assert "first come scope" in person.text


def test_without_a_terminal_for_prompts_nobody_is_asked(tmp_path: Path) -> None:
    shell = ["/bin/sh", "-c", 'err="$1"; shift; exec "$@" 2> "$err"', "sh", str(tmp_path / "err"), *pmpath_command("assess")]
    with terminal(shell) as person:
        assert person.end() == 2
        assert person.text == ""
    assert "first come scope" in (tmp_path / "err").read_text(encoding="utf-8")
