"""Runs commands at 80 columns, off a terminal, in an empty folder."""

import gc
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from builders import example_a
from cli.running import Feed, Home, Pmpath, own_home, run, write_sheet


@pytest.fixture
def pmpath(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Pmpath]:
    """Run command lines at 80 columns."""
    monkeypatch.setenv("PMPATH_WIDTH", "80")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    yield partial(run, capfd)
    gc.enable()


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Keep things in a folder of the test's own."""
    return own_home(monkeypatch, tmp_path_factory.mktemp("own"))


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Feed]:
    """Put bytes on standard input."""
    with ExitStack() as opened:

        def put(content: bytes) -> None:
            path = tmp_path / "standard-input"
            path.write_bytes(content)
            monkeypatch.setattr(sys, "stdin", opened.enter_context(path.open(encoding="utf-8")))

        yield put


@pytest.fixture
def a_json(tmp_path: Path) -> str:
    """Write worked example A as a JSON sheet and return its name."""
    return write_sheet(tmp_path / "a.json", example_a())
