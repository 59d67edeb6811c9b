"""Runs pmpath in a real pseudo-terminal and reads its screen the way a person does."""

import json
import os
import re
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pexpect
import pyte

from builders import choice_label, question_texts

PATIENCE = 10
"""Seconds until a screen that does not come is a failure."""
TALL = 400
"""Rows of a screen on which nothing scrolls away."""
ENTER, CTRL_C, CTRL_D, CTRL_Z, UP, DOWN = "\r", "\x03", "\x04", "\x1a", "\x1b[A", "\x1b[B"
READY = "arrows and Enter"
"""What stands under the answers once one can be chosen."""
LEGEND_ENDS = ("q stop", "; ? w e b s q", "q stop:")
"""How the last line of a question ends: as usual, in a low terminal, line by line."""
REVIEW = "Type a number to change an answer; Enter shows the result, q stops."
"""What stands under the answers of a finished interview."""
STREAM_ENDS = (EOFError, pexpect.EOF)

_IMPORTS = os.pathsep.join(str(Path(part).resolve()) for part in os.environ.get("PYTHONPATH", "").split(os.pathsep) if part)


def home() -> Path:
    """Return the folder in which this test's commands keep what they keep; every test runs in a folder of its own."""
    return Path.cwd() / "home"


def journal() -> Path:
    """Return the journal of this test."""
    return home() / "journal.jsonl"


def surroundings(**settings: str) -> dict[str, str]:
    """Return this process's environment for a child in another folder, with a home of the test's own and some settings."""
    inherited = {"PYTHONPATH": _IMPORTS} if _IMPORTS else {}
    return {**os.environ, **inherited, "TERM": "xterm-256color", "PMPATH_HOME": str(home()), **settings}


def written() -> list[str]:
    """Return the names of all files in the home folder; a checkout's compiled content is none of the person's."""
    return sorted(file.name for file in home().rglob("*") if file.is_file() and file.parent.name != "cache")


def kept() -> list[Mapping[str, Any]]:
    """Return what each line of the journal says, in the order of writing."""
    if not journal().exists():
        return []
    return [json.loads(line)["data"] for line in journal().read_text("ascii").splitlines()]


def kept_answers() -> dict[str, str | None]:
    """Return the answers in the journal by question, the latest of each; None where it was skipped."""
    return {said["question"]: said["answer"] for said in kept() if "question" in said}


def kept_results() -> int:
    """Return how many results stand in the journal."""
    return sum("sheet" in said for said in kept())


def pmpath_command(*words: str) -> list[str]:
    """Return the command line that runs pmpath with this interpreter."""
    return [sys.executable, "-m", "pmpath", *words]


def flat(text: str) -> str:
    """Return text with every run of blanks and line ends as one blank."""
    return " ".join(text.split())


def fresh_settings() -> list[Any]:
    """Return the settings of a terminal that no program has touched."""
    controller, terminal = os.openpty()
    try:
        return termios.tcgetattr(terminal)
    finally:
        os.close(controller)
        os.close(terminal)


class _Screen(pyte.Screen):
    """A screen that says where its cursor is when it is asked."""

    def __init__(self, columns: int, rows: int, reply: Callable[[str], object]) -> None:
        super().__init__(columns, rows)
        self._reply = reply

    def write_process_input(self, data: str) -> None:
        self._reply(data)


class Terminal:
    """One command in a pseudo-terminal, and the screen it draws."""

    def __init__(self, child: Any, columns: int, rows: int) -> None:
        """Draw what the child writes on an empty screen; answer the child when it asks where the cursor is."""
        self.child = child
        self.raw = b""
        self._screen = _Screen(columns, rows, child.send)
        self._stream = pyte.ByteStream(self._screen)
        self._lines = [""] * rows

    @property
    def lines(self) -> list[str]:
        """Return the lines of the screen without the blanks at their ends."""
        screen = self._screen
        for at in screen.dirty:
            row = screen.buffer[at]
            self._lines[at] = "".join(row[column].data for column in range(max(row, default=-1) + 1)).rstrip()
        screen.dirty.clear()
        return list(self._lines)

    @property
    def characters(self) -> list[list[Any]]:
        """Return the rows of the screen as characters with their looks, see `pyte.screens.Char`."""
        return [
            [self._screen.buffer[row][column] for column in range(self._screen.columns)] for row in range(self._screen.lines)
        ]

    @property
    def text(self) -> str:
        """Return the screen as one line."""
        return flat("\n".join(self.lines))

    @property
    def cursor_line(self) -> str:
        """Return the line of the screen that the cursor is on; empty while the cursor is hidden."""
        cursor = self._screen.cursor
        return "" if cursor.hidden else self.lines[cursor.y]

    def wait(self, seen: Callable[[str], object]) -> str:
        """Read until the screen's text satisfies; return that text."""
        while not seen(self.text):
            assert self._read(), f"the command ended before the screen showed what was waited for:\n{self._shown()}"
        return self.text

    def end(self) -> int:
        """Read to the end and return the exit code; the number of the signal, negative, where one ended the command."""
        while self._read():
            pass
        self.child.wait()
        status = self.child.exitstatus
        return int(status) if status is not None else -int(self.child.signalstatus)

    def press(self, keys: str) -> None:
        """Send keys."""
        self.child.send(keys)

    def settings(self) -> list[Any]:
        """Return the settings of the terminal as they are now."""
        return termios.tcgetattr(self.child.child_fd)

    def _read(self) -> bool:
        try:
            got = self.child.read_nonblocking(65536, timeout=PATIENCE)
        except STREAM_ENDS:
            return False
        except pexpect.TIMEOUT as err:
            raise AssertionError(f"nothing came for {PATIENCE} seconds:\n{self._shown()}") from err
        self.raw += got
        self._stream.feed(got)
        return True

    def _shown(self) -> str:
        return "\n".join(line for line in self.lines if line)


@contextmanager
def terminal(
    command: Sequence[str], columns: int = 80, rows: int = TALL, settings: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """Run a command in a pseudo-terminal of this size; end it with the block."""
    child = pexpect.spawn(
        command[0], list(command[1:]), dimensions=(rows, columns), env=surroundings(**(settings or {})), timeout=PATIENCE
    )
    child.delaybeforesend = None
    try:
        yield Terminal(child, columns, rows)
    finally:
        child.close(force=True)


def into_file(command: Sequence[str], file: Path) -> list[str]:
    """Return a command line that runs a command with its standard output in a file."""
    return ["/bin/sh", "-c", 'out="$1"; shift; exec "$@" > "$out"', "sh", str(file), *command]


def question_of(text: str) -> str | None:
    """Return the id of the last question on a screen, once it can be answered; None before."""
    places = {place: name for name, asked in question_texts().items() if (place := text.rfind(asked)) >= 0}
    if not places:
        return None
    shown = text[max(places) :]
    return places[max(places)] if shown.endswith(LEGEND_ENDS) else None


def digit_for(text: str, question: str, word: str) -> str:
    """Return the digit that stands before an answer on the screen."""
    shown = text[text.rfind(question_texts()[question]) :]
    found = re.search(rf"(\d) {re.escape(choice_label(question, word))}", shown)
    assert found, f"{word} is not on offer:\n{shown}"
    return found[1]


def answer_until(person: Terminal, answers: Mapping[str, str], stop: str) -> list[str]:
    """Answer each question on the screen until a text comes; return the ids in the order in which they were asked."""
    asked: list[str] = []
    while True:
        person.wait(lambda text: stop in text or question_of(text) not in (None, *asked))
        question = question_of(person.text)
        if stop in person.text or question is None or question in asked:
            return asked
        asked.append(question)
        person.press(digit_for(person.text, question, answers[question]))


def pass_review(person: Terminal) -> None:
    """Leave the answers as they are and go on to what comes after them."""
    person.wait(at_review)
    person.press(ENTER)


def at_review(text: str) -> bool:
    """Say whether the answers of the interview stand there and one may be changed."""
    return text.endswith(f"{REVIEW} >")


def at_line(text: str) -> bool:
    """Say whether a line can be typed."""
    return text.endswith(">")


class Ran(NamedTuple):
    """What a command left behind that ran without a terminal."""

    code: int
    out: bytes
    err: str


def run(command: Sequence[str], *, stdin: int | bytes = b"", settings: Mapping[str, str] | None = None) -> Ran:
    """Run a command away from any terminal; it fails the test when it does not end."""
    source, content = (None, stdin) if isinstance(stdin, bytes) else (stdin, None)
    done = subprocess.run(
        command,
        stdin=source,
        input=content,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        env=surroundings(**(settings or {})),
    )
    return Ran(done.returncode, done.stdout, done.stderr.decode(errors="backslashreplace"))


def in_shell(redirection: str, command: Sequence[str]) -> list[str]:
    """Return a command line that runs a command with a redirection of the shell."""
    return ["/bin/sh", "-c", f'exec "$@" {redirection}', "sh", *command]


def write_sheet(answers: Mapping[str, str], evidence: Mapping[str, object] | None = None) -> Path:
    """Write an answer sheet into the present folder and return its path."""
    sheet = Path("sheet.json").resolve()
    sheet.write_text(json.dumps({"answers": dict(answers), "evidence": dict(evidence or {})}), encoding="utf-8")
    return sheet
