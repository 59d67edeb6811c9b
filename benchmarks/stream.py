"""Checks the stream of a batch: memory that stays flat, results in order, each what the Python API says.

    python benchmarks/stream.py 1000000 --jobs 2

writes that many generated sheets into a temporary folder, and a hundredth of them, reads both through `pmpath assess --jsonl`
and compares. Exits with 1 where peak memory grows by more than a fifth, or where a result is another than the API's. It stays
small itself, for what the kernel calls the peak of a child begins with that of its parent.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sheets import sheets

from pmpath import assess, load

GROWTH = 1.2
"""How much more memory the whole may take than its hundredth."""
SHOWN = ("role", "level", "standing", "complete", "next_level", "target")


class Run(NamedTuple):
    """One run of the command: seconds, peak memory of its largest process in MB, and its exit code."""

    seconds: float
    peak: float
    code: int


def command(file: Path, jobs: int) -> list[str]:
    """Return the command line of a batch."""
    return [sys.executable, "-m", "pmpath", "assess", "--answers", str(file), "--jsonl", "--jobs", str(jobs)]


def timed(file: Path, jobs: int, results: Path) -> Run:
    """Run a batch into a file."""
    with results.open("wb") as out:
        start = time.perf_counter()
        child = subprocess.Popen(command(file, jobs), stdout=out)  # noqa: S603 - our own program
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        return Run(time.perf_counter() - start, used.ru_maxrss / 1024, child.returncode)


def written(count: int, file: Path) -> Path:
    """Write so many sheets."""
    with file.open("w", encoding="ascii") as out:
        out.writelines(json.dumps(sheet) + "\n" for sheet in sheets(count))
    return file


def documents(file: Path) -> Iterator[dict[str, object]]:
    """Yield the JSON documents of a file, one a line."""
    with file.open("rb") as lines:
        yield from map(json.loads, lines)


def compared(given: Path, results: Path) -> tuple[int, int, Counter[str]]:
    """Return how many results there are, how many of them differ from the API's, and the API's levels."""
    ladder, levels, count, different = load(), Counter[str](), 0, 0
    for sheet, found in zip(documents(given), documents(results), strict=True):
        result = assess(ladder, sheet)
        data = found["data"]
        expected = json.loads(json.dumps({name: getattr(result, name) for name in SHOWN}))
        gaps = {gap.id for gap in result.gaps}
        same = isinstance(data, dict) and {name: data[name] for name in SHOWN} == expected
        same = same and isinstance(data, dict) and (data["line"], set(data["missing"])) == (count + 1, gaps)
        levels[result.level or "open"] += 1
        count, different = count + 1, different + (not same)
    return count, different, levels


def main() -> int:
    """Run it and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sheets", type=int)
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        whole, results = written(given.sheets, Path(folder, "sheets.jsonl")), Path(folder, "results.jsonl")
        part = Path(folder, "part.jsonl")
        with whole.open("rb") as lines, part.open("wb") as out:
            out.writelines(islice(lines, max(1, given.sheets // 100)))
        small = timed(part, given.jobs, results)
        large = timed(whole, given.jobs, results)
        count, different, levels = compared(whole, results)
    _say(f"{count:,} sheets, {given.jobs} jobs: {large.seconds:.1f} s, {count / large.seconds:,.0f} a second")
    _say(f"peak memory {large.peak:.1f} MB, for a hundredth of the sheets {small.peak:.1f} MB")
    _say(f"results that differ from the API's at their place: {different}")
    _say(f"levels: {dict(sorted(levels.items()))}")
    flat = large.peak <= small.peak * GROWTH
    return 0 if flat and not different and count == given.sheets and (small.code, large.code) == (0, 0) else 1


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
