"""A batch of many sheets: memory stays flat, the order is kept, and each result is what the Python API says."""

import subprocess
import sys
from pathlib import Path

import pytest

from builders import ROOT

SHEETS = 1500


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_stream_is_flat_in_order_and_what_the_api_says(tmp_path: Path, jobs: str) -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "stream.py"), str(SHEETS), "--jobs", jobs]
    ran = subprocess.run(command, capture_output=True, check=False, text=True, cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "results that differ from the API's at their place: 0" in ran.stdout


def test_the_sheets_are_the_same_each_time(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "sheets.py"), "20"]
    one, other = (subprocess.run(command, capture_output=True, check=True, cwd=tmp_path).stdout for _ in range(2))
    assert (one == other, one.count(b"\n")) == (True, 20)
