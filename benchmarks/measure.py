"""Measures pmpath against a bare interpreter, a one-command Typer program and a bare JSON loop; prints a table in Markdown.

    python benchmarks/measure.py [--rounds 21] [--sheets 100000] [--instructions]

Run it with the Python of an environment in which the built package is installed. Every round runs every case once, in an order
that moves on each round; a ratio is taken inside a round and the median of the ratios is shown, so that a busy machine hits all
alike.
--instructions counts user-space instructions with valgrind instead, which repeat to about a thousandth.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sheets import sheets

TYPER = """\
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None)
@app.command()
def main(name: str = ""): typer.echo(name)
app()
"""
LOOP = "import json, sys\nfor line in open(sys.argv[1], 'rb'): json.loads(line)"
QUIET = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH"}


class Case(NamedTuple):
    """A command line, what it is called, the exit code it has, and settings."""

    name: str
    command: list[str]
    code: int = 0
    settings: Mapping[str, str] = {}


class Sample(NamedTuple):
    """One run: seconds, and peak memory in MB."""

    seconds: float
    peak: float


def start_up(folder: Path) -> list[Case]:
    """Return the cases of start-up; the first is what the others are compared with."""
    python, pmpath = sys.executable, str(Path(sys.executable).with_name("pmpath"))
    (folder / "one.py").write_text(TYPER)
    (folder / "one.json").write_text(json.dumps(next(sheets(1))))
    own = ["--json", "--ladder", str(Path(__file__).parents[1] / "data" / "ladder.yaml")]
    (folder / "bad.json").write_text('{"answers": {"scpe": "none"}}')
    read = [pmpath, "assess", "--no-save", "--answers"]
    tab = {"_PMPATH_COMPLETE": "lines", "_PMPATH_WORDS": "a"}
    return [
        Case("`python -c pass`", [python, "-c", "pass"]),
        Case("a one-command Typer program", [python, "one.py"]),
        Case("`pmpath --version`", [pmpath, "--version"]),
        Case("`pmpath --help`", [pmpath, "--help"]),
        Case("`pmpath assess --help`", [pmpath, "assess", "--help"]),
        Case("completion with the Tab key", [pmpath], settings=tab),
        Case("an unknown command", [pmpath, "nope"], code=2),
        Case("`pmpath ladder --json`", [pmpath, "ladder", "--json"]),
        Case("`pmpath assess --answers one.json --json`", [*read, "one.json", "--json"]),
        Case("the same as a page with color", [*read, "one.json", "--color", "always"]),
        Case("by an own ladder of the size of ours, read before", [*read, "one.json", *own]),
        Case("by an own ladder, read for the first time", [*read, "one.json", *own], settings={"PMPATH_NO_CACHE": "1"}),
        Case("a bad sheet explained", [*read, "bad.json"], code=65),
        Case("`from pmpath import load, assess`, one sheet", [python, "-c", "import pmpath; pmpath.assess(pmpath.load(), {})"]),
    ]


def throughput(folder: Path, count: int) -> list[Case]:
    """Return the cases of throughput."""
    with (folder / "sheets.jsonl").open("w", encoding="ascii") as out:
        out.writelines(json.dumps(sheet) + "\n" for sheet in sheets(count))
    batch = [str(Path(sys.executable).with_name("pmpath")), "assess", "--answers", "sheets.jsonl", "--jsonl"]
    return [
        Case("a bare `json.loads` loop", [sys.executable, "-c", LOOP, "sheets.jsonl"]),
        Case("`assess --jsonl`", batch),
        Case("`assess --jsonl --jobs 2`", [*batch, "--jobs", "2"]),
        Case("`assess --jsonl --detail`", [*batch, "--detail"]),
    ]


def run(case: Case, folder: Path) -> Sample:
    """Run a case once."""
    start = time.perf_counter()
    child = subprocess.Popen(  # noqa: S603 - our own commands
        case.command, cwd=folder, env=_environ(case), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != case.code:
        sys.exit(f"{case.name}: exit code {child.returncode}, not {case.code}")
    return Sample(seconds, used.ru_maxrss / 1024)


def instructions(case: Case, folder: Path) -> int:
    """Count the instructions of a case and of the processes it starts."""
    log = folder / "instructions.log"
    counting = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--trace-children=yes", f"--log-file={log}"]
    command = [*counting, "--cachegrind-out-file=/dev/null", *case.command]
    subprocess.run(command, cwd=folder, env=_environ(case), capture_output=True, check=False)  # noqa: S603 - our own commands
    return sum(int(figure.replace(",", "")) for figure in re.findall(r"I\s+refs:\s+([\d,]+)", log.read_text()))


def _environ(case: Case) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in QUIET}
    return {**kept, "PYTHONHASHSEED": "0", **case.settings}


def table(cases: list[Case], folder: Path, rounds: int) -> None:
    """Run the cases in turn and print their medians."""
    samples: list[list[Sample]] = [[] for _ in cases]
    for turn in range(-1, rounds):
        order = [(turn + place) % len(cases) for place in range(len(cases))]
        for place in order:
            sample = run(cases[place], folder)
            samples[place] += [sample] if turn >= 0 else []
    _say("| what | median ms | times the first | peak MB |")
    _say("|---|---|---|---|")
    for case, measured in zip(cases, samples, strict=True):
        ratio = statistics.median(one.seconds / first.seconds for one, first in zip(measured, samples[0], strict=True))
        median = statistics.median(one.seconds for one in measured) * 1000
        _say(f"| {case.name} | {median:.1f} | {ratio:.2f} | {max(one.peak for one in measured):.1f} |")


def counted(cases: list[Case], folder: Path) -> None:
    """Print the instructions of the cases."""
    _say("| what | million instructions | times the first |")
    _say("|---|---|---|")
    figures = [instructions(case, folder) for case in cases]
    for case, figure in zip(cases, figures, strict=True):
        _say(f"| {case.name} | {figure / 1e6:.1f} | {figure / figures[0]:.2f} |")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--sheets", type=int, default=100_000)
    parser.add_argument("--instructions", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.instructions:
            counted(start_up(folder), folder)
            return
        table(start_up(folder), folder, given.rounds)
        _say("")
        table(throughput(folder, given.sheets), folder, max(1, given.rounds // 4))


if __name__ == "__main__":
    main()
