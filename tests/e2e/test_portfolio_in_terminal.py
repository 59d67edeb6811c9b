"""A portfolio in a terminal: begun, looked at, written, ready, each in a process of its own."""

from pathlib import Path

import pytest

from e2e.pseudo_terminal import kept, pmpath_command, terminal
from pieces import filled

pytestmark = pytest.mark.terminal

FILE = "portfolio/product-teardown.md"


def screen(*words: str) -> str:
    """Run pmpath in a pseudo-terminal and return its screen as one line."""
    with terminal(pmpath_command(*words)) as person:
        assert person.end() == 0
        return " ".join(person.text.split())


def test_a_piece_is_begun_looked_at_written_and_ready() -> None:
    assert "No piece yet" in screen("portfolio")
    assert f"Saved. {FILE}, product teardown: begun." in screen("portfolio", "new", "product-teardown", "portfolio")
    assert "12 findings." in screen("portfolio", "review", FILE)
    assert "Parts missing: 12 findings" in screen("portfolio")
    Path(FILE).write_text(filled("product-teardown"), "utf-8")
    assert "nothing that pmpath looks for is missing." in screen("portfolio", "review", FILE)
    assert "Ready to show" in screen("portfolio")
    assert [sorted(said) for said in kept()] == [
        ["begin", "kind"],
        ["findings", "kind", "review"],
        ["findings", "kind", "review"],
    ]
