"""Runs a command line in this process and keeps what came out."""

import io
import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest

from builders import Answers, grid, library
from data_folder import FILES, SHIPPED
from pmpath.cli.app import main
from pmpath.content.compiler import compile_folder
from pmpath.core.assessment import assess
from pmpath.journal.assessments import save
from pmpath.journal.interviews import DraftKeeper
from pmpath.journal.journal import FILE, Journal
from pmpath.journal.line import Record, encode
from pmpath.model.answer import EMPTY_SHEET, Sheet
from pmpath.model.draft import Draft
from pmpath.model.result import Assessment


class Ran(NamedTuple):
    """What a command line left: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def whole(self) -> dict[str, Any]:
        """Return the envelope on standard output."""
        document: dict[str, Any] = json.loads(self.out)
        return document

    @property
    def data(self) -> dict[str, Any]:
        """Return the data of the envelope on standard output."""
        data: dict[str, Any] = self.whole["data"]
        return data

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Return one envelope a line of standard output."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def error(self) -> dict[str, Any]:
        """Return the data of the error envelope on standard error, which is all that stands there."""
        (line,) = self.err.splitlines()
        document: dict[str, Any] = json.loads(line)
        assert (self.out, document["kind"]) == ("", "error")
        data: dict[str, Any] = document["data"]
        return data


class Pmpath(Protocol):
    """Runs one command line."""

    def __call__(self, *argv: str) -> Ran:
        """Return what came out of it."""


class Feed(Protocol):
    """Puts bytes on standard input."""

    def __call__(self, content: bytes) -> None:
        """Let the next command read them."""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def run(capfd: pytest.CaptureFixture[str], *argv: str) -> Ran:
    """Run one command line through the door."""
    capfd.readouterr()
    code = main(list(argv))
    out, err = capfd.readouterr()
    return Ran(code, out, err)


def run_apart(argv: Sequence[str], settings: Mapping[str, str], *, given: bytes = b"", encoding: str = "utf-8") -> Ran:
    """Run one command line with streams and settings of its own, for tests that take no fixture of a single test."""
    out, err = io.BytesIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TERM", "xterm")
        for name, value in settings.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding, write_through=True))
        patch.setattr(sys, "stderr", err)
        code = main(list(argv))
        return Ran(code, out.getvalue().decode(encoding), err.getvalue())


def write_sheet(path: Path, answers: Answers | None = None, **parts: Mapping[str, object]) -> str:
    """Write an answer sheet as JSON and return the name of the file."""
    path.write_text(json.dumps({"answers": answers or {}, **parts}), "utf-8")
    return path.name


def write_lines(path: Path, *lines: str | Answers) -> str:
    """Write one sheet, or one raw line, a line and return the name of the file."""
    written = [line if isinstance(line, str) else json.dumps({"answers": line}) for line in lines]
    path.write_text("".join(f"{line}\n" for line in written), "utf-8")
    return path.name


def flowing(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return " ".join(text.split())


class Home(NamedTuple):
    """A folder in which a test keeps things."""

    folder: Path

    @property
    def journal(self) -> Path:
        """Return the file of the journal."""
        return self.folder / FILE

    def assessed(self, answers: Answers, day: str = "2026-01-05", *, sheet: Sheet = EMPTY_SHEET) -> Assessment:
        """Keep the assessment of these answers; the sheet brings evidence and context."""
        result = assess(grid(), answers, sheet.evidence, sheet.context.target)
        save(_journal(self.folder, day), library().identity, sheet._replace(answers=answers), result, None)
        return result

    def begun(self, answers: Mapping[str, str | None], day: str = "2026-01-07") -> None:
        """Keep an interview that ended behind these answers; None is a question that was skipped."""
        keeper = DraftKeeper(_journal(self.folder, day), Draft(library().identity, "standard"))
        for question, word in answers.items():
            keeper.answered(question, word)

    def rewritten(self, line: str, data: Mapping[str, object], at: str | None = None) -> None:
        """Keep a line of a journal with some of its data, or its time, put otherwise."""
        keys = json.loads(line)
        self.folder.mkdir(parents=True, exist_ok=True)
        record = Record(keys["seq"], keys["id"], at or keys["at"], keys["type"], {**keys["data"], **data})
        with self.journal.open("ab") as file:
            file.write(encode(record))


def _journal(folder: Path, day: str) -> Journal:
    return Journal(folder, lambda: f"{day}T09:00:00Z")


def own_home(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Home:
    """Let a test keep things in a folder of its own that is not there yet, and read compiled content; return it."""
    home = folder / "home"
    data = compiled_folder(folder / "data")  # before the home is set: what this compiles is cached in no test's own home
    monkeypatch.setenv("PMPATH_HOME", str(home))
    monkeypatch.setenv("PMPATH_DATA_DIR", str(data))
    return Home(home)


def compiled_folder(folder: Path) -> Path:
    """Write the shipped content, compiled, as a package carries it; return the folder."""
    (folder / "compiled").mkdir(parents=True)
    for name in FILES:
        (folder / name).symlink_to(SHIPPED / name)
    for name, text in _compiled().items():
        (folder / "compiled" / f"{name}.json").write_text(text, "utf-8")
    identity = library().identity
    (folder / "compiled" / "identity.json").write_text(json.dumps(f"{identity.id} {identity.version}"), "utf-8")
    return folder


@cache
def _compiled() -> Mapping[str, str]:
    return compile_folder(SHIPPED)
