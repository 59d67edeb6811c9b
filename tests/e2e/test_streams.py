"""Standard streams that are piped, empty, closed or full: an exit code, a sentence, no traceback, no waiting."""

import os
import subprocess

import pytest

from builders import example_a
from e2e.pseudo_terminal import PATIENCE, Ran, in_shell, pmpath_command, run, surroundings, terminal, write_sheet

pytestmark = pytest.mark.terminal

FIRST_QUESTIONS = "scope, people, discovery.apm, data.apm, prioritization.apm"
RESULTS: list[tuple[str, ...]] = [
    ("--version",),
    ("--help",),
    (),
    ("ladder",),
    ("ladder", "pm"),
    ("ladder", "pm", "--vs", "senior-pm"),
    ("ladder", "--json"),
    ("ladder", "--help"),
    ("assess", "--answers", "sheet.json"),
    ("assess", "--answers", "sheet.json", "--json"),
    ("assess", "--answers", "sheet.json", "--jsonl"),
    ("assess", "--template"),
    ("assess", "--help"),
    ("transition", "--from", "engineer"),
    ("transition", "--from", "engineer", "--json"),
]
"""Every command that has a result."""
COMMANDS = pytest.mark.parametrize("words", RESULTS, ids=" ".join)


def nobody_was_asked(ran: Ran) -> bool:
    """Say whether a command refused to guess: what comes first, and how to give it, on standard error only."""
    problem, _, hint = ran.err.partition("\n")
    assert (ran.code, ran.out) == (2, b"")
    assert problem == f"pmpath: answers are needed and there is no terminal to ask in; first come {FIRST_QUESTIONS}"
    assert [one for one in ("--answers FILE", "--answer scope=", "pmpath assess --template") if one not in hint] == []
    return hint.count("\n") == 1


def with_closed_reader(words: tuple[str, ...]) -> Ran:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            pmpath_command(*words),
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            timeout=PATIENCE,
            env=surroundings(),
        )
    finally:
        os.close(writing)
    return Ran(done.returncode, b"", done.stderr.decode())


@pytest.fixture(autouse=True)
def _sheet() -> None:
    """Lay a full sheet into the folder of the test."""
    write_sheet(example_a())


def test_an_endless_yes_answers_nothing() -> None:
    assert nobody_was_asked(run(pmpath_command("assess"), stdin=b"y\n" * 100_000))


def test_an_empty_standard_input_answers_nothing() -> None:
    assert nobody_was_asked(run(pmpath_command("assess"), stdin=subprocess.DEVNULL))


def test_a_closed_standard_input_answers_nothing() -> None:
    assert nobody_was_asked(run(in_shell("<&-", pmpath_command("assess"))))


@pytest.mark.parametrize(
    "script",
    ['while echo y; do :; done 2>/dev/null | "$@"', '"$@" </dev/null', '"$@" <&-', '"$@" <sheet.json'],
    ids=["yes", "empty", "closed", "file"],
)
def test_a_terminal_for_the_prompts_alone_is_not_enough_to_ask(script: str) -> None:
    with terminal(["/bin/sh", "-c", script, "sh", *pmpath_command("assess")]) as person:
        assert person.end() == 2
        assert person.text.startswith("pmpath: answers are needed and there is no terminal to ask in; first come scope,")


@pytest.mark.parametrize("option", ["--quick", "--full", "--target=vp", "--require=pm", "--no-save", "--env=startup"])
def test_no_option_makes_up_answers_for_an_empty_standard_input(option: str) -> None:
    assert nobody_was_asked(run(pmpath_command("assess", option), stdin=subprocess.DEVNULL))


def test_the_flags_that_the_message_names_work() -> None:
    assert run(pmpath_command("assess", "--answer", "scope=cpo"), stdin=subprocess.DEVNULL).code == 0
    assert run(pmpath_command("assess", "--template"), stdin=subprocess.DEVNULL).code == 0


def test_as_json_the_error_is_one_line_on_standard_error() -> None:
    ran = run(pmpath_command("assess", "--json"), stdin=subprocess.DEVNULL)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.count("\n") == 1
    assert '"kind":"error"' in ran.err
    assert '"exit_code":2' in ran.err


def test_an_answer_sheet_is_read_from_a_pipe_only_when_named() -> None:
    piped = b'{"answers": {"scope": "vp"}}'
    named = run(pmpath_command("assess", "--answers", "-", "--json"), stdin=piped)
    unnamed = run(pmpath_command("assess", "--answer", "scope=pm", "--json"), stdin=piped)
    assert named.code == unnamed.code == 0
    assert b'"role":"vp"' in named.out.replace(b" ", b"") or b'"high":"vp"' in named.out
    assert b'"high":"vp"' not in unnamed.out


@pytest.mark.parametrize("batch", [(), ("--jsonl",)], ids=["one", "batch"])
def test_a_sheet_from_a_closed_standard_input_is_a_file_that_is_not_there(batch: tuple[str, ...]) -> None:
    ran = run(in_shell("<&-", pmpath_command("assess", "--answers", "-", *batch)))
    assert (ran.code, ran.out) == (66, b"")
    assert "standard input" in ran.err


@COMMANDS
def test_a_reader_that_is_gone_is_met_in_silence_with_141(words: tuple[str, ...]) -> None:
    assert with_closed_reader(words) == Ran(141, b"", "")


def test_the_first_line_of_the_ladder_comes_through_head() -> None:
    pipe = '"$@" | head -1; exit "${PIPESTATUS[0]}"'
    ran = run(["bash", "-c", pipe, "bash", *pmpath_command("ladder")])
    assert ran.code in (0, 141)
    assert (ran.out.count(b"\n"), ran.err) == (1, "")


@COMMANDS
def test_a_closed_standard_output_is_74_and_says_so(words: tuple[str, ...]) -> None:
    ran = run(in_shell(">&-", pmpath_command(*words)))
    assert ran.code == 74
    assert "standard output is closed" in ran.err
    assert "Traceback" not in ran.err


@COMMANDS
def test_a_full_device_is_74_and_says_so(words: tuple[str, ...]) -> None:
    ran = run(in_shell(">/dev/full", pmpath_command(*words)))
    assert ran.code == 74
    assert ran.err.count("\n") == 1
    assert "no space left on device" in ran.err
    assert "Traceback" not in ran.err


@COMMANDS
def test_a_closed_standard_error_loses_no_byte_of_the_result(words: tuple[str, ...]) -> None:
    whole = run(pmpath_command(*words))
    assert whole.out
    assert run(in_shell("2>&-", pmpath_command(*words))) == whole == Ran(0, whole.out, "")


@pytest.mark.parametrize("words", [("ladder", "nope"), ("assess",), ("nope",), ("transition", "--from", "nope")], ids=" ".join)
def test_a_closed_standard_error_keeps_the_exit_code_of_an_error(words: tuple[str, ...]) -> None:
    assert run(in_shell("2>&-", pmpath_command(*words))) == Ran(2, b"", "")


@pytest.mark.parametrize("words", [("--version",), ("ladder",), ("assess", "--answers", "sheet.json", "--json")], ids=" ".join)
def test_with_all_streams_closed_the_exit_code_still_tells(words: tuple[str, ...]) -> None:
    assert run(in_shell("<&- >&- 2>&-", pmpath_command(*words))).code == 74
