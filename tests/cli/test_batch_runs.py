"""`pmpath assess --jsonl` as a run: processes, going on behind a line, what is counted, how it stops."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import ROOT, Dice, example_a, example_b, library, uniform
from cli.running import Feed, Pmpath, Ran, Terminal, run_apart, write_lines
from pmpath.cli.app import main
from pmpath.cli.assessing import Request
from pmpath.cli.batch import Batch
from pmpath.cli.sheet import Given
from pmpath.cli.workers import Workers
from pmpath.content.blocks import Block
from pmpath.errors import OutputError
from strategies import full_sheets, partial_sheets

EACH = ("assess", "--jsonl", "--answers")
ODD_LINES = ("", "  ", "nonsense", "[]", "null", '{"answers": {"scope": "boss"}}', '{"context": {"target": "vp"}}', "{}\r")


def many(count: int) -> list[str]:
    """Return lines of sheets, all alike on every machine, with a bad one and an empty one among each hundred."""
    dice = Dice(5)
    lines = [json.dumps({"answers": uniform(dice)}) for _ in range(count)]
    lines[17::100] = ["bad"] * len(lines[17::100])
    lines[60::100] = [""] * len(lines[60::100])
    return lines


@pytest.fixture(scope="module")
def lines() -> bytes:
    """Return lines enough for several blocks."""
    return "".join(f"{line}\n" for line in many(700)).encode()


@pytest.fixture(scope="module")
def alone(lines: bytes) -> Ran:
    """Return what one process makes of them."""
    return run_apart((*EACH, "-"), {}, given=lines)


@pytest.mark.parametrize("jobs", ["0", "2", "3", "7"])
def test_any_number_of_processes_writes_the_same_bytes(lines: bytes, alone: Ran, jobs: str) -> None:
    assert run_apart((*EACH, "-", "--jobs", jobs), {}, given=lines) == alone


def test_bad_lines_are_counted_and_the_first_is_named(alone: Ran) -> None:
    assert (alone.code, json.loads(alone.err)["data"]["message"]) == (65, "693 sheets, 7 bad, the first in line 18")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("skip", [1, 17, 18, 350, 699, 700, 9999])
def test_going_on_behind_a_line_gives_the_rest_with_the_numbers_of_the_file(
    lines: bytes, alone: Ran, skip: int, jobs: str
) -> None:
    before = sum(1 for line in lines.splitlines()[:skip] if line.strip())
    rest = run_apart((*EACH, "-", "--skip", str(skip), "--jobs", jobs), {}, given=lines)
    assert rest.out.splitlines() == alone.out.splitlines()[before:]


@settings(max_examples=25)
@given(
    sheets=st.lists(st.one_of(full_sheets(), partial_sheets(), st.sampled_from(ODD_LINES)), max_size=8),
    cuts=st.lists(st.integers(0, 8), max_size=3),
)
def test_blocks_may_be_cut_anywhere(sheets: list[str | dict[str, str]], cuts: list[int]) -> None:
    lines = [one if isinstance(one, str) else json.dumps({"answers": one}) for one in sheets]
    ends = [*sorted(min(cut, len(lines)) for cut in cuts), len(lines)]
    starts = [0, *ends[:-1]]
    parts = [
        Block(start + 1, "".join(f"{line}\n" for line in lines[start:end]).encode())
        for start, end in zip(starts, ends, strict=True)
        if start < end
    ]
    whole = Block(1, b"".join(part.content for part in parts))
    assert b"".join(batch().score(part).text for part in parts) == batch().score(whole).text


def batch() -> Batch:
    """Return a batch on the shipped ladder."""
    return Batch(Request(Given("s.jsonl")), library(), "s.jsonl")


def test_a_worker_that_ends_early_is_a_clear_error() -> None:
    with Workers(batch(), 1) as workers:
        os.kill(workers.processes[0], signal.SIGKILL)
        results = workers.score(iter([Block(1, b"{}\n")]))
        with pytest.raises(OutputError, match=r"a worker process ended early \(signal 9\)"):
            next(results)


def test_no_worker_outlives_the_batch() -> None:
    workers = Workers(batch(), 2)
    with workers:
        list(workers.score(iter([Block(1, b"{}\n")])))
    for process in workers.processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@pytest.mark.parametrize(("stop", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_stop_says_where_to_go_on(lines: bytes, tmp_path: Path, jobs: str, stop: signal.Signals, code: int) -> None:
    (tmp_path / "s.jsonl").write_bytes(lines)
    command = [sys.executable, "-m", "pmpath", *EACH, "s.jsonl", "--detail", "--jobs", jobs]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        begun = os.read(running.stdout.fileno(), 100)  # the rest of the first block fills the pipe
        running.send_signal(stop)
        out, said = running.communicate()
    assert running.returncode == code
    whole = (begun + out).count(b"\n")
    assert f"Stopped: {whole} sheet" in said.decode()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_ends_with_74(lines: bytes, tmp_path: Path, jobs: str) -> None:
    (tmp_path / "s.jsonl").write_bytes(lines)
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "pmpath", *EACH, "s.jsonl", "--jobs", jobs]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, b"no space left on device" in ran.stderr) == (74, True)


def test_a_reader_that_is_gone_ends_many_processes_with_141(lines: bytes, tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_bytes(lines)
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "pmpath", *EACH, "s.jsonl", "--jobs", "2"]
    ran = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_a_person_is_told_what_was_counted(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    ran = pmpath(*EACH, write_lines(tmp_path / "s.jsonl", example_a(), example_b()), "--plain")
    assert (ran.code, screen.getvalue()) == (0, "2 sheets, none bad\n")


def watched(monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    """Return what a person sees on standard error while the results go into a file."""
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO()))
    assert main([*EACH, *words]) == 0
    return screen.getvalue()


def test_a_person_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TERM", "xterm")
    seen = watched(monkeypatch, write_lines(tmp_path / "s.jsonl", example_a(), example_b()))
    assert "2 sheets" in seen.removesuffix("2 sheets, none bad\n")


def test_from_a_pipe_a_person_sees_what_was_counted(monkeypatch: pytest.MonkeyPatch, feed: Feed) -> None:
    monkeypatch.setenv("TERM", "xterm")
    feed(b"{}\n")
    assert "1 sheets" in watched(monkeypatch, "-")


@pytest.mark.parametrize("words", [("--plain",), ("--accessible",)])
def test_nothing_is_drawn_where_lines_are_plain(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert watched(monkeypatch, write_lines(tmp_path / "s.jsonl", example_a()), *words) == "1 sheet, none bad\n"


def test_nothing_is_drawn_on_a_terminal_that_cannot(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert watched(monkeypatch, write_lines(tmp_path / "s.jsonl", example_a())) == "1 sheet, none bad\n"


@pytest.mark.parametrize("words", [("--jobs", "2"), ("--skip", "3"), ("--detail",), ("--texts",)])
def test_options_of_a_batch_need_a_batch(pmpath: Pmpath, words: tuple[str, ...]) -> None:
    error = pmpath("assess", "--answer", "scope=pm", "--json", *words).error
    assert (error["exit_code"], error["message"]) == (2, "--detail, --texts, --jobs and --skip go with --jsonl")


@pytest.mark.parametrize("words", [("--jobs", "65"), ("--jobs", "-1"), ("--jobs", "two"), ("--skip", "-1")])
def test_a_number_that_is_none_is_refused(pmpath: Pmpath, tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = pmpath(*EACH, write_lines(tmp_path / "s.jsonl", example_a()), *words)
    assert (ran.code, words[0] in ran.error["message"]) == (2, True)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_batch_places_by_a_ladder_of_ones_own(jobs: str) -> None:
    ladder = ROOT / "examples" / "monzo-product.yaml"
    sheets = [{"answers": {"users.level-1": "on-my-own"}}, {"answers": {"discovery.pm": "on-my-own"}}]
    lines = "".join(f"{json.dumps(sheet)}\n" for sheet in sheets).encode()
    ran = run_apart((*EACH, "-", "--jobs", jobs, "--ladder", str(ladder)), {}, given=lines)
    placed, refused = ran.lines
    assert (placed["kind"], placed["ladder"]["id"]) == ("placement", "monzo-product")
    assert (refused["kind"], refused["data"]["problems"][0]["path"]) == ("error", "answers.discovery.pm")
