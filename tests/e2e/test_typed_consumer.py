"""A program of somebody else that uses the installed package passes a strict type check, and one that misuses it does not."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

pytestmark = pytest.mark.installed

USES: Final = """
from pathlib import Path

from pmpath import Assessment, Ladder, PmpathError, __version__, assess, load
from pmpath.errors import ContentError, Problem
from pmpath.model.result import Gap, Readiness


def gaps(ladder: Ladder, sheet: dict[str, object]) -> tuple[Gap, ...]:
    result: Assessment = assess(ladder, sheet, target="cpo")
    return result.gaps


def needed(result: Assessment) -> int:
    readiness: Readiness | None = result.readiness
    return readiness.needed - readiness.met if readiness else 0


def problems(error: PmpathError) -> list[str]:
    found: tuple[Problem, ...] = error.problems
    return [f"{one.path}: {one.message}" for one in found]


ladder = load()
other: Ladder = load(Path("ours.yaml")) if __version__ == "none" else ladder
level: str | None = assess(other, {"answers": {"scope": "pm"}}).level
words: tuple[str, ...] = ladder.questions["discovery.pm"]
try:
    print(gaps(ladder, {}), needed(assess(ladder, {})), level, words)
except ContentError as error:
    print(problems(error), error.exit_code)
"""
MISUSES: Final = {
    "pmpath.assess(pmpath.load(), 3)": "arg-type",
    "pmpath.load().assess({}).levle": "attr-defined",
    "level: str = pmpath.load().assess({}).level": "assignment",
    "pmpath.lode()": "attr-defined",
    "pmpath.load().levels.append('x')": "attr-defined",
}
"""Line of a program to the error that a type checker has to find in it."""


def checked(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Check a program strictly against the installed package, outside the checkout."""
    (folder / "program.py").write_text(program, "utf-8")
    python = Path(os.environ["PMPATH_INSTALLED"]).with_name("python")
    words = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "--python-executable", str(python), "program.py"]
    environ = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MYPYPATH")}
    return subprocess.run(words, cwd=folder, env=environ, capture_output=True, text=True, check=False)


def test_a_program_that_uses_the_package_is_typed(tmp_path: Path) -> None:
    done = checked(USES, tmp_path)
    assert (done.returncode, done.stdout) == (0, "Success: no issues found in 1 source file\n")


def test_a_program_that_misuses_it_is_told_so(tmp_path: Path) -> None:
    program = "\n".join(("import pmpath", *MISUSES, ""))
    done = checked(program, tmp_path)
    found = [line.rpartition("[")[2].rstrip("]") for line in done.stdout.splitlines() if ": error:" in line]
    assert found == list(MISUSES.values()), done.stdout
