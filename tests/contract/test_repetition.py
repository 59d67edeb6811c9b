"""Nothing stands twice: no run of ten code lines in the package or its tests is the same as another."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from builders import ROOT

RUN: Final = 10
FOLDERS: Final = ("src", "tests", "benchmarks", "tools")


class Line(NamedTuple):
    """A line of code, without its indent."""

    file: str
    number: int
    text: str


def code_of(text: str, file: str) -> list[Line]:
    """Return the lines of a file that hold code: none that is blank, a comment or part of an import."""
    imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]
    passed = {number for node in imports for number in range(node.lineno, (node.end_lineno or 0) + 1)}
    lines = [Line(file, number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    return [line for line in lines if line.text and not line.text.startswith("#") and line.number not in passed]


def runs(lines: list[Line]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each run of lines, and where it begins."""
    for place in range(len(lines) - RUN + 1):
        run = lines[place : place + RUN]
        yield tuple(line.text for line in run), f"{run[0].file}:{run[0].number}"


def repeated(files: list[list[Line]]) -> list[list[str]]:
    """Return where each run that stands more than once begins."""
    found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for run, place in chain.from_iterable(map(runs, files)):
        found[run].append(place)
    return [places for places in found.values() if len(places) > 1]


def files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def test_no_run_of_ten_code_lines_stands_twice() -> None:
    files = [path for folder in FOLDERS for path in files_in(ROOT / folder)]
    assert len(files) > len(FOLDERS)
    assert repeated([code_of(path.read_text("utf-8"), str(path.relative_to(ROOT))) for path in files]) == []


def test_a_run_is_found_whatever_stands_between_its_lines() -> None:
    lines = [f"a{number} = {number}" for number in range(RUN)]
    bare = "\n".join(lines)
    spread = "\n\n    # why\nimport os\nfrom x import (\n    y,\n)\n".join(lines)
    assert repeated([code_of(bare, "a.py"), code_of(spread, "b.py")]) == [["a.py:1", "b.py:1"]]
    assert repeated([code_of(bare, "a.py"), code_of("\n".join(lines[1:]), "b.py")]) == []
