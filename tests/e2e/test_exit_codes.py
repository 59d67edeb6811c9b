"""Each documented exit code, produced through the command line as a script or a person meets it."""

import fcntl
import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from builders import example_a
from cli.running import Home, compiled_folder
from e2e.pseudo_terminal import (
    CTRL_C,
    CTRL_D,
    PATIENCE,
    Ran,
    Terminal,
    in_shell,
    pmpath_command,
    question_of,
    run,
    surroundings,
    terminal,
    write_sheet,
)
from pmpath.journal.lock import PATIENCE as LOCK_PATIENCE
from pmpath.render.topics import EXIT_CODES

Settings = Mapping[str, str]

REDIRECTED = {74: ">/dev/full"}
"""What the shell does with standard output for a code."""
ALONE: list[tuple[int, tuple[str, ...], str]] = [
    (0, ("ladder",), ""),
    (0, ("--version",), ""),
    (0, ("assess", "--answers", "sheet.json"), ""),
    (0, ("evidence", "add", "Ran six interviews"), ""),
    (0, ("evidence", "list"), ""),
    (0, ("milestones", "--for", "pm"), ""),
    (0, ("milestones", "mark", "team-number-moved"), ""),
    (0, ("assess", "--rater", "sheet.json"), ""),
    (0, ("history",), ""),
    (1, ("--plain", "ladder"), "pmpath: this is a bug in pmpath: JSONDecodeError\n"),
    (2, ("nowhere",), "pmpath: no such command: nowhere; "),
    (2, ("assess",), "pmpath: answers are needed and there is no terminal to ask in; "),
    (2, ("plan",), "pmpath: a plan begins with an assessment, and none is kept yet\n"),
    (2, ("plan", "checkin"), "pmpath: no plan is kept for your last assessment\n"),
    (2, ("evidence", "add"), "pmpath: evidence begins with what you did\n"),
    (2, ("milestones",), "pmpath: which level to leave is not known yet\n"),
    (2, ("case",), "pmpath: a case begins with an assessment, and none is kept yet\n"),
    (2, ("review", "export"), "pmpath: a second view begins with an assessment, and none is kept yet\n"),
    (2, ("review", "compare", "sheet.json"), "pmpath: a comparison begins with an assessment, and none is kept yet\n"),
    (2, ("diff",), "pmpath: there are no two assessments to compare yet\n"),
    (2, ("assess", "--again"), "pmpath: --again begins with an assessment, and none is kept yet\n"),
    (2, ("assess", "--rater", "open.yaml"), "pmpath: "),
    (2, ("assess", "--resume"), "pmpath: there is no unfinished interview to go on with\n"),
    (4, ("assess", "--answers", "sheet.json", "--require", "cpo"), ""),
    (65, ("assess", "--answers", "broken.yaml"), "broken.yaml:1:"),
    (65, ("assess", "--rater", "broken.yaml"), "broken.yaml:1:"),
    (65, ("review", "compare", "broken.yaml"), "broken.yaml:1:"),
    (65, ("milestones", "--for", "pm", "--thresholds", "broken.yaml"), "broken.yaml:1:"),
    (66, ("assess", "--answers", "missing.yaml"), "pmpath: missing.yaml: "),
    (66, ("assess", "--rater", "missing.yaml"), "pmpath: missing.yaml: "),
    (66, ("review", "compare", "missing.yaml"), "pmpath: missing.yaml: "),
    (66, ("milestones", "--for", "pm", "--thresholds", "missing.yaml"), "pmpath: missing.yaml: "),
    (73, ("milestones", "--for", "pm", "-o", "sheet.json"), "pmpath: sheet.json "),
    (73, ("transition", "--from", "engineer", "--write", "sheet.json"), "pmpath: sheet.json/"),
    (74, ("ladder",), "pmpath: standard output cannot be written: no space left on device\n"),
    (74, ("evidence", "list"), "pmpath: standard output cannot be written: no space left on device\n"),
    (74, ("milestones", "--for", "pm"), "pmpath: standard output cannot be written: no space left on device\n"),
]
TERMINAL_CODES = {3, 75, 129, 130, 143}
SENT = {129: signal.SIGHUP, 130: signal.SIGINT, 143: signal.SIGTERM}
WHOLE = {0, 4}
"""The codes with which there is a result."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content as a package carries it, so that no command compiles it anew."""
    return compiled_folder(tmp_path_factory.mktemp("content") / "data")


@pytest.fixture
def settings(content: Path, tmp_path: Path) -> Settings:
    """Lay out a folder with what the commands need and return the settings that keep everything in it."""
    write_sheet(example_a())
    (tmp_path / "broken.yaml").write_text("answers: 3", "utf-8")
    (tmp_path / "open.yaml").write_text("answers:\n  scope: null", "utf-8")
    nonsense = tmp_path / "nonsense"
    (nonsense / "compiled").mkdir(parents=True)
    (nonsense / "ladder.yaml").touch()
    for part in ("grid", "ladder"):
        (nonsense / "compiled" / f"{part}.json").write_text("{", "utf-8")
    return {"PMPATH_HOME": str(tmp_path / "own"), "PMPATH_DATA_DIR": str(content)}


def ended(code: int, words: tuple[str, ...], settings: Settings) -> Ran:
    if code == 1:
        settings = {**settings, "PMPATH_DATA_DIR": str(Path("nonsense").resolve())}
    return run(in_shell(REDIRECTED.get(code, ""), pmpath_command(*words)), settings=settings)


@pytest.mark.parametrize(("code", "words", "said"), ALONE, ids=str)
def test_a_command_alone_ends_with_its_code(settings: Settings, code: int, words: tuple[str, ...], said: str) -> None:
    ran = ended(code, words, settings)
    assert (ran.code, bool(ran.out)) == (code, code in WHOLE)
    assert ran.err.startswith(said)


@pytest.mark.parametrize(("code", "words", "said"), ALONE, ids=str)
def test_no_ending_shows_a_traceback(settings: Settings, code: int, words: tuple[str, ...], said: str) -> None:
    ran = ended(code, words, settings)
    assert "Traceback" not in ran.err
    assert bool(ran.err) is bool(said)


@pytest.mark.parametrize(("code", "words"), [(code, words) for code, words, _ in ALONE if code not in WHOLE], ids=str)
def test_every_failure_to_a_script_says_its_code(settings: Settings, code: int, words: tuple[str, ...]) -> None:
    ran = ended(code, (*words, "--json"), settings)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, b"", 1)
    assert f'"exit_code":{code},' in ran.err


def test_a_reader_that_goes_away_ends_it_with_141(settings: Settings) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            pmpath_command("ladder"),
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            timeout=PATIENCE,
            env=surroundings(**settings),
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@contextmanager
def interview(settings: Settings) -> Iterator[Terminal]:
    """Start an interview and wait for its first question."""
    with terminal(pmpath_command("assess"), settings=settings) as person:
        person.wait(question_of)
        yield person


def by_key(key: str) -> Callable[[Terminal], None]:
    return lambda person: person.press(key)


def by_signal(code: int) -> Callable[[Terminal], None]:
    return lambda person: person.child.kill(SENT[code])


STOPS = [
    (3, by_key("q")),
    (3, by_key(CTRL_D)),
    (130, by_key(CTRL_C)),
    *[(code, by_signal(code)) for code in SENT],
]
STOP_IDS = ["q", "ctrl-d", "ctrl-c", "hang-up", "interrupt", "termination"]


@pytest.mark.terminal
@pytest.mark.parametrize(("code", "stop"), STOPS, ids=STOP_IDS)
def test_an_interview_that_is_stopped_ends_with_the_code_of_how(
    settings: Settings, code: int, stop: Callable[[Terminal], None]
) -> None:
    with interview(settings) as person:
        stop(person)
        assert person.end() == code
        assert "Traceback" not in person.text


@pytest.mark.terminal
@pytest.mark.parametrize(("code", "stop"), STOPS, ids=STOP_IDS)
def test_what_was_answered_before_a_stop_is_kept(settings: Settings, code: int, stop: Callable[[Terminal], None]) -> None:
    with interview(settings) as person:
        person.press("6")
        person.wait(lambda text: question_of(text) not in (None, "scope"))
        stop(person)
        assert person.end() == code
    assert '"question":"scope","answer":"pm"' in Home(Path(settings["PMPATH_HOME"])).journal.read_text("ascii")


@pytest.mark.terminal
def test_an_interview_while_another_writes_ends_with_75(settings: Settings) -> None:
    """Take as long as the lock is waited for, ten seconds: that is how long a person would wait too."""
    folder = Path(settings["PMPATH_HOME"])
    folder.mkdir()
    with (folder / "journal.lock").open("w") as held, interview(settings) as person:
        fcntl.flock(held, fcntl.LOCK_EX)
        person.press("6")
        person.child.expect(pexpect.EOF, timeout=LOCK_PATIENCE + PATIENCE)
        person.child.wait()
        assert person.child.exitstatus == 75


def test_every_documented_code_is_produced_here() -> None:
    produced = {code for code, _, _ in ALONE} | {141} | TERMINAL_CODES
    assert {int(code) for code, _ in EXIT_CODES.rows} == produced
