"""Runs a command line in this process and keeps what came out."""

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest

from builders import Answers
from pmpath.cli.app import main


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
