"""What ends a run early ends with its own exit code, a line on standard error and nothing that looks like a result."""

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from cli.running import Pmpath, Ran, write_lines
from pmpath.cli.app import main

WRITERS = [
    ("ladder",),
    ("ladder", "pm"),
    ("ladder", "--json"),
    ("assess", "--answer", "scope=pm"),
    ("assess", "--answer", "scope=pm", "--json"),
    ("assess", "--template"),
    ("transition", "--from", "engineer"),
    ("--help",),
    ("ladder", "--help"),
    ("--version",),
    (),
]


class BrokenInput(io.RawIOBase):
    """Standard input on which every read fails."""

    def __init__(self, failure: BaseException) -> None:
        self._failure = failure

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        assert buffer is not None
        raise self._failure


class FullDisk(io.BytesIO):
    """Standard output with no space left behind it."""

    def write(self, content: object, /) -> int:
        assert content is not None
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class Stream(io.TextIOWrapper):
    """A text stream that may be dropped with something left in it."""

    def close(self) -> None:
        """Leave without a last attempt to write."""


class Reading(Protocol):
    """Runs one command line while standard input fails."""

    def __call__(self, failure: BaseException, *argv: str) -> Ran:
        """Return what came out of it."""


class Writing(Protocol):
    """Runs one command line while standard output is somewhere else."""

    def __call__(self, out: io.TextIOWrapper | None, *argv: str) -> tuple[int, str]:
        """Return the exit code and standard error."""


@pytest.fixture
def reading(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch) -> Reading:
    def run(failure: BaseException, *argv: str) -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(BrokenInput(failure))))
        return pmpath(*argv)

    return run


@pytest.fixture
def writing(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Writing:
    def run(out: io.TextIOWrapper | None, *argv: str) -> tuple[int, str]:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            code = main(list(argv))
        return code, capfd.readouterr().err

    return run


@pytest.fixture
def gone() -> Iterator[Callable[[], io.TextIOWrapper]]:
    """Open streams into pipes whose readers are gone."""
    with ExitStack() as opened:

        def stream() -> io.TextIOWrapper:
            read_end, write_end = os.pipe()
            os.close(read_end)
            raw = opened.enter_context(os.fdopen(write_end, "wb", buffering=0))
            return Stream(raw, encoding="utf-8", write_through=True)

        yield stream


@pytest.mark.parametrize("argv", [("assess", "--answers", "-"), ("transition", "--from", "engineer", "--answers", "-")])
def test_ctrl_c_ends_with_130_and_says_so(reading: Reading, argv: tuple[str, ...]) -> None:
    ran = reading(KeyboardInterrupt(), *argv)
    assert (ran.code, ran.out, ran.err.strip()) == (130, "", "Stopped.")


@pytest.mark.parametrize("argv", [("assess", "--answers", "-"), ("transition", "--from", "engineer", "--answers", "-")])
def test_the_end_of_input_ends_with_3_and_says_so(reading: Reading, argv: tuple[str, ...]) -> None:
    ran = reading(EOFError(), *argv)
    assert (ran.code, ran.out, ran.err.strip()) == (3, "", "Stopped.")


def test_input_that_cannot_be_read_ends_with_74(reading: Reading) -> None:
    ran = reading(OSError(errno.EIO, os.strerror(errno.EIO)), "assess", "--answers", "-")
    assert (ran.code, ran.out, "input/output error" in ran.err, "bug" in ran.err) == (74, "", True, False)


@pytest.mark.parametrize("argv", WRITERS, ids=" ".join)
def test_a_reader_that_is_gone_ends_with_141_and_silence(
    writing: Writing, gone: Callable[[], io.TextIOWrapper], argv: tuple[str, ...]
) -> None:
    assert writing(gone(), *argv) == (141, "")


@pytest.mark.parametrize("argv", WRITERS, ids=" ".join)
def test_a_full_disk_ends_with_74_and_one_line_with_the_reason(writing: Writing, argv: tuple[str, ...]) -> None:
    code, err = writing(Stream(FullDisk(), write_through=True), *argv)
    (line,) = err.splitlines()
    assert (code, "no space left on device" in line, "bug" in line) == (74, True, False)


@pytest.mark.parametrize("argv", WRITERS, ids=" ".join)
def test_a_closed_standard_output_ends_with_74_and_the_reason(writing: Writing, argv: tuple[str, ...]) -> None:
    code, err = writing(None, *argv)
    assert (code, "standard output is closed" in err.splitlines()[0]) == (74, True)


def test_a_batch_whose_reader_is_gone_ends_with_141(
    writing: Writing, gone: Callable[[], io.TextIOWrapper], tmp_path: Path
) -> None:
    file = write_lines(tmp_path / "s.jsonl", *[{"scope": "pm"}] * 3)
    assert writing(gone(), "assess", "--answers", file, "--jsonl") == (141, "")


def test_a_closed_standard_error_takes_nothing_else_with_it(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["ladder", "nowhere"]) == 2
    assert capfd.readouterr().out == ""


CODES = [
    (("ladder",), 0),
    (("assess", "--answer", "scope=pm"), 0),
    (("assess", "--answer", "scope=pm", "--require", "apm"), 4),
    (("assess",), 2),
    (("nowhere",), 2),
    (("assess", "--answers", "bad.yaml"), 65),
    (("assess", "--answers", "bad.yaml", "--jsonl"), 65),
    (("assess", "--answers", "nope.yaml"), 66),
    (("transition", "--from", "sales", "--write", "bad.yaml"), 73),
]


@pytest.mark.parametrize(("argv", "code"), CODES)
def test_every_ending_has_its_exit_code(pmpath: Pmpath, tmp_path: Path, argv: tuple[str, ...], code: int) -> None:
    (tmp_path / "bad.yaml").write_text("answers: [", "utf-8")
    assert pmpath(*argv).code == code


@pytest.mark.parametrize(("argv", "code"), [(argv, code) for argv, code in CODES if code not in (0, 4)])
def test_every_failure_as_json_is_one_line_that_carries_the_exit_code(
    pmpath: Pmpath, tmp_path: Path, argv: tuple[str, ...], code: int
) -> None:
    (tmp_path / "bad.yaml").write_text("answers: [", "utf-8")
    if "--jsonl" not in argv:
        assert pmpath(*argv, "--json").error["exit_code"] == code


def test_a_bug_ends_with_1_and_one_sentence(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken_data(tmp_path, monkeypatch)
    ran = pmpath("ladder")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("pmpath: this is a bug in pmpath: JSONDecodeError\n")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("argv", [("--debug", "ladder")])
def test_with_debug_a_bug_shows_where(
    pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, argv: tuple[str, ...]
) -> None:
    broken_data(tmp_path, monkeypatch)
    ran = pmpath(*argv)
    assert (ran.code, "Traceback" in ran.err, "library.py" in ran.err) == (1, True, True)


def test_a_variable_asks_for_the_place_of_a_bug_too(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken_data(tmp_path, monkeypatch)
    monkeypatch.setenv("PMPATH_DEBUG", "1")
    assert "Traceback" in pmpath("ladder").err


def test_a_bug_as_json_is_an_error_of_the_contract(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken_data(tmp_path, monkeypatch)
    error = pmpath("ladder", "--json").error
    assert (error["code"], error["exit_code"]) == ("internal", 1)


def broken_data(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point at a data folder whose compiled content is no JSON, which only a bug of ours can make."""
    (folder / "ladder.yaml").write_text("", "utf-8")
    (folder / "compiled").mkdir()
    for name in ("grid", "ladder", "transitions", "sources"):
        (folder / "compiled" / f"{name}.json").write_text("{", "utf-8")
    monkeypatch.setenv("PMPATH_DATA_DIR", str(folder))
