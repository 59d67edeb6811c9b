"""A new user's evening in a terminal: the way from design, a business case, practice twice, a story, the portfolio."""

from functools import partial
from pathlib import Path

import pytest

from cli.running import compiled_folder
from e2e.practicing import at_line_of, choose, score_all, screen, type_line
from e2e.pseudo_terminal import ENTER, at_line, pmpath_command, terminal
from pieces import filled

pytestmark = pytest.mark.terminal

CASE = "portfolio/business-case.md"
WHAT = "Cut checkout from five steps to three"


@pytest.fixture(autouse=True)
def _settled(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMPATH_DATA_DIR", str(compiled_folder(tmp_path_factory.mktemp("content") / "data")))
    monkeypatch.setenv("PMPATH_TODAY", "2026-11-23")


def without_basis(text: str) -> str:
    """Return the business case with a forecast that rests on nothing and no option turned down."""
    before, _, rest = text.partition("### Forecast and basis\n")
    _, _, after = rest.partition("### Cost\n")
    before_options, _, rest_options = after.partition("### Options set aside\n")
    _, _, decision = rest_options.partition("### Decision asked\n")
    forecast = "### Forecast and basis\n\nWe expect 10% more purchases.\n\n### Cost\n"
    options = "### Options set aside\n\nNone so far.\n\n### Decision asked\n"
    return f"{before}{forecast}{before_options}{options}{decision}"


def practice(key: str) -> str:
    """Practice product sense, typed or said aloud, and return the screen."""
    with terminal(pmpath_command("interview", "product-sense")) as person:
        choose(person, key)
        if key == "1":
            type_line(person, "Rosa, a nurse, struggles with the list: I asked her, it takes 20 minutes.")
            type_line(person, ".")
        else:
            person.wait(lambda text: text.endswith("Enter when you are done. >"))
            person.press(ENTER)
        score_all(person)
        assert person.end() == 0
        return person.text


def test_an_evening_from_the_way_into_product_to_a_story() -> None:
    way = screen("transition", "--from", "designer", "--write", "portfolio")
    assert f"Written: {CASE}" in way
    assert f"Next: pmpath portfolio review {CASE}" in way
    assert "One piece" in screen("portfolio")
    assert "The question of the template still stands" in screen("portfolio", "review", CASE)
    Path(CASE).write_text(without_basis(filled("business-case")), "utf-8")
    second = screen("portfolio", "review", CASE)
    assert "business case: two findings" in second
    assert "A forecast stands here without what it rests on" in second
    assert "No option that was turned down was found" in second
    Path(CASE).write_text(filled("business-case"), "utf-8")
    assert "nothing that pmpath looks for is missing" in screen("portfolio", "review", CASE)

    assert "Saved. Practice 1: Product sense" in practice("1")
    assert "Saved. Practice 2: Product sense" in practice("2")

    assert "Saved as evidence 1" in screen(
        "evidence", "add", WHAT, "--result", "from 4 to 5 percent", "--shows", "discovery.apm"
    )
    with terminal(pmpath_command("interview", "story", "new", "--evidence", "1")) as person:
        type_line(person, "Half of the carts were left at the address.")
        for part in ("Task: ", "Action: ", "Result: "):
            person.wait(partial(at_line_of, part))
            person.press(ENTER)
        person.wait(at_line)
        type_line(person, "Count first, draw later.")
        assert person.end() == 0

    assert "Ready to show" in screen("portfolio")
    bank = screen("interview", "stories")
    assert f"1. {WHAT}" in bank
    assert "Customer discovery 1 0" in bank
