"""The suite itself: nothing in it waits for time to pass, and its order can be shuffled and had again."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from builders import ROOT

FILES = [path for folder in ("tests", "tools", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))]
SLEEPING = re.compile(r"\bsleep\s+[\d.]+")
ORDER = """
import pytest

@pytest.mark.parametrize("number", range(20))
def test_it(number):
    print(number)
"""


def waits(path: Path) -> list[int]:
    """Return the lines of a file that sleep: by a call, or in a command line of a shell."""
    tree = ast.parse(path.read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    called = [node.lineno for node in calls if ast.unparse(node.func).rpartition(".")[2] == "sleep"]
    return called + [node.lineno for node in texts if SLEEPING.search(str(node.value))]


def test_no_test_sleeps() -> None:
    assert {str(path.relative_to(ROOT)): lines for path in FILES if path != Path(__file__) and (lines := waits(path))} == {}


@pytest.mark.parametrize("text", ["time.sleep(1)", "sleep(0.1)", "run('sleep 1; true')"])
def test_what_sleeps_is_seen(tmp_path: Path, text: str) -> None:
    (tmp_path / "one.py").write_text(text, "utf-8")
    assert waits(tmp_path / "one.py") == [1]


def order(folder: Path, seed: str) -> list[str]:
    """Return the order in which a process of its own runs twenty tests, with our conftest.py beside them."""
    for name in ("conftest.py", "builders.py"):
        (folder / name).write_bytes((ROOT / "tests" / name).read_bytes())
    (folder / "test_order.py").write_text(ORDER, "utf-8")
    words = [sys.executable, "-m", "pytest", "-q", "--collect-only", "-p", "no:cacheprovider", str(folder / "test_order.py")]
    environ = {
        "PATH": "",
        "PMPATH_SHUFFLE": seed,
        "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT / "tests" / "offline"))),
    }
    done = subprocess.run(words, cwd=folder, env=environ, capture_output=True, text=True, check=True)
    return re.findall(r"test_it\[(\d+)\]", done.stdout)


def test_a_seed_gives_an_order_and_the_same_one_again(tmp_path: Path) -> None:
    standing = order(tmp_path, "")
    assert standing == [str(number) for number in range(20)]
    assert order(tmp_path, "7") == order(tmp_path, "7") != standing
