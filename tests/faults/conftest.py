"""What every fault test needs: the content as a package carries it, places to break things in, and a count of what was done."""

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest

from cli.running import compiled_folder
from faults.places import Place, laid_out

LayOut = Callable[..., AbstractContextManager[Place]]
Tally = Callable[[str, int], None]
"""Counts how often something was done."""


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content as a package carries it, so that no command compiles it anew."""
    return compiled_folder(tmp_path_factory.mktemp("content") / "data")


@pytest.fixture
def lay_out(content: Path) -> LayOut:
    """Return what gives a place with a journal."""
    return partial(laid_out, content)


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Return what counts, so that the end of a run tells how much of each fault was tried."""
    return lambda what, number: record_property(f"tried: {what}", number)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell how much of each fault was tried."""
    counts: Counter[str] = Counter()
    for report in terminalreporter.stats.get("passed", []):
        counts.update({name: number for name, number in report.user_properties if name.startswith("tried: ")})
    for name, number in sorted(counts.items()):
        terminalreporter.write_line(f"{name}: {number}")
