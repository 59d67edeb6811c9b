"""The plan in a terminal: done with a confirmation by one key, a check-in to its end, stopping at any of its questions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from builders import example_a, library
from cli.running import Home, compiled_folder, run_apart
from e2e.pseudo_terminal import (
    CTRL_C,
    CTRL_D,
    DOWN,
    ENTER,
    Terminal,
    at_line,
    fresh_settings,
    home,
    kept,
    pmpath_command,
    terminal,
)

pytestmark = pytest.mark.terminal

TODAY = "2026-11-23"
TASK = "strategy.senior-pm"
SCOPE = "scope.senior-pm"
WHY = "What is in the way? Enter passes."
SHOWS = "Which does it show?"
EVIDENCE = "One thing you did since the last time that others could see, in a line. Enter passes."
FURTHER = "Ran six interviews on churn with support"
"""A line of evidence for which pmpath knows expectations that it may show."""
LINE_BY_LINE = {"PMPATH_ACCESSIBLE": "1"}

Facts = Mapping[str, Any]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content as a package carries it, so that no command compiles it anew."""
    return compiled_folder(tmp_path_factory.mktemp("content") / "data")


@pytest.fixture(autouse=True)
def _planned(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep worked example A and a plan for it."""
    monkeypatch.setenv("PMPATH_DATA_DIR", str(content))
    monkeypatch.setenv("PMPATH_TODAY", TODAY)
    Home(home()).assessed(example_a(), TODAY)
    assert quietly("plan").startswith("Toward Senior Product Manager")


def quietly(*words: str) -> str:
    """Run a command away from the terminal and return what it said."""
    ran = run_apart(words, {"PMPATH_HOME": str(home()), "PMPATH_WIDTH": "80"})
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def said_of(task: str) -> list[Facts]:
    """Return what the journal holds about one action, by itself or in a check-in; each report names the ladder in use."""
    reports = [one for one in kept() if one.get("task") == task or "steps" in one]
    assert {one["ladder"] for one in reports} <= {"default"}
    alone = [{name: value for name, value in one.items() if name != "ladder"} for one in reports if "task" in one]
    return alone + [step for one in reports for step in one.get("steps", ()) if step["task"] == task]


def shown() -> list[Facts]:
    """Return the evidence as it reads after all that the journal says."""
    ran = run_apart(["evidence", "list", "--json"], {"PMPATH_HOME": str(home())})
    entries: list[Facts] = ran.data["evidence"]
    return [{key: one[key] for key in ("what", "result", "who", "shows") if one[key]} for one in entries]


def at_choice(text: str) -> bool:
    """Say whether a question with answers waits."""
    return text.endswith(("q stop", "q stop:"))


def asks(question: str) -> Callable[[str], object]:
    """Return what is true once a line of text is asked for, whichever way."""
    return lambda text: text.endswith((question, f"{question} >"))


def after(count: int) -> Callable[[str], object]:
    """Return what is true once another action than so many is asked about, or none is left."""
    return lambda text: text.count("How did it go?") > count or asks(EVIDENCE)(text)


def prompts() -> list[str]:
    """Return the questions for the lines of evidence behind the action."""
    own = library().words.expectations[TASK].evidence
    return [own.what, own.result, own.confirm]


@contextmanager
def doing(*words: str, by_line: bool = False, columns: int = 80) -> Iterator[Terminal]:
    """Run a command of the plan in a terminal."""
    settings = LINE_BY_LINE if by_line else {}
    with terminal(pmpath_command("plan", *words), columns, settings=settings) as person:
        yield person


def type_lines(person: Terminal, questions: Mapping[str, str]) -> None:
    """Reply to each question once it waits."""
    for question, reply in questions.items():
        person.wait(asks(question))
        person.press(reply + ENTER)


# done


@pytest.mark.parametrize("by_line", [False, True])
def test_an_action_that_is_done_asks_for_the_answer_and_for_what_shows_it(by_line: bool) -> None:  # noqa: FBT001
    lines = ["Wrote the strategy for search", "two bets funded", "Ann"]
    with doing("done", "strategy", by_line=by_line) as person:
        text = person.wait(at_choice)
        assert "After this it may be: on your own." in text
        person.press(f"4{ENTER}" if by_line else "4")
        type_lines(person, dict(zip(prompts(), lines, strict=True)))
        assert person.end() == 0
        assert "Your answer now: on your own." in person.text
    assert said_of(TASK) == [{"task": TASK, "state": "done"}, {"task": TASK, "answer": "on-my-own"}]
    assert shown() == [{"what": lines[0], "result": lines[1], "who": lines[2], "shows": [TASK]}]


def test_the_proposed_answer_is_confirmed_by_enter_alone() -> None:
    with doing("done", "strategy") as person:
        person.wait(lambda _: person.cursor_line.strip().startswith("> 4 "))
        person.press(ENTER)
        type_lines(person, {prompts()[0]: ""})
        assert person.end() == 0
    assert said_of(TASK)[-1] == {"task": TASK, "answer": "on-my-own"}
    assert shown() == []


def test_a_fact_is_confirmed_by_enter_alone_too() -> None:
    with doing("done", "scope") as person:
        person.wait(at_choice)
        person.press(ENTER)
        person.wait(at_line)
        person.press(ENTER)
        assert person.end() == 0
    assert said_of(SCOPE)[-1] == {"task": SCOPE, "answer": "senior-pm"}


def test_another_answer_than_the_proposed_one_is_kept_as_it_is_said() -> None:
    with doing("done", "strategy") as person:
        person.wait(at_choice)
        person.press("5")
        type_lines(person, {prompts()[0]: ""})
        assert person.end() == 0
    assert said_of(TASK)[-1] == {"task": TASK, "answer": "lead-others"}


def test_an_answer_that_stays_as_it_was_asks_for_no_evidence() -> None:
    with doing("done", "strategy") as person:
        person.wait(at_choice)
        person.press("3")
        assert person.end() == 0
        assert prompts()[0] not in person.text


def test_a_skipped_confirmation_leaves_the_action_done_and_the_answer_as_it_was() -> None:
    with doing("done", "strategy") as person:
        person.wait(at_choice)
        person.press("s")
        assert person.end() == 0
    assert said_of(TASK) == [{"task": TASK, "state": "done"}]


def test_what_counts_is_said_before_the_answer_is_confirmed() -> None:
    with doing("done", "strategy") as person:
        person.wait(at_choice)
        person.press("?")
        person.wait(lambda text: "This does not count:" in text and at_choice(text))
        person.press("q")
        assert person.end() == 3


@pytest.mark.parametrize(
    "words", [("--answer", "on-my-own"), ("--step", "learn"), ("--answer", "on-my-own", "--evidence", "X")]
)
def test_an_answer_or_a_step_on_the_command_line_leaves_nothing_to_ask(words: tuple[str, ...]) -> None:
    with doing("done", "strategy", *words) as person:
        assert person.end() == 0
        assert person.text.startswith("Saved. Strategy")


def test_evidence_on_the_command_line_is_kept_before_the_answer_is_asked() -> None:
    with doing("done", "strategy", "--evidence", "Wrote it") as person:
        person.wait(at_choice)
        person.press(CTRL_C)
        assert person.end() == 130
    assert shown() == [{"what": "Wrote it", "shows": [TASK]}]


def test_evidence_that_is_said_twice_takes_in_what_is_said_of_it_then() -> None:
    quietly("evidence", "add", "Wrote the strategy for search")
    with doing("done", "strategy") as person:
        person.wait(at_choice)
        person.press(ENTER)
        type_lines(person, dict(zip(prompts(), ["Wrote the strategy for search", "two bets funded", "Ann"], strict=True)))
        assert person.end() == 0
    assert [(one.get("result"), one.get("who")) for one in shown() if "result" in one] == [("two bets funded", "Ann")]


# stopping


class Stop(NamedTuple):
    """A question to stop at: the command, the keys to it, the question, and what the journal holds afterward."""

    words: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    question: str
    said: Mapping[str, list[Facts]]
    lines: Sequence[Facts] = ()


DONE_SAID: list[Facts] = [{"task": TASK, "state": "done"}]
CONFIRMED: list[Facts] = [*DONE_SAID, {"task": TASK, "answer": "on-my-own"}]
WHAT, RESULT, WHO = prompts()
STOPS: Mapping[str, Stop] = {
    "the answer": Stop(("done", "strategy"), (), "q stop", {TASK: DONE_SAID}),
    "what was done": Stop(("done", "strategy"), (("q stop", "4"),), WHAT, {TASK: CONFIRMED}),
    "the result": Stop(
        ("done", "strategy"),
        (("q stop", "4"), (WHAT, f"Wrote it{ENTER}")),
        RESULT,
        {TASK: CONFIRMED},
        [{"what": "Wrote it", "shows": [TASK]}],
    ),
    "who confirms": Stop(
        ("done", "strategy"),
        (("q stop", "4"), (WHAT, f"Wrote it{ENTER}"), (RESULT, f"funded{ENTER}")),
        WHO,
        {TASK: CONFIRMED},
        [{"what": "Wrote it", "result": "funded", "shows": [TASK]}],
    ),
    "how it went": Stop(("checkin",), (), "q stop", {SCOPE: []}),
    "what is in the way": Stop(("checkin",), (("q stop", "4"),), WHY, {SCOPE: []}),
    "evidence of the week": Stop(("checkin",), (("q stop", "3"),), EVIDENCE, {SCOPE: [{"task": SCOPE, "state": "open"}]}),
    "what it shows": Stop(
        ("checkin",),
        (("q stop", "3"), (EVIDENCE, FURTHER + ENTER)),
        SHOWS,
        {SCOPE: [{"task": SCOPE, "state": "open"}]},
        [{"what": FURTHER}],
    ),
}


@contextmanager
def stopped_at(name: str) -> Iterator[Terminal]:
    """Give a terminal in which this question waits."""
    place = STOPS[name]
    with doing(*place.words) as person:
        for question, keys in place.keys:
            person.wait(asks(question))
            person.press(keys)
        person.wait(lambda text: place.question in text and (at_choice(text) if place.question == "q stop" else at_line(text)))
        yield person


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 3)], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("name", STOPS)
def test_stopping_keeps_what_was_said_and_leaves_the_terminal_as_it_was(name: str, key: str, code: int) -> None:
    with stopped_at(name) as person:
        person.press(key)
        assert person.end() == code
        assert person.settings() == fresh_settings()
        assert "Stopped." in person.text
        assert "Traceback" not in person.text
    assert {task: said_of(task) for task in STOPS[name].said} == STOPS[name].said
    assert shown() == list(STOPS[name].lines)


@pytest.mark.parametrize("name", ["the answer", "how it went"])
@pytest.mark.parametrize("key", ["q", "Q"])
def test_q_stops_with_3(name: str, key: str) -> None:
    with stopped_at(name) as person:
        person.press(key)
        assert person.end() == 3
        assert person.settings() == fresh_settings()


def test_stopping_a_check_in_says_how_to_go_on_with_it() -> None:
    with stopped_at("what is in the way") as person:
        person.press(CTRL_C)
        assert person.end() == 130
        assert person.text.endswith("What you said so far is kept; go on with: pmpath plan checkin")


# the check-in


def test_a_check_in_asks_about_what_is_due_and_keeps_the_line_of_evidence() -> None:
    with doing("checkin") as person:
        text = person.wait(at_choice)
        assert "1 of 1" in text
        assert "Due: Ask for it" in text
        person.press("2")
        type_lines(person, {EVIDENCE: "Had the talk"})
        person.wait(lambda text: SHOWS in text or "Saved: check-in" in text)
        if SHOWS in person.text:
            person.press(ENTER)
        assert person.end() == 0
        assert "Saved: check-in of this week." in person.text
    assert said_of(SCOPE) == [{"task": SCOPE, "state": "open", "stage": "ask"}]
    assert [one["what"] for one in shown()] == ["Had the talk"]
    assert kept()[-1] == {"steps": [], "evidence": [], "ladder": "default"}


def test_a_blocked_action_keeps_why_and_is_asked_about_next_week() -> None:
    with doing("checkin") as person:
        person.wait(at_choice)
        person.press("4")
        type_lines(person, {WHY: "my lead is away", EVIDENCE: ""})
        assert person.end() == 0
    assert said_of(SCOPE) == [{"task": SCOPE, "state": "blocked", "why": "my lead is away"}]
    with doing("checkin", "--today", "2026-11-30") as person:
        headers = []
        while not asks(EVIDENCE)(person.wait(lambda text: at_choice(text) or asks(EVIDENCE)(text))):
            headers.append(person.text)
            person.press("5")
            person.wait(after(len(headers)))
        assert any("Scope: own a problem across teams. How did it go?" in text for text in headers)
        person.press(ENTER)
        assert person.end() == 0


def test_a_reason_that_is_passed_leaves_the_action_blocked_without_one() -> None:
    with doing("checkin") as person:
        person.wait(at_choice)
        person.press("4")
        type_lines(person, {WHY: "", EVIDENCE: ""})
        assert person.end() == 0
    assert said_of(SCOPE) == [{"task": SCOPE, "state": "blocked"}]


@pytest.mark.parametrize("keys", ["5", "s"])
def test_what_was_not_got_to_or_skipped_is_not_spoken_of(keys: str) -> None:
    with doing("checkin") as person:
        person.wait(at_choice)
        person.press(keys)
        type_lines(person, {EVIDENCE: ""})
        assert person.end() == 0
    assert said_of(SCOPE) == []


def test_a_check_in_in_which_an_action_is_done_leads_to_its_answer() -> None:
    with doing("checkin") as person:
        person.wait(at_choice)
        person.press("1")
        type_lines(person, {EVIDENCE: ""})
        assert person.end() == 0
        assert person.text.endswith(f"Next: pmpath plan done {SCOPE}")


def test_a_check_in_can_be_answered_with_arrows_and_enter() -> None:
    with doing("checkin") as person:
        person.wait(at_choice)
        person.press(DOWN + DOWN + ENTER)
        type_lines(person, {EVIDENCE: ""})
        assert person.end() == 0
    assert said_of(SCOPE) == [{"task": SCOPE, "state": "open"}]


def test_evidence_of_a_check_in_shows_what_is_said_by_number() -> None:
    with doing("checkin") as person:
        person.wait(at_choice)
        person.press("3")
        type_lines(person, {EVIDENCE: FURTHER})
        person.wait(lambda text: SHOWS in text and at_line(text))
        person.press(f"1{ENTER}")
        assert person.end() == 0
    (entry,) = shown()
    assert (entry["what"], len(entry["shows"])) == (FURTHER, 1)


def test_a_check_in_line_by_line_draws_nothing_and_keeps_the_same() -> None:
    with doing("checkin", by_line=True) as person:
        person.wait(at_choice)
        person.press(f"9{ENTER}")
        person.wait(lambda text: "Type a number from 1 to 5" in text)
        person.press(f"4{ENTER}")
        type_lines(person, {WHY: "my lead is away", EVIDENCE: ""})
        assert person.end() == 0
        assert b"\x1b[" not in person.raw
    assert said_of(SCOPE) == [{"task": SCOPE, "state": "blocked", "why": "my lead is away"}]


@pytest.mark.parametrize("by_line", [False, True])
def test_stopping_line_by_line_has_its_code_too(by_line: bool) -> None:  # noqa: FBT001
    with doing("checkin", by_line=by_line) as person:
        person.wait(at_choice)
        person.press(f"q{ENTER}")
        assert person.end() == 3
    assert said_of(SCOPE) == []


@pytest.mark.parametrize("words", [("done", "strategy"), ("checkin",)])
def test_nothing_is_wider_than_a_terminal_of_40_columns(words: tuple[str, ...]) -> None:
    with doing(*words, columns=40) as person:
        person.wait(at_choice)
        assert all(len(line) <= 40 for line in person.raw.decode().splitlines() if "\x1b" not in line)
        person.press("q")
        assert person.end() == 3


@pytest.mark.parametrize("words", [("done", "strategy"), ("checkin",)])
def test_a_script_that_wants_json_is_not_asked_in_a_terminal(words: tuple[str, ...]) -> None:
    with doing(*words, "--json") as person:
        assert person.end() == (0 if words[0] == "done" else 2)
        assert '"schema_version"' in person.text
