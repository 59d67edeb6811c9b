"""A batch that somebody watches: a bar while it runs, a count when it ends, and where to go on after Ctrl-C."""

import json
import re
from pathlib import Path

import pytest

from builders import example_a
from e2e.pseudo_terminal import CTRL_C, Terminal, into_file, pmpath_command, terminal

pytestmark = pytest.mark.terminal
SHEETS = 20_000


@pytest.fixture
def sheets(tmp_path: Path) -> str:
    """Return a file that takes a while."""
    line = json.dumps({"answers": example_a()}) + "\n"
    (tmp_path / "s.jsonl").write_text(line * SHEETS, "utf-8")
    return "s.jsonl"


def begun(person: Terminal) -> str:
    """Wait until the bar counts something."""
    return person.wait(lambda text: re.search(r"[1-9]\S* sheets", text))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_after_ctrl_c_the_rest_follows_on_what_is_written(sheets: str, tmp_path: Path, jobs: str) -> None:
    command = pmpath_command("assess", "--answers", sheets, "--jsonl", "--detail", "--jobs", jobs)
    with terminal(into_file(command, tmp_path / "out.jsonl"), rows=24) as person:
        begun(person)
        person.press(CTRL_C)
        code, text = person.end(), person.text
    found = re.search(r"go on with --skip (\d+)", text)
    assert found, text
    assert (code, (tmp_path / "out.jsonl").read_bytes().count(b"\n")) == (130, int(found[1]))


def test_the_bar_is_gone_at_the_end_and_the_count_stands(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text("{}\n{}\nbad\n", "utf-8")
    command = pmpath_command("assess", "--answers", "s.jsonl", "--jsonl")
    with terminal(into_file(command, tmp_path / "out.jsonl"), rows=24) as person:
        code = person.end()
    assert (code, person.text) == (65, "3 sheets, 1 bad, the first in line 3")
