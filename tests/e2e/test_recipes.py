"""Every `$` line of README.md, AGENTS.md and the pages of docs, run as it is written by a shell, in order.

A block has a folder and a home of its own; the blocks of a tutorial share both. What a page shows below a block has to stand
in what its lines wrote, in that order; three dots stand for what is left out.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from builders import ROOT, Answers, example_a, example_b, example_c
from cli.running import Home, write_lines, write_sheet

PAGES: Final = ("README.md", "AGENTS.md", *(str(page.relative_to(ROOT)) for page in sorted((ROOT / "docs").rglob("*.md"))))
TODAY: Final = "2026-12-01"
CODES: Final = {"pmpath assess --answers sheet.yaml --require senior-pm --json > result.json": 4}
"""What a line ends with other than 0: a gate that is meant to fail."""
BLOCK: Final = re.compile(r"^```console\n(.*?)^```\n(?:\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)
LEFT_OUT: Final = "..."


class Block(NamedTuple):
    """The lines of a page to type one after the other, what the page shows of their output, and where they begin."""

    page: str
    line: int
    commands: tuple[str, ...]
    shown: tuple[str, ...]


class Elsewhere(NamedTuple):
    """A line that is not run here: why, and what stands in for what it leaves behind."""

    reason: str
    leaves: Callable[[Path], object] = lambda _folder: None


def answered(folder: Path) -> None:
    """Leave the sheet of the second view as somebody leaves it who answered."""
    text = (folder / "dana.yaml").read_text("utf-8")
    (folder / "dana.yaml").write_text(re.sub(r"^  scope:.*$", "  scope: apm", text, flags=re.MULTILINE), "utf-8")


ELSEWHERE: Final[Mapping[str, Elsewhere]] = {
    "pmpath assess": Elsewhere("asks in a terminal: test_first_use.py"),
    "pmpath plan checkin": Elsewhere("asks in a terminal: test_plan_in_terminal.py"),
    "pmpath assess --rater dana.yaml": Elsewhere("asks in a terminal: test_rater_in_terminal.py", answered),
    "pmpath assess --ladder our-ladder/ladder.yaml": Elsewhere("asks in a terminal: test_own_ladder_in_terminal.py"),
    "duckdb *": Elsewhere("takes duckdb, which nothing here installs; the line was tried by hand on 1.5 and 2.0"),
    "python3 -m venv *": Elsewhere("installs: the gate does"),
    "[./]*/bin/*": Elsewhere("runs what a line before it installed"),
    "pipx *": Elsewhere("installs as a command of one's own"),
    "uv *": Elsewhere("installs as a command of one's own"),
}
"""Pattern of a line to why it is not run."""


def blocks() -> Iterator[Block]:
    """Yield what the pages tell their readers to type."""
    for page in PAGES:
        text = (ROOT / page).read_text("utf-8")
        for found in BLOCK.finditer(text):
            shown = tuple((found[2] or "").splitlines())
            yield Block(page, text[: found.start()].count("\n") + 1, tuple(found[1].splitlines()), shown)


BLOCKS: Final = tuple(blocks())


def together(block: Block) -> tuple[str, int]:
    """Return what the blocks have in common that are run one after the other: a tutorial is one whole."""
    return block.page, 0 if "/tutorial/" in block.page else block.line


RUNS: Final = tuple(tuple(run) for _, run in groupby(BLOCKS, together))


def elsewhere(command: str) -> Elsewhere | None:
    return next((one for pattern, one in ELSEWHERE.items() if fnmatchcase(command, pattern)), None)


def lay_out(folder: Path) -> None:
    """Write the files that the pages take for granted, as JSON, which is YAML too."""
    people: Mapping[str, Answers] = {
        "sheet.json": example_a(),
        "sheet.yaml": example_a(),
        "dana-novak.yaml": example_a(),
        "mia-kern.yaml": example_c(),
        "jo-park.json": example_b(),
    }
    for name, answers in people.items():
        write_sheet(folder / name, answers)
    (folder / "answer.txt").write_text("Rosa, a nurse, cannot see who is next.\n", "utf-8")
    for name in ("sheets.jsonl", "people.jsonl"):
        write_lines(folder / name, *people.values())


@pytest.fixture
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the variables of a shell that finds the installed program, and a home with one assessment and what is compiled."""
    home = Home(tmp_path_factory.mktemp("kept"))
    (home.folder / "cache").symlink_to(Path(os.environ["PMPATH_HOME"], "cache"))
    home.assessed(example_a(), TODAY)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return {**os.environ, "PATH": path, "PMPATH_HOME": str(home.folder), "PMPATH_TODAY": TODAY, "LC_ALL": "C.UTF-8"}


def ran(command: str, surroundings: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run one line in the folder of the test."""
    whole = ["bash", "-euo", "pipefail", "-c", command]
    return subprocess.run(whole, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


def missing(shown: tuple[str, ...], written: str) -> list[str]:
    """Return the lines that a page shows and that were not written, each behind the one before."""
    lines = iter([line.rstrip() for line in written.splitlines()])
    return [line for line in shown if line != LEFT_OUT and line.rstrip() not in lines]


def written_by(block: Block, surroundings: Mapping[str, str], folder: Path) -> str:
    """Run the lines of a block; return what they wrote. One that asks jq for something gets it."""
    written = []
    for line in block.commands:
        command = line.removeprefix("$ ")
        other = elsewhere(command)
        if other is not None:
            other.leaves(folder)
            continue
        done = ran(command, surroundings)
        assert (command, done.returncode, done.stderr) == (command, CODES.get(command, 0), done.stderr)
        assert "Traceback" not in done.stderr
        assert "jq " not in command or re.sub(r"null|\s", "", done.stdout) != "", command
        written.append(done.stdout + done.stderr)
    return "".join(written)


def test_every_line_of_a_block_is_one_to_type() -> None:
    assert [(block, line) for block in BLOCKS for line in block.commands if not line.startswith("$ ")] == []


@pytest.mark.parametrize("pattern", ELSEWHERE)
def test_what_is_not_run_here_still_stands_on_a_page(pattern: str) -> None:
    assert [line for block in BLOCKS for line in block.commands if fnmatchcase(line.removeprefix("$ "), pattern)] != []


@pytest.mark.recipes
@pytest.mark.parametrize("run", RUNS, ids=lambda run: f"{run[0].page}:{run[0].line}")
def test_a_block_runs_as_it_is_written_and_writes_what_is_shown(
    run: tuple[Block, ...], surroundings: Mapping[str, str], tmp_path: Path
) -> None:
    lay_out(tmp_path)
    for block in run:
        assert missing(block.shown, written_by(block, surroundings, tmp_path)) == []


@pytest.mark.recipes
def test_the_journal_is_read_line_by_line(surroundings: Mapping[str, str]) -> None:
    done = ran("""jq -c '[.type, .data.level]' "$(pmpath data path)" """, surroundings)
    assert json.loads(done.stdout) == ["assessment", "pm"]


@pytest.mark.recipes
def test_the_tools_that_the_pages_use_are_here() -> None:
    assert [name for name in ("bash", "jq", "cat", "wc") if shutil.which(name) is None] == []
