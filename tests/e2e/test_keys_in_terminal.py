"""Keys at a question and in the review: what each does, where the cursor is, and what is read in a low terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from builders import choice_label, example_a, grid, library
from e2e.pseudo_terminal import (
    DOWN,
    ENTER,
    UP,
    Terminal,
    answer_until,
    at_line,
    at_review,
    kept,
    kept_answers,
    kept_results,
    pass_review,
    pmpath_command,
    question_of,
    terminal,
)

pytestmark = pytest.mark.terminal

PLACES_A = ["scope", "discovery.pm", "data.pm", "prioritization.pm", "delivery.pm"]
LOW = 12


@contextmanager
def at_first(*options: str) -> Iterator[Terminal]:
    """Give a terminal with the first question on its screen."""
    with terminal(pmpath_command("assess", "--quick", *options)) as person:
        person.wait(lambda text: question_of(text) == "scope")
        yield person


@contextmanager
def at_second() -> Iterator[Terminal]:
    """Give a terminal with the second question on its screen."""
    with at_first() as person:
        person.press("6")
        person.wait(lambda text: question_of(text) == "discovery.pm")
        yield person


def at_pointer(person: Terminal, place: int) -> None:
    """Wait until the pointer and the cursor are on an answer."""
    person.wait(lambda _: person.cursor_line.strip().startswith(f"> {place} "))


def at_question(person: Terminal, name: str) -> None:
    """Wait until a question can be answered."""
    person.wait(lambda text: question_of(text) == name)


def reads(person: Terminal, said: str) -> None:
    """Wait until a text stands on the screen."""
    person.wait(lambda text: said in text)


def press_to(person: Terminal, keys: str, question: str) -> str:
    """Press keys and wait for a question; return what is on the screen."""
    person.press(keys)
    return person.wait(lambda text: question_of(text) == question)


def deny_the_rest(person: Terminal, last: str | None = None) -> None:
    """Answer every question with its first answer until the review comes."""
    text = person.wait(lambda text: at_review(text) or question_of(text) not in (None, last))
    if not at_review(text):
        person.press("1")
        deny_the_rest(person, question_of(text))


def test_a_quick_interview_can_be_answered_with_arrows_and_enter_alone() -> None:
    with terminal(pmpath_command("assess", "--quick")) as person:
        for name in PLACES_A:
            at_question(person, name)
            choices = grid().choices[name]
            offered = choices[::-1] if name == "scope" else choices
            person.press(DOWN * offered.index(example_a()[name]) + ENTER)
        for _ in PLACES_A[1:]:
            person.wait(at_line)
            person.press(ENTER)
        pass_review(person)
        assert person.end() == 0
    assert kept_answers() == {name: example_a()[name] for name in PLACES_A}


def test_a_quick_interview_can_be_answered_with_digits_alone() -> None:
    with terminal(pmpath_command("assess", "--quick")) as person:
        assert answer_until(person, example_a(), "Enter passes.") == PLACES_A
    assert kept_answers() == {name: example_a()[name] for name in PLACES_A}


def test_the_cursor_goes_with_the_pointer() -> None:
    with at_first() as person:
        at_pointer(person, 1)
        person.press(DOWN + DOWN)
        at_pointer(person, 3)
        person.press(UP)
        at_pointer(person, 2)


def test_the_legend_stands_below_the_answers() -> None:
    with at_second() as person:
        text = person.text
    legend = "1-5 or arrows and Enter, ? what counts, w why this, e evidence, b back, s skip, q stop"
    assert text.rpartition(choice_label("discovery.pm", "lead-others"))[2].strip() == legend


def test_back_shows_the_earlier_question_with_the_cursor_on_its_answer() -> None:
    with at_second() as person:
        press_to(person, "b", "scope")
        at_pointer(person, 6)
        assert "changes your answer" in person.text


def test_enter_keeps_the_earlier_answer_and_leads_on() -> None:
    with at_second() as person:
        press_to(person, "b", "scope")
        at_pointer(person, 6)
        press_to(person, ENTER, "discovery.pm")
    assert kept_answers() == {"scope": "pm"}


def test_an_answer_changed_after_going_back_is_kept_and_leads_elsewhere() -> None:
    with at_second() as person:
        press_to(person, "b", "scope")
        person.press("8")
        person.wait(at_review)
    assert kept_answers() == {"scope": "none"}


def test_back_at_the_first_question_says_that_it_is_the_first() -> None:
    with at_first() as person:
        person.press("b")
        person.wait(lambda text: "This is the first question." in text and question_of(text) == "scope")


def test_an_upper_case_key_does_the_same() -> None:
    with at_second() as person:
        press_to(person, "B", "scope")


def test_a_skipped_question_says_so_and_another_one_comes() -> None:
    with at_second() as person:
        assert "Discovery, PM: skipped" in press_to(person, "s", "data.pm")
    assert kept_answers() == {"scope": "pm", "discovery.pm": None}


def test_what_counts_is_said_and_the_question_asked_again() -> None:
    with at_second() as person:
        person.press("?")
        text = person.wait(lambda text: "This counts:" in text and question_of(text) == "discovery.pm")
    assert f"This does not count: {library().words.expectations['discovery.pm'].does_not_count}" in text
    assert "Keys: ? what counts, w why this" in text


def test_why_is_said_and_the_question_asked_again() -> None:
    discovery = library().words.competencies["discovery"]
    with at_second() as person:
        person.press("w")
        person.wait(lambda text: f"{discovery.name}: {discovery.why}" in text and question_of(text) == "discovery.pm")
        assert "Your answer decides APM or PM." in person.text


def test_evidence_is_taken_at_a_question_and_the_question_asked_again() -> None:
    lines = {"what": "Asked ten users.", "result": "Dropped a feature.", "who": "Kim"}
    with at_second() as person:
        person.press("e")
        for line in lines.values():
            person.wait(at_line)
            person.press(line + ENTER)
            reads(person, f"> {line}")
        person.wait(lambda text: question_of(text) == "discovery.pm")
    assert [said["evidence"] for said in kept() if "evidence" in said][-1] == lines


def test_evidence_of_a_fact_is_not_needed() -> None:
    with at_first() as person:
        person.press("e")
        person.wait(lambda text: "needs no line of evidence" in text and question_of(text) == "scope")


def test_other_keys_change_nothing() -> None:
    with at_first() as person:
        person.press("0x9 \t!")
        press_to(person, "6", "discovery.pm")
    assert kept_answers() == {"scope": "pm"}


def test_what_is_pasted_in_one_go_answers_one_question_after_the_other() -> None:
    with at_first() as person:
        press_to(person, "64", "data.pm")
    assert kept_answers() == {"scope": "pm", "discovery.pm": "on-my-own"}


def test_the_review_changes_an_answer_asks_what_comes_of_it_and_ends_in_the_result() -> None:
    with at_first() as person:
        person.press("8")
        person.wait(at_review)
        person.press(f"9{ENTER}")
        person.wait(lambda text: "There is no answer 9; they are numbered 1 to 1." in text and at_review(text))
        person.press(f"1{ENTER}")
        person.wait(lambda text: question_of(text) == "scope")
        at_pointer(person, 8)
        press_to(person, "6", "discovery.pm")
        deny_the_rest(person)
        pass_review(person)
        assert person.end() == 0
    assert kept_answers()["scope"] == "pm"
    assert kept_results() == 1


@pytest.mark.parametrize(("name", "options"), [("scope", ()), ("people", ("--answer=scope=director",))])
@pytest.mark.parametrize("columns", [40, 80])
def test_in_a_low_terminal_every_answer_is_read_whole_by_moving_to_it(
    name: str, options: tuple[str, ...], columns: int
) -> None:
    choices = grid().choices[name][::-1]
    with terminal(pmpath_command("assess", *options), columns, rows=LOW) as person:
        for place, word in enumerate(choices, start=1):
            at_pointer(person, place)
            reads(person, f"> {place} {choice_label(name, word)}")
            assert "; ? w e b s q" in person.text
            person.press(DOWN)
        at_pointer(person, 1)


@pytest.mark.parametrize("columns", [40, 80])
def test_in_a_low_terminal_moving_up_shows_every_answer_whole_too(columns: int) -> None:
    choices = grid().choices["scope"][::-1]
    with terminal(pmpath_command("assess"), columns, rows=LOW) as person:
        for place, word in reversed(list(enumerate(choices, start=1))):
            person.wait(lambda text: "; ? w e b s q" in text)
            person.press(UP)
            at_pointer(person, place)
            reads(person, f"> {place} {choice_label('scope', word)}")


@pytest.mark.parametrize("columns", [40, 80])
def test_in_a_low_terminal_the_question_stands_above_its_answers(columns: int) -> None:
    with terminal(pmpath_command("assess"), columns, rows=LOW) as person:
        text = person.wait(lambda text: "; ? w e b s q" in text)
    assert question_of(text) == "scope"
