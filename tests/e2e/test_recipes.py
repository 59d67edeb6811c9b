"""Every `$` line of README.md and AGENTS.md, run as it is written, in order, in one folder a block, by a shell."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from builders import ROOT, Answers, example_a, example_b, example_c
from cli.running import Home, write_lines, write_sheet

PAGES: Final = ("README.md", "AGENTS.md")
TODAY: Final = "2026-12-01"
CODES: Final = {"pmpath assess --answers sheet.yaml --require senior-pm --json > result.json": 4}
"""What a line ends with other than 0: a gate that is meant to fail."""


class Block(NamedTuple):
    """The lines of a page to type one after the other, and where they begin."""

    page: str
    line: int
    commands: tuple[str, ...]


class Elsewhere(NamedTuple):
    """A line that is not run here: why, and what stands in for what it leaves behind."""

    reason: str
    leaves: Callable[[Path], object] = lambda _folder: None


def answered(folder: Path) -> None:
    """Leave the sheet of the second view as somebody leaves it who answered."""
    text = (folder / "dana.yaml").read_text("utf-8")
    (folder / "dana.yaml").write_text(re.sub(r"^  scope:.*$", "  scope: apm", text, flags=re.MULTILINE), "utf-8")


ELSEWHERE: Final[Mapping[str, Elsewhere]] = {
    "pmpath plan checkin": Elsewhere("asks in a terminal: test_plan_in_terminal.py"),
    "pmpath assess --rater dana.yaml": Elsewhere("asks in a terminal: test_rater_in_terminal.py", answered),
    "pmpath assess --ladder our-ladder/ladder.yaml": Elsewhere("asks in a terminal: test_own_ladder_in_terminal.py"),
    "duckdb": Elsewhere("takes duckdb, which nothing here installs; the line was tried by hand on 1.5 and 2.0"),
}
"""Beginning of a line to why it is not run."""


def blocks() -> Iterator[Block]:
    """Yield what the pages tell their readers to type."""
    for page in PAGES:
        text = (ROOT / page).read_text("utf-8")
        for found in re.finditer(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            yield Block(page, text[: found.start()].count("\n") + 1, tuple(found[1].splitlines()))


BLOCKS: Final = tuple(blocks())


def elsewhere(command: str) -> Elsewhere | None:
    return next((one for begin, one in ELSEWHERE.items() if command.startswith(begin)), None)


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
    """Return the variables of a shell that finds the installed program, and a home with one assessment."""
    home = Home(tmp_path_factory.mktemp("kept"))
    home.assessed(example_a())
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return {**os.environ, "PATH": path, "PMPATH_HOME": str(home.folder), "PMPATH_TODAY": TODAY, "LC_ALL": "C.UTF-8"}


def ran(command: str, surroundings: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run one line in the folder of the test."""
    whole = ["bash", "-euo", "pipefail", "-c", command]
    return subprocess.run(whole, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


def test_every_line_of_a_block_is_one_to_type() -> None:
    assert [(block, line) for block in BLOCKS for line in block.commands if not line.startswith("$ ")] == []


@pytest.mark.parametrize("begin", ELSEWHERE)
def test_what_is_not_run_here_still_stands_on_a_page(begin: str) -> None:
    assert [line for block in BLOCKS for line in block.commands if line.startswith(f"$ {begin}")] != []


@pytest.mark.recipes
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.page}:{block.line}")
def test_a_block_runs_as_it_is_written(block: Block, surroundings: Mapping[str, str], tmp_path: Path) -> None:
    lay_out(tmp_path)
    for line in block.commands:
        command = line.removeprefix("$ ")
        other = elsewhere(command)
        if other is not None:
            other.leaves(tmp_path)
            continue
        done = ran(command, surroundings)
        assert (command, done.returncode, done.stderr) == (command, CODES.get(command, 0), done.stderr)
        assert "Traceback" not in done.stderr


@pytest.mark.recipes
@pytest.mark.parametrize("page", PAGES)
def test_a_line_with_jq_gets_what_it_asks_for(page: str, surroundings: Mapping[str, str], tmp_path: Path) -> None:
    lay_out(tmp_path)
    lines = [line.removeprefix("$ ") for block in BLOCKS if block.page == page for line in block.commands]
    asking = [line for line in lines if "jq " in line and elsewhere(line) is None]
    assert asking != []
    for line in asking:
        assert re.sub(r"null|\s", "", ran(line, surroundings).stdout) != "", line


@pytest.mark.recipes
def test_the_journal_is_read_line_by_line(surroundings: Mapping[str, str]) -> None:
    done = ran("""jq -c '[.type, .data.level]' "$(pmpath data path)" """, surroundings)
    assert json.loads(done.stdout) == ["assessment", "pm"]


@pytest.mark.recipes
def test_the_tools_that_the_pages_use_are_here() -> None:
    assert [name for name in ("bash", "jq", "cat") if shutil.which(name) is None] == []
