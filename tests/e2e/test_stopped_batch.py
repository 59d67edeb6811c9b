"""A batch that is stopped while nobody reads its pipe: what it says is written is written, and it goes on right behind it."""

import fcntl
import json
import re
import select
import signal
import struct
import subprocess
import termios
from pathlib import Path

import pytest

from e2e.pseudo_terminal import PATIENCE, pmpath_command, run, surroundings

pytestmark = pytest.mark.terminal

LINES = 3000
BATCH = ("assess", "--answers", "sheets.jsonl", "--jsonl")


@pytest.fixture
def sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write many sheets, some of them bad, with blank lines between."""
    monkeypatch.chdir(tmp_path)
    lines = ['{"answers": {"scope": "pm"}}', '{"answers": {"scope": "pmm"}}', ""]
    (tmp_path / "sheets.jsonl").write_text("".join(f"{lines[number % 3]}\n" for number in range(LINES)), "utf-8")


def full(pipe: int) -> None:
    """Wait until the pipe holds all that it takes; nothing more comes then."""
    held, poll = -1, select.poll()
    while True:
        (now,) = struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4))
        if now == held and now > 0:
            return
        held = now
        poll.poll(300)


@pytest.mark.usefixtures("sheets")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda one: one.name)
def test_a_batch_goes_on_right_behind_what_was_read(number: signal.Signals, jobs: str) -> None:
    whole = run(pmpath_command(*BATCH)).out
    with subprocess.Popen(
        pmpath_command(*BATCH, "--jobs", jobs), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings()
    ) as stopped:
        assert stopped.stdout is not None
        full(stopped.stdout.fileno())
        stopped.send_signal(number)
        out, said = stopped.communicate(timeout=PATIENCE)
    assert out.endswith(b"\n")
    assert stopped.returncode == 128 + number
    behind = re.search(rb"--skip (\d+)", said)
    assert behind is not None
    counted = re.search(r"([\d,]+) sheets, ([\d,]+) bad, the first in line 2", said.decode())
    assert counted is not None
    results = [json.loads(line)["kind"] for line in out.splitlines()]
    assert counted.groups() == (f"{len(results):,}", f"{results.count('error'):,}")
    assert out + run(pmpath_command(*BATCH, "--skip", behind[1].decode())).out == whole
